"""Report data made by hand: small cases as the database would hand them out, without one."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from verifier.queries.audit import AuditRow
from verifier.queries.case import CaseRow, PersonRow
from verifier.queries.claims import AssessmentRow, ClaimRow, HighlightRow
from verifier.queries.documents import DocumentRow, PageRow
from verifier.queries.evidence import CitationRow, EvidenceRow, SourceRow
from verifier.queries.report import ReportClaim, ReportData, ReportDocument, report_data
from verifier.queries.reviews import CommentRow
from verifier.text.document import Block, Span
from verifier.workspace import Workspace

START = datetime(2022, 1, 18, 8, 0, tzinfo=UTC)
EXPORTED = datetime(2022, 1, 19, 10, 30, tzinfo=timezone(timedelta(hours=2)))
NOVAK = PersonRow("p1", "A. Novak", "AN", "", "checker")
HAAS = PersonRow("p2", "R. Haas", "RH", "", "editor")


def data_of(workspace: Workspace) -> ReportData:
    """What a report of an open case is made of."""
    with workspace.reading() as session:
        return report_data(session, workspace.case_id)


def case_row(**changes: Any) -> CaseRow:
    row = CaseRow(
        id="case-1",
        title="Weekly report",
        language="en-GB",
        description="",
        verdict_scale="verification",
        confidence_scale="analytic",
        likelihood_scale="icd203",
        house_rules={},
        report_settings={},
        notes=[],
        created_at=START,
    )
    return replace(row, **changes)


def document(
    text: str,
    *,
    number: int = 1,
    blocks: tuple[Block, ...] = (),
    spans: tuple[Span, ...] = (),
    **changes: Any,
) -> ReportDocument:
    row = DocumentRow(
        id=f"d{number}",
        number=number,
        title=f"Document {number}",
        author="",
        publisher="",
        published="",
        url="",
        language="",
        note="",
        edition_id=f"e{number}",
        edition=1,
        file_name=f"report{number}.txt",
        imported_at=START,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        size=len(text),
        media_type="text/plain",
        text_layer_id=f"t{number}",
        reader="plain",
        characters=len(text),
        text_sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        notices=[],
        properties={},
        pages=1,
    )
    page = PageRow(1, 0, len(text), 0, 0, 0, "")
    return ReportDocument(replace(row, **changes), text, (page,), blocks, spans, ())


def highlight(
    shown: ReportDocument, number: int, start: int, stop: int, *, part: int = 1
) -> HighlightRow:
    return HighlightRow(
        id=f"h{number}-{shown.row.number}-{part}",
        claim_id=f"c{number}",
        document_id=shown.row.id,
        edition_id=shown.row.edition_id,
        quote=shown.text[start:stop],
        prefix="",
        suffix="",
        start=start,
        stop=stop,
        page=1,
        rectangles=[],
        picture="",
        anchoring="exact",
        version=1,
    )


def assessment(number: int, verdict: str = "supported", **changes: Any) -> AssessmentRow:
    row = AssessmentRow(
        id=f"a{number}",
        claim_id=f"c{number}",
        person_id=NOVAK.id,
        person=NOVAK.name,
        at=START + timedelta(hours=number),
        verdict_scale="verification",
        verdict=verdict,
        confidence_scale="analytic",
        confidence="moderate",
        likelihood_scale="icd203",
        likelihood="",
        reason=f"Reason {number}",
        findings=[],
        correction="",
        assumptions=[],
        gaps=[],
        would_change=[],
        supersedes_id=None,
        reopened_because="",
    )
    return replace(row, **changes)


def claim(
    number: int,
    statement: str = "",
    *,
    highlights: tuple[HighlightRow, ...] = (),
    history: tuple[AssessmentRow, ...] | None = None,
    citations: tuple[CitationRow, ...] = (),
    comments: tuple[CommentRow, ...] = (),
    **changes: Any,
) -> ReportClaim:
    row = ClaimRow(
        id=f"c{number}",
        number=number,
        statement=statement or f"Claim {number}",
        claimant="",
        reported_by="",
        date="",
        date_note="",
        kind="",
        implied=False,
        worth="",
        priority=0,
        tags=[],
        assignee_id=None,
        due="",
        status="in_progress",
        note="",
        version=1,
        created_at=START,
    )
    history = (assessment(number),) if history is None else history
    return ReportClaim(
        row=replace(row, **changes),
        highlights=highlights,
        assessment=history[-1] if history else None,
        history=history,
        citations=citations,
        comments=comments,
        reviews=(),
        attributions=(),
        matrix=None,
    )


def comment(
    number: int, text: str, *, claim: int = 1, parent: int | None = None, **changes: Any
) -> CommentRow:
    row = CommentRow(
        id=f"k{number}",
        claim_id=f"c{claim}",
        subject="claim",
        subject_id=f"c{claim}",
        parent_id=None if parent is None else f"k{parent}",
        person_id=HAAS.id,
        person=HAAS.name,
        initials=HAAS.initials,
        at=START + timedelta(days=1, minutes=number),
        text=text,
        resolved_at=None,
        version=1,
        edited=False,
    )
    return replace(row, **changes)


def source(number: int, **changes: Any) -> SourceRow:
    row = SourceRow(
        id=f"s{number}",
        label=f"S{number}",
        parent_id=None,
        kind="publication",
        title=f"Source {number}",
        publisher="A paper",
        author="",
        published="2022-01-15",
        date_note="",
        url=f"https://example.org/{number}",
        archive_url="",
        language="en",
        description="",
        interests="",
        reliability="B",
        credibility="2",
        reliability_reason="",
        independence_group="",
        basis="found",
        csl={},
        version=1,
    )
    return replace(row, **changes)


def evidence(number: int, **changes: Any) -> EvidenceRow:
    row = EvidenceRow(
        id=f"v{number}",
        source_id=f"s{number}",
        title="",
        kind="link",
        blob_sha256=None,
        text_layer_id=None,
        file_name="",
        url=f"https://example.org/{number}",
        final_url="",
        archive_url="",
        archive_service="",
        archived_at=None,
        captured_at=None,
        captured_offset=0,
        collector="",
        method="",
        tool="",
        http_status=None,
        language="",
        tlp="clear",
        rights="",
        origin_group="",
        note="",
        properties={},
        version=1,
        size=None,
        media_type=None,
    )
    return replace(row, **changes)


def citation(number: int, *, claim: int = 1, source: int = 1, **changes: Any) -> CitationRow:
    row = CitationRow(
        id=f"x{number}",
        claim_id=f"c{claim}",
        evidence_id=f"v{source}",
        stance="supports",
        quote="their words",
        prefix="",
        suffix="",
        start=None,
        stop=None,
        locator="",
        note="",
        credibility="2",
        credibility_reason="",
        basis="found",
        version=1,
        rectangles=[],
        picture="",
        source_id=f"s{source}",
    )
    return replace(row, **changes)


def audit_row(seq: int) -> AuditRow:
    return AuditRow(
        seq=seq,
        at=START + timedelta(minutes=seq),
        person_id=NOVAK.id,
        person_name=NOVAK.name,
        verb="add",
        entity="claim",
        entity_id="c1",
        before=None,
        after={},
        previous_hash="0" * 64,
        hash="f" * 64,
    )


def data(
    documents: Sequence[ReportDocument] = (),
    claims: Sequence[ReportClaim] = (),
    *,
    sources: Sequence[SourceRow] = (),
    items: Sequence[EvidenceRow] = (),
    case: CaseRow | None = None,
) -> ReportData:
    """Report data in which the documents' passages are those of the claims."""
    every = [passage for one in claims for passage in one.highlights]
    return ReportData(
        case=case or case_row(),
        people=(NOVAK, HAAS),
        documents=tuple(
            replace(
                shown,
                highlights=tuple(
                    sorted(
                        (h for h in every if h.edition_id == shown.row.edition_id),
                        key=lambda h: (h.start, h.stop),
                    )
                ),
            )
            for shown in documents
        ),
        claims=tuple(claims),
        relations=(),
        sources=tuple(sources),
        evidence=tuple(items),
        custody=(),
        incidents=(),
        attributions=(),
        audit=(audit_row(1),),
    )


def marked(text: str, *ranges: tuple[int, int], **document_changes: Any) -> ReportData:
    """A case of one document in which each range is a claim of its own."""
    shown = document(text, **document_changes)
    claims = [
        claim(number, highlights=(highlight(shown, number, start, stop),))
        for number, (start, stop) in enumerate(ranges, start=1)
    ]
    return data([shown], claims)
