"""Ends of a highlight are moved by grips and keys; regions are drawn, moved and taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from reading_samples import HARD, WAIT, make_pdf, marked, place_before, plain, shown

from verifier.text.ranges import TextRange
from verifier.text.regions import Region
from verifier.ui.reader.geometry import sides
from verifier.ui.reader.grips import Grip, cursor_of, stepped, with_edge, with_end
from verifier.ui.reader.highlights import PaintedHighlight
from verifier.ui.reader.view import ReaderView

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
WORDS = "One two  three four"


def test_the_pointer_over_a_grip_shows_the_way_it_goes_on_a_turned_page() -> None:
    region = Region(1, 100, 100, 200, 200)
    side, corner = Grip(region, 1, 0, 0, 200, 150), Grip(region, 1, 1, 0, 200, 200)
    shape = Qt.CursorShape
    assert cursor_of(side, on_its_side=False) is shape.SizeHorCursor
    assert cursor_of(side, on_its_side=True) is shape.SizeVerCursor
    assert cursor_of(corner, on_its_side=False) is shape.SizeFDiagCursor
    assert cursor_of(corner, on_its_side=True) is shape.SizeBDiagCursor


def words_of(place: TextRange) -> str:
    return place.of(WORDS)


def test_an_end_goes_from_word_to_word_and_never_stops_at_a_blank() -> None:
    two = TextRange(4, 7)
    further = stepped(WORDS, two, 1, forward=True, word=True)
    assert words_of(further) == "two  three"
    assert words_of(stepped(WORDS, further, 1, forward=False, word=True)) == "two"
    assert words_of(stepped(WORDS, two, 1, forward=True, word=False)) == "two  t"
    assert words_of(stepped(WORDS, two, -1, forward=False, word=False)) == "e two"
    assert words_of(stepped(WORDS, two, -1, forward=False, word=True)) == "One two"
    assert words_of(stepped(WORDS, further, -1, forward=True, word=True)) == "three"


def test_an_end_stops_at_the_other_one_and_at_the_ends_of_the_text() -> None:
    assert with_end(WORDS, TextRange(4, 7), 1, 0) == TextRange(4, 5)
    assert with_end(WORDS, TextRange(4, 7), -1, 12) == TextRange(6, 7)
    assert stepped(WORDS, TextRange(15, 19), 1, forward=True, word=True) == TextRange(15, 19)
    assert stepped(WORDS, TextRange(0, 3), -1, forward=False, word=True) == TextRange(0, 3)


def test_an_end_is_never_inside_an_emoji() -> None:
    start = HARD.index("👍🏽")
    assert with_end(HARD, TextRange(0, 5), 1, start + 1).stop == start


def test_the_edges_of_a_region_stay_on_its_page_and_apart() -> None:
    region = Region(1, 100, 100, 200, 200)
    corner = Grip(region, 1, 1, 0, 200, 200)
    assert with_edge(region, corner, 900, 150, (0, 0, 612, 792)) == Region(1, 100, 100, 612, 150)
    side = Grip(region, -1, 0, 0, 100, 150)
    assert with_edge(region, side, 300, 0, (0, 0, 612, 792)) == Region(1, 196, 100, 200, 200)


def chosen(view: ReaderView, words: str) -> None:
    """A selected highlight on some words, with grips."""
    view.movable = True
    view.set_highlights([marked(HARD, words, "mark", selected=True)])


def test_dragging_a_grip_moves_the_end_and_is_told_once(qtbot: QtBot) -> None:
    view = shown(qtbot, plain(HARD))
    chosen(view, "thumb")
    told: list[tuple[str, TextRange]] = []
    view.place_moved.connect(lambda name, place: told.append((name, place)))
    grips = {
        grip.across: grip for page in view.visible_pages() for grip, _ in view.mover.grips(page)
    }
    end = grips[1]
    begin = view.to_viewport(end.page, (end.x, end.y, end.x, end.y)).topLeft().toPoint()
    port = view.viewport()
    QTest.mousePress(port, LEFT, NONE, begin)
    for words in ("stand", " here"):
        at = HARD.index(words) + len(words)
        QTest.mouseMove(port, place_before(view, at).toPoint())
    assert view.mover.place is not None
    assert not told
    QTest.mouseRelease(port, LEFT, NONE, place_before(view, at).toPoint())
    ((name, place),) = told
    assert (name, place.of(HARD)) == ("mark", "thumb 👍🏽 stand here")
    assert view.selection() is None


def test_keys_move_the_ends_and_letting_go_of_alt_tells_it(qtbot: QtBot) -> None:
    view = shown(qtbot, plain(HARD))
    chosen(view, "thumb")
    told: list[TextRange] = []
    view.place_moved.connect(lambda _, place: told.append(place))
    for key, modifiers in (
        (Qt.Key.Key_Right, ALT | CTRL),
        (Qt.Key.Key_Right, ALT | CTRL),
        (Qt.Key.Key_Left, ALT | SHIFT | CTRL),
        (Qt.Key.Key_Left, ALT),
    ):
        QTest.keyPress(view, key, modifiers)
    assert not told
    QTest.keyRelease(view, Qt.Key.Key_Alt)
    assert [place.of(HARD) for place in told] == ["a thumb 👍🏽 stan"]
    QTest.keyPress(view, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: len(told) == 2, timeout=WAIT)
    assert "Accents" in told[1].of(HARD)


def test_an_end_goes_where_its_key_points_in_words_that_run_from_right_to_left(
    qtbot: QtBot,
) -> None:
    text = "המשרד אמר כי המחירים הוכפלו בתוך שנה."
    view = shown(qtbot, plain(text))
    view.movable = True
    view.set_highlights([marked(text, "המחירים", "mark", selected=True)])
    told: list[str] = []
    view.place_moved.connect(lambda _, place: told.append(place.of(text)))
    for key, modifiers in (
        (Qt.Key.Key_Left, ALT | CTRL),
        (Qt.Key.Key_Right, ALT),
        (Qt.Key.Key_Right, ALT | SHIFT | CTRL),
    ):
        QTest.keyPress(view, key, modifiers)
    QTest.keyRelease(view, Qt.Key.Key_Alt)
    assert told == ["כי המחירים הוכפל"]


def pages(qtbot: QtBot, folder: Path) -> ReaderView:
    return shown(qtbot, make_pdf(folder / "scan.pdf", [["First page"], [], ["Third page"]]))


def on_page(view: ReaderView, page: int, x: float, y: float) -> QPoint:
    return view.to_viewport(page, (x, y, x, y)).topLeft().toPoint()


def drag(view: ReaderView, start: QPoint, stop: QPoint, modifier: Qt.KeyboardModifier) -> None:
    port = view.viewport()
    QTest.mousePress(port, LEFT, modifier, start)
    for point in ((start + stop) / 2, stop):
        QTest.mouseMove(port, point)
    QTest.mouseRelease(port, LEFT, modifier, stop)


def test_a_region_is_drawn_with_alt_and_taken_with_the_key_of_claims(
    qtbot: QtBot, tmp_path: Path
) -> None:
    view = pages(qtbot, tmp_path)
    view.go_to_page(2)
    told: list[object] = []
    view.claim_wanted.connect(told.append)
    drag(view, on_page(view, 1, 100, 100), on_page(view, 1, 300, 200), ALT)
    region = view.region
    assert region is not None
    assert region.page == 2
    edges = zip(region.rect, (100, 100, 300, 200), strict=True)
    assert all(abs(one - other) < 2 for one, other in edges)
    QTest.keyClick(view, Qt.Key.Key_H)
    assert told == [region]
    view.select(None)
    assert view.region is None


def test_the_pen_is_moved_by_keys_and_put_away_by_escape(qtbot: QtBot, tmp_path: Path) -> None:
    view = pages(qtbot, tmp_path)
    view.pen.take_up()
    first = view.region
    assert first is not None
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT | CTRL)
    assert view.region == Region(1, first.x0 + 12, first.y0, first.x1 + 12, first.y1 + 1)
    told: list[object] = []
    view.claim_wanted.connect(told.append)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert told == [view.region]
    QTest.keyClick(view, Qt.Key.Key_Escape)
    put_away = view.region is None and not view.pen.is_up
    assert put_away


def gone(view: ReaderView, before: Region, after: Region) -> list[float]:
    """How far left, top, right and bottom side have gone as they are seen, in points."""
    seen = (sides(view.to_viewport(0, each.rect)) for each in (after, before))
    scale = view.page_layout.view.scale
    return [(now - then) / scale for now, then in zip(*seen, strict=True)]


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_keys_move_the_side_of_a_region_that_is_seen_there(
    qtbot: QtBot, tmp_path: Path, degrees: int
) -> None:
    view = pages(qtbot, tmp_path)
    view.movable = True
    view.set_rotation(degrees)
    place = Region(1, 100, 200, 180, 240)
    view.set_highlights([region("mark", place, selected=True)])
    told: list[Region] = []
    view.place_moved.connect(lambda _, moved: told.append(moved))
    for key, modifiers, way in (
        (Qt.Key.Key_Right, ALT, (0, 0, 6, 0)),
        (Qt.Key.Key_Left, ALT | SHIFT, (-6, 0, 0, 0)),
        (Qt.Key.Key_Down, ALT | CTRL, (0, 0, 0, 36)),
        (Qt.Key.Key_Up, ALT | SHIFT, (0, -6, 0, 0)),
    ):
        QTest.keyPress(view, key, modifiers)
        QTest.keyRelease(view, Qt.Key.Key_Alt)
        assert gone(view, place, told[-1]) == pytest.approx(way, abs=0.1)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_the_pen_goes_where_its_keys_point_on_a_turned_page(
    qtbot: QtBot, tmp_path: Path, degrees: int
) -> None:
    view = pages(qtbot, tmp_path)
    view.set_rotation(degrees)
    view.set_zoom(0.5)
    view.pen.take_up()
    for key, modifiers, way in (
        (Qt.Key.Key_Right, NONE, (12, 0, 12, 0)),
        (Qt.Key.Key_Up, NONE, (0, -12, 0, -12)),
        (Qt.Key.Key_Down, SHIFT, (0, 0, 0, 12)),
    ):
        before = view.region
        QTest.keyClick(view, key, modifiers)
        after = view.region
        assert before is not None
        assert after is not None
        assert gone(view, before, after) == pytest.approx(way, abs=0.1)


def region(name: str, place: Region, **looks: object) -> PaintedHighlight:
    values: dict[str, object] = {"tint": "#b3f2ea", "line": "#1d7f76", **looks}
    return PaintedHighlight(name, name, TextRange(0, 0), region=place, **values)  # type: ignore[arg-type]


def test_nested_regions_are_painted_tagged_and_clicked_through(
    qtbot: QtBot, tmp_path: Path
) -> None:
    view = pages(qtbot, tmp_path)
    view.movable = True
    outer, inner = Region(2, 100, 100, 300, 300), Region(2, 150, 150, 200, 200)
    view.set_highlights([region("outer", outer), region("inner", inner, selected=True)])
    view.ensure_visible(inner)
    assert view.current_page() == 2
    inside = view.to_viewport(1, inner.rect).center().toPoint()
    told: list[str] = []
    view.highlight_clicked.connect(told.append)
    QTest.mouseClick(view.viewport(), LEFT, NONE, inside)
    QTest.mouseClick(view.viewport(), LEFT, NONE, inside)
    assert told == ["outer", "outer"]
    assert [tag.highlight.id for tag in view._tags_of(1)] == ["outer", "inner"]
    image = view.viewport().grab().toImage()
    assert image.pixelColor(inside).name() != "#ffffff"
    moved: list[tuple[str, Region]] = []
    view.place_moved.connect(lambda name, place: moved.append((name, place)))
    drag(view, on_page(view, 1, 200, 200), on_page(view, 1, 260, 240), NONE)
    ((name, place),) = moved
    assert name == "inner"
    assert (round(place.x0), round(place.y0)) == (150, 150)
    assert abs(place.x1 - 260) < 2
    assert abs(place.y1 - 240) < 2


def test_a_text_without_pages_has_no_regions(qtbot: QtBot) -> None:
    view = shown(qtbot, plain(HARD))
    view.pen.take_up()
    assert view.region is None
    drag(view, place_before(view, 0).toPoint(), place_before(view, 11).toPoint(), ALT)
    assert view.selection() == TextRange(0, 11)
