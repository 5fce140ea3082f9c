"""Regions: rectangles of a page that are marked instead of words.

A scanned page has no words to select, and a picture never has any. A region is remembered by its
page and its sides in points of the page as shown, from the top left corner.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.text.ranges import TextRange

SMALLEST = 4.0
"""Points: what is narrower or lower was not meant as a region."""

Rect = tuple[float, float, float, float]


@dataclass(frozen=True, order=True, slots=True)
class Region:
    """A rectangle of a page, in points of the page as shown."""

    page: int
    """From 1."""
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def rect(self) -> Rect:
        """Left, top, right, bottom."""
        return self.x0, self.y0, self.x1, self.y1

    @property
    def width(self) -> float:
        """Points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Points."""
        return self.y1 - self.y0

    @property
    def area(self) -> float:
        """Square points: the smaller of two regions lies on top."""
        return self.width * self.height

    @property
    def is_drawn(self) -> bool:
        """Whether it is large enough to be meant."""
        return self.width >= SMALLEST and self.height >= SMALLEST

    @property
    def as_rectangle(self) -> tuple[float, ...]:
        """Page and sides, as a highlight keeps its rectangles."""
        return (self.page, *(round(side, 2) for side in self.rect))

    @property
    def fragment(self) -> str:
        """Page and rectangle as a fragment of a PDF's address (RFC 8118): left, top, size."""
        shown = ",".join(f"{side:.0f}" for side in (self.x0, self.y0, self.width, self.height))
        return f"page={self.page}&viewrect={shown}"

    def contains(self, x: float, y: float) -> bool:
        """Whether a point of its page lies inside."""
        return self.x0 <= x < self.x1 and self.y0 <= y < self.y1

    def within(self, width: float, height: float) -> Region:
        """The part of it that lies on a page of this size."""
        return replace(
            self,
            x0=min(max(self.x0, 0.0), width),
            y0=min(max(self.y0, 0.0), height),
            x1=min(max(self.x1, 0.0), width),
            y1=min(max(self.y1, 0.0), height),
        )

    def shifted(self, across: float, down: float, width: float, height: float) -> Region:
        """The same rectangle elsewhere on a page of this size, pushed against its border."""
        across = min(max(across, -self.x0), width - self.x1)
        down = min(max(down, -self.y0), height - self.y1)
        return Region(self.page, self.x0 + across, self.y0 + down, self.x1 + across, self.y1 + down)


Place = TextRange | Region
"""Where something is marked: words, or a rectangle of a page."""


def between(page: int, one: tuple[float, float], other: tuple[float, float]) -> Region:
    """The region that two opposite corners span, whichever was drawn first."""
    (x0, y0), (x1, y1) = one, other
    return Region(page, min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def region_of(start: int, stop: int, rectangles: Sequence[Sequence[float]]) -> Region | None:
    """The region that a passage without words is; None where it has words, or no rectangle."""
    found = next((each for each in rectangles if len(each) == 5), None)
    if start != stop or found is None:
        return None
    page, x0, y0, x1, y1 = found
    return Region(int(page), x0, y0, x1, y1)
