"""From a statement to frozen rows: the fields of the dataclass are the columns, in order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar, cast

from sqlalchemy import ColumnElement, Result, Select, TextClause, bindparam
from sqlalchemy.orm import Session

Row = TypeVar("Row")
Statement = Select[*tuple[Any, ...]]


@cache
def columns(row_type: type[Any], model: type[Any]) -> tuple[ColumnElement[Any], ...]:
    """The model's columns that the row's fields name, for as long as the model knows them."""
    names = [field.name for field in fields(row_type)]
    return tuple(getattr(model, name) for name in names if hasattr(model, name))


def fetch(session: Session, row_type: type[Row], statement: Statement) -> tuple[Row, ...]:
    """Run a statement whose columns stand in the order of the row's fields."""
    return _frozen(row_type, run(session, statement, {}))


class Question:
    """A statement that is put together once, and not each time it is asked: that costs the more.

    It decorates what makes the statement, which is given a parameter for each value that is asked
    with, and None for each that is left out.
    """

    def __init__(self, make: Callable[..., Statement]) -> None:
        self._make = make
        self._made: dict[frozenset[str], Statement] = {}
        """By the names of the values that are given."""
        self.__doc__ = make.__doc__

    def ask(
        self, session: Session, **values: str | int | Collection[str | int] | None
    ) -> Result[*tuple[Any, ...]]:
        """Run it with these values; a value that is None narrows nothing."""
        given = {name: _bound(value) for name, value in values.items() if value is not None}
        statement = self._made.get(frozenset(given))
        if statement is None:
            parameters: dict[str, Any] = {
                name: bindparam(name) if name in given else None for name in values
            }
            statement = self._made[frozenset(given)] = self._make(**parameters)
        return run(session, statement, given)

    def fetch(
        self,
        session: Session,
        row_type: type[Row],
        **values: str | int | Collection[str | int] | None,
    ) -> tuple[Row, ...]:
        """The same as frozen rows: its columns stand in the order of the row's fields."""
        return _frozen(row_type, self.ask(session, **values))


def run(
    session: Session, statement: Statement | TextClause, given: Mapping[str, Any]
) -> Result[*tuple[Any, ...]]:
    """Ask the connection: a session looks for objects in each answer, and these have columns only.

    As before any question of a session, what waits to be written is written first.
    """
    session.flush()
    return session.connection().execute(statement, given)


def together(session: Session, *asks: Callable[[], Any]) -> list[Any]:
    """What several functions answer that read from a session and do not build on each other.

    A server is asked for all of them at once, since each answer is some way off. Of one that asks
    several times, the later questions go together, too; so they may do nothing but read.
    """
    session.flush()
    at_once = session.connection().info.get("together")
    return at_once.ask(asks) if at_once is not None else [ask() for ask in asks]


def _bound(value: str | int | Collection[str | int]) -> str | int | list[str | int]:
    return value if isinstance(value, str | int) else list(value)


def _frozen(row_type: type[Row], found: Result[*tuple[Any, ...]]) -> tuple[Row, ...]:
    make = cast(Callable[..., Row], row_type)
    return tuple(make(*values) for values in found)
