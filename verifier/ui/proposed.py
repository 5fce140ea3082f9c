"""A proposed change as the window shows it: who, what to, what would go and come, two buttons."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from verifier.actions.proposals import AcceptProposal, RejectProposal
from verifier.queries.proposals import ProposalRow
from verifier.states import ProposedField
from verifier.text.merging import changes
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS, Tokens
from verifier.ui.widgets import column, label, push_button, row
from verifier.ui.words import moment, word

FIELDS: Mapping[str, object] = {
    "statement": QT_TRANSLATE_NOOP("Words", "Statement"),
    "note": QT_TRANSLATE_NOOP("Words", "Note"),
    "reason": QT_TRANSLATE_NOOP("Words", "Reason"),
    "findings": QT_TRANSLATE_NOOP("Words", "What is wrong"),
    "correction": QT_TRANSLATE_NOOP("Words", "How it should read"),
    "assumptions": QT_TRANSLATE_NOOP("Words", "Assumptions"),
    "gaps": QT_TRANSLATE_NOOP("Words", "What is missing"),
    "would_change": QT_TRANSLATE_NOOP("Words", "What would change this"),
    "passage": QT_TRANSLATE_NOOP("Words", "How the passage should read"),
    "elsewhere": QT_TRANSLATE_NOOP("Words", "Elsewhere in the card"),
}
SAME_SHOWN = 60
"""Characters on either side of a change that are shown of what stays."""


def marked_change(row: ProposalRow, tokens: Tokens) -> str:
    """The words as HTML: what would go is struck out, what would come is underlined and bold."""
    looks = {
        "same": "{}",
        "out": f'<s style="color:{tokens.danger}">{{}}</s>',
        "in": f'<u style="color:{tokens.success}"><b>{{}}</b></u>',
    }
    shown = (looks[kind].format(html.escape(words)) for kind, words in stretches(row.old, row.new))
    parts = (html.escape(row.before), *shown, html.escape(row.after))
    return "".join(parts).replace("\n", "<br>")


def plain_change(old: str, new: str) -> str:
    """The same on one line without colours: [−gone−] and [+new+]."""
    looks = {"same": "{}", "out": "[−{}−]", "in": "[+{}+]"}
    return " ".join("".join(looks[kind].format(w) for kind, w in stretches(old, new)).split())


def stretches(old: str, new: str) -> Iterator[tuple[str, str]]:
    """What goes, comes and stays; of long words that stay, what is near a change."""
    found = changes(old, new)
    for place, (kind, words) in enumerate(found):
        alone = len(found) == 1
        if kind != "same" or alone or len(words) <= 2 * SAME_SHOWN + 1:
            yield kind, words
            continue
        head = words[:SAME_SHOWN].rsplit(" ", 1)[0] if place else ""
        tail = words[-SAME_SHOWN:].partition(" ")[2] if place + 1 < len(found) else ""
        yield kind, f"{head} … {tail}" if head else f"… {tail}"


class ProposedChange(QWidget):
    """One proposed change that nobody has decided on."""

    def __init__(self, shell: Shell, proposal: ProposalRow, *, names_claim: bool = False) -> None:
        super().__init__()
        self._shell = shell
        self.proposal = proposal
        target = word(FIELDS, proposal.field)
        title = f"{proposal.claim} · {target}" if names_claim else target
        name = label(title)
        bold = QFont(name.font())
        bold.setWeight(QFont.Weight.DemiBold)
        name.setFont(bold)
        head = row(name)
        head.addStretch()
        self.change = QLabel(marked_change(proposal, shell.theme.tokens))
        self.change.setTextFormat(Qt.TextFormat.RichText)
        self.change.setWordWrap(True)
        self.change.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.change.setAccessibleName(f"{title}: {proposal.old} → {proposal.new}")
        by_hand = proposal.field == ProposedField.ELSEWHERE
        self.accept = push_button(self.tr("Mark as done") if by_hand else self.tr("Accept"))
        self.reject = push_button(self.tr("Reject"))
        for button in (self.accept, self.reject):
            button.setAccessibleDescription(title)
        self.accept.clicked.connect(self._accept)
        self.reject.clicked.connect(self._reject)
        buttons = row(self.accept, self.reject)
        buttons.addStretch()
        whole = column(spacing=METRICS.space_xs)
        whole.addLayout(head)
        whole.addWidget(label(f"{proposal.person} · {moment(proposal.at)}", "muted"))
        whole.addWidget(self.change)
        whole.addLayout(buttons)
        self.setLayout(whole)

    @Slot()
    def _accept(self) -> None:
        if self._shell.drafts.settle():
            self._shell.do(AcceptProposal(self.proposal.id), self.tr("accept change"))

    @Slot()
    def _reject(self) -> None:
        self._shell.do(RejectProposal(self.proposal.id), self.tr("reject change"))
