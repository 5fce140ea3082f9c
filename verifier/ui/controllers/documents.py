"""Documents: taking files in, new editions."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot

from verifier.ui import file_dialogs
from verifier.ui.coming_back import ComingBack
from verifier.ui.controllers.controller import Controller, Parts
from verifier.ui.importing import Importer
from verifier.ui.remarks import Remarks
from verifier.ui.removing import Remover
from verifier.ui.replacing import Replacer
from verifier.ui.scans import Scans
from verifier.ui.withdrawn import RemovedDialog


class Documents(Controller):
    """What comes in as a file."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self.importer = Importer(self.shell, parts.window)
        self.replacer = Replacer(self.shell, parts.window)
        self.coming_back = ComingBack(self.shell, parts.window)
        self.remarks = Remarks(self.shell, parts.window)
        self.scans = Scans(self.shell, parts.window)
        self.remover = Remover(self.shell, parts.window)
        self.desk.documents.remove_wanted.connect(self.remover.begin)
        self.importer.arriving.connect(self.desk.tabs.show_arriving)
        self.importer.wanted.connect(self.desk.show_document)
        self.importer.remarked.connect(self.remarks.offer)
        self.replacer.replaced.connect(self.remarks.offer_new)
        self.desk.scans_wanted.connect(self.scans.begin)
        self.desk.pictures_wanted.connect(self.scans.begin_evidence)

    @Slot()
    def choose(self) -> None:
        """Ask for files and import them."""
        if self.shell.is_open:
            self.shell.workers.warm()
            self.take(file_dialogs.documents(self.window))

    def take(self, files: list[Path]) -> None:
        """Import files from outside."""
        if self.shell.is_open:
            self.importer.take(files)
        else:
            self.shell.tell_hint(self.tr("Open or begin a case first, then drop the report on it."))

    @Slot()
    def from_tool(self) -> None:
        """Ask for a project of another tool, and show what it would bring."""
        file = file_dialogs.project(self.window)
        if file is not None:
            self.coming_back.import_from(file)

    @Slot()
    def replace(self) -> None:
        """Ask for a file, and take it in as the new edition of the document in front."""
        tab = self.desk.current
        if tab is not None:
            file = file_dialogs.edition(self.window, tab.title)
            if file is not None:
                self.replacer.replace(tab.document_id, file)

    @Slot()
    def read_again(self) -> None:
        """Read the file of the document in front as this version of the program reads it."""
        tab = self.desk.current
        if tab is not None:
            self.replacer.read_again(tab.document_id)

    @Slot()
    def decide(self) -> None:
        """Show what waits for a decision about the document in front."""
        if self.desk.current is not None:
            self.replacer.decide(self.desk.current.document_id)

    @Slot()
    def take_over(self) -> None:
        """Offer the highlights and comments that came with the document in front."""
        if self.desk.current is not None:
            self.remarks.offer(self.desk.current.document_id)

    @Slot()
    def remove(self) -> None:
        """Take the document in front out of the case."""
        if self.desk.current is not None:
            self.remover.begin(self.desk.current.document_id)

    @Slot()
    def restore(self) -> None:
        """Show the documents that were removed."""
        RemovedDialog(self.shell, self.window).open()

    @Slot()
    def read_scans(self) -> None:
        """Ask how to read the scanned pages of the document in front."""
        tab = self.desk.current
        if tab is not None:
            self.scans.begin(tab.document_id, tab.view.current_page())

    @Slot()
    def read_evidence(self) -> None:
        """Ask how to read the pictures of the evidence beside."""
        tab = self.desk.seeable
        if tab is not None:
            tab.want_text()
