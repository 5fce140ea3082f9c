"""Cells and notes in the margin that a file draws line by line, across its neighbours' lines.

The second line of a cell with wrapped words follows on the first line of the next cell then, and a
note beside a paragraph stands inside its sentences. Each cell is read whole, one row of the table
after the other, and a note behind its paragraph. Only what surely goes on in the next line is put
together: words that begin small, or behind a comma or a short word, where the line before had no
room left for them. Columns of running text: see pdf_columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter

from verifier.reading.pdf_characters import Characters
from verifier.reading.pdf_columns import Row, rows_of
from verifier.reading.pdf_layout import merged, rearranged
from verifier.reading.pdf_lines import Line

LEAST_GAPS = 2
"""Wide gaps on a page with a wrapped cell, at least."""
NEAR = 1.7
"""The next line of a cell begins within so many heights."""
APART = 1.15
"""The next row begins so many times as far below as the next line of a cell."""
ALIKE = 0.15
"""Lines of a cell differ in height by no more than this share."""
BLANK = 0.25
"""Width of a blank, in heights of a line."""
PROSE = 40
"""Characters of a line of running text, at least."""
LEAST = 12
"""Characters of a line that fills a cell, at least."""
LABEL = 6
"""Characters of a line of a note in the margin, at least; bullets and numbers have fewer."""
SHORT = 3
"""Letters of a last word that calls for another one, such as "of" or "the", at most."""

_SIZE = attrgetter("size")
_ENDS = (".", "!", "?", ":", ";", ")")


@dataclass(slots=True)
class _Column:
    """The lines of a cell so far."""

    lines: list[Line]
    x0: float
    x1: float

    def add(self, line: Line) -> None:
        """Go on in this line."""
        self.lines.append(line)
        self.x0, self.x1 = min(self.x0, line.x0), max(self.x1, line.x1)


@dataclass(slots=True)
class _Group:
    """Rows of lines that make one row of a table."""

    columns: list[_Column]
    pitches: list[float] = field(default_factory=list)
    is_full: bool = False
    """Whether a row after the first one has something in each column."""


def whole_cells(found: Characters, lines: Sequence[Line]) -> Characters | None:
    """The characters cell by cell, or None where no cell is torn."""
    if len(found.survey.gaps) < LEAST_GAPS:
        return None
    rows = rows_of(found, lines)
    if not any(len(row) > 1 for row in rows):
        return None
    page = _Page(found, rows)
    groups = page.groups()
    if not groups:
        return None
    order = list(page.read(groups))
    if all(a.start < b.start for a, b in pairwise(order)):
        return None
    return rearranged(found, order)


class _Page:
    """Rows of parts of lines, and what can be told of them."""

    def __init__(self, found: Characters, rows: list[Row]) -> None:
        self._found = found
        self._text = found.text()
        self._rows = rows
        self._tops = [min(one.y0 for one in row) for row in rows]
        self._edges = [(one.x0, one.x1) for row in rows if len(row) > 1 for one in row]

    def groups(self) -> dict[int, _Group]:
        """The rows of a table with torn cells, by number of their first row of lines."""
        found: dict[int, _Group] = {}
        at = 0
        while at < len(self._rows) - 1:
            group = self._group_from(at) if self._may_go_on_below(at) else None
            if group is not None:
                found[at] = group
            at += 1 + len(group.pitches) if group is not None else 1
        return found

    def read(self, groups: Mapping[int, _Group]) -> Iterator[Line]:
        """The parts in the order of reading."""
        at = 0
        while at < len(self._rows):
            group = groups.get(at)
            if group is None:
                yield from self._as_drawn([[one] for one in sorted(self._rows[at])])
                at += 1
            else:
                yield from self._as_drawn(self._cells(at, group))
                at += 1 + len(group.pitches)

    def _may_go_on_below(self, at: int) -> bool:
        """Whether a cell may be torn here, at a glance: most rows of tables end in short cells."""
        row, below = self._rows[at], self._rows[at + 1]
        if len(row) < 2:
            return False
        if not 0 < self._tops[at + 1] - self._tops[at] <= NEAR * max(map(_SIZE, below)):
            return False
        filled = [one for one in row if one.stop - one.start >= LEAST]
        return any(one.stop - one.start >= PROSE or self._is_open(one) for one in filled) or (
            bool(filled) and any(self._text[one.start].islower() for one in below)
        )

    def _cells(self, at: int, group: _Group) -> list[list[Line]]:
        """In the order of reading: a note stands behind the sentence that it stands beside."""
        cells = [column.lines for column in group.columns]
        last = self._rows[at - 1] if at else []
        if len(last) == 1:
            before = _Column(last, last[0].x0, last[0].x1)
            cells.sort(key=lambda cell: not self._is_next(before, cell[0]))
        return cells

    def _as_drawn(self, cells: Sequence[Sequence[Line]]) -> Iterator[Line]:
        """The lines of cells; neighbours of one line each in a line are one again."""
        whole: Line | None = None
        for cell in cells:
            part = cell[0]
            is_one = whole is not None and len(cell) == 1 and part.start >= whole.stop
            if whole and is_one and not self._text[whole.stop : part.start].strip(" "):
                whole = merged(whole, part)
                continue
            if whole:
                yield whole
            whole = part if len(cell) == 1 else None
            yield from cell if len(cell) > 1 else ()
        if whole:
            yield whole

    def _group_from(self, first: int) -> _Group | None:
        """The row of a table that begins with the row of lines `first`, if a cell is torn."""
        group = _Group([_Column([one], one.x0, one.x1) for one in self._rows[first]])
        is_torn = False
        for at in range(first + 1, len(self._rows)):
            row = self._rows[at]
            if not self._takes(group, at):
                break
            # What goes on in the last cell alone is drawn as it is read.
            is_torn = is_torn or len(row) > 1 or row[0] is not group.columns[-1].lines[-1]
        if not is_torn or self._is_crossed(first, group):
            return None
        return None if group.is_full and not self._stands_apart(first, group) else group

    def _takes(self, group: _Group, at: int) -> bool:
        """Add row `at` to the group, if it goes on in it."""
        row, pitch = self._rows[at], self._tops[at] - self._tops[at - 1]
        if not 0 < pitch <= NEAR * max(one.size for one in row):
            return False
        columns = [self._column_of(group, one) for one in row]
        pairs = [(column, one) for column, one in zip(columns, row, strict=True) if column]
        if len({id(column) for column, _ in pairs}) < len(row):
            return False
        sure = [(column.lines[-1], one) for column, one in pairs if self._is_next(column, one)]
        if not sure:
            return False
        if any(self._is_figure(column.lines[-1]) or self._is_figure(one) for column, one in pairs):
            return False
        if len(row) == len(group.columns):
            if not any(self._may_go_on(column.lines[-1], one) for column, one in pairs):
                return False
            is_note = any(last.stop - last.start >= PROSE for last, _ in sure)
            follows = self._is_note if is_note else self._may_go_on
            if not all(follows(column.lines[-1], one) for column, one in pairs):
                return False
            if not is_note and not self._is_wrapped(pairs, sure):
                return False
            group.is_full = group.is_full or not is_note
        elif len(row) == 1 and pairs[0][0] is group.columns[0] and not self._is_cell(group, row[0]):
            return False
        group.pitches.append(pitch)
        for column, one in pairs:
            column.add(one)
        return True

    def _is_wrapped(
        self, pairs: Sequence[tuple[_Column, Line]], sure: Sequence[tuple[Line, Line]]
    ) -> bool:
        """Whether a row that has something in each column is surely no row of its own.

        Where cells begin small, a small letter tells nothing.
        """
        begins = [column.lines[0].start for column, one in pairs if any(one is b for _, b in sure)]
        is_usual = any(self._is_usual(last) for last, _ in sure)
        return is_usual and not all(self._text[at].islower() for at in begins)

    def _column_of(self, group: _Group, part: Line) -> _Column | None:
        """The only column that a part stands in."""
        under = [one for one in group.columns if part.x0 < one.x1 and part.x1 > one.x0]
        return under[0] if len(under) == 1 else None

    def _is_figure(self, part: Line) -> bool:
        words = self._text[part.start : part.stop]
        return 2 * sum(map(str.isalpha, words)) < len(words)

    def _is_cell(self, group: _Group, part: Line) -> bool:
        """Whether a line that stands at the left goes on there, and not in the whole line above."""
        if max(line.stop - line.start for line in (*group.columns[0].lines, part)) >= PROSE:
            return True
        last = group.columns[-1].lines[-1]
        return self._is_figure(last) or self._text.endswith(_ENDS, last.start, last.stop)

    def _is_next(self, column: _Column, line: Line) -> bool:
        """Whether words surely go on in a line below, because there was no room for them before."""
        last = column.lines[-1]
        size = max(last.size, line.size)
        if abs(last.size - line.size) > ALIKE * size or not 0 < line.y0 - last.y0 <= NEAR * size:
            return False
        length = last.stop - last.start
        is_aligned = abs(last.x0 - line.x0) <= 2 * size
        if length < LEAST or not is_aligned:
            return False
        is_next = line.x0 < last.x0 + size if length >= PROSE else self._may_go_on(last, line)
        return is_next and self._had_no_room(last, line, column.x1)

    def _is_note(self, last: Line, line: Line) -> bool:
        """Whether a line beside running text, no bullet and no number, goes on in the next one."""
        is_long = min(last.stop - last.start, line.stop - line.start) >= LABEL
        return is_long and self._had_no_room(last, line, last.x1)

    def _had_no_room(self, last: Line, line: Line, edge: float) -> bool:
        """Whether the first word of a line does not fit behind the last word of the line before."""
        edge = max(edge, line.x1, *self._edges_like(last))
        return last.x1 + BLANK * last.size + self._first_word(line) > edge

    def _edges_like(self, line: Line) -> list[float]:
        """Where parts of lines end that begin as far from the left."""
        return [x1 for x0, x1 in self._edges if abs(x0 - line.x0) < 0.5 * line.size] or [line.x1]

    def _is_usual(self, line: Line) -> bool:
        """Whether others in the column are about as long: its width is no chance."""
        return sum(x1 > line.x1 - line.size for x1 in self._edges_like(line)) > 1

    def _may_go_on(self, last: Line, line: Line) -> bool:
        """Whether words go on in a line below, as far as the words tell."""
        word = self._text[line.start]
        return word.islower() or (word.isalpha() and self._is_open(last))

    def _is_open(self, line: Line) -> bool:
        """Whether its last word calls for another one."""
        end = self._words(line)[-1]
        return end.endswith((",", "-", "\xad")) or (len(end) <= SHORT and end.islower())

    def _first_word(self, line: Line) -> float:
        """Its width in points."""
        end = line.start + len(self._words(line)[0]) - 1
        return float(self._found.boxes[end, 2]) - line.x0

    def _words(self, line: Line) -> list[str]:
        """At least one: a line may hold nothing but a blank that has a glyph."""
        words = self._text[line.start : line.stop]
        return words.split() or [words]

    def _is_crossed(self, first: int, group: _Group) -> bool:
        """Whether a line closely above or below runs on over the white between the columns."""
        after = first + 1 + len(group.pitches)
        for at, gap in ((first - 1, first), (after, after)):
            if not 0 <= at < len(self._rows) or gap >= len(self._rows):
                continue
            row, pitch = self._rows[at], self._tops[gap] - self._tops[gap - 1]
            is_near = 0 < pitch <= NEAR * row[0].size
            if is_near and any(
                one.x0 < left.x1 and one.x1 > right.x0
                for one in row
                for left, right in pairwise(group.columns)
            ):
                return True
        return False

    def _stands_apart(self, first: int, group: _Group) -> bool:
        """Whether there is more white above and below than between the lines of the group."""
        last = first + len(group.pitches)
        tops = self._tops
        gaps = [tops[at + 1] - tops[at] for at in (first - 1, last) if 0 <= at < len(tops) - 1]
        return all(gap < 0 or gap > APART * max(group.pitches) for gap in gaps)
