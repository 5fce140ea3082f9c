"""What people remark on a claim, and the field to remark something."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from verifier.actions.reviews import AddComment
from verifier.ui.inspector.data import ClaimData
from verifier.ui.inspector.remark import Remark
from verifier.ui.leading_edge import LeadingEdge
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import Section, asks_to_save, column, holds_focus, push_button, row


class Comments(QWidget):
    """The remarks on a claim, oldest first. What is not sent yet waits for its claim."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._claim_id = ""
        self._waiting: dict[str, str] = {}
        self._remarks: dict[str, Remark] = {}
        """Those that are shown, by the ids of the comments."""
        self._section = Section(self.tr("COMMENTS"))
        self._list = column(spacing=METRICS.space_m)
        self.field = QPlainTextEdit()
        LeadingEdge(self.field)
        self.field.setAccessibleName(self.tr("New comment"))
        self.field.setPlaceholderText(self.tr("Write a comment; Ctrl+Return sends it"))
        self.field.setFixedHeight(56)
        self.field.setTabChangesFocus(True)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._typed)
        self.send = push_button(self.tr("Comment"))
        self.send.clicked.connect(self._send)
        bottom = row()
        bottom.addStretch()
        bottom.addWidget(self.send)
        self._section.body.addLayout(self._list)
        self._section.body.addWidget(self.field)
        self._section.body.addLayout(bottom)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._section)
        self._typed()

    @property
    def unsent(self) -> dict[str, str]:
        """What was written and not sent, by the id of its claim."""
        written = {**self._waiting, self._claim_id: self.field.toPlainText()}
        return {claim_id: text for claim_id, text in written.items() if claim_id and text.strip()}

    def wait_with(self, unsent: Mapping[str, str]) -> None:
        """Have what was not sent when the case was closed wait for its claims again."""
        self._claim_id = ""
        self.field.clear()
        self._waiting = dict(unsent)

    def show_claim(self, data: ClaimData) -> None:
        """Show the remarks on a claim."""
        if data.row.id != self._claim_id:
            self._waiting[self._claim_id] = self.field.toPlainText()
            self._claim_id = data.row.id
            self.field.setPlainText(self._waiting.pop(data.row.id, ""))
        for comment_id in self._remarks.keys() - {comment.id for comment in data.comments}:
            self._drop(self._remarks.pop(comment_id), data.row.id)
        for at, comment in enumerate(data.comments):
            remark = self._remarks.get(comment.id)
            if remark is None:
                remark = self._remarks[comment.id] = Remark(comment, self._shell)
                self._list.insertWidget(at, remark)
            else:
                remark.show_comment(comment)
        title = self.tr("COMMENTS")
        self._section.name(f"{title} · {len(data.comments)}" if data.comments else title)

    def _drop(self, remark: Remark, claim_id: str) -> None:
        """It is another claim's, or withdrawn: then the keyboard stays among the comments."""
        self._shell.drafts.abandon(remark)
        if holds_focus(remark) and remark.comment.claim_id == claim_id:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._list.removeWidget(remark)
        remark.hide()
        remark.deleteLater()

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """The remarks that are shown, oldest first."""
        return tuple(sorted(self._remarks.values(), key=self._list.indexOf))

    @property
    def own(self) -> Remark | None:
        """The last remark of whoever works here."""
        return next((each for each in reversed(self.remarks) if each.is_own), None)

    @Slot()
    def _typed(self) -> None:
        self.send.setEnabled(bool(self.field.toPlainText().strip()))

    @Slot()
    def _send(self) -> None:
        text = self.field.toPlainText()
        if text.strip() and self._shell.do(
            AddComment(self._claim_id, text), self.tr("add comment")
        ):
            self.field.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Return sends what is written."""
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and asks_to_save(event)
        ):
            self._send()
            return True
        return super().eventFilter(watched, event)
