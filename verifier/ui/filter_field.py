"""A field above a list that says which of its lines are shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit

from verifier.ui.icons import icon


class FilterField(QLineEdit):
    """Escape takes the filter back, then leaves; Down and Return go to the lines that are left."""

    left = Signal()
    """Escape was pressed in an empty field."""
    entered = Signal()
    """The lines are gone to: a filter that waits for a pause in the typing is to count now."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: QAbstractItemView | None = None
        self.setClearButtonEnabled(True)

    def begin(self, words: str, lines: QAbstractItemView) -> None:
        """Say what it is for, and which lines it filters."""
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self._lines = lines

    def add_sign(self) -> None:
        """Show by a picture, too, that it filters: where it stands among other fields."""
        self.addAction(icon("list-filter"), QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that lead away from the field."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key == Qt.Key.Key_Escape:
            self._leave()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_to_lines()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        if self._lines is not None:
            self._lines.setFocus(Qt.FocusReason.OtherFocusReason)
        self.left.emit()

    def _go_to_lines(self) -> None:
        self.entered.emit()
        lines = self._lines
        if lines is None:
            return
        if not lines.currentIndex().isValid() and lines.model().rowCount():
            lines.setCurrentIndex(lines.model().index(0, 0))
        lines.setFocus(Qt.FocusReason.OtherFocusReason)
