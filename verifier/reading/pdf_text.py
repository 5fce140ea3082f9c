"""The characters of one PDF page with a box each, cleaned, in the order of the content stream.

PDFium's list counts UTF-16 units, holds generated spaces and "\\r\\n", marks a hyphen at a line's
end by a control character without a line end after it, and keeps text outside the visible box.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2_raw as pdfium_c

from verifier.reading import built
from verifier.reading.arrays import Boxes, Codes, Flags, Rows, np
from verifier.reading.boxes import has_area
from verifier.reading.built import address
from verifier.reading.pdf_calls import page_characters, prototype
from verifier.reading.pdf_characters import NO_CHARACTERS, Characters
from verifier.reading.pdf_codes import NEWLINE, SOFT_HYPHEN, SPACE, UNKNOWN
from verifier.reading.pdf_room import Room
from verifier.reading.pdfium import Geometry

_NO_ROW = -1

_DROPPED, _HYPHEN, _UNDECODABLE, _ASTRAL = 1, 2, 4, 8


_SPECIAL = (
    (range(SPACE), _UNDECODABLE),
    (range(0x7F, 0xA0), _UNDECODABLE),
    ((9, NEWLINE), 0),
    ((0, 13), _DROPPED),
    ((2, 0xFFFE), _HYPHEN),
    (range(0xD800, 0xE000), _ASTRAL),
    ((UNKNOWN, 0xFFFF), _UNDECODABLE),
    ((0x10000,), _ASTRAL),
)


def _make_marks() -> bytearray:
    """What is to be done with each UTF-16 unit; the last entry is for all that is greater."""
    marks = bytearray(0x10001)
    for units, mark in _SPECIAL:
        for unit in units:
            marks[unit] = mark
    return marks


_MARKS = _make_marks()
_MARKS_AT = address(_MARKS)

_POINTER, _INT = ctypes.c_void_p, ctypes.c_int
_object_at = prototype("FPDFPage_GetObject", _POINTER, _POINTER, _INT)
_object_type = prototype("FPDFPageObj_GetType", _INT, _POINTER)
_bounds = prototype("FPDFPageObj_GetBounds", _INT, _POINTER, *(_POINTER,) * 4)
_font = prototype("FPDFTextObj_GetFont", _POINTER, _POINTER)
_is_embedded = prototype("FPDFFont_GetIsEmbedded", _INT, _POINTER)


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
        handle = ctypes.c_void_p.from_buffer(text_page).value or 0
        if built.LOOPS is not None:
            return _by_built_loop(handle, count, shape)
        units, boxes = page_characters(handle, count)
    finally:
        pdfium_c.FPDFText_ClosePage(text_page)
    return clean(units, shape.shown(boxes), shape.width, shape.height)


def _by_built_loop(text_page: int, count: int, shape: Geometry) -> tuple[Characters, int]:
    """`characters` of an open text page, in one go where all are ordinary ones."""
    room = Room.of(count)
    kept = room.read(text_page, count, shape, _MARKS_AT)
    if kept < 0:
        units, boxes = room.listed(count)
        return clean_any(units, boxes, shape.width, shape.height)
    return (room.cleaned(kept) if kept else NO_CHARACTERS), 0


def clean(units: Codes, boxes: Boxes, width: float, height: float) -> tuple[Characters, int]:
    """Code points as a person reads them; also how many could not be decoded."""
    if not len(units):
        return NO_CHARACTERS, 0
    made = None if built.LOOPS is None else _clean_ordinary(units, boxes, width, height)
    return clean_any(units, boxes, width, height) if made is None else (made, 0)


def _clean_ordinary(units: Codes, boxes: Boxes, width: float, height: float) -> Characters | None:
    """The same by the built loop, None where not all characters are ordinary ones."""
    units, columns = np.ascontiguousarray(units), np.ascontiguousarray(boxes.T)
    room = 2 * len(units) + 1
    codes, sides = np.empty(room, np.uint32), np.empty(4 * room, np.float32)
    count = built.LOOPS.clean_ordinary(
        address(units), address(columns), len(units), _MARKS_AT, 2 * width, 2 * height,
        address(codes), address(sides),
    )  # fmt: skip
    if count < 0:
        return None
    return Characters(codes[:count], sides[: 4 * count].reshape(4, count).T)


def clean_any(units: Codes, boxes: Boxes, width: float, height: float) -> tuple[Characters, int]:
    """`clean` of a page with some characters, whatever they are.

    Most pages hold nothing but ordinary ones: each kind of trouble is dealt with only where the
    page has some.
    """
    marks = np.frombuffer(_MARKS, np.uint8).take(units, mode="clip")
    seen = int(np.bitwise_or.reduce(marks))
    codes, keep = units, (marks & _DROPPED) == 0
    undecodable = hyphens = None
    if seen & _ASTRAL:
        codes = _join_surrogates(units, keep)
        marks[(codes > 0xFFFF) & (codes <= 0x10FFFF)] = 0
    if seen & (_UNDECODABLE | _ASTRAL):
        undecodable = (marks & (_UNDECODABLE | _ASTRAL)) != 0
        codes = np.where(undecodable, np.uint32(UNKNOWN), codes)
    if seen & _HYPHEN:
        hyphens = (marks & _HYPHEN) != 0
        codes = np.where(hyphens, np.uint32(SOFT_HYPHEN), codes)
    outside = _off_page(boxes, width, height)
    if outside is not None:
        keep &= ~outside
    undecoded = 0 if undecodable is None else int(np.count_nonzero(undecodable & keep))
    # Which row of the boxes belongs to a character; none to a line end that is added here.
    rows = np.flatnonzero(keep)
    codes = codes.take(rows)
    if hyphens is not None:
        codes, rows = _break_after(hyphens[rows], codes, rows)
    kept = _without_idle_space(codes)
    if kept is not None:
        codes, rows = codes.take(kept), rows.take(kept)
    if not len(codes):
        return NO_CHARACTERS, undecoded
    if codes[-1] != NEWLINE:
        codes, rows = np.append(codes, np.uint32(NEWLINE)), np.append(rows, _NO_ROW)
    columns = boxes.T.take(rows, axis=1, mode="clip")
    columns[:, rows == _NO_ROW] = 0
    place_carets(columns)
    return Characters(codes, columns.T), undecoded


def _off_page(boxes: Boxes, width: float, height: float) -> Flags | None:
    """Which glyphs have their middle off the page, None where all boxes lie on it."""
    x0, y0, x1, y1 = boxes.T
    if min(x0.min(), y0.min()) >= 0 and x1.max() <= width and y1.max() <= height:
        return None
    across, down = x0 + x1, y0 + y1
    off = (across < 0) | (across > 2 * width) | (down < 0) | (down > 2 * height)
    return np.asarray(off & has_area(boxes))


def _join_surrogates(units: Codes, keep: Flags) -> Codes:
    """Pairs of UTF-16 units as one code point at the first one's place; the second is not kept."""
    high = (units >= 0xD800) & (units < 0xDC00)
    low = (units >= 0xDC00) & (units < 0xE000)
    first = np.flatnonzero(high[:-1] & low[1:])
    codes = units.copy()
    codes[first] = 0x10000 + ((units[first] - 0xD800) << 10) + (units[first + 1] - 0xDC00)
    keep[first + 1] = False
    return codes


