"""The grid of the claims table: looks, columns in their order, keys, and which lines are chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from verifier.queries.claims import ClaimSummary
from verifier.ui.table.columns import COLUMNS
from verifier.ui.table.grouping import Group
from verifier.ui.table.model import ClaimsModel
from verifier.ui.table.views import COLUMN_IDS, LEAST_WIDTH
from verifier.ui.tables import plain_look
from verifier.ui.tokens import METRICS

LEAST_STATEMENT = 240
STATEMENT = COLUMN_IDS.index("statement")
_FLAGS = QItemSelectionModel.SelectionFlag


class ClaimsGrid(QTableView):
    """Shows the model, folds its groups, and keeps chosen lines when the model is arranged anew."""

    columns_moved = Signal()
    """They stand in another order, or have other widths."""

    def __init__(self, model: ClaimsModel) -> None:
        super().__init__()
        self._model = model
        self._chosen: tuple[str, ...] = ()
        self._current = ("", 0)
        self._widths: dict[str, int] = {}
        """Of the columns that were dragged to another width than the usual."""
        self.setModel(model)
        plain_look(self, self.tr("All claims"), self.tr("Columns"), METRICS.row)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        triggers = QTableView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        self._build_header()
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._bring_back)
        model.rearranging.connect(self._keep)
        model.rearranged.connect(self._bring_back)

    def _build_header(self) -> None:
        header = self.horizontalHeader()
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionsMovable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.setMinimumSectionSize(LEAST_WIDTH)
        self._set_widths()
        for at, column in enumerate(COLUMNS):
            self.setColumnHidden(at, not column.is_shown)
        header.setSectionResizeMode(STATEMENT, QHeaderView.ResizeMode.Fixed)
        self.setSortingEnabled(True)
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(self._moved)

    def _set_widths(self) -> None:
        """Give every column the width it was dragged to, or else the usual one."""
        header = self.horizontalHeader()
        header.blockSignals(True)
        for at, name in enumerate(COLUMN_IDS):
            if at != STATEMENT:
                header.resizeSection(at, self._widths.get(name) or self._usual_width(at))
        header.blockSignals(False)

    def _usual_width(self, at: int) -> int:
        return max(COLUMNS[at].width, self.horizontalHeader().sectionSizeHint(at))

    def _moved(self, *_: int) -> None:
        self.columns_moved.emit()

    # Columns

    def changeEvent(self, event: QEvent) -> None:
        """The heads of columns need more room under another style sheet."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._set_widths()
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The statement takes the room that is left."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give the statement the room that the other columns leave, and never too little."""
        header = self.horizontalHeader()
        others = header.length() - header.sectionSize(STATEMENT)
        header.resizeSection(STATEMENT, max(LEAST_STATEMENT, self.viewport().width() - others))

    def _resized(self, section: int, before: int, after: int) -> None:
        if section == STATEMENT:
            return
        self.fit()
        if before and after:  # else it was shown or hidden
            self._widths[COLUMN_IDS[section]] = after
            self.columns_moved.emit()

    def widths(self) -> tuple[tuple[str, int], ...]:
        """The columns that have another width than the usual, with it."""
        return tuple(sorted(self._widths.items()))

    def columns(self) -> tuple[str, ...]:
        """The columns that are shown, from the left."""
        header = self.horizontalHeader()
        order = sorted(range(len(COLUMNS)), key=header.visualIndex)
        return tuple(COLUMN_IDS[at] for at in order if not self.isColumnHidden(at))

    def show_columns(
        self, wanted: Sequence[str], widths: Sequence[tuple[str, int]] | None = None
    ) -> None:
        """Show these columns, in this order; `widths` of those that have not the usual one."""
        if widths is not None:
            self._widths = dict(widths)
        header = self.horizontalHeader()
        header.blockSignals(True)
        for at, name in enumerate(COLUMN_IDS):
            self.setColumnHidden(at, name not in wanted)
        rest = [name for name in COLUMN_IDS if name not in wanted]
        for place, name in enumerate((*wanted, *rest)):
            header.moveSection(header.visualIndex(COLUMN_IDS.index(name)), place)
        header.blockSignals(False)
        # A column that is hidden has no width to ask its head for.
        self._set_widths()
        self.fit()
        header.viewport().update()
        self.viewport().update()

    # Chosen lines

    def chosen(self) -> tuple[str, ...]:
        """The claims of the chosen lines, from the top, each once."""
        selection = self.selectionModel().selection()
        ranges = [selection.at(at) for at in range(selection.count())]
        rows = sorted({row for r in ranges for row in range(r.top(), r.bottom() + 1)})
        lines = (self._model.line(row) for row in rows)
        found = (line.claim.id for line in lines if isinstance(line, ClaimSummary))
        return tuple(dict.fromkeys(found))

    def choose(self, claim_ids: Iterable[str]) -> None:
        """Choose the lines of claims, without opening any."""
        rows = self._model.rows_of(claim_ids)
        last = self._model.columnCount() - 1
        selection = QItemSelection()
        start = previous = -2
        for row in [*rows, -2]:
            if row != previous + 1:
                if start >= 0:
                    top, end = self._model.index(start, 0), self._model.index(previous, last)
                    selection.select(top, end)
                start = row
            previous = row
        self.selectionModel().select(selection, _FLAGS.ClearAndSelect)

    def make_current(self, claim_id: str, *, alone: bool) -> None:
        """Make a claim's line the current one; `alone` chooses it and no other."""
        place = self._model.row_of(claim_id)
        current = self.currentIndex()
        is_chosen = not alone or self.selectionModel().isSelected(current)
        if place < 0 or (self._claim_at(current) == claim_id and is_chosen):
            return
        index = self._model.index(place, max(0, current.column()))
        how = _FLAGS.ClearAndSelect | _FLAGS.Rows if alone else _FLAGS.NoUpdate
        self.selectionModel().setCurrentIndex(index, how)
        self.scrollTo(index)

    def _claim_at(self, index: QModelIndex) -> str:
        if not index.isValid():
            return ""
        line = self._model.line(index.row())
        return line.claim.id if isinstance(line, ClaimSummary) else ""

    def _keep(self) -> None:
        current = self.currentIndex()
        self._chosen = self.chosen()
        self._current = (self._claim_at(current), current.column())

    def _bring_back(self) -> None:
        """What was chosen stays so; nobody is told, for nothing else was chosen."""
        selection, (claim_id, column) = self.selectionModel(), self._current
        place = self._model.row_of(claim_id) if claim_id else -1
        selection.blockSignals(True)
        if self._chosen:
            self.choose(self._chosen)
        there = self._model.index(place, max(0, column)) if place >= 0 else QModelIndex()
        selection.setCurrentIndex(there, _FLAGS.NoUpdate)
        selection.blockSignals(False)
        self.viewport().update()

    # Keys and clicks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On a heading, the arrows to the sides, Return and Space fold and unfold."""
        current = self.currentIndex()
        line = self._model.line(current.row()) if current.isValid() else None
        keys = Qt.Key
        if isinstance(line, Group) and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            opens, shuts = (
                (keys.Key_Left, keys.Key_Right)
                if mirrored
                else (
                    keys.Key_Right,
                    keys.Key_Left,
                )
            )
            wanted = {opens: True, shuts: False}.get(Qt.Key(event.key()))
            turns = event.key() in (keys.Key_Return, keys.Key_Enter, keys.Key_Space)
            if wanted is not None or turns:
                self._fold(current.row(), is_open=wanted)
                return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a heading folds its group."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and isinstance(self._model.line(index.row()), Group):
            if event.button() is Qt.MouseButton.LeftButton:
                self._fold(index.row())
            return
        super().mousePressEvent(event)

    def _fold(self, row: int, *, is_open: bool | None = None) -> None:
        self._model.fold(row, is_open=is_open)
        column = max(0, self.horizontalHeader().logicalIndex(0))
        self.selectionModel().setCurrentIndex(self._model.index(row, column), _FLAGS.NoUpdate)
