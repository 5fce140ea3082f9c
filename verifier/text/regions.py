"""Regions: rectangles that are marked instead of words, of a page or of a picture in a text.

A scanned page has no words to select, and a picture never has any. A region of a page is remembered
by its page and its sides in points of the page as shown, from the top left corner.

A text without pages (Word, HTML, Markdown) is set anew for each window, so a region of a picture in
it is remembered by the picture: which one it is in the order of the text, the SHA-256 of its bytes,
and sides in percent of its width and height, whatever size it is shown in. The place of its passage
in the text is the picture's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil, floor

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

    def within(self, frame: Rect) -> Region:
        """The part of it that lies in a frame: a page, or a picture on it."""
        left, top, right, bottom = frame
        return replace(
            self,
            x0=min(max(self.x0, left), right),
            y0=min(max(self.y0, top), bottom),
            x1=min(max(self.x1, left), right),
            y1=min(max(self.y1, top), bottom),
        )

    def shifted(self, across: float, down: float, frame: Rect) -> Region:
        """The same rectangle elsewhere in a frame, pushed against its border."""
        left, top, right, bottom = frame
        across = min(max(across, left - self.x0), right - self.x1)
        down = min(max(down, top - self.y0), bottom - self.y1)
        return Region(self.page, self.x0 + across, self.y0 + down, self.x1 + across, self.y1 + down)

    def of_picture(self, number: int, picture: str, frame: Rect) -> PictureRegion:
        """The same as a part of the picture that is shown in this frame."""
        left, top, right, bottom = frame
        inside = self.within(frame)
        across, down = 100 / (right - left), 100 / (bottom - top)
        return PictureRegion(
            number,
            (inside.x0 - left) * across,
            (inside.y0 - top) * down,
            (inside.x1 - left) * across,
            (inside.y1 - top) * down,
            picture,
        )


@dataclass(frozen=True, order=True, slots=True)
class PictureRegion:
    """A rectangle of a picture inside a text without pages, in percent of the picture's sides."""

    number: int
    """Which picture of the text it is, from 1."""
    x0: float
    y0: float
    x1: float
    y1: float
    picture: str
    """SHA-256 of the picture's bytes as the file holds them."""

    @property
    def as_rectangle(self) -> tuple[float, ...]:
        """Number of the picture and sides, as a highlight keeps its rectangles."""
        return (self.number, *(round(side, 3) for side in (self.x0, self.y0, self.x1, self.y1)))

    def scaled(self, width: float, height: float) -> Rect:
        """Left, top, right, bottom where the picture is this large."""
        return (
            *(self.x0 / 100 * width, self.y0 / 100 * height),
            *(self.x1 / 100 * width, self.y1 / 100 * height),
        )

    def pixels(self, width: int, height: int) -> tuple[int, int, int, int]:
        """The whole pixels that it touches where the picture has so many; at least one."""
        x0, y0, x1, y1 = self.scaled(width, height)
        left, top = min(floor(x0), width - 1), min(floor(y0), height - 1)
        return left, top, max(ceil(x1), left + 1), max(ceil(y1), top + 1)

    def on(self, page: int, frame: Rect) -> Region:
        """Where it is seen while the picture is shown in a frame of a page."""
        left, top, right, bottom = frame
        x0, y0, x1, y1 = self.scaled(right - left, bottom - top)
        return Region(page, left + x0, top + y0, left + x1, top + y1)

    def fragment(self, size: tuple[int, int] | None) -> str:
        """The rectangle as a media fragment (W3C): left, top, size in pixels of the picture.

        Where nobody knows how many it has, in percent; whole ones, as the grammar has no fractions.
        """
        unit = "percent" if size is None else "pixel"
        left, top, right, bottom = self.pixels(*(size or (100, 100)))
        return f"xywh={unit}:{left},{top},{right - left},{bottom - top}"


Place = TextRange | Region
"""Where something is marked in a view: words, or a rectangle of a page."""
Kept = TextRange | Region | PictureRegion
"""Where something is marked, as it is remembered."""


def between(page: int, one: tuple[float, float], other: tuple[float, float]) -> Region:
    """The region that two opposite corners span, whichever was drawn first."""
    (x0, y0), (x1, y1) = one, other
    return Region(page, min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def region_of(
    start: int, stop: int, rectangles: Sequence[Sequence[float]], picture: str = ""
) -> Region | PictureRegion | None:
    """The region that a passage without words is; None where it has words, or no rectangle.

    `picture` is the SHA-256 of the picture whose region it is; empty: it is one of a page.
    """
    found = next((each for each in rectangles if len(each) == 5), None)
    if start != stop or found is None:
        return None
    number, x0, y0, x1, y1 = found
    if picture:
        return PictureRegion(int(number), x0, y0, x1, y1, picture)
    return Region(int(number), x0, y0, x1, y1)
