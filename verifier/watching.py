"""Notices that the network to a server has fallen silent, before somebody waits for it.

In a tunnel nothing arrives any more, and no connection ends: whoever asks waits until the system
gives up, or for ever where a router in between still answers for the server. So a thread asks for a
word every moment, on a connection of its own. If none comes in time, the case is cut off: nothing
else is tried, and a question that a thread has just asked is given up for it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import psycopg
from sqlalchemy import Engine

from verifier.round_trips import ServerConnection, connected_beside, connections_of

EVERY_SECONDS = 1.0
PATIENCE_SECONDS = 2.0
"""Until a server that gives no word is taken for silent."""
LONG_PATIENCE_SECONDS = 10.0
"""The same while a job uses the line: a large file on its way lets a word wait."""


class SilenceWatch:
    """The thread that asks, as long as a case is open in a window."""

    def __init__(
        self, engine: Engine, is_lost: Callable[[], bool], lose: Callable[[float], bool]
    ) -> None:
        self.impatient: set[int | None] = {threading.get_ident()}
        """Threads that must not wait for a server that is gone: the one that begins this is."""
        self._engine = engine
        self._is_lost = is_lost
        self._lose = lose
        self._stopped = threading.Event()
        self._connection: ServerConnection | None = None
        self._was_ended = False
        """Whether that one was ended by the server, which is not silence."""
        self._thread = threading.Thread(target=self._run, name="watch of a server", daemon=True)
        self._thread.start()

    def stop(self, seconds: float) -> None:
        """Ask no more; waits this long at most for a connection that is just being made."""
        self._stopped.set()
        self._thread.join(seconds)

    def _run(self) -> None:
        while not self._stopped.wait(EVERY_SECONDS):
            began = time.monotonic()
            if self._is_lost():
                self._hang_up()
                self._let_go(PATIENCE_SECONDS)
            elif not self._is_answered() and not self._stopped.is_set() and self._lose(began):
                self._let_go(0.0)
        self._hang_up()

    def _is_answered(self) -> bool:
        """Whether the server gives a word in time.

        One that has ended the connection may be back by now, as after a restart: it is asked anew.
        """
        if self._gives_a_word():
            return True
        return self._was_ended and self._gives_a_word()

    def _gives_a_word(self) -> bool:
        self._was_ended = False
        try:
            if self._connection is None:
                self._connection = connected_beside(self._engine)
            users = {each.user for each in connections_of(self._engine)} - {None}
            patience = PATIENCE_SECONDS if users <= self.impatient else LONG_PATIENCE_SECONDS
            if self._connection.gives_a_word(patience, self._stopped):
                return True
            self._was_ended = self._connection.is_lost()
        except psycopg.Error:
            pass
        self._hang_up()
        return False

    def _let_go(self, after: float) -> None:
        """End what impatient threads wait for since longer than this, and what nobody uses now."""
        for connection in connections_of(self._engine):
            user, waits = connection.user, time.monotonic() - connection.used_since
            if user in self.impatient and waits >= after:
                connection.cut()
            else:
                connection.cut_unused()

    def let_everybody_go(self) -> None:
        """End what any thread waits for."""
        for connection in connections_of(self._engine):
            connection.cut()

    def _hang_up(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
