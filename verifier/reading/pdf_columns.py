"""Columns that a file draws row by row, as if a line went on in the next column.

Programs that print by height, and those that put words under a scan, write the first line of each
column, then the second of each, and so on. PDFium takes what stands at one height for one line: a
sentence would go on in its neighbour's words. Such rows are taken apart where white runs down the
page between two columns of running text. Cells of a table are no running text: their rows stay.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from operator import attrgetter
from statistics import median

from verifier.reading.arrays import np
from verifier.reading.pdf_characters import Characters
from verifier.reading.pdf_layout import merged, pieces, rearranged
from verifier.reading.pdf_lines import Line
from verifier.reading.pdf_survey import GAP, RUNNING, may_be_small

LEAST_ROWS = 4
"""So many rows must show the same white."""
LEAST_SMALL = 2
"""So many of the lines on the right begin with a small letter."""
NEAR = 1.7
"""The next line of a column begins within so many heights."""
FAR = 3.5
"""The next row of columns begins within so many heights: there may be a blank line between."""
WORDS = 18
"""Characters of a line in a narrow column, at least; most labels of a table's rows have fewer."""

Row = list[Line]
_LEFT = attrgetter("x0")


def unwoven(found: Characters, lines: Sequence[Line]) -> Characters | None:
    """The characters column by column, or None where no columns are drawn row by row."""
    beside = [] if found.survey.is_descending else list(_side_by_side(lines))
    if max(len(found.survey.gaps), len(beside)) < LEAST_ROWS:
        return None
    # The right column of running text has lines that begin with a small letter.
    small = np.count_nonzero(may_be_small(found.codes[[line.start for line in beside]]))
    if found.survey.running + small < LEAST_SMALL:
        return None
    gaps = _wide_gaps(found, lines)
    if max(len(gaps), len(beside)) < LEAST_ROWS:
        return None
    text = found.text()
    rows = _rows(found, lines, gaps)
    if all(_columns_from(text, rows, at) is None for at in range(len(rows))):
        return None
    order = list(_read(text, rows))
    if all(a.start < b.start for a, b in pairwise(order)):
        return None
    return rearranged(found, order)


def rows_of(found: Characters, lines: Sequence[Line]) -> list[Row]:
    """What stands at one height and is written in one go, as parts between wide gaps."""
    return _rows(found, lines, _wide_gaps(found, lines, least=1))


def _wide_gaps(
    found: Characters, lines: Sequence[Line], least: int = LEAST_ROWS
) -> dict[int, list[tuple[int, int]]]:
    """By number of the line: the last character before and the first after each wide gap.

    None where the page has fewer than `least`.
    """
    if len(found.survey.gaps) < least:
        return {}
    starts = [line.start for line in lines]
    gaps: dict[int, list[tuple[int, int]]] = {}
    for gap in found.survey.gaps:
        gaps.setdefault(bisect_right(starts, gap[0]) - 1, []).append(gap)
    return gaps


def _side_by_side(lines: Sequence[Line]) -> Iterator[Line]:
    """The right one of each two lines in a row that stand at one height."""
    # Nearly all lines stand below the one before.
    level = [(a, b) for a, b in pairwise(lines) if b.y0 + b.y1 < 2 * a.y1]
    return (max(pair, key=_LEFT) for pair in level if is_beside(*pair))


def is_beside(one: Line, other: Line) -> bool:
    """Whether two lines share much of their height and none of their width."""
    shared = min(one.y1, other.y1) - max(one.y0, other.y0)
    return (other.x0 > one.x1 or other.x1 < one.x0) and shared > 0.4 * min(one.size, other.size)


def _rows(
    found: Characters, lines: Sequence[Line], gaps: dict[int, list[tuple[int, int]]]
) -> list[Row]:
    """What stands at one height and is written in one go, as parts between wide gaps."""
    ends = [pair for number in sorted(gaps) for pair in _ends(lines[number], gaps[number])]
    parted = iter(pieces(found, ends))
    rows: list[Row] = []
    last: Line | None = None
    for number, line in enumerate(lines):
        parts = list(islice(parted, len(gaps[number]) + 1)) if number in gaps else [line]
        if last and is_beside(last, line) and all(is_beside(one, line) for one in rows[-1]):
            rows[-1] = sorted([*rows[-1], *parts], key=lambda one: one.x0)
        else:
            rows.append(parts)
        last = line
    return rows


