"""The program itself: its settings, what it is, its end."""

from __future__ import annotations

from PySide6.QtCore import Slot

from verifier.ui.about import AboutDialog
from verifier.ui.controllers.controller import Controller
from verifier.ui.guide import GuideWindow
from verifier.ui.scales.editor import ScaleEditor
from verifier.ui.settings_dialog import SettingsDialog


class Program(Controller):
    """What has nothing to do with a case."""

    @Slot()
    def settings(self) -> None:
        """What the person chooses for themselves."""
        SettingsDialog(self.shell, self.parts.actions, self.window).open()

    @Slot()
    def scales(self) -> None:
        """Scales: shipped ones to look at, one's own to change."""
        ScaleEditor(self.window).open()

    @Slot()
    def guide(self) -> None:
        """Show how everything is done."""
        GuideWindow(self.window).show()

    @Slot()
    def about(self) -> None:
        """Say what this is."""
        AboutDialog(self.shell, self.window).open()

    @Slot()
    def quit(self) -> None:
        """Close the window, and with it the program."""
        self.window.close()
