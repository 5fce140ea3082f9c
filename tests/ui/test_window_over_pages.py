"""A passage over a page's end is shown and marked without the heads and feet in between."""

from __future__ import annotations

from factories import Imported, claim_at
from pdf_pages import BEGINS, ENDS, HEAD, NOTE, WHOLE, over_pages, said_over_pages
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QLabel, QWidget
from window_driving import Bench

from verifier.actions.evidence import Cite
from verifier.exchange.locker import attaching
from verifier.reading.evidence import examine
from verifier.states import Stance
from verifier.text.ranges import TextRange
from verifier.ui.inspector.citation_card import CitationCard
from verifier.ui.inspector.head import PassageCard
from verifier.ui.passages import rectangles_of
from verifier.ui.reader.geometry import Rect
from verifier.ui.reader.view import ReaderView


def words_of(card: QWidget) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel)]


def test_cards_of_passages_and_citations_say_it_whole(bench: Bench) -> None:
    bench.new_case()
    path = over_pages(bench.folder)
    bench.import_file(path)
    (document,) = bench.shell.documents
    assert bench.view.provider is not None
    text = bench.view.provider.text
    quote = said_over_pages(text)
    claim = claim_at(Imported(document.id, document.edition_id, text), quote)
    bench.do(claim)
    item = attaching(examine(path), claim_id=claim.id)
    bench.do(item)
    bench.do(Cite(claim.id, item.id, Stance.SUPPORTS, {"quote": quote}))
    bench.shell.select(claim.id)
    (passage,) = bench.inspector.findChildren(PassageCard)
    assert f"“{WHOLE}”" in words_of(passage)
    bench.until(lambda: bench.inspector.findChildren(CitationCard))
    cards = bench.inspector.findChildren(CitationCard)
    assert any(f"“{WHOLE}”" in words_of(card) for card in cards)
    assert HEAD in passage.highlight.quote
    assert bench.claims[0].highlights[0].quote == quote


def opened(bench: Bench) -> tuple[Imported, ReaderView]:
    """A report with a sentence over its first page's end, in the window."""
    bench.new_case()
    bench.import_file(over_pages(bench.folder))
    (document,) = bench.shell.documents
    assert bench.view.provider is not None
    text = bench.view.provider.text
    whole = TextRange(0, len(text))
    bench.until(lambda: bench.view.provider and bench.view.provider.running_lines(whole))
    return Imported(document.id, document.edition_id, text), bench.view


def range_of(text: str, words: str) -> TextRange:
    return TextRange(text.index(words), text.index(words) + len(words))


def rects_of(view: ReaderView, words: str) -> list[Rect]:
    """Where some words of the first page stand."""
    assert view.provider is not None
    found = range_of(view.provider.text, words)
    return view.provider.geometry(0).rects(found.start, found.stop)


def marked_on(view: ReaderView, page: int) -> list[Rect]:
    assert view.provider is not None
    marks = view._index.marks(page, view.provider.geometry(page))
    tints = [rect for rect, _, _ in marks.tints]
    assert sorted(tints) == sorted(line.rect for line in marks.underlines)
    return tints


def middle_of(view: ReaderView, rect: Rect) -> QPointF:
    x0, y0, x1, y1 = rect
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    return view.to_viewport(0, (x, y, x, y)).topLeft()


def test_a_passage_over_two_pages_leaves_the_running_heads_unmarked(bench: Bench) -> None:
    document, view = opened(bench)
    claim = claim_at(document, said_over_pages(document.text))
    bench.do(claim)
    bench.until(view.highlights)
    assert marked_on(view, 0) == [rect for words in ENDS for rect in rects_of(view, words)]
    assert len(marked_on(view, 1)) == len(BEGINS)
    (mark,) = view.highlights()
    assert view.highlights_at(middle_of(view, rects_of(view, ENDS[0])[0])) == [mark]
    for words in (HEAD, NOTE):
        assert view.highlights_at(middle_of(view, rects_of(view, words)[0])) == []
    marks = rectangles_of(view, mark.range)
    assert [rectangle[0] for rectangle in marks] == [1, 1, 2, 2]


def test_a_running_head_that_is_marked_itself_is_shown_so(bench: Bench) -> None:
    document, view = opened(bench)
    bench.do(claim_at(document, HEAD))
    bench.until(view.highlights)
    assert marked_on(view, 0) == rects_of(view, HEAD)
    assert view.highlights_at(middle_of(view, rects_of(view, HEAD)[0])) == list(view.highlights())


def test_a_selection_over_two_pages_leaves_them_out_while_it_grows(bench: Bench) -> None:
    document, view = opened(bench)
    whole = range_of(document.text, said_over_pages(document.text))
    half = TextRange(whole.start, document.text.index(BEGINS[0]))
    lines = [rect for words in ENDS for rect in rects_of(view, words)]
    bench.until(lambda: 0 in view.visible_pages())
    assert set(view.rects_of(0, half)) > set(lines)
    assert view.rects_of(0, whole) == lines
    again = view._passed_differently(half, whole)
    assert {each.of(document.text) for each in again} == {HEAD, NOTE, "1"}
    assert view._passed_differently(None, half) == set()
