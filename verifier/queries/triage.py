"""What to check next, and the words that sort claims."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import case as when
from sqlalchemy import select
from sqlalchemy.orm import Session

from verifier.models import Claim
from verifier.queries.claims import ClaimRow, ClaimSummary
from verifier.queries.rows import columns, fetch
from verifier.states import ClaimStatus, Worth

SETTLED = (
    ClaimStatus.APPROVED,
    ClaimStatus.PUBLISHED,
    ClaimStatus.CORRECTED,
    ClaimStatus.DROPPED,
)
WORTH_ORDER = {Worth.YES: 0, Worth.PARTLY: 1, Worth.NO: 3}
NOT_LOOKED_AT = 2
Urgency = tuple[int, int, bool, str, int]


def is_settled(row: ClaimRow) -> bool:
    """Whether nothing is left to be done for a claim."""
    return row.status in SETTLED


def waits(line: ClaimSummary) -> bool:
    """Whether a claim has to be rated still, or again."""
    claim, rated = line.claim, line.assessment
    is_rated = rated is not None and rated.verdict
    if is_rated and claim.status != ClaimStatus.CHANGES_REQUESTED:
        return False
    return not is_settled(claim)


def urgency(row: ClaimRow) -> Urgency:
    """What sorts claims that are already read as `triage` does: the next one first."""
    worth = WORTH_ORDER[Worth(row.worth)] if row.worth else NOT_LOOKED_AT
    return (worth, -row.priority, row.due == "", row.due, row.number)


def triage(session: Session, case_id: str) -> tuple[ClaimRow, ...]:
    """Claims still to be settled, the next one first.

    By check-worthiness (yes, partly, not looked at yet, no), then priority, then due date.
    """
    worth = when(
        *((Claim.worth == word.value, place) for word, place in WORTH_ORDER.items()),
        else_=NOT_LOOKED_AT,
    )
    statement = (
        select(*columns(ClaimRow, Claim))
        .where(
            Claim.case_id == case_id,
            Claim.withdrawn_at.is_(None),
            Claim.status.not_in([status.value for status in SETTLED]),
        )
        .order_by(worth, Claim.priority.desc(), Claim.due == "", Claim.due, Claim.number)
    )
    return fetch(session, ClaimRow, statement)


def withdrawn(session: Session, case_id: str) -> tuple[ClaimRow, ...]:
    """Claims that were withdrawn and can be restored, by number."""
    statement = (
        select(*columns(ClaimRow, Claim))
        .where(Claim.case_id == case_id, Claim.withdrawn_at.is_not(None))
        .order_by(Claim.number)
    )
    return fetch(session, ClaimRow, statement)


def tags(session: Session, case_id: str) -> tuple[tuple[str, int], ...]:
    """Every tag with how many claims bear it, the most used first."""
    statement = select(Claim.tags).where(Claim.case_id == case_id, Claim.withdrawn_at.is_(None))
    counted = Counter(tag for found in session.scalars(statement) for tag in found)
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0].casefold())))
