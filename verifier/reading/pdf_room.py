"""Room for what the built loop reads of a PDF page, kept from page to page.

Asking for room and where it is takes longer than filling it.
"""

from __future__ import annotations

import struct

import numpy as np

from verifier.reading import built
from verifier.reading.boxes import Boxes
from verifier.reading.built import address
from verifier.reading.pdf_calls import BOX_AT, UNICODE_AT
from verifier.reading.pdf_lines import ROW_SIZE, Codes
from verifier.reading.pdf_survey import ANSWERS, PAIR, Survey, surveyed
from verifier.reading.pdfium import Geometry

_USUAL = 8_192
"""Characters; few pages have more."""
_PLACING = struct.Struct("=4i4f4f")


class Room:
    """Buffers for a page of so many characters. The caller holds PDFium's lock."""

    _kept: Room | None = None

    def __init__(self, size: int) -> None:
        # A hyphen may bring a line end with it; a line has a character besides.
        made, lines = 2 * size + 1, size + 1
        self._size = size
        self._units = np.empty(size, np.uint32)
        self._boxes = np.empty(4 * size, np.float32)
        self._codes = np.empty(made, np.uint32)
        self._cleaned = np.empty(4 * made, np.float32)
        self._rows = bytearray(ROW_SIZE * lines)
        self._gaps = bytearray(PAIR.size * lines)
        self._answers = bytearray(ANSWERS.size)
        self._placing = bytearray(_PLACING.size)
        buffers = (
            self._units,
            self._boxes,
            self._codes,
            self._cleaned,
            self._rows,
            self._gaps,
            self._answers,
        )
        self._addresses = tuple(map(address, buffers))
        self._placing_at = address(self._placing)

    @classmethod
    def of(cls, count: int) -> Room:
        """Room for a page of so many characters; the same again for the next page."""
        if count > _USUAL:
            return cls(count)
        if cls._kept is None:
            cls._kept = cls(_USUAL)
        return cls._kept

    def read(self, text_page: int, count: int, shape: Geometry, marks: int) -> int:
        """Read an open text page: how many characters it has, -1 where not all are ordinary ones.

        `marks` is where it stands in memory what is to be done with which (see pdf_text).
        """
        sides, signs, moves = shape.placing
        _PLACING.pack_into(self._placing, 0, *sides, *signs, *moves)
        kept: int = built.LOOPS.read_page(
            UNICODE_AT, BOX_AT, text_page, count, self._placing_at, marks,
            2 * shape.width, 2 * shape.height, *self._addresses,
        )  # fmt: skip
        return kept

    def listed(self, count: int) -> tuple[Codes, Boxes]:
        """The UTF-16 units as PDFium listed them, and their boxes on the shown page."""
        return self._units[:count], self._boxes[: 4 * count].reshape(4, count).T

    def cleaned(self, kept: int) -> tuple[Codes, Boxes]:
        """The code points of a page of ordinary characters, and their boxes."""
        boxes = self._cleaned[: 4 * kept].copy().reshape(4, kept).T
        return self._codes[:kept].copy(), boxes

    def survey(self) -> Survey:
        """What they are like as a whole."""
        return surveyed(self._answers, self._rows, self._gaps)
