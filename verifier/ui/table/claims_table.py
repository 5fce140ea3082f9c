"""The table of all claims: filter chips, columns to choose, sorting, and editing many at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QLineEdit,
    QMenu,
    QTableView,
    QVBoxLayout,
)

from verifier.actions.base import Action, Batch, Change
from verifier.actions.claims import WithdrawClaim
from verifier.actions.triage import EditClaims, SetStatus
from verifier.queries.case import people
from verifier.states import ClaimStatus
from verifier.ui.icons import icon
from verifier.ui.shell import Shell
from verifier.ui.table.columns import COLUMNS, Names
from verifier.ui.table.delegate import CellDelegate
from verifier.ui.table.model import ClaimsModel
from verifier.ui.table.verdict_filter import VerdictFilter
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import label, row, tool_button
from verifier.ui.words import KINDS, STATUSES, word

FILTER_PAUSE_MS = 120
BY_HAND = (ClaimStatus.UNSTARTED, ClaimStatus.IN_PROGRESS, ClaimStatus.DROPPED)
PRIORITIES = range(4)


class ClaimsTable(QFrame):
    """All claims of the case."""

    opened = Signal(str)
    """A claim was chosen to be looked at."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.setProperty("panel", "surface")
        self.model = ClaimsModel(shell, self)
        self.view = QTableView()
        self.verdicts = VerdictFilter(shell)
        self.filter = QLineEdit()
        self._verdict: str | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(FILTER_PAUSE_MS)
        self._pause.timeout.connect(self._apply_filter)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter the table"))
        self.filter.setAccessibleName(self.tr("Filter the table"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(180)
        self._columns = tool_button("columns-3", self.tr("Choose columns"))
        self._columns.clicked.connect(self._offer_columns)
        title = label(self.tr("Claims"), "title")
        head = row(title)
        head.addWidget(self.verdicts, 1)
        head.addWidget(self.filter)
        head.addWidget(self._columns)
        head.setContentsMargins(14, 8, 10, 6)
        view = self.view
        view.setModel(self.model)
        view.setItemDelegate(CellDelegate(self._shell, self.model, view))
        view.setAccessibleName(self.tr("All claims"))
        view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows = view.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(METRICS.row)
        header = view.horizontalHeader()
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.setMinimumSectionSize(44)
        header.setAccessibleName(self.tr("Columns"))
        view.setSortingEnabled(True)
        for at, column in enumerate(COLUMNS):
            header.resizeSection(at, column.width)
            view.setColumnHidden(at, not column.is_shown)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(view)
        self.setMinimumHeight(120)
        self._use_settings()

    def _connect(self) -> None:
        shell = self._shell
        self.filter.textChanged.connect(self._pause.start)
        self.verdicts.chosen.connect(self._choose_verdict)
        self.view.selectionModel().currentRowChanged.connect(self._open)
        self.view.customContextMenuRequested.connect(self._offer_edits)
        header = self.view.horizontalHeader()
        header.customContextMenuRequested.connect(self._offer_columns)
        header.sortIndicatorChanged.connect(self._keep_settings)
        shell.claims.reset.connect(self._reset)
        shell.claims.updated.connect(self._follow)
        shell.opened.connect(self._reset)
        shell.selected.connect(self._mark)
        shell.changed.connect(self._follow_names)
        shell.theme.changed.connect(self._recolour)

    # Following the case

    @Slot()
    def _reset(self) -> None:
        if self._shell.is_open:
            self.model.names = Names(
                {person.id: person.name for person in self._shell.read(people)},
                {document.id: document.title for document in self._shell.documents},
                self.tr("Not rated"),
            )
        self.model.refresh()
        self.verdicts.refresh()
        self._mark(self._shell.selection)

    @Slot(object)
    def _follow(self, claim_ids: frozenset[str]) -> None:
        chosen = self.selected_ids()
        self.model.follow(claim_ids)
        self.verdicts.refresh()
        self._select_again(chosen)

    @Slot(object)
    def _follow_names(self, change: Change) -> None:
        if change.kinds & {"Person", "Document"}:
            self._reset()

    @Slot()
    def _recolour(self) -> None:
        self.verdicts.refresh()
        self.view.viewport().update()

    @Slot(str)
    def _mark(self, claim_id: str) -> None:
        place = self.model.row_of(claim_id)
        current = self.view.currentIndex()
        if place < 0 or (current.isValid() and current.row() == place):
            return
        index = self.model.index(place, max(0, current.column()))
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.view.scrollTo(index)

    def _select_again(self, claim_ids: tuple[str, ...]) -> None:
        if self.selected_ids() == claim_ids:
            return
        selection = self.view.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        selection.clearSelection()
        for place in (self.model.row_of(claim_id) for claim_id in claim_ids):
            if place >= 0:
                selection.select(self.model.index(place, 0), flags.Select | flags.Rows)

    @Slot(QModelIndex, QModelIndex)
    def _open(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._shell.select(self.model.summary(current.row()).claim.id)

    # Filtering

    @Slot()
    def _apply_filter(self) -> None:
        self._pause.stop()
        self.model.filter(self.filter.text(), self._verdict)
        self._mark(self._shell.selection)

    @Slot(object)
    def _choose_verdict(self, code: str | None) -> None:
        self._verdict = code
        self._apply_filter()

    # Columns

    @Slot()
    def _offer_columns(self) -> None:
        menu = QMenu(self)
        for at, column in enumerate(COLUMNS):
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(not self.view.isColumnHidden(at))
            action.setEnabled(column.id != "statement")
            action.setData(at)
        menu.triggered.connect(self._turn_column)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._columns.mapToGlobal(QPoint(0, self._columns.height())))

    @Slot(QAction)
    def _turn_column(self, action: QAction) -> None:
        self.show_column(COLUMNS[int(action.data())].id, action.isChecked())

    def show_column(self, column_id: str, wanted: bool) -> None:
        """Show or hide a column, and remember it."""
        at = [column.id for column in COLUMNS].index(column_id)
        self.view.setColumnHidden(at, not wanted)
        self._keep_settings()

    @Slot()
    def _keep_settings(self) -> None:
        header = self.view.horizontalHeader()
        kept: dict[str, Any] = {
            "columns": [
                column.id for at, column in enumerate(COLUMNS) if not self.view.isColumnHidden(at)
            ],
            "sort": header.sortIndicatorSection(),
            "descending": header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder,
        }
        options = {**self._shell.settings.options, "claims_table": kept}
        if options != self._shell.settings.options:
            self._shell.remember(replace(self._shell.settings, options=options))

    def _use_settings(self) -> None:
        kept = self._shell.settings.options.get("claims_table")
        if not isinstance(kept, Mapping):
            return
        shown = kept.get("columns")
        if isinstance(shown, list) and "statement" in shown:
            for at, column in enumerate(COLUMNS):
                self.view.setColumnHidden(at, column.id not in shown)
        section = kept.get("sort")
        if isinstance(section, int) and -1 <= section < len(COLUMNS):
            down = bool(kept.get("descending"))
            order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
            self.view.horizontalHeader().setSortIndicator(section, order)

    # Editing many

    def selected_ids(self) -> tuple[str, ...]:
        """The claims of the chosen lines, from the top."""
        rows = sorted({index.row() for index in self.view.selectionModel().selectedRows()})
        return tuple(self.model.summary(at).claim.id for at in rows)

    @Slot(QPoint)
    def _offer_edits(self, place: QPoint) -> None:
        chosen = self.selected_ids()
        if chosen:
            menu = self.edit_menu(chosen)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.view.viewport().mapToGlobal(place))

    def edit_menu(self, chosen: tuple[str, ...]) -> QMenu:
        """What can be done with the chosen claims."""
        menu = QMenu(self)
        menu.setProperty("claims", list(chosen))
        self._fill(
            menu.addMenu(self.tr("Status")),
            [(f"status:{each.value}", word(STATUSES, each.value)) for each in BY_HAND],
        )
        self._fill(
            menu.addMenu(self.tr("Kind")),
            [(f"kind:{code}", word(KINDS, code)) for code in KINDS],
        )
        self._fill(
            menu.addMenu(self.tr("Priority")),
            [(f"priority:{each}", str(each)) for each in PRIORITIES],
        )
        nobody = [("assignee_id:", self.tr("Nobody"))]
        everybody = [(f"assignee_id:{key}", name) for key, name in self.model.names.people.items()]
        self._fill(menu.addMenu(self.tr("Assign to")), nobody + everybody)
        menu.addSeparator()
        self._fill(menu, [("withdraw:", self.tr("Withdraw"))])
        menu.actions()[-1].setIcon(icon("trash-2"))
        return menu

    def _fill(self, menu: QMenu, entries: list[tuple[str, str]]) -> None:
        for code, words in entries:
            action = menu.addAction(words)
            action.setData(code)
            action.triggered.connect(self._edit_chosen)

    @Slot()
    def _edit_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            name, _, value = str(action.data()).partition(":")
            self.edit(self.selected_ids(), name, value)

    def edit(self, chosen: tuple[str, ...], name: str, value: str) -> bool:
        """Do the same to several claims, as one step that can be undone."""
        actions: Action
        if name == "status":
            status = ClaimStatus(value)
            steps: tuple[Action, ...] = tuple(SetStatus(each, status) for each in chosen)
            actions, text = Batch("set status", steps), self.tr("set status")
        elif name == "withdraw":
            actions = Batch("withdraw claims", tuple(WithdrawClaim(each) for each in chosen))
            text = self.tr("withdraw claims")
        else:
            wanted: Any = int(value) if name == "priority" else (value or None)
            if name == "kind":
                wanted = value
            actions, text = EditClaims(chosen, {name: wanted}), self.tr("edit claims")
        return self._shell.do(actions, text)
