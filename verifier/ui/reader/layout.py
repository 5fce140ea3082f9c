"""Where the pages lie on the canvas: below each other, one or two in a row, at a zoom and a turn.

Units are logical pixels of the canvas, whose top left corner is (0, 0). Corners and sizes of pages
are whole pixels, so that no picture is ever smeared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QTransform

from verifier.ui.reader.sheet import EDGE, PIXELS_PER_POINT

Floats = npt.NDArray[np.float64]
Sizes = Sequence[tuple[float, float]] | Floats
"""Width and height of pages in points."""


@dataclass(frozen=True, slots=True)
class View:
    """How the pages are shown."""

    zoom: float = 1.0
    rotation: int = 0
    """Degrees clockwise: 0, 90, 180 or 270."""
    columns: int = 1
    gap: int = 12
    """Pixels between pages; 0 makes one long sheet of them."""
    margin: int = EDGE
    """Pixels around them."""
    left: int | None = None
    """Pixels left of them, whatever their width; None: they are in the middle of the canvas."""

    @property
    def scale(self) -> float:
        """Logical pixels a point."""
        return self.zoom * PIXELS_PER_POINT


class PageLayout:
    """The places of all pages in a view. Costs nothing to ask, little to make anew."""

    def __init__(self, sizes: Sizes, view: View, width: int) -> None:
        self.view = view
        self._points = np.maximum(np.array(sizes, dtype=np.float64).reshape(-1, 2), 1.0)
        shown = self._points
        if view.rotation in (90, 270):
            shown = shown[:, ::-1]
        self._sizes = np.maximum(1, np.rint(shown * view.scale)).astype(np.int64)
        self._rects: dict[int, QRect] = {}
        self._frames: dict[int, QTransform] = {}
        self._transforms: dict[int, QTransform] = {}
        """Of the pages that were asked for: painting asks for few, and often."""
        self._place(width)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    def rect(self, page: int) -> QRect:
        """Where a page lies."""
        found = self._rects.get(page)
        if found is None:
            left, top = int(self._lefts[page]), int(self._tops[page])
            found = self._rects[page] = QRect(left, top, *self._sizes[page].tolist())
        return found

    def pages_between(self, top: float, bottom: float) -> range:
        """Pages that show between two heights, in order."""
        if not self.count:
            return range(0)
        first = int(np.searchsorted(self._row_bottoms, top, side="right"))
        last = int(np.searchsorted(self._row_tops, bottom, side="left"))
        columns = self.view.columns
        return range(min(first * columns, self.count), min(last * columns, self.count))

    def page_at(self, point: QPointF) -> int:
        """The page under a point of the canvas, or the nearest one."""
        row = int(np.searchsorted(self._row_bottoms, point.y(), side="right"))
        row = min(row, len(self._row_bottoms) - 1)
        if row > 0 and point.y() < self._row_tops[row]:
            above = point.y() - self._row_bottoms[row - 1]
            row -= above < self._row_tops[row] - point.y()
        first = row * self.view.columns
        pages = range(first, min(first + self.view.columns, self.count))
        return min(pages, key=lambda page: self._beside(page, point.x()))

    def frame(self, page: int) -> QTransform:
        """From pixels of the page before its turn (see `upright`) to pixels of the canvas."""
        found = self._frames.get(page)
        if found is None:
            found = self._frames[page] = self._framed(page)
        return found

    def _framed(self, page: int) -> QTransform:
        place = self.rect(page)
        turned = self.view.rotation
        made = QTransform()
        made.translate(place.x(), place.y())
        if turned == 90:
            made.translate(place.width(), 0)
        elif turned == 180:
            made.translate(place.width(), place.height())
        elif turned == 270:
            made.translate(0, place.height())
        return made.rotate(turned)

    def upright(self, page: int) -> tuple[int, int]:
        """Width and height of a page in pixels, before its turn."""
        width, height = self._sizes[page].tolist()
        return (height, width) if self.view.rotation in (90, 270) else (width, height)

    def points(self, page: int) -> tuple[float, float]:
        """Width and height of a page in points, before its turn."""
        width, height = self._points[page].tolist()
        return width, height

    def transform(self, page: int) -> QTransform:
        """From points of the page to pixels of the canvas."""
        found = self._transforms.get(page)
        if found is None:
            width, height = self.upright(page)
            across, down = self.points(page)
            found = QTransform(self.frame(page)).scale(width / across, height / down)
            self._transforms[page] = found
        return found

    def to_page(self, page: int, point: QPointF) -> tuple[float, float]:
        """A point of the canvas in points of a page."""
        back, _ = self.transform(page).inverted()
        found = back.map(point)
        return found.x(), found.y()

    def down(self, page: int, at: tuple[float, float]) -> float:
        """Points from the top of a page, as it is turned, to a place on it."""
        return (
            self.transform(page).map(QPointF(*at)).y() - self.rect(page).top()
        ) / self.view.scale

    def at_depth(self, page: int, y: float) -> tuple[float, float]:
        """The place in the middle of a page that is so many points below its top as turned."""
        place = self.rect(page)
        middle = place.left() + place.width() / 2
        return self.to_page(page, QPointF(middle, place.top() + y * self.view.scale))

    def to_canvas(self, page: int, box: tuple[float, float, float, float]) -> QRectF:
        """A rectangle of a page on the canvas."""
        x0, y0, x1, y1 = box
        return self.transform(page).mapRect(QRectF(x0, y0, x1 - x0, y1 - y0))

    def depths(self, pages: npt.NDArray[np.int64], inside: Floats) -> Floats:
        """How far down the canvas (0 to 1) places are, each a part of its page's height."""
        heights = self._sizes[pages, 1]
        return np.asarray((self._tops[pages] + inside * heights) / max(1, self.height))

    def _beside(self, page: int, x: float) -> float:
        place = self.rect(page)
        return max(place.left() - x, x - place.right(), 0.0)

    def _place(self, width: int) -> None:
        columns, gap, margin = self.view.columns, self.view.gap, self.view.margin
        count = len(self._sizes)
        rows = -(-count // columns)
        padded = np.zeros((rows * columns, 2), dtype=np.int64)
        padded[:count] = self._sizes
        cells = padded.reshape(rows, columns, 2)
        heights = cells[:, :, 1].max(axis=1) if rows else np.zeros(0, dtype=np.int64)
        tops = margin + np.concatenate(([0], np.cumsum(heights + gap)[:-1])) if rows else heights
        widths = cells[:, :, 0].sum(axis=1) + gap * (np.count_nonzero(cells[:, :, 0], axis=1) - 1)
        left = margin if self.view.left is None else self.view.left
        self.width = max(width, left + int(widths.max(initial=0)) + margin)
        self.height = (int(tops[-1] + heights[-1]) if rows else 0) + margin
        lefts = (self.width - widths) // 2
        if self.view.left is not None:
            lefts = np.full(rows, left, dtype=np.int64)
        offsets = np.concatenate(
            (np.zeros((rows, 1), dtype=np.int64), np.cumsum(cells[:, :-1, 0] + gap, axis=1)), axis=1
        )
        self._lefts: npt.NDArray[np.int64] = (lefts[:, None] + offsets).reshape(-1)[:count]
        self._tops: npt.NDArray[np.int64] = np.repeat(tops, columns)[:count]
        self._row_tops = tops
        self._row_bottoms = tops + heights
