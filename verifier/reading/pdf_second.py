"""The second opinion: a page that PDFium reads badly, read by pdfplumber.

pdfplumber gets a copy of that one page (see `pdf_copy`), unturned: most text that is turned on the
shown page was upright before the page was turned.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pdfplumber

from verifier.reading.arrays import Boxes, np
from verifier.reading.pdf_characters import Characters
from verifier.reading.pdf_copy import FAULTS, PageCopies
from verifier.reading.pdf_text import clean
from verifier.reading.pdfium import Geometry


@dataclass(frozen=True, slots=True)
class Opinion:
    """A reading of a page, with the number of characters that a person could read."""

    characters: Characters
    undecoded: int

    @property
    def readable(self) -> int:
        """Visible characters that are real ones."""
        return self.characters.survey.readable


class SecondReader:
    """Opens the file anew when first asked, and keeps it open."""

    def __init__(self, source: Path | bytes) -> None:
        self._copies = PageCopies(source)

    def close(self) -> None:
        """Close the file."""
        self._copies.close()

    def read(self, number: int, shape: Geometry) -> Opinion | None:
        """Page `number` (from 1) as pdfplumber reads it, or None where it cannot."""
        try:
            copy = self._copies.copy(number, replace(shape, rotation=0))
            if copy is None:
                return None
            with pdfplumber.open(copy) as pdf:
                page = pdf.pages[0].dedupe_chars()
                words = page.extract_words(
                    use_text_flow=True, return_chars=True, keep_blank_chars=False
                )
        except FAULTS:
            return None
        codes, boxes = _stream(words)
        boxes = shape.shown(_in_file(boxes, shape))
        characters, undecoded = clean(codes, boxes, shape.width, shape.height)
        return Opinion(characters, undecoded)


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
