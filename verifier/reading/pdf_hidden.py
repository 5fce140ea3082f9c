"""Text of a PDF page that is read and copied but not to be seen by a reader.

It is drawn invisible, in the colour of the paper, smaller than a point, or under a box that is
drawn over it. The text under a scan is invisible, too, and an ordinary thing: whatever lies on a
picture is let be. A few objects of the page tell whether a closer look is due, so that hidden words
among many visible ones may be missed; what is told is sure. Text inside of forms (pieces of a page
that are used again) is not looked at. The caller holds PDFium's lock.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium_c

from verifier.reading.pdf_calls import prototype
from verifier.reading.pdfium import Geometry

SAMPLES = 4
"""Objects of a page that are looked at first, evenly spread."""
LAST = 2
"""The last objects of a page: a box that covers text is drawn after it."""
LEAST = 40
"""Characters that cannot be seen, at least, as told by their width."""
TINY = 1.0
"""Points: smaller text cannot be read."""
SCALED = 2.0
"""Sizes above are no tiny ones: a page that scales its text sets it in a size of 1."""
WHITE = 250
"""Of 255, in each colour."""
COVER = 4.0
"""Points: the height of a box that may cover text."""
MOST_OBJECTS = 5000
EVEN = 12
"""Shades of grey, of 255, between which nothing can be told apart."""

SCALE = 1.5
"""Pixels to a point, of the picture that is looked at where colours do not tell."""
MOST_PIXELS = 8_000_000

_POINTER, _INT = ctypes.c_void_p, ctypes.c_int
_object_at = prototype("FPDFPage_GetObject", _POINTER, _POINTER, _INT)
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
_colours, _drawn = (ctypes.c_uint * 4)(), (ctypes.c_int * 2)()
_COLOURS = [ctypes.addressof(_colours) + 4 * n for n in range(4)]
_DRAWN = [ctypes.addressof(_drawn) + 4 * n for n in range(2)]
_TEXT, _PATH = pdfium_c.FPDF_PAGEOBJ_TEXT, pdfium_c.FPDF_PAGEOBJ_PATH
_FILLED, _INVISIBLE = pdfium_c.FPDF_TEXTRENDERMODE_FILL, pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE


@dataclass(frozen=True, slots=True)
class _Object:
    """Something that the page draws, with its box in the file's points (y upwards)."""

    left: float
    bottom: float
    right: float
    top: float
    is_text: bool
    hidden: str
    """Of a text: "" if it is drawn to be seen, else "white", "tiny", or "sure" if invisible."""
    paints: bool
    """Whether other text on it may be seen against it, or not be told from it."""
    covers: bool
    """Whether it hides what is drawn before it."""

    @property
    def letters(self) -> float:
        """How many characters such a text has, about."""
        width, height = self.right - self.left, self.top - self.bottom
        return 2 * max(width, height) / max(0.1, min(width, height))

    def holds(self, other: _Object) -> bool:
        """Whether the middle of another object lies in its box."""
        x, y = (other.left + other.right) / 2, (other.bottom + other.top) / 2
        return self.left <= x <= self.right and self.bottom <= y <= self.top


def hides_text(page: Any, shape: Geometry) -> bool:
    """Whether a line's worth of the page's text, at least, cannot be seen."""
    handle = ctypes.cast(page, _POINTER).value
    count = pdfium_c.FPDFPage_CountObjects(page)
    if not _is_suspect(handle, count):
        return False
    objects = [_look_at(_object_at(handle, at)) for at in range(min(count, MOST_OBJECTS))]
    unseen = [one for at, one in enumerate(objects) if _is_lost(objects, at)]
    if sum(one.letters for one in unseen) < LEAST:
        return False
    tiny = [one for one in unseen if one.hidden == "tiny"]
    even = _without_ink(page, shape, [one for one in unseen if one.hidden != "tiny"])
    return sum(one.letters for one in (*tiny, *even)) >= LEAST


