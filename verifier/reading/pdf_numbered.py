"""Columns of line numbers in a page's margin, as court filings, transcripts and drafts have them.

A file draws a number with its line, or on ruled paper at a height of its own, so that it stands
inside a sentence: "nobody had seen 12 the register". Numbers of lines are told from those of a list
or of a table's rows by the words: sentences go on from one numbered line into the next one, where
there was no room left for them. Pages with few sentences, as the first and the last of a filing,
are told by a neighbour that surely has the same column.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from verifier.reading.arrays import np
from verifier.reading.pdf_characters import Characters
from verifier.reading.pdf_layout import pieces, rearranged
from verifier.reading.pdf_lines import Line

LEAST = 8
LEAST_BY_FIVE = 5
"""Numbers of a column that its own page tells, at least: of each line, or of each fifth one."""
LEAST_LIKE = 3
"""Numbers of a column that a neighbour has, too, at least."""
MOST_COLUMNS = 4
"""Of a page: more are those of a table."""
ALIGNED = 0.5
"""Numbers of a column end, or begin, at places that differ by no more; in heights of a number."""
EVEN = 0.3
"""Numbers at even distances are off their places by no more; in such distances."""
COUNTED = 0.9
"""Where distances differ, this share of the numbers counts the lines beside them, at least."""
WHITE = 0.4
"""Between numbers and text, at least; in heights of a number."""
OUTSIDE = 2
"""Lines that may stand beyond the column, as a stamp does."""
NEAR = 3.0
"""The next line begins within so many heights: filings are set with two lines' room."""
WORDS = 25
"""Characters of a line that goes on in the next one, at least; labels and items have fewer."""
BLANK = 0.25
"""Width of a blank, in heights of a line."""
GOING_ON = 3
SHARE_GOING_ON = 0.15
"""Lines that surely go on in the next one: so many, and this share of those with a next one."""
SAME_PLACE = 3.0
"""Points by which the column of a neighbour may stand elsewhere."""

FIVE = 5
_STEPS = ((1, 2), (FIVE,))
"""By how much numbers count on: one may be missing between two, unless each fifth line has one."""
COUNTED_BY = (1, 2, FIVE)
_TOP = attrgetter("y0")
_FIRST = re.compile(r"(\d{1,5})(?= |$)")
_LAST = re.compile(r"(?<= )(\d{1,5})$")


class Column(NamedTuple):
    """Where a page has its numbers and which, to know them again on other pages; points."""

    first: int
    last: int
    left: float
    right: float
    top: float
    pitch: float

    def is_like(self, other: Column) -> bool:
        """Whether another page's column has the same place and numbers, or goes on from there."""
        sides = (abs(self.left - other.left), abs(self.right - other.right))
        if min(sides) > SAME_PLACE or abs(self.pitch - other.pitch) > 0.2 * self.pitch:
            return False
        if self.first == other.first:
            return abs(self.top - other.top) <= SAME_PLACE
        return 0 < self.first - other.last <= FIVE or 0 < other.first - self.last <= FIVE


@dataclass(frozen=True, slots=True)
class Numbered:
    """A page without the numbers of its lines, and these, each with a line end."""

    body: Characters
    numbers: Characters
    columns: tuple[Column, ...]


class _Number(NamedTuple):
    """A word of digits at a line's beginning or end, and its box."""

    line: int
    value: int
    box: Line

    @property
    def middle(self) -> float:
        return (self.box.y0 + self.box.y1) / 2


_Chain = list[_Number]


def may_be_numbered(found: Characters, *, is_known: bool) -> bool:
    """Whether a page has numbers enough at the ends of its lines to be looked at.

    Few are enough where another page's columns are known.
    """
    return found.survey.numbered >= (LEAST_LIKE if is_known else LEAST_BY_FIVE)


def without_numbers(
    found: Characters, lines: Sequence[Line], known: Collection[Column]
) -> Numbered | None:
    """The page and its columns of line numbers apart, None where it has none.

    `known` are columns of other pages of the document.
    """
    if not may_be_numbered(found, is_known=bool(known)):
        return None
    text = found.text()
    chains = _chains(_numbers(found, text, lines), bool(known))
    if not chains:
        return None
    page = _Page(found, text, lines, chains)
    chains = [chain for chain in page.chains if page.is_column(chain, known)]
    taken = {one.box.start for chain in chains for one in chain}
    body = list(_parts(text, lines, taken)) if chains else []
    if not body:
        return None
    numbers = [one.box for chain in chains for one in chain]
    return Numbered(
        rearranged(found, pieces(found, body)),
        rearranged(found, numbers),
        tuple(map(_column_of, chains)),
    )


