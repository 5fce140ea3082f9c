"""The claims as a table model on a Python list: sorting and filtering are plain list work.

Qt's own sort-and-filter proxy asks Python for every comparison: seconds, where this takes
milliseconds for ten thousand claims.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from verifier.queries.claims import ClaimSummary
from verifier.ui.panels.claim_lines import Index
from verifier.ui.shell import Shell
from verifier.ui.table.arranging import Arranger, Line
from verifier.ui.table.columns import COLUMNS, Names
from verifier.ui.table.grouping import Group
from verifier.ui.table.views import COLUMN_IDS, Now, Wanted, now_for

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)


class ClaimsModel(QAbstractTableModel):
    """The lines that pass the filter, in the order of the chosen column, under their headings."""

    rearranging = Signal()
    """The lines are about to stand in another order."""
    rearranged = Signal()

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.arranger = Arranger(Names({}, {}, self.tr("Not rated"), shell.pages.name))
        self.wanted = Wanted()
        self.closed: set[str] = set()
        """Keys of the groups that are folded."""
        self._lines: list[Line] = []
        self._known: dict[str, int] | None = None
        self.count = 0
        """Claims that pass, folded ones included."""

    @property
    def names(self) -> Names:
        """Names of people and documents."""
        return self.arranger.names

    @property
    def sorted_by(self) -> int:
        """The column that sorts; -1 is the order of the documents."""
        return COLUMN_IDS.index(self.wanted.sort) if self.wanted.sort else -1

    def use_names(self, names: Names) -> None:
        """People, documents or words are called otherwise now."""
        self.arranger = Arranger(names)

    # What Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        """How many lines there are, headings included."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """All columns; the view hides some."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; a heading speaks in each of its cells."""
        if role not in (_DISPLAY, _TIP, _EDIT, _SPOKEN):
            return None
        line = self._lines[index.row()]
        if isinstance(line, Group):
            return self._heading(line)
        return COLUMNS[index.column()].text(line, self.names)

    def _heading(self, group: Group) -> str:
        words = self.tr("%1, claims: %2").replace("%1", group.title)
        return words.replace("%2", str(group.count))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading is walked over, never chosen; some cells can be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        line = self._lines[index.row()]
        if isinstance(line, Group):
            return Qt.ItemFlag.ItemIsEnabled
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_locked = line.claim.status in ("approved", "published")
        if not COLUMNS[index.column()].field or is_locked:
            return usual
        return usual | Qt.ItemFlag.ItemIsEditable

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The titles of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == _DISPLAY:
            return COLUMNS[section].title
        if orientation is Qt.Orientation.Horizontal and role == _TIP:
            return COLUMNS[section].hint
        if role == _ALIGNMENT:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 is the order of the documents."""
        name = COLUMN_IDS[column] if column >= 0 else ""
        down = column >= 0 and order is Qt.SortOrder.DescendingOrder
        self.show_view(replace(self.wanted, sort=name, descending=down))

    # What the view asks

    def line(self, row: int) -> Line:
        """The claim or the heading of a line."""
        return self._lines[row]

    def summary(self, row: int) -> ClaimSummary:
        """The claim of a line that is no heading."""
        line = self._lines[row]
        assert isinstance(line, ClaimSummary)
        return line

    def claims(self) -> list[ClaimSummary]:
        """The claims that are shown, from the top."""
        return [line for line in self._lines if isinstance(line, ClaimSummary)]

    def row_of(self, claim_id: str) -> int:
        """The first line of a claim; -1 where it is not shown."""
        if self._known is not None:
            return self._known.get(claim_id, -1)
        wanted = self._shell.claims.get(claim_id)
        return next((at for at, line in enumerate(self._lines) if line is wanted), -1)

    @property
    def _places(self) -> dict[str, int]:
        """The first line of each claim; worked out when several are asked for."""
        if self._known is None:
            lines = self._lines
            self._known = {
                line.claim.id: at
                for at in reversed(range(len(lines)))
                if isinstance(line := lines[at], ClaimSummary)
            }
        return self._known

    def rows_of(self, claim_ids: Iterable[str]) -> list[int]:
        """The lines of those claims that are shown, from the top."""
        wanted = tuple(claim_ids)
        if len(wanted) == 1:
            return [row] if (row := self.row_of(wanted[0])) >= 0 else []
        places = self._places
        return sorted(places[each] for each in wanted if each in places)

    def show_view(self, wanted: Wanted) -> None:
        """Show other claims, or in another order."""
        self.wanted = wanted
        self.refresh()

    def fold(self, row: int, *, is_open: bool | None = None) -> None:
        """Fold or unfold the group whose heading stands in a line."""
        group = self._lines[row]
        if isinstance(group, Group) and is_open != group.is_open:
            self.closed ^= {group.key}
            self.refresh()

    @property
    def _now(self) -> Now:
        return now_for(self._shell.actor.id if self._shell.is_open else "")

    def refresh(self) -> None:
        """Take the claims as they are now.

        Where there are as many lines as before, only their order is told as changed: a view would
        lay out ten thousand lines anew after a reset.
        """
        everything = self._shell.claims.ordered
        arranged = self.arranger.arrange(everything, self.wanted, self._now, self.closed)
        if self._lines and len(arranged) == len(self._lines):
            self.rearranging.emit()
            self._take(arranged)
            last = self.index(len(arranged) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.rearranged.emit()
        else:
            self.beginResetModel()
            self._take(arranged)
            self.endResetModel()

    def _take(self, arranged: list[Line]) -> None:
        self._lines = arranged
        self._known = None
        if self.wanted.group:
            everything = self._shell.claims.ordered
            self.count = len(self.arranger.filtered(everything, self.wanted, self._now))
        else:
            self.count = len(arranged)

    def follow(self, claim_ids: Iterable[str]) -> None:
        """Take some claims as they are now; only their lines change if no other must.

        A line keeps its place though the column that sorts says otherwise: it does not jump away
        from whoever works on it.
        """
        touched = list(claim_ids)
        self.arranger.forget(touched)
        for claim_id in touched:
            line, place = self._shell.claims.get(claim_id), self._places.get(claim_id, -1)
            passes = line is not None and self._passes(line)
            if self.wanted.group or passes != (place >= 0):
                self.refresh()
                return
            if line is not None and place >= 0:
                self._lines[place] = line
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(COLUMNS) - 1))

    def _passes(self, line: ClaimSummary) -> bool:
        return bool(self.arranger.filtered((line,), self.wanted, self._now))
