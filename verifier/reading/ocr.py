"""What a reader of pictures saw on a page, as text with a box for each character.

The table of Tesseract (TSV) gives words with their rectangles; the characters of a word share its
rectangle by their usual widths. That is exact for words, and close for single letters.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

from PIL import Image

from verifier.reading.arrays import Boxes, np
from verifier.reading.boxes import pack_boxes
from verifier.reading.render import PdfView
from verifier.text.document import Block, Notice, ReadDocument, ReadPage, Remark, Span

DOTS = 300
"""Dots an inch of the pictures: what Tesseract is made for."""
MOST_PIXELS = 30_000_000
POINTS = 72
SOFT_HYPHEN = "\u00ad"
NARROW, WIDE = frozenset("iljtfrI.,:;'|!()[]1-"), frozenset("mwMW@—")
_WORD_LEVEL = "5"
Part = TypeVar("Part", Block, Span, Remark)


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word with its rectangle in pixels of the picture."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    confidence: float
    """0 to 100."""
    line: tuple[int, int, int]
    """Numbers of its block, paragraph and line."""


@dataclass(frozen=True)
class SeenPage:
    """The text of a page with the boxes of its characters in points; offsets count from 0."""

    text: str
    boxes: Boxes
    paragraphs: tuple[tuple[int, int], ...]
    confidence: float
    """0 to 100, on average over the characters; 0 where there are none."""


def words_of(table: str) -> list[SeenWord]:
    """The words in Tesseract's table, in its order."""
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    found = []
    for row in rows:
        text = (row.get("text") or "").strip()
        if row.get("level") != _WORD_LEVEL or not text or float(row["conf"]) < 0:
            continue
        left, top = float(row["left"]), float(row["top"])
        found.append(
            SeenWord(
                text,
                left,
                top,
                left + float(row["width"]),
                top + float(row["height"]),
                float(row["conf"]),
                (int(row["block_num"]), int(row["par_num"]), int(row["line_num"])),
            )
        )
    return found


def page_of(words: Sequence[SeenWord], scale: float) -> SeenPage:
    """The words as a page's text; `scale` is pixels a point."""
    lines = [list(line) for _, line in groupby(words, key=lambda word: word.line)]
    text, rows = "", []
    paragraphs: list[tuple[int, int]] = []
    for number, line in enumerate(lines):
        begun = len(text)
        top, bottom = min(word.y0 for word in line), max(word.y1 for word in line)
        for at, word in enumerate(line):
            if at:
                text += " "
                rows.append((word.x0, top, word.x0, bottom))
            text += word.text
            rows += _characters(word, top, bottom)
        text = _parted(text, lines, number)
        if number and lines[number - 1][0].line[:2] == line[0].line[:2]:
            paragraphs[-1] = (paragraphs[-1][0], len(text))
        else:
            paragraphs.append((begun, len(text)))
        text += "\n"
        rows.append((line[-1].x1, top, line[-1].x1, bottom))
    boxes = np.array(rows, dtype=np.float32).reshape(-1, 4) / np.float32(scale)
    said = sum(len(word.text) for word in words)
    total = sum(word.confidence * len(word.text) for word in words)
    return SeenPage(text, boxes, tuple(paragraphs), total / said if said else 0.0)


def _parted(text: str, lines: Sequence[Sequence[SeenWord]], number: int) -> str:
    """A hyphen that parts a word at the end of a line is a soft one, as in the text of a PDF."""
    following = lines[number + 1][0] if number + 1 < len(lines) else None
    goes_on = following is not None and following.line[:2] == lines[number][0].line[:2]
    parts = len(text) > 1 and text[-1] == "-" and text[-2].isalpha()
    if parts and goes_on and following is not None and following.text[:1].islower():
        return text[:-1] + SOFT_HYPHEN
    return text


def _characters(
    word: SeenWord, top: float, bottom: float
) -> Iterator[tuple[float, float, float, float]]:
    weights = [0.5 if c in NARROW else 1.5 if c in WIDE else 1.0 for c in word.text]
    step = (word.x1 - word.x0) / sum(weights)
    x = word.x0
    for weight in weights:
        yield x, top, x + weight * step, bottom
        x += weight * step


def picture_of(
    view: PdfView, number: int, give_up: Callable[[], bool] | None = None
) -> tuple[bytes, float]:
    """Page `number` (from 1) as a grey PNG, and its pixels a point."""
    width, height = view.page_size(number)
    scale = min(DOTS / POINTS, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    drawn = view.render(number, scale, give_up=give_up)
    size = (drawn.width, drawn.height)
    image = Image.frombuffer("RGB", size, bytes(drawn.pixels), "raw", "BGRX", drawn.stride, 1)
    out = io.BytesIO()
    image.convert("L").save(out, "PNG", compress_level=1)
    return out.getvalue(), scale


def with_seen(document: ReadDocument, seen: Mapping[int, SeenPage], engine: str) -> ReadDocument:
    """The document with these pages' text as it was seen in their pictures, and labelled so.

    What stands on the other pages stays as it is, but for its offsets.
    """
    pages: list[ReadPage] = []
    texts: list[str] = []
    blocks: list[Block] = []
    shifts: list[tuple[int, int, int]] = []
    place = 0
    for page in document.pages:
        found = seen.get(page.number)
        if found is None:
            words, boxes, notices = document.text[page.start : page.stop], page.boxes, page.notices
            shifts.append((page.start, page.stop, place - page.start))
        else:
            words, boxes = found.text, pack_boxes(found.boxes, page.width, page.height)
            notices = (_label(page.number, found, engine),)
            blocks += [
                Block(place + start, place + stop, "paragraph") for start, stop in found.paragraphs
            ]
        stop = place + len(words)
        pages.append(replace(page, start=place, stop=stop, boxes=boxes, notices=notices))
        texts.append(words)
        place = stop
    blocks += [moved for one in document.blocks for moved in _moved(one, shifts)]
    confidence = confidence_of(seen)
    properties = {
        **document.properties,
        "ocr": engine,
        "ocr pages": ", ".join(str(number) for number in sorted(seen)),
        "ocr confidence": f"{confidence:.0f} %",
    }
    return replace(
        document,
        reader=", ".join(dict.fromkeys((*document.reader.split(", "), engine))),
        text="".join(texts),
        pages=tuple(pages),
        blocks=tuple(sorted(blocks, key=lambda one: (one.start, one.stop))),
        spans=tuple(moved for one in document.spans for moved in _moved(one, shifts)),
        remarks=tuple(moved for one in document.remarks for moved in _moved(one, shifts)),
        properties=properties,
    )


def _moved(part: Part, shifts: Sequence[tuple[int, int, int]]) -> Iterator[Part]:
    """The part where its page's text stands now; none where its page was read anew."""
    for start, stop, by in shifts:
        if start <= part.start and part.stop <= stop:
            yield replace(part, start=part.start + by, stop=part.stop + by)
            return


def _label(number: int, seen: SeenPage, engine: str) -> Notice:
    if not seen.text:
        return Notice("no-text", f"{engine} saw no text in the picture of page {number}.", number)
    words = (
        f"The text of page {number} was read from its picture by {engine}, which is "
        f"{seen.confidence:.0f} % sure of it. Compare quotes with the picture."
    )
    return Notice("ocr", words, number)


def confidence_of(seen: Mapping[int, SeenPage]) -> float:
    """0 to 100, on average over the characters of all pages; 0 where there are none."""
    said = sum(len(page.text) for page in seen.values())
    return sum(page.confidence * len(page.text) for page in seen.values()) / said if said else 0.0
