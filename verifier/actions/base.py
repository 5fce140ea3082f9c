"""What an action writes with: a ledger of changes that is audited and can be undone.

Undoing is not a second piece of code for each action. The ledger notes every step (which row, what
before, what after, and the whole row as it was left); undoing applies the steps backwards through a
new ledger, and so is itself audited, and itself undoable, which is redoing. A row that is not as
it was left stops it with a Conflict. Versions would not do for that: undoing a later change gives
the row its old values back, but a new version.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property, partial
from typing import Any, Protocol, TypeVar, cast

from sqlalchemy import Connection, Result, Select, Table, bindparam, insert, select
from sqlalchemy.orm import Session

from verifier import models
from verifier.actions.values import storable
from verifier.errors import Invalid, NotAllowed, NotFound
from verifier.models import AuditEvent, Case, Claim, Person
from verifier.models.audit import GENESIS, chain_hash, columns, plain, snapshot
from verifier.models.base import Entity, utc_now
from verifier.queries.rows import together
from verifier.states import ClaimStatus, Role

Row = TypeVar("Row", bound=Entity)
Watch = Callable[[int], None]
"""Is told how many changes were made so far; what it raises undoes them all."""
LOCKED = frozenset({ClaimStatus.APPROVED, ClaimStatus.PUBLISHED})
"""A claim in one of these is not changed until an editor reopens it."""
# The trail's table itself, in statements made once: every action runs them.
_EVENTS = cast(Table, AuditEvent.__table__)
_LAST_EVENT = (
    select(_EVENTS.c.seq, _EVENTS.c.hash)
    .where(_EVENTS.c.case_id == bindparam("case"))
    .order_by(_EVENTS.c.seq.desc())
    .limit(1)
)
_WRITE_EVENT = insert(_EVENTS)
FEW = 50
"""Steps whose rows are read ahead: more are not undone with a key and waited for."""
NEVER_LOCKED = frozenset({"Claim", "ClaimRelation", "Comment", "Proposal", "Review"})
"""What may change about a locked claim: its own status, how it stands to others, and what is said
about it."""
GOES_BY = {"item_id": "AchItem", "attribution_id": "Attribution"}
"""Columns of rows that hang on a claim by another row, and what that is."""


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
    claims: frozenset[str] = frozenset()
    """Claims that rows were moved away from or to: what either of them counts is different."""

    def with_later(self, later: Change) -> Change:
        """Both as one."""
        return Change(self.kinds | later.kinds, self.ids | later.ids, self.claims | later.claims)


@dataclass(frozen=True, slots=True)
class Step:
    """One row's change. `before` is `None` where the row is new."""

    model: type[Any]
    id: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any]
    state: Mapping[str, Any]
    """The whole row as the action left it."""


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, as far as undoing it needs to know."""

    title: str
    steps: tuple[Step, ...]
    change: Change

    @property
    def is_nothing(self) -> bool:
        """Whether every row is as it was before: what was typed was taken back."""
        return all(start == step.state for step, start in self._starts())

    def with_later(self, later: Done) -> Done | None:
        """Both as one; `None` where a row was changed in between, by somebody else."""
        left = {step.id: step.state for step in self.steps}
        if any(left.get(step.id, start) != start for step, start in later._starts()):
            return None
        left |= {step.id: step.state for step in later.steps}
        steps = tuple(replace(step, state=left[step.id]) for step in self.steps + later.steps)
        return Done(self.title, steps, self.change.with_later(later.change))

    def _starts(self) -> list[tuple[Step, Mapping[str, Any] | None]]:
        """The first step of each row, with the whole row before it; `None` where it is new."""
        starts: dict[str, tuple[Step, Mapping[str, Any] | None]] = {}
        for step in reversed(self.steps):
            _, whole = starts.get(step.id, (step, step.state))
            before = None if step.before is None else {**(whole or {}), **step.before}
            starts[step.id] = (step, before)
        return list(starts.values())


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
    watch: Watch | None = None
    written: range = range(0)
    """Numbers of the events of the trail that were written in the end."""
    _ahead: list[Any] = field(default_factory=list)
    """What was looked at ahead: rows that the session would forget otherwise."""
    _last: Any = None
    """The last event of the trail, in a list, where it was looked at ahead."""
    _touched: list[tuple[Entity, dict[str, Any] | None, dict[str, Any]]] = field(
        default_factory=list
    )

    def look_ahead(self, claim_id: str = "", steps: Sequence[Step] = ()) -> None:
        """Read from a server at once, under its lock, what is sure or likely to be asked for.

        Each question would take a round trip. A file is close: it is asked as it comes.
        """
        if self.session.get_bind().dialect.name != "postgresql":
            return
        rows: set[tuple[type[Any], str]] = {(Case, self.case_id), (Person, self.actor.id)}
        rows |= {(Claim, claim_id)} if claim_id else set()
        rows |= {(step.model, step.id) for step in steps[:FEW]}
        for step in steps[:FEW]:
            if owner := step.state.get("claim_id"):
                rows.add((Claim, owner))
        gets = [partial(self.session.get, model, row_id) for model, row_id in rows]
        last, *self._ahead = together(self.session, self._last_event, *gets)
        self._last = [last]
        self.at = utc_now()  # it is this one's turn only now

    def _last_event(self) -> Any:
        return self.ask(_LAST_EVENT, {"case": self.case_id}).one_or_none()

    def case(self) -> Case:
        """The case that is written to."""
        return self.session.get_one(Case, self.case_id)

    @cached_property
    def _connection(self) -> Connection:
        return self.session.connection()

    def ask(
        self, statement: Select[*tuple[Any, ...]], values: Mapping[str, Any]
    ) -> Result[*tuple[Any, ...]]:
        """Columns, as they are with what was written so far; half the work of a session's asking.

        A session looks for objects in each answer.
        """
        self.session.flush()
        return self._connection.execute(statement, values)

    def get(self, model: type[Row], entity_id: str) -> Row:
        """The row of this case with this id, if it is there and not withdrawn."""
        row = self.session.get(model, entity_id)
        here = getattr(row, "case_id", self.case_id) == self.case_id
        if row is None or row.withdrawn_at is not None or not here:
            raise NotFound(
                f"This {noun(model)} is no longer in the case.",
                "Somebody may have withdrawn it; the history says who.",
            )
        return row

    def require(self, *roles: Role) -> None:
        """Stop unless the actor has one of the roles now; an owner may do everything."""
        role = self.get(Person, self.actor.id).role
        if role not in (*roles, Role.OWNER):
            wanted = " or ".join(roles)
            raise NotAllowed(
                f"{self.actor.name} is a {role} in this case.",
                f"This step needs the role of {wanted}.",
            )

    def add(self, row: Row, at: datetime | None = None) -> Row:
        """Put a new row in, as made now or at an earlier time that is known."""
        for name in columns(type(row)):
            given = row.__dict__.get(name)
            if given is not None and (stored := storable(given)) is not given:
                setattr(row, name, stored)
        row.created_at = storable(at or self.at)
        row.created_by = self.actor.id
        self.session.add(row)
        self._note(row, None, {})
        return row

    def change(self, row: Entity, changes: Mapping[str, Any]) -> None:
        """Set fields; what already has its value is left alone."""
        wanted = {name: storable(value) for name, value in changes.items()}
        news = {name: value for name, value in wanted.items() if getattr(row, name) != value}
        if not news:
            return
        before = {name: getattr(row, name) for name in news}
        for name, value in news.items():
            setattr(row, name, value)
        self.session.flush()
        self._note(row, before, news)

    def _note(self, row: Entity, before: dict[str, Any] | None, news: dict[str, Any]) -> None:
        self._touched.append((row, before, news))
        if self.watch is not None:
            self.watch(len(self._touched))

    def withdraw(self, row: Entity) -> None:
        """Take a row out of sight."""
        self.change(row, {"withdrawn_at": self.at})

    def finish(self, title: str) -> Done:
        """Flush, write the audit trail, and say what was done."""
        self.session.flush()
        steps = self._steps()
        self._record(steps)
        kinds = frozenset(step.model.__name__ for step in steps)
        ids = frozenset(step.id for step in steps)
        return Done(title, tuple(steps), Change(kinds, ids, _claims_left(steps)))

    def _steps(self) -> list[Step]:
        """The steps in order. What a row was added with is found by going back over its changes."""
        states = {row: snapshot(row) for row, _, _ in self._touched}
        earlier = dict(states)
        steps = []
        for row, before, after in reversed(self._touched):
            added = earlier[row] if before is None else after
            earlier[row] = {**earlier[row], **(before or {})}
            steps.append(Step(type(row), row.id, before, added, states[row]))
        return steps[::-1]

    def _record(self, steps: list[Step]) -> None:
        (last,) = self._last or [self._last_event()]
        written, previous = (last.seq, last.hash) if last else (0, GENESIS)
        events = []
        for seq, step in enumerate(steps, written + 1):
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
            chained = {"case_id": self.case_id, "previous_hash": previous, "hash": digest}
            events.append({**fields, "at": self.at, **chained})
            previous = digest
        self.written = range(written + 1, written + 1 + len(events))
        if events:
            self._connection.execute(_WRITE_EVENT, events)


def noun(model: type[Any]) -> str:
    """The word for a kind of row in a sentence."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in model.__name__).strip()


def claim_of(ledger: Ledger, row: Entity) -> Claim | None:
    """The claim that a row hangs on; `None` for what stands by itself."""
    owner: Any = row
    for link, model in GOES_BY.items():
        if hasattr(owner, link):
            owner = ledger.session.get_one(getattr(models, model), getattr(owner, link))
    claim_id = getattr(owner, "claim_id", None)
    return None if claim_id is None else ledger.session.get_one(Claim, claim_id)


def check_unlocked(claim: Claim) -> None:
    """Stop where an approval locks the claim."""
    if claim.status in LOCKED:
        raise NotAllowed(f"C{claim.number} is approved and locked.", "Let an editor reopen it.")


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


def _claims_left(steps: Sequence[Step]) -> frozenset[str]:
    """The claims at both ends of each row that changed from one to another."""
    moved = [step for step in steps if step.before and "claim_id" in step.before]
    both = (values["claim_id"] for step in moved for values in (step.before or {}, step.after))
    return frozenset(claim_id for claim_id in both if claim_id)
