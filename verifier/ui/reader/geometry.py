"""Where the characters of one page are: rectangles of a passage, the place under a point.

All coordinates are points from the page's top left corner, y downwards; indices are code points of
the page's text.
"""

from __future__ import annotations

import math
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF

from verifier.text.regions import PictureRegion, Region

Boxes = npt.NDArray[np.float32]
Rect = tuple[float, float, float, float]
"""x0, y0, x1, y1."""

TOUCH = 0.5
"""Of a line's height: boxes of neighbours in the text this close form one stretch."""
COLUMN_GAP = 4.0
"""Of a line's height: a wider gap starts another line."""
OVERLAP = 0.35
"""Of the lower box: characters that share less of their heights stand on different lines."""
SPACES = " \u00a0\t"
NOWHERE = -math.inf
FIRST_RIGHT_TO_LEFT = "\u0590"


@dataclass(frozen=True, slots=True)
class Line:
    """Characters that stand beside each other. `left`, `right` are those of the whole column."""

    start: int
    stop: int
    x0: float
    y0: float
    x1: float
    y1: float
    left: float
    right: float
    ordered: bool
    """Whether each character stands right of the one before it."""


def sides(rect: QRectF) -> Rect:
    """The same as plain numbers."""
    return rect.left(), rect.top(), rect.right(), rect.bottom()