def _break_after(hyphens: Flags, codes: Codes, rows: Rows) -> tuple[Codes, Rows]:
    """A line end after each hyphen that PDFium joined to the next line."""
    places = np.flatnonzero(hyphens) + 1
    if not len(places):
        return codes, rows
    return np.insert(codes, places, NEWLINE).astype(np.uint32), np.insert(rows, places, _NO_ROW)


def _without_idle_space(codes: Codes) -> Rows | None:
    """The places of all but spaces at a line's ends and empty lines, which nobody sees.

    None where all are kept. Between two visible characters are then either spaces or one line end.
    """
    ends = codes == NEWLINE
    blank = ends | (codes == SPACE)
    borders = np.flatnonzero(blank[1:] != blank[:-1]) + 1
    bounds = np.concatenate(([0], borders, [len(codes)]))
    # Stretches of blanks and of others take turns.
    first = 0 if len(codes) and blank[0] else 1
    starts, stops = bounds[first:-1:2], bounds[first + 1 :: 2]
    doubtful = (starts == 0) | (stops == len(codes)) | (stops - starts > 1)
    kept = None
    for start, stop in zip(starts[doubtful].tolist(), stops[doubtful].tolist(), strict=True):
        if kept is None:
            kept = np.ones(len(codes), np.bool_)
        breaks = np.flatnonzero(ends[start:stop])
        if start == 0 or stop == len(codes):
            kept[start:stop] = False
        elif len(breaks):
            kept[start:stop] = False
            kept[start + breaks[0]] = True
    return None if kept is None else np.flatnonzero(kept)


def place_carets(columns: Boxes) -> None:
    """Give characters without a glyph a box of no width at the end of the glyph before them.

    `columns` are boxes by sides (x0, y0, x1, y1), of shape (4, characters), changed in place.
    Characters before the first glyph stand at its beginning.
    """
    x0, y0, x1, y1 = columns
    solid = (x1 > x0) & (y1 > y0)
    empty = np.flatnonzero(~solid)
    if not len(empty) or len(empty) == len(solid):
        return
    first = int(np.argmax(solid))
    if first:
        y0[:first], y1[:first] = y0[first], y1[first]
        x0[:first] = x1[:first] = x0[first]
        empty = empty[first:]
    # Blanks in a row share the glyph before the first of them.
    leads = np.ones(len(empty), np.bool_)
    leads[1:] = empty[1:] != empty[:-1] + 1
    before = np.maximum.accumulate(np.where(leads, empty, 0)) - 1
    y0[empty], y1[empty] = y0[before], y1[before]
    x0[empty] = x1[empty] = x1[before]


def count_texts(page: Any) -> tuple[int, int]:
    """Text objects on the page that draw something, and those that draw nothing.

    Forms inside the page are left out, and so are blanks of embedded fonts. What draws nothing in
    another font is a blank, or a character of a font that this computer does not have.
    """
    handle = ctypes.cast(page, _POINTER).value
    sides = (ctypes.c_float * 4)()
    places = [ctypes.addressof(sides) + 4 * side for side in range(4)]
    drawn = empty = 0
    for number in range(pdfium_c.FPDFPage_CountObjects(page)):
        one = _object_at(handle, number)
        if _object_type(one) != pdfium_c.FPDF_PAGEOBJ_TEXT:
            continue
        left, bottom, right, top = sides if _bounds(one, *places) else (0, 0, 0, 0)
        if left < right and bottom < top:
            drawn += 1
        elif _is_embedded(_font(one)) != 1:
            empty += 1
    return drawn, empty
