"""A list to choose from, in the look of the other fields."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QToolTip

from verifier.ui.icons import draw_icon
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import LEADING

EDGE, ARROW = 9, 19
"""Pixels beside the words."""


class Combo(QComboBox):
    """A list to choose from, in the look of the other fields; the wheel does not change it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(30)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turning the wheel scrolls what is around."""
        event.ignore()

    def event(self, event: QEvent) -> bool:
        """What has no room is told by a tip."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            room = self.width() - 2 * EDGE - ARROW
            is_cut = self.fontMetrics().horizontalAdvance(self.currentText()) > room
            if is_cut:
                QToolTip.showText(event.globalPos(), self.currentText(), self)
                return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw edge, words and arrow."""
        palette = self.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        edge = palette.accent().color() if focused else palette.dark().color()
        if not self.isEnabled():
            edge = palette.mid().color()
        width = 2.0 if focused else 1.0
        painter.setPen(QPen(edge, width))
        painter.setBrush(palette.base() if self.isEnabled() else palette.window())
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(box, METRICS.radius, METRICS.radius)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        arrow = QRectF(8 if mirrored else self.width() - 24, self.height() / 2 - 8, 16, 16)
        ink = palette.text().color() if self.isEnabled() else palette.placeholderText().color()
        draw_icon(painter, arrow, "chevron-down", palette.placeholderText().color().name())
        inner = self.rect().adjusted(*((28, 0, -9, 0) if mirrored else (9, 0, -28, 0)))
        painter.setPen(ink)
        text = painter.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, LEADING, text)
        painter.end()


def combo(name: str, choices: Sequence[tuple[str, str]]) -> Combo:
    """A list to choose from: (code, words)."""
    made = Combo()
    made.setAccessibleName(name)
    made.setMinimumContentsLength(6)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for code, text in choices:
        made.addItem(text, code)
    return made


def choose_in(box: QComboBox, code: str) -> None:
    """Show a code as chosen, without telling anybody."""
    box.blockSignals(True)
    box.setCurrentIndex(max(0, box.findData(code)))
    box.blockSignals(False)
