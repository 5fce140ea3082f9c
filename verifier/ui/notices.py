"""What the window has to say, in nobody's way: no dialog to click away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from verifier.errors import VerifierError
from verifier.ui.announcing import announce
from verifier.ui.icons import icon
from verifier.ui.told import told_error

AT_MOST = 4
"""Notices at once, unless more than that went wrong."""
SHOWN_MS = 8000
HIGHEST = 220
"""Pixels that notices take from the content at most."""
PASSING_WIDTH = 560
EDGE = 16
BELOW = 48
"""Pixels between the lower edge of the window and what passes: the status bar stays free."""


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


class Notices(QObject):
    """What waits to be read stands above the content; what passes lies over its lower edge."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.waiting = WaitingNotices()
        self.passing = PassingNotices(window)

    @property
    def cards(self) -> list[NoticeCard]:
        """What is shown, oldest first, what passes last."""
        return [*self.waiting.cards, *self.passing.cards]

    @property
    def texts(self) -> list[str]:
        """Their words."""
        return [card.notice.text for card in self.cards]

    @Slot(object)
    def tell(self, notice: Notice) -> None:
        """Show a notice; the same words twice are shown once."""
        self.forget(notice.text)
        place = self.waiting if notice.stays else self.passing
        place.show_card(NoticeCard(notice))
        announce(place, notice.text, urgent=notice.kind is NoticeKind.PROBLEM)

    @Slot(str)
    def forget(self, text: str) -> None:
        """Take away what says just this: it is not true any more."""
        for place in (self.waiting, self.passing):
            place.forget(text)

    def clear(self) -> None:
        """Take all of them away."""
        self.waiting.clear()
        self.passing.clear()


class _Cards(QWidget):
    """Cards one below the other; without any it is hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[NoticeCard] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.hide()

    def show_card(self, card: NoticeCard) -> None:
        """Add one below the others."""
        while len(self.cards) >= AT_MOST and (least := self._least()) is not None:
            self._drop(least)
        card.closed.connect(self._close_sender)
        self._rows.addWidget(card)
        self.cards.append(card)
        self.setVisible(True)

    def forget(self, text: str) -> None:
        """Take away what says just this."""
        for card in [card for card in self.cards if card.notice.text == text]:
            self._drop(card)

    def clear(self) -> None:
        """Take all of them away."""
        for card in list(self.cards):
            self._drop(card)

    def _least(self) -> NoticeCard | None:
        """Which card makes room first: the oldest, but none that tells what went wrong."""
        mild = [card for card in self.cards if card.notice.kind is not NoticeKind.PROBLEM]
        return mild[0] if mild else None

    @Slot()
    def _close_sender(self) -> None:
        card = self.sender()
        if isinstance(card, NoticeCard) and card in self.cards:
            self._drop(card)

    def _drop(self, card: NoticeCard) -> None:
        card.retire()
        self._rows.removeWidget(card)
        self.cards.remove(card)
        card.hide()
        card.deleteLater()
        self.setVisible(bool(self.cards))


class WaitingNotices(QScrollArea):
    """As high as its cards, up to a quarter of a usual window; from there on it scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self._inner = _Cards()
        self._inner.installEventFilter(self)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()

    @property
    def cards(self) -> list[NoticeCard]:
        """What is shown, oldest first."""
        return self._inner.cards

    def show_card(self, card: NoticeCard) -> None:
        """Add one and bring it into view."""
        self._inner.show_card(card)
        self._fit()
        self.ensureWidgetVisible(card)

    def forget(self, text: str) -> None:
        """Take away what says just this."""
        self._inner.forget(text)

    def clear(self) -> None:
        """Take all of them away."""
        self._inner.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the cards in height."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.HideToParent):
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that wrap need more or less height."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        layout = self._inner.layout()
        height = layout.heightForWidth(self.width()) if layout is not None else 0
        self.setFixedHeight(min(max(height, 0), HIGHEST))
        self.setVisible(bool(self.cards))


class PassingNotices(_Cards):
    """They come and go by themselves, and nothing under the mouse moves for them."""

    def show_card(self, card: NoticeCard) -> None:
        """Add one, above all else."""
        super().show_card(card)
        self.place()
        self.raise_()

    def event(self, event: QEvent) -> bool:
        """A card that is shown now, or gone, changes how high they are together."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.place()
        return super().event(event)

    def _drop(self, card: NoticeCard) -> None:
        super()._drop(card)
        self.place()

    def place(self) -> None:
        """Stay at the lower edge of the window, whatever its size is now."""
        around = self.parentWidget()
        layout = self.layout()
        if around is None or layout is None or not self.cards:
            return
        width = min(PASSING_WIDTH, around.width() - 2 * EDGE)
        height = layout.heightForWidth(width)
        self.setGeometry(
            (around.width() - width) // 2, around.height() - height - BELOW, width, height
        )


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
