"""The text of a Word document with the elements it was read from: what marks are put on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from verifier.reading.docx_fields import Field
from verifier.text.document import Block


@dataclass(frozen=True, slots=True)
class Piece:
    """`text[start:stop]` is what this element (a `t`, `tab`, `br`, ...) says."""

    start: int
    stop: int
    element: Any
    field: Field | None = None
    """The outermost field, other than a link, whose result the element stands in."""
    note: Any = None
    """The mark in the body where the element stands in a foot- or endnote; in a diagram, its
    drawing."""
    skipped: int = 0
    """Characters at the element's start that are no part of the text."""
    beside: Any = None
    """The paragraph of the body that speaks for a running head or foot, in which the element stands
    and no comment can: the first of its section."""
    where: str = ""
    """header, footer or diagram, where it stands in one."""


@dataclass(frozen=True, slots=True)
class LocatedText:
    """The text of a Word document together with the elements it was read from."""

    text: str
    pieces: tuple[Piece, ...]
    """In the order of the text. Line ends between paragraphs belong to none."""
    pictures: tuple[tuple[Piece, Block], ...]
    """The pictures with their blocks, in the order in which regions of them count."""
    main: str
    """Name of the part with the body."""
    roots: dict[str, Any]
    """Root elements of the parts that text was read from, by the parts' names."""
