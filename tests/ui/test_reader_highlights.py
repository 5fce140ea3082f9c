"""Highlights in the view: they stand on their words, nested ones can each be reached."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from reading_samples import HARD, WAIT, long_text, marked, place_before, plain, shown

from verifier.text.ranges import TextRange
from verifier.text.regions import Region
from verifier.ui.reader.highlights import HighlightIndex, LinePattern, PaintedHighlight
from verifier.ui.reader.marks import deeper
from verifier.ui.reader.view import ReaderView

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
OUTER, INNER, INMOST = "family 👨‍👩‍👧 and a thumb 👍🏽 stand", "and a thumb 👍🏽", "thumb"


def nested() -> list[PaintedHighlight]:
    return [
        marked(HARD, OUTER, "outer", tint="#f7f2bd", line="#564c02", pattern=LinePattern.DASH),
        marked(HARD, INNER, "inner", tint="#f0969f", line="#771a36"),
        marked(HARD, INMOST, "inmost", tint="#b3f2ea", line="#1d7f76", pattern=LinePattern.DOT),
    ]


def colour_at(view: ReaderView, point: QPointF) -> str:
    image = view.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    return image.pixelColor((point * ratio).toPoint()).name()


def paper_in(view: ReaderView, index: int) -> str:
    """The colour of the paper just under the top of a character's box."""
    point = place_before(view, index)
    line = view.place_at(point)
    assert line is not None
    assert view.provider is not None
    page, x, _ = line
    geometry = view.provider.geometry(page)
    top = geometry.boxes[index - view.provider.starts[page]][1]
    place = view.to_viewport(page, (x, float(top) + 0.8, x, float(top) + 0.8)).topLeft()
    return colour_at(view, place)


def test_the_shortest_highlight_gives_the_tint(qtbot: QtBot) -> None:
    view = shown(qtbot, plain(HARD))
    view.set_highlights(nested())
    qtbot.waitUntil(lambda: paper_in(view, HARD.index("family")) == "#f7f2bd", timeout=WAIT)
    assert paper_in(view, HARD.index("and a thumb")) == deeper("#f0969f", 1)
    assert paper_in(view, HARD.index("thumb")) == deeper("#b3f2ea", 2)
    assert paper_in(view, HARD.index("stand")) == "#f7f2bd"
    assert paper_in(view, HARD.index("here")) == "#ffffff"


def test_a_passage_inside_another_of_the_same_colour_is_darker(qtbot: QtBot) -> None:
    view = shown(qtbot, plain(HARD))
    around, inside = nested()[:2]
    view.set_highlights([around, replace(inside, tint=around.tint)])
    qtbot.waitUntil(lambda: paper_in(view, HARD.index("family")) == around.tint, timeout=WAIT)
    assert paper_in(view, HARD.index("and a thumb")) == deeper(around.tint, 1)
    assert deeper(around.tint, 5) == deeper(around.tint, 50) > "#b0b000"


def test_a_click_goes_through_nested_highlights(qtbot: QtBot) -> None:
    view = shown(qtbot, plain(HARD))
    view.set_highlights(nested())
    point = place_before(view, HARD.index("thumb") + 2).toPoint()
    told: list[str] = []
    view.highlight_clicked.connect(told.append)
    for _ in range(4):
        QTest.mouseClick(view.viewport(), LEFT, NONE, point)
    assert told == ["inmost", "inner", "outer", "inmost"]


def test_a_click_goes_on_from_the_highlight_that_is_selected(qtbot: QtBot) -> None:
    view = shown(qtbot, plain(HARD))
    chosen = [marked(HARD, OUTER, "outer", selected=True), marked(HARD, INNER, "inner")]
    view.set_highlights(chosen)
    point = place_before(view, HARD.index("thumb")).toPoint()
    with qtbot.waitSignal(view.highlight_clicked, timeout=WAIT) as told:
        QTest.mouseClick(view.viewport(), LEFT, NONE, point)
    assert told.args == ["inner"]


def test_a_click_beside_the_words_tells_nothing(qtbot: QtBot) -> None:
    view = shown(qtbot, plain(HARD))
    view.set_highlights(nested())
    with qtbot.assertNotEmitted(view.highlight_clicked):
        QTest.mouseClick(view.viewport(), LEFT, NONE, place_before(view, 3).toPoint())


