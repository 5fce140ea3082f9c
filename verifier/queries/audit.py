"""The audit trail: reading it, and checking that nobody has touched it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from verifier.models import AuditEvent
from verifier.models.audit import GENESIS, chain_hash
from verifier.queries.rows import columns, fetch


def spaced(name: str) -> str:
    """A verb or an entity as words: "AddClaim" -> "Add claim"."""
    return re.sub(r"(?<=.)([A-Z])", r" \1", name).capitalize()


@dataclass(frozen=True, slots=True)
class AuditRow:
    """Who did which verb to what, when, before and after."""

    seq: int
    at: datetime
    person_id: str | None
    person_name: str
    verb: str
    entity: str
    entity_id: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    previous_hash: str
    hash: str

    def fields(self) -> dict[str, Any]:
        """What the hash is taken over, besides the hash before."""
        return {
            "seq": self.seq,
            "at": self.at.isoformat(),
            "person_id": self.person_id,
            "person_name": self.person_name,
            "verb": self.verb,
            "entity": self.entity,
            "entity_id": self.entity_id,
            "before": self.before,
            "after": self.after,
        }


def trail(
    session: Session, case_id: str, *, entity_ids: tuple[str, ...] = ()
) -> tuple[AuditRow, ...]:
    """The whole trail in order, or what concerns some entities."""
    statement = (
        select(*columns(AuditRow, AuditEvent))
        .where(AuditEvent.case_id == case_id)
        .order_by(AuditEvent.seq)
    )
    if entity_ids:
        statement = statement.where(AuditEvent.entity_id.in_(entity_ids))
    return fetch(session, AuditRow, statement)


def breaks(rows: tuple[AuditRow, ...]) -> Iterator[str]:
    """In words, every place where the chain does not hold."""
    previous, expected = GENESIS, 1
    for row in rows:
        if row.seq != expected:
            yield f"Event {expected} of the audit trail is missing."
        elif row.previous_hash != previous:
            yield f"Event {row.seq} of the audit trail does not follow from the one before."
        if row.hash != chain_hash(row.previous_hash, row.fields()):
            yield f"Event {row.seq} of the audit trail was changed after it was written."
        previous, expected = row.hash, row.seq + 1


def latest(session: Session, case_id: str, limit: int, *, after: int = 0) -> tuple[AuditRow, ...]:
    """The last events of the trail, the latest first; only those later than a number."""
    statement = (
        select(*columns(AuditRow, AuditEvent))
        .where(AuditEvent.case_id == case_id, AuditEvent.seq > after)
        .order_by(AuditEvent.seq.desc())
        .limit(limit)
    )
    return fetch(session, AuditRow, statement)
