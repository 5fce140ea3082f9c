"""Reports: every way out of a case."""

from __future__ import annotations

from PySide6.QtCore import Slot

from verifier.ui import file_dialogs
from verifier.ui.controllers.controller import Controller, Parts
from verifier.ui.export_dialog import ExportDialog
from verifier.ui.exporting import Exporter


class Reports(Controller):
    """What leaves the case as a file."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self.exporter = Exporter(self.shell, parts.window)

    @Slot()
    def word(self) -> None:
        """Ask for a place and write the Word report there."""
        target = file_dialogs.report_target(self.window, self.shell.path)
        if target is not None:
            self.exporter.write(target)

    @Slot()
    def export_as(self) -> None:
        """Every other way out, and the settings of the report."""
        ExportDialog(self.shell, self.window).open()