def _ends(line: Line, gaps: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where the parts of a line between its gaps begin and end."""
    start = line.start
    for before, behind in gaps:
        yield start, before + 1
        start = behind
    yield start, line.stop


def _read(text: str, rows: list[Row]) -> Iterator[Line]:
    """The parts in the order of reading: column by column where rows have columns."""
    at = 0
    while at < len(rows):
        columns = _columns_from(text, rows, at)
        if columns is None:
            yield from _whole(text, rows[at])
            at += 1
            continue
        stop, left, right = columns
        yield from _read(text, left)
        yield from _read(text, right)
        at = stop


def _whole(text: str, row: Row) -> Row:
    """The lines of a row as they were before they were parted."""
    lines: Row = []
    for part in sorted(row, key=lambda one: one.start):
        if lines and "\n" not in text[lines[-1].stop : part.start]:
            lines[-1] = merged(lines[-1], part)
        else:
            lines.append(part)
    return lines


def _columns_from(
    text: str, rows: list[Row], first: int
) -> tuple[int, list[Row], list[Row]] | None:
    """The rows from `first` on left and right of a gutter, and where the columns end."""
    best: tuple[int, list[Row], list[Row]] | None = None
    for left, right in pairwise(rows[first]):
        if min(left.stop - left.start, right.stop - right.start) < RUNNING:
            continue
        found = _down_the_gutter(rows, first, left.x1, right.x0)
        if found and (best is None or found[0] > best[0]) and _is_prose(text, *found[1:]):
            best = found
    return best


def _down_the_gutter(
    rows: list[Row], first: int, low: float, high: float
) -> tuple[int, list[Row], list[Row]] | None:
    """Rows from `first` on, as long as the white between `low` and `high` goes on."""
    left: list[Row] = []
    right: list[Row] = []
    both = 0
    at = first
    for at in range(first, len(rows) + 1):
        if at == len(rows):
            break
        row = rows[at]
        size = row[0].size if len(row) == 1 else median(one.size for one in row)
        before = [one for one in row if one.x1 < high - 0.2 * size and one.x0 < low]
        behind = [one for one in row if one not in before]
        new_low = max([low, *(one.x1 for one in before)])
        new_high = min([high, *(one.x0 for one in behind)])
        if new_high - new_low < GAP * size or not _goes_on(left, right, before, behind):
            break
        low, high = new_low, new_high
        both += bool(before and behind)
        left += [before] if before else []
        right += [behind] if behind else []
    return (at, left, right) if both >= LEAST_ROWS else None


def _goes_on(left: list[Row], right: list[Row], before: Row, behind: Row) -> bool:
    """Whether a row follows on the columns so far: closely, if it stands in one of them only."""
    if not left and not right:
        return bool(before and behind)
    reach = FAR if before and behind else NEAR
    for column, row in ((left, before), (right, behind)):
        if not row:
            continue
        last, size = column[-1][0], max(column[-1][0].size, row[0].size)
        if not 0 < row[0].y0 - last.y0 <= reach * size:
            return False
        if reach == NEAR and abs(row[0].size - last.size) > 0.15 * size:
            return False
    return True


def _is_prose(text: str, left: list[Row], right: list[Row]) -> bool:
    return _is_running(text, left) and _is_running(text, right) and _begin_alike(right)


def _begin_alike(column: list[Row]) -> bool:
    """Whether most lines begin at the same place, as those of a column do and words do not."""
    starts = [row[0].x0 for row in column]
    size = median(row[0].size for row in column)
    usual = median(starts)
    return sum(abs(start - usual) < 0.4 * size for start in starts) >= 0.6 * len(starts)


def _is_running(text: str, column: list[Row]) -> bool:
    """Whether lines are filled, and most go on in the next: that one begins with a small letter.

    Scripts without small letters are told by how the lines are filled alone.
    """
    lines = [" ".join(text[part.start : part.stop] for part in row) for row in column]
    widths = [row[-1].x1 - row[0].x0 for row in column]
    letters = [line[0] for line in lines[1:] if line[0].isalpha()]
    if len(letters) < 0.5 * len(lines[1:]):
        return False
    if all(letter.lower() == letter.upper() for letter in letters):
        whole = sum(len(row) == 1 for row in column) >= 0.75 * len(column)
        return whole and _share_filled(widths, 0.9) >= 0.75
    small = sum(letter.islower() for letter in letters)
    is_long = _share_filled(widths, 0.7) >= 0.6 and median(map(len, lines)) >= WORDS
    return is_long and small >= 0.35 * len(lines[1:])


def _share_filled(widths: Sequence[float], part: float) -> float:
    """How many lines are wider than this part of the widest, of all."""
    return sum(width > part * max(widths) for width in widths) / len(widths)
