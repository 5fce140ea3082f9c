"""A quote over a page's end is shown in the inspector without the heads and feet in between."""

from __future__ import annotations

from factories import Imported, claim_at
from pdf_pages import HEAD, WHOLE, over_pages, said_over_pages
from PySide6.QtWidgets import QLabel, QWidget
from window_driving import Bench

from verifier.actions.evidence import Cite
from verifier.exchange.locker import attaching
from verifier.reading.evidence import examine
from verifier.states import Stance
from verifier.ui.inspector.citation_card import CitationCard
from verifier.ui.inspector.head import PassageCard


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
