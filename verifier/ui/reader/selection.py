"""What is selected, and how keys move its end: offsets only, no pixels but for up and down."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum

from verifier.text.ranges import TextRange
from verifier.ui.reader import boundaries
from verifier.ui.reader.geometry import Line
from verifier.ui.reader.provider import PageProvider


class Unit(Enum):
    """What a drag selects by: one click, two, three, four."""

    CHARACTER = 1
    WORD = 2
    LINE = 3
    PARAGRAPH = 4


class Move(Enum):
    """Where a key takes the caret."""

    PREVIOUS_CHARACTER = 0
    NEXT_CHARACTER = 1
    PREVIOUS_WORD = 2
    NEXT_WORD = 3
    LINE_START = 4
    LINE_END = 5
    LINE_UP = 6
    LINE_DOWN = 7
    PREVIOUS_PARAGRAPH = 8
    NEXT_PARAGRAPH = 9
    DOCUMENT_START = 10
    DOCUMENT_END = 11
    SCREEN_UP = 12
    SCREEN_DOWN = 13


VERTICAL = frozenset({Move.LINE_UP, Move.LINE_DOWN, Move.SCREEN_UP, Move.SCREEN_DOWN})
"""What keeps the column it began in."""


@dataclass(frozen=True, slots=True)
class Selection:
    """From where it began (`anchor`, the piece of text clicked on) to the caret (`head`)."""

    anchor: TextRange
    head: int

    @property
    def range(self) -> TextRange:
        """What is selected. The piece clicked on is always part of it."""
        return TextRange(min(self.anchor.start, self.head), max(self.anchor.stop, self.head))


def page_of(provider: PageProvider, index: int) -> int:
    """The page (from 0) that a character is on; the last one for the end of the text."""
    last = len(provider.starts) - 2
    return max(0, min(last, bisect_right(provider.starts, index) - 1))


def piece_at(provider: PageProvider, index: int, unit: Unit) -> TextRange:
    """The character place, word, line or paragraph at an offset."""
    if unit is Unit.WORD:
        return boundaries.word_at(provider.text, index)
    if unit is Unit.LINE:
        return _line_at(provider, index)
    if unit is Unit.PARAGRAPH:
        return provider.paragraph(index)
    place = boundaries.snapped(provider.text, index)
    return TextRange(place, place)


def dragged(selection: Selection, piece: TextRange) -> Selection:
    """The selection when the mouse has reached a piece of text."""
    back = piece.start < selection.anchor.start
    return Selection(selection.anchor, piece.start if back else piece.stop)


def moved(provider: PageProvider, head: int, move: Move, x: float | None = None) -> int:
    """Where a key takes the caret from `head`. `x` keeps the column for up and down."""
    text = provider.text
    match move:
        case Move.PREVIOUS_CHARACTER:
            return boundaries.previous_character(text, head)
        case Move.NEXT_CHARACTER:
            return boundaries.next_character(text, head)
        case Move.PREVIOUS_WORD:
            return boundaries.previous_word(text, head)
        case Move.NEXT_WORD:
            return boundaries.next_word(text, head)
        case Move.LINE_START | Move.LINE_END:
            return _line_end(provider, head, move is Move.LINE_END)
        case Move.LINE_UP | Move.LINE_DOWN:
            return _line_beside(provider, head, 1 if move is Move.LINE_DOWN else -1, x)
        case Move.PREVIOUS_PARAGRAPH:
            here = provider.paragraph(head).start
            return here if here < head else provider.paragraph(max(0, here - 1)).start
        case Move.NEXT_PARAGRAPH:
            after = provider.paragraph(head).stop + 1
            while after < len(text) and text[after] == "\n":
                after += 1
            return min(after, len(text))
        case Move.DOCUMENT_START:
            return 0
        case Move.DOCUMENT_END:
            return len(text)
        case Move.SCREEN_UP | Move.SCREEN_DOWN:
            return head  # how far that is, the window knows


def column_of(provider: PageProvider, head: int) -> float:
    """The x of the caret on its page."""
    page = page_of(provider, head)
    caret = provider.geometry(page).caret(head - provider.starts[page])
    return caret[0] if caret is not None else 0.0


def _line_at(provider: PageProvider, index: int) -> TextRange:
    page = page_of(provider, index)
    offset = provider.starts[page]
    line = provider.geometry(page).line_at(index - offset)
    if line is None:
        return TextRange(index, index)
    return TextRange(offset + line.start, offset + _visible_stop(provider.text, offset, line))


def _line_end(provider: PageProvider, head: int, end: bool) -> int:
    page = page_of(provider, head)
    offset = provider.starts[page]
    line = provider.geometry(page).line_at(head - offset)
    if line is None:
        return head
    return offset + (_visible_stop(provider.text, offset, line) if end else line.start)


def _visible_stop(text: str, offset: int, line: Line) -> int:
    stop = line.stop
    while stop > line.start and text[offset + stop - 1] in "\n\r":
        stop -= 1
    return stop


def _line_beside(provider: PageProvider, head: int, step: int, x: float | None) -> int:
    page = page_of(provider, head)
    offset = provider.starts[page]
    geometry = provider.geometry(page)
    line = geometry.line_at(head - offset)
    column = column_of(provider, head) if x is None else x
    if line is not None:
        number = geometry.lines.index(line) + step
        if 0 <= number < len(geometry.lines):
            return offset + geometry.caret_in(geometry.lines[number], column)
    page += step
    if not 0 <= page < len(provider.starts) - 1:
        return 0 if step < 0 else len(provider.text)
    lines = provider.geometry(page).lines
    if not lines:
        return provider.starts[page]
    beside = lines[0] if step > 0 else lines[-1]
    return provider.starts[page] + provider.geometry(page).caret_in(beside, column)
