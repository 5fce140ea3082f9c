"""Steps that need a restore point: done in a thread, with progress, while the window can be read.

They change very much, or take things together; and the copy before them takes as long as the case
is large. Each is one transaction: stopped halfway, nothing of it is kept. Until it ends nothing
else can be written from the window, which would have to wait for it; `shell.do` says so and does
nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from verifier.actions.base import Action, Done, Watch
from verifier.errors import Cancelled, VerifierError
from verifier.exchange.restoring import keep_before, size_of
from verifier.ui.claim_order import ClaimOrder
from verifier.ui.jobs import Job, Jobs, Progress
from verifier.workspace import Copied, Workspace

READ_AGAIN = 500
"""Changed rows from which all claims are read again, in the thread, instead of those alone."""
KEPT = 0.3
"""Where the bar stands when the restore point is made."""
CHANGED = 0.9
"""Where it stands after the changes; the rest is for the audit trail and the search index."""

Prepare = Callable[[Copied], object]
"""What comes before a step."""
Step = Callable[[Watch], Done]
ReadClaims = Callable[[], ClaimOrder]
Then = Callable[[Done, ClaimOrder | None], None]


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
        keep = partial(keep_before, workspace, action)
        step = partial(workspace.do, action)
        self._run(title, size_of(action), step, claims, then, failed, keep)

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
        prepare: Prepare | None = None,
    ) -> None:
        keeping, finishing = self.tr("making a restore point"), self.tr("finishing")
        begin = 0.0 if prepare is None else KEPT

        def work(
            progress: Progress, cancelled: Callable[[], bool]
        ) -> tuple[Done, ClaimOrder | None]:
            def tell(fraction: float, words: str) -> None:
                if cancelled():
                    raise Cancelled
                progress(fraction, words)

            def watch(touched: int) -> None:
                words = f"{touched} / {size}" if touched < size else finishing
                tell(begin + (CHANGED - begin) * min(1.0, touched / size), words)

            if prepare is not None:
                prepare(lambda share: tell(begin * share, keeping))
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
