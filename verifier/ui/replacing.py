"""Taking in a new edition of a document: it is read, and its passages found, in the background."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from verifier.actions.base import Batch
from verifier.errors import VerifierError
from verifier.exchange import editions
from verifier.exchange.editions import Found, Plan
from verifier.exchange.places import Places
from verifier.exchange.rereading import ReadAgain, ReadsTheSame, read_again
from verifier.queries import documents
from verifier.reading.files import read_file
from verifier.text.document import ReadDocument
from verifier.text.editions import Fate
from verifier.ui.editions import EditionsDialog
from verifier.ui.jobs import Progress, Then, Work, unless_stopped
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.shell import Shell
from verifier.ui.told import told
from verifier.workspace import Workspace


@dataclass(frozen=True)
class _Edition:
    """A file that was read, and what became of the passages in it."""

    name: str
    data: bytes
    read: ReadDocument
    plan: Plan


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

        def work(progress: Progress, cancelled: Callable[[], bool]) -> _Edition:
            with workers.borrow() as worker:
                data, read = read_file(
                    file, worker=worker, progress=_told_by(progress), cancelled=cancelled
                )
            progress(None, self.tr("looking for the passages"))
            plan = editions.plan(workspace, document_id, read.text, places=Places.of_read(read))
            return _Edition(file.name, data, read, plan)

        self._begin(self.tr("Reading %1").replace("%1", file.name), work, self._keep)

    def read_again(self, document_id: str) -> None:
        """Read a document's own file, as this version reads, and go on as with another file."""
        workspace, workers = self._shell.workspace, self._shell.workers
        name = self._shell.read(documents.document, document_id).file_name

        def work(progress: Progress, cancelled: Callable[[], bool]) -> ReadAgain:
            with workers.borrow() as worker:
                return read_again(
                    workspace, document_id, worker, progress=_told_by(progress), cancelled=cancelled
                )

        self._begin(self.tr("Reading %1").replace("%1", name), work, self._keep_again)

    def _begin(self, title: str, work: Work, keep: Then) -> None:
        """Do it in the background, and keep what came of it where the case is still open."""
        workspace = self._shell.workspace

        def then(result: object) -> None:
            if self._is_current(workspace):
                self._shell.when_free(partial(keep, result))

        self._shell.jobs.run(title, unless_stopped(work), then, self._refused)

    def _refused(self, error: VerifierError) -> None:
        """Nothing is wrong with a file that reads as it did."""
        if isinstance(error, ReadsTheSame):
            self._shell.tell_hint(told(error.what))
        else:
            self._shell.tell_error(error)

    def _keep(self, edition: _Edition) -> None:
        if self._is_overtaken(edition.plan):
            self._look_again(edition)
            return
        batch, _ = editions.replacing(edition.plan, edition.read, edition.data, edition.name)
        words = self.tr("%1 is the new edition. Passages taken over: %2. To decide: %3.")
        words = words.replace("%1", edition.name)
        self._take_in(batch, self.tr("replace document"), edition.plan, words)

    def _keep_again(self, found: ReadAgain) -> None:
        document = found.plan.document
        if self._is_overtaken(found.plan):
            self.read_again(document.id)
            return
        words = self.tr("%1 was read again. Passages taken over: %2. To decide: %3.")
        words = words.replace("%1", document.file_name)
        self._take_in(found.batch(), self.tr("read document again"), found.plan, words)

    def _take_in(self, batch: Batch, title: str, plan: Plan, words: str) -> None:
        is_typing = not self._shell.drafts.are_saved
        then = partial(self._show_kept, plan, words, is_typing=is_typing)
        self._shell.do_beside(batch, title, then)

    def _is_overtaken(self, plan: Plan) -> bool:
        """Whether the document has got another edition since its passages were looked for."""
        now = (row.edition_id for row in self._shell.documents if row.id == plan.document.id)
        return next(now, plan.document.edition_id) != plan.document.edition_id

    def _look_again(self, edition: _Edition) -> None:
        """Look for the passages of the edition that came in between: they stand there now."""
        workspace = self._shell.workspace

        def work(progress: Progress, _cancelled: Callable[[], bool]) -> _Edition:
            progress(None)
            read, document = edition.read, edition.plan.document
            places = Places.of_read(read)
            plan = editions.plan(workspace, document.id, read.text, places=places)
            return replace(edition, plan=plan)

        self._begin(self.tr("Looking for the passages"), work, self._keep)

    def _show_kept(self, plan: Plan, words: str, *, is_typing: bool) -> None:
        """Say what became of the passages, and ask about those that wait for a decision.

        Whoever is typing is not asked at once: the rest of their words would go to the dialog.
        """
        counts = plan.counts
        taken = counts[Fate.SAME] + counts[Fate.MOVED]
        words = words.replace("%2", str(taken)).replace("%3", str(len(plan.found) - taken))
        settled = tuple(each for each in plan.found if each.fate in editions.CERTAIN)
        self.replaced.emit(plan.document.id)
        if len(plan.found) > taken and is_typing:
            decide = partial(self.decide, plan.document.id, settled)
            self._shell.tell(Notice(NoticeKind.HINT, words, self.tr("Decide now"), decide))
        elif len(plan.found) > taken:
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
        failed = self._shell.tell_error
        self._shell.jobs.run(title, unless_stopped(work), then, failed, may_be_lost=True)

    def _open(self, plan: Plan, settled: tuple[Found, ...]) -> None:
        self.dialog = EditionsDialog(self._shell, plan, self._window, settled)
        self.dialog.open()

    def _is_current(self, workspace: Workspace) -> bool:
        return self._shell.is_open and self._shell.workspace is workspace


def _told_by(progress: Progress) -> Callable[[int, int | None], None]:
    def told(done: int, pages: int | None) -> None:
        progress(done / pages if pages else None, f"{done} / {pages}" if pages else f"{done}")

    return told
