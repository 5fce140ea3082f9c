"""Every command with its shortcut, to be changed; two commands never share one."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QKeySequenceEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from verifier.settings import Settings
from verifier.ui.commands.table import COMMANDS, by_id
from verifier.ui.widgets import label, push_button, row

CODE = Qt.ItemDataRole.UserRole
NATIVE = QKeySequence.SequenceFormat.NativeText


def shortcuts_of(settings: Settings) -> dict[str, str]:
    """Each command's shortcut as it is now, the person's own before the shipped one."""
    return {each.id: settings.shortcuts.get(each.id, each.shortcut) for each in COMMANDS}


def sheet(settings: Settings, title: str) -> str:
    """Every shortcut as a page of HTML, to be printed."""
    lines = [
        f"<tr><td>{html.escape(by_id()[name].plain)}</td><td><b>{html.escape(keys)}</b></td></tr>"
        for name, keys in shortcuts_of(settings).items()
        if keys and by_id()[name].argument is None
    ]
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{html.escape(title)}</title>'
        f'</head><body style="font-family: sans-serif"><h1>{html.escape(title)}</h1>'
        f'<table cellpadding="4">{"".join(lines)}</table></body></html>'
    )


class ShortcutList(QWidget):
    """Choose a command, press the keys it shall have."""

    changed = Signal(str, str)
    """Command id and its new shortcut."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._keys = shortcuts_of(settings)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setMinimumHeight(320)
        self.field = QKeySequenceEdit()
        self.field.setAccessibleName(self.tr("New shortcut"))
        self.field.setMaximumSequenceLength(1)
        self.use = push_button(self.tr("Use it"))
        self.reset = push_button(self.tr("As shipped"))
        self.told = label("", "error", wrap=True)
        for command in COMMANDS:
            item = QListWidgetItem()
            item.setData(CODE, command.id)
            self.list.addItem(item)
        self._name_lines()
        self.use.clicked.connect(self._use)
        self.reset.clicked.connect(self._reset)
        line: QHBoxLayout = row(self.field, self.use, self.reset)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.list, 1)
        whole.addLayout(line)
        whole.addWidget(self.told)
        self.list.setCurrentRow(0)

    def _name_lines(self) -> None:
        for at, command in enumerate(COMMANDS):
            keys = QKeySequence(self._keys[command.id]).toString(NATIVE)
            number = "" if command.argument is None else f" {command.argument + 1}"
            words = f"{command.plain}{number}"
            self.list.item(at).setText(f"{words}    {keys}" if keys else words)

    def _use(self) -> None:
        self.take(self.field.keySequence().toString())

    def _reset(self) -> None:
        self.take(by_id()[self.list.currentItem().data(CODE)].shortcut)

    def take(self, keys: str) -> bool:
        """Give the chosen command these keys, unless another one has them."""
        chosen = str(self.list.currentItem().data(CODE))
        taken = [
            name
            for name, held in self._keys.items()
            if keys and name != chosen and held.casefold() == keys.casefold()
        ]
        if taken:
            words = self.tr("%1 belongs to “%2” already.").replace("%1", keys)
            self.told.setText(words.replace("%2", by_id()[taken[0]].plain))
            return False
        self.told.clear()
        self.field.clear()
        self._keys[chosen] = keys
        self._name_lines()
        self.changed.emit(chosen, keys)
        return True
