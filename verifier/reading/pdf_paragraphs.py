"""Paragraphs, headings and list items of a PDF page, from its lines in reading order."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from statistics import median

from verifier.reading import built
from verifier.reading.built import address
from verifier.reading.document import Block
from verifier.reading.pdf_characters import Characters
from verifier.reading.pdf_lines import LETTERS, TALLER, Line, Lines

_BULLET = re.compile(
    r"(?:[•▪◦‣●■–—*·\ue000-\uf8ff]|\d{1,3}[.)]|\(\d{1,2}\)|\(?[a-z]{1,3}\)|\([ivx]+\))[^\S\n]+\S"
)
_NUMBERED = re.compile(r"\(\d")
FEW = 500
"""Lines up to which the built loop is the faster one."""
_ITEM = 3
"""Says of a line to the built loop that it begins a list's item; 1 that it begins a block."""
PROSE = 40
"""Characters of a line of running text, at least; those of an address or a title have fewer."""
COLUMN = 25
"""Characters of such a line in a narrow column, which ends where the next one does."""
TITLE = 2
"""Lines of a heading of the text's own size, at most."""
SENTENCE = 60
"""Characters of a title that ends with a full stop, at most."""
_ENDS = frozenset('.!?:;”"»)。！？؟।')
_STOPS = frozenset(".!?:")
_SMALL = frozenset(
    chr(code)
    for first, last in (("a", "z"), ("ß", "ÿ"), ("α", "ώ"), ("а", "џ"))
    for code in range(ord(first), ord(last) + 1)
)
"""Letters that begin no sentence."""


