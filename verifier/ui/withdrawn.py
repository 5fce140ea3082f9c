"""What was taken out of the case, to be brought back with everything that hangs on it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from verifier.actions.base import Change
from verifier.actions.documents import RestoreDocument
from verifier.actions.triage import RestoreClaim
from verifier.queries.removed import removed
from verifier.queries.triage import withdrawn
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import label, push_button, resize_in_room, row

SIZE = (560, 420)
ID_ROLE = Qt.ItemDataRole.UserRole
Line = tuple[str, str, str]
"""Id, words and tip of what can be brought back."""


class BringingBack(QDialog):
    """A list; what is chosen in it is restored."""

    KIND = ""
    """The kind of row that is listed."""

    def __init__(self, shell: Shell, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.shell = shell
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        resize_in_room(self, *SIZE)
        self._words = label("", "muted", wrap=True)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
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

    @abstractmethod
    def lines(self) -> Iterable[Line]:
        """What can be brought back."""

    @abstractmethod
    def words(self, *, some: bool) -> str:
        """What is said above the list, or where there is nothing in it."""

    @abstractmethod
    def take_back(self, row_id: str) -> None:
        """Restore it, and show it."""

    @Slot(object)
    def _follow(self, change: Change) -> None:
        if self.KIND in change.kinds:
            self._read()

    def _read(self) -> None:
        self.list.clear()
        for row_id, words, tip in self.lines():
            item = QListWidgetItem(words)
            item.setData(ID_ROLE, row_id)
            item.setToolTip(tip)
            self.list.addItem(item)
        some = bool(self.list.count())
        self._words.setText(self.words(some=some))
        self.list.setVisible(some)
        self.restore.setEnabled(some)
        if some:
            self.list.setCurrentRow(0)

    @Slot()
    def bring_back(self) -> None:
        """Restore what is chosen."""
        item = self.list.currentItem()
        if item is not None:
            self.take_back(str(item.data(ID_ROLE)))


class WithdrawnDialog(BringingBack):
    """Claims that were withdrawn."""

    KIND = "Claim"

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(shell, self.tr("Withdrawn claims"), parent)

    def lines(self) -> Iterable[Line]:
        """Each with its statement."""
        for claim in self.shell.read(withdrawn):
            words = f"{claim.label}  {' '.join(claim.statement.split())}"
            yield claim.id, words, claim.statement

    def words(self, *, some: bool) -> str:
        """What comes back with a claim."""
        if not some:
            return self.tr("No claim of this case is withdrawn.")
        return self.tr(
            "Nothing is deleted: a claim comes back with its passages, sources and ratings."
        )

    def take_back(self, row_id: str) -> None:
        """Restore the claim, and open it."""
        if self.shell.do(RestoreClaim(row_id), self.tr("restore claim")):
            self.shell.select(row_id)


class RemovedDialog(BringingBack):
    """Documents that were removed."""

    KIND = "Document"

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(shell, self.tr("Removed documents"), parent)

    def lines(self) -> Iterable[Line]:
        """Each with its title, and how many claims stand in it."""
        for document in self.shell.read(removed):
            words = f"D{document.number}  {document.title}"
            claims = self.tr("claims: %1").replace("%1", str(document.claims))
            yield document.id, f"{words} · {claims}" if document.claims else words, document.title

    def words(self, *, some: bool) -> str:
        """What comes back with a document."""
        if not some:
            return self.tr("No document of this case was removed.")
        return self.tr("Nothing is deleted: a document comes back with the passages in it.")

    def take_back(self, row_id: str) -> None:
        """Restore the document."""
        self.shell.do(RestoreDocument(row_id), self.tr("restore document"))
