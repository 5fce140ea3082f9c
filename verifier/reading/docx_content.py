"""What is read of a Word document's elements, and what is passed over."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from verifier.reading.docx_package import local
from verifier.reading.docx_styles import child

CHARACTERS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
"""What stands for a character of its own."""
REMOVED = frozenset(
    [
        "del",
        "moveFrom",
        "instrText",
        "delText",
        "delInstrText",
        "pPr",
        "rPr",
        "tblPr",
        "trPr",
        "tcPr",
        "sectPr",
        "sdtPr",
        "sdtEndPr",
        "Fallback",
    ]
)


def alternative(element: Any) -> Iterable[Any]:
    """The first choice of alternative content; the fallback says the same in older words."""
    chosen = child(element, "Choice")
    return chosen if chosen is not None else inside(element, "Fallback")


def inside(element: Any, name: str) -> Iterable[Any]:
    """What an element's child of this name holds; nothing where it has none."""
    found = child(element, name)
    return found if found is not None else ()


def is_nested(box: Any, drawing: Any) -> bool:
    """Whether a text box lies in another one, or in the fallback of alternative content."""
    parent = box.getparent()
    while parent is not None and parent is not drawing:
        if local(parent) in ("txbxContent", "Fallback"):
            return True
        parent = parent.getparent()
    return False


def content(cell: Any) -> Iterable[Any]:
    """Paragraphs and tables of a cell or note, also those inside content controls."""
    for one in cell:
        kind = local(one)
        if kind in ("p", "tbl"):
            yield one
        elif kind == "AlternateContent":
            yield from content(alternative(one))
        elif kind not in REMOVED:
            yield from content(one)
