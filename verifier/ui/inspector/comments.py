"""What people remark on a claim, and the field to remark something."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from verifier.actions.reviews import AddComment, ResolveComment
from verifier.queries.reviews import CommentRow
from verifier.ui.inspector.data import ClaimData
from verifier.ui.leading_edge import LeadingEdge
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import (
    Section,
    asks_to_save,
    clear_layout,
    column,
    label,
    push_button,
    row,
    tool_button,
)
from verifier.ui.words import moment


class Comments(QWidget):
    """The remarks on a claim, oldest first. What is not sent yet waits for its claim."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._claim_id = ""
        self._waiting: dict[str, str] = {}
        self._shown: tuple[object, ...] = ()
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
        wanted = (self._shell.theme.tokens.dark, data.row.id, *data.comments)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear_layout(self._list)
        for comment in data.comments:
            self._list.addWidget(self._remark(comment))
        title = self.tr("COMMENTS")
        self._section.name(f"{title} · {len(data.comments)}" if data.comments else title)

    def _remark(self, comment: CommentRow) -> QWidget:
        remark = QWidget()
        words = column(spacing=2)
        who = label(comment.person)
        bold = QFont(who.font())
        bold.setWeight(QFont.Weight.DemiBold)
        who.setFont(bold)
        top = row(who, label(moment(comment.at), "muted"))
        top.addStretch()
        if comment.parent_id is None:
            top.addWidget(self._resolver(comment))
        words.addLayout(top)
        text = label(comment.text, "muted" if comment.resolved_at else "", wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.addWidget(text)
        line = row(Avatar(comment.initials, self._shell))
        line.setAlignment(Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        remark.setLayout(line)
        return remark

    def _resolver(self, comment: CommentRow) -> QWidget:
        is_open = comment.resolved_at is None
        tip = self.tr("Mark as settled") if is_open else self.tr("Open again")
        button = tool_button("check" if is_open else "rotate-ccw", tip)
        button.setProperty("comment", comment.id)
        button.setProperty("settles", is_open)
        button.clicked.connect(self._resolve)
        return button

    @Slot()
    def _resolve(self) -> None:
        button = self.sender()
        wanted = bool(button.property("settles"))
        text = self.tr("settle comment") if wanted else self.tr("open comment again")
        self._shell.do(ResolveComment(str(button.property("comment")), wanted), text)

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


class Avatar(QWidget):
    """A person's initials in a circle."""

    def __init__(self, initials: str, shell: Shell) -> None:
        super().__init__()
        self._initials = initials
        self._shell = shell
        self.setFixedSize(QSize(28, 28))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw it."""
        tokens = self._shell.theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.selection))
        painter.drawEllipse(QRectF(self.rect()))
        font = QFont(self.font())
        font.setPixelSize(METRICS.label)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(tokens.accent))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._initials)
        painter.end()
