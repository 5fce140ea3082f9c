"""A copy of one page: the visible box at the origin, turned at will, nothing around it.

pdfplumber reads such a copy: its boxes then lie on the picture whatever the page's own boxes and
turns are, and it need not list all pages of the document first.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pikepdf
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException

from verifier.reading.pdfium import Geometry

LARGEST_STREAM = 4_000_000
"""Bytes of page content, unpacked: pdfplumber takes seconds for more."""

# What pdfminer and pdfplumber are known to let fly on broken fonts and streams.
FAULTS = (
    pikepdf.PdfError, pikepdf.PasswordError, PdfminerException, PDFException,
    AssertionError, AttributeError, IndexError, KeyError, OverflowError, RecursionError,
    TypeError, ValueError, UnicodeError, ZeroDivisionError,
)  # fmt: skip

_NOT_COPIED = ("/CropBox", "/Rotate", "/UserUnit", "/Annots", "/TrimBox", "/BleedBox", "/ArtBox")


class PageCopies:
    """Copies pages of a file, which is opened when first asked for one and kept open."""

    def __init__(self, source: Path | bytes) -> None:
        self._source = source
        self._pdf: pikepdf.Pdf | None = None

    def close(self) -> None:
        """Close the file."""
        if self._pdf is not None:
            self._pdf.close()
            self._pdf = None

    def copy(self, number: int, shape: Geometry) -> io.BytesIO | None:
        """Page `number` (from 1) as a file of its own, drawn as `shape` says.

        None where it draws too much for pdfplumber.
        """
        if self._pdf is None:
            source = self._source if isinstance(self._source, Path) else io.BytesIO(self._source)
            self._pdf = pikepdf.open(source)
        out = io.BytesIO()
        with pikepdf.new() as single:
            single.pages.append(self._pdf.pages[number - 1])
            page = single.pages[0]
            for key in _NOT_COPIED:
                if key in page:
                    del page[key]
            page.MediaBox = pikepdf.Array([0, 0, round(shape.width, 4), round(shape.height, 4)])
            page.Rotate = 0
            page.contents_coalesce()
            content = _content(page)
            if len(content) > LARGEST_STREAM:
                return None
            page.Contents = single.make_stream(_turning(shape) + content)
            single.save(out)
        out.seek(0)
        return out


def _content(page: Any) -> bytes:
    return page.Contents.read_bytes() if "/Contents" in page else b""


def _turning(shape: Geometry) -> bytes:
    """The operator that moves what follows from the file's coordinates to the shown page's."""
    matrix = {
        90: (0, -1, 1, 0, -shape.bottom, shape.right),
        180: (-1, 0, 0, -1, shape.right, shape.top),
        270: (0, 1, -1, 0, shape.top, -shape.left),
    }.get(shape.rotation, (1, 0, 0, 1, -shape.left, -shape.bottom))
    return " ".join(f"{value:.4f}" for value in matrix).encode() + b" cm\n"
