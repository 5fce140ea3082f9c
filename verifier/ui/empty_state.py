"""What a place says that has nothing to show yet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from verifier.ui.icons import icon
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import row

EMPTY_WIDTH = 400
RESETS = frozenset((QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.Polish))


class _Narrow(QLabel):
    """Words in lines that are never too long to read, in the middle of any width."""

    def __init__(self, text: str, role: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(True)
        self.setMaximumWidth(EMPTY_WIDTH)
        self._heights: dict[int, int] = {}
        """By width: a layout asks a hundred times, and each time the words would be set anew."""

    def heightForWidth(self, width: int) -> int:
        """A layout asks with all its width, of which only some is used."""
        used = min(width, EMPTY_WIDTH)
        if used not in self._heights:
            self._heights[used] = super().heightForWidth(used)
        return self._heights[used]

    def event(self, event: QEvent) -> bool:
        """In another font or style the words are as high as they are then."""
        if event.type() in RESETS:
            self._heights.clear()
        return super().event(event)


class EmptyState(QWidget):
    """What a place says that has nothing to show yet: what belongs here, and how it gets here."""

    def __init__(self, symbol: str, title: str, text: str, *buttons: QAbstractButton) -> None:
        super().__init__()
        self._symbol = symbol
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = _Narrow(title, "title")
        more = _Narrow(text, "muted")
        inner = QWidget()
        inner.setMaximumWidth(EMPTY_WIDTH)
        centre = QHBoxLayout(self)
        centre.setContentsMargins(METRICS.space_xl, 0, METRICS.space_xl, 0)
        centre.addStretch(1)
        centre.addWidget(inner, 100)
        centre.addStretch(1)
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(METRICS.space_m)
        whole.addStretch(2)
        for widget in (self._picture, words, more):
            whole.addWidget(widget)
        for part in (words, more):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        if buttons:
            line = row(*buttons)
            line.insertStretch(0)
            line.addStretch()
            whole.addSpacing(METRICS.space_m)
            whole.addLayout(line)
        whole.addStretch(3)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the colours of the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        colour = self.palette().placeholderText().color().name()
        self._picture.setPixmap(icon(self._symbol, colour).pixmap(QSize(40, 40)))
