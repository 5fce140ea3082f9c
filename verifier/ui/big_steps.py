"""Steps that change very much: done in a thread, with progress, while the window can be read.

Each is one transaction: stopped halfway, nothing of it is kept. Until it ends nothing else can be
written from the window, which would have to wait for it; `shell.do` says so and does nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from verifier.actions.base import Action, Done, Watch
from verifier.errors import Cancelled, VerifierError
from verifier.exchange.restoring import BIG, keep_before, size_of
from verifier.ui.claim_order import ClaimOrder
from verifier.ui.jobs import Job, Jobs, Progress
from verifier.workspace import Workspace

READ_AGAIN = 500
"""Changed rows from which all claims are read again, in the thread, instead of those alone."""
DOING = 0.9
"""Share of the bar for the changes; the rest is for the audit trail and the search index."""

Step = Callable[[Watch], Done]
ReadClaims = Callable[[], ClaimOrder]
Then = Callable[[Done, ClaimOrder | None], None]


def is_big(action: Action) -> bool:
    """Whether an action is done in a thread."""
    return size_of(action) >= BIG


class BigSteps(QObject):
    """Does one such step at a time."""

    ended = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None

    @property
    def doing(self) -> str:
        """The title of what is being done; empty where nothing is."""
        return self._job.title if self._job is not None else ""

    def do(
        self,
        workspace: Workspace,
        title: str,
        action: Action,
        claims: ReadClaims,
        then: Then,
        failed: Callable[[VerifierError], None],
    ) -> None:
        """Do an action, with a restore point before it; `then` is given what was done."""

        def step(watch: Watch) -> Done:
            keep_before(workspace, action)
            return workspace.do(action, watch)

        self._run(title, size_of(action), step, claims, then, failed)

    def reverse(
        self,
        workspace: Workspace,
        title: str,
        done: Done,
        claims: ReadClaims,
        then: Then,
        failed: Callable[[VerifierError], None],
    ) -> None:
        """Undo or redo what was done."""
        step = partial(workspace.undo, done)
        self._run(title, len(done.steps), step, claims, then, failed)

    def _run(
        self,
        title: str,
        size: int,
        step: Step,
        claims: ReadClaims,
        then: Then,
        failed: Callable[[VerifierError], None],
    ) -> None:
        finishing = self.tr("finishing")

        def work(
            progress: Progress, cancelled: Callable[[], bool]
        ) -> tuple[Done, ClaimOrder | None]:
            def watch(touched: int) -> None:
                if cancelled():
                    raise Cancelled
                words = f"{touched} / {size}" if touched < size else finishing
                progress(DOING * min(1.0, touched / size), words)

            done = step(watch)
            return done, claims() if len(done.change.ids) >= READ_AGAIN else None

        def deliver(found: tuple[Done, ClaimOrder | None]) -> None:
            then(*found)

        self._job = self._jobs.run(title, work, deliver, failed)
        self._job.ended.connect(self._end)

    @Slot()
    def _end(self) -> None:
        self._job = None
        self.ended.emit()
