"""What the characters of a PDF page are like as a whole, and its lines.

Most pages need nothing special done to them. One look tells, instead of one for each thing.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from struct import Struct
from typing import Any, NamedTuple

import numpy as np

from verifier.reading import built
from verifier.reading.boxes import Boxes
from verifier.reading.built import address
from verifier.reading.pdf_codes import NEWLINE, PRIVATE_FIRST, PRIVATE_LAST, SPACE, UNKNOWN

Codes = np.ndarray[tuple[Any, ...], np.dtype[np.uint32]]

GAP = 0.7
"""White between columns, at least; in heights of a line."""


class Line(NamedTuple):
    """A line or a part of one: characters `start:stop` of the page, without its line end.

    A tuple, because a document has a great many of them.
    """

    start: int
    stop: int
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    """Height in points."""


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
    lines: list[Line]
    """In the order of the characters."""


ROW = Struct("=iifffff")
"""A line as the built loops write it."""
ANSWERS = Struct("=5i")
"""What they find besides: the survey without its lines, and how many lines there are."""


def survey(codes: Codes, boxes: Boxes) -> Survey:
    """Look at all characters of a page, of which the last is a line end."""
    if not len(codes):
        return Survey(0, 0, 0, is_spaced=False, lines=[])
    return by_numpy(codes, boxes) if built.LOOPS is None else _by_built_loop(codes, boxes)


def _by_built_loop(codes: Codes, boxes: Boxes) -> Survey:
    codes, columns = np.ascontiguousarray(codes), np.ascontiguousarray(boxes.T)
    rows, answers = bytearray(ROW.size * len(codes)), bytearray(ANSWERS.size)
    built.LOOPS.survey(
        address(codes), address(columns), len(codes), address(rows), address(answers)
    )
    return surveyed(memoryview(answers), memoryview(rows))


def surveyed(answers: memoryview, rows: memoryview) -> Survey:
    """What a built loop found, from where it wrote that."""
    readable, highest, gaps, spaced, count = ANSWERS.unpack_from(answers)
    lines = list(map(Line._make, ROW.iter_unpack(rows[: count * ROW.size])))
    return Survey(readable, highest, gaps, bool(spaced), lines)


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
        lines=_lines(codes, boxes),
    )


def _lines(codes: Codes, boxes: Boxes) -> list[Line]:
    ends = np.flatnonzero(codes == NEWLINE)
    starts = np.concatenate(([0], ends[:-1] + 1))
    low = np.minimum.reduceat(boxes.T[:2], starts, axis=1)
    high = np.maximum.reduceat(boxes.T[2:], starts, axis=1)
    columns = (starts, ends, *low, *high, high[1] - low[1])
    return list(map(Line._make, zip(*(column.tolist() for column in columns), strict=True)))


def is_descending(lines: Iterable[Line]) -> bool:
    """Whether the middle of each line stands below the line before: nothing stands side by side."""
    return all(one.y1 + one.y1 <= after.y0 + after.y1 for one, after in pairwise(lines))
