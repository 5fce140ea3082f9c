"""Selected words, or a region, made into a claim or into another passage of one."""

from __future__ import annotations

from PySide6.QtCore import QObject

from verifier.actions.claims import STATEMENT_AT_MOST, AddClaim, AddHighlight
from verifier.text.one_line import as_statement
from verifier.text.ranges import TextRange
from verifier.text.regions import Place, Region
from verifier.ui.document_tab import DocumentTab
from verifier.ui.reader.copying import copied_text
from verifier.ui.shell import Shell


class Claiming(QObject):
    """Adds claims and passages from what is marked in a document."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell

    def add_claim(self, tab: DocumentTab, wanted: Place) -> bool:
        """Make a claim of words or of a region; whether it is there and chosen."""
        passage = tab.passage(wanted)
        statement = ""
        if isinstance(wanted, TextRange) and tab.view.provider is not None:
            words = copied_text(tab.view.provider, wanted)
            statement = as_statement(words)[:STATEMENT_AT_MOST]
        elif isinstance(wanted, Region):
            words = self.tr("Region of picture %1") if passage.picture else ""
            words = words or self.tr("Region on page %1")
            number = int(passage.rectangles[0][0])
            name = str(number) if passage.picture else tab.view.names.of(number)
            statement = words.replace("%1", name)
        action = AddClaim(statement, (passage,))
        with self._shell.workspace.one_moment():
            if not self._shell.do(action, self.tr("add claim")):
                return False
            tab.view.select(None)
            self._shell.select(action.id)
        # Where its server is gone by now there is no form of it.
        return self._shell.selection == action.id

    def add_passage(self, tab: DocumentTab) -> None:
        """Add the selected words to the claim that is open."""
        if tab.selection is None or not self._shell.selection:
            return
        action = AddHighlight(self._shell.selection, tab.passage(tab.selection))
        if self._shell.do(action, self.tr("add passage")):
            tab.view.select(None)
