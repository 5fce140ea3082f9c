"""Work in the background: a plain function in a thread, its result told on the window's thread.

`jobs.run(title, work, then)` calls `work(progress, cancelled)` in a worker thread. `then(result)`
and `failed(error)` are called on the thread of the window. What a person can mend (a VerifierError)
goes to `failed`; a bug goes to the excepthook, as if it had happened on the window's own thread;
work that was cancelled is simply over. `work` must touch neither a widget nor a database session.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from verifier.errors import Cancelled, VerifierError

LEAST_BETWEEN = 0.05
"""Seconds between two reports of progress: more could not be seen."""


class Progress(Protocol):
    """Tells how far the work is: a fraction from 0 to 1 (None: unknown) and a few words."""

    def __call__(self, fraction: float | None, note: str = "") -> None: ...


Work = Callable[[Progress, Callable[[], bool]], object]
Then = Callable[..., None]
Failed = Callable[[VerifierError], None]


class Job(QObject):
    """One piece of work, from its start to its end. Lives on the window's thread."""

    progressed = Signal(object, str)
    """Fraction or None, note."""
    ended = Signal()
    _returned = Signal(object)
    _raised = Signal(object)

    def __init__(
        self,
        title: str,
        work: Work,
        then: Then | None,
        failed: Failed | None,
        *,
        may_be_lost: bool = False,
    ) -> None:
        super().__init__()
        self.title = title
        self.has_failed = False
        self._may_be_lost = may_be_lost
        self.fraction: float | None = None
        self.note = ""
        self._work = work
        self._then = then
        self._failed = failed
        self._cancelled = False
        self._told = 0.0
        queued = Qt.ConnectionType.QueuedConnection
        self.progressed.connect(self._keep, queued)
        self._returned.connect(self._deliver, queued)
        self._raised.connect(self._tell, queued)

    def cancel(self) -> None:
        """Ask the work to stop. It stops when it next looks."""
        self._cancelled = True

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked it to stop."""
        return self._cancelled

    @property
    def is_awaited(self) -> bool:
        """Whether somebody waits for what it brings: closing asks before that is lost."""
        return bool(self.title) and not self._may_be_lost and not self._cancelled

    def work(self) -> None:
        """Do the work. Called in the worker thread, once."""
        try:
            result = self._work(self._report, lambda: self._cancelled)
        except BaseException as error:
            self._raised.emit(error)
        else:
            self._returned.emit(result)

    def forget(self) -> None:
        """Deliver nothing any more: the window is going away."""
        self._cancelled = True
        self._then = self._failed = None

    def _report(self, fraction: float | None, note: str = "") -> None:
        now = time.monotonic()
        if now - self._told >= LEAST_BETWEEN or fraction == 1.0:
            self._told = now
            self.progressed.emit(fraction, note)

    @Slot(object, str)
    def _keep(self, fraction: float | None, note: str) -> None:
        self.fraction, self.note = fraction, note

    def _end(self) -> tuple[Then | None, Failed | None]:
        """Hold on to nothing: the last to let go of the job may be its thread, which must not
        delete what is the window's."""
        self.ended.emit()
        told = self._then, self._failed
        self._work, self._then, self._failed = _nothing, None, None
        return told

    @Slot(object)
    def _deliver(self, result: object) -> None:
        then, _ = self._end()
        if then is not None:
            then(result)

    @Slot(object)
    def _tell(self, error: BaseException) -> None:
        self.has_failed = not isinstance(error, Cancelled)
        _, failed = self._end()
        if isinstance(error, Cancelled):
            return
        if isinstance(error, VerifierError):
            if failed is not None:
                failed(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)


def _nothing(_progress: Progress, _cancelled: Callable[[], bool]) -> None:
    """The work is done."""


def unless_stopped(work: Work) -> Work:
    """The same work; what it has found is thrown away where somebody stopped it meanwhile.

    For what changes nothing by itself, and has parts in which nobody looks whether to stop.
    """

    def watched(progress: Progress, cancelled: Callable[[], bool]) -> object:
        result = work(progress, cancelled)
        if cancelled():
            raise Cancelled
        return result

    return watched


class _Runner(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.work()


class Jobs(QObject):
    """The jobs of a window. Call `shutdown` before the window goes."""

    started = Signal(object)
    """The Job."""
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None, threads: int = 4) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._running: dict[Job, _Runner] = {}

    @property
    def running(self) -> tuple[Job, ...]:
        """Jobs that have not ended, oldest first."""
        return tuple(self._running)

    @property
    def awaited(self) -> tuple[Job, ...]:
        """Those that bring what somebody waits for."""
        return tuple(job for job in self._running if job.is_awaited)

    def run(
        self,
        title: str,
        work: Work,
        then: Then | None = None,
        failed: Failed | None = None,
        *,
        may_be_lost: bool = False,
    ) -> Job:
        """Start `work`. `title` says in a few words what is being done.

        What changes nothing and is soon done again `may_be_lost` when the case is closed.
        """
        job = Job(title, work, then, failed, may_be_lost=may_be_lost)
        runner = _Runner(job)
        runner.setAutoDelete(False)
        self._running[job] = runner
        job.ended.connect(self._end)
        self.started.emit(job)
        self._pool.start(runner)
        return job

    def shutdown(self, seconds: float = 30.0) -> bool:
        """Cancel everything, wait for the threads, deliver nothing; whether all have ended."""
        for job in self.running:
            job.forget()
        self._pool.clear()
        done = self._pool.waitForDone(int(seconds * 1000))
        if done:
            self._running.clear()
        return done

    @Slot()
    def _end(self) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._running.pop(job, None)
            self.ended.emit(job)
