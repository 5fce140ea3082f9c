"""Rated claims as schema.org ClaimReview, by the rules that Google publishes for it.

A number is written only where the scale documents what each number means; a verdict outside the
order (unproven, satire) is words alone, because a number would place it between true and false.
"""

from __future__ import annotations

import json
import re
from typing import Any

from verifier.export import palette
from verifier.export.flat import utc
from verifier.export.web_annotations import iri
from verifier.export.wording import is_web
from verifier.queries.claims import AssessmentRow
from verifier.queries.report import ReportClaim, ReportData, ReportDocument
from verifier.states import ClaimKind

_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def claim_reviews(data: ReportData, site: str = "") -> bytes:
    """Every rated claim. `site` is the address of the page that will carry the mark-up.

    Each review's address is that page with #claim-N, as the HTML page names its cards. Without
    `site` the addresses are relative: they mean whatever page the mark-up is put into.
    """
    documents = {document.row.edition_id: document for document in data.documents}
    reviews = [
        _review(claim, claim.assessment, data, documents, site)
        for claim in data.claims
        if claim.assessment is not None and claim.assessment.verdict
    ]
    graph = {"@context": "https://schema.org", "@graph": reviews}
    return (json.dumps(graph, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _review(
    claim: ReportClaim,
    row: AssessmentRow,
    data: ReportData,
    documents: dict[str, ReportDocument],
    site: str,
) -> dict[str, Any]:
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "url": f"{iri(site).split('#')[0]}#claim-{claim.row.number}",
        "claimReviewed": claim.row.statement,
        "datePublished": utc(row.at)[:10],
        "author": _author(row, data),
        "itemReviewed": _claim(claim, documents),
        "reviewRating": _rating(row.verdict_scale or data.case.verdict_scale, row.verdict),
    }
    if row.reason:
        review["reviewBody"] = row.reason
    if data.case.language:
        review["inLanguage"] = data.case.language
    return review


def _author(row: AssessmentRow, data: ReportData) -> dict[str, Any]:
    """The house, where the case's rules name it, else who rated."""
    house = data.case.house_rules.get("publisher", "")
    if house:
        return {"@type": "Organization", "name": str(house)}
    return {"@type": "Person", "name": row.person}


def _claim(claim: ReportClaim, documents: dict[str, ReportDocument]) -> dict[str, Any]:
    row = claim.row
    found: dict[str, Any] = {"@type": "Claim"}
    if row.claimant:
        kind = "Person" if row.kind == ClaimKind.QUOTATION else "Organization"
        found["author"] = {"@type": kind, "name": row.claimant}
    if _ISO_DATE.fullmatch(row.date):
        found["datePublished"] = row.date
    rows = [documents[h.edition_id].row for h in claim.highlights if h.edition_id in documents]
    works = {
        document.id: {"@type": "CreativeWork", "name": document.title, "url": iri(document.url)}
        for document in rows
        if is_web(document.url)
    }
    if works:
        found["appearance"] = list(works.values())
    return found


def _rating(scale_id: str, code: str) -> dict[str, Any]:
    rating: dict[str, Any] = {
        "@type": "Rating",
        "alternateName": palette.verdict(scale_id, code).label,
    }
    level = palette.known_level(scale_id, code)
    scale = palette.known_scale(scale_id)
    if scale is None or level is None or "claimreview" not in level.numbers:
        return rating
    numbers = [
        other.numbers["claimreview"] for other in scale.levels if "claimreview" in other.numbers
    ]
    return {
        **rating,
        "ratingValue": _number(level.numbers["claimreview"]),
        "bestRating": _number(max(numbers)),
        "worstRating": _number(min(numbers)),
    }


def _number(value: float) -> int | float:
    return int(value) if value == int(value) else value
