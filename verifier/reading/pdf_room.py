"""Room for what the built loop reads of a PDF page, kept from page to page.

Asking for room and where it is takes longer than filling it.
"""

from __future__ import annotations

import struct

from verifier.reading import built
from verifier.reading.arrays import Boxes, Codes, np
from verifier.reading.built import address
from verifier.reading.pdf_calls import BOX_AT, UNICODE_AT
from verifier.reading.pdf_characters import ITEM, SIDES, Buffers, Characters
from verifier.reading.pdf_lines import ROW_SIZE
from verifier.reading.pdf_survey import ANSWERS, PAIR, surveyed
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
        self._units, self._boxes = bytearray(ITEM * size), bytearray(ITEM * SIDES * size)
        self._codes, self._cleaned = bytearray(ITEM * made), bytearray(ITEM * SIDES * made)
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
        boxes = np.frombuffer(self._boxes, np.float32, SIDES * count).reshape(SIDES, count).T
        return np.frombuffer(self._units, np.uint32, count), boxes

    def cleaned(self, kept: int) -> Characters:
        """A page of ordinary characters."""
        buffers = Buffers(self._codes[: ITEM * kept], self._cleaned[: ITEM * SIDES * kept])
        return Characters.of_bytes(buffers, surveyed(self._answers, self._rows, self._gaps))
