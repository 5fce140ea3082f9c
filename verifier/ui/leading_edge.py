"""Lines of a field begin where their words do: at the right, where these run from right to left.

A QPlainTextEdit sets all lines from the left, whatever their script and whatever the window's.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QPlainTextEdit

from verifier.text.direction import runs_rtl


class LeadingEdge(QObject):
    """Looks after one field, as long as that lives."""

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__(field)
        self._field = field
        field.textChanged.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        wanted = right if runs_rtl(self._field.toPlainText()) else left
        document = self._field.document()
        option = document.defaultTextOption()
        if option.alignment() != wanted:
            option.setAlignment(wanted)
            document.setDefaultTextOption(option)
