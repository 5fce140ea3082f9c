"""What a report held, small enough to be kept: the judgement of each claim."""

from __future__ import annotations

from typing import Any

from verifier.queries.report import ReportClaim, ReportData

VERSION = 1


def frozen(data: ReportData) -> dict[str, Any]:
    """The claims with their judgements as plain values."""
    return {"version": VERSION, "claims": [_claim(claim) for claim in data.claims]}


def _claim(claim: ReportClaim) -> dict[str, Any]:
    row = claim.assessment
    return {
        "id": claim.row.id,
        "number": claim.row.number,
        "statement": claim.row.statement,
        "verdict_scale": row.verdict_scale if row else "",
        "verdict": row.verdict if row else "",
        "confidence_scale": row.confidence_scale if row else "",
        "confidence": row.confidence if row else "",
        "likelihood_scale": row.likelihood_scale if row else "",
        "likelihood": row.likelihood if row else "",
        "correction": row.correction if row else "",
        "sources": sorted({c.source_id for c in claim.citations if c.source_id}),
    }
