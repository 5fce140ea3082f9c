"""What every table shares: names of constraints, column types, ids, versions.

Ids are UUIDv7 made by the client, so that undoing and merging restore the same rows, and rows of
one time lie side by side in the index. Times are UTC and refuse naive values. Nothing a person
made is deleted: `withdrawn_at` takes it out of sight, and the audit trail says who did it.

The modules of tables do without `from __future__ import annotations`: SQLAlchemy would compile each
column's annotation again from its text, at every start of the program.
"""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    CheckConstraint,
    DateTime,
    Dialect,
    ForeignKey,
    MetaData,
    String,
    Text,
    TypeDecorator,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from verifier.ids import new_id

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """A point in time, stored as UTC without zone, always handed out with UTC attached."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Refuse times without a zone: nobody could say later what they meant."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without a zone: {value!r}")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Attach UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """Root of all tables."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text(),
        datetime: UtcDateTime(),
        dict[str, Any]: JSON(),
        list[str]: JSON(),
        list[list[float]]: JSON(),
        list[dict[str, Any]]: JSON(),
    }


def utc_now() -> datetime:
    """The present moment, to the millisecond: more is never shown and would only differ."""
    now = datetime.now(UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


def one_of(column: str, vocabulary: type[StrEnum], *, optional: bool = False) -> CheckConstraint:
    """A check that `column` holds a word of the vocabulary (or, if optional, is empty)."""
    words = ", ".join(f"'{word.value}'" for word in vocabulary)
    empty = f" OR {column} = ''" if optional else ""
    return CheckConstraint(f"{column} IN ({words}){empty}", name=column)


class Entity:
    """What everything has that a person makes and changes."""

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    created_by: Mapped[str | None] = mapped_column(String(36))
    withdrawn_at: Mapped[datetime | None]

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        """The version counts up with each change: a stale write is told as a Conflict."""
        return {"version_id_col": cls.version}


def belongs_to(target: str, *, index: bool = True) -> Mapped[str]:
    """A foreign key that must be set."""
    return mapped_column(String(36), ForeignKey(f"{target}.id"), index=index)


def may_belong_to(target: str, *, index: bool = False) -> Mapped[str | None]:
    """A foreign key that may be empty."""
    return mapped_column(String(36), ForeignKey(f"{target}.id"), index=index)
