"""A new edition of a document: read in the background, taken in, and what waits shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from verifier.errors import VerifierError
from verifier.exchange import editions, rereading
from verifier.exchange.editions import Found, Plan
from verifier.exchange.places import Places
from verifier.exchange.rereading import ReadAgain, ReadsTheSame
from verifier.queries.documents import DocumentRow
from verifier.reading.files import read_file
from verifier.text.document import ReadDocument
from verifier.text.editions import Fate
from verifier.ui.editions import EditionsDialog
from verifier.ui.jobs import Progress, Then, Work, unless_stopped
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.shell import Shell
from verifier.ui.told import told
from verifier.workspace import Workspace


class Replacer(QObject):
    """Takes in a new edition, and shows what waits for a decision."""

    replaced = Signal(str)
    """The id of a document that has a new edition now."""

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self._shell = shell
        self._window = window
        self.dialog: EditionsDialog | None = None

    def replace(self, document_id: str, file: Path) -> None:
        """Read the file, look for the passages, and take over what is beyond doubt."""
        workspace, workers = self._shell.workspace, self._shell.workers

        def work(
            progress: Progress, cancelled: Callable[[], bool]
        ) -> tuple[bytes, ReadDocument, Plan]:
            with workers.borrow() as worker:
                data, read = read_file(
                    file, worker=worker, progress=_told_by(progress), cancelled=cancelled
                )
            progress(None, self.tr("looking for the passages"))
            return (
                data,
                read,
                editions.plan(workspace, document_id, read.text, places=Places.of_read(read)),
            )

        self._read(file.name, work, partial(self._keep, file.name))

    def read_again(self, row: DocumentRow) -> None:
        """Read a document's own file, as this version reads, and go on as with another file."""
        workspace, workers = self._shell.workspace, self._shell.workers

        def work(progress: Progress, cancelled: Callable[[], bool]) -> ReadAgain:
            with workers.borrow() as worker:
                return rereading.read_again(
                    workspace, row.id, worker, progress=_told_by(progress), cancelled=cancelled
                )

        self._read(row.file_name, work, self._keep_again)

    def _read(self, name: str, work: Work, keep: Then) -> None:
        """Do it in the background, and keep what came of it where the case is still open."""
        workspace = self._shell.workspace

        def then(result: object) -> None:
            if self._is_current(workspace):
                self._shell.when_free(partial(keep, result))

        title = self.tr("Reading %1").replace("%1", name)
        self._shell.jobs.run(title, unless_stopped(work), then, self._refused)

    def _refused(self, error: VerifierError) -> None:
        """Nothing is wrong with a file that reads as it did."""
        if isinstance(error, ReadsTheSame):
            self._shell.tell_hint(told(error.what))
        else:
            self._shell.tell_error(error)

    def _keep(self, file_name: str, result: tuple[bytes, ReadDocument, Plan]) -> None:
        data, read, plan = result
        batch, _ = editions.replacing(plan, read, data, file_name)
        words = self.tr("%1 is the new edition. Passages taken over: %2. To decide: %3.")
        then = partial(self._show_kept, plan, words.replace("%1", file_name))
        self._shell.do_beside(batch, self.tr("replace document"), then)

    def _keep_again(self, found: ReadAgain) -> None:
        words = self.tr("%1 was read again. Passages taken over: %2. To decide: %3.")
        words = words.replace("%1", found.plan.document.file_name)
        then = partial(self._show_kept, found.plan, words)
        self._shell.do_beside(found.batch(), self.tr("read document again"), then)

    def _show_kept(self, plan: Plan, words: str) -> None:
        """Say what became of the passages, and ask about those that wait for a decision."""
        counts = plan.counts
        taken = counts[Fate.SAME] + counts[Fate.MOVED]
        words = words.replace("%2", str(taken)).replace("%3", str(len(plan.found) - taken))
        settled = tuple(each for each in plan.found if each.fate in editions.CERTAIN)
        self.replaced.emit(plan.document.id)
        if len(plan.found) > taken:
            self._shell.tell(Notice(NoticeKind.DONE, words))
            self.decide(plan.document.id, settled)
        elif settled:
            plan = replace(plan, found=())
            look = partial(self._look_back, self._shell.workspace, plan, settled)
            self._shell.tell(Notice(NoticeKind.DONE, words, self.tr("Show them"), look))
        else:
            self._shell.tell(Notice(NoticeKind.DONE, words))

    def _look_back(self, workspace: Workspace, plan: Plan, settled: tuple[Found, ...]) -> None:
        """Show what was taken over, as long as its case is open."""
        if self._is_current(workspace):
            self._open(plan, settled)

    def decide(self, document_id: str, settled: tuple[Found, ...] = ()) -> None:
        """Show what waits for a decision about a document's passages, then what was taken over."""
        workspace = self._shell.workspace

        def work(progress: Progress, _cancelled: Callable[[], bool]) -> Plan:
            progress(None)
            return editions.waiting(workspace, document_id)

        def then(plan: Plan) -> None:
            if not self._is_current(workspace):
                return
            if not plan.found:
                self._shell.tell_hint(self.tr("No passage of this document waits for a decision."))
                return
            self._open(plan, settled)

        title = self.tr("Looking for the passages")
        self._shell.jobs.run(title, unless_stopped(work), then, self._failed, may_be_lost=True)

    def _open(self, plan: Plan, settled: tuple[Found, ...]) -> None:
        self.dialog = EditionsDialog(self._shell, plan, self._window, settled)
        self.dialog.open()

    def _failed(self, error: VerifierError) -> None:
        self._shell.tell_error(error)

    def _is_current(self, workspace: Workspace) -> bool:
        return self._shell.is_open and self._shell.workspace is workspace


def _told_by(progress: Progress) -> Callable[[int, int | None], None]:
    def told(done: int, pages: int | None) -> None:
        progress(done / pages if pages else None, str(done))

    return told
