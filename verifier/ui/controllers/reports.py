"""Reports: every way out of a case, and what comes back of them."""

from __future__ import annotations

from PySide6.QtCore import Slot

from verifier.ui import file_dialogs
from verifier.ui.coming_back import ComingBack
from verifier.ui.controllers.controller import Controller, Parts
from verifier.ui.export_dialog import ExportDialog
from verifier.ui.exporting import Exporter
from verifier.ui.proposals_dialog import ProposalsDialog


class Reports(Controller):
    """What leaves the case as a file, and what comes back."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self.exporter = Exporter(self.shell, parts.window)
        self.coming_back = ComingBack(self.shell, parts.window)
        self.coming_back.proposals_wanted.connect(self.proposals)

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

    @Slot()
    def take_back(self) -> None:
        """Ask for a Word file that came back, and show what it would change."""
        file = file_dialogs.word_report(self.window)
        if file is not None:
            self.coming_back.take_back(file)

    @Slot()
    def proposals(self) -> None:
        """Every proposed change that waits for a decision."""
        if self.shell.is_open:
            ProposalsDialog(self.shell, self.window).open()
