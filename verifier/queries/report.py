"""Everything a report says, frozen in one read transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from sqlalchemy.orm import Session

from verifier.queries import (
    attributions,
    audit,
    case,
    claims,
    documents,
    evidence,
    reports,
    reviews,
)
from verifier.queries.attributions import AchMatrix, AttributionRow, IncidentRow
from verifier.queries.audit import AuditRow
from verifier.queries.case import CaseRow, PersonRow
from verifier.queries.claims import AssessmentRow, ClaimRow, HighlightRow, RelationRow
from verifier.queries.documents import DocumentRow, PageRow
from verifier.queries.evidence import CitationRow, CustodyRow, EvidenceRow, SourceRow
from verifier.queries.reports import PastReport
from verifier.queries.reviews import CommentRow, ReviewRow
from verifier.queries.running import NO_RUNNING_LINES, RunningLines, running_lines
from verifier.queries.seen_text import SeenText, seen_texts
from verifier.text.document import Block, Span
from verifier.text.page_names import NUMBERS, PageNames
from verifier.text.regions import PictureRegion
from verifier.text.running import running_of

PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """A document with its whole text and the passages in it, in the order of the text."""

    row: DocumentRow
    text: str
    pages: tuple[PageRow, ...]
    blocks: tuple[Block, ...]
    spans: tuple[Span, ...]
    highlights: tuple[HighlightRow, ...]
    file: bytes = field(default=b"", repr=False)
    """The file itself where regions of its pages or pictures are marked: they are shown."""


@dataclass(frozen=True, slots=True)
class ReportClaim:
    """A claim with all that hangs on it; `assessment` is the one that counts."""

    row: ClaimRow
    highlights: tuple[HighlightRow, ...]
    assessment: AssessmentRow | None
    history: tuple[AssessmentRow, ...]
    citations: tuple[CitationRow, ...]
    comments: tuple[CommentRow, ...]
    reviews: tuple[ReviewRow, ...]
    attributions: tuple[AttributionRow, ...]
    matrix: AchMatrix | None


@dataclass(frozen=True, slots=True)
class ReportData:
    """The case as a report shows it. Lists are in the order in which they are to be shown."""

    case: CaseRow
    people: tuple[PersonRow, ...]
    documents: tuple[ReportDocument, ...]
    claims: tuple[ReportClaim, ...]
    relations: tuple[RelationRow, ...]
    sources: tuple[SourceRow, ...]
    evidence: tuple[EvidenceRow, ...]
    custody: tuple[CustodyRow, ...]
    incidents: tuple[IncidentRow, ...]
    attributions: tuple[AttributionRow, ...]
    audit: tuple[AuditRow, ...]
    previous: PastReport | None = None
    """The report that was given out last."""
    seen: Mapping[str, SeenText] = field(default_factory=dict)
    """By item of the locker, the text that was seen in its pictures."""
    running: RunningLines = NO_RUNNING_LINES
    """Heads, feet and line numbers of the pages of documents and of quoted items."""
    page_names: Mapping[str, PageNames] = field(default_factory=dict)
    """By edition, what the pages that are quoted are called, where not by number."""

    def is_seen(self, citation: CitationRow) -> bool:
        """Whether the quoted words were seen in a picture."""
        seen = self.seen.get(citation.evidence_id)
        return seen is not None and seen.holds(citation.start, citation.stop)

    def quote(self, row: HighlightRow | CitationRow) -> str:
        """A quote in its lines, without the running ones of the pages that it goes over."""
        return self.running.quote(row)

    def said(self, row: HighlightRow | CitationRow) -> str:
        """The same in one line."""
        return self.running.said(row)

    def words(self, row: HighlightRow) -> str:
        """The quote in one line; where a region is marked, its page or picture instead."""
        return self.said(row) if row.quote else row.words_on(self.names_of(row).of(row.page))

    def names_of(self, row: HighlightRow) -> PageNames:
        """What the pages of the edition that a passage stands in are called."""
        return self.page_names.get(row.edition_id, NUMBERS)

    def is_earlier(self, row: HighlightRow) -> bool:
        """Whether a passage stands in an earlier edition of its document only."""
        latest = (d.row.edition_id for d in self.documents if d.row.id == row.document_id)
        return next(latest, row.edition_id) != row.edition_id


class _OfClaim(Protocol):
    @property
    def claim_id(self) -> str | None: ...


Part = TypeVar("Part", bound=_OfClaim)


def _by_claim(parts: Iterable[Part]) -> dict[str | None, tuple[Part, ...]]:
    found: dict[str | None, list[Part]] = {}
    for part in parts:
        found.setdefault(part.claim_id, []).append(part)
    return {claim_id: tuple(own) for claim_id, own in found.items()}


def _documents(session: Session, case_id: str) -> tuple[ReportDocument, ...]:
    found = []
    for row in documents.documents(session, case_id):
        blocks, spans = documents.structure(session, row.text_layer_id)
        passages = claims.highlights(session, case_id, edition_id=row.edition_id)
        regions = [each.region for each in passages]
        is_drawn = (row.media_type == PDF and any(regions)) or any(
            isinstance(region, PictureRegion) for region in regions
        )
        found.append(
            ReportDocument(
                row=row,
                text=documents.text(session, row.text_layer_id),
                pages=documents.pages(session, row.text_layer_id),
                blocks=blocks,
                spans=spans,
                highlights=passages,
                file=documents.blob(session, row.sha256) if is_drawn else b"",
            )
        )
    return tuple(found)


def _running_lines(
    session: Session,
    shown: Iterable[ReportDocument],
    passages: Iterable[HighlightRow],
    items: Iterable[EvidenceRow],
    cited: Iterable[CitationRow],
) -> RunningLines:
    """Of the documents, of earlier editions that are quoted over a page's end, and of the items
    that are quoted over more than a line."""
    found = {each.row.edition_id: running_of(each.blocks) for each in shown}
    earlier = [passage for passage in passages if passage.edition_id not in found]
    found.update(running_lines(session, earlier, (), {}).by_text)
    long = {citation.evidence_id for citation in cited if "\n" in citation.quote}
    for item in items:
        if item.id in long and item.text_layer_id is not None:
            found[item.id] = running_of(documents.structure(session, item.text_layer_id)[0])
    return RunningLines({key: running for key, running in found.items() if running})


def report_data(session: Session, case_id: str) -> ReportData:
    """Read the whole case. The number of queries grows with the documents, not the claims."""
    marked = claims.highlights(session, case_id)
    passages = _by_claim(marked)
    histories = _by_claim(claims.assessments(session, case_id))
    citations = evidence.citations(session, case_id)
    cited = _by_claim(citations)
    shown = _documents(session, case_id)
    items = evidence.evidence(session, case_id)
    remarks = _by_claim(reviews.comments(session, case_id))
    steps = _by_claim(reviews.reviews(session, case_id))
    attributed = attributions.attributions(session, case_id)
    timelines = _by_claim(attributed)
    matrices = {matrix.claim_id: matrix for matrix in attributions.matrices(session, case_id)}
    return ReportData(
        case=case.case_row(session, case_id),
        people=case.people(session, case_id),
        documents=shown,
        claims=tuple(
            ReportClaim(
                row=row,
                highlights=passages.get(row.id, ()),
                assessment=claims.current_assessment(histories.get(row.id, ())),
                history=histories.get(row.id, ()),
                citations=cited.get(row.id, ()),
                comments=remarks.get(row.id, ()),
                reviews=steps.get(row.id, ()),
                attributions=timelines.get(row.id, ()),
                matrix=matrices.get(row.id),
            )
            for row in claims.claim_rows(session, case_id)
        ),
        relations=claims.relations(session, case_id),
        sources=evidence.sources(session, case_id),
        evidence=items,
        custody=evidence.custody(session, case_id),
        incidents=attributions.incidents(session, case_id),
        attributions=attributed,
        audit=audit.trail(session, case_id),
        previous=reports.last_report(session, case_id),
        seen=seen_texts(session, case_id),
        running=_running_lines(session, shown, marked, items, citations),
        page_names=documents.quoted_page_names(session, case_id),
    )
