"""What a region of a page shows, drawn by PDFium as a picture."""

from __future__ import annotations

import io

from PIL import Image

from verifier.errors import VerifierError
from verifier.reading.render import PdfView
from verifier.text.regions import Region

SCALE = 200 / 72
"""Pixels a point: 200 dots an inch, sharp on paper."""
MOST_PIXELS = 6_000_000


def region_png(file: bytes, region: Region) -> bytes | None:
    """What a region shows, as PNG; None where its page cannot be drawn."""
    scale = min(SCALE, (MOST_PIXELS / max(1.0, region.area)) ** 0.5)
    left, top = round(region.x0 * scale), round(region.y0 * scale)
    size = (max(1, round(region.width * scale)), max(1, round(region.height * scale)))
    try:
        with PdfView(file) as view:
            if not 1 <= region.page <= view.page_count:
                return None
            picture = view.render(region.page, scale, clip=(left, top, *size))
    except VerifierError:
        return None
    image = Image.frombuffer("RGB", size, bytes(picture.pixels), "raw", "BGRX", picture.stride, 1)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()
