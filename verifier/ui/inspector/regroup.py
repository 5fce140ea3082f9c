"""Splitting a claim into two, and making it one with others; in place, no dialog."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from verifier.actions.splitting import MergeClaims, SplitClaim
from verifier.ui.claim_field import ClaimField
from verifier.ui.inspector.data import ClaimData
from verifier.ui.leading_edge import LeadingEdge
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import clear_layout, column, frame, label, push_button, row

LONGEST = 30


class Regroup(QWidget):
    """Hidden until a claim is to be split or merged."""

    left = Signal()
    """The person gave it up."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._data: ClaimData | None = None
        self._split, self._merge = frame("card"), frame("card")
        self.statement = QPlainTextEdit()
        LeadingEdge(self.statement)
        self.statement.setAccessibleName(self.tr("Statement of the new claim"))
        self.statement.setPlaceholderText(self.tr("What the claim also says, as a sentence"))
        self.statement.setTabChangesFocus(True)
        self.statement.setFixedHeight(64)
        self._choices = column(spacing=METRICS.space_xs)
        self.split = push_button(self.tr("Split"), "primary")
        self.other = ClaimField(shell, self.tr("The claim that becomes one with this"))
        self.merge = push_button(self.tr("Merge"), "primary")
        self._passages: list[tuple[str, QCheckBox]] = []
        self._citations: list[tuple[str, QCheckBox]] = []
        self._build()
        self.leave()

    def _build(self) -> None:
        self.split.clicked.connect(self._do_split)
        self.merge.clicked.connect(self._do_merge)
        self.other.returnPressed.connect(self._do_merge)
        inner = QVBoxLayout(self._split)
        inner.setContentsMargins(10, 10, 10, 10)
        inner.addWidget(label(self.tr("Split this claim"), "title"))
        inner.addWidget(self.statement)
        inner.addLayout(self._choices)
        inner.addLayout(row(self._cancel(), self.split))
        inner = QVBoxLayout(self._merge)
        inner.setContentsMargins(10, 10, 10, 10)
        inner.addWidget(label(self.tr("Merge another claim into this one"), "title"))
        words = self.tr(
            "Its passages, sources and comments move here; its ratings stay with it, withdrawn."
        )
        inner.addWidget(label(words, "muted", wrap=True))
        inner.addWidget(self.other)
        inner.addLayout(row(self._cancel(), self.merge))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._split)
        whole.addWidget(self._merge)

    def _cancel(self) -> QWidget:
        made = push_button(self.tr("Cancel"))
        made.clicked.connect(self._give_up)
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up: no field in here has a use for it."""
        if event.key() == Qt.Key.Key_Escape:
            self._give_up()
        else:
            super().keyPressEvent(event)

    def show_claim(self, data: ClaimData) -> None:
        """Another claim is looked at: nothing is split or merged any more."""
        if self._data is None or self._data.row.id != data.row.id:
            self.leave()
        self._data = data
        self.other.leave_out(data.row.id)

    @Slot()
    def _give_up(self) -> None:
        """Leave it, before the keyboard goes to whatever stands next: the button to withdraw."""
        self.left.emit()
        self.leave()

    def leave(self) -> None:
        """Ask nothing any more."""
        self.hide()
        self._split.hide()
        self._merge.hide()
        self.statement.clear()
        self.other.clear()

    def begin_split(self) -> None:
        """Ask for the new claim's statement, and what goes with it."""
        if self._data is None:
            return
        self.leave()
        clear_layout(self._choices)
        self._choices.addWidget(label(self.tr("Goes along with the new claim:"), "muted"))
        said = self._data.running.said
        self._passages = [
            (each.id, self._choice(f"“{said(each)}”")) for each in self._data.highlights
        ]
        sources = self._data.source_of
        self._citations = []
        for citation in self._data.citations:
            source = sources(citation)
            title = (source.title or source.publisher) if source is not None else said(citation)
            self._citations.append((citation.id, self._choice(title)))
        self.show()
        self._split.show()
        self.statement.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choice(self, words: str) -> QCheckBox:
        made = QCheckBox(_short(words).replace("&", "&&"))
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        made.setToolTip(words)
        self._choices.addWidget(made)
        return made

    def begin_merge(self) -> None:
        """Ask which claim becomes one with this."""
        if self._data is not None:
            self.leave()
            self.show()
            self._merge.show()
            self.other.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _do_split(self) -> None:
        if self._data is None or not self._shell.drafts.settle():
            return
        action = SplitClaim(
            self._data.row.id,
            self.statement.toPlainText(),
            tuple(each for each, box in self._passages if box.isChecked()),
            tuple(each for each, box in self._citations if box.isChecked()),
        )
        if self._shell.do(action, self.tr("split claim")):
            self.leave()
            self._shell.select(action.id)

    @Slot()
    def _do_merge(self) -> None:
        if self._data is None or not self._shell.drafts.settle():
            return
        survivor, other = self._data.row.id, self.other.claim_id()
        if other:
            action, leave = MergeClaims(survivor, (other,)), partial(self._leave_claim, survivor)
            self._shell.do_beside(action, self.tr("merge claims"), leave)
        else:
            self._shell.tell_hint(
                self.tr("Name one other claim: its number, such as C12, or some of its words.")
            )

    def _leave_claim(self, claim_id: str) -> None:
        """End what was asked about a claim, unless another is looked at by now."""
        if self._data is not None and self._data.row.id == claim_id:
            self.leave()


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
