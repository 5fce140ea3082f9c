"""Several answers side by side, of which one is chosen: verdicts, confidence, stances."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from verifier.ui.chips import CHIP_SIGN, draw_sign
from verifier.ui.looks import Chip
from verifier.ui.tokens import METRICS, Tokens
from verifier.ui.widgets import CENTRE, LEADING, clear_layout, two_lines


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several answers: its code, its words, its look when chosen."""

    code: str
    text: str
    tip: str = ""
    chip: Chip | None = None


class ChoiceButton(QPushButton):
    """An answer that can be chosen. Chosen, it wears the colours of its chip and a thick edge."""

    def __init__(self, choice: Choice, tokens: Tokens) -> None:
        super().__init__(choice.text)
        self.choice = choice
        self._tokens = tokens
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setToolTip(choice.tip or choice.text)
        self.setAccessibleName(choice.text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def use(self, tokens: Tokens, chip: Chip | None) -> None:
        """Wear the colours of another theme."""
        self._tokens = tokens
        self.choice = Choice(self.choice.code, self.choice.text, self.choice.tip, chip)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for sign and words."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * 10 + self._room()
        return QSize(width, 34)

    def minimumSizeHint(self) -> QSize:
        """Words may be cut: the tip says them whole."""
        return QSize(44 + self._room(), 34)

    def _room(self) -> int:
        return CHIP_SIGN + 6 if self.choice.chip is not None else 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw edge, sign and words."""
        tokens, chip = self._tokens, self.choice.chip
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink, edge, width = self._colours()
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(ground))
        inset = width / 2 + (2 if self.hasFocus() else 0)
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, METRICS.radius, METRICS.radius)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
            painter.drawRoundedRect(ring, METRICS.radius + 1, METRICS.radius + 1)
        inner = self.rect().adjusted(10, 0, -10, 0)
        if chip is not None:
            inner = self._paint_sign(painter, inner, chip, ink)
        font = self.font()
        font.setBold(False)
        if self.isChecked():
            font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        text = self._fitting(painter, inner.width())
        painter.drawText(inner, LEADING if chip is not None else CENTRE, text)
        painter.end()

    def _fitting(self, painter: QPainter, width: int) -> str:
        """The words in one line, in two smaller ones, or cut."""
        if painter.fontMetrics().horizontalAdvance(self.text()) <= width:
            return self.text()
        font = painter.font()
        font.setPixelSize(METRICS.label)
        painter.setFont(font)
        return two_lines(painter.fontMetrics(), self.text(), width)

    def _paint_sign(self, painter: QPainter, inner: QRect, chip: Chip, ink: str) -> QRect:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = inner.right() - CHIP_SIGN if mirrored else inner.left()
        place = QRectF(QPointF(left, inner.center().y() - CHIP_SIGN / 2 + 0.5), QSize(14, 14))
        colour = ink if self.isChecked() else chip.ink
        draw_sign(painter, place, Chip(chip.text, chip.sign, chip.ground, colour, chip.icon))
        room = CHIP_SIGN + 6
        return inner.adjusted(0, 0, -room, 0) if mirrored else inner.adjusted(room, 0, 0, 0)

    def _colours(self) -> tuple[str, str, str, float]:
        tokens, chip = self._tokens, self.choice.chip
        if not self.isEnabled():
            ground = tokens.selection if self.isChecked() else tokens.window
            return ground, tokens.muted, tokens.border, 1
        if self.isChecked():
            if chip is not None:
                return chip.ground, chip.ink, chip.ink, 2
            return tokens.selection, tokens.text, tokens.accent, 2
        ground = tokens.raised if self.underMouse() else tokens.surface
        return ground, tokens.text, tokens.control, 1


class Choices(QWidget):
    """Several answers of which one, or none, is chosen. Choosing the chosen one takes it back."""

    chosen = Signal(str)
    """The code the person chose; empty when they took it back."""

    def __init__(self, name: str, columns: int, *, may_be_empty: bool = True) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._columns = columns
        self._may_be_empty = may_be_empty
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(METRICS.space_s)
        self._buttons: list[ChoiceButton] = []

    @property
    def buttons(self) -> Sequence[ChoiceButton]:
        """In the order of the answers."""
        return self._buttons

    def offer(self, choices: Sequence[Choice], tokens: Tokens) -> None:
        """Offer these answers; the same ones only change their colours."""
        shown = [(button.choice.code, button.choice.text) for button in self._buttons]
        if shown == [(each.code, each.text) for each in choices]:
            for button, choice in zip(self._buttons, choices, strict=True):
                button.use(tokens, choice.chip)
            return
        clear_layout(self._grid)
        self._buttons = []
        for at, choice in enumerate(choices):
            button = ChoiceButton(choice, tokens)
            button.setAccessibleDescription(self.accessibleName())
            button.clicked.connect(self._click)
            self._grid.addWidget(button, at // self._columns, at % self._columns)
            self._buttons.append(button)
        for at in range(self._columns):
            self._grid.setColumnStretch(at, 1)

    @property
    def code(self) -> str:
        """The chosen code; empty for none."""
        return next((b.choice.code for b in self._buttons if b.isChecked()), "")

    def choose(self, code: str) -> None:
        """Show a code as chosen, without telling anybody."""
        for button in self._buttons:
            button.setChecked(button.choice.code == code)

    @Slot()
    def _click(self) -> None:
        button = self.sender()
        if not isinstance(button, ChoiceButton):
            return
        if not button.isChecked() and not self._may_be_empty:
            button.setChecked(True)
        self.choose(button.choice.code if button.isChecked() else "")
        self.chosen.emit(self.code)
