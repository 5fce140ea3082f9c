"""Takes a document that came in by mistake out of the case; asks where claims stand in it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog, QWidget

from verifier.actions.documents import RemoveDocument
from verifier.queries.removed import claims_in
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import column, label, push_button, row

WIDTH = 460


class Remover(QObject):
    """Asks, and removes."""

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self._shell = shell
        self._window = window
        self.dialog: RemovingDialog | None = None
        shell.closing.connect(self._give_up)

    def begin(self, document_id: str) -> None:
        """Remove a document; where passages of claims stand in it, once that is confirmed."""
        if self.dialog is not None or not self._shell.has_document(document_id):
            return
        claims = self._shell.read(claims_in, document_id=document_id)
        if not claims:
            self._remove(document_id)
            return
        title = next(row.title for row in self._shell.documents if row.id == document_id)
        self.dialog = RemovingDialog(title, claims, self._window)
        self.dialog.accepted.connect(partial(self._remove, document_id))
        self.dialog.finished.connect(self._put_away)
        self.dialog.open()

    def _remove(self, document_id: str) -> None:
        if self._shell.has_document(document_id):
            self._shell.do(RemoveDocument(document_id), self.tr("remove document"))

    @Slot()
    def _give_up(self) -> None:
        if self.dialog is not None:
            self.dialog.reject()

    @Slot()
    def _put_away(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()


class RemovingDialog(QDialog):
    """How many claims stand in the document, and what becomes of them."""

    def __init__(self, title: str, claims: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Remove the document?"))
        standing = self.tr("Claims with a passage in “%2”: %1")
        fate = self.tr(
            "They stay in the case with their ratings and sources, but without these passages: no "
            "list, page or report shows them. Undo, or File > Removed documents, brings the "
            "document back with every passage."
        )
        self.words = label(
            f"{standing.replace('%1', str(claims)).replace('%2', title)}\n\n{fate}", wrap=True
        )
        self.stay = push_button(self.tr("Keep it"))
        self.remove = push_button(self.tr("Remove the document"), "danger")
        self.stay.clicked.connect(self.reject)
        self.remove.clicked.connect(self.accept)
        buttons = row(self.stay, self.remove)
        buttons.insertStretch(0)
        whole = column(margin=METRICS.space_l, spacing=METRICS.space_l)
        whole.addWidget(self.words)
        whole.addLayout(buttons)
        self.setLayout(whole)
        self.resize(WIDTH, whole.heightForWidth(WIDTH))
        self.stay.setFocus(Qt.FocusReason.OtherFocusReason)
