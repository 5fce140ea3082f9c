"""The line above the claims table: its views, chips of verdicts, filter, grouping, columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from verifier.ui.filter_field import FilterField
from verifier.ui.icons import icon
from verifier.ui.shell import Shell
from verifier.ui.table.columns import COLUMNS
from verifier.ui.table.grouping import GROUPINGS
from verifier.ui.table.verdict_filter import VerdictFilter
from verifier.ui.table.views import TableView, shipped_views
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import push_button, row, tool_button

FILTER_WIDTH = 180
SAVE, REMOVE, CHOOSE = "save", "remove", "choose"


class NameField(QLineEdit):
    """Asks for the name of a view; Escape leaves it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class TableHead(QWidget):
    """Says which view is shown, and offers others."""

    view_chosen = Signal(object)
    """A TableView."""
    view_named = Signal(str)
    """The name under which what is shown now shall be kept."""
    view_removed = Signal(str)
    group_chosen = Signal(str)
    column_turned = Signal(str, bool)
    export_wanted = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.verdicts = VerdictFilter(shell)
        self.view = push_button("", "quiet")
        self.view.setToolTip(self.tr("Views of the table"))
        self.name = NameField()
        self.filter = FilterField()
        self.group = self._button("list-tree", self.tr("Group the claims"), self.offer_groups)
        self.columns = self._button("columns-3", self.tr("Choose columns"), self.offer_columns)
        self.export = self._button(
            "download", self.tr("Export these lines as CSV"), self.export_wanted.emit
        )
        self._saved: Sequence[TableView] = ()
        self._shown: TableView = shipped_views()[0]
        self._hidden: frozenset[str] = frozenset()
        self._build()

    def _button(self, name: str, tip: str, act: object) -> QToolButton:
        made = tool_button(name, tip)
        made.clicked.connect(act)
        return made

    def _build(self) -> None:
        self.view.clicked.connect(self.offer_views)
        self.name.setPlaceholderText(self.tr("Name of the view, then Return"))
        self.name.setAccessibleName(self.tr("Name of the view"))
        self.name.setFixedWidth(FILTER_WIDTH + 40)
        self.name.returnPressed.connect(self._keep)
        self.name.left.connect(self.name.hide)
        self.name.hide()
        self.filter.setToolTip(
            self.tr("Words of any column; status:approved looks in one column only")
        )
        self.filter.setFixedWidth(FILTER_WIDTH)
        line = row(self.view, self.name, spacing=METRICS.space_s)
        line.addWidget(self.verdicts, 1)
        for part in (self.filter, self.group, self.columns, self.export):
            line.addWidget(part)
        line.setContentsMargins(6, 8, 10, 6)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(line)

    def show_state(
        self, shown: TableView, saved: Sequence[TableView], hidden: frozenset[str], count: int
    ) -> None:
        """Name the view that is shown, with how many claims it has."""
        self._shown, self._saved, self._hidden = shown, saved, hidden
        self.view.setText(f"{shown.name}  {count}  ▾")
        self.view.setAccessibleName(self.tr("View: %1").replace("%1", shown.name))
        self.group.setChecked(bool(shown.wanted.group))
        self.group.setCheckable(bool(shown.wanted.group))
        self.group.setChecked(bool(shown.wanted.group))

    # Menus

    def _popup(self, menu: QMenu, below: QWidget) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below.mapToGlobal(QPoint(0, below.height())))

    @Slot()
    def offer_views(self) -> None:
        """The views there are, and what can be done with them."""
        self._popup(self.views_menu(), self.view)

    def views_menu(self) -> QMenu:
        """Shipped views, own views, keeping and removing one."""
        menu = QMenu(self)
        for views in (shipped_views(), self._saved):
            for view in views:
                action = self._entry(menu, view.name, (CHOOSE, view))
                action.setCheckable(True)
                action.setChecked(view.name == self._shown.name)
            menu.addSeparator()
        keep = self._entry(menu, self.tr("Keep this view…"), (SAVE, None))
        keep.setIcon(icon("bookmark"))
        if self._saved:
            inner = menu.addMenu(icon("trash-2"), self.tr("Remove a view"))
            for view in self._saved:
                self._entry(inner, view.name, (REMOVE, view))
        return menu

    def _entry(self, menu: QMenu, words: str, data: tuple[str, TableView | None]) -> QAction:
        action = menu.addAction(words.replace("&", "&&"))
        action.setData(data)
        action.triggered.connect(self._choose)
        return action

    @Slot()
    def _choose(self) -> None:
        action = self.sender()
        if not isinstance(action, QAction):
            return
        deed, view = action.data()
        if deed == SAVE:
            self.ask_name()
        elif deed == REMOVE:
            self.view_removed.emit(view.name)
        else:
            self.view_chosen.emit(view)

    @Slot()
    def ask_name(self) -> None:
        """Ask under which name what is shown shall be kept."""
        self.name.setText(self._shown.name if self._shown in self._saved else "")
        self.name.show()
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()

    @Slot()
    def _keep(self) -> None:
        name = self.name.text().strip()
        if name:
            self.name.hide()
            self.view_named.emit(name)

    @Slot()
    def offer_groups(self) -> None:
        """By what the claims can be grouped."""
        self._popup(self.groups_menu(), self.group)

    def groups_menu(self) -> QMenu:
        """Nothing, or one of the groupings."""
        menu = QMenu(self)
        one_of = QActionGroup(menu)
        offered = [("", self.tr("Not grouped")), *((each.id, each.title) for each in GROUPINGS)]
        for code, words in offered:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(code == self._shown.wanted.group)
            action.setData(code)
            one_of.addAction(action)
        menu.triggered.connect(self._group_by)
        return menu

    @Slot(QAction)
    def _group_by(self, action: QAction) -> None:
        self.group_chosen.emit(str(action.data()))

    @Slot()
    def offer_columns(self) -> None:
        """Which columns are shown."""
        self._popup(self.columns_menu(), self.columns)

    def columns_menu(self) -> QMenu:
        """A tick for each column; the claim itself always stands there."""
        menu = QMenu(self)
        for column in COLUMNS:
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(column.id not in self._hidden)
            action.setEnabled(column.id != "statement")
            action.setData(column.id)
        menu.triggered.connect(self._turn)
        return menu

    @Slot(QAction)
    def _turn(self, action: QAction) -> None:
        self.column_turned.emit(str(action.data()), action.isChecked())
