"""The claims as a table model on a Python list: sorting and filtering are plain list work.

Qt's own sort-and-filter proxy asks Python for every comparison: seconds, where this takes
milliseconds for ten thousand claims.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from verifier.queries.claims import ClaimSummary
from verifier.ui.panels.claim_lines import Index
from verifier.ui.shell import Shell
from verifier.ui.table.columns import COLUMNS, Names

UNRATED = ""
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)


class ClaimsModel(QAbstractTableModel):
    """The lines that pass the filter, in the order of the chosen column."""

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._rows: list[ClaimSummary] = []
        self._places: dict[str, int] = {}
        self._haystacks: dict[str, tuple[ClaimSummary, str]] = {}
        self._words: list[str] = []
        self._verdict: str | None = None
        self.sorted_by = -1
        self.order = Qt.SortOrder.AscendingOrder
        self.names = Names({}, {}, self.tr("Not rated"))

    # What Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        """How many lines pass."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """All columns; the view hides some."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell."""
        if role == _DISPLAY:
            return COLUMNS[index.column()].text(self._rows[index.row()], self.names)
        if role == _TIP:
            return COLUMNS[index.column()].text(self._rows[index.row()], self.names)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The titles of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == _DISPLAY:
            return COLUMNS[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 is the order of the documents."""
        self.sorted_by, self.order = column, order
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self._rows[index.row()].claim.id) for index in self.persistentIndexList()]
        self._arrange()
        for index, claim_id in kept:
            place = self._places.get(claim_id, -1)
            fresh = self.index(place, index.column()) if place >= 0 else QModelIndex()
            self.changePersistentIndex(index, fresh)
        self.layoutChanged.emit()

    # What the view asks

    def summary(self, row: int) -> ClaimSummary:
        """The claim of a line."""
        return self._rows[row]

    def row_of(self, claim_id: str) -> int:
        """The line of a claim; -1 where it is not shown."""
        return self._places.get(claim_id, -1)

    def filter(self, words: str, verdict: str | None) -> None:
        """Show claims with every one of the words; of one verdict ("" unrated), or of all."""
        self._words, self._verdict = words.casefold().split(), verdict
        self.refresh()

    def refresh(self) -> None:
        """Take the claims as they are now."""
        self.beginResetModel()
        self._rows = [line for line in self._shell.claims.ordered if self._passes(line)]
        self._arrange()
        self.endResetModel()

    def follow(self, claim_ids: Iterable[str]) -> None:
        """Take some claims as they are now; only their lines change if no other must."""
        for claim_id in claim_ids:
            line, place = self._shell.claims.get(claim_id), self._places.get(claim_id, -1)
            passes = line is not None and self._passes(line)
            if passes != (place >= 0):
                self.refresh()
                return
            if line is not None and place >= 0:
                self._rows[place] = line
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(COLUMNS) - 1))

    def _arrange(self) -> None:
        if self.sorted_by >= 0:
            key, names = COLUMNS[self.sorted_by].key, self.names
            self._rows.sort(
                key=lambda line: key(line, names),
                reverse=self.order is Qt.SortOrder.DescendingOrder,
            )
        elif self._rows:
            places = {line.claim.id: at for at, line in enumerate(self._shell.claims.ordered)}
            self._rows.sort(key=lambda line: places.get(line.claim.id, 0))
        self._places = {line.claim.id: at for at, line in enumerate(self._rows)}

    def _passes(self, line: ClaimSummary) -> bool:
        if self._verdict is not None:
            rated = line.assessment
            if (rated.verdict if rated is not None else UNRATED) != self._verdict:
                return False
        if not self._words:
            return True
        haystack = self._haystack(line)
        return all(word in haystack for word in self._words)

    def _haystack(self, line: ClaimSummary) -> str:
        kept = self._haystacks.get(line.claim.id)
        if kept is None or kept[0] is not line:
            words = " ".join(column.text(line, self.names) for column in COLUMNS)
            kept = self._haystacks[line.claim.id] = (line, words.casefold())
        return kept[1]
