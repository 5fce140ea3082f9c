"""Where regions may be drawn: a page of the document's own, or a picture on the sheet of a text.

In a view every region is a rectangle of what is shown. What is remembered of one on a sheet is the
part of its picture, since the sheet is set anew each time: here one becomes the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from verifier.text.ranges import TextRange
from verifier.text.regions import Kept, PictureRegion, Place, Region
from verifier.ui.reader.flow import FlowProvider
from verifier.ui.reader.geometry import Rect
from verifier.ui.reader.provider import PageProvider


def frames_of(provider: PageProvider, page: int) -> Iterator[Rect]:
    """The frames on a page (from 0): itself, or the pictures that show on a stretch of a sheet."""
    if isinstance(provider, FlowProvider):
        shown = provider.geometry(page).pictures
        yield from (rect for number, rect in shown.items() if provider.digest(number))
    else:
        width, height = provider.page_sizes()[page]
        yield 0.0, 0.0, float(width), float(height)


def frame_at(provider: PageProvider, page: int, x: float, y: float) -> Rect | None:
    """The frame around a point of a page; a page is one around every point beside it, too."""
    frames = frames_of(provider, page)
    if not isinstance(provider, FlowProvider):
        return next(frames)
    return next((rect for rect in frames if _holds(rect, x, y)), None)


def frame_of(provider: PageProvider, region: Region) -> Rect:
    """The frame that a region lies in; the region itself where there is none any more."""
    middle = ((region.x0 + region.x1) / 2, (region.y0 + region.y1) / 2)
    return frame_at(provider, region.page - 1, *middle) or region.rect


def kept_region(provider: PageProvider, region: Region) -> Region | PictureRegion:
    """What is remembered of a region."""
    if not isinstance(provider, FlowProvider):
        return region
    pictures = provider.geometry(region.page - 1).pictures.items()
    middle = ((region.x0 + region.x1) / 2, (region.y0 + region.y1) / 2)
    number, rect = next(each for each in pictures if _holds(each[1], *middle))
    return region.of_picture(number, provider.digest(number), rect)


def can_be_moved(provider: PageProvider, kept: Kept) -> bool:
    """Whether something can be marked anew: the pixels of a picture must have come for that."""
    if not isinstance(kept, PictureRegion):
        return True
    return isinstance(provider, FlowProvider) and bool(provider.digest(kept.number))


def shown_place(provider: PageProvider, kept: Kept) -> Place | None:
    """Where something that is remembered is seen; None for a region whose picture is not shown."""
    if not isinstance(kept, PictureRegion):
        return kept
    page = provider.page_of_picture(kept.number) if isinstance(provider, FlowProvider) else None
    return None if page is None else provider.geometry(page).region(kept, page)


def text_place(provider: PageProvider, region: Region | PictureRegion) -> TextRange:
    """The empty range of the text where a region stands in its order: beside its upper left
    corner, or where its picture is."""
    if isinstance(region, PictureRegion):
        at = provider.picture_start(region.number) if isinstance(provider, FlowProvider) else 0
    else:
        page = region.page - 1
        at = provider.starts[page] + provider.geometry(page).caret_at(region.x0, region.y0)
    return TextRange(at, at)


def _holds(rect: Rect, x: float, y: float) -> bool:
    x0, y0, x1, y1 = rect
    return x0 <= x < x1 and y0 <= y < y1
