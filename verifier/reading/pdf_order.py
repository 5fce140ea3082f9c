"""What stands above is read before what stands below it, whenever the file draws it.

A title or a first paragraph that is drawn last, a foot that is drawn first, columns drawn from
right to left and lines drawn from the bottom up: they are put in their places, and nothing else is
moved. A page that is drawn as it is read is told by a look at its lines. Lines stay whole. Pages
that nobody could follow at all are dealt with earlier (pdf_layout.ordered).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from operator import attrgetter, gt
from statistics import median

from verifier.reading.arrays import Flags, np
from verifier.reading.pdf_columns import is_beside
from verifier.reading.pdf_layout import LABEL, cut
from verifier.reading.pdf_lines import Line

UP = 0.5
"""A line is above another one if it begins so much higher; in heights of a line."""
NEAR = 2.2
"""The next line of a block begins within so many heights."""
ALIKE = 0.2
"""Lines of running text differ in height by no more than this share."""
LARGER = 1.15
"""A title is so many times as tall as what follows."""
BACKWARDS = 0.5
"""From this share of lines on that stand above the one before, the page is drawn backwards."""
LEAST_LINES = 3
"""Lines of a column of running text, at least."""
WORDS = 25
"""Characters of most lines in a column of running text, at least; notes in a margin have fewer."""
ALIKE_WIDE = 0.6
"""A column is at least so wide as its neighbour: else it is a box in the margin."""
PROSE = 40
"""Characters of running text, at least; labels of a drawing have fewer and have no order."""
FIGURES = 0.15
"""Digits among the characters of a table or a page number, at least."""
MOST_BLOCKS = 250
"""A page with more blocks than this is a drawing."""

_TOP, _BOTTOM = attrgetter("y0"), attrgetter("y1")
_ENDS = (".", "!", "?", ":", ";", "”", '"', "»", ")", "。", "！", "？")


def in_order(text: str, lines: list[Line], is_leftward: bool) -> list[Line]:
    """The lines as they are read; the same list where they are drawn in that order.

    Columns of a script that is written from right to left begin on the right.
    """
    if not is_leftward and _is_backwards(lines):
        made = cut(list(lines))
    else:
        made = list(lines) if is_leftward else _columns_from_left(lines)
        made = _from_above(text, made)
    return lines if all(a is b for a, b in zip(lines, made, strict=True)) else made


def is_drawn_in_order(lines: Sequence[Line]) -> bool:
    """Whether every line stands below or at the right of all that is drawn before it."""
    tops = list(map(_TOP, lines))
    if not any(map(gt, tops, tops[1:])):
        return True
    lowest = list(accumulate(map(_BOTTOM, lines), max))
    for at in range(1, len(lines)):
        line = lines[at]
        edge = line.y0 + UP * line.size
        if tops[at - 1] < edge:
            continue
        before = at - 1
        while before >= 0 and lowest[before] > edge:
            other = lines[before]
            if other.x1 > line.x0 and other.y0 > edge:
                return False
            before -= 1
    return True


def _is_backwards(lines: Sequence[Line]) -> bool:
    """Whether most lines stand above the one before; labels of a drawing have no order."""
    up = sum(
        last.y0 - line.y0 > UP * line.size and _share(last.x0, last.x1, line.x0, line.x1) > UP
        for last, line in pairwise(lines)
    )
    if up < max(2, BACKWARDS * (len(lines) - 1)):
        return False
    return median(line.stop - line.start for line in lines) >= LABEL


def _share(low: float, high: float, other_low: float, other_high: float) -> float:
    """How much of the shorter stretch lies in the other one."""
    shared = min(high, other_high) - max(low, other_low)
    return shared / max(0.1, min(high - low, other_high - other_low))


def _columns_from_left(lines: Sequence[Line]) -> list[Line]:
    """The lines with columns exchanged of which the right one is drawn first."""
    made = list(lines)
    at = 1
    while at < len(made):
        line, last = made[at], made[at - 1]
        is_back = last.y0 - line.y0 > 2 * line.size and last.x0 > line.x1
        ends = _exchanged(made, at) if is_back else None
        if ends is not None:
            first, stop = ends
            made[first:stop] = made[at:stop] + made[first:at]
        at = ends[1] if ends else at + 1
    return made


def _exchanged(lines: Sequence[Line], at: int) -> tuple[int, int] | None:
    """Where the right column that is drawn before line `at` begins, and the left one ends."""
    low, stop, top = lines[at].x1, at + 1, lines[at].y0
    high = min(line.x0 for line in lines[max(0, at - LEAST_LINES) : at])
    while stop < len(lines) and lines[stop].x1 < high and lines[stop].y0 > lines[stop - 1].y0:
        low = max(low, lines[stop].x1)
        stop += 1
    first = at
    while first and lines[first - 1].x0 > low and lines[first - 1].y1 > top - 2 * lines[at].size:
        first -= 1
    left, right = lines[at:stop], lines[first:at]
    if not (_is_column(left) and _is_column(right)):
        return None
    wide = [median(one.x1 - one.x0 for one in part) for part in (left, right)]
    ends = [(min(map(_TOP, part)), max(map(_BOTTOM, part))) for part in (left, right)]
    is_pair = min(wide) >= ALIKE_WIDE * max(wide) and _share(*ends[0], *ends[1]) > UP
    return (first, stop) if is_pair else None


def _is_column(lines: Sequence[Line]) -> bool:
    if len(lines) < LEAST_LINES:
        return False
    return median(line.stop - line.start for line in lines) >= WORDS


@dataclass(slots=True, eq=False)
class _Block:
    """Lines that follow on each other, one closely below the other or side by side."""

    lines: list[Line]
    x0: float
    y0: float
    x1: float
    y1: float

    def takes(self, line: Line) -> bool:
        """Whether a line goes on in the block."""
        last = self.lines[-1]
        if is_beside(last, line):
            return line.x0 > last.x1
        is_near = 0 < line.y0 - last.y0 <= NEAR * max(last.size, line.size)
        return is_near and _share(self.x0, self.x1, line.x0, line.x1) > UP

    def add(self, line: Line) -> None:
        """Go on in this line."""
        self.lines.append(line)
        self.x0, self.y0 = min(self.x0, line.x0), min(self.y0, line.y0)
        self.x1, self.y1 = max(self.x1, line.x1), max(self.y1, line.y1)


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """Blocks that stay together."""

    lines: list[Line]
    y0: float
    y1: float
    is_free: bool
    """Whether it lies on no other text."""


def _blocks(lines: Sequence[Line]) -> list[_Block]:
    blocks: list[_Block] = []
    for line in lines:
        if blocks and blocks[-1].takes(line):
            blocks[-1].add(line)
        else:
            blocks.append(_Block([line], line.x0, line.y0, line.x1, line.y1))
    return blocks


def _from_above(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines with parts moved that are drawn after what stands below them, or before."""
    blocks = _blocks(lines)
    if not 1 < len(blocks) <= MOST_BLOCKS:
        return list(lines)
    above, is_free = _above(blocks)
    if not np.tril(above).any():
        return list(lines)
    parts = _parts(blocks, above)
    if len(parts) == 1:
        return list(lines)
    # A part stands above another one if all that can be told of their blocks says so.
    owner = np.array([n for n, part in enumerate(parts) for _ in part])
    between = np.zeros((len(parts), len(parts)), np.bool_)
    rows, columns = np.nonzero(above)
    between[owner[rows], owner[columns]] = True
    between &= ~between.T
    stretches = [
        _Part(
            [line for n in part for line in blocks[n].lines],
            min(blocks[n].y0 for n in part),
            max(blocks[n].y1 for n in part),
            is_free=bool(is_free[part].all()),
        )
        for part in parts
    ]
    return [line for n in _sorted(text, stretches, between) for line in stretches[n].lines]


