"""Paragraphs, headings and list items of a PDF page, from its lines in reading order."""

from __future__ import annotations

import re
from array import array
from collections.abc import Collection, Iterator, Sequence
from itertools import islice, pairwise
from statistics import median

from verifier.reading import built
from verifier.reading.built import address
from verifier.reading.document import Block
from verifier.reading.pdf_characters import Characters
from verifier.reading.pdf_items import items, may_be_item
from verifier.reading.pdf_lines import TALLER, Line, Lines, has_room

FEW = 500
"""Lines up to which the built loop is the faster one."""
_ITEM = 3
"""Says of a line to the built loop that it begins a list's item; 1 that it begins a block."""
PROSE = 40
"""Characters of a line of running text, at least; those of an address or a title have fewer."""
COLUMN = 25
"""Characters of such a line in a narrow column, which ends where the next one does."""
INDENT = 5
"""Heights of a line by which the first one of a paragraph is indented, at most."""
TITLE = 2
"""Lines of a heading of the text's own size, at most."""
SENTENCE = 60
"""Characters of a title that ends with a full stop, at most."""
_ENDS = frozenset('.!?:;”"»)。！？؟।')
_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
SMALL = frozenset(
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
    leftward: bool | None = None,
) -> list[Block]:
    """Blocks of a page whose text starts at `shift`; `kinds` names heads and feet by start.

    Lines that are written to the left begin on the right: `leftward` says whether most of the page
    is, and nothing of a page without such lines.
    """
    if not lines:
        return []
    if leftward is not None:
        lines = list(_mirrored(text, lines, leftward))
    if isinstance(lines, Lines) and built.LOOPS is not None and len(lines) <= FEW:
        listed = items(text, lines, lines.items())
        numbers, body = _by_built_loop(found, lines, kinds, listed)
    else:
        listed = items(text, lines, range(len(lines)))
        numbers, body = list(beginnings(text, lines, kinds, listed)), usual_size(lines)
    numbers = [*numbers, len(lines)]
    kinds = {**_in_lists(lines, numbers, listed), **kinds}
    return [
        _block(text, lines[number], lines[after - 1].stop, kinds, body, shift)
        for number, after in pairwise(numbers)
    ]


def _mirrored(text: str, lines: Sequence[Line], most: bool) -> Iterator[Line]:
    """The lines as if all were written to the right; those without letters are as most are."""
    edges = min(line.x0 for line in lines) + max(line.x1 for line in lines)
    for line in lines:
        words = text[line.start : line.stop]
        leftward, letters = len(_LEFTWARD.findall(words)), sum(map(str.isalpha, words))
        if 2 * leftward > letters if letters else most:
            line = line._replace(x0=edges - line.x1, x1=edges - line.x0)
        yield line


def _in_lists(
    lines: Sequence[Line], numbers: Sequence[int], listed: Collection[int]
) -> dict[int, str]:
    """The kinds of blocks with a mark that stand in a list: titles may have one, too."""
    if not listed:
        return {}
    return {
        lines[number].start: "list-item"
        for before, number, after in zip([-1, *numbers], numbers, numbers[1:], strict=False)
        if number in listed and (before in listed or after in listed)
    }


def _by_built_loop(
    found: Characters, lines: Lines, kinds: dict[int, str], listed: Collection[int]
) -> tuple[list[int], float]:
    """`beginnings` and `usual_size`, for the lines as they were found on the page."""
    count = len(lines)
    begins, numbers = bytearray(count), array("i", [0]) * count
    for number in listed:
        begins[number] = _ITEM
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


