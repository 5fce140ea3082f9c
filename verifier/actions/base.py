"""What an action writes with: a ledger of changes that is audited and can be undone.

Undoing is not a second piece of code for each action. The ledger notes every step (which row, what
before, what after, at which version); undoing applies the steps backwards through a new ledger,
and so is itself audited, and itself undoable, which is redoing. A row that somebody has changed
since stops it with a Conflict.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol, TypeVar

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from verifier.errors import Conflict, Invalid, NotAllowed, NotFound
from verifier.models import AuditEvent, Case
from verifier.models.audit import GENESIS, chain_hash
from verifier.models.base import Entity, utc_now
from verifier.states import Role

Row = TypeVar("Row", bound=Entity)
UNTRACKED = frozenset({"version"})


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts."""

    id: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Change:
    """What an action changed, told to every view after the commit."""

    kinds: frozenset[str]
    """Class names of the rows: "Claim", "Highlight"."""
    ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class Step:
    """One row's change. `before` is `None` where the row is new."""

    model: type[Any]
    id: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any]
    version: int
    """The row's version after the step."""


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, as far as undoing it needs to know."""

    title: str
    steps: tuple[Step, ...]
    change: Change


class Action(Protocol):
    """A verb. `title` names it in the Edit menu: "Undo add claim"."""

    @property
    def title(self) -> str: ...

    def do(self, ledger: Ledger) -> None:
        """Write through the ledger; raise a VerifierError to have nothing written at all."""


@dataclass
class Ledger:
    """One transaction's writing. Changes become visible to others when the workspace commits."""

    session: Session
    case_id: str
    actor: Actor
    verb: str
    at: datetime = field(default_factory=utc_now)
    _touched: list[tuple[Entity, dict[str, Any] | None, dict[str, Any]]] = field(
        default_factory=list
    )

    def case(self) -> Case:
        """The case that is written to."""
        return self.session.get_one(Case, self.case_id)

    def get(self, model: type[Row], entity_id: str) -> Row:
        """The row with this id, if it is there and not withdrawn."""
        row = self.session.get(model, entity_id)
        if row is None or row.withdrawn_at is not None:
            raise NotFound(
                f"This {noun(model)} is no longer in the case.",
                "Somebody may have withdrawn it; the history says who.",
            )
        return row

    def require(self, *roles: Role) -> None:
        """Stop unless the actor has one of the roles; an owner may do everything."""
        if self.actor.role not in (*roles, Role.OWNER):
            wanted = " or ".join(roles)
            raise NotAllowed(
                f"{self.actor.name} is a {self.actor.role} in this case.",
                f"This step needs the role of {wanted}.",
            )

    def add(self, row: Row, at: datetime | None = None) -> Row:
        """Put a new row in, as made now or at an earlier time that is known."""
        row.created_at = at or self.at
        row.created_by = self.actor.id
        self.session.add(row)
        self._touched.append((row, None, {}))
        return row

    def change(self, row: Entity, changes: Mapping[str, Any]) -> None:
        """Set fields; what already has its value is left alone."""
        news = {name: value for name, value in changes.items() if getattr(row, name) != value}
        if not news:
            return
        before = {name: getattr(row, name) for name in news}
        for name, value in news.items():
            setattr(row, name, value)
        self.session.flush([row])
        self._touched.append((row, before, news))

    def withdraw(self, row: Entity) -> None:
        """Take a row out of sight."""
        self.change(row, {"withdrawn_at": self.at})

    def finish(self, title: str) -> Done:
        """Flush, write the audit trail, and say what was done."""
        self.session.flush()
        versions = {id(row): row.version for row, _, _ in self._touched}
        steps = []
        for row, before, after in self._touched:
            values = after if before is not None else snapshot(row)
            steps.append(Step(type(row), row.id, before, values, versions[id(row)]))
        self._record(steps)
        kinds = frozenset(step.model.__name__ for step in steps)
        return Done(title, tuple(steps), Change(kinds, frozenset(step.id for step in steps)))

    def _record(self, steps: list[Step]) -> None:
        last = self.session.execute(
            select(AuditEvent.seq, AuditEvent.hash)
            .where(AuditEvent.case_id == self.case_id)
            .order_by(AuditEvent.seq.desc())
            .limit(1)
        ).one_or_none()
        seq, previous = (last.seq, last.hash) if last else (0, GENESIS)
        for step in steps:
            seq += 1
            fields = {
                "seq": seq,
                "at": self.at.isoformat(),
                "person_id": self.actor.id,
                "person_name": self.actor.name,
                "verb": self.verb,
                "entity": step.model.__name__,
                "entity_id": step.id,
                "before": plain(step.before),
                "after": plain(step.after),
            }
            digest = chain_hash(previous, fields)
            event = AuditEvent(
                **{**fields, "at": self.at},
                case_id=self.case_id,
                previous_hash=previous,
                hash=digest,
            )
            self.session.add(event)
            previous = digest
        self.session.flush()


def snapshot(row: Entity) -> dict[str, Any]:
    """All columns of a row but its version."""
    names = (attribute.key for attribute in inspect(type(row)).column_attrs)
    return {name: getattr(row, name) for name in names if name not in UNTRACKED}


def plain(values: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """The same values as JSON holds them: times become ISO 8601 text."""
    if values is None:
        return None
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in values.items()
    }


def noun(model: type[Any]) -> str:
    """The word for a kind of row in a sentence."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in model.__name__).strip()


def reverse(ledger: Ledger, done: Done) -> None:
    """Apply the steps of something done, backwards."""
    for step in reversed(done.steps):
        row = ledger.session.get(step.model, step.id)
        if row is None or row.version != _latest(step, done):
            raise Conflict(
                f"This cannot be undone: the {noun(step.model)} was changed since.",
                "Look at its history, and change it by hand.",
            )
    for step in reversed(done.steps):
        row = ledger.session.get_one(step.model, step.id)
        if step.before is None:
            ledger.withdraw(row)
        else:
            ledger.change(row, step.before)


def _latest(step: Step, done: Done) -> int:
    """The version that the last of the steps on this row left it with."""
    return max(other.version for other in done.steps if other.id == step.id)


def edit(
    ledger: Ledger,
    model: type[Row],
    entity_id: str,
    changes: Mapping[str, Any],
    allowed: frozenset[str],
) -> Row:
    """Change fields that may be changed by hand."""
    unknown = sorted(set(changes) - allowed)
    if unknown:
        raise Invalid(
            f"A {noun(model)} has no field {', '.join(unknown)} that can be edited.",
            f"It has: {', '.join(sorted(allowed))}.",
        )
    row = ledger.get(model, entity_id)
    ledger.change(row, changes)
    return row


@dataclass(frozen=True)
class Batch:
    """Several actions as one: one transaction, one entry to undo."""

    title: str
    actions: tuple[Action, ...]

    def do(self, ledger: Ledger) -> None:
        """Do each in turn; the first that fails undoes them all."""
        for action in self.actions:
            action.do(ledger)
