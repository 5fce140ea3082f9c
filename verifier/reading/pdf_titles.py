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


def with_titles(text: str, lines: Sequence[Line], blocks: list[Block], shift: int) -> list[Block]:
    """The blocks of a page whose text starts at `shift`, titles of the text's size named so."""
    # Nearly all blocks end with a stop.
    places = [
        place
        for place, block in enumerate(blocks)
        if text[block.stop - shift - 1] not in _OPEN
        and 0 < place < len(blocks) - 1
        and _may_be_title(text, block, shift)
    ]
    if not places:
        return blocks
    numbers = {line.start + shift: number for number, line in enumerate(lines)}
    made = list(blocks)
    for place in places:
        around = blocks[place - 1 : place + 2]
        if _stands_above(text, lines, [numbers[block.start] for block in around], around, shift):
            made[place] = replace(blocks[place], kind="heading", level=LEVEL)
    return made


def _may_be_title(text: str, block: Block, shift: int) -> bool:
    start, stop = block.start - shift, block.stop - shift
    is_numbered = block.kind == "list-item" and text[start].isalnum()
    if not (is_numbered or block.kind == "paragraph") or block.data or stop - start > LONGEST:
        return False
    words = text[start:stop]
    is_begun = words[0].isupper() or _NUMBERED.match(words) is not None
    letters, digits = sum(map(str.isalpha, words)), sum(map(str.isdigit, words))
    return is_begun and letters >= max(LEAST, 3 * digits)


def _stands_above(
    text: str, lines: Sequence[Line], numbers: Sequence[int], around: Sequence[Block], shift: int
) -> bool:
    """Whether the block in the middle stands above a paragraph as its title."""
    before, title, after = around
    first, following = lines[numbers[1]], lines[numbers[2]]
    if before.kind in RUNNING or after.kind != "paragraph" or after.data:
        return False
    if title.kind == "list-item" == before.kind or numbers[2] - numbers[1] > TITLE:
        return False
    if before.kind != "heading" and before.stop - before.start < 2 * COLUMN:
        return False
    second = numbers[2] + 1
    if second == len(lines) or lines[second].stop > after.stop - shift:
        return False
    if following.stop - following.start < COLUMN:
        return False
    above, last = lines[numbers[1] - 1], lines[numbers[2] - 1]
    pitch = lines[second].y0 - following.y0
    if not _belongs(first, last, following) or pitch <= 0:
        return False
    white, below = first.y0 - above.y0, following.y0 - last.y0
    if white <= 0:
        return below >= WHITE * pitch
    is_numbered = _NUMBERED.match(text, title.start - shift) is not None
    return white >= (CLOSER if is_numbered else WHITE) * pitch and white >= CLOSER * below


def _belongs(first: Line, last: Line, following: Line) -> bool:
    """Whether a title is as tall as what follows, begins above its beginning and is shorter."""
    size = following.size
    is_near = -size < following.x0 - first.x0 < 2.5 * size and last.y0 < following.y0
    return is_near and abs(first.size - size) <= ALIKE * size and last.x1 < following.x1 - size
