"""What a region shows: of a page drawn by PDFium, of a picture in a text cut out of it."""

from __future__ import annotations

import io

from PIL import Image

from verifier.errors import VerifierError
from verifier.queries.report import ReportDocument
from verifier.reading.render import PdfView
from verifier.reading.worker import Worker
from verifier.text.document import picture_key, pictures_of
from verifier.text.regions import PictureRegion, Region

SCALE = 200 / 72
"""Pixels a point: 200 dots an inch, sharp on paper."""
MOST_PIXELS = 6_000_000


SMALLEST_SIDE = 8.0
"""Points: a picture that is shown smaller in a report is none to look at."""

Pictures = dict[str, dict[str, bytes]]
"""Pictures by the id of their edition and their SHA-256, fetched once for a whole report."""


def shown_region(
    document: ReportDocument, region: Region | PictureRegion, pictures: Pictures
) -> tuple[bytes, tuple[float, float]] | None:
    """What a region of a document shows, as PNG with its size in points; None where nothing does.

    `pictures` keeps what was fetched for other regions.
    """
    if not document.file:
        return None
    if isinstance(region, Region):
        png = region_png(document.file, region)
        return None if png is None else (png, (region.width, region.height))
    edition = document.row.edition_id
    if edition not in pictures:
        pictures[edition] = _marked_pictures(document)
    data = pictures[edition].get(region.picture)
    if data is None:
        return None
    whole = Image.open(io.BytesIO(data))
    part = whole.crop(region.pixels(*whole.size))
    block = pictures_of(document.blocks)[region.number - 1 : region.number]
    told = block[0].data if block else {}
    x0, y0, x1, y1 = region.scaled(
        float(told.get("width") or 0.75 * whole.width),
        float(told.get("height") or 0.75 * whole.height),
    )
    return _png(part), (max(x1 - x0, SMALLEST_SIDE), max(y1 - y0, SMALLEST_SIDE))


def _marked_pictures(document: ReportDocument) -> dict[str, bytes]:
    """The pictures of a document in which regions are marked, opened by a reading process."""
    blocks = pictures_of(document.blocks)
    regions = (highlight.region for highlight in document.highlights)
    numbers = {each.number for each in regions if isinstance(each, PictureRegion)}
    keys = {picture_key(blocks[at - 1].data) for at in numbers if 0 < at <= len(blocks)}
    try:
        with Worker() as worker:
            found = worker.pictures(document.file, sorted(keys - {""}), name=document.row.file_name)
    except VerifierError:
        return {}
    return {picture.sha256: picture.data for picture in found.values()}


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
    pixels = bytes(picture.pixels)
    return _png(Image.frombuffer("RGB", size, pixels, "raw", "BGRX", picture.stride, 1))


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()
