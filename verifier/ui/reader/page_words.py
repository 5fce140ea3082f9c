"""The words of pages of a fixed size, each character in its box: what can be selected on them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Protocol

import numpy as np

from verifier.reading.boxes import unpack_boxes
from verifier.text.document import Block
from verifier.text.ranges import TextRange
from verifier.text.running import passed_over, running_of
from verifier.ui.reader.geometry import PageGeometry
from verifier.ui.reader.layout import Sizes

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


class PageWords:
    """The part of a `PageProvider` that knows words. `boxes_of` fetches a page's packed boxes."""

    paged = True

    def __init__(
        self,
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

    def running_lines(self, words: TextRange, page: int | None = None) -> Sequence[TextRange]:
        """Heads, feet and notes of pages, or of one page (from 0), that a passage goes over."""
        if page is None:
            return passed_over(words, self._running)
        first = bisect_left(self._running_starts, self.starts[page])
        here = self._running[first : bisect_left(self._running_starts, self.starts[page + 1])]
        if not here or words.stop <= here[0].stop or words.start >= here[-1].start:
            return ()
        found = passed_over(words, self._running)
        return [each for each in here if found and found[0] <= each <= found[-1]]

    @cached_property
    def _running(self) -> Sequence[TextRange]:
        return running_of(self._blocks)

    @cached_property
    def _running_starts(self) -> list[int]:
        return [each.start for each in self._running]

    def _geometry(self, page: int) -> PageGeometry:
        start, stop = self.starts[page], self.starts[page + 1]
        boxes = unpack_boxes(self._boxes_of(page), *self._sizes[page])
        if len(boxes) != stop - start:
            boxes = np.zeros((stop - start, 4), dtype=np.float32)
        return PageGeometry(self.text[start:stop], boxes)
