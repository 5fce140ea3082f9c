"""Text without pages of its own (Word, HTML, Markdown, plain text) as one long sheet of paper.

The text is cut into stretches that stand for pages; each is set when it is first looked at. Until
then its height is estimated from its characters, with the ratio that held for those set so far.
Setting, finding the places of characters and drawing are the composer's, in a thread of its own;
what the window is told are heights, places and pictures.
"""

from __future__ import annotations

import threading
import weakref
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from verifier.reading.worker import SafePicture
from verifier.text.document import Block, Span, picture_key
from verifier.text.ranges import TextRange
from verifier.ui.reader.composer import Composer
from verifier.ui.reader.flow_setting import TALLEST, SetPage, set_page
from verifier.ui.reader.flow_style import PAGE_WIDTH, TOP_MARGIN
from verifier.ui.reader.flow_text import FlowText
from verifier.ui.reader.geometry import PageGeometry
from verifier.ui.reader.layout import Sizes
from verifier.ui.reader.provider import Link
from verifier.ui.reader.selection import page_of

PAGES_KEPT = 24
GEOMETRIES_KEPT = 160
PICTURES_KEPT = 12
"""Decoded; as they came they are small."""
LINE_CHARACTERS = 76
LINE_HEIGHT = 18.0


class FlowProvider:
    """A text with blocks and spans, as `PageProvider`."""

    paged = False

    def __init__(
        self, text: str, blocks: Sequence[Block] = (), spans: Sequence[Span] = (), title: str = ""
    ) -> None:
        self.title = title
        self.text = text
        self._flow = FlowText(text, blocks)
        self.starts: Sequence[int] = self._flow.starts
        self._spans = sorted(spans, key=lambda span: span.start)
        self._span_starts = [span.start for span in self._spans]
        self._longest_span = max((span.stop - span.start for span in self._spans), default=0)
        self._estimates = self._estimated()
        self._heights: dict[int, float] = {}
        """Of the stretches that the window knows the height of."""
        self._measured: dict[int, float] = {}
        """Of those the composer knows it of."""
        self._geometries: OrderedDict[int, PageGeometry] = OrderedDict()
        self._located: set[int] = set()
        self._lock = threading.Lock()
        """Over the places, which the window and the composer share."""
        self._pages: OrderedDict[int, SetPage] = OrderedDict()
        """The composer's alone."""
        self._pictures: dict[str, SafePicture] = {}
        self._decoded: OrderedDict[str, QImage] = OrderedDict()
        """The composer's alone."""
        self._composer = Composer()
        self._ends = weakref.finalize(self, self._composer.stop)

    @property
    def picture_keys(self) -> list[str]:
        """What the pictures of the text are fetched by, in their order."""
        keys = (picture_key(block.data) for block in self._flow.pictures)
        return list(dict.fromkeys(key for key in keys if key))

    def take_pictures(self, pictures: Mapping[str, SafePicture]) -> None:
        """Show these pictures from now on, which the reading process wrote."""
        self._pictures = dict(pictures)

    def digest(self, number: int) -> str:
        """The SHA-256 of a picture of the text, from 1; empty for one that does not show."""
        found = self._flow.all_pictures[number - 1 : number]
        taken = self._pictures.get(picture_key(found[0].data)) if found else None
        return taken.sha256 if taken is not None else ""

    def picture_start(self, number: int) -> int:
        """Where in the text a picture stands."""
        return self._flow.all_pictures[number - 1].start

    def page_of_picture(self, number: int) -> int | None:
        """The stretch on which a picture stands; None where the text has no such picture."""
        if not 1 <= number <= len(self._flow.all_pictures):
            return None
        return page_of(self, self.picture_start(number))

    def page_sizes(self) -> Sizes:
        """Exact where a stretch has been set, estimated elsewhere."""
        known = list(self._heights)
        guessed = float(sum(self._estimates[page] for page in known))
        ratio = sum(self._heights.values()) / guessed if guessed else 1.0
        heights = self._estimates * ratio
        heights[known] = list(self._heights.values())
        return np.stack((np.full(len(heights), PAGE_WIDTH), heights), axis=1)

    def settled(self, page: int) -> bool:
        """Whether the height of a stretch is known."""
        return page in self._heights

    def settle(self, page: int) -> bool:
        """Set the stretch, if it has never been."""
        if page in self._heights:
            return False
        if page not in self._measured:
            self._composer.ask(lambda: self._page(page), urgent=True)
        self._heights[page] = self._measured[page]
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

    def links(self, page: int) -> Sequence[Link]:
        """The addresses that spans of the stretch lead to."""
        start, stop = self.starts[page], self.starts[page + 1]
        geometry = self.geometry(page)
        found = []
        for span in self._spans_in(start, stop):
            if span.kind == "link" and span.target:
                rects = geometry.rects(max(0, span.start - start), min(span.stop, stop) - start)
                found += [Link(rect, address=span.target) for rect in rects]
        return found

    def paragraph(self, index: int) -> TextRange:
        """The block around an offset, or the line."""
        return self._flow.paragraph_at(index)

    def starts_paragraph(self, index: int) -> bool:
        """Whether a block or a line begins at an offset."""
        return self.paragraph(index).start == index

    def render(
        self,
        page: int,
        scale: float,
        clip: QRect,
        give_up: Callable[[], bool] | None = None,  # noqa: ARG002
    ) -> QImage:
        """Paint a part of a stretch, and find the places of its characters."""
        image = self._composer.ask(lambda: self._drawn(page, scale, clip), urgent=False)
        if page not in self._located:
            self._composer.ask(lambda: self._locate(page), urgent=False)
        return image

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
        self._page(page).draw(painter, part, self._picture)
        painter.end()
        return image

    def close(self) -> None:
        """Forget what has been set; the composer's thread ends."""
        if self._pages:
            self._composer.ask(self._pages.clear, urgent=False)
        self._composer.stop()

    def _page(self, page: int) -> SetPage:
        """Called by the composer."""
        found = self._pages.get(page)
        if found is None:
            found = self._pages[page] = self._set(page)
            self._measured[page] = found.height
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return found

    def _set(self, page: int) -> SetPage:
        start, stop = self.starts[page], self.starts[page + 1]
        return set_page(self._flow, page, self._spans_in(start, stop))

    def _picture(self, key: str) -> QImage | None:
        """Called by the composer."""
        found = self._decoded.get(key)
        if found is None:
            taken = self._pictures.get(key)
            if taken is None:
                return None
            found = self._decoded[key] = QImage.fromData(taken.data)
            if len(self._decoded) > PICTURES_KEPT:
                self._decoded.popitem(last=False)
        self._decoded.move_to_end(key)
        return None if found.isNull() else found

    def _spans_in(self, start: int, stop: int) -> list[Span]:
        first = bisect_left(self._span_starts, start - self._longest_span)
        last = bisect_right(self._span_starts, stop)
        return [span for span in self._spans[first:last] if span.stop > start]

    def _estimated(self) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        heights = []
        for start, stop in zip(self.starts, self.starts[1:], strict=False):
            line_ends = self.text.count("\n", start, stop)
            heights.append(LINE_HEIGHT * ((stop - start) / LINE_CHARACTERS + 0.6 * line_ends + 1))
        for block in self._flow.pictures:
            page = min(len(heights), bisect_right(self.starts, block.start)) - 1
            heights[page] += min(float(block.data.get("height") or LINE_HEIGHT), TALLEST)
        heights[0] += TOP_MARGIN
        heights[-1] += TOP_MARGIN
        return np.array(heights)
