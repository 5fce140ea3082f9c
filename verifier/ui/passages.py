"""From what is marked in the reader to what a highlight remembers: its place on the pages."""

from __future__ import annotations

from verifier.actions.claims import Passage
from verifier.text.ranges import TextRange
from verifier.text.regions import PictureRegion, Region
from verifier.text.selectors import describe
from verifier.ui.reader.frames import kept_region, text_place
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
    """A region as a passage without words. Its offset says where in the text's order it stands.

    Of a picture in a text it also tells what stands around the picture.
    """
    provider = view.provider
    if provider is None:
        return Passage(edition_id, TextRange(0, 0), "", rectangles=(region.as_rectangle,))
    kept = kept_region(provider, region)
    where, drawn = text_place(provider, kept), (kept.as_rectangle,)
    if not isinstance(kept, PictureRegion):
        return Passage(edition_id, where, "", rectangles=drawn, page=region.page)
    around = describe(provider.text, where).quote
    return Passage(edition_id, where, "", around.prefix, around.suffix, drawn, picture=kept.picture)
