"""Scans and pictures with words on them, and a Tesseract that answers what was recorded of it."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

from pdf_making import lines, pdf_of
from PIL import ExifTags, Image

from verifier.errors import Cancelled
from verifier.reading.render import PdfView
from verifier.reading.tesseract import Tesseract

TABLE = (Path(__file__).parent / "data" / "tesseract-5.3.0-eng.tsv").read_text("utf-8")
SAID = ["Officials counted seventy websites", "that had been defaced on Friday."]


def drawn(data: bytes, dots: int = 200) -> Image.Image:
    """The first page of a PDF as a grey picture."""
    with PdfView(data) as view:
        page = view.render(1, dots / 72)
    size = (page.width, page.height)
    image = Image.frombuffer("RGB", size, bytes(page.pixels), "raw", "BGRX", page.stride, 1)
    return image.convert("L")


def said_page() -> bytes:
    """A page with what officials said."""
    return pdf_of([lines(100, 600, SAID, size=14)])


def scan_of(data: bytes) -> bytes:
    """A page as a scanner makes it: a PDF with a picture, no text."""
    out = io.BytesIO()
    drawn(data).save(out, "PDF", resolution=200)
    return out.getvalue()


def screenshot(path: Path, *, turned: int = 0) -> Path:
    """What officials said, as a picture; turned as by a camera that notes how it was held."""
    image = drawn(said_page(), 96).crop((100, 200, 616, 320))
    exif = Image.Exif()
    if turned:
        exif[ExifTags.Base.Orientation] = 6
        image = image.transpose(Image.Transpose.ROTATE_90)
    image.save(path, exif=exif)
    return path


class Recorded(Tesseract):
    """Answers every picture with what Tesseract said of one; other languages see other words."""

    def table(
        self,
        picture: bytes,
        languages: Sequence[str],
        *,
        dots: int,
        cancelled: Callable[[], bool] | None = None,
    ) -> str:
        assert picture.startswith(b"\x89PNG")
        assert dots >= 70
        if cancelled is not None and cancelled():
            raise Cancelled
        return TABLE if "eng" in languages else TABLE.replace("ministry", "agency")


RECORDED = Recorded("recorded", "5.3.0", ("eng", "ukr"))
