"""Taking in a new edition of a document: it is read, and its passages found, in the background."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from verifier.errors import Cancelled
from verifier.exchange import editions
from verifier.exchange.editions import Found, Plan
from verifier.exchange.places import Places
from verifier.reading.files import read_file
from verifier.text.document import ReadDocument
from verifier.text.editions import Fate
from verifier.ui.editions import EditionsDialog
from verifier.ui.jobs import Progress
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.shell import Shell
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
            def told(done: int, pages: int | None) -> None:
                progress(
                    done / pages if pages else None, f"{done} / {pages}" if pages else f"{done}"
                )

            with workers.borrow() as worker:
                data, read = read_file(file, worker=worker, progress=told, cancelled=cancelled)
            progress(None, self.tr("looking for the passages"))
            return _Edition(
                file.name, data, read, _planned(workspace, document_id, read, cancelled)
            )

        title = self.tr("Reading %1").replace("%1", file.name)
        then = partial(self._keep_when_free, workspace)
        self._shell.jobs.run(title, work, then, self._shell.tell_error)

    def _keep_when_free(self, workspace: Workspace, edition: _Edition) -> None:
        if self._is_current(workspace):
            self._shell.when_free(partial(self._keep, edition))

    def _keep(self, edition: _Edition) -> None:
        if self._is_overtaken(edition.plan):
            self._look_again(edition)
            return
        batch, _ = editions.replacing(edition.plan, edition.read, edition.data, edition.name)
        is_typing = not self._shell.drafts.are_saved
        then = partial(self._show_kept, edition.plan, edition.name, is_typing=is_typing)
        self._shell.do_beside(batch, self.tr("replace document"), then)

    def _is_overtaken(self, plan: Plan) -> bool:
        """Whether the document has got another edition since its passages were looked for."""
        now = (row.edition_id for row in self._shell.documents if row.id == plan.document.id)
        return next(now, plan.document.edition_id) != plan.document.edition_id

    def _look_again(self, edition: _Edition) -> None:
        """Look for the passages of the edition that came in between: they stand there now."""
        workspace = self._shell.workspace

        def work(progress: Progress, cancelled: Callable[[], bool]) -> _Edition:
            progress(None)
            document_id = edition.plan.document.id
            plan = _planned(workspace, document_id, edition.read, cancelled)
            return replace(edition, plan=plan)

        title = self.tr("Looking for the passages")
        then = partial(self._keep_when_free, workspace)
        self._shell.jobs.run(title, work, then, self._shell.tell_error)

    def _show_kept(self, plan: Plan, file_name: str, *, is_typing: bool) -> None:
        """Say what became of the passages, and ask about those that wait for a decision.

        Whoever is typing is not asked at once: the rest of their words would go to the dialog.
        """
        counts = plan.counts
        words = self.tr("%1 is the new edition. Passages taken over: %2. To decide: %3.")
        taken = counts[Fate.SAME] + counts[Fate.MOVED]
        words = words.replace("%1", file_name).replace("%2", str(taken))
        words = words.replace("%3", str(len(plan.found) - taken))
        settled = tuple(each for each in plan.found if each.fate in editions.CERTAIN)
        self.replaced.emit(plan.document.id)
        if len(plan.found) > taken and is_typing:
            decide = partial(self.decide, plan.document.id, settled)
            self._shell.tell(Notice(NoticeKind.HINT, words, self.tr("Decide now"), decide))
        elif len(plan.found) > taken:
            self._shell.tell(Notice(NoticeKind.DONE, words))
            self.decide(plan.document.id, settled)
        elif settled:
            look = partial(self._open, replace(plan, found=()), settled)
            self._shell.tell(Notice(NoticeKind.DONE, words, self.tr("Show them"), look))
        else:
            self._shell.tell(Notice(NoticeKind.DONE, words))

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
        self._shell.jobs.run(title, work, then, self._shell.tell_error, may_be_lost=True)

    def _open(self, plan: Plan, settled: tuple[Found, ...]) -> None:
        self.dialog = EditionsDialog(self._shell, plan, self._window, settled)
        self.dialog.open()

    def _is_current(self, workspace: Workspace) -> bool:
        return self._shell.is_open and self._shell.workspace is workspace


def _planned(
    workspace: Workspace, document_id: str, read: ReadDocument, cancelled: Callable[[], bool]
) -> Plan:
    """What became of the passages, unless somebody has stopped the replacing meanwhile."""
    plan = editions.plan(workspace, document_id, read.text, places=Places.of_read(read))
    if cancelled():
        raise Cancelled
    return plan
