"""Painting over a page: tints, underlines, outlines, selection, hits, the caret.

The painter's unit is a point of the page; widths in pixels are divided by `scale`, pixels a point.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from verifier.ui.reader.geometry import Rect
from verifier.ui.reader.highlights import LinePattern, PageMarks, Underline

LINE_WIDTH = 1.8
LANE = 3.0
LANES = 4
"""Deeper nesting goes on at the first lane: the next line of text begins there."""
OUTLINE = 2.0

_DASHES: dict[LinePattern, list[float]] = {
    LinePattern.DASH: [4.0, 2.0],
    LinePattern.DOT: [1.0, 1.4],
    LinePattern.DASH_DOT: [4.0, 1.6, 1.0, 1.6],
}


def paint_tints(painter: QPainter, tints: Iterable[tuple[Rect, str]]) -> None:
    """Colour the paper like a marker pen: what is black stays black."""
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for rect, colour in tints:
        painter.fillRect(box(rect), QColor(colour))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def paint_marks(painter: QPainter, marks: PageMarks, shown: QRectF, scale: float) -> None:
    """The highlights of a page, as far as they are in `shown`."""
    paint_tints(painter, (tint for tint in marks.tints if _seen(tint[0], shown)))
    for underline in marks.underlines:
        if _seen(underline.rect, shown):
            _paint_underline(painter, underline, scale)
    for rects, colour in marks.outlines:
        paint_outline(painter, rects, colour, scale)


def paint_outline(painter: QPainter, rects: Sequence[Rect], colour: str, scale: float) -> None:
    """One rounded line around the rectangles of a passage."""
    path = QPainterPath()
    room = 2.0 / scale
    for rect in rects:
        one = QPainterPath()
        one.addRoundedRect(box(rect).adjusted(-room, -room, room, room), 3 / scale, 3 / scale)
        path = path.united(one)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colour), OUTLINE / scale))
    painter.drawPath(path)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def paint_caret(painter: QPainter, rect: Rect, colour: str, scale: float) -> None:
    """A line two pixels wide."""
    x0, y0, _, y1 = rect
    painter.fillRect(QRectF(x0 - 1 / scale, y0, 2 / scale, y1 - y0), QColor(colour))


def box(rect: Rect) -> QRectF:
    """The same as Qt's rectangle."""
    x0, y0, x1, y1 = rect
    return QRectF(x0, y0, x1 - x0, y1 - y0)


def _paint_underline(painter: QPainter, underline: Underline, scale: float) -> None:
    x0, _, x1, y1 = underline.rect
    width = LINE_WIDTH / scale
    y = y1 + (underline.lane % LANES) * LANE / scale
    colour = QColor(underline.colour)
    if underline.pattern is LinePattern.SOLID:
        painter.fillRect(QRectF(x0, y - width / 2, x1 - x0, width), colour)
        return
    if underline.pattern is LinePattern.DOUBLE:
        thin = width * 0.45
        painter.fillRect(QRectF(x0, y - width * 0.8, x1 - x0, thin), colour)
        painter.fillRect(QRectF(x0, y + width * 0.25, x1 - x0, thin), colour)
        return
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern(_DASHES[underline.pattern])
    painter.setPen(pen)
    painter.drawLine(QLineF(x0, y, x1, y))


def _seen(rect: Rect, shown: QRectF) -> bool:
    room = 12.0
    x0, y0, x1, y1 = rect
    return (
        y1 + room > shown.top()
        and y0 - room < shown.bottom()
        and x1 > shown.left()
        and x0 < shown.right()
    )
