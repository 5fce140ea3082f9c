"""The items of the locker as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from verifier.queries.evidence import EvidenceRow
from verifier.ui.evidence.fields import EVIDENCE_KINDS
from verifier.ui.forms.field import CONTEXT, words_of
from verifier.ui.pages_of import title_of
from verifier.ui.panels.claim_lines import Index
from verifier.ui.shell import Shell
from verifier.ui.tables import RowsModel

NAME, STATE, CITED = range(3)
WIDTHS = (220, 84, 52)
MORE = int(Qt.ItemDataRole.UserRole)
"""What stands below the name, smaller."""
FILTERED = "title file_name url collector origin_group note kind".split()


class LockerModel(RowsModel[EvidenceRow]):
    """Items that pass the filter."""

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._all: Sequence[EvidenceRow] = ()
        self._cited: Counter[str] = Counter()
        self._flagged: Collection[str] = ()
        self._words: list[str] = []
        self._kinds = dict(words_of(EVIDENCE_KINDS, CONTEXT))
        self.titles = (self.tr("Item"), self.tr("File"), self.tr("Cited"))

    def show(
        self, rows: Sequence[EvidenceRow], cited: Counter[str], flagged: Collection[str]
    ) -> None:
        """Show these items; `flagged` are not what was put in."""
        self._all, self._cited, self._flagged = rows, cited, flagged
        self._arrange()

    def filter(self, text: str) -> None:
        """Only those with all the words."""
        self._words = text.casefold().split()
        self._arrange()

    def _arrange(self) -> None:
        passing = [row for row in self._all if self._passes(row)] if self._words else self._all
        self.show_rows(passing)

    def _passes(self, row: EvidenceRow) -> bool:
        text = " ".join(getattr(row, name) for name in FILTERED).casefold()
        return all(word in text for word in self._words)

    def cells(self, row: EvidenceRow) -> tuple[str, ...]:
        """Title, whether there is a file and it is whole, how often it is cited."""
        kept = self.tr("kept") if row.blob_sha256 is not None else "–"
        state = self.tr("! changed") if row.id in self._flagged else kept
        title = " ".join(title_of(row).split())
        return (title, state, str(self._cited[row.id] or ""))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a cell, what stands below the name, and the colour of a fault."""
        row = self.rows[index.row()]
        if role == MORE and index.column() == NAME:
            places = (row.file_name, row.url)
            place = next((each for each in places if each and each != title_of(row)), "")
            kind = self._kinds.get(row.kind, row.kind)
            return f"{kind} · {place}" if place else kind
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == STATE:
            flagged = row.id in self._flagged
            tokens = self._shell.theme.tokens
            return QColor(tokens.danger if flagged else tokens.text)
        return super().data(index, role)
