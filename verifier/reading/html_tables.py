"""Tables of web pages: which of them hold data, and where their cells stand."""

from __future__ import annotations

from itertools import islice
from typing import Any

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MOST_SPAN = 1000
"""Rows or columns that a cell may reach over, as browsers bound it."""


def is_layout(table: Any) -> bool:
    """Whether a table only puts parts of the page beside each other, as old pages and mails do.

    The tests are those of the reading views of browsers: what names its columns or itself is data;
    what holds other tables, chapters or a single cell is layout.
    """
    if table.get("role") in ("presentation", "none"):
        return True
    if any(table.find(path) is not None for path in ("caption", "tr/th", "*/tr/th")):
        return False
    if next(table.iterdescendants("table", *_HEADINGS), None) is not None:
        return True
    return len(list(islice(table.iterdescendants("td", "th"), 2))) < 2


class CellPlaces:
    """Where the next cell of a table stands: cells may reach over columns and rows."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._row = -1
        self._column = 0
        self._reaching: dict[int, int] = {}
        """For columns covered from above, how many more rows."""

    def next_row(self) -> None:
        """A row begins."""
        self._row += 1
        self._column = 0
        self._reaching = {at: left - 1 for at, left in self._reaching.items() if left > 1}

    def next_cell(self, element: Any) -> dict[str, Any]:
        """What the block of a cell tells of its place."""
        self._row = max(self._row, 0)
        while self._column in self._reaching:
            self._column += 1
        across, down = _count(element.get("colspan")), _count(element.get("rowspan"))
        place = {"table": self._number, "row": self._row, "col": self._column}
        if across > 1:
            place["cols"] = across
        if down > 1:
            place["rows"] = down
            # Cells above are counted down when the next row begins.
            covered = range(self._column, self._column + across)
            self._reaching |= dict.fromkeys(covered, down)
        self._column += across
        if element.tag == "th":
            place["head"] = 1
        return place


def _count(value: Any) -> int:
    text = str(value or "").strip()
    return min(max(int(text), 1), _MOST_SPAN) if text.isascii() and text.isdigit() else 1
