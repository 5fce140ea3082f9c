"""Titles on a PDF page that are as tall as the text: white above them tells, or their number.

What stands alone between two paragraphs, ends without a stop and nearer to what follows than to
what is above, is a title. Addresses, tables and lists are no paragraphs, so that nothing in them
is taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from verifier.reading.document import RUNNING, Block
from verifier.reading.pdf_lines import Line
from verifier.reading.pdf_paragraphs import COLUMN, TITLE

LONGEST = 90
"""Characters of such a title, at most."""
LEAST = 4
"""Letters of one, at least."""
LEVEL = 3
"""Below titles that are taller than the text."""
WHITE = 1.25
"""The white above is so many times as much as between two lines, at least."""
CLOSER = 1.1
"""And so many times as much as the white below."""
ALIKE = 0.08
"""A title and the text differ in height by no more than this share."""
_OPEN = frozenset(".,;:!?-–—…")
_NUMBERED = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[A-Za-z][.)]|[IVX]{1,4}\.|§\s?\d+)\s+[^\W\d_]"
)


def with_titles(
    text: str, lines: Sequence[Line], blocks: list[Block], shift: int, *, is_begun: bool = False
) -> list[Block]:
    """The blocks of a page whose text starts at `shift`, titles of the text's size named so.

    `is_begun` says that the page begins within a sentence.
    """
    # Nearly all blocks end with a stop.
    places = [
        place
        for place, block in enumerate(blocks)
        if text[block.stop - shift - 1] not in _OPEN
        and is_begun <= place < len(blocks) - 1
        and _may_be_title(text, block, shift)
    ]
    if not places:
        return blocks
    numbers = {line.start + shift: number for number, line in enumerate(lines)}
    made = list(blocks)
    for place in places:
        title, after = blocks[place : place + 2]
        before = blocks[place - 1] if place else None
        first, following = numbers[title.start], numbers[after.start]
        if not _may_stand_between(before, title, after) or following - first > TITLE:
            continue
        if _stands_above(text, lines, first, following, after.stop - shift):
            made[place] = replace(title, kind="heading", level=LEVEL)
    return made


def _may_stand_between(before: Block | None, title: Block, after: Block) -> bool:
    """Whether a block has a paragraph below it and no cell, label or other item above it."""
    if after.kind != "paragraph" or after.data:
        return False
    if before is None or before.kind == "heading":
        return True
    is_item = title.kind == before.kind == "list-item"
    return before.kind not in RUNNING and not is_item and before.stop - before.start >= 2 * COLUMN


def _may_be_title(text: str, block: Block, shift: int) -> bool:
    start, stop = block.start - shift, block.stop - shift
    is_numbered = block.kind == "list-item" and text[start].isalnum()
    if not (is_numbered or block.kind == "paragraph") or block.data or stop - start > LONGEST:
        return False
    words = text[start:stop]
    is_begun = words[0].isupper() or _NUMBERED.match(words) is not None
    letters, digits = sum(map(str.isalpha, words)), sum(map(str.isdigit, words))
    return is_begun and letters >= max(LEAST, 3 * digits)


def _stands_above(text: str, lines: Sequence[Line], number: int, following: int, stop: int) -> bool:
    """Whether the lines from `number` on are the title of those from `following` to `stop`."""
    if following + 1 == len(lines) or lines[following + 1].stop > stop:
        return False
    first, last = lines[number], lines[following - 1]
    one, other = lines[following : following + 2]
    pitch = other.y0 - one.y0
    if one.stop - one.start < COLUMN or pitch <= 0 or not _belongs(first, last, one):
        return False
    below = one.y0 - last.y0
    white = first.y0 - lines[number - 1].y0 if number else 0
    if white <= 0:
        # It is the first one of the page or of a column.
        is_indented = one.x0 - first.x0 > 0.8 * one.size and other.x0 - first.x0 < 0.3 * one.size
        return below >= WHITE * pitch or is_indented
    is_numbered = _NUMBERED.match(text, first.start) is not None
    return white >= (CLOSER if is_numbered else WHITE) * pitch and white >= CLOSER * below


def _belongs(first: Line, last: Line, following: Line) -> bool:
    """Whether a title is as tall as what follows, begins above its beginning and is shorter."""
    size = following.size
    is_near = -size < following.x0 - first.x0 < 2.5 * size and last.y0 < following.y0
    return is_near and abs(first.size - size) <= ALIKE * size and last.x1 < following.x1 - size