def test_a_tag_stands_beside_the_first_line_and_is_clicked_alone(qtbot: QtBot) -> None:
    view = shown(qtbot, plain(HARD))
    view.set_highlights(nested())
    tags = [tag for page in view.visible_pages() for tag in view._tags_of(page)]
    assert [tag.highlight.id for tag in tags] == ["outer", "inner", "inmost"]
    for one, other in itertools.pairwise(tags):
        assert not one.rect.intersects(other.rect)
    first_word = place_before(view, HARD.index("A family"))
    assert all(tag.rect.right() < first_word.x() for tag in tags)
    middle = tags[1].rect.center() - QPointF(view.offset)
    with qtbot.waitSignal(view.highlight_clicked, timeout=WAIT) as told:
        QTest.mouseClick(view.viewport(), LEFT, NONE, middle.toPoint())
    assert told.args == ["inner"]
    assert "inner" in view.tooltip_at(middle.toPoint())


def test_a_far_passage_is_brought_into_view_and_flashes_for_a_moment(qtbot: QtBot) -> None:
    text = long_text(3000)
    view = shown(qtbot, plain(text))
    start = text.index("Paragraph 2345 ")
    span = TextRange(start, start + 14)
    view.ensure_visible(span, flash=True)
    point = place_before(view, start)
    assert view.viewport().rect().contains(point.toPoint())
    assert view.character_at(point) == start
    qtbot.waitUntil(lambda: view._flashed is None, timeout=WAIT)


def test_hits_are_shown_and_the_current_one_is_visible(qtbot: QtBot) -> None:
    text = long_text(400)
    view = shown(qtbot, plain(text))
    hits = []
    at = text.find("says")
    while at >= 0:
        hits.append(TextRange(at, at + 4))
        at = text.find("says", at + 1)
    view.set_hits(hits, 300)
    assert view.viewport().rect().contains(place_before(view, hits[300].start).toPoint())
    qtbot.waitUntil(
        lambda: paper_in(view, hits[300].start + 1) == view.tokens.hit_current, timeout=WAIT
    )
    assert paper_in(view, hits[301].start + 1) == view.tokens.hit
    view.set_hits([])


def test_hits_in_a_highlight_have_the_colours_that_they_have_on_bare_paper(qtbot: QtBot) -> None:
    view = shown(qtbot, plain(HARD))
    view.set_highlights(nested())
    one, other = HARD.index("family"), HARD.index("thumb")
    view.set_hits([TextRange(one, one + 6), TextRange(other, other + 5)], 1)
    qtbot.waitUntil(lambda: paper_in(view, one + 1) == view.tokens.hit, timeout=WAIT)
    assert paper_in(view, other + 1) == view.tokens.hit_current
    assert paper_in(view, HARD.index("and a thumb")) == deeper("#f0969f", 1)
    view.set_hits([])


def test_the_strip_marks_claims_and_a_click_goes_there(qtbot: QtBot) -> None:
    text = long_text(1000)
    view = shown(qtbot, plain(text))
    view.set_highlights([marked(text, "Paragraph 900 says", "late", line="#771a36")])
    strip = view._strip
    image = strip.grab().toImage()
    marks = [y for y in range(strip.height()) if image.pixelColor(6, y) == QColor("#771a36")]
    assert marks
    QTest.mouseClick(strip, LEFT, NONE, QPoint(6, marks[0] + 1))
    visible = [view.provider.starts[page] for page in view.visible_pages()] if view.provider else []
    assert visible[0] - 8000 < text.index("Paragraph 900 ") < visible[-1] + 8000


def test_highlights_know_their_pages_and_lanes() -> None:
    def made(name: str, start: int, stop: int) -> PaintedHighlight:
        return PaintedHighlight(name, name, TextRange(start, stop), "#fff", "#000")

    index = HighlightIndex(
        [made("c", 5, 25), made("a", 0, 10), made("b", 10, 20), made("d", 29, 30)], [0, 10, 20, 30]
    )
    assert [h.id for h in index.on_page(0)] == ["a", "c"]
    assert [h.id for h in index.on_page(1)] == ["c", "b"]
    assert [h.id for h in index.on_page(2)] == ["c", "d"]
    assert [h.id for h in index.at(1, 12)] == ["b", "c"]
    assert {h.id: index.lane(number) for number, h in enumerate(index.all)} == {
        "a": 0, "c": 1, "b": 0, "d": 0,
    }  # fmt: skip


