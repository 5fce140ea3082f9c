"""The matrix of competing hypotheses: rows of evidence, a column for each account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from verifier.queries import ach
from verifier.queries.ach import AchRow
from verifier.queries.attributions import AchItemRow, AchMatrix, HypothesisRow
from verifier.ui.panels.claim_lines import Index

FIXED = 5
"""Columns before the accounts: label, what is known, credibility, relevance, diagnosticity."""
LABEL, TEXT, CREDIBILITY, RELEVANCE, DIAGNOSTICITY = range(FIXED)
EDITABLE = (CREDIBILITY, RELEVANCE)


class MatrixModel(QAbstractTableModel):
    """Shows a matrix; the view does the changing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: Sequence[AchItemRow] = ()
        self.hypotheses: Sequence[HypothesisRow] = ()
        self.scores: Mapping[str, float] = {}
        self.best: set[str] = set()
        self._rows: list[AchRow] = []
        self._ignored: set[str] = set()

    def show_matrix(self, matrix: AchMatrix | None, as_of: str, *, one_per_group: bool) -> None:
        """Show a matrix as it stood at the end of a day (empty: now)."""
        self.beginResetModel()
        self.items = matrix.items if matrix is not None else ()
        self.hypotheses = matrix.hypotheses if matrix is not None else ()
        self._rows = [_scored(item) for item in self.items]
        counted = ach.as_of(self._rows, as_of) if as_of else self._rows
        self._ignored = {row.id for row in self._rows} - {row.id for row in counted}
        ids = [hypothesis.id for hypothesis in self.hypotheses]
        self.scores = ach.scores(counted, ids, one_per_group=one_per_group)
        self.best = ach.best(self.scores) if self.scores else set()
        self._counted = counted
        self.endResetModel()

    def pivots(self, *, one_per_group: bool) -> list[str]:
        """Labels of the rows without which another account would stand best."""
        ids = [hypothesis.id for hypothesis in self.hypotheses]
        if not self.items or not self.scores:
            return []
        found = ach.sensitivity(self._counted, ids, one_per_group=one_per_group)
        labels = {item.id: item.label for item in self.items}
        return [labels[each.dropped] for each in found if each.changes_best]

    def rowCount(self, parent: Index | None = None) -> int:
        """Rows of evidence."""
        return 0 if parent is not None and parent.isValid() else len(self.items)

    def columnCount(self, parent: Index | None = None) -> int:
        """Fixed columns and accounts."""
        return 0 if parent is not None and parent.isValid() else FIXED + len(self.hypotheses)

    def code(self, row: int, column: int) -> str:
        """What stands in a cell of an account."""
        cells = dict(self.items[row].cells)
        return cells.get(self.hypotheses[column - FIXED].id, "")

    def is_counted(self, row: int) -> bool:
        """Whether the row was known on the chosen day."""
        return self.items[row].id not in self._ignored

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a cell."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        item, column = self.items[index.row()], index.column()
        if column == LABEL:
            return item.label
        if column == TEXT:
            dated = f"{item.date}  " if item.date and role == Qt.ItemDataRole.ToolTipRole else ""
            return dated + item.text
        if column in EDITABLE:
            return item.credibility if column == CREDIBILITY else item.relevance
        if column == DIAGNOSTICITY:
            ids = [hypothesis.id for hypothesis in self.hypotheses]
            return str(ach.diagnosticity(self._rows[index.row()], ids))
        return self.code(index.row(), column)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Titles; of an account with its score."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        fixed = ("", self.tr("What is known"), self.tr("Cred."), self.tr("Rel."), self.tr("Diag."))
        tips = (
            "",
            "",
            self.tr("Credibility"),
            self.tr("Relevance"),
            self.tr("Diagnosticity: how far the row tells the accounts apart, 0 to 4"),
        )
        if section < FIXED:
            if role == Qt.ItemDataRole.DisplayRole:
                return fixed[section]
            return tips[section] if role == Qt.ItemDataRole.ToolTipRole else None
        hypothesis = self.hypotheses[section - FIXED]
        if role == Qt.ItemDataRole.DisplayRole:
            score = self.scores.get(hypothesis.id)
            words = f"{score:.1f}" if score is not None else "–"
            star = " ★" if hypothesis.id in self.best else ""
            return f"{hypothesis.label}\n{words}{star}"
        return hypothesis.text if role == Qt.ItemDataRole.ToolTipRole else None


def _scored(item: AchItemRow) -> AchRow:
    return AchRow(
        item.id,
        dict(item.cells),
        item.credibility or "M",
        item.relevance or "M",
        item.dependency_group,
        item.date,
    )
