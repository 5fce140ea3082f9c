"""Paragraphs, headings and list items of a PDF page, from its lines in reading order."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from statistics import median

import numpy as np

from verifier.reading import built
from verifier.reading.built import address
from verifier.reading.document import Block
from verifier.reading.pdf_lines import LETTERS, Line, Lines
from verifier.reading.pdf_text import Characters

_BULLET = re.compile(r"(?:[•▪◦‣●■–—*·]|\d{1,3}[.)]|\(?[a-z]{1,3}\)|\([ivx]+\))[^\S\n]+\S")
FEW = 500
"""Lines up to which the built loop is the faster one."""
_ENDS = frozenset('.!?:;”"»)。！？؟।')


def paragraphs(
    found: Characters, text: str, lines: Sequence[Line], kinds: dict[int, str], shift: int
) -> list[Block]:
    """Blocks of a page whose text starts at `shift`; `kinds` names heads and feet by start."""
    if not lines:
        return []
    if isinstance(lines, Lines) and built.LOOPS is not None and len(lines) <= FEW:
        numbers, body = _by_built_loop(found, text, lines, kinds)
    else:
        numbers, body = list(beginnings(text, lines, kinds)), usual_size(lines)
    return [
        _block(text, lines[number], lines[after - 1].stop, kinds, body, shift)
        for number, after in pairwise([*numbers, len(lines)])
    ]


def _by_built_loop(
    found: Characters, text: str, lines: Lines, kinds: dict[int, str]
) -> tuple[list[int], float]:
    """`beginnings` and `usual_size`, for the lines as they were found on the page."""
    count = len(lines)
    codes, begins, numbers = np.ascontiguousarray(found.codes), bytearray(count), array("i", [0])
    numbers *= count
    for number in lines.items():
        begins[number] = _is_item(text, lines[number].start, lines[number].stop)
    if kinds:
        # Heads and feet are the last lines.
        for number in range(max(1, count - len(kinds)), count):
            before, here = lines[number - 1].start, lines[number].start
            begins[number] |= kinds.get(before) != kinds.get(here)
    rows = lines.place
    made = built.LOOPS.find_beginnings(
        address(codes), rows, count, address(begins), address(numbers)
    )
    return numbers[:made].tolist(), built.LOOPS.usual_size(rows, count)


def usual_size(lines: Sequence[Line]) -> float:
    """Of most of the text."""
    sizes: list[float] = []
    for line in lines:
        sizes += (line.size,) * (1 + (line.stop - line.start) // 20)
    return median(sizes)


def beginnings(text: str, lines: Sequence[Line], kinds: dict[int, str]) -> Iterator[int]:
    """The numbers of the lines that begin a block; there is a line at least.

    Written out in one piece: a long document runs through it a hundred thousand times.
    """
    yield 0
    last_start, last_stop, last_x0, last_y0, last_x1, _, last_size = lines[0]
    # How far apart the lines of this paragraph stand, from its second one on, and its right end.
    usual, right = None, last_x1
    for number, (start, stop, x0, y0, x1, _, size) in enumerate(islice(lines, 1, None), 1):
        tall = size if size > last_size else last_size
        pitch = y0 - last_y0
        has_ended = last_stop > last_start and text[last_stop - 1] in _ENDS
        right = x1 if x1 > right else right
        if (
            _is_item(text, start, stop)
            or (kinds and kinds.get(last_start) != kinds.get(start))
            or abs(last_size - size) > 0.15 * tall
        ):
            is_new = True
        elif pitch < -tall:
            is_new = has_ended
        else:
            is_far = pitch > 1.3 * (1.45 * tall if usual is None else max(usual, tall))
            is_indented = x0 - last_x0 > 0.8 * tall
            is_new = is_far or (is_indented and (has_ended or usual is not None))
            if has_ended and not is_new:
                is_new = right - last_x1 > 0.25 * (right - min(x0, last_x0))
        if is_new:
            yield number
            usual, right = None, x1
        elif usual is None:
            usual = pitch
        last_start, last_stop, last_x0, last_y0 = start, stop, x0, y0
        last_x1, last_size = x1, size


def _is_item(text: str, start: int, stop: int) -> bool:
    # Most lines begin with a letter, and few of those with one of a list.
    if text[start].isalpha() and ")" not in text[start : start + LETTERS]:
        return False
    return _BULLET.match(text, start, stop) is not None


def _block(
    text: str, first: Line, stop: int, kinds: dict[int, str], body: float, shift: int
) -> Block:
    start, size = first.start, first.size
    kind, level = kinds.get(start, "paragraph"), 0
    if kind == "paragraph" and _is_item(text, start, stop):
        kind, level = "list-item", 1
    elif kind == "paragraph" and size > 1.15 * body and stop - start < 200:
        kind, level = "heading", 1 if size > 1.6 * body else 2 if size > 1.3 * body else 3
    return Block(shift + start, shift + stop, kind, level)


def continues(text: str, block: Block, shift: int) -> bool:
    """Whether the block's last words call for more: a sentence that runs over the page's end."""
    return block.kind == "paragraph" and text[block.stop - shift - 1] not in _ENDS
