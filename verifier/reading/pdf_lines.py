"""The lines of a PDF page."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial
from struct import Struct
from typing import Any, NamedTuple, overload

from verifier.reading.arrays import Boxes, Codes, np
from verifier.reading.built import address
from verifier.reading.pdf_codes import NEWLINE

ENDS_MARK = (ord(")"), ord("."))
"""What stands behind the letters of a list's item."""
TALLER = 1.05
"""From this share on a line is taller than some of its characters because of others."""
MIDDLING = 400
"""Characters, with the line end, of a line of which the usual ones are looked for."""
LETTERS = 4
"""Characters in which the letters of a list's item end with a bracket or a stop: "iii)"."""
SAMPLES = 8
"""So many characters of a line tell whether all are of one height."""


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
    """Height in points; without raised and lowered signs, which belong to few of its characters."""


make_line = partial(tuple.__new__, Line)
"""A line from any seven values: the class itself takes twice as long."""
_LINE = Struct("=iifffff4x")
_ROW = (
    *((name, "i4") for name in ("start", "stop")),
    *((side, "f4") for side in ("x0", "y0", "x1", "y1", "size")),
    ("may_be_item", "i4"),
)
ROW_SIZE = _LINE.size
"""Bytes of a line as the built loops write it."""
_NUMBERS = ROW_SIZE // 4
"""In a line as they write it."""


class Lines(Sequence[Line]):
    """Lines as the built loops write them, made into tuples where somebody asks for them.

    Few pages need more than their first and last lines.
    """

    def __init__(self, rows: bytearray) -> None:
        self.rows = rows
        self._all: list[Line] | None = None

    def __len__(self) -> int:
        return len(self.rows) // ROW_SIZE

    def __iter__(self) -> Iterator[Line]:
        return iter(self._listed())

    @overload
    def __getitem__(self, index: int) -> Line: ...

    @overload
    def __getitem__(self, index: slice) -> list[Line]: ...

    def __getitem__(self, index: int | slice) -> Line | list[Line]:
        if self._all is not None:
            return self._all[index]
        wanted = range(len(self))[index]
        if isinstance(wanted, int):
            return self._one(wanted)
        return list(map(self._one, wanted)) if len(wanted) < len(self) else self._listed()

    def _one(self, number: int) -> Line:
        line: Line = make_line(_LINE.unpack_from(self.rows, number * ROW_SIZE))
        return line

    def _listed(self) -> list[Line]:
        if self._all is None:
            self._all = list(map(make_line, _LINE.iter_unpack(self.rows)))
        return self._all

    @property
    def place(self) -> int:
        """Where their rows stand in memory."""
        return address(self.rows)

    @property
    def bounds(self) -> list[tuple[int, int]]:
        """Where each begins and stops."""
        numbers = memoryview(self.rows).cast("i")
        starts, stops = numbers[::_NUMBERS].tolist(), numbers[1::_NUMBERS].tolist()
        return list(zip(starts, stops, strict=True))

    def taken(self, stretches: Sequence[tuple[int, int]]) -> Lines:
        """Those of some stretches of characters, whole lines each, one after the other."""
        starts = memoryview(self.rows).cast("i")[::_NUMBERS].tolist()
        made, place = bytearray(), 0
        for start, stop in stretches:
            first, after = bisect_left(starts, start), bisect_left(starts, stop)
            rows = array("i", self.rows[ROW_SIZE * first : ROW_SIZE * after])
            by = place - start
            rows[::_NUMBERS] = array("i", [old + by for old in rows[::_NUMBERS]])
            rows[1::_NUMBERS] = array("i", [old + by for old in rows[1::_NUMBERS]])
            made += rows.tobytes()
            place += stop - start
        return Lines(made)

    def items(self) -> list[int]:
        """The numbers of those that may be an item of a list, by their first characters."""
        flags = memoryview(self.rows).cast("i")[_NUMBERS - 1 :: _NUMBERS].tolist()
        return [number for number, flag in enumerate(flags) if flag] if any(flags) else []


NO_LINES = Lines(bytearray())


def by_numpy(codes: Codes, boxes: Boxes) -> Lines:
    """The lines of a page with some characters, of which the last is a line end."""
    ends = np.flatnonzero(codes == NEWLINE)
    starts = np.concatenate(([0], ends[:-1] + 1))
    rows = np.empty(len(starts), list(_ROW))
    rows["start"], rows["stop"] = starts, ends
    rows["x0"], rows["y0"] = np.minimum.reduceat(boxes.T[:2], starts, axis=1)
    rows["x1"], rows["y1"] = np.maximum.reduceat(boxes.T[2:], starts, axis=1)
    rows["size"] = _usual_heights(boxes, starts, ends, rows["y1"] - rows["y0"])
    first = codes[starts] & ~np.uint32(0x20)
    is_letter = (first >= ord("A")) & (first <= ord("Z"))
    padded = np.append(codes, np.zeros(LETTERS, np.uint32))
    has_mark = np.isin(padded[starts[:, None] + np.arange(LETTERS)], ENDS_MARK).any(axis=1)
    rows["may_be_item"] = ~is_letter | has_mark
    return Lines(bytearray(rows.tobytes()))


def _usual_heights(boxes: Boxes, starts: Any, ends: Any, whole: Boxes) -> Boxes:
    """The lines' heights, of their usual characters where others stand higher or lower."""
    heights = boxes.T[3] - boxes.T[1]
    made = whole.copy()
    steps = (ends + 1 - starts)[:, None] * np.arange(SAMPLES) // SAMPLES
    least = heights[starts[:, None] + steps].min(axis=1)
    for number in np.flatnonzero(whole > np.float32(TALLER) * least).tolist():
        inside = np.sort(heights[starts[number] : ends[number]])
        if 0 < len(inside) < MIDDLING and inside[len(inside) // 2] > 0:
            made[number] = inside[len(inside) // 2]
    return made


def has_room(text: str, last: Line, line: Line, right: float) -> bool:
    """Whether the next line's first word would have stood in the white at the end of the last one.

    The word is measured by the usual width of a character in its line.
    """
    start, stop, x0, _, x1, _, size = line
    place = text.find(" ", start, stop)
    letters = (stop if place < 0 else place) - start
    word = (letters + 1) * ((x1 - x0) / max(1, stop - start)) + 0.5 * size
    quarter = 0.25 * (right - min(x0, last.x0))
    return right - last.x1 > min(word, quarter)
