"""Changes that somebody proposes to words of the case: made, accepted, rejected."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from verifier.actions.assessments import Assess
from verifier.actions.base import Ledger
from verifier.actions.claims import EditClaim
from verifier.errors import Conflict, Invalid
from verifier.ids import new_id
from verifier.models import Claim, Proposal
from verifier.queries import claims
from verifier.queries.claims import AssessmentRow
from verifier.states import ProposalDecision, ProposedField
from verifier.text.merging import merge

OF_CLAIM = frozenset({ProposedField.STATEMENT, ProposedField.NOTE})
LISTS = frozenset(
    {
        ProposedField.FINDINGS,
        ProposedField.ASSUMPTIONS,
        ProposedField.GAPS,
        ProposedField.WOULD_CHANGE,
    }
)
"""Fields of a rating that hold several entries; a proposal has a line for each."""
AGAIN = (
    "verdict confidence likelihood verdict_scale confidence_scale likelihood_scale reason "
    "correction person_id"
).split()
"""What a rating with other words says as the one before did."""


@dataclass(frozen=True)
class ProposeChange:
    """Say how words of the case should read, without changing them.

    `person_id` is who proposes it, the actor where it is `None`; `at` when, now where `None`.
    """

    claim_id: str
    target: ProposedField
    old: str
    new: str
    before: str = ""
    after: str = ""
    file_name: str = ""
    person_id: str | None = None
    at: datetime | None = None
    id: str = field(default_factory=new_id)
    title: str = "propose change"

    def do(self, ledger: Ledger) -> None:
        """Add it; a locked claim may have proposals, too."""
        if self.old == self.new:
            raise Invalid("Nothing is different in what is proposed.", "Change some words.")
        ledger.get(Claim, self.claim_id)
        ledger.add(
            Proposal(
                id=self.id,
                claim_id=self.claim_id,
                person_id=self.person_id or ledger.actor.id,
                field=self.target.value,
                old=self.old,
                new=self.new,
                before=self.before,
                after=self.after,
                file_name=self.file_name,
            ),
            self.at,
        )


@dataclass(frozen=True)
class AcceptProposal:
    """Make the words of the case what is proposed; elsewhere, note that it was done by hand.

    A rating stays the rater's: a new one of theirs takes the old one's place, with the new words.
    """

    proposal_id: str
    title: str = "accept change"

    def do(self, ledger: Ledger) -> None:
        """Change the field, then decide."""
        row = _open(ledger, self.proposal_id)
        target = ProposedField(row.field)
        if target in OF_CLAIM:
            stored = str(getattr(ledger.get(Claim, row.claim_id), target.value))
            words = _merged(stored, row.old, row.new)
            EditClaim(row.claim_id, {target.value: words}).do(ledger)
        elif target is not ProposedField.ELSEWHERE:
            _rate(ledger, row, target)
        _decide(ledger, row, ProposalDecision.ACCEPTED)


@dataclass(frozen=True)
class RejectProposal:
    """Leave the words of the case as they are."""

    proposal_id: str
    title: str = "reject change"

    def do(self, ledger: Ledger) -> None:
        """Decide."""
        _decide(ledger, _open(ledger, self.proposal_id), ProposalDecision.REJECTED)


def _open(ledger: Ledger, proposal_id: str) -> Proposal:
    row = ledger.get(Proposal, proposal_id)
    if row.decision:
        raise Conflict(
            f"This change is {row.decision} already.", "Undo that first to decide again."
        )
    return row


def _decide(ledger: Ledger, row: Proposal, decision: ProposalDecision) -> None:
    ledger.change(
        row,
        {"decision": decision.value, "decided_at": ledger.at, "decided_by": ledger.actor.id},
    )


def _rate(ledger: Ledger, row: Proposal, target: ProposedField) -> None:
    """Give the rating that counts once more, in the rater's name, with the words changed."""
    history = claims.assessments(ledger.session, ledger.case_id, claim_id=row.claim_id)
    rating = claims.current_assessment(history)
    values = {} if rating is None else _values(rating)
    if target is ProposedField.PASSAGE:
        values["correction"] = row.new
    elif target in LISTS:
        stored = values.get(target.value, ())
        merged = _merged("\n".join(stored), row.old, row.new)
        values[target.value] = tuple(line for line in merged.split("\n") if line.strip())
    else:
        values[target.value] = _merged(values.get(target.value, ""), row.old, row.new)
    Assess(row.claim_id, **values).do(ledger)


def _values(rating: AssessmentRow) -> dict[str, Any]:
    """What is said again."""
    return {name: getattr(rating, name) for name in AGAIN} | {
        name: tuple(getattr(rating, name)) for name in LISTS
    }


def _merged(stored: str, old: str, new: str) -> str:
    """The stored words with the change in them, also where other words of theirs changed since."""
    if stored.strip() in (old.strip(), new.strip()):
        return new
    merged = merge(old, new, stored)
    if merged is None:
        raise Conflict(
            "These words were changed in the case since the file was given out.",
            "Take what is right over by hand, then reject the proposal.",
        )
    return merged
