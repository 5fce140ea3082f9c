"""Fewer round trips to a PostgreSQL server: each costs as long as the way there and back takes.

From a home line that is 20 to 60 ms, and a person waits for all of them. So what nobody needs an
answer to is not waited for. The beginning of a transaction, the lock of a case and what is written
go with the next question; the last of it goes with the commit, and that is waited for. The end of a
reading is sent off, and its answer taken when the connection is used next. Questions that do not
build on each other are asked `together`; while a reading sees one moment, what was answered once is
not asked again.
"""

from __future__ import annotations

import select
import socket
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar, cast
from weakref import WeakKeyDictionary, WeakSet

import psycopg
from psycopg import generators
from psycopg.pq import ConnStatus, TransactionStatus
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import Pool

R = TypeVar("R")
TOGETHER = "together"
"""Under this name SQLAlchemy's connection knows who asks several questions at once."""
ONE_CHANGED = "SELECT 1 / count(*) FROM changed"
"""Fails, as a division by zero, where nothing was changed."""
_OPEN = (TransactionStatus.INTRANS, TransactionStatus.INERROR)
_SLICE_SECONDS = 0.1
_Parameters = Mapping[str, Any] | Sequence[Any] | None


class ServerConnection(psycopg.Connection[Any]):
    """A connection that keeps what can wait, for the next thing that cannot."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._begun = False
        """The first thing that is kept is the beginning of a transaction."""
        self._kept: list[tuple[str, _Parameters]] = []
        self._is_ending = False
        """The end of a transaction is on its way, and its answer not taken yet."""
        self.together = Together(self)
        self.user: int | None = None
        """The thread that uses it, while one does."""
        self.used_since = 0.0
        self._closing = threading.Lock()
        self.is_locked = False
        """Nobody else writes in the case until this transaction ends."""

    def begin(self, words: str) -> None:
        """Begin a transaction with the next question."""
        self._end()
        self._begun, self._kept = True, [(words, None)]
        self.together.is_one_moment = "REPEATABLE READ" in words

    def _end(self) -> None:
        self._begun, self._kept, self.is_locked = False, [], False
        self.together.forget()

    def keep(self, statement: str, parameters: _Parameters = None) -> None:
        """Send this with the next question; what is wrong with it, that question tells."""
        self._kept.append((statement, parameters))

    def keep_change(self, statement: str, parameters: _Parameters) -> None:
        """Send the change of one row with the next question. Where it finds no such row, the server
        refuses the transaction: whoever reads rows under the lock may rely on them."""
        self.keep(f"WITH changed AS ({statement} RETURNING 1) {ONE_CHANGED}", parameters)

    def ask(self, *questions: tuple[psycopg.Cursor[Any], str, _Parameters]) -> None:
        """Ask these, after what was kept, in one round trip."""
        self.take_end()
        if not questions and not self._kept:
            return
        if len(questions) == 1 and not self._kept:
            cursor, statement, parameters = questions[0]
            cursor.execute(statement, parameters)
            return
        with self.pipeline():
            self._send_kept()
            for cursor, statement, parameters in questions:
                cursor.execute(statement, parameters)

    def _send_kept(self) -> None:
        kept, self._kept, self._begun = self._kept, [], False
        for statement, parameters in kept:
            self.execute(statement, parameters)

    def commit(self) -> None:
        """Commit, after what was kept; when this returns, the server has it on its disk."""
        self.take_end()
        if self._begun and len(self._kept) == 1:
            self._end()
        if not self._kept and self.info.transaction_status not in _OPEN:
            return
        try:
            with self.pipeline():
                self._send_kept()
                committed = self.execute("COMMIT")
        except psycopg.Error:
            if not self.closed:
                self.rollback()  # the server has not come to the commit
            raise
        self._end()
        if committed.statusmessage != "COMMIT":
            raise psycopg.InternalError("the server did not commit")

    def rollback(self) -> None:
        """Send the end of a transaction off: nobody needs its answer before the next question."""
        self._end()
        if self._is_ending:
            return
        if self.closed or self.info.transaction_status not in _OPEN:
            super().rollback()
            return
        self.pgconn.send_query(b"ROLLBACK")
        self._is_ending = True

    def take_end(self) -> None:
        """Take the answer to what was sent off, which is there unless that was just now."""
        if self._is_ending:
            self._is_ending = False
            with self.lock:
                self.wait(generators.execute(self.pgconn))

    def is_lost(self) -> bool:
        """Whether the server has ended the connection, as far as it was told; asks nobody."""
        try:
            self.take_end()
            if self.closed or self.pgconn.status is ConnStatus.BAD:
                return True
            while select.select([self.pgconn.socket], [], [], 0)[0]:
                self.pgconn.consume_input()  # its last words first, then that it is gone
        except (psycopg.Error, OSError, ValueError):
            return True
        return self.pgconn.status is ConnStatus.BAD

    def gives_a_word(self, seconds: float, stopped: threading.Event) -> bool:
        """Whether the server answers within this time, or it is not wanted any more."""
        until = time.monotonic() + seconds
        try:
            self.pgconn.send_query(b"SELECT 1")
            while time.monotonic() < until and not stopped.is_set():
                if not select.select([self.pgconn.socket], [], [], _SLICE_SECONDS)[0]:
                    continue
                self.pgconn.consume_input()
                if not self.pgconn.is_busy():
                    while self.pgconn.get_result() is not None:
                        pass
                    return True
        except (psycopg.Error, OSError, ValueError):
            return False
        return stopped.is_set()

    def cut(self) -> None:
        """Let whoever waits for an answer see the end of the connection. From another thread."""
        with self._closing:
            if self.closed:
                return
            line = socket.fromfd(self.pgconn.socket, socket.AF_INET, socket.SOCK_STREAM)
            with line, suppress(OSError):  # the other side was quicker
                line.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Close it, unless it is just being cut."""
        with self._closing:
            super().close()


