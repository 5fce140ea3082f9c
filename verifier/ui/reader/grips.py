"""Grips: the small handles at the ends of a highlight, by which it is made longer or shorter.

Words have one before the first and one behind the last character; a region has one at each corner
and in the middle of each side. The arithmetic is here; who drags is `moving`'s business.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from verifier.text.ranges import TextRange
from verifier.text.regions import SMALLEST, Place, Region
from verifier.ui.reader import boundaries
from verifier.ui.reader.geometry import Rect
from verifier.ui.reader.provider import PageProvider
from verifier.ui.reader.selection import page_of

RADIUS = 4.5
"""Pixels of the dot that is drawn."""
REACH = 9.0
"""Pixels around its middle in which a press takes it."""


@dataclass(frozen=True, slots=True)
class Grip:
    """A handle: which edges it moves, and where it stands on its page, in points."""

    place: Place
    across: int
    """-1 moves the start or left edge, 1 the end or right edge, 0 neither."""
    down: int
    """-1 moves the top edge, 1 the bottom edge; 0 neither, and always for words."""
    page: int
    """From 0."""
    x: float
    y: float
    length: float = 0.0
    """Points of the stem: words have one as high as their line."""


def grips_of(provider: PageProvider, place: Place, page: int) -> Iterator[Grip]:
    """The grips of a place that stand on a page."""
    if isinstance(place, Region):
        if place.page == page + 1:
            yield from _around(place)
        return
    if not len(place):
        return
    if page_of(provider, place.start) == page:
        caret = provider.geometry(page).caret(place.start - provider.starts[page])
        if caret is not None:
            yield Grip(place, -1, 0, page, caret[0], caret[1], caret[3] - caret[1])
    if page_of(provider, place.stop - 1) == page:
        caret = provider.geometry(page).caret_after(place.stop - 1 - provider.starts[page])
        if caret is not None:
            yield Grip(place, 1, 0, page, caret[2], caret[3], caret[1] - caret[3])


def _around(region: Region) -> Iterator[Grip]:
    middle = ((region.x0 + region.x1) / 2, (region.y0 + region.y1) / 2)
    for down, y in ((-1, region.y0), (0, middle[1]), (1, region.y1)):
        for across, x in ((-1, region.x0), (0, middle[0]), (1, region.x1)):
            if across or down:
                yield Grip(region, across, down, region.page - 1, x, y)


def with_end(text: str, place: TextRange, across: int, index: int) -> TextRange:
    """Words with another start or end; at least one character is left."""
    index = boundaries.snapped(text, index)
    if across < 0:
        last = boundaries.previous_character(text, place.stop)
        return TextRange(max(0, min(index, last)), place.stop)
    first = boundaries.next_character(text, place.start)
    return TextRange(place.start, min(len(text), max(index, first)))


def with_edge(region: Region, grip: Grip, x: float, y: float, frame: Rect) -> Region:
    """A region whose edges at a grip are at a point of its page, inside the frame it lies in."""
    left, top, right, bottom = frame
    made = region
    if grip.across < 0:
        made = replace(made, x0=min(max(left, x), region.x1 - SMALLEST))
    elif grip.across > 0:
        made = replace(made, x1=max(min(right, x), region.x0 + SMALLEST))
    if grip.down < 0:
        made = replace(made, y0=min(max(top, y), region.y1 - SMALLEST))
    elif grip.down > 0:
        made = replace(made, y1=max(min(bottom, y), region.y0 + SMALLEST))
    return made


def stepped(text: str, place: TextRange, across: int, *, forward: bool, word: bool) -> TextRange:
    """Words with their start or end one character or word further; blanks are passed over."""
    at = place.start if across < 0 else place.stop
    found = _word_on(text, at, across, forward) if word else _character_on(text, at, forward)
    while 0 < found < len(text) and _is_blank_end(text, found, across):
        found = _character_on(text, found, forward)
    return with_end(text, place, across, found)


def _character_on(text: str, at: int, forward: bool) -> int:
    if forward:
        return boundaries.next_character(text, at) if at < len(text) else at
    return boundaries.previous_character(text, at) if at > 0 else at


def _word_on(text: str, at: int, across: int, forward: bool) -> int:
    """A start goes to starts of words, an end to ends of words."""
    if across < 0:
        return boundaries.next_word(text, at) if forward else boundaries.previous_word(text, at)
    if not forward:
        before = boundaries.previous_word(text, at)
        return _trimmed(text, before)
    start = at
    while start < len(text) and text[start].isspace():
        start += 1
    return boundaries.word_at(text, start).stop


def _trimmed(text: str, stop: int) -> int:
    while stop > 0 and text[stop - 1].isspace():
        stop -= 1
    return stop


def _is_blank_end(text: str, at: int, across: int) -> bool:
    """Whether a passage with this end would begin or end with a blank."""
    return text[at].isspace() if across < 0 else text[at - 1].isspace()


def cursor_of(grip: Grip, *, on_its_side: bool) -> Qt.CursorShape:
    """How the pointer looks over a grip, on a page as it is turned."""
    if not grip.down or not grip.across:
        goes_across = not grip.down
        hor, ver = Qt.CursorShape.SizeHorCursor, Qt.CursorShape.SizeVerCursor
        return hor if goes_across != on_its_side else ver
    falls = (grip.across == grip.down) != on_its_side
    return Qt.CursorShape.SizeFDiagCursor if falls else Qt.CursorShape.SizeBDiagCursor


def paint_grip(painter: QPainter, grip: Grip, colour: str, scale: float) -> None:
    """A dot, for words on a stem. The painter's unit is a point of the page."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(colour)
    if grip.length:
        painter.setPen(QPen(ink, 2 / scale))
        painter.drawLine(QPointF(grip.x, grip.y), QPointF(grip.x, grip.y + grip.length))
    radius = RADIUS / scale
    painter.setPen(QPen(QColor("#ffffff"), 1.5 / scale))
    painter.setBrush(ink)
    if grip.length:
        painter.drawEllipse(QPointF(grip.x, grip.y), radius, radius)
    else:
        side = 1.6 * radius
        painter.drawRect(QRectF(grip.x - side / 2, grip.y - side / 2, side, side))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