def test_a_changed_highlight_touches_its_own_pages_alone() -> None:
    def made(name: str, start: int, stop: int, tint: str = "#fff") -> PaintedHighlight:
        return PaintedHighlight(name, name, TextRange(start, stop), tint, "#000")

    index = HighlightIndex([made("a", 0, 4), made("b", 2, 12), made("c", 25, 28)], [0, 10, 20, 30])
    assert index.change([made("b", 2, 12, "#eee")]) == {0, 1}
    assert [h.tint for h in index.on_page(1)] == ["#eee"]
    assert index.change([made("d", 3, 5)], ["a"]) == {0, 1, 2}
    assert [h.id for h in index.on_page(0)] == ["b", "d"]
    assert index.find("a") is None
    assert index.find("c") == made("c", 25, 28)
    assert [index.lane(number) for number in range(3)] == [0, 1, 0]


def test_the_lanes_and_pages_of_many_highlights_are_those_of_a_plain_search() -> None:
    chance = random.Random(4)
    starts = list(range(0, 2001, 50))
    spans = [(at, at + chance.randrange(1, 90)) for at in chance.choices(range(1900), k=300)]
    made = [
        PaintedHighlight(f"h{n}", "", TextRange(*span), "#fff", "#000")
        for n, span in enumerate(spans)
    ]
    index = HighlightIndex(made, starts)
    for page, (start, stop) in enumerate(itertools.pairwise(starts)):
        wanted = {h.id for h in made if h.range.start < stop and h.range.stop > start}
        assert {h.id for h in index.on_page(page)} == wanted
    for number, one in enumerate(index.all):
        for other, another in enumerate(index.all[:number]):
            if another.range.stop > one.range.start:
                assert index.lane(number) != index.lane(other)


def test_changed_looks_leave_the_marks_that_all_highlights_at_once_would_have() -> None:
    chance = random.Random(7)
    text = long_text(30)
    provider = plain(text)
    geometry = provider.geometry(0)
    stop = provider.starts[1]
    spans = [(at, min(stop, at + chance.randrange(1, 60))) for at in range(0, stop - 1, 17)]
    held = {
        f"h{n}": PaintedHighlight(f"h{n}", f"C{n}", TextRange(*span), "#fff", "#000")
        for n, span in enumerate(spans)
    }
    index = HighlightIndex(held.values(), provider.starts)
    for _ in range(40):
        index.marks(0, geometry)
        fresh = [
            replace(
                held[name],
                selected=chance.random() < 0.5,
                tint=chance.choice(["#fff", held[name].tint, "#eee"]),
                sign=chance.choice(["", "check"]),
            )
            for name in chance.sample(sorted(held), 2)
        ]
        index.change(fresh)
        held.update((highlight.id, highlight) for highlight in fresh)
        anew = HighlightIndex(held.values(), provider.starts)
        assert index.marks(0, geometry) == anew.marks(0, geometry)


def test_highlights_that_come_and_go_one_by_one_are_in_order_as_all_at_once_would_be() -> None:
    chance = random.Random(9)
    starts = list(range(0, 1001, 50))

    def made(name: str) -> PaintedHighlight:
        at = chance.randrange(900)
        span = TextRange(at, at + chance.choice([0, 10, 90]))
        region = Region(at // 50 + 1, 1.0, 2.0, 3.0, 4.0) if not len(span) else None
        return PaintedHighlight(name, name, span, "#fff", "#000", region=region)

    held = {name: made(name) for name in map(str, range(60))}
    index = HighlightIndex(held.values(), starts)
    for step in range(60, 90):
        gone = set(chance.sample(sorted(held), 2))
        moved = chance.choice(sorted(held.keys() - gone))
        fresh = [made(str(step)), made(moved)]
        index.change(fresh, gone)
        held = {name: one for name, one in held.items() if name not in gone}
        held |= {one.id: one for one in fresh}
        anew = HighlightIndex(held.values(), starts)
        assert index.all == anew.all
        numbers = range(len(held))
        assert [index.lane(n) for n in numbers] == [anew.lane(n) for n in numbers]
        pages = range(len(starts) - 1)
        assert [index.on_page(page) for page in pages] == [anew.on_page(page) for page in pages]


def test_a_selected_claim_keeps_its_tag_in_its_place(qtbot: QtBot) -> None:
    view = shown(qtbot, plain(HARD))
    highlights = nested()
    view.set_highlights(highlights)
    view.viewport().grab()
    at = [tag.rect for tag in view._tags_of(0)]
    view.change_highlights([replace(highlights[0], selected=True)])
    assert [tag.rect for tag in view._tags_of(0)] == at
    assert [tag.highlight.id for tag in view._tags_of(0) if tag.highlight.selected] == ["outer"]
