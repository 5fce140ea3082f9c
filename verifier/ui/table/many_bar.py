"""The line above the table while several claims are chosen: what can be done to all of them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QMenu, QWidget

from verifier.ui.icons import icon
from verifier.ui.table.columns import BY_ID, Names
from verifier.ui.table.edits import choices
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import label, push_button, row, tool_button

IN_MENU = ("status", "assignee", "priority", "kind", "worth")
"""Columns whose values are chosen from a menu."""
FIELD_WIDTH = 150
BESIDE = 14
"""Pixels of a field beside its words."""


class ManyBar(QFrame):
    """Counts the chosen claims, and offers what gives all of them the same."""

    wanted = Signal(str, str)
    """Field and value; also "withdraw" and "merge"."""
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "quote")
        self._count = label("")
        self.change = push_button(self.tr("Set…"))
        self.change.setAccessibleName(self.tr("Set a field of the chosen claims"))
        self.tags = self._field(self.tr("Tags"), self.tr("Tags: energy, -old"))
        self.tags.setToolTip(self.tr("Return puts tags on the chosen claims; -tag takes one off"))
        self.due = self._field(self.tr("Due"), self.tr("Due: 2026-03-31"))
        self.due.setToolTip(self.tr("Return gives the chosen claims this due date; empty, none"))
        self.merge = push_button(self.tr("Merge"))
        self.merge.setToolTip(self.tr("Make the chosen claims one: the open one, or the first"))
        self.withdraw = tool_button("trash-2", self.tr("Withdraw the chosen claims"))
        self.leave = tool_button("x", self.tr("Choose only one claim again"))
        self.tags.returnPressed.connect(self._tag)
        self.due.returnPressed.connect(self._set_due)
        for button, code in ((self.merge, "merge"), (self.withdraw, "withdraw")):
            button.setProperty("code", code)
            button.clicked.connect(self._press)
        self.leave.clicked.connect(self.given_up)
        self._first = self._part(self._count, self.change, self.merge, self.withdraw)
        self._second = self._part(self.tags, self.due)
        self._lines = QGridLayout(self)
        self._lines.setContentsMargins(12, 4, 6, 4)
        self._lines.setHorizontalSpacing(METRICS.space_s)
        self._lines.setVerticalSpacing(METRICS.space_xs)
        self._lines.setColumnStretch(2, 1)
        self._lines.addWidget(self._first, 0, 0)
        self._lines.addWidget(self._second, 0, 1)
        self._lines.addWidget(self.leave, 0, 3)
        self._is_narrow = False
        self.hide()

    @staticmethod
    def _part(*widgets: QWidget) -> QWidget:
        made = QWidget()
        made.setLayout(row(*widgets, spacing=METRICS.space_s))
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The fields stand below the buttons where one line has no room for both."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Room for the wider of its two parts."""
        wider = max(self._first.sizeHint().width(), self._second.sizeHint().width())
        return QSize(wider + self.leave.sizeHint().width() + 30, super().minimumSizeHint().height())

    def _fit(self) -> None:
        parts = (self._first, self._second, self.leave)
        is_narrow = sum(part.sizeHint().width() for part in parts) + 40 > self.width()
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            at = (1, 0, 1, 3) if is_narrow else (0, 1, 1, 1)
            self._lines.addWidget(self._second, *at)

    def _field(self, name: str, hint: str) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(name)
        made.setPlaceholderText(hint)
        room = made.fontMetrics().horizontalAdvance(hint) + 2 * BESIDE
        made.setFixedWidth(max(FIELD_WIDTH, room))
        return made

    def show_count(self, count: int, names: Names) -> None:
        """Appear where several claims are chosen."""
        self.setVisible(count > 1)
        if count <= 1:
            return
        self._count.setText(self.tr("Chosen claims: %1").replace("%1", str(count)))
        self._fit()
        menu = self.change.menu()
        if menu is None or menu.property("people") != list(names.people):
            if menu is not None:
                menu.deleteLater()
            fresh = self.menu_of(names)
            fresh.setProperty("people", list(names.people))
            self.change.setMenu(fresh)

    def menu_of(self, names: Names) -> QMenu:
        """A menu with the values that the fields of claims may have."""
        menu = QMenu(self)
        for name in IN_MENU:
            column = BY_ID[name]
            inner = menu.addMenu(column.title)
            for code, words in choices(column.field, names):
                self._entry(inner, words, column.field, code)
        menu.addSeparator()
        self._entry(menu, self.tr("Merge"), "merge", "").setIcon(icon("merge"))
        self._entry(menu, self.tr("Withdraw"), "withdraw", "").setIcon(icon("trash-2"))
        return menu

    def _entry(self, menu: QMenu, words: str, field: str, value: str) -> QAction:
        action = menu.addAction(words)
        action.setData((field, value))
        action.triggered.connect(self._choose)
        return action

    @Slot()
    def _choose(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.wanted.emit(*action.data())

    @Slot()
    def _press(self) -> None:
        button = self.sender()
        if button is not None:
            self.wanted.emit(str(button.property("code")), "")

    @Slot()
    def _tag(self) -> None:
        if self.tags.text().strip():
            self.wanted.emit("tags", self.tags.text())

    @Slot()
    def _set_due(self) -> None:
        self.wanted.emit("due", self.due.text())

    def is_done(self, field: str) -> None:
        """What a line asked for is done; what could not be done stays in it."""
        for name, line in (("tags", self.tags), ("due", self.due)):
            if name == field:
                line.clear()