class PageGeometry:
    """The boxes of a page's characters, and the lines they form."""

    def __init__(
        self, text: str, boxes: Boxes, pictures: Mapping[int, Rect] = MappingProxyType({})
    ) -> None:
        if len(boxes) != len(text):
            raise ValueError(f"{len(boxes)} boxes for {len(text)} characters")
        self.text = text
        self.pictures = pictures
        """Where the pictures of a text without pages are shown, by their numbers in the text."""
        self.boxes = _bridged(text, boxes)
        self.lines = _lines(self.boxes)
        self._tops = np.array([line.y0 for line in self.lines])
        self._bottoms = np.array([line.y1 for line in self.lines])
        self._edges = np.array([(ln.x0, ln.x1, ln.left, ln.right) for ln in self.lines])
        self._starts = [line.start for line in self.lines]
        left, right = self.boxes[:, 0], self.boxes[:, 2]
        self._rights = np.where(right > left, right, NOWHERE)
        """The right edge of each character, if it has any width."""
        self.extent: Rect | None = None
        """All lines together; None where there are none."""
        if self.lines:
            low, high = self._edges[:, 0].min(), self._edges[:, 1].max()
            top, bottom = self._tops.min(), self._bottoms.max()
            self.extent = float(low), float(top), float(high), float(bottom)

    def region(self, kept: PictureRegion, page: int) -> Region | None:
        """Where a part of a picture is seen on this page (from 0); None where it is not shown."""
        frame = self.pictures.get(kept.number)
        return None if frame is None else kept.on(page + 1, frame)

    def rects(self, start: int, stop: int) -> list[Rect]:
        """The characters `start:stop` as few rectangles, as high as their lines."""
        found: list[Rect] = []
        if not self.lines or start >= stop:
            return found
        first = max(0, bisect_right(self._starts, start) - 1)
        for number in range(first, len(self.lines)):
            line = self.lines[number]
            if line.start >= stop:
                break
            self._add_rects(found, line, max(start, line.start), min(stop, line.stop))
        return found

    def line_at(self, index: int) -> Line | None:
        """The line that character `index` stands on; the last one for the end of the page."""
        if not self.lines:
            return None
        at = bisect_right(self._starts, index) - 1
        return self.lines[max(0, at)]

    def line_from(self, y: float) -> Line | None:
        """The first line in the order of the text whose middle is below `y`; else the last one."""
        if not self.lines:
            return None
        below = np.flatnonzero(self._tops + self._bottoms > 2 * y)
        return self.lines[int(below[0]) if len(below) else -1]

    def character_at(self, x: float, y: float) -> int | None:
        """The character whose box holds the point."""
        b = self.boxes
        inside = (b[:, 0] <= x) & (x < b[:, 2]) & (b[:, 1] <= y) & (y < b[:, 3])
        found = np.flatnonzero(inside)
        return int(found[0]) if len(found) else None

    def near_text(self, x: float, y: float) -> bool:
        """Whether the point is on a line of text, or hardly beside it."""
        line = self._nearest_line(x, y)
        if line is None:
            return False
        slack = 0.3 * (line.y1 - line.y0)
        beside = line.x0 - slack <= x <= line.x1 + slack
        return beside and line.y0 - slack <= y <= line.y1 + slack

    def caret_at(self, x: float, y: float) -> int:
        """The place between two characters nearest to the point."""
        line = self._nearest_line(x, y)
        return 0 if line is None else self.caret_in(line, x)

    def caret_in(self, line: Line, x: float) -> int:
        """The place on a line nearest to `x`."""
        part = self.boxes[line.start : line.stop]
        solid = np.flatnonzero(part[:, 2] > part[:, 0])
        if not len(solid):
            return line.start
        x0, x1 = part[solid, 0], part[solid, 2]
        nearest = int(np.argmin(np.maximum(np.maximum(x0 - x, x - x1), 0.0)))
        index = line.start + int(solid[nearest])
        past_middle = x > float(x0[nearest] + x1[nearest]) / 2
        return index + (past_middle is not self._right_to_left(index))

    def caret(self, index: int) -> Rect | None:
        """Where a caret before character `index` stands: a rectangle without width."""
        line = self.line_at(index)
        if line is None:
            return None
        after = index >= line.stop
        at = min(index, line.stop - 1)
        x0, _, x1, _ = self.boxes[at].tolist()
        x = x1 if after is not self._right_to_left(at) else x0
        return x, line.y0, x, line.y1

    def caret_after(self, index: int) -> Rect | None:
        """Where a caret behind character `index` stands: at the end of its own line."""
        line = self.line_at(index)
        if line is None or not 0 <= index < len(self.boxes):
            return None
        x0, _, x1, _ = self.boxes[index].tolist()
        x = x0 if self._right_to_left(index) else x1
        return x, line.y0, x, line.y1

    def _add_rects(self, found: list[Rect], line: Line, start: int, stop: int) -> None:
        if line.ordered and start == line.start and stop == line.stop:
            if line.x1 > line.x0:
                found.append((line.x0, line.y0, line.x1, line.y1))
            return
        rights: list[float] = self._rights[start:stop].tolist()
        right = max(rights)
        if right == NOWHERE:
            return
        if line.ordered:
            first = start
            while rights[first - start] == NOWHERE:
                first += 1
            found.append((float(self.boxes[first, 0]), line.y0, right, line.y1))
            return
        part = self.boxes[start:stop]
        part = part[part[:, 2] > part[:, 0]]
        tall = line.y1 - line.y0
        gap = np.maximum(part[1:, 0] - part[:-1, 2], part[:-1, 0] - part[1:, 2])
        cuts = np.concatenate(([0], np.flatnonzero(gap > TOUCH * tall) + 1))
        low = np.minimum.reduceat(part[:, 0], cuts).tolist()
        high = np.maximum.reduceat(part[:, 2], cuts).tolist()
        found += [(x0, line.y0, x1, line.y1) for x0, x1 in zip(low, high, strict=True)]

    def _nearest_line(self, x: float, y: float) -> Line | None:
        if not self.lines:
            return None
        apart = np.maximum(np.maximum(self._tops - y, y - self._bottoms), 0.0)
        x0, x1, left, right = self._edges.T
        outside = np.maximum(np.maximum(left - x, x - right), 0.0)
        beside = np.maximum(np.maximum(x0 - x, x - x1), 0.0)
        return self.lines[int(np.argmin(3.0 * apart + outside + 0.01 * beside))]

    def _right_to_left(self, index: int) -> bool:
        character = self.text[index]
        if character < FIRST_RIGHT_TO_LEFT:
            return False
        return unicodedata.bidirectional(character) in ("R", "AL")


