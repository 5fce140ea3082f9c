"""A list of lines of one height, fast with ten thousand of them.

Qt's own list view asks for every line's size whenever one line changes: 25 ms for ten thousand
lines of a Python model. A table of one column knows where each line is.
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from verifier.ui.panels.claim_lines import LINE_HEIGHT


class LineView(QTableView):
    """Shows a list model, one line a row, and lets one be chosen."""

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setMinimumSectionSize(LINE_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(LINE_HEIGHT)
        columns.hide()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chosen line stays in sight where it was, whatever takes room beside the list."""
        chosen = self.currentIndex()
        before = QRect(self.viewport().rect().topLeft(), event.oldSize())
        was_seen = chosen.isValid() and before.intersects(self.visualRect(chosen))
        super().resizeEvent(event)
        if was_seen:
            self.scrollTo(chosen)
