"""Where the cells of a table lie: widths from what is in the columns, merged cells, the lines.

Nothing here knows Qt. Lengths are points; a place counts rows and columns from 0.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from verifier.ui.reader.sheet import USUAL_MEASURE

SIZES = (10, 9, 8)
"""Of the type in a table: the usual one, and those for tables that have little room."""
LETTER = 5.4
"""Mean width of a character in a cell, in the usual type."""
WIDEST = USUAL_MEASURE
IDEOGRAPH, ARABIC = 1.9, 1.3
"""Widths of a Chinese, Japanese or Korean sign and of an Arabic letter, in letters."""
BOLD = 1.1
"""By so much words in the head of a table are wider."""
FEW_LETTERS = 4
"""No column is narrower, unless all are."""
PADDING = 4.0
LONGEST_WORD = 22
LONGEST_LINE = 60
LOOKED_AT = 300
"""Characters of a cell that are looked at for its width."""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell: where it begins, and how many rows and columns it reaches over."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1


def place_of(data: Mapping[str, Any]) -> Place:
    """The place that the block of a cell tells."""
    return Place(
        int(data.get("row", 0)),
        int(data.get("col", 0)),
        max(1, int(data.get("rows", 1))),
        max(1, int(data.get("cols", 1))),
    )


@dataclass(frozen=True, slots=True)
class Columns:
    """How a table is set across: the edges of its columns, and the size of the type in it."""

    edges: Sequence[float]
    size: int = SIZES[0]
    from_right: bool = False
    """Whether the first column stands at the right, as where words run from right to left."""

    def turned(self) -> Columns:
        """The same table from the other side."""
        width = self.edges[-1]
        return Columns([width - edge for edge in reversed(self.edges)], self.size, True)

    def place(self, data: Mapping[str, Any]) -> Place:
        """The place that the block of a cell tells, by the columns as they stand, left to right."""
        place = place_of(data)
        if not self.from_right:
            return place
        return replace(place, column=max(0, len(self.edges) - 1 - place.column - place.columns))


def columns_of(cells: Sequence[tuple[Place, str]], width: float) -> Columns:
    """The columns of a table where the text beside it is `width` points wide.

    Where the longest words have no room beside each other the type gets smaller. Where they have
    none in the smallest the table is wider than the text, up to `WIDEST`; only there words are
    broken.
    """
    need = width
    for size in SIZES:
        need = sum(_wishes(cells, LETTER * size / SIZES[0])[0])
        if need <= width:
            return Columns(column_edges(cells, width, size), size)
    width = max(width, min(need * BOLD, WIDEST))
    return Columns(column_edges(cells, width, SIZES[-1]), SIZES[-1])


def column_edges(
    cells: Sequence[tuple[Place, str]], width: float, size: int = SIZES[0]
) -> list[float]:
    """Left edges of the columns, and the right edge of the last; together they fill `width`.

    Every column gets room for its longest word, and what is left goes to those with longer lines.
    Where there is not enough, the widest give way first and none is narrower than a few letters.
    """
    letter = LETTER * size / SIZES[0]
    need, want = _wishes(cells, letter)
    more = [wish - least for wish, least in zip(want, need, strict=True)]
    if sum(need) < width and sum(more) > 0:
        sizes = _between(need, want, width)
    elif sum(need) < width:
        sizes = _between([0.0] * len(need), need, width)
    else:
        few = [min(least, 2 * PADDING + FEW_LETTERS * letter) for least in need]
        is_enough = sum(few) < width
        sizes = _between(few, need, width) if is_enough else _between([0.0] * len(few), few, width)
    edges = [0.0]
    for each in sizes:
        edges.append(edges[-1] + each)
    edges[-1] = width
    return edges


def _wishes(cells: Iterable[tuple[Place, str]], letter: float) -> tuple[list[float], list[float]]:
    """How wide each column must be for its longest word, and would be for its longest line."""
    needs: dict[int, float] = {}
    wants: dict[int, float] = {}
    last = 0
    for place, text in cells:
        last = max(last, place.column + place.columns)
        if place.columns > 1:
            continue
        words = text[:LOOKED_AT].split()
        word = min(max(map(letters, words), default=1), LONGEST_WORD)
        line = min(max(map(letters, text[:LOOKED_AT].splitlines()), default=1), LONGEST_LINE)
        room = 2 * PADDING + letter
        needs[place.column] = max(needs.get(place.column, 0.0), room + letter * word)
        wants[place.column] = max(wants.get(place.column, 0.0), room + letter * line)
    need = [needs.get(column, 3 * PADDING) for column in range(last)]
    return need, [max(wants.get(column, 0.0), need[column]) for column in range(last)]


def letters(words: str) -> float:
    """How many Latin letters are as wide as these words."""
    if words.isascii():
        return len(words)
    return sum(map(_letters_of, words))


def _letters_of(character: str) -> float:
    if unicodedata.east_asian_width(character) in ("W", "F"):
        return IDEOGRAPH
    return ARABIC if unicodedata.bidirectional(character) == "AL" else 1.0


def _between(least: Sequence[float], most: Sequence[float], whole: float) -> list[float]:
    """Sizes that fill `whole`: what is over the least goes to each by its distance to the most."""
    more = [high - low for low, high in zip(least, most, strict=True)]
    share = (whole - sum(least)) / (sum(more) or 1.0)
    return [low + share * extra for low, extra in zip(least, more, strict=True)]


class Rows:
    """The rows of a table, or of the part of it in one stretch, that have anything in them."""

    def __init__(self, heights: Sequence[tuple[Place, float]]) -> None:
        self._numbers = sorted({place.row for place, _ in heights})
        tall = [0.0] * len(self._numbers)
        for place, height in heights:
            if place.rows == 1:
                at = self.first(place)
                tall[at] = max(tall[at], height)
        for place, height in heights:
            first, last = self.first(place), self.last(place)
            missing = height - sum(tall[first:last])
            if missing > 0:
                tall[last - 1] += missing
        self.edges = [0.0]
        for height in tall:
            self.edges.append(self.edges[-1] + height)

    def first(self, place: Place) -> int:
        """Which of the rows a cell begins in."""
        return bisect_left(self._numbers, place.row)

    def last(self, place: Place) -> int:
        """The row below the last one that a cell reaches into."""
        return max(self.first(place) + 1, bisect_left(self._numbers, place.row + place.rows))


def lines(
    places: Iterable[Place], columns: Sequence[float], rows: Rows
) -> list[tuple[float, float, float, float]]:
    """The lines of the table as (x0, y0, x1, y1); none goes through a merged cell."""
    down, across = len(rows.edges) - 1, len(columns) - 1
    level = [[True] * across for _ in range(down + 1)]
    upright = [[True] * (across + 1) for _ in range(down)]
    for place in places:
        first, last = rows.first(place), rows.last(place)
        left, right = place.column, min(place.column + place.columns, across)
        for row in range(first + 1, last):
            for column in range(left, right):
                level[row][column] = False
        for row in range(first, last):
            for column in range(left + 1, right):
                upright[row][column] = False
    found = []
    for row, shown in enumerate(level):
        y = rows.edges[row]
        found += [(columns[a], y, columns[b], y) for a, b in _runs(shown)]
    for column in range(across + 1):
        x = columns[column]
        shown = [upright[row][column] for row in range(down)]
        found += [(x, rows.edges[a], x, rows.edges[b]) for a, b in _runs(shown)]
    return found


def _runs(shown: Sequence[bool]) -> list[tuple[int, int]]:
    """Where stretches of true begin and end."""
    found: list[tuple[int, int]] = []
    begun: int | None = None
    for at, is_shown in enumerate([*shown, False]):
        if is_shown and begun is None:
            begun = at
        elif not is_shown and begun is not None:
            found.append((begun, at))
            begun = None
    return found