def _above(blocks: Sequence[_Block]) -> tuple[Flags, Flags]:
    """Row by column: of each two blocks whether the first stands above the second.

    Also which blocks lie on no other, as a copy of it does or a stamp. Of two that do not, nothing
    can be told.
    """
    x0, y0, x1, y1 = np.array([(one.x0, one.y0, one.x1, one.y1) for one in blocks]).T
    size = np.array([one.lines[0].size for one in blocks])
    across = np.minimum(x1[:, None], x1) - np.maximum(x0[:, None], x0)
    down = np.minimum(y1[:, None], y1) - np.maximum(y0[:, None], y0)
    least = np.minimum(size[:, None], size)
    lies_on = (across > least) & (down > UP * least)
    np.fill_diagonal(lies_on, val=False)
    is_free = ~lies_on.any(axis=0)
    is_over = across > 0.1 * np.minimum((x1 - x0)[:, None], x1 - x0)
    is_higher = (y1[:, None] <= y0 + 0.3 * least) & (y0[:, None] < y0)
    return is_over & is_higher & (is_free[:, None] | is_free), is_free


def _parts(blocks: Sequence[_Block], above: Flags) -> list[list[int]]:
    """Blocks that are drawn one after the other with nothing between them on the page."""
    parts = [[0]]
    for n in range(1, len(blocks)):
        if above[n - 1, n] and not (above[n - 1] & above[:, n]).any():
            parts[-1].append(n)
        else:
            parts.append([n])
    return parts


