"""Lines of a PDF page: their reading order, running heads and feet, and paragraphs.

The order of the content stream is kept: it reads right on nearly all pages, and a box or a margin
that comes first or last leaves the rest whole. Only where the lines of running text are shuffled,
climbing back up the page again and again, they are ordered anew by cutting the page recursively at
its white gaps, columns first. Lines stay whole, unless what stands side by side is running text:
the cells of a table's row belong together. Columns that are drawn row by row: see pdf_columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median
from struct import Struct
from typing import NamedTuple

import numpy as np

from verifier.reading import built
from verifier.reading.boxes import has_area
from verifier.reading.document import Block
from verifier.reading.pdf_codes import NEWLINE
from verifier.reading.pdf_text import Characters

BAND = 0.1
"""The part of the page's height, above and below, where running heads and feet stand."""
EDGE_LINES = 4
"""So many of the first and last lines may be running ones."""

SHUFFLED_JUMPS = 3
SHUFFLED_SHARE = 0.1
"""Jumps upwards, in lines of the page's body, from which on they count as shuffled."""
LABEL = 10
"""Characters: most lines of a drawing or a chart are shorter."""
PROSE = 25
"""Characters of a line in a column of running text, at least; a table's cell has fewer."""

_BULLET = re.compile(r"(?:[•▪◦‣●■–—*·]|\d{1,3}[.)]|\(?[a-z]{1,3}\)|\([ivx]+\))[^\S\n]+\S")
_ENDS = (".", "!", "?", ":", ";", "”", '"', "»", ")", "。", "！", "？", "؟", "।")
_PAGE_NUMBER = re.compile(
    r"[^\w]*(?:page\s*)?(?:\d{1,5}|(?=[ivxl])l?x{0,4}(?:ix|iv|v?i{0,3}))"
    r"(?:\s*(?:of|/)\s*\d+)?[^\w]*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


class Line(NamedTuple):
    """A line or a part of one: characters `start:stop` of the page, without its line end.

    A tuple, because a document has a great many of them.
    """

    start: int
    stop: int
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    """Height in points."""


_TOP = attrgetter("y0")
_ROW = Struct("=iifffff")
"""A line as the built loop writes it."""


def lines_of(characters: Characters) -> list[Line]:
    """The page's lines in the order of its characters."""
    if not len(characters.codes):
        return []
    return by_numpy(characters) if built.LOOPS is None else _by_built_loop(characters)


def _by_built_loop(characters: Characters) -> list[Line]:
    codes, columns = characters.codes, np.ascontiguousarray(characters.boxes.T)
    rows = np.empty(len(codes) * _ROW.size, np.uint8)
    count = built.LOOPS.find_lines(
        codes.ctypes.data, columns.ctypes.data, len(codes), rows.ctypes.data
    )
    return list(map(Line._make, _ROW.iter_unpack(rows[: count * _ROW.size].data)))


def by_numpy(characters: Characters) -> list[Line]:
    """`lines_of` a page with some characters."""
    ends = np.flatnonzero(characters.codes == NEWLINE)
    starts = np.concatenate(([0], ends[:-1] + 1))
    low = np.minimum.reduceat(characters.boxes.T[:2], starts, axis=1)
    high = np.maximum.reduceat(characters.boxes.T[2:], starts, axis=1)
    columns = (starts, ends, *low, *high, high[1] - low[1])
    return list(map(Line._make, zip(*(column.tolist() for column in columns), strict=True)))


def look_sideways(lines: Sequence[Line]) -> bool:
    """Whether most lines of more than a word are taller than they are wide."""
    tall = [line.size > line.x1 - line.x0 for line in lines if line.stop - line.start > 5]
    return 2 * sum(tall) > len(tall)


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
    if not (_climbs(0.5, lines) if is_turned else is_shuffled(lines, height)):
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


def moved(characters: Characters, lines: Iterable[Line]) -> tuple[Characters, list[Line]]:
    """The characters of these whole lines in this order, and the lines where they stand then."""
    stretches: list[list[int]] = []
    placed = []
    at = 0
    for line in lines:
        if stretches and stretches[-1][1] == line.start:
            stretches[-1][1] = line.stop + 1
        else:
            stretches.append([line.start, line.stop + 1])
        stop = at + line.stop - line.start
        placed.append(Line(at, stop, *line[2:]))
        at = stop + 1
    codes = np.concatenate([characters.codes[start:stop] for start, stop in stretches])
    columns = [characters.boxes.T[:, start:stop] for start, stop in stretches]
    return Characters(codes, np.concatenate(columns, axis=1).T), placed


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
    if places[-1] == len(characters.codes):
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


def edge_lines(lines: Sequence[Line], height: float) -> tuple[list[Line], list[Line]]:
    """Lines in the upper and the lower band that may be running heads and feet."""
    by_top = sorted(lines, key=_TOP)
    upper = [line for line in by_top[:EDGE_LINES] if line.y1 < BAND * height]
    lower = [line for line in by_top[-EDGE_LINES:] if line.y0 > (1 - BAND) * height]
    return upper, lower


def running_key(text: str, line: Line) -> tuple[str, int]:
    """What a running line has in common from page to page: its words and its place."""
    words = _DIGITS.sub("#", " ".join(text[line.start : line.stop].split()))
    return words, round(line.y0 / 4)


def is_page_number(text: str) -> bool:
    """Whether the line is nothing but a page's number."""
    return _PAGE_NUMBER.fullmatch(text.strip()) is not None


def paragraphs(
    text: str, lines: Sequence[Line], kinds: dict[int, str], shift: int
) -> tuple[Block, ...]:
    """Blocks of a page whose text starts at `shift`; `kinds` names heads and feet by start."""
    sizes: list[float] = []
    for line in lines:
        sizes += (line.size,) * (1 + (line.stop - line.start) // 20)
    body = median(sizes) if sizes else 0.0
    blocks: list[Block] = []
    group: list[Line] = []
    for line in lines:
        if group and (
            _BULLET.match(text, line.start, line.stop)
            or _starts_paragraph(text, group, line, kinds)
        ):
            blocks.append(_block(text, group, kinds, body, shift))
            group = []
        group.append(line)
    if group:
        blocks.append(_block(text, group, kinds, body, shift))
    return tuple(blocks)


def _starts_paragraph(text: str, group: list[Line], line: Line, kinds: dict[int, str]) -> bool:
    last = group[-1]
    size = max(last.size, line.size, 0.1)
    if kinds and kinds.get(last.start) != kinds.get(line.start):
        return True
    if abs(last.size - line.size) > 0.15 * size:
        return True
    pitch = line.y0 - last.y0
    if pitch < -size:
        return text.endswith(_ENDS, last.start, last.stop)
    usual = group[1].y0 - group[0].y0 if len(group) > 1 else 1.45 * size
    if pitch > 1.3 * max(usual, size):
        return True
    is_indented = line.x0 - last.x0 > 0.8 * size
    if is_indented and len(group) > 1:
        return True
    if not text.endswith(_ENDS, last.start, last.stop):
        return False
    if is_indented:
        return True
    widest = max(line.x1, *(one.x1 for one in group))
    return widest - last.x1 > 0.25 * (widest - min(line.x0, last.x0))


def _block(text: str, group: list[Line], kinds: dict[int, str], body: float, shift: int) -> Block:
    start, stop = group[0].start, group[-1].stop
    kind, level = kinds.get(start, "paragraph"), 0
    size = group[0].size
    if kind == "paragraph" and _BULLET.match(text, start, stop):
        kind, level = "list-item", 1
    elif kind == "paragraph" and size > 1.15 * body and stop - start < 200:
        kind, level = "heading", 1 if size > 1.6 * body else 2 if size > 1.3 * body else 3
    return Block(shift + start, shift + stop, kind, level)


def continues(text: str, block: Block, shift: int) -> bool:
    """Whether the block's last words call for more: a sentence that runs over the page's end."""
    return block.kind == "paragraph" and not text[: block.stop - shift].endswith(_ENDS)
