"""Running heads, feet and line numbers of pages: a quote over a page's end is shown without them.

The words that are kept, and that the quote's place hangs on, hold them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from verifier.models import Edition, Page, TextLayer
from verifier.queries.claims import HighlightRow
from verifier.queries.evidence import CitationRow, EvidenceRow
from verifier.text.document import RUNNING
from verifier.text.one_line import in_one_line, without
from verifier.text.ranges import TextRange
from verifier.text.running import passed_over
from verifier.text.structure import ranges_of

TEXTS_KEPT = 16


@dataclass(frozen=True, slots=True)
class RunningLines:
    """Of editions and of items of the locker, by id, what stands on their pages and is not said."""

    by_text: Mapping[str, tuple[TextRange, ...]] = field(default_factory=dict)

    def of(self, row: HighlightRow | CitationRow) -> tuple[TextRange, ...]:
        """Those of the text that is quoted."""
        key = row.edition_id if isinstance(row, HighlightRow) else row.evidence_id
        return self.by_text.get(key, ())

    def passed_over(self, row: HighlightRow) -> Sequence[TextRange]:
        """Those that a passage goes over: they are not marked."""
        return passed_over(row.range, self.of(row))

    def quote(self, row: HighlightRow | CitationRow) -> str:
        """A quote in its lines, without the running ones of the pages that it goes over."""
        running = self.of(row)
        if row.start is None or "\n" not in row.quote or not running:
            return row.quote
        return without(row.quote, row.start, running)

    def said(self, row: HighlightRow | CitationRow) -> str:
        """The same in one line."""
        return in_one_line(self.quote(row))


NO_RUNNING_LINES = RunningLines()


def running_lines(
    session: Session,
    highlights: Iterable[HighlightRow],
    citations: Iterable[CitationRow],
    items: Mapping[str, EvidenceRow],
) -> RunningLines:
    """Those of the texts that are quoted over a page's end; most quotes are not."""
    found: dict[str, tuple[TextRange, ...]] = {}
    for passage in highlights:
        if "\n" in passage.quote and passage.edition_id not in found:
            layer = _layer_of(session, passage.edition_id)
            if _is_over_pages(session, layer, passage.range):
                found[passage.edition_id] = _running_in(session, layer)
    for citation in citations:
        item, place = items.get(citation.evidence_id), citation.place
        text = item.text_layer_id if item is not None else None
        if text is None or citation.evidence_id in found or not isinstance(place, TextRange):
            continue
        if "\n" in citation.quote and _is_over_pages(session, text, place):
            found[citation.evidence_id] = _running_in(session, text)
    return RunningLines(found) if found else NO_RUNNING_LINES


def _layer_of(session: Session, edition_id: str) -> str:
    return session.scalars(select(Edition.text_layer_id).where(Edition.id == edition_id)).one()


def _is_over_pages(session: Session, layer_id: str, words: TextRange) -> bool:
    begun = select(Page.number).where(
        Page.text_layer_id == layer_id, Page.start > words.start, Page.start < words.stop
    )
    return session.scalars(begun.limit(1)).first() is not None


def _running_in(session: Session, layer_id: str) -> tuple[TextRange, ...]:
    """The running lines of a text. Its structure never changes: it is unpacked once."""
    packed = select(TextLayer.structure).where(TextLayer.id == layer_id)
    return _unpacked(session.scalars(packed).one_or_none() or b"")


@lru_cache(maxsize=TEXTS_KEPT)
def _unpacked(structure: bytes) -> tuple[TextRange, ...]:
    return ranges_of(structure, RUNNING)
