"""The table of all claims: views, sorting, filtering, grouping, and editing one or many."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout

from verifier.actions.base import Change
from verifier.queries.case import people
from verifier.queries.claims import ClaimSummary
from verifier.ui import file_dialogs
from verifier.ui.shell import Shell
from verifier.ui.table.arranging import WARM
from verifier.ui.table.columns import COLUMNS, Names
from verifier.ui.table.delegate import CellDelegate
from verifier.ui.table.edits import edit_action, merge_action
from verifier.ui.table.grid import ClaimsGrid
from verifier.ui.table.head import TableHead
from verifier.ui.table.kept_views import KeptViews
from verifier.ui.table.many_bar import ManyBar
from verifier.ui.table.model import ClaimsModel
from verifier.ui.table.views import COLUMN_IDS, TableView, Wanted, shipped_views
from verifier.ui.table.writing import write_lines
from verifier.ui.turns import next_turn
from verifier.ui.warming import Warmer

FILTER_PAUSE_MS = 90


class ClaimsTable(QFrame):
    """All claims of the case."""

    passage_wanted = Signal(str)
    """The open claim was clicked on: its passage is to be shown again."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.setProperty("panel", "surface")
        self.model = ClaimsModel(shell, self)
        self.head = TableHead(shell)
        self.filter, self.verdicts = self.head.filter, self.head.verdicts
        self.many = ManyBar()
        self.view = ClaimsGrid(self.model)
        self.kept = KeptViews(shell)
        self.warmer = Warmer(
            self,
            lambda: shell.claims.ordered,
            lambda: [partial(self.model.arranger.warm, name) for name in WARM],
        )
        self._name = ""
        """Of the view that was chosen last."""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(FILTER_PAUSE_MS)
        self._pause.timeout.connect(self._apply_filter)
        self._build()
        self.filter.begin(self.tr("Filter the table"), self.view)
        self._connect()
        self.show_view(self.kept.last())

    def _build(self) -> None:
        self.view.setItemDelegate(CellDelegate(self._shell, self.model, self._save_cell, self.view))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self.many)
        whole.addWidget(self.view)
        self.setMinimumHeight(120)

    def _connect(self) -> None:
        shell, head = self._shell, self.head
        self.filter.textChanged.connect(self._pause.start)
        self.filter.entered.connect(self._apply_filter)
        self.verdicts.chosen.connect(self._choose_verdict)
        head.view_chosen.connect(self.show_view)
        head.view_named.connect(self.keep_view)
        head.view_removed.connect(self._remove_view)
        head.group_chosen.connect(self.group_by)
        head.column_turned.connect(self.show_column)
        head.export_wanted.connect(self.export)
        self.many.wanted.connect(self._edit_chosen)
        self.many.given_up.connect(self._choose_one)
        selection = self.view.selectionModel()
        selection.currentRowChanged.connect(self._open)
        selection.selectionChanged.connect(self._count_chosen)
        self.view.clicked.connect(self._click)
        self.view.customContextMenuRequested.connect(self._offer_edits)
        self.view.columns_moved.connect(self._keep_settings)
        header = self.view.horizontalHeader()
        header.customContextMenuRequested.connect(head.offer_columns)
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
            self.model.use_names(
                Names(
                    {person.id: person.name for person in self._shell.read(people)},
                    {document.id: document.title for document in self._shell.documents},
                    self.tr("Not rated"),
                    self._shell.pages.name,
                )
            )
        self.model.refresh()
        self.warmer.begin()
        self.verdicts.refresh()
        self._mark(self._shell.selection)
        self._show_state()

    @Slot(object)
    def _follow(self, claim_ids: frozenset[str]) -> None:
        self.model.follow(claim_ids)
        self.verdicts.refresh()
        self._show_state()

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
        several = claim_id in (chosen := self.view.chosen()) and len(chosen) > 1
        self.view.make_current(claim_id, alone=not several)

    @Slot(QModelIndex, QModelIndex)
    def _open(self, current: QModelIndex, _before: QModelIndex) -> None:
        line = self.model.line(current.row()) if current.isValid() else None
        if isinstance(line, ClaimSummary):
            self._shell.select(line.claim.id)
            if self._shell.selection != line.claim.id:  # Qt has yet to choose what was pressed
                next_turn(self, self._mark_open)

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        """A click on the open claim leads back to its passage, unless several are being chosen."""
        line, claim_id = self.model.line(index.row()), self._shell.selection
        is_open = isinstance(line, ClaimSummary) and line.claim.id == claim_id
        if is_open and self.view.chosen() == (claim_id,):
            self.passage_wanted.emit(claim_id)

    @Slot()
    def _mark_open(self) -> None:
        self._mark(self._shell.selection)

    # Views

    def _shown(self) -> TableView:
        view = self.view
        return TableView(self._name, self.model.wanted, view.columns(), view.widths())

    @Slot(object)
    def show_view(self, view: TableView) -> None:
        """Show a view: its claims, order, headings and columns."""
        self._name = view.name
        self._pause.stop()
        self.filter.blockSignals(True)
        self.filter.setText(view.wanted.words)
        self.filter.blockSignals(False)
        self.verdicts.choose(view.wanted.verdict)
        self.view.show_columns(view.columns, view.widths)
        header, wanted = self.view.horizontalHeader(), view.wanted
        section = COLUMN_IDS.index(wanted.sort) if wanted.sort else -1
        down = Qt.SortOrder.DescendingOrder if wanted.descending else Qt.SortOrder.AscendingOrder
        header.blockSignals(True)
        header.setSortIndicator(section, down)
        header.blockSignals(False)
        self._want(wanted)

    @Slot(str)
    def keep_view(self, name: str) -> None:
        """Keep what is shown now under a name."""
        self._name = name
        self.kept.keep(self._shown())
        self._show_state()

    @Slot(str)
    def _remove_view(self, name: str) -> None:
        self.kept.remove(name)
        if self._name == name:
            self._name = shipped_views()[0].name
        self._show_state()

    def _want(self, wanted: Wanted) -> None:
        self.model.show_view(wanted)
        self._mark(self._shell.selection)
        self._count_chosen()
        self._keep_settings()

    def _show_state(self) -> None:
        hidden = frozenset(COLUMN_IDS) - frozenset(self.view.columns())
        self.head.show_state(self._shown(), self.kept.views(), hidden, self.model.count)

    @Slot()
    def _keep_settings(self) -> None:
        self.kept.remember(self._shown())
        self._show_state()

    # Filtering and grouping

    @Slot()
    def _apply_filter(self) -> None:
        self._pause.stop()
        self._want(replace(self.model.wanted, words=self.filter.text()))

    @Slot(object)
    def _choose_verdict(self, code: str | None) -> None:
        self._want(replace(self.model.wanted, words=self.filter.text(), verdict=code))

    @Slot(str)
    def group_by(self, name: str) -> None:
        """Put the claims under headings; under none for an empty name."""
        self._want(replace(self.model.wanted, group=name))

    @Slot(str, bool)
    def show_column(self, column_id: str, wanted: bool) -> None:
        """Show or hide a column, and remember it."""
        self.view.setColumnHidden(COLUMN_IDS.index(column_id), not wanted)
        self.view.fit()
        self._keep_settings()

    @Slot()
    def export(self) -> None:
        """Write the lines that are shown, with the columns that are shown, as CSV."""
        target = file_dialogs.export_target(self, self._shell.path, "CSV", ".csv")
        if target is not None:
            columns = [COLUMNS[COLUMN_IDS.index(name)] for name in self.view.columns()]
            write_lines(self._shell, target, self.model.claims(), columns, self.model.names)

    # Editing one or many

    def selected_ids(self) -> tuple[str, ...]:
        """The claims of the chosen lines, from the top."""
        return self.view.chosen()

    @Slot()
    def _count_chosen(self) -> None:
        self.many.show_count(len(self.view.chosen()), self.model.names)

    @Slot()
    def _choose_one(self) -> None:
        self.view.choose([self._shell.selection])
        self.view.setFocus()

    @Slot(QPoint)
    def _offer_edits(self, place: QPoint) -> None:
        if self.view.chosen():
            menu = self.edit_menu()
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.view.viewport().mapToGlobal(place))

    def edit_menu(self) -> QMenu:
        """What can be done with the chosen claims."""
        return self.many.menu_of(self.model.names)

    @Slot(str, str)
    def _edit_chosen(self, field: str, value: str) -> None:
        if self.edit(self.view.chosen(), field, value):
            self.many.is_done(field)

    def _save_cell(self, claim_id: str, field: str, value: str) -> None:
        self.edit((claim_id,), field, value)

    def edit(self, chosen: tuple[str, ...], field: str, value: str) -> bool:
        """Do the same to one or several claims, as one step that can be undone."""
        if not chosen or not self._shell.drafts.settle():
            return False
        if field == "merge":
            return len(chosen) > 1 and self._merge(chosen)
        action, text = edit_action(chosen, field, value)
        return self._shell.do_beside(action, text)

    def _merge(self, chosen: tuple[str, ...]) -> bool:
        open_one = self._shell.selection
        survivor = open_one if open_one in chosen else chosen[0]
        action, text = merge_action(chosen, survivor)
        return self._shell.do_beside(action, text, partial(self._shell.select, survivor))
