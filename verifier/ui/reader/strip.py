"""The narrow strip beside the scroll bar: a mark for each claim and each hit in the document."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from verifier.ui.tokens import LIGHT, Tokens

WIDTH = 14
MARK = 3

Mark = tuple[float, str]
"""How far down the document (0 to 1), and the colour."""


class MarkerStrip(QWidget):
    """Paints the marks; a click asks to go there."""

    wanted = Signal(float)
    """How far down the document."""

    def __init__(self, parent: QWidget, tokens: Tokens = LIGHT) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._claims: Sequence[Mark] = ()
        self._hits: Sequence[Mark] = ()
        self._picture: QPixmap | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Claims and hits in the document"))

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of another theme."""
        self._tokens = tokens
        self._renew()

    def set_claims(self, marks: Sequence[Mark]) -> None:
        """Marks of claims: short bars at the left."""
        self._claims = marks
        self._renew()

    def set_hits(self, marks: Sequence[Mark]) -> None:
        """Marks of hits: over the whole width."""
        self._hits = marks
        self._renew()

    def sizeHint(self) -> QSize:
        """As wide as it is, as high as it may."""
        return QSize(WIDTH, 100)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the picture of all marks, made once for each size."""
        if self._picture is None:
            self._picture = self._drawn()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size, another picture."""
        super().resizeEvent(event)
        self._renew()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the mark is."""
        self.wanted.emit(event.position().y() / max(1, self.height()))

    def _renew(self) -> None:
        self._picture = None
        self.update()

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(self._tokens.canvas))
        painter = QPainter(picture)
        room = self.height() - MARK
        drawn: set[tuple[int, str]] = set()
        for marks, left, width in ((self._claims, 3, WIDTH - 6), (self._hits, 1, WIDTH - 2)):
            for where, colour in marks:
                y = round(where * room)
                if (y, colour) not in drawn:
                    drawn.add((y, colour))
                    painter.fillRect(QRectF(left, y, width, MARK), QColor(colour))
        painter.end()
        return picture
