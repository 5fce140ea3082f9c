"""What a PDF page draws, also inside forms, and which of its texts cannot be seen on it.

A page has some hundred objects and each must be looked at: a line of hidden words may stand
anywhere. So where the set-up built the loops (see `built`), they look; Python gives the same.
"""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import cache
from struct import Struct
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium_c

from verifier.reading import built
from verifier.reading.built import address
from verifier.reading.pdf_calls import address_of, prototype

MOST_OBJECTS = 5000
"""Of a page that are looked at."""
MOST_DEEP = 6
"""Forms inside forms."""
TINY = 1.0
"""Points: smaller text cannot be read."""
SCALED = 2.0
"""Sizes above are no tiny ones: a page that scales its text sets it in a size of 1."""
WHITE = 250
"""Of 255, in each colour."""
OPAQUE = 255
COVER = 4.0
"""Points: the height of a box that may cover text."""

CALLS = (
    "FPDFPage_CountObjects", "FPDFPage_GetObject", "FPDFFormObj_CountObjects",
    "FPDFFormObj_GetObject", "FPDFPageObj_GetType", "FPDFPageObj_GetBounds",
    "FPDFPageObj_GetMatrix", "FPDFPageObj_GetFillColor", "FPDFTextObj_GetTextRenderMode",
    "FPDFTextObj_GetFontSize", "FPDFPageObj_HasTransparency", "FPDFPath_GetDrawMode",
)  # fmt: skip
"""PDFium's functions that the built loop is handed, in its order."""

_POINTER, _INT = ctypes.c_void_p, ctypes.c_int
_count = prototype("FPDFPage_CountObjects", _INT, _POINTER)
_object_at = prototype("FPDFPage_GetObject", _POINTER, _POINTER, _INT)
_count_inside = prototype("FPDFFormObj_CountObjects", _INT, _POINTER)
_object_inside = prototype("FPDFFormObj_GetObject", _POINTER, _POINTER, ctypes.c_ulong)
_type = prototype("FPDFPageObj_GetType", _INT, _POINTER)
_bounds = prototype("FPDFPageObj_GetBounds", _INT, _POINTER, *(_POINTER,) * 4)
_matrix = prototype("FPDFPageObj_GetMatrix", _INT, _POINTER, _POINTER)
_colour = prototype("FPDFPageObj_GetFillColor", _INT, _POINTER, *(_POINTER,) * 4)
_mode = prototype("FPDFTextObj_GetTextRenderMode", _INT, _POINTER)
_size = prototype("FPDFTextObj_GetFontSize", _INT, _POINTER, _POINTER)
_is_transparent = prototype("FPDFPageObj_HasTransparency", _INT, _POINTER)
_draw_mode = prototype("FPDFPath_GetDrawMode", _INT, _POINTER, _POINTER, _POINTER)

_floats, _matrix_of = (ctypes.c_float * 4)(), (ctypes.c_float * 6)()
_FLOATS = [ctypes.addressof(_floats) + 4 * n for n in range(4)]
_MATRIX = ctypes.addressof(_matrix_of)
_colours, _modes = (ctypes.c_uint * 4)(), (ctypes.c_int * 2)()
_COLOURS = [ctypes.addressof(_colours) + 4 * n for n in range(4)]
_MODES = [ctypes.addressof(_modes) + 4 * n for n in range(2)]
_TEXT, _PATH = pdfium_c.FPDF_PAGEOBJ_TEXT, pdfium_c.FPDF_PAGEOBJ_PATH
_FORM = pdfium_c.FPDF_PAGEOBJ_FORM
_FILLED, _INVISIBLE = pdfium_c.FPDF_TEXTRENDERMODE_FILL, pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE
_ROW = Struct("=4d4i")

Matrix = tuple[float, ...]


class Hidden(IntEnum):
    """How a text is drawn so that nobody sees it."""

    SEEN = 0
    PALE = 1
    """White: what it stands on tells."""
    TINY = 2
    SURE = 3
    """Invisible, or without any colour."""


class Drawn(NamedTuple):
    """Something that the page draws, with its box in the file's points (y upwards)."""

    left: float
    bottom: float
    right: float
    top: float
    is_text: int
    hidden: int
    """Of a text, as in `Hidden`."""
    paints: int
    """Whether other text on it may be seen against it, or not be told from it."""
    covers: int
    """Whether it hides what is drawn before it."""

    @property
    def letters(self) -> float:
        """How many characters such a text has, about."""
        width, height = self.right - self.left, self.top - self.bottom
        return 2 * max(width, height) / max(0.1, min(width, height))

    def holds(self, other: Drawn) -> bool:
        """Whether the middle of another object lies in its box."""
        x, y = (other.left + other.right) / 2, (other.bottom + other.top) / 2
        return self.left <= x <= self.right and self.bottom <= y <= self.top


class _Room:
    """Where the built loops write, kept from page to page. The caller holds PDFium's lock."""

    def __init__(self) -> None:
        self.rows = bytearray(_ROW.size * MOST_OBJECTS)
        self.lost = array("i", [0]) * MOST_OBJECTS
        self.calls = (ctypes.c_void_p * len(CALLS))(*map(address_of, CALLS))
        self.places = tuple(map(address, (self.calls, self.rows, self.lost)))