def beginnings(
    text: str, lines: Sequence[Line], kinds: dict[int, str], listed: Collection[int]
) -> Iterator[int]:
    """The numbers of the lines that begin a block, `listed` ones an item; there is a line at least.

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
    is_item = is_listed = 0 in listed
    for number, line in enumerate(islice(lines, 1, None), 1):
        start, _, x0, y0, x1, y1, size = line
        tall = size if size > last.size else last.size
        pitch, step = y0 - last.y0, x0 - last.x0
        if y1 - y0 > TALLER * size or last.y1 - last.y0 > TALLER * last.size:
            # A raised sign moves a line's upper edge, a lowered one the lower edge.
            pitch = min(pitch, y1 - last.y1)
        has_ended = last.stop > last.start and text[last.stop - 1] in _ENDS
        right = x1 if x1 > right else right
        was_item, is_item = is_item and usual is None, number in listed
        is_outer = outer is not None and abs(x0 - outer) <= 0.3 * tall
        is_big = text[start] not in SMALL
        is_hanging = False
        if (
            is_item
            or (kinds and kinds.get(last.start) != kinds.get(start))
            or (abs(last.size - size) > 0.15 * tall and not _is_alike(last, line))
        ):
            is_new = True
        elif pitch < -tall:
            # The next cell, or the next column; a heading may be the last in this one.
            is_short = max(last.stop - last.start, line.stop - start) < COLUMN
            is_new = has_ended or (
                is_big
                and (
                    is_short
                    or (
                        count <= TITLE
                        and _is_prose(lines, number)
                        and has_room(text, last, line, last.x0 + (x1 - x0))
                    )
                )
            )
        elif x1 + 2 * tall < last.x0 or x0 > last.x1:
            is_new = True
        elif pitch > 1.3 * (1.45 * tall if usual is None else max(usual, tall)):
            # A sentence goes on below a figure.
            is_new = (
                has_ended
                or is_big
                or abs(step) > 0.3 * tall
                or not _is_prose(lines, number - 1)
                or has_room(text, last, line, right)
            )
        elif usual is None and is_big and _is_set_closer(line, lines, number, pitch):
            is_new = True
        elif step > 0.8 * tall:
            is_known = outer is not None and abs(last.x0 - outer) <= 0.3 * tall and is_sure
            if usual is not None:
                is_new = has_ended or is_big
            elif has_ended:
                is_new = (
                    step > 3 * tall
                    or has_room(text, last, line, right)
                    or _is_indented(text, lines, number, right, listed)
                    if was_item
                    else not is_known
                )
            else:
                is_new = is_big and (
                    has_room(text, last, line, right)
                    or _is_indented(text, lines, number, right, listed)
                )
            if usual is None and not (is_new or was_item):
                outer, is_sure, is_hanging = last.x0, is_known, True
        elif is_outer and step < -0.8 * tall:
            is_new = has_ended or has_room(text, last, line, right)
            is_new = is_new or (is_sure and is_big)
            is_hanging = is_sure = is_new
        elif is_outer:
            is_hanging = is_new = is_sure and (has_ended or has_room(text, last, line, right))
        elif has_ended:
            is_new = has_room(text, last, line, right)
        elif is_listed and (count == 1 or step < -0.3 * tall):
            # What follows on the last item of a list.
            is_new = is_big and (
                has_room(text, last, line, right)
                or (step > 0.3 * tall and _is_indented(text, lines, number, right, listed))
            )
        else:
            # A heading of the text's own size.
            is_new = (
                count <= TITLE
                and abs(step) <= 0.3 * tall
                and is_big
                and _is_prose(lines, number)
                and has_room(text, last, line, right)
            )
        if not is_hanging and (is_new or abs(step) > 0.3 * tall):
            outer = None
        if is_new:
            yield number
            usual, right, count, is_listed = None, x1, 0, is_item
        elif usual is None:
            usual = pitch
        last, count = line, count + 1


def _is_alike(last: Line, line: Line) -> bool:
    """Whether two lines are as tall as a whole; in some fonts each character has its own height."""
    one, other = last.y1 - last.y0, line.y1 - line.y0
    return abs(one - other) <= 0.05 * max(one, other)


def _is_set_closer(line: Line, lines: Sequence[Line], number: int, pitch: float) -> bool:
    """Whether the line after this one stands closer to it than the line before: that is a title."""
    if number + 1 == len(lines):
        return False
    after = lines[number + 1]
    below = after.y0 - line.y0
    if line.stop - line.start < COLUMN or abs(after.size - line.size) > 0.15 * line.size:
        return False
    is_below = abs(after.x0 - line.x0) <= 0.3 * line.size and below > 0.5 * line.size
    return is_below and pitch > 1.3 * below


def _is_indented(
    text: str, lines: Sequence[Line], number: int, right: float, listed: Collection[int]
) -> bool:
    """Whether a line goes on in one that begins where the line before it does.

    It is the first one of a paragraph then, and the line before it a title or the last item of a
    list.
    """
    if number + 1 == len(lines) or number + 1 in listed:
        return False
    last, line, after = lines[number - 1 : number + 2]
    if line.x0 - last.x0 > INDENT * line.size:
        return False
    step, far = after.x0 - last.x0, 0.3 * line.size
    if after.y0 <= line.y0 or step > far or (step < -far and number - 1 not in listed):
        return False
    if abs(after.size - line.size) > 0.15 * line.size or text[line.stop - 1] in _ENDS:
        return False
    return not has_room(text, line, after, max(right, after.x1))


def _is_prose(lines: Sequence[Line], number: int) -> bool:
    """Whether a line is one of running text."""
    line = lines[number]
    length = line.stop - line.start
    if length >= PROSE or length < COLUMN or number + 1 == len(lines):
        return length >= PROSE
    after = lines[number + 1]
    tall = max(line.size, after.size)
    return abs(after.x0 - line.x0) <= 0.3 * tall and abs(after.x1 - line.x1) <= 0.5 * tall


def _block(
    text: str, first: Line, stop: int, kinds: dict[int, str], body: float, shift: int
) -> Block:
    start, size = first.start, first.size
    kind, level = kinds.get(start, "paragraph"), 0
    is_title = kind == "paragraph" and size > 1.15 * body and _may_be_title(text, start, stop)
    is_numbered = is_title and text[start].isalnum()
    if kind == "paragraph" and not is_numbered and may_be_item(text, start, stop):
        kind = "list-item"
    if kind == "list-item":
        level = 1
    elif is_title:
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
