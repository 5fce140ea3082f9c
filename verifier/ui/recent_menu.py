"""The menu of cases that were open before."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from verifier.ui.shell import Shell


class RecentMenu(QMenu):
    """A line for each; one whose file is gone cannot be chosen."""

    wanted = Signal(str)
    """The path of the case that was chosen."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.setTitle(self.tr("Open &recent"))
        shell.settings_changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the list again, and which files are still there."""
        self.clear()
        for case in self._shell.settings.recent:
            action = self.addAction(case.title)
            action.setData(case.path)
            action.setToolTip(case.path)
            action.setEnabled(not case.is_missing)
            action.triggered.connect(self._choose)
        self.setEnabled(bool(self._shell.settings.recent))

    @Slot()
    def _choose(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.wanted.emit(str(action.data()))
