"""Claims that were withdrawn, to be brought back with everything that hangs on them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from verifier.actions.base import Change
from verifier.actions.triage import RestoreClaim
from verifier.queries.triage import withdrawn
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import label, push_button, resize_in_room, row

SIZE = (560, 420)
ID_ROLE = Qt.ItemDataRole.UserRole


class WithdrawnDialog(QDialog):
    """A list; the chosen claim is restored."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Withdrawn claims"))
        resize_in_room(self, *SIZE)
        self._words = label("", "muted", wrap=True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Withdrawn claims"))
        self.restore = push_button(self.tr("Restore"), "primary")
        close = push_button(self.tr("Close"))
        self.restore.clicked.connect(self.bring_back)
        self.list.itemActivated.connect(self.bring_back)
        close.clicked.connect(self.close)
        buttons = row(close, self.restore)
        buttons.insertStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.setSpacing(METRICS.space_m)
        whole.addWidget(self._words)
        whole.addWidget(self.list, 1)
        whole.addLayout(buttons)
        shell.changed.connect(self._follow)
        shell.closing.connect(self.close)
        self._read()

    @Slot(object)
    def _follow(self, change: Change) -> None:
        if "Claim" in change.kinds:
            self._read()

    def _read(self) -> None:
        self.list.clear()
        for claim in self._shell.read(withdrawn):
            item = QListWidgetItem(f"{claim.label}  {' '.join(claim.statement.split())}")
            item.setData(ID_ROLE, claim.id)
            item.setToolTip(claim.statement)
            self.list.addItem(item)
        some = bool(self.list.count())
        self._words.setText(
            self.tr(
                "Nothing is deleted: a claim comes back with its passages, sources and ratings."
            )
            if some
            else self.tr("No claim of this case is withdrawn.")
        )
        self.list.setVisible(some)
        self.restore.setEnabled(some)
        if some:
            self.list.setCurrentRow(0)

    @Slot()
    def bring_back(self) -> None:
        """Restore the chosen claim, and open it."""
        item = self.list.currentItem()
        if item is None:
            return
        claim_id = str(item.data(ID_ROLE))
        if self._shell.do(RestoreClaim(claim_id), self.tr("restore claim")):
            self._shell.select(claim_id)
