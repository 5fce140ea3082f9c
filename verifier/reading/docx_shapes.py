"""Shapes in a Word file: where the cells of a table stand, and how large a picture is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from verifier.reading.docx_package import attribute, local
from verifier.reading.docx_styles import child, number

EMU_PER_POINT = 12_700
_MOST_COLUMNS = 1000
LARGEST = 20_000.0
"""Points: what is larger is no size."""
_UNITS = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "": 0.75}
_LENGTHS = {
    side: re.compile(rf"(?:^|;)\s*{side}\s*:\s*([\d.]{{1,10}})(pt|px|in|cm|mm)?", re.IGNORECASE)
    for side in ("width", "height")
}


def placed_cells(table: Any) -> Iterator[tuple[Any, dict[str, int]]]:
    """The cells of a table with row, column, and how many of each they reach over.

    Those that go on from above come, too: they are empty in what programs write.
    """
    rows = [list(_row(line)) for line in _lines(table)]
    for at, cells in enumerate(rows):
        for cell, column, across, merge in cells:
            place = {"row": at, "col": column}
            if across > 1:
                place["cols"] = across
            if merge == "restart":
                down = 1 + _reach(rows[at + 1 :], column)
                if down > 1:
                    place["rows"] = down
            yield cell, place


def _lines(table: Any) -> Iterator[Any]:
    """The rows that stand when tracked changes are accepted."""
    for line in _inside(table, "tr"):
        if child(child(line, "trPr"), "del") is None:
            yield line


def _row(line: Any) -> Iterator[tuple[Any, int, int, str]]:
    """The cells of a row: each with its column, its width in columns, and its part in a merge."""
    column = number(child(child(line, "trPr"), "gridBefore"), 0)
    column = min(max(column, 0), _MOST_COLUMNS)
    for cell in _inside(line, "tc"):
        properties = child(cell, "tcPr")
        across = _span(child(properties, "gridSpan"))
        merge = child(properties, "vMerge")
        part = "" if merge is None else attribute(merge, "val") or "continue"
        yield cell, column, across, part
        column += across


def _reach(below: Iterable[list[tuple[Any, int, int, str]]], column: int) -> int:
    """How many of the rows below a merged cell goes on in."""
    count = 0
    for cells in below:
        if not any(at == column and merge == "continue" for _, at, _, merge in cells):
            break
        count += 1
    return count


def _inside(element: Any, name: str) -> Iterator[Any]:
    """Rows or cells, also those inside content controls and insertions."""
    for one in element:
        kind = local(one)
        if kind == name:
            yield one
        elif kind in ("sdt", "sdtContent", "ins", "customXml", "moveTo", "smartTag"):
            yield from _inside(one, name)


def _span(element: Any) -> int:
    value = attribute(element, "val") if element is not None else None
    return (
        min(max(int(value), 1), _MOST_COLUMNS)
        if value and value.isascii() and value.isdigit()
        else 1
    )


def picture_size(picture: Any, drawing: Any) -> dict[str, float]:
    """Width and height in points of a picture in its drawing; nothing where it does not say."""
    element = picture.getparent()
    while element is not None and element is not drawing:
        if local(element) == "pic":
            found = _extent(child(child(child(element, "spPr"), "xfrm"), "ext"))
            if found:
                return found
        elif style := attribute(element, "style"):
            found = _styled(style)
            if found:
                return found
        element = element.getparent()
    return extent_of(drawing)


def extent_of(drawing: Any) -> dict[str, float]:
    """Width and height in points of a drawing as a whole; nothing where it does not say."""
    return _extent(next((one for one in drawing.iter() if local(one) == "extent"), None))


def _extent(element: Any) -> dict[str, float]:
    if element is None:
        return {}
    sides = [attribute(element, name) or "" for name in ("cx", "cy")]
    if not all(side.isascii() and side.isdigit() for side in sides):
        return {}
    return _size(*(int(side) / EMU_PER_POINT for side in sides))


def _styled(style: str) -> dict[str, float]:
    found = [_LENGTHS[side].search(style) for side in ("width", "height")]
    try:
        sides = [float(one[1]) * _UNITS[(one[2] or "").lower()] for one in found if one]
    except ValueError:
        return {}
    return _size(*sides) if len(sides) == 2 else {}


def _size(width: float, height: float) -> dict[str, float]:
    if not (0 < width < LARGEST and 0 < height < LARGEST):
        return {}
    return {"width": round(width, 2), "height": round(height, 2)}
