"""The characters of one PDF page with a box each, cleaned, in the order of the content stream.

PDFium's list counts UTF-16 units, holds generated spaces and "\\r\\n", marks a hyphen at a line's
end by a control character without a line end after it, and keeps text outside the visible box.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium_c

from verifier.reading.boxes import has_area
from verifier.reading.pdfium import Boxes, Geometry, prototype

Codes = npt.NDArray[np.uint32]
Flags = npt.NDArray[np.bool_]

NEWLINE = 10
SPACE = 32
SOFT_HYPHEN = 0xAD
UNKNOWN = 0xFFFD

_POINTER, _INT = ctypes.c_void_p, ctypes.c_int
_loose_box = prototype("FPDFText_GetLooseCharBox", _INT, _POINTER, _INT, _POINTER)
_unicode = prototype("FPDFText_GetUnicode", ctypes.c_uint, _POINTER, _INT)
_get_text = prototype("FPDFText_GetText", _INT, _POINTER, _INT, _INT, _POINTER)
_object_at = prototype("FPDFPage_GetObject", _POINTER, _POINTER, _INT)
_object_type = prototype("FPDFPageObj_GetType", _INT, _POINTER)


@dataclass(frozen=True, slots=True)
class Characters:
    """Code points of a page with their boxes, ending with a line end unless there are none."""

    codes: Codes
    boxes: Boxes

    def text(self) -> str:
        """The code points as a string."""
        return self.codes.astype("<u4").tobytes().decode("utf-32-le")


NO_CHARACTERS = Characters(np.empty(0, np.uint32), np.empty((0, 4), np.float32))


def characters(page: Any, shape: Geometry) -> tuple[Characters, int]:
    """The characters of an open page, and how many PDFium could not decode.

    The caller holds PDFium's lock.
    """
    text_page = pdfium_c.FPDFText_LoadPage(page)
    if not text_page:
        return NO_CHARACTERS, 0
    try:
        count = pdfium_c.FPDFText_CountChars(text_page)
        if count <= 0:
            return NO_CHARACTERS, 0
        handle = ctypes.cast(text_page, _POINTER).value or 0
        units = _units(handle, count)
        boxes = np.zeros((count, 4), np.float32)
        _each(_loose_box, handle, count, boxes.ctypes.data, 16)
    finally:
        pdfium_c.FPDFText_ClosePage(text_page)
    return clean(units, shape.shown(boxes), shape.width, shape.height)


def _units(handle: int, count: int) -> Codes:
    """PDFium's list as UTF-16 units: in one call where that gives one unit for each entry."""
    buffer = np.zeros(count + 1, np.uint16)
    if _get_text(handle, 0, count, buffer.ctypes.data) == count + 1:
        return buffer[:count].astype(np.uint32)
    return np.fromiter(map(_unicode, repeat(handle), range(count)), np.uint32, count)


def _each(call: Callable[..., Any], handle: int, count: int, address: int, step: int) -> None:
    """Let PDFium fill a row of an array for each character."""
    places = range(address, address + step * count, step)
    deque(map(call, repeat(handle), range(count), places), 0)


def clean(units: Codes, boxes: Boxes, width: float, height: float) -> tuple[Characters, int]:
    """Code points as a person reads them; also how many could not be decoded."""
    codes, keep = _join_surrogates(units)
    hyphens = (codes == 0xFFFE) | (codes == 2)
    unknown = _undecodable(codes) & ~hyphens
    codes = np.where(unknown, UNKNOWN, np.where(hyphens, SOFT_HYPHEN, codes)).astype(np.uint32)
    solid = has_area(boxes)
    middle_x = (boxes[:, 0] + boxes[:, 2]) / 2
    middle_y = (boxes[:, 1] + boxes[:, 3]) / 2
    off_page = (middle_x < 0) | (middle_x > width) | (middle_y < 0) | (middle_y > height)
    keep &= (codes != 0) & (codes != 13) & ~(off_page & solid)
    codes, boxes, hyphens = codes[keep], boxes[keep], hyphens[keep]
    undecoded = int(np.count_nonzero(unknown & keep))
    codes, boxes = _break_after(hyphens, codes, boxes)
    kept = _without_idle_space(codes)
    codes, boxes = codes[kept], boxes[kept]
    if not len(codes):
        return NO_CHARACTERS, undecoded
    if codes[-1] != NEWLINE:
        codes = np.append(codes, np.uint32(NEWLINE))
        boxes = np.concatenate((boxes, np.zeros((1, 4), np.float32)))
    return Characters(codes, with_caret_boxes(boxes)), undecoded


