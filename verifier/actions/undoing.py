"""Undoing what was done, and redoing it: the steps of a ledger, backwards through a new one.

What forbids an action forbids undoing another one that comes to the same: rows that somebody has
changed since, a lock, a role that one has no more, and what rests on what would be taken away.
"""

from __future__ import annotations

from verifier.actions.base import (
    LOCKED,
    NEVER_LOCKED,
    Done,
    Ledger,
    Step,
    check_unlocked,
    claim_of,
    noun,
)
from verifier.actions.quotes import check_quotes, put_back
from verifier.actions.resting import check_editions_free, check_items_free, check_sources_free
from verifier.errors import Conflict
from verifier.models import Claim, CustodyEvent, Edition, Evidence, Person, Source
from verifier.models.audit import snapshot
from verifier.models.base import Entity
from verifier.states import Role


def reverse(ledger: Ledger, done: Done) -> None:
    """Apply the steps of something done, backwards."""
    _check_roles(ledger, done)
    locks = {step.id for step in done.steps if step.model is Claim}
    for step in done.steps:
        row = ledger.session.get(step.model, step.id)
        if row is None or snapshot(row) != step.state:
            raise Conflict(
                f"This cannot be undone: the {noun(step.model)} was changed since.",
                "Look at its history, and change it by hand.",
            )
        claim = None if step.model.__name__ in NEVER_LOCKED else claim_of(ledger, row)
        if claim is not None and claim.id not in locks:
            check_unlocked(claim)
    texts = {
        s.id for s in done.steps if s.model is Evidence and "text_layer_id" in (s.before or {})
    }
    for step in reversed(done.steps):
        row = ledger.session.get_one(step.model, step.id)
        if isinstance(row, CustodyEvent) and row.evidence_id in texts:
            continue  # the log of an item that stays only grows
        if step.before is None:
            ledger.withdraw(row)
        else:
            ledger.change(row, step.before)
    check_items_free(ledger.session, _taken_away(ledger, done, Evidence))
    check_sources_free(ledger.session, _taken_away(ledger, done, Source))
    check_editions_free(ledger.session, _taken_away(ledger, done, Edition))
    for evidence_id in sorted(texts):
        item = ledger.session.get_one(Evidence, evidence_id)
        check_quotes(ledger.session, item)
        ledger.add(put_back(ledger.session, item))


def _taken_away(ledger: Ledger, done: Done, model: type[Entity]) -> list[str]:
    """The rows of a kind that undoing has taken out of the case."""
    touched = {step.id for step in done.steps if step.model is model}
    rows = (ledger.session.get_one(model, row_id) for row_id in sorted(touched))
    return [row.id for row in rows if row.withdrawn_at is not None]


def _check_roles(ledger: Ledger, done: Done) -> None:
    """Stop where undoing gives a role, or goes through an approval, and the actor's role is none
    that may do so now."""
    if any(step.model is Person and _differs(step, "role") for step in done.steps):
        ledger.require(Role.OWNER)
    if any(step.model is Claim and _is_of_approval(step) for step in done.steps):
        ledger.require(Role.EDITOR)


def _differs(step: Step, name: str) -> bool:
    return step.before is not None and name in step.before


def _is_of_approval(step: Step) -> bool:
    """Whether a claim became approved by it, or was approved before."""
    ends = ((step.before or {}).get("status"), step.after.get("status"))
    return _differs(step, "status") and not LOCKED.isdisjoint(ends)
