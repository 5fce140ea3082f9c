"""Text without pages, cut into stretches of a few thousand characters and those into paragraphs.

Cuts fall between blocks; inside a block only when it is very long, and never between the cells of a
table row. Every character belongs to exactly one stretch; those between blocks (line ends) to no
paragraph.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from verifier.text.direction import runs_rtl
from verifier.text.document import Block, pictures_of
from verifier.text.ranges import TextRange
from verifier.ui.reader.flow_table import LETTER, LOOKED_AT, Columns, columns_of, place_of

STRETCH = 3500
"""Code points."""
SMALLEST = 4.0
"""Points: what is smaller counts visits and shows nothing."""
CELL = "table-cell"
NO_BREAK = "\u00a0"
CHART = "chart"
"""A block where the file has what only Word draws: a frame stands there instead."""
SHORTEST, LONGEST = STRETCH // 2, STRETCH * 3 // 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block, or the part of it that falls into a stretch."""

    start: int
    stop: int
    kind: str
    level: int = 0
    data: dict[str, Any] = field(default_factory=dict)
    begins: bool = True
    """Whether the block begins here, not in the stretch before."""
    picture: int = 0
    """Which picture of the text it is, from 1; 0: none."""


class FlowText:
    """A text with its blocks, in stretches."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self.text = text
        self.blocks = _disjoint(blocks, len(text))
        self.all_pictures = pictures_of(blocks)
        """Those that are not shown, too: regions count by it."""
        shown = _seen(self.all_pictures, blocks)
        self.pictures = [block for _, block in shown]
        self._picture_numbers = [number for number, _ in shown]
        self._picture_starts = [block.start for block in self.pictures]
        notes = ((block.data.get("at"), block.data.get("mark")) for block in self.blocks)
        self._notes = sorted((int(at), str(mark)) for at, mark in notes if at is not None)
        self._columns: dict[tuple[int, float], Columns] = {}
        """By table and width."""
        self._tables: dict[int, list[Block]] | None = None
        self._block_starts = [block.start for block in self.blocks]
        self.starts = self._cut()

    def paragraphs(self, stretch: int) -> list[Paragraph]:
        """The paragraphs of a stretch, in order."""
        start, stop = self.starts[stretch], self.starts[stretch + 1]
        first = max(0, bisect_right(self._block_starts, start) - 1)
        found: list[Paragraph] = []
        at = start
        for block in self.blocks[first:]:
            if block.start >= stop:
                break
            if block.stop <= at:
                continue
            found += self._loose(at, max(at, block.start))
            begin, at = max(at, block.start), min(block.stop, stop)
            begins = begin == block.start
            found.append(Paragraph(begin, at, block.kind, block.level, block.data, begins))
        return self._with_pictures(found + self._loose(at, stop), start, stop)

    def _with_pictures(self, paragraphs: list[Paragraph], start: int, stop: int) -> list[Paragraph]:
        """Pictures before the paragraph they begin, or else after the one they stand in.

        So do cells that hold nothing but their number.
        """
        first = bisect_left(self._picture_starts, start)
        end = len(self.text)
        last = bisect_left(self._picture_starts, stop + 1 if stop == end else stop)
        if first == last:
            return paragraphs
        starts = [paragraph.start for paragraph in paragraphs]
        found = list(paragraphs)
        for at in reversed(range(first, last)):
            block, number = self.pictures[at], self._picture_numbers[at]
            kind = CELL if block.kind == CELL else "picture"
            item = Paragraph(block.start, block.start, kind, 0, block.data, picture=number)
            found.insert(bisect_left(starts, block.start), item)
        return found

    def notes_in(self, start: int, stop: int) -> list[tuple[int, str]]:
        """The marks of notes in a range: after which character, and what."""
        first = bisect_right(self._notes, (start, chr(0x10FFFF)))
        return self._notes[first : bisect_right(self._notes, (stop, chr(0x10FFFF)))]

    def columns(self, table: int | None, width: float) -> Columns:
        """The columns of a table in text that is `width` points wide, the same in all rows."""
        if table is None:
            return Columns([0.0, width])
        found = self._columns.get((table, width))
        if found is None:
            inside = self._cells().get(table, ())
            cells = [(place_of(block.data), self._shown(block)) for block in inside]
            found = columns_of(cells, width)
            if runs_rtl("\n".join(words for _, words in cells[:LOOKED_AT])):
                found = found.turned()
            self._columns[table, width] = found
        return found

    def _cells(self) -> dict[int, list[Block]]:
        """The cells of each table, with the pictures in them."""
        if self._tables is None:
            self._tables = {}
            for block in (*self.blocks, *self.pictures):
                if block.kind in (CELL, "picture", CHART) and "table" in block.data:
                    self._tables.setdefault(int(block.data["table"]), []).append(block)
        return self._tables

    def _shown(self, block: Block) -> str:
        """What stands in a cell, as far as its width goes: for a picture as many letters."""
        if block.kind == CELL:
            label = str(block.data.get("number") or "")
            words = self.text[block.start : min(block.stop, block.start + LOOKED_AT)]
            return f"{label}{NO_BREAK}{words}" if label else words
        return "m" * int(float(block.data.get("width") or 60) / LETTER)

    def paragraph_at(self, index: int) -> TextRange:
        """The block around an offset; where there is none, the line."""
        at = bisect_right(self._block_starts, index) - 1
        if at >= 0 and index <= self.blocks[at].stop:
            return TextRange(self.blocks[at].start, self.blocks[at].stop)
        start = self.text.rfind("\n", 0, index) + 1
        stop = self.text.find("\n", index)
        return TextRange(start, len(self.text) if stop < 0 else stop)

    def _loose(self, start: int, stop: int) -> list[Paragraph]:
        """Lines that belong to no block. The line ends between blocks make none."""
        if not self.text[start:stop].strip():
            return []
        found = []
        while start < stop:
            end = self.text.find("\n", start, stop)
            end = stop if end < 0 else end
            found.append(Paragraph(start, end, "line"))
            start = end + 1
        return found

    def _cut(self) -> list[int]:
        starts, size = [0], len(self.text)
        while size - starts[-1] > LONGEST:
            starts.append(self._cut_after(starts[-1]))
        starts.append(size)
        return starts

    def _cut_after(self, start: int) -> int:
        low, high = start + SHORTEST, start + LONGEST
        at = bisect_left(self._block_starts, start + STRETCH)
        near = [k for k in (at, at - 1, at + 1) if 0 <= k < len(self.blocks)]
        for k in near:
            if low <= self._block_starts[k] <= high and not self._inside_row(k):
                return self._block_starts[k]
        for mark in ("\n", " "):
            found = self.text.rfind(mark, low, start + STRETCH)
            if found < 0:
                found = self.text.find(mark, start + STRETCH, high)
            if found >= 0:
                return found + 1
        return start + STRETCH

    def _inside_row(self, number: int) -> bool:
        if number == 0:
            return False
        one, other = self.blocks[number - 1], self.blocks[number]
        return one.kind == other.kind == CELL and _row(one) == _row(other)


def _seen(pictures: Sequence[Block], blocks: Sequence[Block]) -> list[tuple[int, Block]]:
    """The pictures to be seen with their numbers, and what else takes room without a text.

    Those are the frames of charts, and cells with nothing but a number.
    """
    shown = [(number, block) for number, block in enumerate(pictures, 1) if is_shown(block)]
    others = [(0, block) for block in blocks if block.kind == CHART or _is_bare_number(block)]
    return sorted(shown + others, key=lambda one: one[1].start) if others else shown


def _is_bare_number(block: Block) -> bool:
    return block.kind == CELL and block.start == block.stop and bool(block.data.get("number"))


def is_shown(block: Block) -> bool:
    """Whether a picture is to be seen: one in the file, or one that says what it was."""
    data = block.data
    is_dot = min(float(data.get("width", 100)), float(data.get("height", 100))) < SMALLEST
    return not is_dot and bool(data.get("part") or data.get("picture") or data.get("alt"))


def _row(block: Block) -> tuple[Any, Any]:
    return block.data.get("table"), block.data.get("row")


def _disjoint(blocks: Sequence[Block], size: int) -> list[Block]:
    """The blocks in order; where two overlap, the later one gives way."""
    found: list[Block] = []
    at = 0
    for block in sorted(blocks, key=lambda block: (block.start, -block.stop)):
        stop = min(block.stop, size)
        if block.start >= at and stop > block.start:
            found.append(block)
            at = stop
    return found
