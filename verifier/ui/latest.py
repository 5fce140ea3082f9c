"""Questions asked as one types: a moment after the last key, and only the last answer counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from verifier.errors import VerifierError
from verifier.ui.jobs import Jobs, Progress

PAUSE_MS = 150
T = TypeVar("T")


class Latest(Generic[T]):
    """Runs work in the background; a later question makes an earlier one's answer stale."""

    def __init__(
        self,
        owner: QObject,
        jobs: Jobs,
        then: Callable[[T], None],
        failed: Callable[[VerifierError], None],
    ) -> None:
        self._owner = owner
        """Where it is gone when the answer comes, nobody wants it."""
        self._jobs = jobs
        self._then = then
        self._failed = failed
        self._asked = 0
        self._work: Callable[[], T] | None = None
        self._is_running = False
        self._timer = QTimer(owner)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._start)

    @property
    def is_waiting(self) -> bool:
        """Whether a question is about to be asked."""
        return self._timer.isActive()

    @property
    def is_asking(self) -> bool:
        """Whether a question is about to be asked, or its answer has not come yet."""
        return self._timer.isActive() or self._is_running

    def ask(self, work: Callable[[], T]) -> None:
        """Ask in a moment, unless something else is asked before."""
        self.forget()
        self._work = work
        self._timer.start()

    def ask_now(self) -> None:
        """Do not wait for the moment."""
        if self._timer.isActive():
            self._timer.stop()
            self._start()

    def forget(self) -> None:
        """Want no answer any more."""
        self._asked += 1
        self._timer.stop()
        self._work = None
        self._is_running = False

    def _start(self) -> None:
        work, self._work = self._work, None
        if work is None:
            return
        asked, owner = self._asked, self._owner
        self._is_running = True

        def run(_progress: Progress, _cancelled: Callable[[], bool]) -> object:
            return work()

        def then(answer: T) -> None:
            if asked == self._asked and isValid(owner):
                self._is_running = False
                self._then(answer)

        def failed(error: VerifierError) -> None:
            if asked == self._asked and isValid(owner):
                self._is_running = False
                self._failed(error)

        self._jobs.run("", run, then, failed)
