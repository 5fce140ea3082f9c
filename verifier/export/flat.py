"""The case as flat tables of claims, sources and citations: what CSV and XLSX have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from verifier.export import palette
from verifier.export.passages import edition_of
from verifier.export.wording import evidence_title
from verifier.queries.claims import AssessmentRow, HighlightRow
from verifier.queries.evidence import CitationRow, EvidenceRow, SourceRow
from verifier.queries.report import ReportClaim, ReportData

Cell = str | int


@dataclass(frozen=True, slots=True)
class FlatTable:
    """A table; every row is as long as the heads. `widths` are in characters, for screens."""

    name: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(data: ReportData) -> tuple[FlatTable, FlatTable, FlatTable]:
    """Claims, sources and citations, in the order of the case."""
    return _claims(data), _sources(data), _citations(data)


CLAIMS = (
    ("Claim", 7),
    ("Statement", 60),
    ("Passage", 60),
    ("Document", 28),
    ("Page", 6),
    ("Page label", 10),
    ("Edition", 24),
    ("Start", 8),
    ("End", 8),
    ("Passages", 9),
    ("Claimant", 24),
    ("Reported by", 24),
    ("Date", 12),
    ("Kind", 12),
    ("Tags", 16),
    ("Status", 16),
    ("Verdict", 18),
    ("Verdict code", 16),
    ("Verdict scale", 14),
    ("Confidence", 12),
    ("Likelihood", 24),
    ("Reason", 60),
    ("Findings", 60),
    ("Correction", 40),
    ("Rated by", 18),
    ("Rated at (UTC)", 20),
    ("Citations", 9),
    ("Assigned to", 18),
    ("Note", 30),
    ("Id", 38),
)
SOURCES = (
    ("Source", 8),
    ("Kind", 14),
    ("Title", 50),
    ("Publisher", 28),
    ("Author", 24),
    ("Published", 12),
    ("Note on the date", 20),
    ("Address", 50),
    ("Archived copy", 40),
    ("Language", 9),
    ("Description", 50),
    ("Reliability", 10),
    ("Reliability in words", 24),
    ("Credibility", 10),
    ("Credibility in words", 24),
    ("Reason for the grade", 50),
    ("Origin group", 20),
    ("Basis", 12),
    ("Cited for", 20),
    ("Id", 38),
)
CITATIONS = (
    ("Claim", 7),
    ("Source", 8),
    ("Source name", 30),
    ("Stance", 10),
    ("Quote", 60),
    ("Place in the source", 20),
    ("Note", 40),
    ("Grade", 8),
    ("Reason for the grade", 40),
    ("Evidence", 40),
    ("Address", 50),
    ("Archived copy", 40),
    ("Captured at (UTC)", 20),
    ("SHA-256", 66),
    ("Basis", 12),
    ("Id", 38),
)


def _table(
    name: str, columns: tuple[tuple[str, int], ...], rows: Iterable[tuple[Cell, ...]]
) -> FlatTable:
    heads = tuple(head for head, _ in columns)
    return FlatTable(name, heads, tuple(width for _, width in columns), tuple(rows))


def _claims(data: ReportData) -> FlatTable:
    people = {person.id: person.name for person in data.people}
    names = {
        document.row.id: document.row.title or document.row.file_name for document in data.documents
    }
    return _table("Claims", CLAIMS, (_claim(claim, data, people, names) for claim in data.claims))


def _claim(
    claim: ReportClaim, data: ReportData, people: dict[str, str], names: dict[str, str]
) -> tuple[Cell, ...]:
    row = claim.row
    first = claim.highlights[0] if claim.highlights else None
    return (
        row.label,
        row.statement,
        *_passage(first, data, names),
        len(claim.highlights),
        row.claimant,
        row.reported_by,
        row.date,
        row.kind,
        _joined(row.tags),
        row.status,
        *_rating(claim.assessment, data),
        len(claim.citations),
        people.get(row.assignee_id or "", ""),
        row.note,
        row.id,
    )


def _passage(
    first: HighlightRow | None, data: ReportData, names: dict[str, str]
) -> tuple[Cell, ...]:
    if first is None:
        return ("",) * 7
    is_earlier = data.is_earlier(first)
    return (
        data.quote(first) or data.words(first),
        names.get(first.document_id, ""),
        first.page,
        data.names_of(first).own(first.page),
        edition_of(first, is_earlier=is_earlier),
        first.start,
        first.stop,
    )


def _rating(row: AssessmentRow | None, data: ReportData) -> tuple[Cell, ...]:
    if row is None:
        return ("Not rated", *("",) * 9)
    case = data.case
    verdict_scale = row.verdict_scale or case.verdict_scale
    return (
        palette.verdict(verdict_scale, row.verdict).label,
        row.verdict,
        row.verdict_scale,
        palette.label(row.confidence_scale or case.confidence_scale, row.confidence),
        palette.likelihood(row.likelihood_scale or case.likelihood_scale, row.likelihood),
        row.reason,
        "\n".join(row.findings),
        row.correction,
        row.person,
        utc(row.at),
    )


def _sources(data: ReportData) -> FlatTable:
    used: dict[str, dict[str, None]] = {}
    for claim, citation in _cited(data):
        used.setdefault(citation.source_id or "", {})[claim.row.label] = None
    rows = (_source(source, used.get(source.id, {})) for source in data.sources)
    return _table("Sources", SOURCES, rows)


def _source(source: SourceRow, used: Iterable[str]) -> tuple[Cell, ...]:
    return (
        source.label,
        source.kind,
        source.title,
        source.publisher,
        source.author,
        source.published,
        source.date_note,
        source.url,
        source.archive_url,
        source.language,
        source.description,
        source.reliability,
        palette.label(palette.RELIABILITY, source.reliability),
        source.credibility,
        palette.label(palette.CREDIBILITY, source.credibility),
        source.reliability_reason,
        source.independence_group,
        source.basis,
        _joined(used),
        source.id,
    )


def _citations(data: ReportData) -> FlatTable:
    items = {item.id: item for item in data.evidence}
    sources = {source.id: source for source in data.sources}
    rows = (
        _citation(
            claim,
            citation,
            data.quote(citation),
            items.get(citation.evidence_id),
            sources.get(citation.source_id or ""),
        )
        for claim, citation in _cited(data)
    )
    return _table("Citations", CITATIONS, rows)


def _citation(
    claim: ReportClaim,
    citation: CitationRow,
    quote: str,
    item: EvidenceRow | None,
    source: SourceRow | None,
) -> tuple[Cell, ...]:
    reliability = source.reliability if source else ""
    credibility = citation.credibility or (source.credibility if source else "")
    return (
        claim.row.label,
        source.label if source else "",
        evidence_title(item, source),
        citation.stance,
        quote,
        citation.locator,
        citation.note,
        palette.grade(reliability, credibility),
        citation.credibility_reason,
        item.title or item.file_name if item else "",
        (item.final_url or item.url) if item else "",
        item.archive_url if item else "",
        utc(item.captured_at) if item and item.captured_at else "",
        (item.blob_sha256 or "") if item else "",
        citation.basis,
        citation.id,
    )


def _cited(data: ReportData) -> Iterator[tuple[ReportClaim, CitationRow]]:
    for claim in data.claims:
        for citation in claim.citations:
            yield claim, citation


def _joined(words: Iterable[str]) -> str:
    return ", ".join(words)


def utc(at: datetime) -> str:
    """A time as every format here writes it: UTC to the second, ending in Z."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
