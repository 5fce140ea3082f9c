"""What others propose to change about a claim, to accept or reject."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from verifier.ui.inspector.data import ClaimData
from verifier.ui.proposed import ProposedChange
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import Section, clear_layout, column


class Proposals(QWidget):
    """The changes that wait for a decision; out of sight where there are none."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._shown: tuple[object, ...] = ()
        self.changes: list[ProposedChange] = []
        self._section = Section(self.tr("PROPOSED CHANGES"))
        self._list = column(spacing=METRICS.space_l)
        self._section.body.addLayout(self._list)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._section)

    def show_claim(self, data: ClaimData) -> None:
        """Show what is proposed about a claim."""
        self.setVisible(bool(data.proposals))
        wanted = (self._shell.theme.tokens.dark, data.row.id, *data.proposals)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear_layout(self._list)
        self.changes = [ProposedChange(self._shell, each) for each in data.proposals]
        for change in self.changes:
            self._list.addWidget(change)
        self._section.name(f"{self.tr('PROPOSED CHANGES')} · {len(data.proposals)}")
