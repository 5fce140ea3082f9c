"""Lines of a PDF page: their reading order, running heads and feet.

The order of the content stream is kept: it reads right on nearly all pages, and a box or a margin
that comes first or last leaves the rest whole. Only where the lines of running text are shuffled,
climbing back up the page again and again, they are ordered anew by cutting the page recursively at
its white gaps, columns first. Lines stay whole, unless what stands side by side is running text:
the cells of a table's row belong together. Columns that are drawn row by row: see pdf_columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median

from verifier.reading.arrays import np
from verifier.reading.boxes import has_area
from verifier.reading.pdf_characters import Characters
from verifier.reading.pdf_codes import NEWLINE
from verifier.reading.pdf_lines import Line, Lines, make_line

Edges = tuple[list[Line], list[Line]]

BAND = 0.1
"""The part of the page's height, above and below, where running heads and feet stand."""
EDGE_LINES = 4
"""So many of the first and last lines may be running ones."""
SIDE = 0.3
"""The part of the page's height, above, in which running heads stand beside the text."""
TITLE = 1.3
"""So many times as tall as what stands below it is the title of a page."""

SHUFFLED_JUMPS = 3
SHUFFLED_SHARE = 0.1
"""Jumps upwards, in lines of the page's body, from which on they count as shuffled."""
LABEL = 10
"""Characters: most lines of a drawing or a chart are shorter."""
PROSE = 25
"""Characters of a line in a column of running text, at least; a table's cell has fewer."""

