"""Which claims a report shows: the filters of its settings, applied to the data once."""

from __future__ import annotations

from dataclasses import replace

from verifier.export import palette
from verifier.export.settings import ReportSettings
from verifier.queries.report import ReportClaim, ReportData, ReportDocument
from verifier.states import ClaimStatus

PUBLISHED = frozenset({ClaimStatus.PUBLISHED, ClaimStatus.CORRECTED})


def shown(data: ReportData, settings: ReportSettings) -> ReportData:
    """The data with only the claims that pass; sources that none of them needs are left out."""
    claims = tuple(claim for claim in data.claims if _passes(claim, data, settings))
    if len(claims) == len(data.claims):
        return data
    ids = {claim.row.id for claim in claims}
    attributions = tuple(a for a in data.attributions if a.claim_id is None or a.claim_id in ids)
    kept = replace(
        data,
        claims=claims,
        documents=tuple(_document(document, ids) for document in data.documents),
        relations=tuple(r for r in data.relations if r.claim_id in ids and r.other_id in ids),
        attributions=attributions,
    )
    needed = _sources_of(kept)
    return replace(kept, sources=tuple(s for s in data.sources if s.id in needed))


def _passes(claim: ReportClaim, data: ReportData, settings: ReportSettings) -> bool:
    if settings.only_published and claim.row.status not in PUBLISHED:
        return False
    if not settings.minimum_confidence:
        return True
    if claim.assessment is None:
        return False
    wanted = palette.rank(data.case.confidence_scale, settings.minimum_confidence)
    scale = claim.assessment.confidence_scale or data.case.confidence_scale
    given = palette.rank(scale, claim.assessment.confidence)
    return wanted is None or (given is not None and given >= wanted)


def _document(document: ReportDocument, ids: set[str]) -> ReportDocument:
    return replace(document, highlights=tuple(h for h in document.highlights if h.claim_id in ids))


def _sources_of(data: ReportData) -> set[str]:
    items = {citation.evidence_id for claim in data.claims for citation in claim.citations}
    for attribution in data.attributions:
        items.update(attribution.evidence_ids)
    return {item.source_id for item in data.evidence if item.id in items and item.source_id}