def paragraphs(
    found: Characters,
    text: str,
    lines: Sequence[Line],
    kinds: dict[int, str],
    shift: int,
    *,
    is_leftward: bool = False,
) -> list[Block]:
    """Blocks of a page whose text starts at `shift`; `kinds` names heads and feet by start.

    Lines that are written to the left begin on the right.
    """
    if not lines:
        return []
    if is_leftward:
        lines = [line._replace(x0=-line.x1, x1=-line.x0) for line in lines]
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
    begins, numbers = bytearray(count), array("i", [0]) * count
    for number in lines.items():
        last = lines[number - 1] if number else None
        begins[number] = _ITEM * _begins_item(text, last, lines[number])
    if kinds:
        # Heads and feet are the last lines.
        for number in range(max(1, count - len(kinds)), count):
            before, here = lines[number - 1].start, lines[number].start
            begins[number] |= kinds.get(before) != kinds.get(here)
    rows = lines.place
    made = built.LOOPS.find_beginnings(
        address(found.buffers.codes), rows, count, address(begins), address(numbers)
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
    last = lines[0]
    # How far apart the lines of this paragraph stand, from its second one on, its right end, and
    # how many there are.
    usual: float | None = None
    right, count = last.x1, 1
    # Where paragraphs begin whose other lines are indented, and whether a second one did so.
    outer: float | None = None
    is_sure = False
    is_item = _begins_item(text, None, last)
    for number, line in enumerate(islice(lines, 1, None), 1):
        start, _, x0, y0, x1, y1, size = line
        tall = size if size > last.size else last.size
        pitch, step = y0 - last.y0, x0 - last.x0
        if y1 - y0 > TALLER * size or last.y1 - last.y0 > TALLER * last.size:
            # A raised sign moves a line's upper edge, a lowered one the lower edge.
            pitch = min(pitch, y1 - last.y1)
        has_ended = last.stop > last.start and text[last.stop - 1] in _ENDS
        right = x1 if x1 > right else right
        was_item, is_item = is_item and usual is None, _begins_item(text, last, line)
        is_outer = outer is not None and abs(x0 - outer) <= 0.3 * tall
        is_hanging = False
        if (
            is_item
            or (kinds and kinds.get(last.start) != kinds.get(start))
            or abs(last.size - size) > 0.15 * tall
        ):
            is_new = True
        elif pitch < -tall:
            # The next column; a heading may be the last in this one.
            is_new = has_ended or (
                count <= TITLE
                and text[start] not in _SMALL
                and _is_prose(lines, number)
                and _has_room(text, last, line, last.x0 + (x1 - x0))
            )
        elif (
            pitch > 1.3 * (1.45 * tall if usual is None else max(usual, tall))
            or x1 + 2 * tall < last.x0
            or x0 > last.x1
        ):
            is_new = True
        elif step > 0.8 * tall:
            is_known = outer is not None and abs(last.x0 - outer) <= 0.3 * tall and is_sure
            if usual is not None:
                is_new = has_ended or text[start] not in _SMALL
            elif was_item:
                is_new = has_ended and step > 3 * tall
            elif has_ended:
                is_new = not is_known
            else:
                is_new = text[start] not in _SMALL and _has_room(text, last, line, right)
            if usual is None and not (is_new or was_item):
                outer, is_sure, is_hanging = last.x0, is_known, True
        elif is_outer and step < -0.8 * tall:
            is_new = has_ended or _has_room(text, last, line, right)
            is_new = is_new or (is_sure and text[start] not in _SMALL)
            is_hanging = is_sure = is_new
        elif is_outer:
            is_hanging = is_new = is_sure and (has_ended or _has_room(text, last, line, right))
        elif has_ended:
            is_new = _has_room(text, last, line, right)
        else:
            # A heading of the text's own size.
            is_new = (
                count <= TITLE
                and abs(step) <= 0.3 * tall
                and _is_prose(lines, number)
                and text[start] not in _SMALL
                and _has_room(text, last, line, right)
            )
        if not is_hanging and (is_new or abs(step) > 0.3 * tall):
            outer = None
        if is_new:
            yield number
            usual, right, count = None, x1, 0
        elif usual is None:
            usual = pitch
        last, count = line, count + 1


def _has_room(text: str, last: Line, line: Line, right: float) -> bool:
    """Whether the next line's first word would have stood in the white at the end of the last one.

    The word is measured by the usual width of a character in its line.
    """
    start, stop, x0, _, x1, _, size = line
    place = text.find(" ", start, stop)
    letters = (stop if place < 0 else place) - start
    word = (letters + 1) * ((x1 - x0) / max(1, stop - start)) + 0.5 * size
    quarter = 0.25 * (right - min(x0, last.x0))
    return right - last.x1 > min(word, quarter)


def _is_prose(lines: Sequence[Line], number: int) -> bool:
    """Whether a line is one of running text."""
    line = lines[number]
    length = line.stop - line.start
    if length >= PROSE or length < COLUMN or number + 1 == len(lines):
        return length >= PROSE
    after = lines[number + 1]
    tall = max(line.size, after.size)
    return abs(after.x0 - line.x0) <= 0.3 * tall and abs(after.x1 - line.x1) <= 0.5 * tall


def _begins_item(text: str, last: Line | None, line: Line) -> bool:
    """Whether the line begins an item of a list.

    A number in brackets may also stand at the beginning of a line within a sentence.
    """
    if not _is_item(text, line.start, line.stop):
        return False
    if last is None or not _NUMBERED.match(text, line.start):
        return True
    if abs(line.x0 - last.x0) > 0.5 * line.size or text[last.stop - 1] in _STOPS:
        return True
    return _has_room(text, last, line, max(last.x1, line.x1))


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
    elif kind == "paragraph" and size > 1.15 * body and _may_be_title(text, start, stop):
        kind, level = "heading", 1 if size > 1.6 * body else 2 if size > 1.3 * body else 3
    return Block(shift + start, shift + stop, kind, level)


def _may_be_title(text: str, start: int, stop: int) -> bool:
    """Whether a text is short and does not end as an item or a sentence does."""
    length = stop - start
    if length >= 200 or text[stop - 1] in ",;":
        return False
    return text[stop - 1] != "." or length <= SENTENCE


def continues(text: str, block: Block, shift: int) -> bool:
    """Whether the block's last words call for more: a sentence that runs over the page's end."""
    return block.kind == "paragraph" and text[block.stop - shift - 1] not in _ENDS
