"""Text without pages follows the width of its pane, and what is read and marked stays in place."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QObject, QPointF
from pytestqt.qtbot import QtBot
from reading_samples import (
    HARD,
    WAIT,
    long_text,
    marked,
    place_before,
    plain,
    rest,
    sheet_of,
    shown,
    top_line,
    without_ink,
)

from verifier.reading.worker import SafePicture
from verifier.text.document import Block
from verifier.text.ranges import TextRange
from verifier.text.regions import PictureRegion, Region
from verifier.ui.reader.flow import FlowProvider
from verifier.ui.reader.frames import kept_region
from verifier.ui.reader.pictures import measuring
from verifier.ui.reader.selection import page_of
from verifier.ui.reader.sheet import USUAL
from verifier.ui.reader.sheets import drawing_of
from verifier.ui.reader.view import ReaderView

WIDE, NARROW, HIGH = 900, 400, 700
TEXT = long_text(400)


def resized(qtbot: QtBot, view: ReaderView, width: int) -> None:
    view.resize(width, HIGH)
    rest(qtbot, view)


def reading(qtbot: QtBot, provider: FlowProvider, width: int = WIDE) -> ReaderView:
    """A view that has come to rest."""
    view = shown(qtbot, provider, width, HIGH)
    rest(qtbot, view)
    return view


def letters_in(view: ReaderView) -> Iterator[int]:
    """Letters and figures that show whole."""
    provider = view.provider
    assert provider is not None
    window = view.viewport().rect().adjusted(0, 20, 0, -20)
    start = top_line(view).start
    for index in range(start, start + 300):
        page = page_of(provider, index)
        box = provider.geometry(page).boxes[index - provider.starts[page]].tolist()
        area = view.to_viewport(page, tuple(box)).toAlignedRect()
        if provider.text[index].isalnum() and window.contains(area):
            yield index


def test_a_narrow_pane_has_shorter_lines_not_smaller_type(qtbot: QtBot) -> None:
    view = reading(qtbot, plain(TEXT))
    assert sheet_of(view) == USUAL.width
    resized(qtbot, view, NARROW)
    assert view.zoom() == 1.0
    assert sheet_of(view) < USUAL.width / 2
    assert view.horizontalScrollBar().maximum() == 0
    resized(qtbot, view, WIDE)
    assert sheet_of(view) == USUAL.width


def test_what_was_at_the_top_is_there_after_any_number_of_widths(qtbot: QtBot) -> None:
    view = reading(qtbot, plain(TEXT))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    rest(qtbot, view)
    first = top_line(view).start
    for width in (NARROW, 640, 230, 780, NARROW, WIDE):
        resized(qtbot, view, width)
        line = top_line(view)
        assert line.start <= first < line.stop
    assert top_line(view).start == first


def test_the_start_of_a_text_stays_at_the_top(qtbot: QtBot) -> None:
    view = reading(qtbot, plain(TEXT))
    resized(qtbot, view, NARROW)
    assert view.verticalScrollBar().value() == 0


class Painted(QObject):
    """Notes on which sheets the text was when the window was painted."""

    def __init__(self, view: ReaderView) -> None:
        super().__init__(view)
        self._view = view
        self.sheets: list[float] = []
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Paint:
            self.sheets.append(sheet_of(self._view))
        return super().eventFilter(watched, event)


def test_a_new_sheet_is_painted_though_its_corner_stays_where_it_was(qtbot: QtBot) -> None:
    view = reading(qtbot, plain(TEXT), 500)
    before, painted = sheet_of(view), Painted(view)
    resized(qtbot, view, NARROW)
    qtbot.waitUntil(lambda: sheet_of(view) != before, timeout=WAIT)
    qtbot.waitUntil(lambda: painted.sheets[-1:] == [sheet_of(view)], timeout=WAIT)


def test_pictures_of_the_old_sheet_are_not_shown_on_the_new_one(qtbot: QtBot) -> None:
    view = reading(qtbot, plain(TEXT))
    view.verticalScrollBar().setValue(3000)
    for width in (NARROW, 500, WIDE, 350):
        resized(qtbot, view, width)
        assert without_ink(view, letters_in(view)) == ""
        pictures = view.pictures
        assert pictures is not None
        for page in view.visible_pages():
            drawing = drawing_of(view.page_layout, page, view.devicePixelRatioF())
            image = pictures.cache.get(drawing.pieces(0, 0)[0])
            assert image is None or image.width() == drawing.width


def test_a_new_sheet_is_there_with_its_pictures_in_one_step(qtbot: QtBot) -> None:
    view = reading(qtbot, plain(TEXT))
    view.verticalScrollBar().setValue(3000)
    rest(qtbot, view)
    bare: list[float] = []

    def look() -> None:
        pictures = view.pictures
        shown_bare = pictures is not None and any(
            not pictures.cache.has_page(page) for page in view.visible_pages()
        )
        if shown_bare:
            bare.append(sheet_of(view))

    view.moved.connect(look)
    resized(qtbot, view, NARROW)
    assert not bare


def test_while_the_pane_is_dragged_the_text_stays_as_it_is(qtbot: QtBot) -> None:
    view = reading(qtbot, plain(TEXT))
    for width in range(WIDE, NARROW, -20):
        view.resize(width, HIGH)
        assert sheet_of(view) == USUAL.width
        assert view.is_being_set or width > 820
        assert view.horizontalScrollBar().maximum() == 0
    rest(qtbot, view)
    assert sheet_of(view) < USUAL.width


def test_selection_hits_and_highlights_go_with_their_words(qtbot: QtBot) -> None:
    view = reading(qtbot, plain(TEXT))
    words = "Paragraph 3 says"
    view.set_highlights([marked(TEXT, words, "C1")])
    start = TEXT.index("Paragraph 5 says")
    view.set_hits([TextRange(start, start + 9)])
    view.select(TextRange(start + 10, start + 14))
    rest(qtbot, view)
    before = view._tags_of(0)[0].rect
    resized(qtbot, view, NARROW)
    assert view.selection() == TextRange(start + 10, start + 14)
    at = TEXT.index(words) + 3
    assert [mark.id for mark in view.highlights_at(place_before(view, at))] == ["C1"]
    assert view.offset_at(place_before(view, start)) == start
    tag = view._tags_of(0)[0].rect
    assert tag != before
    line = view.to_viewport(0, view.rects_of(0, TextRange(at, at + 1))[0])
    assert abs(tag.center().y() - view.offset.y() - line.center().y()) < 2
    assert tag.left() >= 0


def test_a_marked_region_stays_on_its_part_of_the_picture(qtbot: QtBot) -> None:
    file = io.BytesIO()
    Image.new("RGB", (60, 30), "#1d7f76").save(file, "PNG")
    blocks = [Block(0, 5), Block(6, 6, "picture", 0, {"part": "a", "width": 400.0, "height": 200})]
    provider = FlowProvider("Words\n", blocks)
    provider.take_pictures({"a": SafePicture(file.getvalue(), "digest")})
    view = reading(qtbot, provider)
    x0, y0, x1, y1 = provider.geometry(0).pictures[1]
    region = Region(1, x0 + 40, y0 + 20, (x0 + x1) / 2, y1 - 20)
    view.set_region(region, settled=True)
    before = kept_region(provider, region)
    resized(qtbot, view, NARROW)
    frame = provider.geometry(0).pictures[1]
    assert frame[2] - frame[0] < 300
    now = view.region
    assert now is not None
    after = kept_region(provider, now)
    assert isinstance(before, PictureRegion)
    assert isinstance(after, PictureRegion)
    assert after.as_rectangle == pytest.approx(before.as_rectangle, abs=0.5)


def test_a_picture_at_the_top_stays_there_as_far_down_as_it_was(qtbot: QtBot) -> None:
    data = {"part": "a", "width": 420.0, "height": 600.0}
    at = TEXT.index("Paragraph 9 ")
    lines = [Block(0, at - 1), Block(at, at, "picture", 0, data), Block(at, len(TEXT))]
    view = reading(qtbot, FlowProvider(TEXT, lines))
    provider = view.provider
    assert provider is not None

    def part() -> float:
        _, top, _, bottom = provider.geometry(0).pictures[1]
        place = view.place_at(QPointF(100, 0))
        assert place is not None
        assert place[0] == 0
        return (place[2] - top) / (bottom - top)

    _, top, _, bottom = provider.geometry(0).pictures[1]
    view.go_to(0, (top + bottom) / 2)
    rest(qtbot, view)
    assert part() == pytest.approx(0.5, abs=0.02)
    resized(qtbot, view, NARROW)
    assert part() == pytest.approx(0.5, abs=0.02)


def test_a_position_remembered_in_a_wide_pane_is_found_in_a_narrow_one(qtbot: QtBot) -> None:
    view = reading(qtbot, plain(TEXT))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    rest(qtbot, view)
    kept, first = view.position(), top_line(view).start
    other = reading(qtbot, plain(TEXT), NARROW)
    other.restore(kept)
    rest(qtbot, other)
    line = top_line(other)
    assert line.start <= first < line.stop


def test_a_position_that_is_asked_for_at_once_tells_what_stands_there(qtbot: QtBot) -> None:
    view = reading(qtbot, plain(TEXT))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    kept = view.position()
    assert kept.anchor is not None
    assert kept.anchor.offset == top_line(view).start


def test_words_that_were_gone_to_stay_in_sight_in_a_pane_that_gets_narrower(qtbot: QtBot) -> None:
    view = reading(qtbot, plain(TEXT))
    start = TEXT.index("Paragraph 300 ")
    view.ensure_visible(TextRange(start, start + 13))
    resized(qtbot, view, 260)
    assert view.viewport().rect().contains(place_before(view, start).toPoint())


def test_a_zoom_that_was_chosen_enlarges_the_type_and_the_text_still_fits(qtbot: QtBot) -> None:
    view = reading(qtbot, plain(TEXT))
    view.set_zoom(2.0)
    rest(qtbot, view)
    assert view.zoom() == 2.0
    assert view.horizontalScrollBar().maximum() == 0
    assert without_ink(view, letters_in(view)) == ""


def test_a_wide_table_is_scrolled_to_sideways(qtbot: QtBot) -> None:
    text = "Photovoltaics\n" * 8 + "Words below.\n"
    cells = [
        Block(14 * n, 14 * n + 13, "table-cell", 0, {"table": 1, "row": 0, "col": n})
        for n in range(8)
    ]
    view = reading(qtbot, FlowProvider(text, [*cells, Block(112, 124)]), NARROW)
    assert view.horizontalScrollBar().maximum() > 0
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    last = 13 * 7 + 7
    assert view.viewport().rect().contains(place_before(view, last + 5).toPoint())


def test_every_direction_of_writing_is_hit_exactly_on_a_narrow_sheet(qtbot: QtBot) -> None:
    view = reading(qtbot, plain(HARD), 240)
    for word in ("שלום", "السلام", "漢字", "ligatures"):
        at = HARD.index(word)
        assert view.offset_at(place_before(view, at)) == at


def begin_another_sheet(view: ReaderView) -> None:
    """Have the text made ready for a narrow pane, which has not been taken in yet: now, since
    between two looks of a test it may have begun and ended."""
    view.resize(NARROW, HIGH)
    view._reflow._begin()
    assert view._reflow._making is not None


def test_a_view_that_is_closed_while_its_text_is_made_ready_leaves_nothing(qtbot: QtBot) -> None:
    view = reading(qtbot, plain(TEXT))
    begin_another_sheet(view)
    view.close_document()
    assert not view.is_being_set


def test_another_document_is_not_set_for_the_one_before(qtbot: QtBot) -> None:
    view = reading(qtbot, plain(TEXT))
    begin_another_sheet(view)
    view.set_document(plain("Other words, and few."))
    rest(qtbot, view)
    assert view.offset_at(place_before(view, 6)) == 6
    assert sheet_of(view) < USUAL.width


def test_a_size_that_is_not_told_yet_keeps_the_view_from_rest(qtbot: QtBot) -> None:
    view = reading(qtbot, plain(TEXT))
    pictures, provider = view.pictures, view.provider
    assert pictures is not None
    assert provider is not None
    last = view.page_count - 1
    told: list[int] = []
    pictures.measured.connect(told.append)
    pictures.want([measuring(last)])
    provider.measure(last)
    assert provider.measured(last)
    assert not pictures.is_idle
    qtbot.waitUntil(lambda: last in told, timeout=WAIT)
    qtbot.waitUntil(lambda: pictures.is_idle, timeout=WAIT)