def _numbers(found: Characters, text: str, lines: Sequence[Line]) -> list[_Number]:
    """All words of digits at beginnings and ends of lines, in the order of the page."""
    told = [
        (at, match.start(), match.end())
        for at, line in enumerate(lines)
        for match in _matches(text, line)
    ]
    values = {int(text[start:stop]) for _, start, stop in told}
    if sum(any(value + by in values for by in COUNTED_BY) for value in values) < LEAST_LIKE - 1:
        return []
    boxes = pieces(found, [(start, stop) for _, start, stop in told])
    return [
        _Number(at, int(text[start:stop]), box)
        for (at, start, stop), box in zip(told, boxes, strict=True)
    ]


def _matches(text: str, line: Line) -> Iterator[re.Match[str]]:
    words = text[line.start : line.stop]
    if words[0].isdecimal() and (first := _FIRST.match(text, line.start, line.stop)):
        yield first
    if words[-1].isdecimal() and (last := _LAST.search(text, line.stop - 6, line.stop)):
        yield last


def _chains(numbers: Sequence[_Number], is_known: bool) -> list[_Chain]:
    """Numbers that stand one below the other and count up, the longest ones first."""
    left, found = list(numbers), list[_Chain]()
    while len(left) >= LEAST_LIKE and len(found) < MOST_COLUMNS:
        best = max((_chain(group, by) for group in _aligned(left) for by in _STEPS), key=len)
        if len(best) < (LEAST_LIKE if is_known else _least(best)):
            break
        found.append(best)
        taken = {one.box.start for one in best}
        left = [one for one in left if one.box.start not in taken]
    return found


def _least(chain: _Chain) -> int:
    """How many numbers a column must have that nothing but its page tells."""
    is_by_five = all(one.value % FIVE == 0 for one in chain)
    return LEAST_BY_FIVE if is_by_five else LEAST


def _aligned(numbers: Sequence[_Number]) -> Iterator[list[_Number]]:
    """Numbers that end at one place across, then those that begin at one."""
    for side in (attrgetter("box.x1"), attrgetter("box.x0")):
        group: list[_Number] = []
        for one in sorted(numbers, key=side):
            if group and side(one) - side(group[0]) > ALIGNED * one.box.size:
                yield group
                group = []
            group.append(one)
        yield group


def _chain(group: Sequence[_Number], by: Sequence[int]) -> _Chain:
    """The longest part of a group in which each counts so much more than the one above."""
    length: dict[int, int] = {}
    before: dict[int, _Number | None] = {}
    at: dict[int, _Number] = {}
    for one in sorted(group, key=lambda number: number.middle):
        steps = [step for step in by if length.get(one.value - step)]
        step = max(steps, key=lambda step: length[one.value - step]) if steps else 0
        reached = 1 + (length[one.value - step] if step else 0)
        if reached > length.get(one.value, 0):
            length[one.value], at[one.value] = reached, one
            before[one.box.start] = at[one.value - step] if step else None
    last: _Number | None = at[max(length, key=lambda value: length[value])]
    chain: _Chain = []
    while last is not None:
        chain.append(last)
        last = before[last.box.start]
    return chain[::-1]


def _column_of(chain: _Chain) -> Column:
    first, last = chain[0], chain[-1]
    return Column(
        first=first.value,
        last=last.value,
        left=median(one.box.x0 for one in chain),
        right=median(one.box.x1 for one in chain),
        top=first.middle,
        pitch=(last.middle - first.middle) / (last.value - first.value),
    )


def _parts(text: str, lines: Sequence[Line], taken: Collection[int]) -> Iterator[tuple[int, int]]:
    """Where what is left of each line begins and ends, without the numbers that are taken."""
    for line in lines:
        start, stop = line.start, line.stop
        for match in _matches(text, line):
            if match.start() in taken and match.start() == line.start:
                start = match.end()
            elif match.start() in taken:
                stop = match.start()
        words = text[start:stop]
        if words.strip(" "):
            yield start + len(words) - len(words.lstrip(" ")), start + len(words.rstrip(" "))


