"""Painting over a page: tints, underlines, outlines, the caret.

What there is to paint is put together once for each page and zoom, one list of rectangles for each
colour: painting is then a handful of calls. The painter's unit is a point of the page; widths in
pixels are divided by `scale`, pixels a point.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from verifier.ui.reader.geometry import Rect
from verifier.ui.reader.highlights import LinePattern, PageMarks, Underline

LANE = 3.0
LANES = 4
"""Deeper nesting goes on at the first lane: the next line of text begins there."""
OUTLINE = 2.0
FRAME = 1.0
DEEPER = 0.045
"""Of a tint's light, for each highlight below it."""
DEEPEST = 5
PALER = 0.5
"""Of white in the tint of a region: what is pictured there must keep its own colours."""

_TILES: dict[LinePattern, tuple[str, ...]] = {
    LinePattern.SOLID: ("#", "#"),
    LinePattern.DASH: ("########....",) * 2,
    LinePattern.DOT: ("##...",) * 2,
    LinePattern.WIDE_DOT: ("##......",) * 2,
    LinePattern.DASH_DOT: ("########...##...",) * 2,
    LinePattern.DASH_DOT_DOT: ("########...##...##...",) * 2,
    LinePattern.DOUBLE: ("#", ".", "#"),
    LinePattern.DOUBLE_DASH: ("########....", "............", "########...."),
    LinePattern.WAVE: ("##....", ".##..#", "..####"),
    LinePattern.DOUBLE_WAVE: ("##....", ".##.##", "..###.", "......", "##....", ".##.##", "..###."),
}
"""Rows of pixels, from the top, that repeat along the line."""
_ROWS = {
    pattern: [(number - len(tile) / 2, row) for number, row in enumerate(tile) if "#" in row]
    for pattern, tile in _TILES.items()
}
"""Those with any ink, and how far below the middle of the line they begin, in pixels."""

Filled = tuple[tuple[QBrush, list[QRectF]], ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is painted over a page for its highlights, at one zoom."""

    tints: Filled
    lines: Filled
    outlines: tuple[tuple[QPainterPath, QColor], ...]
    frames: tuple[tuple[QRectF, QColor, QColor], ...] = ()
    """Regions with the colours of their paper and of their frame."""


def plan_of(marks: PageMarks, scale: float, known: tuple[PageMarks, Plan] | None = None) -> Plan:
    """Put together what to paint; what `known` marks at the same zoom looked like is taken over."""
    outlines = tuple((outline(rects, scale), QColor(colour)) for rects, colour in marks.outlines)
    if known is not None and known[0].underlines is marks.underlines:
        return replace(known[1], outlines=outlines)
    lines: defaultdict[tuple[str, str], list[QRectF]] = defaultdict(list)
    for underline in marks.underlines:
        for row, rect in _rows(underline, scale):
            lines[underline.colour, row].append(rect)
    return Plan(
        filled((rect, deeper(tint, below)) for rect, tint, below in marks.tints),
        tuple((_brush(*look, scale), rects) for look, rects in lines.items()),
        outlines,
        tuple(
            (box(mark.region.rect), _paler(mark.tint), QColor(mark.line))
            for mark in marks.regions
            if mark.region is not None
        ),
    )


def filled(tints: Iterable[tuple[Rect, str]]) -> Filled:
    """Rectangles by their colour."""
    by_colour: defaultdict[str, list[QRectF]] = defaultdict(list)
    for rect, colour in tints:
        by_colour[colour].append(box(rect))
    return tuple((QBrush(QColor(colour)), rects) for colour, rects in by_colour.items())


def paint_plan(painter: QPainter, plan: Plan, scale: float, hits: Filled = ()) -> None:
    """Paint the highlights of a page, and what a search has found in it.

    Hits stand on bare paper: yellow and orange over a tint would be a third colour, and dark.
    """
    if hits:
        painter.save()
        painter.setClipPath(_without(hits, plan.tints), Qt.ClipOperation.IntersectClip)
        paint_tints(painter, plan.tints)
        painter.restore()
    else:
        paint_tints(painter, plan.tints)
    paint_tints(painter, hits)
    for rect, paper, colour in plan.frames:
        paint_tints(painter, ((QBrush(paper), [rect]),))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, FRAME / scale))
        painter.drawRect(rect)
    painter.setPen(Qt.PenStyle.NoPen)
    for brush, rects in plan.lines:
        painter.setBrush(brush)
        painter.drawRects(rects)
    for path, colour in plan.outlines:
        paint_outline(painter, path, colour, scale)


def _without(hits: Filled, tints: Filled) -> QPainterPath:
    """All there is to tint but for the hits, which do not overlap: odd and even make the holes."""
    whole, path = QRectF(), QPainterPath()
    for _, rects in (*tints, *hits):
        for rect in rects:
            whole = whole.united(rect)
    path.addRect(whole)
    for _, rects in hits:
        for rect in rects:
            path.addRect(rect)
    return path


def paint_tints(painter: QPainter, tints: Filled) -> None:
    """Colour the paper like a marker pen: what is black stays black."""
    if not tints:
        return
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.setPen(Qt.PenStyle.NoPen)
    for brush, rects in tints:
        painter.setBrush(brush)
        painter.drawRects(rects)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def outline(rects: Sequence[Rect], scale: float) -> QPainterPath:
    """One rounded line around the rectangles of a passage."""
    path = QPainterPath()
    room = 2.0 / scale
    for rect in rects:
        one = QPainterPath()
        one.addRoundedRect(box(rect).adjusted(-room, -room, room, room), 3 / scale, 3 / scale)
        path = path.united(one)
    return path


def paint_outline(painter: QPainter, path: QPainterPath, colour: QColor, scale: float) -> None:
    """Draw a line along a path."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, OUTLINE / scale))
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


def _paler(tint: str) -> QColor:
    colour = QColor(tint)
    parts = (colour.red(), colour.green(), colour.blue())
    red, green, blue = (round(part + (255 - part) * PALER) for part in parts)
    return QColor(red, green, blue)


@lru_cache(maxsize=256)
def deeper(tint: str, below: int) -> str:
    """A tint with other highlights below it: where one is inside another of its colour, it shows.

    `tint` is #rrggbb; from a few on nothing gets darker, so that the words stay readable.
    """
    left = 1 - DEEPER * min(below, DEEPEST)
    parts = (round(int(tint[at : at + 2], 16) * left) for at in (1, 3, 5))
    return "#" + "".join(f"{part:02x}" for part in parts) if below > 0 else tint


def _rows(underline: Underline, scale: float) -> list[tuple[str, QRectF]]:
    """The rows of pixels that make an underline, and where they are."""
    x0, _, x1, y1 = underline.rect
    lane = (underline.lane % LANES) * LANE
    return [
        (row, QRectF(x0, y1 + (lane + down) / scale, x1 - x0, 1 / scale))
        for down, row in _ROWS[underline.pattern]
    ]


@lru_cache(maxsize=256)
def _brush(colour: str, row: str, scale: float) -> QBrush:
    """Solid, or a row of pixels that repeats along the page."""
    if "." not in row:
        return QBrush(QColor(colour))
    picture = QImage(len(row), 1, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    for x, pixel in enumerate(row):
        if pixel == "#":
            picture.setPixelColor(x, 0, QColor(colour))
    brush = QBrush(picture)
    brush.setTransform(QTransform.fromScale(1 / scale, 1 / scale))
    return brush
