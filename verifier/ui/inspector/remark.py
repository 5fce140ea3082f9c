"""One remark on a claim: who, when and what; whoever wrote it can reword it and take it back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from verifier.actions.reviews import EditComment, ResolveComment, WithdrawComment
from verifier.queries.reviews import CommentRow
from verifier.ui.drafts import DraftText
from verifier.ui.icons import icon
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.turns import next_turn
from verifier.ui.widgets import asks_to_save, column, label, row, tool_button
from verifier.ui.words import moment

FIELD_HEIGHT = 76
NO_LEAVING = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})
"""Why the keyboard is elsewhere for a moment, though the person is still in the field."""


class Remark(QWidget):
    """Shows a remark, and follows it as it changes."""

    def __init__(self, comment: CommentRow, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.comment = comment
        self.field: DraftText | None = None
        """Where it is being reworded."""
        self._avatar = Avatar(comment.initials, shell)
        self._when = label(role="muted")
        self._edited = label(self.tr("edited"), "muted")
        self.text = label(wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.settle = tool_button("check", "")
        self.settle.clicked.connect(self._resolve)
        self.more = self._make_more()
        self._words = column(spacing=2)
        self._build()
        self.show_comment(comment)

    def _make_more(self) -> QToolButton:
        """What its author can do with it."""
        more = tool_button("ellipsis", self.tr("Edit or withdraw this comment"))
        menu = QMenu(more)
        edit = menu.addAction(icon("pencil"), self.tr("Edit"))
        withdraw = menu.addAction(icon("trash-2"), self.tr("Withdraw"))
        edit.triggered.connect(self.begin)
        withdraw.triggered.connect(self.withdraw)
        more.setMenu(menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return more

    def _build(self) -> None:
        who = label(self.comment.person)
        bold = QFont(who.font())
        bold.setWeight(QFont.Weight.DemiBold)
        who.setFont(bold)
        top = row(who, self._when)
        top.addStretch()
        top.addWidget(self.more)
        top.addWidget(self.settle)
        self._words.addLayout(top)
        self._words.addWidget(self.text)
        self._words.addWidget(self._edited)
        line = row(self._avatar)
        line.setAlignment(Qt.AlignmentFlag.AlignTop)
        line.addLayout(self._words, 1)
        self.setLayout(line)

    @property
    def is_own(self) -> bool:
        """Whether whoever works here wrote it."""
        return self.comment.person_id == self._shell.actor.id

    def show_comment(self, comment: CommentRow) -> None:
        """Show how it is now; what is being typed in it stays."""
        self.comment = comment
        is_open = comment.resolved_at is None
        self._when.setText(moment(comment.at))
        self._edited.setVisible(comment.edited)
        self._say(comment.text, muted=not is_open)
        self.more.setVisible(self.is_own)
        self.more.setAccessibleDescription(comment.text)
        tip = self.tr("Mark as settled") if is_open else self.tr("Open again")
        self.settle.setIcon(icon("check" if is_open else "rotate-ccw"))
        self.settle.setToolTip(tip)
        self.settle.setAccessibleName(tip)
        self.settle.setVisible(comment.parent_id is None)
        self._avatar.update()
        if self.field is not None:
            self.field.show_text(comment.text)

    def _say(self, text: str, *, muted: bool) -> None:
        self.text.setText(text)
        role = "muted" if muted else ""
        if self.text.property("role") != role:
            self.text.setProperty("role", role)
            self.text.style().unpolish(self.text)
            self.text.style().polish(self.text)

    # Its author's doings

    @Slot()
    def begin(self) -> None:
        """Have it reworded in its place; it saves itself like every field."""
        if self.field is None:
            self.field = DraftText(self._shell.drafts, self._save, self)
            self.field.setAccessibleName(self.tr("Your comment"))
            self.field.setToolTip(self.tr("Ctrl+Return or Escape when you are done"))
            self.field.setFixedHeight(FIELD_HEIGHT)
            self.field.show_text(self.comment.text, force=True)
            self.field.moveCursor(QTextCursor.MoveOperation.End)
            self.field.installEventFilter(self)
            self._words.replaceWidget(self.text, self.field)
            self.text.hide()
            self.field.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _save(self, text: str) -> bool:
        action = EditComment(self.comment.id, text)
        return self._shell.do(action, self.tr("edit comment"), merge=f"comment:{self.comment.id}")

    @Slot()
    def withdraw(self) -> None:
        """Take it back; undo brings it again."""
        self._shell.do(WithdrawComment(self.comment.id), self.tr("withdraw comment"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Return and Escape end the rewording, and so does leaving the field."""
        if watched is not self.field:
            return super().eventFilter(watched, event)
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if asks_to_save(event):
                self._end(self.more)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._end(self.more, give_up=True)
                return True
        if (
            isinstance(event, QFocusEvent)
            and event.type() is QEvent.Type.FocusOut
            and event.reason() not in NO_LEAVING
        ):
            next_turn(self, self._end_behind)
        return False

    @Slot()
    def _end_behind(self) -> None:
        """The keyboard has gone elsewhere by itself."""
        if self.field is not None and not self.field.hasFocus():
            self._end(None)

    def _end(self, then: QWidget | None, *, give_up: bool = False) -> None:
        """Show the words again, once they are saved; who gives up an empty field has the old."""
        field = self.field
        if field is None:
            return
        is_given_up = give_up and not field.toPlainText().strip()
        if not (is_given_up or self._shell.drafts.settle(self)):
            return
        self._shell.drafts.abandon(self)
        self.field = None
        if then is not None:
            then.setFocus(Qt.FocusReason.OtherFocusReason)
        self._words.replaceWidget(field, self.text)
        self.text.show()
        field.hide()
        field.deleteLater()

    @Slot()
    def _resolve(self) -> None:
        wanted = self.comment.resolved_at is None
        text = self.tr("settle comment") if wanted else self.tr("open comment again")
        self._shell.do(ResolveComment(self.comment.id, wanted), text)


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
