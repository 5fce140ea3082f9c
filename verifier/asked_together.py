"""Several questions to a server in one round trip, though each is a function that waits for it.

`Together.ask` runs each function up to its first question that has no answer yet, which stops it;
then all those questions are asked at once, and the functions begin anew. What was answered is
answered again as it was, so each comes one question further. The questions are sent while one is
asked in earnest, for what is wrong with them is then told as of any other.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

import psycopg
from psycopg.types.json import Json, Jsonb

R = TypeVar("R")
Parameters = Mapping[str, Any] | Sequence[Any] | None


class Asked(Protocol):
    """The connection that asks."""

    def cursor(self) -> psycopg.Cursor[Any]:
        """For one question."""
        ...

    def ask(self, *questions: tuple[psycopg.Cursor[Any], str, Parameters]) -> None:
        """Ask these in one round trip."""
        ...


class _NotYet(Exception):
    """The answer to a question is not there: it is asked with others."""


@dataclass
class Answer:
    """Rows that came together with others, read from as from a cursor."""

    description: Any
    rows: list[Any]
    rowcount: int
    at: int = 0

    def fetchall(self) -> list[Any]:
        """All that are left."""
        return self.fetchmany(len(self.rows))

    def fetchmany(self, size: int = 1) -> list[Any]:
        """Some more."""
        start, self.at = self.at, min(len(self.rows), self.at + size)
        return self.rows[start : self.at]

    def fetchone(self) -> Any:
        """The next."""
        return next(iter(self.fetchmany(1)), None)

    def close(self) -> None:
        """Nothing is held."""


Question = tuple[str, Hashable]
"""A statement and its parameters."""


def _same(parameters: object) -> Hashable:
    """Parameters by what they hold: two that are equal here are answered alike."""
    if isinstance(parameters, Mapping):
        return tuple((name, _same(value)) for name, value in parameters.items())
    if isinstance(parameters, list | tuple):
        return (type(parameters), *(_same(value) for value in parameters))
    if isinstance(parameters, Json | Jsonb | psycopg.Binary):
        return (type(parameters), repr(parameters.obj))  # their own is cut short
    if isinstance(parameters, Hashable):
        return (type(parameters), parameters)  # for Python, 1 is 1.0 and True
    return repr(parameters)


@dataclass
class Together:
    """Answers what several functions ask of one connection, question by question of all at once."""

    connection: Asked
    is_on: bool = False
    is_one_moment: bool = False
    """Until the transaction ends, a question has one answer."""
    _wanted: dict[Question, tuple[str, Parameters]] = field(default_factory=dict)
    _is_complete: bool = False
    """Nothing more can be asked before what is wanted is answered: the next question sends it."""
    _answers: dict[Question, Answer] = field(default_factory=dict)

    def ask(self, asks: Sequence[Callable[[], R]]) -> list[R]:
        """What each of them answers. One that asks several times is begun anew for each answer.

        They only read: what one asked before is answered again as it was.
        """
        found: dict[int, R] = {}
        if self.is_on:  # one of them asks several questions itself: those go with the others
            self._try(asks, found)
            if len(found) < len(asks):
                raise _NotYet
            return [found[at] for at in range(len(asks))]
        self.is_on = True
        try:
            while len(found) < len(asks):
                self._try(asks, found)
                self._is_complete = bool(self._wanted)
            return [found[at] for at in range(len(asks))]
        finally:
            self.is_on = self._is_complete = False
            self._wanted.clear()
            if not self.is_one_moment:
                self._answers.clear()

    def _try(self, asks: Sequence[Callable[[], R]], found: dict[int, R]) -> None:
        for at, ask in enumerate(asks):
            if at not in found:
                try:
                    found[at] = ask()
                except _NotYet:
                    continue

    def forget(self) -> None:
        """The transaction is over: what was answered in it may be otherwise now."""
        self.is_one_moment = False
        self._answers.clear()

    def answer(self, statement: str, parameters: Parameters) -> Answer | None:
        """What was answered to a question; nothing where it is to be asked.

        Where several ask, it is asked with the others.
        """
        if not (self.is_on or self._answers):
            return None
        question = (statement, _same(parameters))
        if self._is_complete and question in self._wanted:
            self._send()
        found = self._answers.get(question)
        if found is not None:
            return Answer(found.description, found.rows, found.rowcount)
        if not self.is_on or self._is_complete:
            return None  # who does not ask again what they asked, such as the time, asks alone
        self._wanted[question] = (statement, parameters)
        raise _NotYet

    def _send(self) -> None:
        wanted, self._wanted, self._is_complete = self._wanted, {}, False
        cursors = [self.connection.cursor() for _ in wanted]
        pairs = zip(cursors, wanted.values(), strict=True)
        self.connection.ask(*((cursor, *each) for cursor, each in pairs))
        for question, cursor in zip(wanted, cursors, strict=True):
            rows = cursor.fetchall()
            self._answers[question] = Answer(cursor.description, rows, len(rows))
            cursor.close()
