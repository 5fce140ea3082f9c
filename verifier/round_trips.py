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
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, cast
from weakref import WeakKeyDictionary, WeakSet

import psycopg
from psycopg.pq import ConnStatus, TransactionStatus
from sqlalchemy import BinaryExpression, Connection, Dialect, Engine, event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.sql import operators
from sqlalchemy.sql.elements import BooleanClauseList

from verifier.asked_together import Answer, Parameters, Together

TOGETHER = "together"
"""Under this name SQLAlchemy's connection knows who asks several questions at once."""
ONE_CHANGED = "SELECT 1 / count(*) FROM changed"
"""Fails, as a division by zero, where nothing was changed."""
_OPEN = (TransactionStatus.INTRANS, TransactionStatus.INERROR)
_SLICE_SECONDS = 0.1


class ServerConnection(psycopg.Connection[Any]):
    """A connection that keeps what can wait, for the next thing that cannot."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._begun = False
        """The first thing that is kept is the beginning of a transaction."""
        self._kept: list[tuple[str, Parameters]] = []
        self._is_ending = False
        """The end of a transaction is on its way, and its answer not taken yet."""
        self.together = Together(self)
        self.user: int | None = threading.get_ident()
        """The thread that made it, asks through it or did last, until it is given back."""
        self.used_since = time.monotonic()
        self._closing = threading.Lock()
        self.is_locked = False
        """Nobody else writes in the case until this transaction ends."""

    def use(self) -> None:
        """This thread is about to ask, and perhaps to wait. What one has begun another may go on
        with."""
        self.user, self.used_since = threading.get_ident(), time.monotonic()

    def take(self) -> None:
        """This thread takes it out of the pool: it is not cut any more for lying there."""
        with self._closing:
            self.use()

    def begin(self, words: str) -> None:
        """Begin a transaction with the next question."""
        self._end()
        self._begun, self._kept = True, [(words, None)]
        self.together.is_one_moment = "REPEATABLE READ" in words

    def _end(self) -> None:
        self._begun, self._kept, self.is_locked = False, [], False
        self.together.forget()

    @property
    def is_in_transaction(self) -> bool:
        """Whether one was begun, here or on the server: what is kept has an end it goes with."""
        return self._begun or self.info.transaction_status in _OPEN

    def keep(self, statement: str, parameters: Parameters = None) -> None:
        """Send this with the next question; what is wrong with it, that question tells."""
        self._kept.append((statement, parameters))

    def keep_change(self, statement: str, parameters: Parameters) -> None:
        """Send the change of one row with the next question. Where it finds no such row, the server
        refuses the transaction: whoever reads rows under the lock may rely on them."""
        self.keep(f"WITH changed AS ({statement} RETURNING 1) {ONE_CHANGED}", parameters)

    def ask(self, *questions: tuple[psycopg.Cursor[Any], str, Parameters]) -> None:
        """Ask these, after what was kept, in one round trip."""
        self.use()
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

    def ask_in_pieces(
        self, cursor: psycopg.ServerCursor[Any], statement: str, parameters: Parameters
    ) -> None:
        """Ask for rows that the server gives out bit by bit: a round trip of its own."""
        self.ask()
        cursor.execute(statement, parameters)

    def _send_kept(self) -> None:
        kept, self._kept, self._begun = self._kept, [], False
        for statement, parameters in kept:
            self.execute(statement, parameters)

    def commit(self) -> None:
        """Commit, after what was kept; when this returns, the server has it on its disk."""
        self.use()
        self.take_end()
        if self._begun and len(self._kept) == 1:
            self._end()
        if not self._kept and self.info.transaction_status is TransactionStatus.IDLE:
            return
        try:
            with self.pipeline():
                self._send_kept()
                committed = self.execute("COMMIT")
        except Exception:  # also of a word that no server can be sent
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
            self._takes_answer()

    def _takes_answer(self, is_enough: Callable[[], bool] = lambda: False) -> bool:
        """Take the whole answer to what was sent off, unless that is enough of waiting before."""
        while True:
            while self.pgconn.is_busy():
                if is_enough():
                    return False
                if self._has_more(_SLICE_SECONDS):
                    self.pgconn.consume_input()
            if self.pgconn.get_result() is None:
                return True

    def _has_more(self, seconds: float = 0.0) -> bool:
        """Whether something comes from the server within this time."""
        return bool(select.select([self.pgconn.socket], [], [], seconds)[0])

    def is_lost(self) -> bool:
        """Whether the server has ended the connection, as far as it was told; asks nobody."""
        try:
            self.take_end()
            if self.closed or self.pgconn.status is ConnStatus.BAD:
                return True
            while self._has_more():
                self.pgconn.consume_input()  # its last words first, then that it is gone
        except (psycopg.Error, OSError, ValueError):
            return True
        return self.pgconn.status is ConnStatus.BAD

    def gives_a_word(self, seconds: float, stopped: threading.Event) -> bool:
        """Whether the server answers within this time, or it is not wanted any more."""
        until = time.monotonic() + seconds
        try:
            self.pgconn.send_query(b"SELECT 1")
            is_there = self._takes_answer(lambda: stopped.is_set() or time.monotonic() >= until)
        except (psycopg.Error, OSError, ValueError):
            return False
        return is_there or stopped.is_set()

    def cut(self) -> None:
        """Let whoever waits for an answer see the end of the connection. From another thread."""
        with self._closing:
            self._cut()

    def cut_unused(self) -> None:
        """The same where nobody has it: whoever takes it next sees that it is lost."""
        with self._closing:
            if self.user is None:
                self._cut()

    def _cut(self) -> None:
        if self.closed:
            return
        with suppress(OSError, psycopg.Error):  # the other side was quicker
            line = socket.fromfd(self.pgconn.socket, socket.AF_INET, socket.SOCK_STREAM)
            with line:
                line.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Close it, unless it is just being cut."""
        with self._closing:
            super().close()


