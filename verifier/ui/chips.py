"""Chips: a sign and a few words on a coloured ground, drawn anywhere."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from verifier.ui.icons import draw_icon, has_icon
from verifier.ui.looks import Chip
from verifier.ui.widgets import LEADING

CHIP_HEIGHT = 22
CHIP_PADDING = 8
CHIP_SIGN = 14


def chip_width(chip: Chip, metrics: QFontMetrics) -> int:
    """How wide a chip is drawn."""
    return metrics.horizontalAdvance(chip.text) + 2 * CHIP_PADDING + CHIP_SIGN + 4


def draw_chip(painter: QPainter, rect: QRectF, chip: Chip) -> None:
    """Paint a chip into a rectangle; a text that is too long is cut with an ellipsis."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(chip.ground))
    radius = rect.height() / 2
    painter.drawRoundedRect(rect, radius, radius)
    mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
    inner = rect.adjusted(CHIP_PADDING, 0, -CHIP_PADDING, 0)
    left = inner.right() - CHIP_SIGN if mirrored else inner.left()
    sign = QRectF(left, rect.center().y() - CHIP_SIGN / 2, CHIP_SIGN, CHIP_SIGN)
    draw_sign(painter, sign, chip)
    painter.setPen(QColor(chip.ink))
    room = CHIP_SIGN + 4
    words = inner.adjusted(0, 0, -room, 0) if mirrored else inner.adjusted(room, 0, 0, 0)
    metrics = painter.fontMetrics()
    text = metrics.elidedText(chip.text, Qt.TextElideMode.ElideRight, int(words.width()) + 1)
    painter.drawText(words, LEADING, text)
    painter.restore()


def draw_sign(painter: QPainter, rect: QRectF, chip: Chip) -> None:
    """Paint the sign of a chip alone."""
    if has_icon(chip.icon):
        draw_icon(painter, rect, chip.icon, chip.ink)
    else:
        painter.setPen(QColor(chip.ink))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, chip.sign)


class ChipLabel(QWidget):
    """A chip that stands in a layout."""

    def __init__(self, chip: Chip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chip = chip
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(chip.text)

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return QSize(chip_width(self._chip, self.fontMetrics()) + 1, CHIP_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """It may be cut, but never to nothing."""
        return QSize(min(60, self.sizeHint().width()), CHIP_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw it."""
        painter = QPainter(self)
        painter.setFont(self.font())
        draw_chip(painter, QRectF(self.rect()), self._chip)
        painter.end()
