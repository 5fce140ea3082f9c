"""The foot of the inspector: what is still wanting, and the step that comes next in the review."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout

from verifier.actions.reviews import ReviewClaim
from verifier.queries.rules import Breach
from verifier.states import ClaimStatus, Decision, Role
from verifier.ui.inspector.data import ClaimData
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.told import told
from verifier.ui.widgets import label, push_button, row

EDITORS = (Role.EDITOR, Role.OWNER)
LOCKED = (ClaimStatus.APPROVED, ClaimStatus.PUBLISHED)
SHOWN = 3


class ReviewBar(QFrame):
    """Buttons to submit, to ask for changes, to approve, to reopen; with the broken house rules."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._claim: ClaimData | None = None
        self._waiting: dict[str, str] = {}
        """What is to change, written and not sent, by the id of its claim."""
        shell.closed.connect(self._forget)
        self.setProperty("panel", "foot")
        self.wanting = label("", "warning", wrap=True)
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("What is to change? Return sends it"))
        self.words.setAccessibleName(self.tr("What is to change"))
        self.words.returnPressed.connect(self.request_changes)
        self.submit = self._button(self.tr("Submit for review"), self._submit, "primary")
        self.ask = self._button(self.tr("Request changes"), self._ask)
        self.approve = self._button(self.tr("Approve"), self._approve, "primary")
        self.reopen = self._button(self.tr("Reopen"), self._reopen)
        self._waits = label(self.tr("Waits for an editor."), "muted")
        buttons = row(self._waits, self.reopen, self.ask, self.submit, self.approve)
        buttons.setStretch(4, 1)
        buttons.setStretch(3, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 8, 16, 10)
        whole.setSpacing(METRICS.space_s)
        whole.addWidget(self.wanting)
        whole.addWidget(self.words)
        whole.addLayout(buttons)

    def _button(self, text: str, act: Callable[[], None], kind: str = "") -> QPushButton:
        made = push_button(text, kind)
        made.clicked.connect(act)
        return made

    def show_claim(self, data: ClaimData) -> None:
        """Offer what makes sense for the claim as it stands."""
        if self._claim is None or self._claim.row.id != data.row.id:
            self._change_words(data.row.id)
        self._claim = data
        status = ClaimStatus(data.row.status)
        edits = self._shell.actor.role in EDITORS
        waits = status is ClaimStatus.READY_FOR_REVIEW
        locked = status in LOCKED
        self.submit.setVisible(not waits and not locked)
        self.submit.setEnabled(data.current is not None)
        self.ask.setVisible(waits and edits)
        self.approve.setVisible(waits and edits)
        self.reopen.setVisible(locked and edits)
        self._waits.setVisible(waits and not edits)
        if not waits:
            self.words.hide()
        self._show_wanting(data)

    def _change_words(self, claim_id: str) -> None:
        """Keep what was written about the claim before, and show what waits for this one."""
        if self._claim is not None:
            self._waiting[self._claim.row.id] = self.words.text()
        self.words.setText(self._waiting.pop(claim_id, ""))
        self.words.setVisible(bool(self.words.text()))

    @Slot()
    def _forget(self) -> None:
        """The case is closed."""
        self._claim = None
        self._waiting.clear()
        self.words.clear()

    def _show_wanting(self, data: ClaimData) -> None:
        found: tuple[Breach, ...] = ()
        if not data.is_locked:
            found = data.breaches
        lines = [f"• {told(breach.text)}" for breach in found[:SHOWN]]
        if len(found) > SHOWN:
            lines.append(self.tr("… and %1 more").replace("%1", str(len(found) - SHOWN)))
        self.wanting.setText("\n".join(lines))
        self.wanting.setVisible(bool(lines))

    def _decide(self, decision: Decision, name: str, text: str = "") -> bool:
        if self._claim is None or not self._shell.drafts.settle():
            return False
        return self._shell.do(ReviewClaim(self._claim.row.id, decision, text), name)

    @Slot()
    def _submit(self) -> None:
        self._decide(Decision.SUBMIT, self.tr("submit claim"))

    @Slot()
    def _approve(self) -> None:
        self._decide(Decision.APPROVE, self.tr("approve claim"))

    @Slot()
    def _reopen(self) -> None:
        self._decide(Decision.REOPEN, self.tr("reopen claim"))

    @Slot()
    def _ask(self) -> None:
        self.words.show()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def request_changes(self) -> None:
        """Send the claim back with words."""
        asked = self._decide(
            Decision.REQUEST_CHANGES, self.tr("request changes"), self.words.text()
        )
        if asked:
            self.words.clear()
            self.words.hide()