def _join_surrogates(units: Codes) -> tuple[Codes, Flags]:
    """Pairs of UTF-16 units as one code point at the first one's place; the second is not kept."""
    keep = np.ones(len(units), np.bool_)
    high = (units >= 0xD800) & (units < 0xDC00)
    if not high.any():
        return units, keep
    low = (units >= 0xDC00) & (units < 0xE000)
    first = np.flatnonzero(high[:-1] & low[1:])
    codes = units.copy()
    codes[first] = 0x10000 + ((units[first] - 0xD800) << 10) + (units[first + 1] - 0xDC00)
    keep[first + 1] = False
    return codes, keep


def _undecodable(codes: Codes) -> Flags:
    """Control characters, lone surrogates and values that are no characters at all."""
    control = (codes < SPACE) & (codes != NEWLINE) & (codes != 13) & (codes != 9) & (codes != 0)
    control |= (codes >= 0x7F) & (codes < 0xA0)
    wrong = ((codes >= 0xD800) & (codes < 0xE000)) | (codes > 0x10FFFF)
    return np.asarray(control | wrong | (codes == 0xFFFF) | (codes == UNKNOWN))


def _break_after(hyphens: Flags, codes: Codes, boxes: Boxes) -> tuple[Codes, Boxes]:
    """A line end after each hyphen that PDFium joined to the next line."""
    places = np.flatnonzero(hyphens) + 1
    if not len(places):
        return codes, boxes
    return (
        np.insert(codes, places, NEWLINE).astype(np.uint32),
        np.insert(boxes, places, np.float32(0), axis=0),
    )


def _without_idle_space(codes: Codes) -> Flags:
    """All but spaces at a line's ends and empty lines, which nobody sees."""
    position = np.arange(len(codes))
    ends = codes == NEWLINE
    blank = ends | (codes == SPACE)
    inked = np.flatnonzero(~blank)
    if not len(inked):
        return np.zeros(len(codes), np.bool_)
    # Between two visible characters stand either spaces or one line end.
    before = np.searchsorted(inked, position, side="right")
    breaks_upto = np.concatenate(([0], np.cumsum(ends)))
    left = np.where(before > 0, inked[np.maximum(before - 1, 0)], -1)
    right = np.where(before < len(inked), inked[np.minimum(before, len(inked) - 1)], len(codes))
    has_break = breaks_upto[np.minimum(right, len(codes))] > breaks_upto[left + 1]
    first_break = ends & (breaks_upto[position] == breaks_upto[left + 1])
    between = (left >= 0) & (right < len(codes))
    return np.asarray(~blank | (between & np.where(has_break, first_break, True)))


def with_caret_boxes(boxes: Boxes) -> Boxes:
    """Boxes of no width for characters without a glyph, at the end of the glyph before them."""
    solid = has_area(boxes)
    if solid.all() or not solid.any():
        return boxes
    last = np.maximum.accumulate(np.where(solid, np.arange(len(boxes)), -1))
    first = int(np.argmax(solid))
    filled = boxes.copy()
    after = ~solid & (last >= 0)
    filled[after] = boxes[last[after]][:, [2, 1, 2, 3]]
    filled[:first] = boxes[first][[0, 1, 0, 3]]
    return filled


def count_text_objects(page: Any) -> int:
    """Text objects on the page itself, forms inside it aside."""
    handle = ctypes.cast(page, _POINTER).value
    count = pdfium_c.FPDFPage_CountObjects(page)
    kinds = map(_object_type, map(_object_at, repeat(handle), range(count)))
    return sum(kind == pdfium_c.FPDF_PAGEOBJ_TEXT for kind in kinds)