class _Page:
    """The lines of a page without what may be numbers of lines, and what can be told of them."""

    def __init__(
        self, found: Characters, text: str, lines: Sequence[Line], chains: list[_Chain]
    ) -> None:
        self.chains = chains
        self._found = found
        self._text = text
        taken = {one.box.start for chain in chains for one in chain}
        self._body = pieces(found, list(_parts(text, lines, taken)))
        self._gaps = np.array([before for before, _ in found.survey.gaps], np.int64)

    def is_column(self, chain: _Chain, known: Collection[Column]) -> bool:
        """Whether numbers are those of lines, by the page's words or by another page's column."""
        column = _column_of(chain)
        inside = self._beside(chain)
        if not inside or column.pitch <= 0:
            return False
        is_even = all(
            abs(one.middle - column.top - column.pitch * (one.value - column.first))
            <= EVEN * column.pitch
            for one in chain
        )
        if not (is_even or _count_lines(chain, inside)):
            return False
        if any(column.is_like(other) for other in known):
            return True
        return len(chain) >= _least(chain) and self._go_on(inside, column, is_even)

    def _beside(self, chain: _Chain) -> list[Line]:
        """The lines beside a column at the edge of the text; none where it stands elsewhere."""
        top, bottom = chain[0].box.y0, chain[-1].box.y1
        low, high = min(one.box.x0 for one in chain), max(one.box.x1 for one in chain)
        white = WHITE * median(one.box.size for one in chain)
        level = [one for one in self._body if top <= (one.y0 + one.y1) / 2 <= bottom]
        behind = [one for one in level if one.x0 >= high + white]
        before = [one for one in level if one.x1 <= low - white]
        inside, outside = (behind, before) if len(behind) > len(before) else (before, behind)
        flat = [one for one in outside if one.size < one.x1 - one.x0]
        is_clear = len(behind) + len(before) == len(level) and len(flat) <= OUTSIDE
        return inside if is_clear else []

    def _go_on(self, lines: Sequence[Line], column: Column, is_even: bool) -> bool:
        """Whether sentences run on over the numbers' lines, whichever of them it is.

        A number may stand only at each second or third line, as that of a row with wrapped cells
        does: then some of the lines between begin a row each time.
        """
        pairs = [pair for pair in pairwise(lines) if _is_near(*pair)]
        going = [pair for pair in pairs if self._goes_on(*pair, lines)]
        if len(going) < max(GOING_ON, SHARE_GOING_ON * len(pairs)):
            return False
        if not is_even:
            return True
        between = max(1, round(column.pitch / median(b.y0 - a.y0 for a, b in pairs)))
        places = {
            round(((line.y0 + line.y1) / 2 - column.top) / column.pitch * between) % between
            for _, line in going
        }
        return len(places) == between

    def _goes_on(self, last: Line, line: Line, lines: Iterable[Line]) -> bool:
        """Whether a sentence goes on in the next line, because there was no room for its word."""
        if last.stop - last.start < WORDS or not self._text[line.start].islower():
            return False
        end = self._text[last.stop - 1]
        if not (end.isalpha() or end in ",-\xad’'") or self._has_gap(last) or self._has_gap(line):
            return False
        word = self._text[line.start : line.stop].split()[0]
        width = float(self._found.boxes[line.start + len(word) - 1, 2]) - line.x0
        edge = max(one.x1 for one in lines if one.x0 < last.x1 and one.x1 > last.x0)
        return last.x1 + BLANK * last.size + width > edge

    def _has_gap(self, line: Line) -> bool:
        """Whether white stands in a line as between cells."""
        first, after = np.searchsorted(self._gaps, (line.start, line.stop - 1))
        return bool(after > first)


def _is_near(last: Line, line: Line) -> bool:
    """Whether a line stands closely below another one."""
    is_under = last.x0 < line.x1 and last.x1 > line.x0
    return is_under and 0 < line.y0 - last.y0 <= NEAR * max(last.size, line.size)


def _count_lines(chain: _Chain, lines: Sequence[Line]) -> bool:
    """Whether nearly each number is so much more than the one above as there are lines between."""
    rows: list[Line] = []
    for line in sorted(lines, key=_TOP):
        if not rows or line.y0 + line.y1 > 2 * rows[-1].y1 - rows[-1].size:
            rows.append(line)
    level = [_row_of(one, rows) for one in chain]
    counted = sum(
        first is not None and second is not None and second - first == below.value - above.value
        for (first, second), (above, below) in zip(pairwise(level), pairwise(chain), strict=True)
    )
    return counted >= COUNTED * (len(chain) - 1)


def _row_of(number: _Number, rows: Sequence[Line]) -> int | None:
    """Which row stands at a number's height."""
    return next((at for at, row in enumerate(rows) if row.y0 <= number.middle <= row.y1), None)