def _is_suspect(page: int | None, count: int) -> bool:
    """Whether some objects call for a closer look at all of them."""
    for at in range(0, count, count // SAMPLES + 1):
        one = _object_at(page, at)
        hidden = _hidden(one) if _type(one) == _TEXT else ""
        if hidden == "white" and _stands_on_paint(page, at):
            continue
        if hidden:
            return True
    last = (_object_at(page, at) for at in range(max(0, count - LAST), count))
    boxes = [_look_at(one) for one in last if _type(one) == _PATH]
    return any(box.covers and _covers_text(page, count, box) for box in boxes)


def _stands_on_paint(page: int | None, at: int) -> bool:
    """Whether something that is drawn before a text may be seen around it."""
    text = _look_at(_object_at(page, at))
    for before in range(at - 1, -1, -1):
        other = _object_at(page, before)
        if _type(other) != _TEXT and (seen := _look_at(other)).paints and seen.holds(text):
            return True
    return False


def _covers_text(page: int | None, count: int, box: _Object) -> bool:
    objects = (_object_at(page, at) for at in range(count - LAST))
    return any(_type(one) == _TEXT and box.holds(_look_at(one)) for one in objects)


def _hidden(text: Any) -> str:
    """How a text is drawn so that nobody sees it; "white" is told by what it stands on."""
    mode = _mode(text)
    if mode != _FILLED:
        return "sure" if mode == _INVISIBLE else ""
    if _colour(text, *_COLOURS):
        red, green, blue, opacity = _colours
        if opacity == 0:
            return "sure"
        if red >= WHITE and green >= WHITE and blue >= WHITE:
            return "white"
    _size(text, _FLOATS[0])
    if _floats[0] > SCALED:
        return ""
    _matrix(text, _MATRIX)
    _, _, across, up, _, _ = _matrix_of
    height = _floats[0] * (across * across + up * up) ** 0.5
    return "tiny" if 0 < height < TINY else ""


def _look_at(one: Any) -> _Object:
    kind = _type(one)
    left, bottom, right, top = _floats if _bounds(one, *_FLOATS) else [0.0] * 4
    paints = kind != _TEXT
    covers = False
    if kind == _PATH:
        _draw_mode(one, *_DRAWN)
        is_filled = _drawn[0] != 0 and _colour(one, *_COLOURS) != 0
        red, green, blue, opacity = _colours
        paints = is_filled and opacity > 0 and min(red, green, blue) < WHITE
        covers = is_filled and opacity == 255 and top - bottom >= COVER < right - left
        covers = covers and not _is_transparent(one)
    hidden = _hidden(one) if kind == _TEXT else ""
    return _Object(left, bottom, right, top, kind == _TEXT, hidden, paints, covers)


def _is_lost(objects: Sequence[_Object], at: int) -> bool:
    """Whether a text is invisible, has the paper's colour, or lies under a box.

    Text under a scan may be drawn before or behind it.
    """
    one = objects[at]
    if one.hidden == "tiny":
        return min(one.right - one.left, one.top - one.bottom) < TINY
    if one.hidden == "sure":
        return not any(other.paints and not other.covers and other.holds(one) for other in objects)
    if one.hidden == "white":
        return not any(other.paints and other.holds(one) for other in objects[:at])
    return one.is_text and any(other.covers and other.holds(one) for other in objects[at + 1 :])


def _without_ink(page: Any, shape: Geometry, texts: Sequence[_Object]) -> list[_Object]:
    """Those texts in whose boxes the page's picture is even."""
    if not texts:
        return []
    width, height = (max(1, round(side * SCALE)) for side in (shape.width, shape.height))
    if width * height > MOST_PIXELS:
        return []
    stride = -4 * (-width // 4)
    pixels = np.full((height, stride), 255, np.uint8)
    bitmap = pdfium_c.FPDFBitmap_CreateEx(
        width, height, pdfium_c.FPDFBitmap_Gray, ctypes.c_void_p(pixels.ctypes.data), stride
    )
    try:
        pdfium_c.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0)
    finally:
        pdfium_c.FPDFBitmap_Destroy(bitmap)
    even = []
    for one in texts:
        box = shape.shown_box(one.left, one.top, one.right, one.bottom)
        x0, y0, x1, y1 = (max(0, round(SCALE * side)) for side in box)
        inside = pixels[y0 : max(y1, y0 + 1), x0 : max(x1, x0 + 1)]
        if inside.size and int(inside.max()) - int(inside.min()) <= EVEN:
            even.append(one)
    return even
