"""What the view asks of a document, whatever its format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from verifier.text.ranges import TextRange
from verifier.ui.reader.geometry import PageGeometry, Rect
from verifier.ui.reader.layout import Sizes


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link stands on its page and where it leads: an address, or a place inside."""

    rect: Rect
    address: str = ""
    page: int | None = None
    """Counted from 0."""
    y: float = 0.0
    """Points from the top of that page, as the file shows it."""
    offset: int | None = None
    """A place in the text, where there are no pages."""


class PageProvider(Protocol):
    """Pages with a size, a picture, and text with a place for each character."""

    title: str
    text: str
    starts: Sequence[int]
    """Where the text of each page starts, and at the end the length of the text."""
    paged: bool
    """Whether the pages are the document's own; otherwise they are stretches of one long sheet."""

    def page_sizes(self) -> Sizes:
        """Width and height of every page in points, as far as they are known."""
        ...

    def settled(self, page: int) -> bool:
        """Whether the size of a page is exact."""
        ...

    def settle(self, page: int) -> bool:
        """Make the size of a page exact; whether it changed."""
        ...

    def measure(self, page: int) -> None:
        """Find out the size of a page; called in another thread, before anybody has to wait."""
        ...

    def measured(self, page: int) -> bool:
        """Whether `settle` takes no time."""
        ...

    def located(self, page: int) -> bool:
        """Whether `geometry` answers at once; it does for a page that has been drawn."""
        ...

    def geometry(self, page: int) -> PageGeometry:
        """The places of the characters of a page."""
        ...

    def render(
        self, page: int, scale: float, clip: QRect, give_up: Callable[[], bool] | None = None
    ) -> QImage:
        """A part (in device pixels) of the picture of a page at `scale` device pixels a point.

        Called in a thread of its own, for it takes its time.

        One that takes long asks `give_up` now and then whether to raise Cancelled.
        """
        ...

    def links(self, page: int) -> Sequence[Link]:
        """The links of a page."""
        ...

    def paragraph(self, index: int) -> TextRange:
        """The paragraph around an offset, or its line where paragraphs are not known."""
        ...

    def starts_paragraph(self, index: int) -> bool:
        """Whether a paragraph is known to begin at an offset."""
        ...

    def running_lines(self, words: TextRange, page: int | None = None) -> Sequence[TextRange]:
        """Heads, feet and notes of pages, or of one page (from 0), that a passage goes over."""
        ...

    def close(self) -> None:
        """Give back what is open."""
        ...