def _bridged(text: str, boxes: Boxes) -> Boxes:
    """Boxes in which a space without a glyph fills the gap between its neighbours.

    Other characters without a glyph get a box without width at the end of the one before.
    """
    solid = (boxes[:, 2] > boxes[:, 0]) & (boxes[:, 3] > boxes[:, 1])
    if solid.all() or not solid.any():
        return boxes.copy()
    made = boxes.copy()
    places, size = np.arange(len(boxes)), len(boxes)
    before = np.maximum.accumulate(np.where(solid, places, -1))
    after = np.minimum.accumulate(np.where(solid, places, size)[::-1])[::-1]
    empty = np.flatnonzero(~solid)
    leading = empty[before[empty] < 0]
    made[leading] = boxes[after[leading]][:, [0, 1, 0, 3]]
    empty = empty[before[empty] >= 0]
    left = boxes[before[empty]]
    right = boxes[np.minimum(after[empty], size - 1)]
    tall = left[:, 3] - left[:, 1]
    shared = np.minimum(left[:, 3], right[:, 3]) - np.maximum(left[:, 1], right[:, 1])
    gap = right[:, 0] - left[:, 2]
    spaces = np.fromiter((text[k] in SPACES for k in empty.tolist()), dtype=bool, count=len(empty))
    fills = spaces & (after[empty] < size) & (gap > 0) & (gap <= COLUMN_GAP * tall)
    fills &= shared >= OVERLAP * np.minimum(tall, right[:, 3] - right[:, 1])
    made[empty] = left[:, [2, 1, 2, 3]]
    made[empty, 2] += np.where(fills, gap, 0.0).astype(np.float32)
    return made


def _lines(boxes: Boxes) -> tuple[Line, ...]:
    if not len(boxes) or not (boxes[:, 3] > boxes[:, 1]).any():
        return ()
    x0, y0, x1, y1 = boxes.T
    tall = y1 - y0
    smaller = np.minimum(tall[1:], tall[:-1])
    shared = np.minimum(y1[1:], y1[:-1]) - np.maximum(y0[1:], y0[:-1])
    gap = np.maximum(x0[1:] - x1[:-1], x0[:-1] - x1[1:])
    breaks = (shared < OVERLAP * smaller) | (gap > COLUMN_GAP * np.maximum(tall[1:], tall[:-1]))
    starts = np.concatenate(([0], np.flatnonzero(breaks) + 1))
    stops = np.append(starts[1:], len(boxes))
    low = np.minimum.reduceat(boxes[:, :2], starts)
    high = np.maximum.reduceat(boxes[:, 2:], starts)
    backward = np.concatenate(([False], x0[1:] < x0[:-1] - 0.01))
    backward[starts] = False
    ordered = ~np.logical_or.reduceat(backward, starts)
    rows = np.concatenate((low, high, _columns(low, high)), axis=1).tolist()
    return tuple(
        Line(start, stop, *_six(row), ordered=in_order)
        for start, stop, row, in_order in zip(
            starts.tolist(), stops.tolist(), rows, ordered.tolist(), strict=True
        )
    )


def _six(row: list[float]) -> tuple[float, float, float, float, float, float]:
    x0, y0, x1, y1, left, right = row
    return x0, y0, x1, y1, left, right


def _columns(low: Boxes, high: Boxes) -> Boxes:
    """Left and right edge of the column of each line: of lines below and over each other."""
    tall = high[:, 1] - low[:, 1]
    below = low[1:, 1] >= low[:-1, 1]
    close = low[1:, 1] - high[:-1, 1] < 2.0 * np.maximum(tall[1:], tall[:-1])
    shared = np.minimum(high[1:, 0], high[:-1, 0]) - np.maximum(low[1:, 0], low[:-1, 0])
    starts = np.concatenate(([0], np.flatnonzero(~(below & close & (shared > 0))) + 1))
    counts = np.diff(np.append(starts, len(low)))
    left = np.repeat(np.minimum.reduceat(low[:, 0], starts), counts)
    right = np.repeat(np.maximum.reduceat(high[:, 0], starts), counts)
    return np.stack((left, right), axis=1)