class _NotYet(Exception):
    """The answer to a question is not there: it is asked with others."""


@dataclass
class _Answer:
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


Question = tuple[str, str]
"""A statement and its parameters."""


@dataclass
class Together:
    """Answers what several functions ask of one connection, question by question of all at once."""

    connection: ServerConnection
    is_on: bool = False
    is_one_moment: bool = False
    """Until the transaction ends, a question has one answer."""
    _wanted: dict[Question, tuple[str, _Parameters]] = field(default_factory=dict)
    _is_complete: bool = False
    """Nothing more can be asked before what is wanted is answered: the next question sends it."""
    _answers: dict[Question, _Answer] = field(default_factory=dict)

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

    def answer(self, statement: str, parameters: _Parameters) -> _Answer | None:
        """What was answered to a question; nothing where it is to be asked.

        Where several ask, it is asked with the others.
        """
        question = (statement, repr(parameters))
        if self._is_complete and question in self._wanted:
            self._send()
        found = self._answers.get(question)
        if found is not None:
            return _Answer(found.description, found.rows, found.rowcount)
        if not self.is_on:
            return None
        self._wanted[question] = (statement, parameters)
        raise _NotYet

    def _send(self) -> None:
        wanted, self._wanted, self._is_complete = self._wanted, {}, False
        cursors = [self.connection.cursor() for _ in wanted]
        pairs = zip(cursors, wanted.values(), strict=True)
        self.connection.ask(*((cursor, *each) for cursor, each in pairs))
        for question, cursor in zip(wanted, cursors, strict=True):
            rows = cursor.fetchall()
            self._answers[question] = _Answer(cursor.description, rows, len(rows))
            cursor.close()


_connections: WeakKeyDictionary[
    Pool, tuple[Callable[[], ServerConnection], WeakSet[ServerConnection]]
] = WeakKeyDictionary()
"""How the connections of a pool are made, and those that were."""


def connections_of(engine: Engine) -> tuple[ServerConnection, ...]:
    """What an engine has connected."""
    return tuple(_connections[engine.pool][1])


def connected_beside(engine: Engine) -> ServerConnection:
    """One more, for whoever must not take one from the others. It is theirs to close."""
    connect, _ = _connections[engine.pool]
    return connect()


def _connected(settings: Sequence[str], given: Any, named: Any) -> ServerConnection:
    # A statement that is made ready would take a round trip of its own for that.
    named = {**named, "autocommit": True, "prepare_threshold": None}
    connection = ServerConnection.connect(*given, **named)
    with connection.pipeline():
        for setting in settings:
            connection.execute(setting)
    return connection


def save_round_trips(engine: Engine, settings: Sequence[str], begin: str) -> None:
    """Have an engine's connections wait for what must be waited for, and for nothing else.

    `settings` are statements for each new connection; `begin` names the option that says how a
    transaction begins.
    """

    @event.listens_for(engine, "do_connect")
    def _do_connect(_dialect: Any, _record: Any, given: Any, named: Any) -> ServerConnection:
        connect = partial(_connected, settings, given, named)
        made = _connections.setdefault(engine.pool, (connect, WeakSet()))
        connection = connect()
        made[1].add(connection)
        return connection

    @event.listens_for(engine, "connect")
    def _connect(connection: ServerConnection, record: Any) -> None:
        record.info[TOGETHER] = connection.together

    @event.listens_for(engine, "checkout")
    def _checkout(connection: ServerConnection, _record: Any, _proxy: Any) -> None:
        if connection.is_lost():
            raise DisconnectionError
        connection.user, connection.used_since = threading.get_ident(), time.monotonic()

    @event.listens_for(engine, "checkin")
    def _checkin(connection: ServerConnection | None, _record: Any) -> None:
        if connection is not None:
            connection.user = None

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get("isolation_level") == "AUTOCOMMIT":
            return
        words = options.get(begin, "BEGIN")
        _driver_of(connection).begin(words)

    @event.listens_for(engine, "do_execute")
    def _execute(cursor: Any, statement: str, parameters: Any, context: Any) -> bool:
        driver = _driver_of(context.root_connection)
        answer = driver.together.answer(statement, parameters)
        if answer is not None:
            context.cursor = answer
        elif context.isupdate and driver.is_locked:
            driver.keep_change(statement, parameters)
            context.cursor = _Answer(None, [], 1)
        elif _needs_no_answer(context):
            driver.keep(statement, parameters)
        else:
            driver.ask((cursor, statement, parameters))
        return True

    @event.listens_for(engine, "do_executemany")
    def _execute_many(_cursor: Any, statement: str, parameters: Any, context: Any) -> bool:
        driver = _driver_of(context.root_connection)
        if not _needs_no_answer(context):
            driver.ask()
            return False
        for each in parameters:
            driver.keep(statement, each)
        return True

    @event.listens_for(engine, "do_execute_no_params")
    def _execute_bare(cursor: Any, statement: str, _context: Any) -> bool:
        cast(ServerConnection, cursor.connection).ask((cursor, statement, None))
        return True


def _needs_no_answer(context: Any) -> bool:
    """Whether a statement puts in rows of which nothing is asked back."""
    return bool(context.isinsert and context.compiled and not context.compiled.effective_returning)


def _driver_of(connection: Connection) -> ServerConnection:
    return cast(ServerConnection, connection.connection.driver_connection)
