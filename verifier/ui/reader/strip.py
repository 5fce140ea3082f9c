"""The narrow strip beside the scroll bar: a mark for each claim and each hit in the document."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from verifier.ui.reader.layout import Floats
from verifier.ui.tokens import LIGHT, Tokens

WIDTH = 14
MARK = 3


class MarkerStrip(QWidget):
    """Paints the marks; a click asks to go there."""

    wanted = Signal(float)
    """How far down the document."""

    def __init__(self, parent: QWidget, tokens: Tokens = LIGHT) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._claims: Floats = np.zeros(0)
        self._colours: Sequence[str] = ()
        self._hits: Floats = np.zeros(0)
        self._picture: QPixmap | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Claims and hits in the document"))

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of another theme."""
        self._tokens = tokens
        self._renew()

    def set_claims(self, depths: Floats, colours: Sequence[str]) -> None:
        """Claims, each as far down the document (0 to 1) as `depths` says: short bars."""
        self._claims, self._colours = depths, colours
        self._renew()

    def set_hits(self, depths: Floats) -> None:
        """Hits: bars over the whole width."""
        self._hits = depths
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

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer while it is held down."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.wanted.emit(event.position().y() / max(1, self.height()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What was pressed here is released here."""
        event.accept()

    def _renew(self) -> None:
        self._picture = None
        self.update()

    def _rows(self, depths: Floats) -> list[int]:
        rows: list[int] = np.rint(depths * (self.height() - MARK)).astype(int).tolist()
        return rows

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(self._tokens.canvas))
        painter = QPainter(picture)
        hit = QColor(self._tokens.hit_current)
        for y in sorted(set(self._rows(self._hits))):
            painter.fillRect(QRectF(1, y, WIDTH - 2, MARK), hit)
        inks = {colour: QColor(colour) for colour in set(self._colours)}
        for y, colour in sorted(set(zip(self._rows(self._claims), self._colours, strict=True))):
            painter.fillRect(3, y, WIDTH - 6, MARK, inks[colour])
        painter.end()
        return picture
