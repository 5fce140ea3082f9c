"""The sources of the case as a table that can be filtered and sorted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt

from verifier.queries.evidence import SourceRow
from verifier.ui.panels.claim_lines import Index
from verifier.ui.tables import RowsModel

LABEL, NAME, GRADE, CITED = range(4)
WIDTHS = (48, 180, 56, 52)
MORE = int(Qt.ItemDataRole.UserRole)
"""What stands below the name, smaller."""
_NUMBERS = re.compile(r"(\d+)")
FILTERED = "label title publisher author url description independence_group".split()


class SourcesModel(RowsModel[SourceRow]):
    """Sources that pass the filter, in the order of the chosen column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.titles = (self.tr("No."), self.tr("Source"), self.tr("Grade"), self.tr("Cited"))
        self._all: Sequence[SourceRow] = ()
        self._cited: Counter[str] = Counter()
        self._filter: list[str] = []
        self._order: tuple[int, bool] | None = (LABEL, False)

    def show(self, rows: Sequence[SourceRow], cited: Counter[str]) -> None:
        """Show these sources."""
        self._all, self._cited = rows, cited
        self._arrange()

    def filter(self, text: str) -> None:
        """Only those with all the words."""
        self._filter = text.casefold().split()
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; those without an answer last."""
        self._order = (max(column, LABEL), order is Qt.SortOrder.DescendingOrder)
        self._arrange()

    def _arrange(self) -> None:
        rows = [row for row in self._all if self._passes(row)]
        if self._order is not None:
            column, descending = self._order
            rows.sort(key=lambda row: self._key(row, column), reverse=descending)
            rows.sort(key=lambda row: not self.cells(row)[column])
        self.show_rows(rows)

    def _passes(self, row: SourceRow) -> bool:
        text = " ".join(getattr(row, name) for name in FILTERED).casefold()
        return all(word in text for word in self._filter)

    def _key(self, row: SourceRow, column: int) -> Any:
        if column == LABEL:
            # Words and numbers take turns: S9 comes before S10.
            parts = _NUMBERS.split(row.label.casefold())
            return [int(part) if at % 2 else part for at, part in enumerate(parts)]
        return self._cited[row.id] if column == CITED else self.cells(row)[column].casefold()

    def place_of(self, source_id: str) -> int:
        """The line of a source; -1 where it is not shown."""
        return next((at for at, row in enumerate(self.rows) if row.id == source_id), -1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a cell, and what stands below the name."""
        if role == MORE and index.column() == NAME:
            row = self.rows[index.row()]
            parts = (row.publisher or row.author, row.published)
            return " · ".join(part for part in parts if part and part != row.name)
        return super().data(index, role)

    def cells(self, row: SourceRow) -> tuple[str, ...]:
        """Label, name, grade, how often it is cited."""
        cited = str(self._cited[row.id] or "")
        return (row.label, " ".join(row.name.split()), row.reliability, cited)
