"""A PDF as `PageProvider`: pictures and links from PDFium, text and boxes from the case."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from verifier.reading.boxes import unpack_boxes
from verifier.reading.render import PdfView
from verifier.text.document import Block
from verifier.text.ranges import TextRange
from verifier.ui.reader.geometry import PageGeometry
from verifier.ui.reader.layout import Sizes
from verifier.ui.reader.provider import Link

PAGES_KEPT = 48


class PageRow(Protocol):
    """What is known of a page: `verifier.reading.document.ReadPage`, or a row of the database."""

    @property
    def start(self) -> int: ...
    @property
    def stop(self) -> int: ...
    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...


class PdfProvider:
    """The pages of a PDF. `boxes_of` fetches the packed boxes of a page (from 0) when needed."""

    paged = True

    def __init__(
        self,
        source: bytes | Path | PdfView,
        text: str,
        pages: Sequence[PageRow],
        boxes_of: Callable[[int], bytes],
        *,
        blocks: Sequence[Block] = (),
        title: str = "",
    ) -> None:
        self.title = title
        self.text = text
        self.starts: Sequence[int] = [*(page.start for page in pages), len(text)]
        self._sizes = [(page.width, page.height) for page in pages]
        self._boxes_of = boxes_of
        self._blocks = sorted(blocks, key=lambda block: block.start)
        self._block_starts = [block.start for block in self._blocks]
        self._geometries: OrderedDict[int, PageGeometry] = OrderedDict()
        self._links: dict[int, list[Link]] = {}
        self.view = source if isinstance(source, PdfView) else PdfView(source, title)

    def page_sizes(self) -> Sizes:
        """Points, as shown."""
        return self._sizes

    def settled(self, page: int) -> bool:  # noqa: ARG002
        """Sizes are exact from the start."""
        return True

    def measure(self, page: int) -> None:
        """Sizes are exact from the start."""

    def measured(self, page: int) -> bool:  # noqa: ARG002
        """Sizes are exact from the start."""
        return True

    def located(self, page: int) -> bool:  # noqa: ARG002
        """Fetching the boxes of a page takes next to no time."""
        return True

    def settle(self, page: int) -> bool:  # noqa: ARG002
        """Sizes are exact from the start."""
        return False

    def geometry(self, page: int) -> PageGeometry:
        """The places of the characters of a page."""
        found = self._geometries.get(page)
        if found is None:
            found = self._geometries[page] = self._geometry(page)
            if len(self._geometries) > PAGES_KEPT:
                self._geometries.popitem(last=False)
        self._geometries.move_to_end(page)
        return found

    def render(
        self, page: int, scale: float, clip: QRect, give_up: Callable[[], bool] | None = None
    ) -> QImage:
        """Draw a part of a page straight into a picture."""
        image = QImage(clip.size(), QImage.Format.Format_RGB32)
        place = (clip.x(), clip.y(), clip.width(), clip.height())
        self.view.render(
            page + 1,
            scale,
            image.bits(),
            stride=image.bytesPerLine(),
            clip=place,
            give_up=give_up,
        )
        if page not in self._links:
            self._links[page] = [
                Link((x.x0, x.y0, x.x1, x.y1), x.address, x.page - 1 if x.page else None)
                for x in self.view.links(page + 1)
            ]
        return image

    def links(self, page: int) -> Sequence[Link]:
        """The links of a page that has been drawn.

        They were fetched in the drawing thread: PDFium does one thing at a time, and the window
        must not wait until a difficult page is done.
        """
        return self._links.get(page, [])

    def paragraph(self, index: int) -> TextRange:
        """The paragraph around an offset, or the line where paragraphs are not known."""
        at = bisect_right(self._block_starts, index) - 1
        if at >= 0 and index <= self._blocks[at].stop:
            return TextRange(self._blocks[at].start, self._blocks[at].stop)
        start = self.text.rfind("\n", 0, index) + 1
        stop = self.text.find("\n", index)
        return TextRange(start, len(self.text) if stop < 0 else stop)

    def starts_paragraph(self, index: int) -> bool:
        """Whether a paragraph is known to begin at an offset, not one that goes on there."""
        at = bisect_left(self._block_starts, index)
        found = at < len(self._blocks) and self._block_starts[at] == index
        return found and not self._blocks[at].data.get("continued")

    def close(self) -> None:
        """Close the file."""
        self.view.close()

    def _geometry(self, page: int) -> PageGeometry:
        start, stop = self.starts[page], self.starts[page + 1]
        boxes = unpack_boxes(self._boxes_of(page), *self._sizes[page])
        if len(boxes) != stop - start:
            boxes = np.zeros((stop - start, 4), dtype=np.float32)
        return PageGeometry(self.text[start:stop], boxes)
