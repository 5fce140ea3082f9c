"""Every proposed change of the case that waits for a decision, in one list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from verifier.actions.base import Action, Batch, Change
from verifier.actions.proposals import AcceptProposal
from verifier.queries.proposals import proposals
from verifier.states import ProposedField
from verifier.ui.proposed import ProposedChange
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import clear_layout, column, label, push_button, resize_in_room, row

SIZE = (720, 600)


class ProposalsDialog(QDialog):
    """Shows them by claim; each is accepted or rejected by itself, or all are accepted at once."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.changes: list[ProposedChange] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Proposed changes"))
        resize_in_room(self, *SIZE)
        self._list = column(margin=METRICS.space_l, spacing=METRICS.space_l)
        inner = QWidget()
        inner.setLayout(self._list)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.accept_all = push_button(self.tr("Accept all"))
        self.close_button = push_button(self.tr("Close"), "primary")
        self.accept_all.clicked.connect(self._accept_all)
        self.close_button.clicked.connect(self.close)
        buttons = row(self.accept_all, self.close_button)
        buttons.insertStretch(1)
        buttons.setContentsMargins(16, 16, 16, 16)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addLayout(buttons)
        shell.changed.connect(self._follow)
        shell.closing.connect(self.close)
        self._read()

    @Slot(object)
    def _follow(self, change: Change) -> None:
        if change.kinds & {"Proposal", "Claim", "Person"}:
            self._read()

    def _read(self) -> None:
        rows = self._shell.read(proposals, only_open=True)
        clear_layout(self._list)
        self.changes = [ProposedChange(self._shell, each, names_claim=True) for each in rows]
        for change in self.changes:
            self._list.addWidget(change)
        if not rows:
            words = self.tr("No proposed change waits for a decision. They come from a Word file "
                            "that an editor changed: File > Take back a Word report.")  # fmt: skip
            self._list.addWidget(label(words, "muted", wrap=True))
        self._list.addStretch()
        self.accept_all.setEnabled(any(self._is_a_field(change) for change in self.changes))

    def _is_a_field(self, change: ProposedChange) -> bool:
        """Whether accepting does what is proposed; elsewhere it is done by hand."""
        return change.proposal.field != ProposedField.ELSEWHERE

    @Slot()
    def _accept_all(self) -> None:
        wanted: tuple[Action, ...] = tuple(
            AcceptProposal(each.proposal.id) for each in self.changes if self._is_a_field(each)
        )
        if self._shell.drafts.settle():
            text = self.tr("accept all changes")
            self._shell.do_beside(Batch("accept all changes", wanted), text)
