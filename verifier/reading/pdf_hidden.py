"""Text of a PDF page that is read and copied but not to be seen by a reader.

It is drawn invisible, in the colour of the paper, smaller than a point, or under a box that is
drawn over it. The text under a scan is invisible, too, and an ordinary thing: whatever lies on a
picture is let be. Where the objects of a page tell that a line's worth of its text cannot be seen,
its picture is asked, too. The caller holds PDFium's lock.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

import pypdfium2_raw as pdfium_c

from verifier.reading.arrays import np
from verifier.reading.pdf_objects import Drawn, Hidden, lost_texts
from verifier.reading.pdfium import Geometry

LEAST = 40
"""Characters that cannot be seen, at least, as told by their width."""
EVEN = 12
"""Shades of grey, of 255, between which nothing can be told apart."""

SCALE = 1.5
"""Pixels to a point, of the picture that is looked at where colours do not tell."""
MOST_PIXELS = 8_000_000


def hides_text(page: Any, shape: Geometry) -> bool:
    """Whether a line's worth of the page's text, at least, cannot be seen."""
    unseen = lost_texts(ctypes.cast(page, ctypes.c_void_p).value)
    if sum(one.letters for one in unseen) < LEAST:
        return False
    tiny = [one for one in unseen if one.hidden == Hidden.TINY]
    even = _without_ink(page, shape, [one for one in unseen if one.hidden != Hidden.TINY])
    return sum(one.letters for one in (*tiny, *even)) >= LEAST


def _without_ink(page: Any, shape: Geometry, texts: Sequence[Drawn]) -> list[Drawn]:
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
