"""The audit trail: one row for each row that an action changed, chained by hash.

There is no foreign key to the subject: the trail outlives what it speaks of.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, inspect
from sqlalchemy.orm import Mapped, mapped_column

from verifier.models.base import Base, Entity

GENESIS = "0" * 64
UNTRACKED = frozenset({"version"})
"""Columns that say nothing about the case."""
_CANONICAL = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))


class AuditEvent(Base):
    """Who did which verb to what, when, before and after."""

    __tablename__ = "audit_events"
    __table_args__ = (Index(None, "case_id", "entity_id"),)

    case_id: Mapped[str] = mapped_column(String(36), ForeignKey("cases.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    person_id: Mapped[str | None] = mapped_column(String(36))
    person_name: Mapped[str]
    verb: Mapped[str]
    entity: Mapped[str]
    entity_id: Mapped[str] = mapped_column(String(64))
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


def canonical_json(value: Any) -> str:
    """One spelling for one value: sorted keys, no spaces, no escapes."""
    return _CANONICAL.encode(value)


def chain_hash(previous_hash: str, fields: Mapping[str, Any]) -> str:
    """SHA-256 over the hash before and the canonical JSON of the event's own fields."""
    message = f"{previous_hash}\n{canonical_json(dict(fields))}"
    return hashlib.sha256(message.encode()).hexdigest()


_columns: dict[Any, tuple[str, ...]] = {}


def columns(model: Any) -> tuple[str, ...]:
    """The names of a table's columns, as its rows' attributes; looked up once."""
    if model not in _columns:
        _columns[model] = tuple(attribute.key for attribute in inspect(model).column_attrs)
    return _columns[model]


def snapshot(row: Entity) -> dict[str, Any]:
    """All columns of a row but its version."""
    return {name: getattr(row, name) for name in columns(type(row)) if name not in UNTRACKED}


def plain(values: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """The same values as JSON holds them: times become ISO 8601 text."""
    if values is None:
        return None
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in values.items()
    }
