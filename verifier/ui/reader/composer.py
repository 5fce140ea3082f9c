"""One thread in which text is set and drawn, so that the window never waits for a whole page.

Qt's text layouts keep to the thread that made them: all that touches one is done here, one piece
after the other, and what leaves are numbers and pictures. Whoever asks waits for the answer; the
window, which asks for little and seldom, comes before the thread that fetches pictures.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class _Asked(Generic[T]):
    """A piece of work, and what came of it."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._done = threading.Event()
        self._result: T | None = None
        self._error: BaseException | None = None

    def do(self) -> None:
        """Called in the thread."""
        try:
            self._result = self._work()
        except BaseException as error:
            self._error = error
        self._done.set()

    def answer(self) -> T:
        """Wait for it; what was raised there is raised here."""
        self._done.wait()
        if self._error is not None:
            raise self._error
        return self._result  # type: ignore[return-value]


class Composer:
    """The thread starts with the first piece of work and ends with `stop`."""

    def __init__(self) -> None:
        self._urgent: deque[_Asked[object]] = deque()
        self._later: deque[_Asked[object]] = deque()
        self._changed = threading.Condition()
        self._stopped = False
        self._thread: threading.Thread | None = None

    def ask(self, work: Callable[[], T], *, urgent: bool) -> T:
        """Have a piece of work done, before what is not urgent or after all, and wait for it."""
        asked = _Asked(work)
        self._add(asked, self._urgent if urgent else self._later)  # type: ignore[arg-type]
        return asked.answer()

    def order(self, work: Callable[[], object]) -> None:
        """Have a piece of work done after all others, and go on."""
        self._add(_Asked(work), self._later)

    def _add(self, asked: _Asked[object], line: deque[_Asked[object]]) -> None:
        with self._changed:
            line.append(asked)
            if self._thread is None:
                self._stopped = False
                self._thread = threading.Thread(target=self._run, name="composer", daemon=True)
                self._thread.start()
            self._changed.notify()

    def stop(self) -> None:
        """Finish what was asked for; returns when the thread has ended."""
        with self._changed:
            thread, self._thread = self._thread, None
            self._stopped = True
            self._changed.notify()
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        while self._do_next():
            pass

    def _do_next(self) -> bool:
        """One piece of work, which is forgotten when it is done: it holds on to the document."""
        with self._changed:
            while not (self._urgent or self._later or self._stopped):
                self._changed.wait()
            waiting = self._urgent or self._later
            asked = waiting.popleft() if waiting else None
        if asked is not None:
            asked.do()
        return asked is not None
