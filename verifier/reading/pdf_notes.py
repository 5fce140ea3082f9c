"""Notes and captions of a PDF page that stand between a sentence and its end.

Footnotes stand below a sentence that goes on over the page's end or in the next column, captions
with a figure between two lines of it. Each is named, so that quotes can leave it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from verifier.reading.document import RUNNING, Block
from verifier.reading.pdf_lines import Line
from verifier.reading.pdf_paragraphs import COLUMN, SMALL, continues, usual_size

SMALLER = 0.93
"""A note is at most so tall as the text above it, in heights of that one's lines."""
ALIKE = 0.1
"""Lines of one sentence differ in height by no more than this share."""
_MARK = re.compile(r"(?:\d{1,3}|\[\d{1,3}\]|[*†‡§]{1,3})\s?(?=[^\W\d_]|[\"“„«‘(])")
_NUMBER = re.compile(r"\[?(\d+)")
_CAPTION = re.compile(
    r"(?:fig(?:ure|\.)|table|abb(?:ildung|\.)|tab(?:elle|\.)|рис(?:унок|\.)|табл(?:иця|\.))"
    r"\s?[A-Z]?\d[\d.]*[:.|]?\s",
    re.IGNORECASE,
)
_BEGINNINGS = frozenset("0123456789[*†‡§FfTtAaРрТт")
"""What notes and captions begin with."""


def with_notes_apart(
    text: str,
    lines: Sequence[Line],
    blocks: list[Block],
    shift: int,
    *,
    is_begun: bool = False,
    has_columns: bool = True,
) -> list[Block]:
    """The blocks of a page whose text starts at `shift`, what stands inside a sentence named so.

    `is_begun` says that the sentence at the page's beginning began on the page before, and
    `has_columns` whether one may go on in the next column.
    """
    if not has_columns and not any(text[block.start - shift] in _BEGINNINGS for block in blocks):
        return blocks
    body = [block for block in blocks if block.kind not in RUNNING]
    marked = [_is_marked(text, block, shift) for block in body]
    if not (has_columns or any(marked)):
        return blocks
    page = _Page(text, lines, shift)
    apart = [is_marked or (has_columns and page.is_small(block))
             for is_marked, block in zip(marked, body, strict=True)]  # fmt: skip
    made: dict[int, list[Block]] = {}
    for first, stop in _runs(apart, is_begun):
        before = body[first - 1] if first else None
        after = body[stop] if stop < len(body) else None
        is_note = page.is_inside(before, body[first:stop], after)
        for block in body[first:stop]:
            named = replace(block, kind="page-note", level=0) if is_note else block
            made[block.start] = list(page.parted(named))
        if is_note and after is not None:
            made[after.start] = [replace(after, data={"continued": True})]
    return [one for block in blocks for one in made.get(block.start, [block])]


def with_insets_apart(
    text: str, lines: Sequence[Line], blocks: list[Block], shift: int
) -> list[Block]:
    """The blocks with those named that are drawn behind a sentence which goes on over the page.

    They stand higher up, as a box in the text does or the caption of a figure.
    """
    body = [block for block in blocks if block.kind not in RUNNING]
    if len(body) < 2:
        return blocks
    stop = body[-1].stop - shift
    written = [line for line in lines if line.stop <= stop]
    lowest = max(line.y1 for line in written)
    last = next(line for line in reversed(written) if line.y1 > lowest - 0.5 * line.size)
    above = next((block for block in body if block.stop - shift == last.stop), None)
    if above is None or last.stop - last.start < COLUMN or not continues(text, above, shift):
        return blocks
    behind = [line for line in written if line.start > last.start]
    is_less = 2 * sum(line.stop - line.start for line in behind) < last.stop
    if not is_less or any(line.x0 > last.x1 or line.y1 > last.y0 for line in behind):
        return blocks
    return [
        replace(block, kind="page-note", level=0)
        if block.start > above.start and block.kind not in RUNNING
        else block
        for block in blocks
    ]


def _runs(marked: Sequence[bool], is_begun: bool) -> Iterator[tuple[int, int]]:
    """Where neighbouring marked blocks begin and stop; not those with nothing before them."""
    first = None
    for at, is_marked in enumerate((*marked, False)):
        if is_marked and first is None:
            first = at
        elif not is_marked and first is not None:
            if first or is_begun:
                yield first, at
            first = None


def _is_marked(text: str, block: Block, shift: int) -> bool:
    """Whether a block begins as a note or a caption does."""
    return any(sign.match(text, block.start - shift) for sign in (_MARK, _CAPTION))


class _Page:
    """What stands between two blocks of a page: their lines tell what it is."""

    def __init__(self, text: str, lines: Sequence[Line], shift: int) -> None:
        self._text, self._lines, self._shift = text, lines, shift
        self._firsts = {line.start + shift: line for line in lines}
        self._lasts = {line.stop + shift: line for line in lines}
        self._usual = usual_size(lines)

    def is_small(self, block: Block) -> bool:
        """Whether a block is set in smaller type than most of the page."""
        return self._firsts[block.start].size <= SMALLER * self._usual

    def is_inside(self, before: Block | None, inside: Sequence[Block], after: Block | None) -> bool:
        """Whether blocks stand inside a sentence; it begins or ends on this page."""
        if before is not None and not continues(self._text, before, self._shift):
            return False
        if self._is_caption_inside(before, inside, after):
            return True
        if before is None:
            return False
        above = self._firsts[before.start]
        if any(self._firsts[block.start].size > SMALLER * above.size for block in inside):
            return False
        is_marked = all(_MARK.match(self._text, block.start - self._shift) for block in inside)
        if after is None:
            return is_marked
        last, goes_on = self._lasts[before.stop], self._firsts[after.start]
        note = self._firsts[inside[0].start]
        is_below = note.y0 > last.y0 and note.x0 < last.x1
        is_next_column = goes_on.y1 < last.y0 and goes_on.x0 > last.x0
        is_same = after.kind == "paragraph" and _is_alike(last, goes_on)
        return (
            is_below and is_next_column and is_same and (is_marked or self._is_small_start(after))
        )

    def _is_caption_inside(
        self, before: Block | None, inside: Sequence[Block], after: Block | None
    ) -> bool:
        """Whether a line of running text goes on behind a figure's words and its caption."""
        if after is None or after.kind != "paragraph" or not self._is_small_start(after):
            return False
        if not any(_CAPTION.match(self._text, block.start - self._shift) for block in inside):
            return False
        if before is None:
            return True
        last, goes_on = self._lasts[before.stop], self._firsts[after.start]
        is_prose = min(one.stop - one.start for one in (last, goes_on)) >= COLUMN
        return before.kind == "paragraph" and is_prose and _is_alike(last, goes_on)

    def _is_small_start(self, block: Block) -> bool:
        return self._text[block.start - self._shift] in SMALL

    def parted(self, block: Block) -> Iterator[Block]:
        """A block of notes as one for each: the next one begins with the next number."""
        start = block.start
        number = self._number(start - self._shift) if self.is_small(block) else 0
        for line in self._lines if number else ():
            place = line.start + self._shift
            if start < place < block.stop and self._number(line.start) == number + 1:
                yield replace(block, start=start, stop=place - 1)
                start, number = place, number + 1
        yield replace(block, start=start)

    def _number(self, start: int) -> int:
        """The number that a note begins with, 0 where it begins otherwise."""
        match = _NUMBER.match(self._text, start) if _MARK.match(self._text, start) else None
        return int(match[1]) if match else 0


def _is_alike(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= ALIKE * max(one.size, other.size)
