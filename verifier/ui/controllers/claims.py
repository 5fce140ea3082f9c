"""Claims: made of selected words, sourced, commented, withdrawn."""

from __future__ import annotations

from PySide6.QtCore import Slot

from verifier.ui.controllers.controller import Controller
from verifier.ui.withdrawn import WithdrawnDialog


class Claims(Controller):
    """What is done to the claim that is open."""

    @Slot()
    def add(self) -> None:
        """Make the selected words a claim."""
        tab = self.desk.marking
        if tab is not None and tab.selection is not None:
            self.desk.add_claim(tab, tab.selection)

    @Slot()
    def add_passage(self) -> None:
        """Add the selected words to the claim that is open."""
        self.desk.add_passage()

    @Slot()
    def add_source(self) -> None:
        """Open the form for a source."""
        self._show_inspector()
        self.desk.inspector.citations.begin()

    @Slot()
    def attach(self) -> None:
        """Ask for files, and cite them for the claim that is open."""
        self._show_inspector()
        self.desk.inspector.attach_files()

    @Slot()
    def open_evidence(self) -> None:
        """Open what is cited for the claim beside the report."""
        self.desk.inspector.citations.open_evidence()

    @Slot()
    def quote(self) -> None:
        """Quote the selected words of the evidence beside for the claim that is open."""
        tab = self.desk.quoting
        if tab is not None and tab.selection is not None:
            tab.quote(tab.selection)

    @Slot()
    def comment(self) -> None:
        """Go where a comment is written."""
        self._show_inspector()
        self.desk.inspector.begin_comment()

    @Slot()
    def edit_statement(self) -> None:
        """Go where the statement is written."""
        self._show_inspector()
        self.desk.inspector.begin_statement()

    @Slot()
    def edit_reason(self) -> None:
        """Go where the reason is written."""
        self._show_inspector()
        self.desk.inspector.begin_reason()

    @Slot()
    def edit_details(self) -> None:
        """Unfold the details of the claim."""
        self._show_inspector()
        self.desk.inspector.begin_details()

    @Slot()
    def relate(self) -> None:
        """Ask for a related claim."""
        self._show_inspector()
        self.desk.inspector.begin_relation()

    @Slot()
    def split(self) -> None:
        """Ask what the claim also says."""
        self._show_inspector()
        self.desk.inspector.begin_split()

    @Slot()
    def merge(self) -> None:
        """Ask which claim becomes one with this."""
        self._show_inspector()
        self.desk.inspector.begin_merge()

    @Slot()
    def restore(self) -> None:
        """Show what was withdrawn."""
        WithdrawnDialog(self.shell, self.window).open()

    @Slot()
    def withdraw(self) -> None:
        """Take the claim out of the case."""
        self.desk.inspector.withdraw()

    def _show_inspector(self) -> None:
        self.desk.show_part(self.desk.inspector, wanted=True)
