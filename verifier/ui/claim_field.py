"""A field in which a claim is named: by its number, or by a few of its words."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from verifier.ui.shell import Shell

SHOWN = 12


class ClaimField(QLineEdit):
    """Offers the claims that fit what is typed; knows which one is meant."""

    def __init__(self, shell: Shell, name: str) -> None:
        super().__init__()
        self._shell = shell
        self._without = ""
        self._titles = QStringListModel(self)
        self._completer = QCompleter(self._titles, self)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setMaxVisibleItems(SHOWN)
        self.setCompleter(self._completer)
        self.setAccessibleName(name)
        self.setPlaceholderText(self.tr("C12, or words of the claim"))

    def leave_out(self, claim_id: str) -> None:
        """This claim is not meant: it is the one that is looked at."""
        self._without = claim_id

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Offer the claims there are now."""
        self._titles.setStringList(
            [
                f"{line.claim.label}  {' '.join(line.claim.statement.split())}"
                for line in self._shell.claims.ordered
                if line.claim.id != self._without
            ]
        )
        super().focusInEvent(event)

    def claim_id(self) -> str:
        """The claim that is meant; empty where none is, or several are."""
        words = self.text().strip()
        if not words:
            return ""
        label, statement = words.split()[0].upper(), " ".join(words.split()).casefold()
        others = [line for line in self._shell.claims.ordered if line.claim.id != self._without]
        named = [line for line in others if label in (line.claim.label, str(line.claim.number))]
        found = named or [
            line
            for line in others
            if statement in " ".join(line.claim.statement.split()).casefold()
        ]
        return found[0].claim.id if len(found) == 1 else ""
