"""One claim into two, and several into one. Nothing is lost: what hangs on them moves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from verifier.actions.base import Ledger
from verifier.actions.claims import AddClaim, editable_claim
from verifier.actions.triage import with_tags
from verifier.errors import Invalid
from verifier.ids import new_id
from verifier.models import (
    AchItem,
    Attribution,
    Citation,
    Claim,
    ClaimRelation,
    Comment,
    Highlight,
    Hypothesis,
    Proposal,
)
from verifier.models.base import Entity

COPIED = "claimant reported_by date date_note kind worth priority tags assignee_id due".split()
"""What the new claim of a split says like the old one."""
FILLED = "claimant reported_by date date_note kind worth assignee_id due note".split()
"""What the survivor of a merge takes from the others where it says nothing itself."""
MOVED: tuple[type[Any], ...] = (Highlight, Citation, Comment, Proposal, Attribution)


@dataclass(frozen=True)
class SplitClaim:
    """Make a claim of its own of what a claim also says."""

    claim_id: str
    statement: str
    highlight_ids: tuple[str, ...] = ()
    """Passages that go with it."""
    citation_ids: tuple[str, ...] = ()
    id: str = field(default_factory=new_id)
    title: str = "split claim"

    def do(self, ledger: Ledger) -> None:
        """Add the new claim, then give it its passages and citations."""
        claim = editable_claim(ledger, self.claim_id)
        details = {name: getattr(claim, name) for name in COPIED}
        AddClaim(self.statement, (), details, self.id).do(ledger)
        chosen: list[Highlight | Citation] = [
            *(ledger.get(Highlight, each) for each in self.highlight_ids),
            *(ledger.get(Citation, each) for each in self.citation_ids),
        ]
        for row in chosen:
            if row.claim_id != claim.id:
                raise Invalid(
                    "This passage or citation is another claim's.", "Choose among the claim's own."
                )
            ledger.change(row, {"claim_id": self.id})


@dataclass(frozen=True)
class MergeClaims:
    """Make several claims that say the same one; the others are withdrawn.

    Passages, citations, comments and attributions move to the survivor; so does a matrix, where
    the survivor has none. Ratings and reviews stay where they were given: they judged that claim.
    """

    survivor_id: str
    other_ids: tuple[str, ...]
    title: str = "merge claims"

    def do(self, ledger: Ledger) -> None:
        """Move, fill in, withdraw."""
        survivor = editable_claim(ledger, self.survivor_id)
        others = [editable_claim(ledger, each) for each in dict.fromkeys(self.other_ids)]
        if not others or survivor in others:
            raise Invalid("A claim is merged with others.", "Choose at least one other claim.")
        for other in others:
            self._move(ledger, other)
            self._relate(ledger, other)
            _fill(ledger, survivor, other)
            ledger.withdraw(other)

    def _move(self, ledger: Ledger, other: Claim) -> None:
        for model in MOVED:
            _give(ledger, _of(ledger, model, other.id), self.survivor_id)
        for comment in _of(ledger, Comment, self.survivor_id):
            if comment.subject_id == other.id:
                ledger.change(comment, {"subject_id": self.survivor_id})
        if not _of(ledger, Hypothesis, self.survivor_id):
            _give(ledger, _of(ledger, Hypothesis, other.id), self.survivor_id)
            _give(ledger, _of(ledger, AchItem, other.id), self.survivor_id)

    def _relate(self, ledger: Ledger, other: Claim) -> None:
        """Point relations of the other claim at the survivor; those between the two are over."""
        statement = select(ClaimRelation).where(
            ClaimRelation.withdrawn_at.is_(None),
            (ClaimRelation.claim_id == other.id) | (ClaimRelation.other_id == other.id),
        )
        for relation in ledger.session.scalars(statement).all():
            ends = [
                self.survivor_id if end == other.id else end
                for end in (relation.claim_id, relation.other_id)
            ]
            if ends[0] == ends[1]:
                ledger.withdraw(relation)
            else:
                ledger.change(relation, {"claim_id": ends[0], "other_id": ends[1]})


def _of(ledger: Ledger, model: type[Any], claim_id: str) -> list[Any]:
    statement = select(model).where(model.claim_id == claim_id, model.withdrawn_at.is_(None))
    return list(ledger.session.scalars(statement.order_by(model.created_at, model.id)))


def _give(ledger: Ledger, rows: Iterable[Entity], claim_id: str) -> None:
    for row in rows:
        ledger.change(row, {"claim_id": claim_id})


def _fill(ledger: Ledger, survivor: Claim, other: Claim) -> None:
    missing = {
        name: getattr(other, name)
        for name in FILLED
        if not getattr(survivor, name) and getattr(other, name)
    }
    tags = with_tags(survivor.tags, tuple(other.tags))
    priority = max(survivor.priority, other.priority)
    ledger.change(survivor, {**missing, "tags": tags, "priority": priority})
