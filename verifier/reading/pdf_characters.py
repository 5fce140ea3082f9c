"""The characters of a PDF page, each with its box, as bytes or as numpy's arrays.

What is done to every page works on bytes, which the built loops take as they are; arrays are made
where a page needs more than that.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import NamedTuple

from verifier.reading import built
from verifier.reading.arrays import Boxes, Codes, np
from verifier.reading.pdf_lines import Lines
from verifier.reading.pdf_survey import NOTHING, Survey, by_built_loop, by_numpy

SIDES = 4
ITEM = 4
"""Bytes of a code point, and of a side of a box."""
_UTF_32 = "utf-32-le" if sys.byteorder == "little" else "utf-32-be"


class Buffers(NamedTuple):
    """Characters in memory as the built loops take them."""

    codes: bytearray
    """Four bytes a code point."""
    sides: bytearray
    """Of boxes, as 32-bit floats: all left edges, then all tops, rights and bottoms."""

    @property
    def code_points(self) -> memoryview[int]:
        """The code points as numbers that can be changed."""
        return memoryview(self.codes).cast("I")

    @property
    def edges(self) -> memoryview[float]:
        """The sides as numbers that can be changed."""
        return memoryview(self.sides).cast("f")


class Characters:
    """Code points of a page with their boxes, ending with a line end unless there are none.

    They are not changed once they are made.
    """

    __slots__ = ("_arrays", "_buffers", "_survey")

    def __init__(self, codes: Codes, boxes: Boxes) -> None:
        self._arrays: tuple[Codes, Boxes] | None = codes, boxes
        self._buffers: Buffers | None = None
        self._survey: Survey | None = None

    @classmethod
    def of_bytes(cls, buffers: Buffers, known: Survey | None = None) -> Characters:
        """Those that stand in memory so, and the survey where it was made meanwhile."""
        made = cls.__new__(cls)
        made._arrays, made._buffers, made._survey = None, buffers, known
        return made

    def __len__(self) -> int:
        if self._buffers is not None:
            return len(self._buffers.codes) // ITEM
        return len(self.codes)

    @property
    def codes(self) -> Codes:
        """The code points as an array."""
        return self._as_arrays()[0]

    @property
    def boxes(self) -> Boxes:
        """The boxes (x0, y0, x1, y1) as rows of an array."""
        return self._as_arrays()[1]

    @property
    def buffers(self) -> Buffers:
        """Both as bytes."""
        if self._buffers is None:
            codes, boxes = self._as_arrays()
            self._buffers = Buffers(
                bytearray(np.ascontiguousarray(codes, np.uint32)),
                bytearray(np.ascontiguousarray(boxes.T, np.float32)),
            )
        return self._buffers

    @property
    def survey(self) -> Survey:
        """What they are like as a whole."""
        if self._survey is None:
            self._survey = self._look_over()
        return self._survey

    @property
    def lines(self) -> Lines:
        """The page's lines in the order of its characters."""
        return self.survey.lines

    def text(self) -> str:
        """The code points as a string."""
        return str(self.buffers.codes, _UTF_32)

    def taken(self, stretches: Iterable[tuple[int, int]]) -> Characters:
        """Stretches of them, from `start` to `stop` each, one after the other."""
        codes, sides = memoryview(self.buffers.codes), memoryview(self.buffers.sides)
        parts = [(ITEM * start, ITEM * stop) for start, stop in stretches]
        of_sides = (sides[at : at + len(codes)] for at in range(0, len(sides), len(codes) or 1))
        return Characters.of_bytes(
            Buffers(
                bytearray().join([codes[start:stop] for start, stop in parts]),
                bytearray().join([side[start:stop] for side in of_sides for start, stop in parts]),
            )
        )

    def _look_over(self) -> Survey:
        if not len(self):
            return NOTHING
        if built.LOOPS is None:
            return by_numpy(self.codes, self.boxes)
        return by_built_loop(*self.buffers)

    def _as_arrays(self) -> tuple[Codes, Boxes]:
        if self._arrays is None:
            assert self._buffers is not None
            codes, sides = self._buffers
            boxes = np.frombuffer(sides, np.float32).reshape(SIDES, -1).T
            self._arrays = np.frombuffer(codes, np.uint32), boxes
        return self._arrays


NO_CHARACTERS = Characters.of_bytes(Buffers(bytearray(), bytearray()))
