"""Questions asked as one types: a moment after the last key, and only the last answer counts.

What is answered within a key's time is asked without that moment, and one after the other.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from verifier.errors import VerifierError
from verifier.ui.jobs import Job, Jobs, Progress

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
        *,
        at_once: bool = False,
    ) -> None:
        """`at_once` for questions with quick answers: each key asks, unless one is being asked."""
        self._owner = owner
        """Where it is gone when the answer comes, nobody wants it."""
        self._jobs = jobs
        self._then = then
        self._failed = failed
        self._asked = 0
        self._work: Callable[[], T] | None = None
        self._is_running = False
        self._job: Job | None = None
        """The question on its way, whether or not its answer is still wanted."""
        self._at_once = at_once
        self._timer = QTimer(owner)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0 if at_once else PAUSE_MS)
        self._timer.timeout.connect(self._start)
        if at_once:
            jobs.ended.connect(self._go_on)

    @property
    def is_waiting(self) -> bool:
        """Whether a question is about to be asked."""
        return self._timer.isActive()

    @property
    def is_asking(self) -> bool:
        """Whether a question is about to be asked, or its answer has not come yet."""
        return self._work is not None or self._is_running

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
        if self._at_once and self._job is not None:
            return  # it is asked when that one has come back
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

        self._job = self._jobs.run("", run, then, failed)

    def _go_on(self, job: Job) -> None:
        """Ask what was asked for meanwhile."""
        if job is self._job and isValid(self._owner):
            self._job = None
            if self._work is not None:
                self._timer.start()
