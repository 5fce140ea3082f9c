"""How far down the document, or down a page, things stand: for the strip and the thumbnails.

A place in a text counts as a part of its page's characters: exact enough for a mark of a few
pixels, and nobody has to fetch the boxes of pages that are not shown.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from verifier.text.regions import Region
from verifier.ui.reader.highlights import HighlightIndex, PaintedHighlight
from verifier.ui.reader.layout import Floats, PageLayout

Places = Sequence[int] | npt.NDArray[np.int64]


def depths(starts: Sequence[int], layout: PageLayout, indices: Places) -> Floats:
    """How far down the document characters are, from 0 to 1."""
    if not layout.count:
        return np.zeros(0)
    places, begins = np.array(indices, dtype=np.int64), np.array(starts)
    pages = np.searchsorted(begins, places, side="right") - 1
    pages = np.clip(pages, 0, layout.count - 1)
    lengths = np.maximum(1, begins[pages + 1] - begins[pages])
    return layout.depths(pages, (places - begins[pages]) / lengths)


def depths_of(index: HighlightIndex, starts: Sequence[int], layout: PageLayout) -> Floats:
    """How far down the document highlights begin, from 0 to 1."""
    found = depths(starts, layout, index.begins)
    for at, region in index.regions() if len(found) else ():
        page = max(0, min(region.page, layout.count) - 1)
        inside = np.array([_down(region, layout, page)])
        found[at] = layout.depths(np.array([page]), inside)[0]
    return found


def depth_on_page(
    mark: PaintedHighlight, starts: Sequence[int], layout: PageLayout, page: int
) -> float:
    """How far down a page a highlight begins, from 0 to 1."""
    if mark.region is not None:
        return _down(mark.region, layout, page)
    start, stop = starts[page], starts[page + 1]
    return min(1.0, max(0, mark.range.start - start) / max(1, stop - start))


def _down(region: Region, layout: PageLayout, page: int) -> float:
    return region.y0 / layout.points(page)[1]
