"""Where words stand on the pages of a text: rectangles measured from its characters' boxes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Protocol

from verifier.queries import documents
from verifier.reading.boxes import rectangles, unpack_boxes
from verifier.text.document import Block, ReadDocument, pictures_of
from verifier.text.ranges import TextRange
from verifier.text.regions import Region
from verifier.text.running import parts_of, passed_over, running_of
from verifier.workspace import Workspace

Rectangles = tuple[tuple[float, ...], ...]
PAGES_KEPT = 32


class PageRange(Protocol):
    """What is asked of a page: its number from 1, its stretch of the text, its size in points."""

    @property
    def number(self) -> int: ...
    @property
    def start(self) -> int: ...
    @property
    def stop(self) -> int: ...
    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...


class Places:
    """The pages of one text, with the pictures and the running lines among its blocks.

    `boxes_of` fetches the packed boxes of a page, counted from 1.
    """

    def __init__(
        self,
        pages: Sequence[PageRange] = (),
        boxes_of: Callable[[int], bytes] = lambda _: b"",
        blocks: Sequence[Block] = (),
    ) -> None:
        self.pictures = pictures_of(blocks)
        self._running = running_of(blocks)
        self._pages = pages
        self._starts = [page.start for page in pages]
        self._boxes = lru_cache(maxsize=PAGES_KEPT)(
            lambda at: unpack_boxes(boxes_of(at + 1), pages[at].width, pages[at].height)
        )

    @classmethod
    def of_read(cls, read: ReadDocument) -> Places:
        """The pages of what was read just now."""
        return cls(read.pages, lambda number: read.pages[number - 1].boxes, read.blocks)

    @classmethod
    def of_layer(cls, workspace: Workspace, text_layer_id: str) -> Places:
        """The pages of a text of the case."""

        def boxes_of(number: int) -> bytes:
            with workspace.reading() as session:
                return documents.page_boxes(session, text_layer_id, number)

        with workspace.reading() as session:
            pages = documents.pages(session, text_layer_id)
            blocks, _ = documents.structure(session, text_layer_id)
        return cls(pages, boxes_of, blocks)

    def rectangles(self, words: TextRange) -> Rectangles:
        """What some words cover, each [page, x0, y0, x1, y1] in points; none without boxes.

        Running lines of pages that they go over are left out.
        """
        found: list[tuple[float, ...]] = []
        passed = passed_over(words, self._running)
        first = max(0, bisect_right(self._starts, words.start) - 1)
        for at in range(first, len(self._pages)):
            page = self._pages[at]
            if page.start >= words.stop:
                break
            start, stop = max(words.start, page.start), min(words.stop, page.stop)
            if start < stop and page.width:
                for part in parts_of(TextRange(start, stop), passed):
                    covered = part.shifted(-page.start)
                    sides = rectangles(self._boxes(at), covered.start, covered.stop)
                    found += [Region(page.number, *each).as_rectangle for each in sides]
        return tuple(found)

    def number_at(self, offset: int) -> int | None:
        """The number of the page on which an offset of the text stands; None without pages."""
        at = bisect_right(self._starts, offset) - 1
        return self._pages[at].number if at >= 0 else None

    def page(self, number: int) -> PageRange | None:
        """The page of this number, if it has a size: only then is there a place on it."""
        found = self._pages[number - 1] if 0 < number <= len(self._pages) else None
        return found if found is not None and found.width and found.height else None


NOWHERE = Places()
"""A text without pages."""
