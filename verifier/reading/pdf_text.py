"""The characters of one PDF page with a box each, cleaned, in the order of the content stream.

PDFium's list counts UTF-16 units, holds generated spaces and "\\r\\n", marks a hyphen at a line's
end by a control character without a line end after it, and keeps text outside the visible box.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium_c

from verifier.reading.boxes import has_area
from verifier.reading.pdfium import Boxes, Geometry, fill_boxes, prototype

Codes = npt.NDArray[np.uint32]
Flags = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.intp]

NEWLINE = 10
SPACE = 32
SOFT_HYPHEN = 0xAD
UNKNOWN = 0xFFFD
_NO_ROW = -1

_POINTER, _INT = ctypes.c_void_p, ctypes.c_int
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
        boxes = np.empty((count, 4), np.float32)
        fill_boxes(handle, boxes)
    finally:
        pdfium_c.FPDFText_ClosePage(text_page)
    return clean(units, shape.shown(boxes), shape.width, shape.height)


def _units(handle: int, count: int) -> Codes:
    """PDFium's list as UTF-16 units: in one call where that gives one unit for each entry."""
    buffer = np.zeros(count + 1, np.uint16)
    if _get_text(handle, 0, count, buffer.ctypes.data) == count + 1:
        return buffer[:count].astype(np.uint32)
    return np.fromiter(map(_unicode, repeat(handle), range(count)), np.uint32, count)


def clean(units: Codes, boxes: Boxes, width: float, height: float) -> tuple[Characters, int]:
    """Code points as a person reads them; also how many could not be decoded."""
    codes, keep = _join_surrogates(units)
    hyphens = (codes == 0xFFFE) | (codes == 2)
    unknown = _undecodable(codes) & ~hyphens
    codes = np.where(unknown, UNKNOWN, np.where(hyphens, SOFT_HYPHEN, codes)).astype(np.uint32)
    middle = boxes[:, :2] + boxes[:, 2:]
    middle *= 0.5
    off_page = ((middle < 0) | (middle > (width, height))).any(axis=1)
    if off_page.any():
        keep &= ~(off_page & has_area(boxes))
    keep &= (codes != 0) & (codes != 13)
    undecoded = int(np.count_nonzero(unknown & keep))
    # Which row of the boxes belongs to a character; none to a line end that is added here.
    rows = np.flatnonzero(keep)
    codes = codes[rows]
    codes, rows = _break_after(hyphens[rows], codes, rows)
    kept = _without_idle_space(codes)
    codes, rows = codes[kept], rows[kept]
    if not len(codes):
        return NO_CHARACTERS, undecoded
    if codes[-1] != NEWLINE:
        codes, rows = np.append(codes, np.uint32(NEWLINE)), np.append(rows, _NO_ROW)
    found = boxes.take(rows, axis=0, mode="clip")
    found[rows == _NO_ROW] = 0
    return Characters(codes, with_caret_boxes(found)), undecoded


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


def _break_after(hyphens: Flags, codes: Codes, rows: Rows) -> tuple[Codes, Rows]:
    """A line end after each hyphen that PDFium joined to the next line."""
    places = np.flatnonzero(hyphens) + 1
    if not len(places):
        return codes, rows
    return np.insert(codes, places, NEWLINE).astype(np.uint32), np.insert(rows, places, _NO_ROW)


def _without_idle_space(codes: Codes) -> Flags:
    """All but spaces at a line's ends and empty lines, which nobody sees.

    Between two visible characters stand then either spaces or one line end.
    """
    ends = codes == NEWLINE
    blank = ends | (codes == SPACE)
    kept = np.ones(len(codes), np.bool_)
    borders = np.flatnonzero(blank[1:] != blank[:-1]) + 1
    bounds = np.concatenate(([0], borders, [len(codes)]))
    # Stretches of blanks and of others take turns.
    first = 0 if len(codes) and blank[0] else 1
    starts, stops = bounds[first:-1:2], bounds[first + 1 :: 2]
    at_edge = (starts == 0) | (stops == len(codes))
    doubtful = at_edge | (stops - starts > 1)
    for start, stop in zip(starts[doubtful].tolist(), stops[doubtful].tolist(), strict=True):
        breaks = np.flatnonzero(ends[start:stop])
        if start == 0 or stop == len(codes):
            kept[start:stop] = False
        elif len(breaks):
            kept[start:stop] = False
            kept[start + breaks[0]] = True
    return kept


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
