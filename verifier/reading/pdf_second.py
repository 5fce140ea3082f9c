"""The second opinion: a page that PDFium reads badly, read by pdfplumber.

pdfplumber gets a copy of that one page, moved so that the visible box starts at the origin and
nothing is turned: then its boxes lie on the picture, and it need not list the whole document.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pdfplumber
import pikepdf
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException

from verifier.reading.pdf_text import Characters, clean
from verifier.reading.pdfium import Boxes, Geometry

LARGEST_STREAM = 4_000_000
"""Bytes of page content, unpacked: pdfplumber takes seconds for more."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """A reading of a page, with the number of characters that a person could read."""

    characters: Characters
    undecoded: int

    @property
    def readable(self) -> int:
        """Visible characters that are real ones."""
        return readable(self.characters)


def readable(characters: Characters) -> int:
    """Characters that are neither blank nor unknown nor from a font's private codes."""
    codes = characters.codes
    private = (codes >= 0xE000) & (codes <= 0xF8FF)
    return int(np.count_nonzero((codes > 32) & (codes != 0xFFFD) & ~private))


class SecondReader:
    """Opens the file anew when first asked, and keeps it open."""

    def __init__(self, source: Path | bytes) -> None:
        self._source = source
        self._pdf: pikepdf.Pdf | None = None

    def close(self) -> None:
        """Close the file."""
        if self._pdf is not None:
            self._pdf.close()
            self._pdf = None

    def read(self, number: int, shape: Geometry) -> Opinion | None:
        """Page `number` (from 1) as pdfplumber reads it, or None where it cannot."""
        try:
            copy = self._page_copy(number, shape)
            if copy is None:
                return None
            with pdfplumber.open(copy) as pdf:
                page = pdf.pages[0].dedupe_chars()
                words = page.extract_words(
                    use_text_flow=True, return_chars=True, keep_blank_chars=False
                )
        except (pikepdf.PdfError, pikepdf.PasswordError, PdfminerException, PDFException, *_FAULTS):
            return None
        codes, boxes = _stream(words)
        boxes = shape.shown(_in_file(boxes, shape))
        characters, undecoded = clean(codes, boxes, shape.width, shape.height)
        return Opinion(characters, undecoded)

    def _page_copy(self, number: int, shape: Geometry) -> io.BytesIO | None:
        """A one-page file of the visible box at the origin, unturned."""
        if self._pdf is None:
            source = self._source if isinstance(self._source, Path) else io.BytesIO(self._source)
            self._pdf = pikepdf.open(source)
        out = io.BytesIO()
        with pikepdf.new() as single:
            single.pages.append(self._pdf.pages[number - 1])
            page = single.pages[0]
            for key in ("/CropBox", "/Rotate", "/UserUnit", "/Annots", "/TrimBox", "/BleedBox",
                        "/ArtBox"):  # fmt: skip
                if key in page:
                    del page[key]
            width, height = shape.right - shape.left, shape.top - shape.bottom
            page.MediaBox = pikepdf.Array([0, 0, round(width, 4), round(height, 4)])
            page.Rotate = 0
            page.contents_coalesce()
            content = page.Contents.read_bytes() if "/Contents" in page else b""
            if len(content) > LARGEST_STREAM:
                return None
            move = f"1 0 0 1 {-shape.left:.4f} {-shape.bottom:.4f} cm\n".encode()
            page.Contents = single.make_stream(move + content)
            single.save(out)
        out.seek(0)
        return out


# What pdfminer and pdfplumber are known to let fly on broken fonts and streams.
_FAULTS = (
    AssertionError, AttributeError, IndexError, KeyError, OverflowError, RecursionError,
    TypeError, ValueError, UnicodeError, ZeroDivisionError,
)  # fmt: skip


def _in_file(boxes: Boxes, shape: Geometry) -> Boxes:
    """Rows (x0, top, x1, bottom) of the copy as (left, top, right, bottom) of the file."""
    x0, top, x1, bottom = boxes.T
    return np.stack((x0 + shape.left, shape.top - top, x1 + shape.left, shape.top - bottom), axis=1)


def _stream(words: list[dict[str, Any]]) -> tuple[Any, Boxes]:
    """Words as code points with boxes: blanks between them, line ends where the height jumps."""
    codes: list[int] = []
    rows: list[tuple[float, float, float, float]] = []
    empty = (0.0, 0.0, 0.0, 0.0)
    last: dict[str, Any] | None = None
    for word in words:
        if last is not None:
            codes.append(10 if _breaks(last, word) else 32)
            rows.append(empty)
        for char in word["chars"]:
            text = str(char["text"])
            if text.startswith("(cid:"):
                text = "\ufffd"
            codes += map(ord, text)
            rows += [(char["x0"], char["top"], char["x1"], char["bottom"])] * len(text)
        last = word
    return np.array(codes, np.uint32), np.array(rows, np.float32).reshape(-1, 4)


def _breaks(last: dict[str, Any], word: dict[str, Any]) -> bool:
    overlap = min(last["bottom"], word["bottom"]) - max(last["top"], word["top"])
    smaller = min(last["bottom"] - last["top"], word["bottom"] - word["top"])
    return bool(overlap < 0.4 * smaller or word["x1"] < last["x0"])
