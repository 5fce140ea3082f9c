"""Restore points: the copies that were made of the case, a new one, and going back to one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QTableView, QVBoxLayout, QWidget
from shiboken6 import isValid

from verifier.errors import VerifierError
from verifier.exchange.restoring import (
    RestorePoint,
    folder_of,
    go_back,
    make_restore_point,
    restore_points,
)
from verifier.ui.case_lock import held_elsewhere, lock_of
from verifier.ui.jobs import Progress
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.shell import Shell
from verifier.ui.tables import RowsModel, plain_look, set_widths
from verifier.ui.tokens import METRICS
from verifier.ui.told import history_word
from verifier.ui.widgets import label, push_button, resize_in_room, row
from verifier.ui.words import moment

SIZE = (680, 460)
WIDTHS = (170, 340, 90)
MEGABYTE = 1_000_000
BY_HAND = "made by hand"


def why_words(why: str) -> str:
    """Before what a point was made, in the language of the window."""
    if why == BY_HAND:
        return QCoreApplication.translate("RestoreDialog", "Made by hand")
    if why == "before going back":
        return QCoreApplication.translate("RestoreDialog", "Before going back")
    if not why.startswith("before "):
        return why
    words = QCoreApplication.translate("RestoreDialog", "Before: %1")
    what = why.removeprefix("before ")
    return words.replace("%1", history_word(what.capitalize()))


class PointsModel(RowsModel[RestorePoint]):
    """When, before what, how large."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.titles = (self.tr("When"), self.tr("Why"), self.tr("Size"))

    def cells(self, row: RestorePoint) -> tuple[str, ...]:
        """The texts of a row."""
        size = f"{row.size / MEGABYTE:.1f} MB"
        return (moment(row.at), why_words(row.why), size)


class RestoreDialog(QDialog):
    """Lists them; the case is closed, put back, and opened again."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Restore points"))
        resize_in_room(self, *SIZE)
        self.model = PointsModel(self)
        self.table = QTableView()
        self.make = push_button(self.tr("Make one now"))
        self.folder = push_button(self.tr("Show the folder"), "quiet")
        self.back = push_button(self.tr("Go back to this one"), "primary")
        self._build()
        shell.closing.connect(self._leave)
        self._read()

    def _build(self) -> None:
        table = self.table
        table.setModel(self.model)
        plain_look(table, self.tr("Restore points"), self.tr("Columns"), METRICS.row)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.horizontalHeader().setStretchLastSection(True)
        set_widths(table, WIDTHS)
        self.make.clicked.connect(self.make_point)
        self.folder.clicked.connect(self._show_folder)
        self.back.clicked.connect(self.go_back)
        close = push_button(self.tr("Close"))
        close.clicked.connect(self.close)
        words = self.tr(
            "Copies of the case, made before merging, a new edition, taking back, and whatever "
            "changes much at once. The newest ten are kept. Going back keeps the case as it is now "
            "as a restore point, too."
        )
        buttons = row(self.make, self.folder, close, self.back)
        buttons.insertStretch(2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.setSpacing(METRICS.space_m)
        whole.addWidget(label(words, "muted", wrap=True))
        whole.addWidget(table, 1)
        whole.addLayout(buttons)

    @Slot()
    def _leave(self) -> None:
        self.close()

    @Slot()
    def _read(self) -> None:
        points = restore_points(self._shell.path)
        self.model.show_rows(points)
        self.back.setEnabled(bool(points))
        if points:
            self.table.selectRow(0)

    @Slot()
    def make_point(self) -> None:
        """Copy the case as it is now, beside the window."""
        if not self._shell.drafts.settle():
            return
        workspace = self._shell.workspace
        self.make.setEnabled(False)

        def work(_progress: Progress, _cancelled: Callable[[], bool]) -> object:
            return make_restore_point(workspace, BY_HAND)

        self._shell.jobs.run(self.tr("Making a restore point"), work, self._made, self._failed)

    def _made(self, _point: object) -> None:
        if isValid(self):
            self.make.setEnabled(True)
            self._read()

    def _failed(self, error: VerifierError) -> None:
        if isValid(self):
            self.make.setEnabled(True)
        self._shell.tell_error(error)

    @Slot()
    def _show_folder(self) -> None:
        folder = folder_of(self._shell.path)
        QDesktopServices.openUrl(
            QUrl.fromLocalFile(str(folder if folder.is_dir() else folder.parent))
        )

    @Slot()
    def go_back(self) -> None:
        """Put the chosen point in the place of the case."""
        chosen = self.table.selectionModel().selectedRows()
        if chosen:
            put_back(self._shell, self.model.rows[chosen[0].row()])


def put_back(shell: Shell, point: RestorePoint) -> None:
    """Close the case, go back to a restore point in a job, then open the case again.

    Until then no window of this person opens it. Another case that was opened meanwhile stays.
    """
    path, person = Path(shell.path), shell.settings.person
    if not shell.close(partial(put_back, shell, point)):
        return
    lock = lock_of(path)
    if lock is None:
        shell.tell(held_elsewhere(path))
        return

    def work(_progress: Progress, _cancelled: Callable[[], bool]) -> RestorePoint:
        return go_back(path, point.name, person=person)

    def open_again(say: Callable[[], None]) -> None:
        lock.unlock()
        if shell.is_open or not shell.open_beside(path, say):
            say()

    def then(gone: RestorePoint) -> None:
        words = QCoreApplication.translate("RestoreDialog", "The case is as it was at %1.")
        said = Notice(NoticeKind.DONE, words.replace("%1", moment(gone.at)))
        open_again(partial(shell.tell, said))

    def failed(error: VerifierError) -> None:
        open_again(partial(shell.tell_error, error))

    title = QCoreApplication.translate("RestoreDialog", "Going back to a restore point")
    shell.jobs.run(title, work, then, failed)
