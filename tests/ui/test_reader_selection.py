"""Selecting in the document view with a real mouse and real keys: exactly the characters meant."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot
from reading_samples import HARD, WAIT, long_text, make_pdf, place_before, plain, shown

from verifier.text.ranges import TextRange
from verifier.ui.reader.caret import caret_seen
from verifier.ui.reader.view import ReaderView

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def drag(view: ReaderView, start: int, stop: int) -> None:
    """Press before one character, release before another, with moves between."""
    window = view.viewport()
    first = place_before(view, start).toPoint()
    QTest.mousePress(window, LEFT, Qt.KeyboardModifier.NoModifier, first)
    last = place_before(view, stop).toPoint()
    for point in (QPoint((first.x() + last.x()) // 2, (first.y() + last.y()) // 2), last):
        QTest.mouseMove(window, point)
    QTest.mouseRelease(window, LEFT, Qt.KeyboardModifier.NoModifier, last)


def text_of(view: ReaderView) -> str:
    span = view.selection()
    return "" if span is None or view.provider is None else span.of(view.provider.text)


@pytest.mark.parametrize(
    "quote",
    [
        "words first",
        "family 👨‍👩‍👧 and",
        "👨‍👩‍👧",
        "thumb 👍🏽 stand",
        "e\u0301a\u0308o\u0323\u0302",
        "a\u0308o",
        "office of fi lig",
        "ffic",
        "שלום",
        "Hebrew של",
        "عليكم",
        "السل",
        "م عليكم و",
        "漢字漢",
        "ελληνικά",
        "tab\there",
        "no-break\u00a0space",
        "more.\nA family",
    ],
)
def test_a_drag_selects_exactly_the_characters(qtbot: QtBot, quote: str) -> None:
    view = shown(qtbot, plain(HARD))
    start = HARD.index(quote)
    with qtbot.waitSignal(view.selection_changed, timeout=WAIT) as told:
        drag(view, start, start + len(quote))
    if quote in ("a\u0308o",):
        quote = "a\u0308"  # the drag ends inside a letter with accents: the letter stays whole
    assert text_of(view) == quote
    assert told.args == [TextRange(start, start + len(quote))]


def test_a_drag_backwards_selects_the_same(qtbot: QtBot) -> None:
    view = shown(qtbot, plain(HARD))
    start = HARD.index("words")
    drag(view, start + 11, start)
    assert text_of(view) == "words first"


def test_no_selection_ends_inside_a_character(qtbot: QtBot) -> None:
    view = shown(qtbot, plain(HARD))
    start = HARD.index("A family")
    for stop in range(start + 2, start + 16):
        drag(view, start, stop)
        assert "A family 👨‍👩‍👧 and".startswith(text_of(view))
        assert not text_of(view).endswith("\u200d")
        assert text_of(view)[-1:] not in ("👨", "👩")


def test_text_from_a_source_with_carriage_returns_keeps_its_offsets(qtbot: QtBot) -> None:
    text = "First line.\r\nSecond line with 👍.\r\nThird line."
    view = shown(qtbot, plain(text))
    for quote in ("line with", "👍", "Third"):
        start = text.index(quote)
        drag(view, start, start + len(quote))
        assert text_of(view) == quote


def test_a_passage_over_the_border_of_two_stretches(qtbot: QtBot) -> None:
    text = long_text()
    provider = plain(text)
    border = provider.starts[1]
    view = shown(qtbot, provider)
    view.ensure_visible(TextRange(border, border))
    drag(view, border - 20, border + 20)
    assert view.selection() == TextRange(border - 20, border + 20)


def test_a_passage_over_a_page_break_of_a_pdf(qtbot: QtBot, tmp_path: Path) -> None:
    pages = [[f"Line {n} of the first page." for n in range(49)],
             [f"Line {n} of the second page." for n in range(49)]]  # fmt: skip
    provider = make_pdf(tmp_path / "two.pdf", pages)
    view = shown(qtbot, provider)
    start = provider.text.index("48 of the first")
    stop = provider.text.index("of the second page.") + 6
    view.ensure_visible(TextRange(start, start))
    drag(view, start, stop)
    assert view.selection() == TextRange(start, stop)
    view.copy()
    assert QGuiApplication.clipboard().text().startswith("48 of the first page.")


def test_clicks_select_a_word_then_the_line_then_the_paragraph(qtbot: QtBot) -> None:
    text = HARD.replace("and the office", "and " + "many words more " * 12 + "and the office")
    view = shown(qtbot, plain(text))
    inside = text.index("ligatures") + 3
    point = place_before(view, inside).toPoint()
    QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, point)
    QTest.mouseDClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, point)
    assert text_of(view) == "ligatures"
    QTest.mousePress(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, point)
    QTest.mouseRelease(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, point)
    line, paragraph = text_of(view), text.split("\n")[2]
    assert "ligatures" in line
    assert len(line) < len(paragraph)
    assert line in paragraph
    QTest.mouseDClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, point)
    assert text_of(view) == paragraph


def test_a_drag_after_a_double_click_selects_whole_words(qtbot: QtBot) -> None:
    view = shown(qtbot, plain(HARD))
    none = Qt.KeyboardModifier.NoModifier
    first = place_before(view, HARD.index("words") + 2)
    last = place_before(view, HARD.index("then") + 2)
    for kind, point in (
        (QEvent.Type.MouseButtonDblClick, first),
        (QEvent.Type.MouseMove, last),
        (QEvent.Type.MouseButtonRelease, last),
    ):
        held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else LEFT
        button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else LEFT
        event = QMouseEvent(kind, point, view.mapToGlobal(point), button, held, none)
        QApplication.sendEvent(view.viewport(), event)
    assert text_of(view) == "words first, then"


def test_shift_and_a_click_extend_the_selection(qtbot: QtBot) -> None:
    view = shown(qtbot, plain(HARD))
    window = view.viewport()
    start, stop = HARD.index("words"), HARD.index("more")
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(window, LEFT, none, place_before(view, start).toPoint())
    assert view.selection() is None
    assert view.caret() == start
    QTest.mouseClick(window, LEFT, SHIFT, place_before(view, stop).toPoint())
    assert view.selection() == TextRange(start, stop)


def test_keys_select_by_character_word_line_and_document(qtbot: QtBot) -> None:
    view = shown(qtbot, plain(HARD))
    start = HARD.index("A family")
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(view.viewport(), LEFT, none, place_before(view, start).toPoint())
    for _ in range(10):
        QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert text_of(view) == "A family 👨‍👩‍👧"
    QTest.keyClick(view, Qt.Key.Key_Left, SHIFT)
    assert text_of(view) == "A family "
    QTest.keyClick(view, Qt.Key.Key_End, SHIFT)
    assert text_of(view) == HARD.split("\n")[1]
    QTest.keyClick(view, Qt.Key.Key_Home, SHIFT)
    assert view.selection() is None
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT | CONTROL)
    assert text_of(view) == "A "
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert text_of(view).startswith("A family")
    assert "stand here.\nA" in text_of(view)
    QTest.keyClick(view, Qt.Key.Key_End, SHIFT | CONTROL)
    assert text_of(view) == HARD[start:]
    QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
    assert text_of(view) == HARD
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.selection() is None


def test_up_and_down_keep_the_column(qtbot: QtBot) -> None:
    text = "A long line of some words.\nShort.\nAnother long line of words."
    view = shown(qtbot, plain(text))
    none = Qt.KeyboardModifier.NoModifier
    start = text.index("words.")
    QTest.mouseClick(view.viewport(), LEFT, none, place_before(view, start).toPoint())
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert view.caret() == text.index("\nAnother")
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert view.caret() is not None
    assert abs((view.caret() or 0) - text.index("of words")) < 5


def test_plain_arrow_keys_scroll_unless_the_caret_is_switched_on(qtbot: QtBot) -> None:
    view = shown(qtbot, plain(long_text()))
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.verticalScrollBar().value() > 0
    assert view.caret() is None
    QTest.keyClick(view, Qt.Key.Key_F7)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.caret() is not None


def line_of(view: ReaderView) -> int:
    """The paragraph of a long text in which the caret stands."""
    assert view.provider is not None
    span = view.provider.paragraph(view.caret() or 0)
    return int(span.of(view.provider.text).split()[1])


def caret_shows(view: ReaderView) -> bool:
    seen = caret_seen(view, view.caret() or 0)
    return seen is not None and view.viewport().rect().contains(seen.toAlignedRect())


def test_arrows_go_where_they_point_in_words_that_run_from_right_to_left(qtbot: QtBot) -> None:
    text = "The ministry said so.\nהמשרד אמר כי המחירים הוכפלו."
    view = shown(qtbot, plain(text))
    none = Qt.KeyboardModifier.NoModifier
    start = text.index("אמר")
    QTest.mouseClick(view.viewport(), LEFT, none, place_before(view, start).toPoint())
    for key, modifiers, words in (
        (Qt.Key.Key_Left, SHIFT, "א"),
        (Qt.Key.Key_Left, SHIFT | CONTROL, "אמר "),
        (Qt.Key.Key_Right, SHIFT, "אמר"),
        (Qt.Key.Key_Right, SHIFT | CONTROL, ""),
    ):
        QTest.keyClick(view, key, modifiers)
        assert text_of(view) == words
    QTest.mouseClick(view.viewport(), LEFT, none, place_before(view, 4).toPoint())
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert text_of(view) == "m"


def test_page_keys_select_a_screen_further_and_back(qtbot: QtBot) -> None:
    view = shown(qtbot, plain(long_text()))
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    reached = [0]
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_PageDown, SHIFT)
        reached.append(line_of(view))
        assert caret_shows(view)
    steps = [after - before for before, after in itertools.pairwise(reached)]
    assert min(steps) > 5
    assert max(steps) - min(steps) <= 2
    assert view.selection() == TextRange(0, view.caret() or 0)
    for line in reversed(reached[:-1]):
        QTest.keyClick(view, Qt.Key.Key_PageUp, SHIFT)
        assert abs(line_of(view) - line) <= 1


def test_page_keys_take_the_caret_along_where_it_is_switched_on(qtbot: QtBot) -> None:
    view = shown(qtbot, plain(long_text()))
    QTest.keyClick(view, Qt.Key.Key_F7)
    QTest.keyClick(view, Qt.Key.Key_Right)
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert line_of(view) > 10
    assert caret_shows(view)
    assert view.selection() is None


def test_the_caret_stays_in_sight_where_the_page_is_wider_than_the_window(
    qtbot: QtBot, tmp_path: Path
) -> None:
    view = shown(qtbot, make_pdf(tmp_path / "wide.pdf", [["Words over the whole page " * 3]]))
    view.set_zoom(3.0)
    view.go_to(0, 0.0)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_End):
        QTest.keyClick(view, key, SHIFT)
    assert view.caret() is not None
    assert caret_shows(view)
    QTest.keyClick(view, Qt.Key.Key_Home, SHIFT)
    assert caret_shows(view)


def test_with_ctrl_the_caret_goes_by_words_paragraphs_and_to_the_ends(qtbot: QtBot) -> None:
    text = long_text(20)
    view = shown(qtbot, plain(text))
    view.caret_browsing = True
    ctrl = Qt.KeyboardModifier.ControlModifier
    places = []
    for key in (
        Qt.Key.Key_End,
        Qt.Key.Key_Left,
        Qt.Key.Key_Home,
        Qt.Key.Key_Right,
        Qt.Key.Key_Down,
    ):
        QTest.keyClick(view, key, ctrl)
        places.append(view.caret())
    words = text.index("0")
    assert places == [len(text), text.rindex("ends"), 0, words, text.index("Paragraph 1 ")]
    assert view.selection() is None


def test_the_key_h_and_the_floating_button_ask_for_a_claim(qtbot: QtBot) -> None:
    view = shown(qtbot, plain(HARD))
    button = view.findChild(QToolButton)
    assert button is not None
    assert button.isHidden()
    start = HARD.index("words")
    drag(view, start, start + 5)
    assert button.isVisible()
    assert button.accessibleName()
    with qtbot.waitSignal(view.claim_wanted, timeout=WAIT) as told:
        QTest.keyClick(view, Qt.Key.Key_H)
    assert told.args == [TextRange(start, start + 5)]
    assert button.isHidden()
    view.select(TextRange(start, start + 11))
    with qtbot.waitSignal(view.claim_wanted, timeout=WAIT) as told:
        QTest.mouseClick(button, LEFT)
    assert told.args == [TextRange(start, start + 11)]


def test_without_a_selection_h_asks_for_nothing(qtbot: QtBot) -> None:
    view = shown(qtbot, plain(HARD))
    with qtbot.assertNotEmitted(view.claim_wanted):
        QTest.keyClick(view, Qt.Key.Key_H)


def test_a_drag_out_of_the_window_scrolls(qtbot: QtBot) -> None:
    view = shown(qtbot, plain(long_text()))
    window, none = view.viewport(), Qt.KeyboardModifier.NoModifier
    QTest.mousePress(window, LEFT, none, place_before(view, 5).toPoint())
    QTest.mouseMove(window, QPoint(300, 100))
    QTest.mouseMove(window, QPoint(300, window.height() + 60))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 100, timeout=WAIT)
    QTest.mouseRelease(window, LEFT, none, QPoint(300, window.height() + 60))
    assert len(text_of(view)) > 1000


def test_copied_text_reads_as_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    provider = make_pdf(
        tmp_path / "one.pdf",
        [["A sentence that goes on and on", "over two or three lines that", "belong together."]],
    )
    view = shown(qtbot, provider)
    view.select_all()
    view.copy()
    assert QGuiApplication.clipboard().text().strip() == (
        "A sentence that goes on and on over two or three lines that belong together."
    )


def test_years_that_a_line_end_parts_are_copied_as_one(qtbot: QtBot, tmp_path: Path) -> None:
    provider = make_pdf(
        tmp_path / "one.pdf", [["It was fought in the years 1914-", "1918 by all."]]
    )
    view = shown(qtbot, provider)
    view.select_all()
    view.copy()
    copied = QGuiApplication.clipboard().text().strip()
    assert copied == "It was fought in the years 1914-1918 by all."


def test_what_goes_over_a_pages_end_is_copied_as_it_reads(qtbot: QtBot, tmp_path: Path) -> None:
    blank = [""] * 48
    pages = [["It was the court of the inter-", *blank, "1"], ["national union of both pre-",
              "and post-war states.", *blank[1:], "2"]]  # fmt: skip
    provider = make_pdf(tmp_path / "two.pdf", pages)
    view = shown(qtbot, provider)
    stop = provider.text.index("states")
    view.select(TextRange(0, stop))
    view.copy()
    assert QGuiApplication.clipboard().text().strip() == (
        "It was the court of the international union of both pre- and post-war"
    )
    view.select(TextRange(0, provider.text.index("1") + 1))
    view.copy()
    assert QGuiApplication.clipboard().text().splitlines()[-1] == "1"