_PAGE_NUMBER = re.compile(
    r"[^\w]*(?:page\s*)?(?:\d{1,5}|(?=[ivxl])l?x{0,4}(?:ix|iv|v?i{0,3}))"
    r"(?:\s*(?:of|/)\s*\d+)?[^\w]*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


_TOP = attrgetter("y0")


def is_shuffled(lines: Sequence[Line], height: float) -> bool:
    """Whether the stream jumps back up the page so often that nobody could follow."""
    body = [line for line in lines if BAND * height < line.y0 < (1 - BAND) * height]
    jumps = _climbs(2.0, body)
    if jumps < SHUFFLED_JUMPS or jumps < SHUFFLED_SHARE * len(body):
        return False
    # The labels of a chart or a drawing have no order to be put in.
    return median(line.stop - line.start for line in body) >= LABEL


def _climbs(sizes: float, lines: Sequence[Line]) -> int:
    """How often a line stands higher than the one before without starting further right."""
    return sum(
        last.y0 - line.y0 > sizes * max(last.size, line.size) and line.x0 < last.x0 + 2 * line.size
        for last, line in pairwise(lines)
    )


def ordered(
    characters: Characters, lines: Sequence[Line], height: float, is_turned: bool
) -> Characters | None:
    """The characters in reading order, or None where the stream's order stands.

    PDFium lists the lines of turned text backwards, as if it were written in columns.
    """
    if characters.survey.is_descending or not (
        _climbs(0.5, lines) if is_turned else is_shuffled(lines, height)
    ):
        return None
    sequence = cut(_pieces(characters, lines))
    if all(a.start < b.start for a, b in pairwise(sequence)):
        return None
    return rearranged(characters, sequence)


def _pieces(characters: Characters, lines: Sequence[Line]) -> list[Line]:
    """The lines, cut at wide gaps where both sides are running text and no cells of a table."""
    split = [_split_at_gaps(characters, line) for line in lines]
    torn = [part.stop - part.start for parts in split if len(parts) > 1 for part in parts]
    if not torn or median(torn) < PROSE:
        return list(lines)
    return [part for parts in split for part in parts]


def with_last(
    found: Characters, text: str, lines: Sequence[Line], last: Sequence[Line]
) -> tuple[Characters, str, Sequence[Line]]:
    """The page with some of its lines behind all others, in this order."""
    stretches = _stretches(len(text), last)
    if len(stretches) == 1:
        return found, text, lines
    made, written = _taken(found, text, stretches)
    if isinstance(lines, Lines):
        return made, written, lines.taken(stretches)
    moved = {line.start for line in last}
    ordered = [*(line for line in lines if line.start not in moved), *last]
    return made, written, list(_placed(ordered))


def moved(
    found: Characters, text: str, lines: Sequence[Line]
) -> tuple[Characters, str, Sequence[Line]]:
    """The page with all its lines in this order."""
    made, written = _taken(found, text, [(line.start, line.stop + 1) for line in lines])
    return made, written, list(_placed(lines))


def _taken(
    found: Characters, text: str, stretches: Sequence[tuple[int, int]]
) -> tuple[Characters, str]:
    """Stretches of the page one after the other."""
    return found.taken(stretches), "".join([text[start:stop] for start, stop in stretches])


def _stretches(size: int, last: Sequence[Line]) -> list[tuple[int, int]]:
    """The characters of so many with some lines behind all others, as few stretches."""
    stretches: list[tuple[int, int]] = []
    place = 0
    for start, stop in (*sorted((one.start, one.stop + 1) for one in last), (size, size)):
        if start > place:
            stretches.append((place, start))
        place = stop
    for line in last:
        if stretches and stretches[-1][1] == line.start:
            stretches[-1] = (stretches[-1][0], line.stop + 1)
        else:
            stretches.append((line.start, line.stop + 1))
    return stretches


def followed(
    found: Characters, lines: Sequence[Line], last: Characters
) -> tuple[Characters, list[Line]]:
    """The page with lines of which these are the characters behind all others."""
    codes = np.concatenate((found.codes, last.codes))
    columns = np.concatenate((found.boxes.T, last.boxes.T), axis=1)
    size = len(found)
    behind = (make_line((one[0] + size, one[1] + size, *one[2:])) for one in last.lines)
    return Characters(codes, columns.T), [*lines, *behind]


def _placed(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines one after the other."""
    at = 0
    for line in lines:
        stop = at + line.stop - line.start
        yield make_line((at, stop, *line[2:]))
        at = stop + 1


def rearranged(characters: Characters, lines: Iterable[Line]) -> Characters:
    """The characters of these lines or parts of lines in this order, each with a line end."""
    codes, boxes = [], []
    for line in lines:
        inside = slice(line.start, line.stop)
        codes += [characters.codes[inside], np.array([NEWLINE], np.uint32)]
        last = characters.boxes[line.stop - 1]
        boxes += [characters.boxes[inside], last[[2, 1, 2, 3]].reshape(1, 4)]
    return Characters(np.concatenate(codes), np.concatenate(boxes))


def _split_at_gaps(characters: Characters, line: Line) -> list[Line]:
    """The line cut where the white between two glyphs is wider than two heights."""
    inside = np.arange(line.start, line.stop)[has_area(characters.boxes[line.start : line.stop])]
    inside = inside[characters.codes[inside] != 32]
    boxes = characters.boxes[inside]
    gaps = np.flatnonzero(boxes[1:, 0] - boxes[:-1, 2] > 2 * line.size)
    if not len(gaps):
        return [line]
    starts = [line.start, *inside[gaps + 1].tolist()]
    stops = [*(inside[gaps] + 1).tolist(), line.stop]
    return pieces(characters, list(zip(starts, stops, strict=True)))


def pieces(characters: Characters, ends: Sequence[tuple[int, int]]) -> list[Line]:
    """Parts of lines from `start` to `stop` each, in the order of the page."""
    if not ends:
        return []
    # What lies between two parts is reduced, too, and passed over.
    places = [place for pair in ends for place in pair]
    if places[-1] == len(characters):
        places.pop()
    columns = characters.boxes.T
    low = np.minimum.reduceat(columns[:2], places, axis=1)[:, ::2].T.tolist()
    high = np.maximum.reduceat(columns[2:], places, axis=1)[:, ::2].T.tolist()
    return [
        Line(start, stop, x0, y0, x1, y1, y1 - y0)
        for (start, stop), (x0, y0), (x1, y1) in zip(ends, low, high, strict=True)
    ]


def merged(one: Line, other: Line) -> Line:
    """Two neighbouring parts of a line as one."""
    x0, y0 = min(one.x0, other.x0), min(one.y0, other.y0)
    x1, y1 = max(one.x1, other.x1), max(one.y1, other.y1)
    return Line(one.start, other.stop, x0, y0, x1, y1, y1 - y0)


def cut(pieces: list[Line]) -> list[Line]:
    """Recursive XY-cut, columns before rows, without recursion."""
    done: list[Line] = []
    waiting = [pieces]
    while waiting:
        group = waiting.pop()
        if len(group) < 2:
            done += group
            continue
        halves = _columns(group) or _rows(group)
        if halves is None:
            done += sorted(group, key=lambda line: (line.y0, line.x0))
        else:
            waiting += [halves[1], halves[0]]
    return done


def _columns(group: list[Line]) -> tuple[list[Line], list[Line]] | None:
    """Left and right of the widest upright gap, if both sides are more than a stray line."""
    by_left = sorted(group, key=lambda line: line.x0)
    least = 0.8 * median(line.size for line in group)
    best, place, edge = least, 0, by_left[0].x1
    for n, line in enumerate(by_left[1:], 1):
        if line.x0 - edge > best and 2 <= n <= len(by_left) - 2:
            best, place = line.x0 - edge, n
        edge = max(edge, line.x1)
    return _halves(group, by_left[:place]) if place else None


def _rows(group: list[Line]) -> tuple[list[Line], list[Line]] | None:
    """Above and below the tallest level gap."""
    by_top = sorted(group, key=lambda line: line.y0)
    best, place, edge = -0.3 * median(line.size for line in group), 0, by_top[0].y1
    for n, line in enumerate(by_top[1:], 1):
        if line.y0 - edge > best:
            best, place = line.y0 - edge, n
        edge = max(edge, line.y1)
    return _halves(group, by_top[:place]) if place else None


def _halves(group: list[Line], first: list[Line]) -> tuple[list[Line], list[Line]]:
    chosen = {line.start for line in first}
    return first, [line for line in group if line.start not in chosen]


def edge_lines(found: Characters, lines: Sequence[Line], height: float) -> Edges:
    """Lines in the upper and the lower band that may be running heads and feet."""
    by_top = lines if found.survey.is_descending else sorted(lines, key=_TOP)
    upper = [line for line in by_top[:EDGE_LINES] if line.y1 < BAND * height]
    lower = [line for line in by_top[-EDGE_LINES:] if line.y0 > (1 - BAND) * height]
    return upper, lower


def heads_beside(
    found: Characters, lines: Sequence[Line], height: float, edges: Edges
) -> list[Line]:
    """Lines drawn last, at the side of the text, that may be running heads, too."""
    if found.survey.is_descending:
        return []
    body = [line for line in lines if line.stop - line.start >= 2 * PROSE]
    if not body:
        return []
    left, right = min(line.x0 for line in body), max(line.x1 for line in body)
    beside: list[Line] = []
    for line in reversed(lines):
        if line in edges[0] or line in edges[1]:
            continue
        if line.y1 > SIDE * height or not (line.x1 < left or line.x0 > right):
            break
        beside.append(line)
    return beside[EDGE_LINES - 1 :: -1]


def without_titled(upper: Sequence[Line], running: list[Line]) -> list[Line]:
    """Of lines that other pages have, too, those that do not stand below a page's own title.

    A table's head stands there, which is no running one.
    """
    titles = [line for line in upper if line not in running]
    return [
        line
        for line in running
        if not any(one.y1 <= line.y1 and one.size > TITLE * line.size for one in titles)
    ]


def running_key(text: str, line: Line) -> tuple[str, int]:
    """What a running line has in common from page to page: its words and its place."""
    words = _DIGITS.sub("#", " ".join(text[line.start : line.stop].split()))
    return words, round(line.y0 / 4)


def is_page_number(text: str) -> bool:
    """Whether the line is nothing but a page's number."""
    return _PAGE_NUMBER.fullmatch(text.strip()) is not None
