"""The matrix of competing hypotheses: rows of evidence, a column for each account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from verifier.queries import ach
from verifier.queries.ach import DECIMAL, AchRow, Method, Sensitivity
from verifier.queries.attributions import AchItemRow, AchMatrix, HypothesisRow
from verifier.ui.panels.claim_lines import Index

FIXED = 6
"""Columns before the accounts: label, what is known, credibility, relevance, diagnosticity, and
which account would stand best without the row."""
LABEL, TEXT, CREDIBILITY, RELEVANCE, DIAGNOSTICITY, WITHOUT = range(FIXED)
EDITABLE = (CREDIBILITY, RELEVANCE)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a matrix: how it is scored, and which rows count."""

    as_of: str = ""
    """Only what was known at the end of this day; empty: now."""
    one_per_group: bool = False
    method: Method = DECIMAL
    dropped: frozenset[str] = frozenset()
    """Rows that are left out, to see what hangs on them."""


class MatrixModel(QAbstractTableModel):
    """Shows a matrix; the view does the changing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: Sequence[AchItemRow] = ()
        self.hypotheses: Sequence[HypothesisRow] = ()
        self.scores: Mapping[str, float] = {}
        self.best: set[str] = set()
        self.question = Question()
        self._rows: list[AchRow] = []
        self._counted: list[AchRow] = []
        self._ids: set[str] = set()
        self._without: dict[str, Sensitivity] = {}

    def show_matrix(self, matrix: AchMatrix | None, question: Question) -> None:
        """Show a matrix, scored as the question asks."""
        self.beginResetModel()
        self.question = question
        self.items = matrix.items if matrix is not None else ()
        self.hypotheses = matrix.hypotheses if matrix is not None else ()
        self._rows = [_scored(item) for item in self.items]
        known = ach.as_of(self._rows, question.as_of) if question.as_of else self._rows
        self._counted = ach.without(known, question.dropped)
        self._ids = {row.id for row in self._counted}
        ids = [hypothesis.id for hypothesis in self.hypotheses]
        once = question.one_per_group
        self.scores = ach.scores(self._counted, ids, question.method, one_per_group=once)
        self.best = ach.best(self.scores) if self.scores else set()
        found = ach.sensitivity(self._counted, ids, question.method, one_per_group=once)
        self._without = {each.dropped: each for each in found}
        self.endResetModel()

    def pivots(self) -> list[str]:
        """Labels of the rows without which another account would stand best."""
        if not self.scores:
            return []
        return [
            item.label
            for item in self.items
            if item.id in self._without and self._without[item.id].changes_best
        ]

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
        """Whether the row was known on the chosen day, and is not left out."""
        return self.items[row].id in self._ids

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a cell, and more of them as its tip."""
        tip = role == Qt.ItemDataRole.ToolTipRole
        if role != Qt.ItemDataRole.DisplayRole and not tip:
            return None
        item, column = self.items[index.row()], index.column()
        if column == LABEL:
            return item.label
        if column == TEXT:
            return self._about(item) if tip else item.text
        if column in EDITABLE:
            return item.credibility if column == CREDIBILITY else item.relevance
        if column == DIAGNOSTICITY:
            ids = [hypothesis.id for hypothesis in self.hypotheses]
            return str(ach.diagnosticity(self._rows[index.row()], ids))
        if column == WITHOUT:
            return self._left_out(item, whole=tip)
        return self.code(index.row(), column)

    def _about(self, item: AchItemRow) -> str:
        parts = (item.date, item.text, item.dependency_group, item.reason)
        return "\n".join(part for part in parts if part)

    def _left_out(self, item: AchItemRow, *, whole: bool) -> str:
        found = self._without.get(item.id)
        if found is None or not self.scores:
            return ""
        labels = {hypothesis.id: hypothesis.label for hypothesis in self.hypotheses}
        if whole:
            told = (f"{labels[each]} {score:.2f}" for each, score in found.scores.items())
            return f"{self.tr('Without this row')}: {', '.join(told)}"
        if not found.changes_best:
            return "–"
        best = ach.best(found.scores)
        return "→ " + ", ".join(words for each, words in labels.items() if each in best)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Titles; of an account with its score."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        fixed = (
            "",
            self.tr("What is known"),
            self.tr("Cred."),
            self.tr("Rel."),
            self.tr("Diag."),
            self.tr("Without"),
        )
        tips = (
            "",
            "",
            self.tr("Credibility"),
            self.tr("Relevance"),
            self.tr("Diagnosticity: how far the row tells the accounts apart, 0 to 4"),
            self.tr("Which account would stand best without the row, where that changes"),
        )
        if section < FIXED:
            if role == Qt.ItemDataRole.DisplayRole:
                return fixed[section]
            return tips[section] if role == Qt.ItemDataRole.ToolTipRole else None
        hypothesis = self.hypotheses[section - FIXED]
        if role == Qt.ItemDataRole.DisplayRole:
            score = self.scores.get(hypothesis.id)
            words = f"{score:.2f}" if score is not None else "–"
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