_room = cache(_Room)


def lost_texts(page: int | None) -> list[Drawn]:
    """The texts of an open page that cannot be seen on it, as far as its objects tell."""
    if built.LOOPS is None:
        return lost_among(list(drawn_on(page)))
    room = _room()
    calls, rows, lost = room.places
    count = built.LOOPS.look_at_objects(calls, page, MOST_OBJECTS, rows)
    found = built.LOOPS.find_lost(rows, count, lost)
    return [Drawn(*_ROW.unpack_from(room.rows, at * _ROW.size)) for at in room.lost[:found]]


def drawn_on(page: int | None) -> Iterator[Drawn]:
    """All that an open page draws, in the order in which it does."""
    left = MOST_OBJECTS
    for at in range(_count(page)):
        for one in _look_at(_object_at(page, at), None, 0):
            if not left:
                return
            left -= 1
            yield one


def _look_at(one: Any, form: Matrix | None, depth: int) -> Iterator[Drawn]:
    kind = _type(one)
    if kind == _FORM and depth < MOST_DEEP:
        own = _matrix_in(one, form)
        for at in range(_count_inside(one)):
            yield from _look_at(_object_inside(one, at), own, depth + 1)
        return
    box = _box(one, form)
    if kind == _TEXT:
        yield Drawn(*box, is_text=1, hidden=int(_hidden(one, form)), paints=0, covers=0)
    elif kind == _PATH:
        yield _path(one, box)
    else:
        yield Drawn(*box, is_text=0, hidden=0, paints=1, covers=0)


def _matrix_in(one: Any, form: Matrix | None) -> Matrix:
    """Of an object, in the page's points."""
    _matrix_of[:] = [1, 0, 0, 1, 0, 0]
    _matrix(one, _MATRIX)
    a, b, c, d, e, f = _matrix_of
    if form is None:
        return a, b, c, d, e, f
    m = form
    return (a * m[0] + b * m[2], a * m[1] + b * m[3], c * m[0] + d * m[2], c * m[1] + d * m[3],
            e * m[0] + f * m[2] + m[4], e * m[1] + f * m[3] + m[5])  # fmt: skip


def _box(one: Any, form: Matrix | None) -> tuple[float, float, float, float]:
    left, bottom, right, top = _floats if _bounds(one, *_FLOATS) else [0.0] * 4
    if form is None:
        return left, bottom, right, top
    a, b, c, d, e, f = form
    xs = [a * x + c * y for x in (left, right) for y in (bottom, top)]
    ys = [b * x + d * y for x in (left, right) for y in (bottom, top)]
    return min(xs) + e, min(ys) + f, max(xs) + e, max(ys) + f


def _hidden(text: Any, form: Matrix | None) -> Hidden:
    mode = _mode(text)
    if mode != _FILLED:
        return Hidden.SURE if mode == _INVISIBLE else Hidden.SEEN
    if _colour(text, *_COLOURS):
        red, green, blue, opacity = _colours
        if opacity == 0:
            return Hidden.SURE
        if min(red, green, blue) >= WHITE:
            return Hidden.PALE
    _size(text, _FLOATS[0])
    size = _floats[0]
    scale = form[2] * form[2] + form[3] * form[3] if form else 1.0
    if size * size * scale > SCALED * SCALED:
        return Hidden.SEEN
    _, _, c, d, _, _ = _matrix_in(text, form)
    height = size * size * (c * c + d * d)
    return Hidden.TINY if 0 < height < TINY * TINY else Hidden.SEEN


def _path(path: Any, box: tuple[float, float, float, float]) -> Drawn:
    _modes[:] = [0, 0]
    _draw_mode(path, *_MODES)
    is_filled = _modes[0] != 0 and _colour(path, *_COLOURS) != 0
    red, green, blue, opacity = _colours if is_filled else (0, 0, 0, 0)
    left, bottom, right, top = box
    covers = is_filled and opacity == OPAQUE and top - bottom >= COVER < right - left
    return Drawn(
        *box,
        is_text=0,
        hidden=0,
        paints=int(is_filled and opacity > 0 and min(red, green, blue) < WHITE),
        covers=int(covers and not _is_transparent(path)),
    )


def lost_among(objects: Sequence[Drawn]) -> list[Drawn]:
    """The texts among all that a page draws, in its order, that cannot be seen."""
    return [one for at, one in enumerate(objects) if one.is_text and _is_lost(objects, at)]


def _is_lost(objects: Sequence[Drawn], at: int) -> bool:
    """Whether a text is invisible, has the paper's colour, or lies under a box.

    Text under a scan may be drawn before or behind it.
    """
    one = objects[at]
    if one.hidden == Hidden.TINY:
        return min(one.right - one.left, one.top - one.bottom) < TINY
    if one.hidden == Hidden.SURE:
        return not any(other.paints and not other.covers and other.holds(one) for other in objects)
    if one.hidden == Hidden.PALE:
        return not any(other.paints and other.holds(one) for other in objects[:at])
    return any(other.covers and other.holds(one) for other in objects[at + 1 :])
