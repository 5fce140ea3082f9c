"""Ratings of a file of annotations: as actions, and whether the case has them already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from verifier.actions.assessments import Assess
from verifier.exchange.entries import AssessmentEntry
from verifier.queries.case import CaseRow
from verifier.queries.claims import AssessmentRow

WORDS = ("reason", "correction")
LISTS = ("findings", "assumptions", "gaps", "would_change")
CODES = ("verdict", "confidence", "likelihood")


def rating(
    claim_id: str, entry: AssessmentEntry, person_id: str | None, at: datetime | None
) -> Assess:
    """The action that gives a claim the rating of an entry."""
    return Assess(
        claim_id,
        verdict=entry.verdict,
        confidence=entry.confidence,
        likelihood=entry.likelihood,
        reason=entry.reason,
        findings=entry.findings,
        correction=entry.correction,
        assumptions=entry.assumptions,
        gaps=entry.gaps,
        would_change=entry.would_change,
        person_id=person_id,
        at=at,
        verdict_scale=entry.verdict_scale,
        confidence_scale=entry.confidence_scale,
        likelihood_scale=entry.likelihood_scale,
    )


def is_known(
    wanted: Assess, person_id: str, history: Iterable[AssessmentRow], case: CaseRow
) -> bool:
    """Whether that person gave the claim this rating: it stands, or stood at that very time."""
    own = [row for row in history if row.claim_id == wanted.claim_id and row.person_id == person_id]
    superseded = {row.supersedes_id for row in own}
    return any(
        _content(row) == _wanted_content(wanted, case)
        for row in own
        if row.id not in superseded or row.at == wanted.at
    )


def is_outdated(wanted: Assess, person_id: str, history: Sequence[AssessmentRow]) -> bool:
    """Whether that person has rated the claim since."""
    own = [row for row in history if row.claim_id == wanted.claim_id and row.person_id == person_id]
    return wanted.at is not None and any(row.at > wanted.at for row in own)


def _content(row: AssessmentRow) -> tuple[object, ...]:
    codes = [(getattr(row, f"{name}_scale"), getattr(row, name)) for name in CODES]
    lists = [tuple(getattr(row, name)) for name in LISTS]
    return (*codes, *lists, *(getattr(row, name) for name in WORDS))


def _wanted_content(wanted: Assess, case: CaseRow) -> tuple[object, ...]:
    """As the case would keep it: with the case's scales where none are named."""
    codes = []
    for name in CODES:
        scale_id = getattr(wanted, f"{name}_scale") or getattr(case, f"{name}_scale")
        code = getattr(wanted, name)
        codes.append((scale_id if code else "", code))
    lists = [tuple(getattr(wanted, name)) for name in LISTS]
    return (*codes, *lists, *(getattr(wanted, name).strip() for name in WORDS))
