"""What every controller is made of: the pieces of the window that commands work on."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from verifier.ui.actions_of import Actions
from verifier.ui.desk import Desk
from verifier.ui.shell import Shell
from verifier.ui.start_view import StartView


@dataclass(frozen=True)
class Parts:
    """The pieces of one window."""

    window: QMainWindow
    """Parent of dialogs, and what is closed at the end."""
    shell: Shell
    start: StartView
    desk: Desk
    actions: Actions


class Controller(QObject):
    """Carries out the commands of one subject; each is a method without arguments, or with one."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self.parts = parts
        self.window = parts.window
        self.shell = parts.shell
        self.desk = parts.desk
