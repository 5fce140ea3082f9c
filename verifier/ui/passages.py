"""From what is marked in the reader to what a highlight remembers: its place on the pages."""

from __future__ import annotations

from verifier.actions.claims import Passage
from verifier.text.ranges import TextRange
from verifier.text.regions import Region
from verifier.ui.reader.selection import page_of
from verifier.ui.reader.view import ReaderView

Rectangles = tuple[tuple[float, ...], ...]


def rectangles_of(view: ReaderView, words: TextRange) -> Rectangles:
    """What some words cover, each [page from 1, x0, y0, x1, y1] in points as shown.

    A text without pages is set anew for each window: there it is nothing.
    """
    provider = view.provider
    if provider is None or not provider.paged or not len(words):
        return ()
    pages = range(page_of(provider, words.start), page_of(provider, words.stop - 1) + 1)
    return tuple(
        Region(page + 1, *rect).as_rectangle
        for page in pages
        for rect in view.rects_of(page, words)
    )


def region_passage(view: ReaderView, edition_id: str, region: Region) -> Passage:
    """A region as a passage without words. Its offset says where in the text's order it stands."""
    return Passage(
        edition_id,
        place_in_text(view, region),
        quote="",
        rectangles=(region.as_rectangle,),
        page=region.page,
    )


def place_in_text(view: ReaderView, region: Region) -> TextRange:
    """The empty range of the text beside the region's upper left corner."""
    provider = view.provider
    if provider is None:
        return TextRange(0, 0)
    page = region.page - 1
    at = provider.starts[page] + provider.geometry(page).caret_at(region.x0, region.y0)
    return TextRange(at, at)
