"""Changes that are proposed to words of the case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from verifier.models import Claim, Person, Proposal
from verifier.queries.rows import Question, Statement


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A proposed change; `decision` is empty while nobody decided."""

    id: str
    claim_id: str
    claim_number: int
    person_id: str
    person: str
    initials: str
    at: datetime
    field: str
    old: str
    new: str
    before: str
    after: str
    file_name: str
    decision: str
    decided_at: datetime | None
    decided_by: str | None
    """Name of the person who decided."""

    @property
    def claim(self) -> str:
        """The claim's label: C5."""
        return f"C{self.claim_number}"


@Question
def _proposals(case_id: Any, claim_id: Any, decision: Any) -> Statement:
    decider = aliased(Person)
    statement = (
        select(
            Proposal.id,
            Proposal.claim_id,
            Claim.number,
            Proposal.person_id,
            Person.name,
            Person.initials,
            Proposal.created_at,
            Proposal.field,
            Proposal.old,
            Proposal.new,
            Proposal.before,
            Proposal.after,
            Proposal.file_name,
            Proposal.decision,
            Proposal.decided_at,
            decider.name,
        )
        .join(Claim, Claim.id == Proposal.claim_id)
        .join(Person, Person.id == Proposal.person_id)
        .outerjoin(decider, decider.id == Proposal.decided_by)
        .where(
            Claim.case_id == case_id, Claim.withdrawn_at.is_(None), Proposal.withdrawn_at.is_(None)
        )
        .order_by(Claim.number, Proposal.created_at, Proposal.field, Proposal.id)
    )
    if claim_id is not None:
        statement = statement.where(Proposal.claim_id == claim_id)
    if decision is not None:
        statement = statement.where(Proposal.decision == decision)
    return statement


def proposals(
    session: Session, case_id: str, *, claim_id: str | None = None, only_open: bool = False
) -> tuple[ProposalRow, ...]:
    """Proposed changes by claim, oldest first; of one claim where given."""
    return _proposals.fetch(
        session,
        ProposalRow,
        case_id=case_id,
        claim_id=claim_id,
        decision="" if only_open else None,
    )
