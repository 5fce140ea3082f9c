"""The characters of an open PDF page as PDFium lists them: a UTF-16 unit and a box for each.

Asking is PDFium's work; calling it a million times is Python's, and the dearer half. Where the
set-up found a C compiler it has built the loop (see `pdf_room`). Elsewhere the same calls are made
here, through `PYFUNCTYPE` prototypes, which keep the interpreter's own lock, with arguments that
were converted beforehand: conversion costs ctypes more than the call. Both give the same to the
bit. PDFium's function for a whole page's text is faster still, but it cuts what it could not decode
to 16 bits, which looks like characters.

Boxes lie in memory side by side (all left edges, then all top edges, ...), because what is done
with them is done to all left edges at once. The caller holds PDFium's lock.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable
from functools import cache
from itertools import repeat
from typing import Any

import pypdfium2_raw as pdfium_c

from verifier.reading.arrays import Boxes, Codes, np

_ROWS = 4096


def prototype(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    """A PDFium function as a direct call that does not release the interpreter's lock."""
    return ctypes.PYFUNCTYPE(result, *arguments)(address_of(name))


def address_of(name: str) -> int:
    """Where a function of PDFium stands in memory."""
    address = ctypes.cast(getattr(pdfium_c, name), ctypes.c_void_p).value
    if address is None:
        raise ImportError(f"PDFium has no function {name}")
    return address


UNICODE_AT, BOX_AT = address_of("FPDFText_GetUnicode"), address_of("FPDFText_GetLooseCharBox")
"""Where the two functions that are asked for each character stand in memory."""
_loose_box = ctypes.PYFUNCTYPE(None)(BOX_AT)
_unicode = ctypes.PYFUNCTYPE(ctypes.c_uint)(UNICODE_AT)


def page_characters(text_page: int, count: int) -> tuple[Codes, Boxes]:
    """The UTF-16 units and boxes (left, top, right, bottom) of a text page's first characters.

    Boxes are points of the file's own coordinates, zeros where a character has none. A unit above
    0xFFFF is one that PDFium could not decode.
    """
    handle = repeat(ctypes.c_void_p.from_param(text_page))
    rows, places, first_numbers = _arguments()
    units, columns = np.empty(count, np.uint32), np.empty((4, count), np.float32)
    for start in range(0, count, _ROWS):
        stop = min(start + _ROWS, count)
        rows[: stop - start] = 0
        numbers = first_numbers[:stop] if start == 0 else range(start, stop)
        deque(map(_loose_box, handle, numbers, places), 0)
        columns[:, start:stop] = rows[: stop - start].T
        units[start:stop] = np.fromiter(map(_unicode, handle, numbers), np.uint32, stop - start)
    return units, columns.T


@cache
def _arguments() -> tuple[Boxes, list[Any], list[Any]]:
    """Rows to be filled, where each stands in memory, and the numbers of the first characters.

    Converted once, for the first page that needs them.
    """
    rows = np.zeros((_ROWS, 4), np.float32)
    ends = range(rows.ctypes.data, rows.ctypes.data + rows.nbytes, rows.strides[0])
    return (
        rows,
        [ctypes.c_void_p.from_param(place) for place in ends],
        [ctypes.c_int.from_param(number) for number in range(_ROWS)],
    )