class _Made:
    """The connections of an engine, which threads make and others look at."""

    def __init__(self) -> None:
        self.connect: Callable[[], ServerConnection] | None = None
        """Makes one more, once it is known how."""
        self.is_over = False
        """Their engine was disposed of: what is given back, or was made after, is closed."""
        self._all: WeakSet[ServerConnection] = WeakSet()
        self._changing = threading.Lock()

    def add(self, connection: ServerConnection) -> None:
        """One more was made."""
        with self._changing:
            self._all.add(connection)

    def all(self) -> tuple[ServerConnection, ...]:
        """Those that are there."""
        with self._changing:
            return tuple(self._all)


_made: WeakKeyDictionary[Dialect, _Made] = WeakKeyDictionary()
"""By what an engine keeps for life, with each of its options; its pool is another once it is
disposed of."""


def connections_of(engine: Engine) -> tuple[ServerConnection, ...]:
    """What an engine has connected."""
    return _made[engine.dialect].all()


def connected_beside(engine: Engine) -> ServerConnection:
    """One more, for whoever must not take one from the others. It is theirs to close."""
    connect = _made[engine.dialect].connect
    assert connect is not None, "the engine itself has connected before"
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

    _look_after_connections(engine, settings)
    _keep_what_can_wait(engine, begin)


def _look_after_connections(engine: Engine, settings: Sequence[str]) -> None:
    """Know who uses which, ask none for whether it lives, and leave none open at the end."""
    made = _made[engine.dialect] = _Made()

    @event.listens_for(engine, "do_connect")
    def _do_connect(_dialect: Any, _record: Any, given: Any, named: Any) -> ServerConnection:
        made.connect = partial(_connected, settings, given, named)
        connection = made.connect()
        made.add(connection)
        return connection

    @event.listens_for(engine, "connect")
    def _connect(connection: ServerConnection, record: Any) -> None:
        record.info[TOGETHER] = connection.together

    @event.listens_for(engine, "checkout")
    def _checkout(connection: ServerConnection, _record: Any, _proxy: Any) -> None:
        connection.take()
        if connection.is_lost():
            raise DisconnectionError

    @event.listens_for(engine, "checkin")
    def _checkin(connection: ServerConnection | None, _record: Any) -> None:
        if connection is not None:
            connection.user = None
            if made.is_over:
                connection.close()

    @event.listens_for(engine, "engine_disposed")
    def _dispose(_engine: Engine) -> None:
        made.is_over = True
        for connection in made.all():
            if connection.user is None:  # given back when the pool was emptied already
                connection.close()


def _keep_what_can_wait(engine: Engine, begin: str) -> None:
    """Have beginnings, and changes that nobody asks back about, go with the next question."""

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
        elif context.isinsert and _may_wait(context):
            driver.keep(statement, parameters)
        elif driver.is_locked and _may_wait(context) and _changes_one_row(context):
            driver.keep_change(statement, parameters)
            context.cursor = Answer(None, [], 1)
        elif isinstance(cursor, psycopg.ServerCursor):
            driver.ask_in_pieces(cursor, statement, parameters)
        else:
            driver.ask((cursor, statement, parameters))
        return True

    @event.listens_for(engine, "do_executemany")
    def _execute_many(_cursor: Any, statement: str, parameters: Any, context: Any) -> bool:
        driver = _driver_of(context.root_connection)
        if not (context.isinsert and _may_wait(context)):
            driver.ask()
            return False
        for each in parameters:
            driver.keep(statement, each)
        return True

    @event.listens_for(engine, "do_execute_no_params")
    def _execute_bare(cursor: Any, statement: str, _context: Any) -> bool:
        cast(ServerConnection, cursor.connection).ask((cursor, statement, None))
        return True


def _may_wait(context: Any) -> bool:
    """Whether a statement changes rows, nothing is asked back, and what comes next can tell what is
    wrong with it: inside a savepoint that must be known before it is left."""
    if not (context.isinsert or context.isupdate) or context.compiled.effective_returning:
        return False
    connection = context.root_connection
    return _driver_of(connection).is_in_transaction and not connection.in_nested_transaction()


def _changes_one_row(context: Any) -> bool:
    """Whether a statement names the one row that it changes, by its key."""
    update = context.compiled.statement
    where = update.whereclause
    is_all = isinstance(where, BooleanClauseList) and where.operator is operators.and_
    clauses = where.clauses if is_all else [where]
    named = {
        clause.left
        for clause in clauses
        if isinstance(clause, BinaryExpression) and clause.operator is operators.eq
    }
    return named.issuperset(update.table.primary_key)


def _driver_of(connection: Connection) -> ServerConnection:
    return cast(ServerConnection, connection.connection.driver_connection)
