"""The line above the table while several claims are chosen: what can be done to all of them."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu

from verifier.ui.icons import icon
from verifier.ui.table.columns import BY_ID, Names
from verifier.ui.table.edits import choices
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import label, push_button, row, tool_button

IN_MENU = ("status", "assignee", "priority", "kind", "worth")
"""Columns whose values are chosen from a menu."""
FIELD_WIDTH = 150


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
        parts = (self.change, self.tags, self.due, self.merge, self.withdraw)
        line = row(self._count, *parts, spacing=METRICS.space_s)
        line.addStretch()
        line.addWidget(self.leave)
        line.setContentsMargins(12, 4, 6, 4)
        self.setLayout(line)
        self.hide()

    def _field(self, name: str, hint: str) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(name)
        made.setPlaceholderText(hint)
        made.setFixedWidth(FIELD_WIDTH)
        return made

    def show_count(self, count: int, names: Names) -> None:
        """Appear where several claims are chosen."""
        self.setVisible(count > 1)
        if count <= 1:
            return
        self._count.setText(self.tr("Chosen claims: %1").replace("%1", str(count)))
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
            self.tags.clear()

    @Slot()
    def _set_due(self) -> None:
        self.wanted.emit("due", self.due.text())
        self.due.clear()
