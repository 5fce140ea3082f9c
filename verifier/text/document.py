"""What reading a file yields, whatever its format: plain values that cross a process border.

Coordinates are points (1/72 inch) of the page as it is shown: origin at the top left corner of the
visible box (CropBox, after rotation), x to the right, y downwards. Offsets are code points of
`ReadDocument.text`; the pages' ranges cover that text without gaps, in order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader of the document must know: `code` for programs, `text` for people."""

    code: str
    text: str
    page: int | None = None


RUNNING = ("header", "footer", "line-number", "page-note")
"""Kinds of blocks that stand on a page and not in what is said there; notes and captions that stand
inside a sentence are of them."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like stretch of the text: what it is, never what it says.

    `kind` is one of paragraph, heading, list-item, table-cell, quote, code, footnote, header,
    footer, line-number, page-note, caption. `level` is the heading's or the list's depth from 1
    (0: none).
    `data` holds what only that kind has (table, row, column; a footnote's mark and place; a
    picture's part, SHA-256 and pixels; the number that Word shows before a paragraph and that is
    no text).
    """

    start: int
    stop: int
    kind: str = "paragraph"
    level: int = 0
    data: dict[str, Any] = field(default_factory=dict)

    @property
    def picture_sha256(self) -> str:
        """Of a picture's bytes; empty where there are none, or an earlier version read the file."""
        return str(self.data.get("sha256") or "")

    @property
    def picture_pixels(self) -> tuple[int, int] | None:
        """How large a picture is in itself, where the file was asked."""
        width, height = self.data.get("pixels") or (0, 0)
        return (int(width), int(height)) if width and height else None


def picture_key(data: Mapping[str, Any]) -> str:
    """What the picture of a block is fetched by; empty where the file does not hold it."""
    return str(data.get("part") or data.get("picture") or "")


def pictures_of(blocks: Iterable[Block]) -> list[Block]:
    """The pictures of a text in their order: regions of them count by it, from 1."""
    return [block for block in blocks if block.kind == "picture"]


TARGET = "target"
"""The kind of a span without words: where links to its `target` ("#method") lead."""


@dataclass(frozen=True, slots=True)
class Span:
    """Inline styling of a stretch of text: bold, italic, link (`target` holds the address), ..."""

    start: int
    stop: int
    kind: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody marked or wrote in the file before it came here.

    It covers `start:stop` of the text, or stands at one place where both are the same.
    """

    start: int
    stop: int
    text: str = ""
    """What was written, "" for a mark without words."""
    author: str = ""
    date: str = ""
    """ISO 8601 as far as the file says."""
    kind: str = "comment"
    """highlight, underline, squiggly, strikeout, comment, reply, text, insertion, region,
    drawing."""
    color: str = ""
    """#rrggbb, "" where there is none."""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """One page. Documents without pages have one, of size 0 by 0, that holds all their text."""

    number: int
    """From 1."""
    start: int
    stop: int
    width: float = 0.0
    """Points, as shown."""
    height: float = 0.0
    rotation: int = 0
    """Degrees clockwise that the file asks for; width, height and boxes are after the turn."""
    label: str = ""
    """The page's printed number where the file has one ("iv")."""
    boxes: bytes = b""
    """One box a code point, as packed by `verifier.reading.boxes`; empty where there are none."""
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A file that has been read."""

    media_type: str
    reader: str
    """Which reader made it, with its version: "pdfium 8149", "python-docx 1.2.0"."""
    text: str
    pages: tuple[ReadPage, ...]
    blocks: tuple[Block, ...] = ()
    spans: tuple[Span, ...] = ()
    notices: tuple[Notice, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)
    """title, author, created, language, encoding, ... as far as the file says."""
    remarks: tuple[Remark, ...] = ()
    """Highlights and comments that came with the file, in the order of the text."""
