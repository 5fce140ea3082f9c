"""Plain tables of rows that are only read: the look they share, and their titles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QObject, Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from verifier.ui.panels.claim_lines import Index

Row = TypeVar("Row")


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Rows of any kind, a text in each cell, a title over each column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.titles: Sequence[str] = ()
        self.rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def cells(self, row: Row) -> Sequence[str]:
        """The texts of a row."""
        raise NotImplementedError

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """As many as there are titles."""
        return 0 if parent is not None and parent.isValid() else len(self.titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell; it is also the tip, for what is cut."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return self.cells(self.rows[index.row()])[index.column()]

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Titles, at the side where reading begins."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self.titles[section] if role == Qt.ItemDataRole.DisplayRole else None


def plain_look(view: QTableView, name: str, columns: str, height: int) -> None:
    """No grid, rows of one height in pixels, Tab leaves the table; names of table and header."""
    view.setAccessibleName(name)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    rows = view.verticalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(height)
    header = view.horizontalHeader()
    header.setAccessibleName(columns)
    header.setHighlightSections(False)


def set_widths(view: QTableView, widths: Sequence[int]) -> None:
    """The first widths of the columns, in pixels; a title always has room."""
    header = view.horizontalHeader()
    for at, width in enumerate(widths):
        header.resizeSection(at, max(width, header.sectionSizeHint(at)))


def choose_row(view: QTableView, at: int) -> None:
    """Choose one row, and scroll to it. Qt's own selectRow fails right to left before the first
    painting: it asks which column stands at the edge."""
    index = view.model().index(at, 0)
    flag = QItemSelectionModel.SelectionFlag
    view.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
    view.scrollTo(index)
