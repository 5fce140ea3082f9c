"""A text set on one sheet: the heights of its stretches, the places of their characters, pictures.

All that depends on the width of the sheet is here, so that a text on another sheet is another
`SetText`, made ready while this one is still shown.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from verifier.ui.reader.composer import Composer
from verifier.ui.reader.flow_estimates import Estimates
from verifier.ui.reader.flow_setting import SetPage, set_page
from verifier.ui.reader.flow_spans import Spans
from verifier.ui.reader.flow_text import FlowText
from verifier.ui.reader.geometry import PageGeometry
from verifier.ui.reader.layout import Sizes
from verifier.ui.reader.sheet import Sheet

PAGES_KEPT = 24
GEOMETRIES_KEPT = 160


class SetText:
    """The stretches of a text on a sheet, each set by the composer when it is first looked at."""

    def __init__(
        self,
        flow: FlowText,
        spans: Spans,
        estimates: Estimates,
        sheet: Sheet,
        composer: Composer,
        picture_of: Callable[[str], QImage | None],
    ) -> None:
        """`picture_of` finds the decoded picture of a key; the composer calls it."""
        self.sheet = sheet
        self.starts = flow.starts
        self._flow = flow
        self._spans = spans
        self._estimates = estimates.on(sheet)
        self._composer = composer
        self._picture_of = picture_of
        self._heights: dict[int, float] = {}
        """Of the stretches that the window knows the height of."""
        self._measured: dict[int, float] = {}
        """Of those the composer knows it of."""
        self._too_wide: dict[int, float] = {}
        """Widths of stretches with a table for which the sheet is too narrow."""
        self._wide: dict[int, float] = {}
        """Of those of them that the window knows."""
        self._geometries: OrderedDict[int, PageGeometry] = OrderedDict()
        self._located: set[int] = set()
        self._lock = threading.Lock()
        """Over the places, which the window and the composer share."""
        self._pages: OrderedDict[int, SetPage] = OrderedDict()
        """The composer's alone."""

    def page_sizes(self) -> Sizes:
        """Exact where a stretch has been set, estimated elsewhere."""
        known = list(self._heights)
        guessed = float(sum(self._estimates[page] for page in known))
        ratio = sum(self._heights.values()) / guessed if guessed else 1.0
        heights = self._estimates * ratio
        heights[known] = list(self._heights.values())
        widths = np.full(len(heights), self.sheet.width)
        wide = list(self._wide)
        widths[wide] = [self._wide[page] for page in wide]
        return np.stack((widths, heights), axis=1)

    def settled(self, page: int) -> bool:
        """Whether the height of a stretch is known."""
        return page in self._heights

    def settle(self, page: int) -> bool:
        """Set the stretch, if it has never been; whether that made its height known."""
        if page in self._heights:
            return False
        if page not in self._measured:
            self._composer.ask(lambda: self._page(page), urgent=True)
        self._heights[page] = self._measured[page]
        if page in self._too_wide:
            self._wide[page] = self._too_wide[page]
        return True

    def measure(self, page: int) -> None:
        """Set the stretch in the composer's thread, while the window goes on."""
        if page not in self._measured:
            self._composer.ask(lambda: self._page(page), urgent=False)

    def measured(self, page: int) -> bool:
        """Whether the composer has set the stretch before."""
        return page in self._measured

    def located(self, page: int) -> bool:
        """Whether the places of the characters of a stretch have been found."""
        return page in self._located

    def geometry(self, page: int) -> PageGeometry:
        """The places of the characters of a stretch."""
        with self._lock:
            found = self._geometries.get(page)
            if found is not None:
                self._geometries.move_to_end(page)
        return found or self._composer.ask(lambda: self._locate(page), urgent=True)

    def render(self, page: int, scale: float, clip: QRect) -> QImage:
        """Paint a part of a stretch, and find the places of its characters."""
        image = self._composer.ask(lambda: self._drawn(page, scale, clip), urgent=False)
        if page not in self._located:
            self._composer.ask(lambda: self._locate(page), urgent=False)
        return image

    def forget(self) -> None:
        """Have the composer, whose they are, let go of the stretches that are set."""
        if self._pages:
            self._composer.order(self._pages.clear)

    def _page(self, page: int) -> SetPage:
        """Called by the composer."""
        found = self._pages.get(page)
        if found is None:
            start, stop = self.starts[page], self.starts[page + 1]
            found = set_page(self._flow, page, self._spans.between(start, stop), self.sheet)
            self._pages[page] = found
            if found.width > self.sheet.width:
                self._too_wide[page] = found.width
            self._measured[page] = found.height
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return found

    def _locate(self, page: int) -> PageGeometry:
        """Called by the composer."""
        found = self._geometries.get(page)
        if found is None:
            found = self._page(page).geometry()
            with self._lock:
                self._geometries[page] = found
                self._located.add(page)
                if len(self._geometries) > GEOMETRIES_KEPT:
                    self._geometries.popitem(last=False)
        return found

    def _drawn(self, page: int, scale: float, clip: QRect) -> QImage:
        """Called by the composer."""
        image = QImage(clip.size(), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.translate(-clip.left(), -clip.top())
        painter.scale(scale, scale)
        part = QRectF(
            clip.left() / scale, clip.top() / scale, clip.width() / scale, clip.height() / scale
        )
        self._page(page).draw(painter, part, self._picture_of)
        painter.end()
        return image
