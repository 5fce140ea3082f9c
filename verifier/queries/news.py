"""What others did in a case since one looked last, told by the audit trail."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from verifier.models import AuditEvent, Base

EVERY_KIND = frozenset(mapper.class_.__name__ for mapper in Base.registry.mappers)
"""What a row may be: after a time without news, each of them may be another."""


@dataclass(frozen=True, slots=True)
class News:
    """Which rows others changed, and who they are."""

    upto: int
    """The last event that was looked at."""
    kinds: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()
    """Claims that rows were moved away from or to."""
    people: tuple[str, ...] = ()
    """Their names, whoever came last at the end."""


def news(session: Session, case_id: str, *, after: int, own: Collection[int]) -> News:
    """What came into the trail after an event; without the events that are one's own."""
    found = session.execute(
        select(
            *(AuditEvent.seq, AuditEvent.entity, AuditEvent.entity_id, AuditEvent.person_name),
            *(AuditEvent.before["claim_id"].as_string().label("left"),),
            *(AuditEvent.after["claim_id"].as_string().label("reached"),),
        )
        .where(AuditEvent.case_id == case_id, AuditEvent.seq > after)
        .order_by(AuditEvent.seq)
    ).all()
    theirs = [row for row in found if row.seq not in own]
    moved = [row for row in theirs if row.left]
    return News(
        upto=found[-1].seq if found else after,
        kinds=frozenset(row.entity for row in theirs),
        ids=frozenset(row.entity_id for row in theirs),
        claims=frozenset(name for row in moved for name in (row.left, row.reached) if name),
        people=tuple(dict.fromkeys(row.person_name for row in reversed(theirs)))[::-1],
    )
