"""Where characters, words and lines end as people see them, after Unicode's rules (UAX 29).

An emoji family or a letter with its accents is one character to a person but several code points;
no selection ends inside one. Qt knows the rules; it counts UTF-16 units, so every question is asked
of a short stretch of the text.
"""

from __future__ import annotations

from PySide6.QtCore import QTextBoundaryFinder

from verifier.text.ranges import TextRange, from_utf16, to_utf16

REACH = 64
"""Code points looked at on each side for the end of a character."""
WORD_REACH = 256
SOFT_HYPHEN = "\u00ad"

_Kind = QTextBoundaryFinder.BoundaryType


class _Stretch:
    """A boundary finder over the text around a place, asked in code points of the whole text."""

    def __init__(self, text: str, index: int, kind: _Kind, reach: int) -> None:
        self.offset = max(0, index - reach)
        self.text = text[self.offset : index + reach]
        self.finder = QTextBoundaryFinder(kind, self.text)

    def put(self, index: int) -> None:
        self.finder.setPosition(to_utf16(self.text, index - self.offset))

    def is_boundary(self) -> bool:
        return self.finder.isAtBoundary()

    def step(self, forward: bool) -> int | None:
        """The next boundary in a direction."""
        units = self.finder.toNextBoundary() if forward else self.finder.toPreviousBoundary()
        return None if units < 0 else self.offset + from_utf16(self.text, units)

    def starts_word(self) -> bool:
        reasons = self.finder.boundaryReasons()
        return bool(reasons & QTextBoundaryFinder.BoundaryReason.StartOfItem)


def snapped(text: str, index: int) -> int:
    """`index`, or the start of the character (as a person sees it) that it is inside of."""
    index = max(0, min(index, len(text)))
    if 0 < index < len(text) and max(text[index - 1], text[index]) < "\u0300":
        return index - 1 if text[index - 1 : index + 1] == "\r\n" else index
    around = _Stretch(text, index, _Kind.Grapheme, REACH)
    around.put(index)
    if around.is_boundary():
        return index
    before = around.step(forward=False)
    return around.offset if before is None else before


def next_character(text: str, index: int) -> int:
    """The end of the character that starts at `index`."""
    around = _Stretch(text, index, _Kind.Grapheme, REACH)
    around.put(index)
    after = around.step(forward=True)
    return min(len(text), index + 1) if after is None else after


def previous_character(text: str, index: int) -> int:
    """The start of the character that ends at `index`."""
    around = _Stretch(text, index, _Kind.Grapheme, REACH)
    around.put(index)
    before = around.step(forward=False)
    return max(0, index - 1) if before is None else before


def word_at(text: str, index: int) -> TextRange:
    """The word around `index`; a word that a line end cuts in two at a soft hyphen is one word."""
    if not text:
        return TextRange(0, 0)
    start, stop = _piece_at(text, min(index, len(text) - 1))
    while text[stop - 1] == SOFT_HYPHEN and text[stop : stop + 1] == "\n" and stop + 1 < len(text):
        stop = _piece_at(text, stop + 1)[1]
    while text[max(0, start - 2) : start] == SOFT_HYPHEN + "\n":
        start = _piece_at(text, start - 2)[0]
    return TextRange(start, stop)


def next_word(text: str, index: int) -> int:
    """The start of the next word."""
    around = _Stretch(text, index, _Kind.Word, WORD_REACH)
    around.put(index)
    while (found := around.step(forward=True)) is not None:
        if around.starts_word():
            return found
    return min(len(text), around.offset + len(around.text))


def previous_word(text: str, index: int) -> int:
    """The start of the word before `index`."""
    around = _Stretch(text, index, _Kind.Word, WORD_REACH)
    around.put(index)
    while (found := around.step(forward=False)) is not None:
        if around.starts_word():
            return found
    return around.offset


def _piece_at(text: str, index: int) -> tuple[int, int]:
    around = _Stretch(text, index, _Kind.Word, WORD_REACH)
    around.put(index)
    start: int | None = index
    if not around.is_boundary():
        start = around.step(forward=False)
    stop = around.step(forward=True)
    return (
        around.offset if start is None else start,
        around.offset + len(around.text) if stop is None else stop,
    )
