"""What the characters of a PDF page are like as a whole.

Most pages need nothing special done to them. One look tells, instead of one for each thing.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from verifier.reading import built
from verifier.reading.boxes import Boxes
from verifier.reading.pdf_codes import PRIVATE_FIRST, PRIVATE_LAST, SPACE, UNKNOWN

Codes = np.ndarray[tuple[Any, ...], np.dtype[np.uint32]]

GAP = 0.7
"""White between columns, at least; in heights of a line."""


class Survey(NamedTuple):
    """What there is on a page."""

    readable: int
    """Characters that are neither blank nor unknown nor from a font's private codes."""
    highest: int
    """The highest code point."""
    gaps: int
    """How often white as between columns lies behind a character, before the next one."""
    is_spaced: bool
    """Whether four blanks take turns with other characters, as in letters with blanks between."""


def survey(codes: Codes, boxes: Boxes) -> Survey:
    """Look at all characters of a page."""
    if not len(codes):
        return Survey(0, 0, 0, is_spaced=False)
    return by_numpy(codes, boxes) if built.LOOPS is None else _by_built_loop(codes, boxes)


def _by_built_loop(codes: Codes, boxes: Boxes) -> Survey:
    columns, found = np.ascontiguousarray(boxes.T), np.empty(len(Survey._fields), np.int32)
    built.LOOPS.survey(codes.ctypes.data, columns.ctypes.data, len(codes), found.ctypes.data)
    readable, highest, gaps, spaced = found.tolist()
    return Survey(readable, highest, gaps, is_spaced=bool(spaced))


def by_numpy(codes: Codes, boxes: Boxes) -> Survey:
    """`survey` of a page with some characters."""
    printed = codes > SPACE
    own = (codes >= PRIVATE_FIRST) & (codes <= PRIVATE_LAST)
    solid = np.flatnonzero(printed)
    x0, y0, x1, y1 = boxes.T
    before = solid[:-1]
    white, heights = x0.take(solid[1:]) - x1.take(before), y1.take(before) - y0.take(before)
    blank = codes == SPACE
    return Survey(
        readable=int(np.count_nonzero(printed & (codes != UNKNOWN) & ~own)),
        highest=int(codes.max()),
        gaps=int(np.count_nonzero((heights > 0) & (white > GAP * heights))),
        is_spaced=bool((blank[:-6] & blank[2:-4] & blank[4:-2] & blank[6:]).any()),
    )