def _sorted(text: str, parts: Sequence[_Part], above: Flags) -> list[int]:
    """The order in which the parts are read; of a pair in the wrong order, one is moved.

    It is the one that is wrong against most others, and the shorter one of two.
    """
    is_prose = np.array([_is_prose(text, part) for part in parts])
    sure = above & (is_prose[:, None] | is_prose)
    length = [sum(line.stop - line.start for line in part.lines) for part in parts]
    order = list(range(len(parts)))
    for _ in range(2 * len(parts)):
        # Below the diagonal: a part stands above one that is drawn before it.
        wrong = np.tril(sure[np.ix_(order, order)])
        count = (wrong.sum(axis=0) + wrong.sum(axis=1)).tolist()
        places = [n for n in range(len(order)) if count[n]]
        places.sort(key=lambda n: (-count[n], length[order[n]]))
        moved = None
        for place in places:
            one, rest = order[place], [*order[:place], *order[place + 1 :]]
            target = _place(parts, above, one, rest, place)
            if target is None or _parts_sentences(text, parts, order, place, rest, target):
                continue
            if _may_move(text, parts, one, rest, target):
                moved = [*rest[:target], one, *rest[target:]]
            else:
                sure[one] = sure[:, one] = False
                moved = order
            break
        if moved is None:
            break
        order = moved
    return order


def _is_prose(text: str, part: _Part) -> bool:
    """Whether a line is as long as one of running text, and these are no rows of figures."""
    is_long = any(line.stop - line.start >= PROSE for line in part.lines)
    is_column = len(part.lines) > LEAST_LINES and _is_column(part.lines)
    return (is_long or is_column) and not _is_figures(text, part)


def _is_figures(text: str, part: _Part) -> bool:
    words = "".join(text[line.start : line.stop] for line in part.lines)
    return sum(map(str.isdigit, words)) > FIGURES * len(words)


def _place(
    parts: Sequence[_Part], above: Flags, one: int, rest: list[int], place: int
) -> int | None:
    """Where a part drawn at this place stands above all after it and below all before it."""
    part = parts[one]
    if all(part.y1 <= parts[n].y0 for n in rest):
        return 0
    if all(part.y0 >= parts[n].y1 for n in rest):
        return len(rest)
    first = np.flatnonzero(above[one, rest])
    last = np.flatnonzero(above[rest, one])
    least, most = int(last[-1]) + 1 if len(last) else 0, int(first[0]) if len(first) else len(rest)
    return None if least > most else min(max(place, least), most)


def _may_move(
    text: str, parts: Sequence[_Part], one: int, rest: Sequence[int], target: int
) -> bool:
    """Whether a part is a title or running text, and no figure or label of a drawing."""
    part = parts[one]
    if not part.is_free:
        return False
    if target < len(rest) and part.lines[0].size > LARGER * parts[rest[target]].lines[0].size:
        return True
    if _is_figures(text, part):
        return False
    is_alone = all(part.y1 <= parts[n].y0 or part.y0 >= parts[n].y1 for n in rest)
    return is_alone or _is_prose(text, part)


def _parts_sentences(
    text: str, parts: Sequence[_Part], order: list[int], place: int, rest: list[int], target: int
) -> bool:
    """Whether a part would be taken from a sentence, or put into one, as a picture's caption."""
    part = parts[order[place]]
    if place:
        last = parts[order[place - 1]].lines[-1]
        if last.y0 < part.y0 and _goes_on(text, last, part.lines[0]):
            return True
    if not 0 < target < len(rest):
        return False
    last, after = parts[rest[target - 1]].lines[-1], parts[rest[target]].lines[0]
    fits = _follows(last, part.lines[0]) and _follows(part.lines[-1], after)
    return not fits and _goes_on(text, last, after)


def _goes_on(text: str, last: Line, line: Line) -> bool:
    """Whether a sentence goes on in a line of the same height."""
    is_open = not text.endswith(_ENDS, last.start, last.stop) and text[line.start].islower()
    return is_open and _is_alike(last, line)


def _is_alike(last: Line, line: Line) -> bool:
    return abs(last.size - line.size) <= ALIKE * max(last.size, line.size)


def _follows(last: Line, line: Line) -> bool:
    """Whether a line of the same height begins closely below."""
    return _is_alike(last, line) and line.y0 - last.y0 <= NEAR * max(last.size, line.size)
