"""Words that run from right to left, in a window that runs either way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from pytestqt.qtbot import QtBot
from window_driving import Bench

from verifier.queries.search import Hit
from verifier.text.finding import Context
from verifier.text.ranges import TextRange
from verifier.text.snippets import Snippet
from verifier.ui.find_results import CONTEXT_ROLE, WHERE_ROLE, FindResults
from verifier.ui.leading_edge import LeadingEdge
from verifier.ui.search_panel import HIT_ROLE

WIDTH, HEIGHT = 600, 44
LEFT_TO_RIGHT, RIGHT_TO_LEFT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.fixture(params=[LEFT_TO_RIGHT, RIGHT_TO_LEFT])
def window_way(
    request: pytest.FixtureRequest, qapp: QApplication, own_language: None
) -> Qt.LayoutDirection:
    """The window itself runs one way, then the other."""
    way: Qt.LayoutDirection = request.param
    qapp.setLayoutDirection(way)
    return way


def ink(
    view: QListView, way: Qt.LayoutDirection, values: dict[int, object], left: int = 0, top: int = 0
) -> tuple[int, int]:
    """From where to where a line has ink, as its list paints it; right of a place, below one."""
    model, item = QStandardItemModel(), QStandardItem()
    for role, value in values.items():
        item.setData(value, role)
    model.appendRow(item)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    option = QStyleOptionViewItem()
    option.rect, option.direction = QRect(0, 0, WIDTH, HEIGHT), way
    delegate = view.itemDelegate()
    assert isinstance(delegate, QStyledItemDelegate)
    with QPainter(image) as painter:
        delegate.paint(painter, option, model.index(0, 0))
    lines = range(top, HEIGHT)
    found = [
        x
        for x in range(left, WIDTH)
        if any(image.pixelColor(x, y).lightness() < 160 for y in lines)
    ]
    return (found[0], found[-1]) if found else (0, 0)


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [("המשרד אמר ", "המחירים", " הוכפלו"), ("the ministry said ", "prices", " doubled")],
)
def test_the_words_around_a_find_stand_where_they_are_read(
    window_way: Qt.LayoutDirection, bench: Bench, before: str, words: str, after: str
) -> None:
    results = FindResults(bench.shell)
    bench.qtbot.addWidget(results)

    def drawn(*parts: str) -> tuple[int, int]:
        return ink(results, window_way, {CONTEXT_ROLE: Context(*parts), WHERE_ROLE: ""})

    first, found = drawn(before, "", ""), drawn("", words, "")
    last, whole = drawn("", "", after), drawn(before, words, after)
    if before.startswith("ה"):
        assert first[0] >= found[1]
    else:
        assert first[1] <= found[0]
    assert whole[1] - whole[0] >= sum(stop - start for start, stop in (first, found, last))


@pytest.mark.parametrize("words", ["המשרד אמר כי המחירים הוכפלו", "It said that prices doubled"])
def test_the_pieces_of_what_a_search_found_do_not_lie_over_each_other(
    window_way: Qt.LayoutDirection, bench: Bench, words: str
) -> None:
    panel = bench.window.controllers.finding.search
    middle = words.index(" ", 6)

    def width(*matches: TextRange) -> int:
        """Pixels of its words, without the icon before them."""
        hit = Hit("claim", "", "", Snippet(words, matches))
        start, stop = ink(panel.list, window_way, {HIT_ROLE: hit}, left=36, top=24)
        return stop - start

    assert width(TextRange(middle, middle + 5)) > 0.95 * width() > 50


def test_a_field_begins_its_lines_where_its_words_begin(qtbot: QtBot) -> None:
    field = QPlainTextEdit()
    qtbot.addWidget(field)
    LeadingEdge(field)
    field.resize(300, 60)
    with qtbot.waitExposed(field):
        field.show()
    for words, is_right in (("המשרד", True), ("The ministry", False), ("אמר", True), ("", False)):
        field.setPlainText(words)
        assert (field.cursorRect().left() > 150) is is_right
