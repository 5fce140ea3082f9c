"""A cell of a table with a name and, smaller below it, what more there is to say."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from verifier.ui.panels.claim_lines import Index
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import LEADING

TWO_LINES = 46
"""Height of a line of such a table, in pixels."""


class TwoLines(QStyledItemDelegate):
    """Paints the name, and what stands under the role `more`."""

    def __init__(self, shell: Shell, more: int, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._more = more

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Every line is as high as the others."""
        return QSize(60, TWO_LINES)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        tokens = self._shell.theme.tokens
        painter.save()
        painter.setLayoutDirection(option.direction)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(tokens.selection))
        inner = option.rect.adjusted(6, 5, -6, -5)
        more = str(index.data(self._more) or "")
        above = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2)
        painter.setFont(option.font)
        painter.setPen(QColor(tokens.text))
        self._write(painter, above if more else inner, str(index.data() or ""))
        if more:
            small = QFont(option.font)
            small.setPixelSize(METRICS.small)
            painter.setFont(small)
            painter.setPen(QColor(tokens.muted))
            self._write(painter, above.translated(0, inner.height() // 2), more)
        painter.restore()

    def _write(self, painter: QPainter, rect: QRect, text: str) -> None:
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, LEADING, cut)
