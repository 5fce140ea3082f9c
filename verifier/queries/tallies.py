"""How well each claim is sourced, in numbers: its citations, and how many origins confirm it.

"Independently confirmed" counts origins, not items. What an origin is, is said in `rules`; here the
database counts, for ten thousand claims at once.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, case, func, literal, select
from sqlalchemy.orm import Session

from verifier.models import Citation, Claim, Evidence, Source
from verifier.queries.rows import Question, Statement
from verifier.states import Stance


@dataclass(frozen=True, slots=True)
class Tally:
    """The citations of a claim, and the independent origins behind its best supported stance."""

    citations: int = 0
    origins: int = 0


NONE = Tally()


@Question
def _tallies(case_id: Any, claim_ids: Any) -> Statement:
    group = func.coalesce(
        func.nullif(Evidence.origin_group, ""), func.nullif(Source.independence_group, "")
    )
    origin = case(
        (group.is_not(None), literal("group ") + group),
        else_=func.coalesce(Source.id, Evidence.id),
    )
    statement = (
        select(Citation.claim_id, Citation.stance, func.count(), func.count(origin.distinct()))
        .join(Claim, and_(Claim.id == Citation.claim_id, Claim.withdrawn_at.is_(None)))
        .join(Evidence, Evidence.id == Citation.evidence_id)
        .outerjoin(Source, Source.id == Evidence.source_id)
        .where(Claim.case_id == case_id, Citation.withdrawn_at.is_(None))
        .group_by(Citation.claim_id, Citation.stance)
    )
    if claim_ids is not None:
        statement = statement.where(Citation.claim_id.in_(claim_ids))
    return statement


def tallies(
    session: Session, case_id: str, *, claim_ids: Collection[str] | None = None
) -> dict[str, Tally]:
    """The numbers of each claim that has a citation."""
    found: dict[str, Tally] = {}
    counted = _tallies.ask(session, case_id=case_id, claim_ids=claim_ids)
    for claim_id, stance, citations, origins in counted:
        before = found.get(claim_id, NONE)
        confirming = 0 if stance == Stance.CONTEXT else origins
        found[claim_id] = Tally(before.citations + citations, max(before.origins, confirming))
    return found
