"""From the table of commands to Qt's actions, menus and toolbar."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import cast

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QSizePolicy, QToolBar, QToolButton, QWidget

from verifier.ui.commands.command import CONTEXT, GROUPS, Command, Group, Needs
from verifier.ui.commands.table import COMMANDS, TOOLBAR, by_id
from verifier.ui.icons import icon
from verifier.ui.tokens import METRICS


class Actions(QObject):
    """One QAction for each command; triggering it calls the method that the command names."""

    def __init__(self, window: QWidget, shortcuts: Mapping[str, str]) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._parts: dict[str, list[QAction]] = {}
        self._handlers: dict[str, Callable[..., object]] = {}
        self._there: dict[Needs, bool] = {}
        for command in COMMANDS:
            self._actions[command.id] = self._make(command, shortcuts.get(command.id))

    def serve(self, controllers: object) -> None:
        """Let these carry out the commands: "claims.add" is the method `add` of their `claims`."""
        for command in COMMANDS:
            self._handlers[command.id] = attrgetter(command.handler)(controllers)

    def __getitem__(self, command_id: str) -> QAction:
        return self._actions[command_id]

    def _make(self, command: Command, own_shortcut: str | None) -> QAction:
        action = QAction(command.text, self._window)
        action.setObjectName(command.id)
        action.setCheckable(command.checkable)
        if command.icon:
            action.setIcon(icon(command.icon))
        shortcut = command.shortcut if own_shortcut is None else own_shortcut
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
            shown = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{command.plain} ({shown})")
        action.triggered.connect(self._run)
        self._window.addAction(action)
        return action

    @Slot()
    def _run(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.run(sender.objectName())

    def run(self, command_id: str) -> None:
        """Do what a command says, if it makes sense now."""
        if self._actions[command_id].isEnabled():
            command = by_id()[command_id]
            handler = self._handlers[command_id]
            if command.argument is None:
                handler()
            else:
                handler(command.argument)

    def enable(self, there: Mapping[Needs, bool]) -> None:
        """Enable what makes sense now. Most of it did before: this is asked at every selection."""
        changed = {need for need, is_there in there.items() if self._there.get(need) != is_there}
        self._there = dict(there)
        for command in COMMANDS:
            if command.needs in changed:
                self._actions[command.id].setEnabled(there[command.needs])

    def name_levels(self, prefix: str, labels: Sequence[str]) -> None:
        """Name the commands of a scale's levels; those beyond its end are hidden."""
        for command in COMMANDS:
            if command.id.startswith(prefix) and command.argument is not None:
                action = self._actions[command.id]
                has_level = command.argument < len(labels)
                action.setVisible(has_level)
                if has_level:
                    label = labels[command.argument].replace("&", "&&")
                    action.setText(f"{command.text}: {label}")

    def fill_menus(self, bar: QMenuBar) -> dict[Group, QMenu]:
        """A menu for each group."""
        menus = {}
        for group, words in GROUPS:
            menu = bar.addMenu(QCoreApplication.translate(CONTEXT, cast(str, words)))
            for command in (each for each in COMMANDS if each.group is group):
                if command.starts_section and menu.actions():
                    menu.addSeparator()
                menu.addAction(self._actions[command.id])
            menus[group] = menu
        return menus

    def fill_toolbar(self, bar: QToolBar, parts: Mapping[str, QWidget]) -> None:
        """Buttons in the order of the table; `parts` are the pieces that are more than a button."""
        bar.setIconSize(QSize(18, 18))
        last: list[QAction] = []
        for name in TOOLBAR:
            if name == "|":
                last.append(bar.addSeparator())
            elif name == ">":
                room = QWidget()
                room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
                bar.addWidget(room)
            elif name in parts:
                last = self._parts[name] = [bar.addWidget(parts[name])]
            else:
                self._add_button(bar, name)
        bar.setMinimumHeight(METRICS.toolbar)

    def show_part(self, name: str, wanted: bool) -> None:
        """Show or hide a piece of the toolbar, with the line that follows it."""
        for action in self._parts[name]:
            action.setVisible(wanted)

    def _add_button(self, bar: QToolBar, name: str) -> None:
        command_id = name.removesuffix("*")
        action = self._actions[command_id]
        bar.addAction(action)
        button = bar.widgetForAction(action)
        if not isinstance(button, QToolButton):
            return
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(by_id()[command_id].plain)
        if name.endswith("*"):
            action.setIconText(by_id()[command_id].short_text)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
