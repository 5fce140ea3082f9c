"""Which of two panes is looked at: the one in which the keyboard is, or was last."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget


class LookedAt(QObject):
    """Follows the keyboard from pane to pane; whoever types in a field elsewhere looks at neither.

    So the number of a page, typed into the toolbar, is one of the pages that were read before.
    """

    changed = Signal()
    """The other pane is looked at now."""

    def __init__(self, front: QWidget, beside: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._front = front
        self._beside = beside
        self._is_beside = False
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    @property
    def is_beside(self) -> bool:
        """Whether it is the pane beside, which may have been put away since."""
        return self._is_beside and self._beside.isVisible()

    @Slot()
    def look_in_front(self) -> None:
        """Something else came to the front."""
        self._look(beside=False)

    @Slot(QWidget, QWidget)
    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._beside.isAncestorOf(now):
            self._look(beside=True)
        elif now is not None and self._front.isAncestorOf(now):
            self._look(beside=False)

    def _look(self, *, beside: bool) -> None:
        if beside != self._is_beside:
            self._is_beside = beside
            self.changed.emit()
