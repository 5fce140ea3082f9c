"""What the window has to say, above its content and in nobody's way: no dialog to click away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from verifier.errors import VerifierError
from verifier.ui.icons import icon
from verifier.ui.told import told_error

AT_MOST = 4
SHOWN_MS = 8000


class NoticeKind(StrEnum):
    """How much it matters."""

    DONE = "done"
    HINT = "hint"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True)
class Notice:
    """A sentence or two, and perhaps something to do about it."""

    kind: NoticeKind
    text: str
    action: str = ""
    act: Callable[[], None] | None = None
    others: tuple[tuple[str, Callable[[], None]], ...] = ()
    """Other things that can be done about it instead."""

    @property
    def stays(self) -> bool:
        """Whether it waits to be read: what went wrong does."""
        return self.kind in (NoticeKind.PROBLEM, NoticeKind.WARNING) or self.act is not None


def problem(error: VerifierError) -> Notice:
    """What a person can mend, in the language of the window."""
    return Notice(NoticeKind.PROBLEM, told_error(error))


_ICONS = {
    NoticeKind.DONE: "circle-check",
    NoticeKind.HINT: "info",
    NoticeKind.WARNING: "triangle-alert",
    NoticeKind.PROBLEM: "circle-alert",
}


class NoticeArea(QWidget):
    """The newest notices, one below the other; empty and without height when all is well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._cards: list[NoticeCard] = []
        self.setVisible(False)

    @property
    def texts(self) -> list[str]:
        """What is shown, oldest first."""
        return [card.notice.text for card in self._cards]

    @Slot(object)
    def tell(self, notice: Notice) -> None:
        """Show a notice; the same words twice are shown once."""
        for card in [card for card in self._cards if card.notice.text == notice.text]:
            self._drop(card)
        for card in self._cards[: 1 - AT_MOST]:
            self._drop(card)
        card = NoticeCard(notice, self)
        card.closed.connect(self._close_sender)
        self._rows.addWidget(card)
        self._cards.append(card)
        self.setVisible(True)

    def clear(self) -> None:
        """Take all of them away."""
        for card in list(self._cards):
            self._drop(card)

    @Slot()
    def _close_sender(self) -> None:
        card = self.sender()
        if isinstance(card, NoticeCard) and card in self._cards:
            self._drop(card)

    def _drop(self, card: NoticeCard) -> None:
        card.retire()
        self._rows.removeWidget(card)
        self._cards.remove(card)
        card.hide()
        card.deleteLater()
        self.setVisible(bool(self._cards))


class NoticeCard(QFrame):
    """One notice with its button to close."""

    closed = Signal()

    def __init__(self, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = notice
        self._acts: dict[QPushButton, Callable[[], None]] = {}
        self.setProperty("panel", "notice")
        self.setProperty("notice", notice.kind.value)
        self.setAccessibleName(notice.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(8)
        sign = QLabel()
        sign.setPixmap(icon(_ICONS[notice.kind]).pixmap(16, 16))
        row.addWidget(sign)
        row.addWidget(self._words())
        acts = ((notice.action, notice.act), *notice.others)
        for words, act in acts:
            if act is not None:
                row.addWidget(self._button(words, act))
        row.addWidget(self._cross())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.closed)
        if not notice.stays:
            self._timer.start(SHOWN_MS)

    def retire(self) -> None:
        """It goes: nothing may happen any more."""
        self._timer.stop()

    def _words(self) -> QLabel:
        words = QLabel(self.notice.text)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return words

    def _button(self, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("kind", "quiet")
        self._acts[button] = act
        button.clicked.connect(self._act)
        return button

    def _cross(self) -> QToolButton:
        cross = QToolButton()
        cross.setIcon(icon("x"))
        cross.setToolTip(self.tr("Close this notice"))
        cross.setAccessibleName(self.tr("Close this notice"))
        cross.clicked.connect(self.closed)
        return cross

    @Slot()
    def _act(self) -> None:
        button = self.sender()
        act = self._acts.get(button) if isinstance(button, QPushButton) else None
        self.closed.emit()
        if act is not None:
            act()
