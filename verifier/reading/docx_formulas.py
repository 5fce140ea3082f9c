"""Formulas of a Word document on one line: the signs that Word draws and does not write.

Raised and lowered parts are told as such, so that ten to the power of six does not read 106.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from verifier.reading.docx_package import attribute, local
from verifier.reading.docx_styles import child, is_on

Part = str | tuple[Any, str]
"""A sign, or an element to be read with how it is set: "", "superscript" or "subscript"."""
RAISED, LOWERED = "superscript", "subscript"
_SUM = "\u222b"
_SCRIPTS = {
    "sSup": (("e", ""), ("sup", RAISED)),
    "sSub": (("e", ""), ("sub", LOWERED)),
    "sSubSup": (("e", ""), ("sub", LOWERED), ("sup", RAISED)),
    "sPre": (("sub", LOWERED), ("sup", RAISED), ("e", "")),
    "limLow": (("e", ""), ("lim", LOWERED)),
    "limUpp": (("e", ""), ("lim", RAISED)),
}


def parts_of_formula(element: Any) -> list[Part] | None:
    """The parts of a formula's element in the order of the line; None for any other element."""
    kind = local(element)
    if not str(element.tag).partition("}")[0].endswith("/math"):
        return None
    if kind in _SCRIPTS:
        return [(one, how) for name, how in _SCRIPTS[kind] for one in _named(element, name)]
    read = _READ.get(kind)
    return None if read is None else list(read(element))


def _fraction(element: Any) -> Iterator[Part]:
    yield from _whole(element, "num")
    yield "/"
    yield from _whole(element, "den")


def _brackets(element: Any) -> Iterator[Part]:
    properties = child(element, "dPr")
    yield _sign(properties, "begChr", "(")
    for number, one in enumerate(_named(element, "e")):
        if number:
            yield _sign(properties, "sepChr", "|")
        yield one, ""
    yield _sign(properties, "endChr", ")")


def _root(element: Any) -> Iterator[Part]:
    if not is_on(child(element, "radPr"), "degHide"):
        yield from ((one, RAISED) for one in _named(element, "deg"))
    yield "\u221a"
    yield from _whole(element, "e")


def _sum(element: Any) -> Iterator[Part]:
    properties = child(element, "naryPr")
    yield _sign(properties, "chr", _SUM)
    for name, how in (("sub", LOWERED), ("sup", RAISED)):
        if not is_on(properties, f"{name}Hide"):
            yield from ((one, how) for one in _named(element, name))
    yield from ((one, "") for one in _named(element, "e"))


def _function(element: Any) -> Iterator[Part]:
    yield from ((one, "") for one in _named(element, "fName"))
    yield " "
    yield from ((one, "") for one in _named(element, "e"))


def _rows(element: Any) -> Iterator[Part]:
    """Lines below each other, or the rows of a matrix, with a semicolon between."""
    for number, row in enumerate([*_named(element, "mr"), *_named(element, "e")]):
        if number:
            yield "; "
        cells = list(_named(row, "e")) if local(row) == "mr" else [row]
        for place, cell in enumerate(cells):
            if place:
                yield " "
            yield cell, ""


_READ = {
    "f": _fraction,
    "d": _brackets,
    "rad": _root,
    "nary": _sum,
    "func": _function,
    "m": _rows,
    "eqArr": _rows,
}


def _whole(element: Any, name: str) -> Iterator[Part]:
    """A part that stands alone above a bar or below a root: in brackets where it is a sum."""
    for one in _named(element, name):
        needs = any(sign in "".join(one.itertext()).strip()[1:] for sign in "+-\u2212\u00b1 /")
        yield "(" if needs else ""
        yield one, ""
        yield ")" if needs else ""


def _named(element: Any, name: str) -> Iterator[Any]:
    return (one for one in element if local(one) == name)


def _sign(properties: Any, name: str, usual: str) -> str:
    found = child(properties, name)
    return usual if found is None else attribute(found, "val") or ""
