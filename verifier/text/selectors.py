"""How a passage is remembered, to be found again: its words, its surroundings, its place.

After the W3C Web Annotation model: a text quote with prefix and suffix, and a text position in
Unicode code points, end excluded.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from verifier.text.ranges import TextRange

CONTEXT = 32
_ZWJ = "\u200d"


@dataclass(frozen=True, slots=True)
class QuoteSelector:
    """The passage word for word, with what stands before and after it."""

    quote: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class PositionSelector:
    """Code points from the start of the text; `stop` is the first one outside."""

    start: int
    stop: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.stop:
            raise ValueError(f"not a position: {self.start}..{self.stop}")

    @property
    def range(self) -> TextRange:
        """The same as a range of the text."""
        return TextRange(self.start, self.stop)


@dataclass(frozen=True, slots=True)
class Selectors:
    """What is known of a passage. The position may be unknown (a quote typed by hand)."""

    quote: QuoteSelector
    position: PositionSelector | None = None


def describe(text: str, passage: TextRange, context: int = CONTEXT) -> Selectors:
    """Selectors of `passage`, with up to `context` code points on either side."""
    before = max(0, passage.start - context)
    after = min(len(text), passage.stop + context)
    while before < passage.start and not is_boundary(text, before):
        before += 1
    while after > passage.stop and not is_boundary(text, after):
        after -= 1
    quote = QuoteSelector(
        passage.of(text), text[before : passage.start], text[passage.stop : after]
    )
    return Selectors(quote, PositionSelector(passage.start, passage.stop))


def snap_to_graphemes(text: str, passage: TextRange) -> TextRange:
    """The passage, grown where an end would cut what a reader sees as one character."""
    start, stop = passage.start, passage.stop
    while not is_boundary(text, start):
        start -= 1
    while not is_boundary(text, stop):
        stop += 1
    return TextRange(start, stop)


def is_boundary(text: str, index: int) -> bool:
    """Whether a text may be cut before `index`, by the main rules of Unicode's annex 29.

    Kept together: CR LF, a letter and its marks, emoji with modifiers, variation selectors and
    joiners, flags, Hangul syllables written as single jamo.
    """
    if index <= 0 or index >= len(text):
        return True
    before, after = text[index - 1], text[index]
    if before < "\u0300" and after < "\u0300":
        return not (before == "\r" and after == "\n")
    if before in "\r\n":
        return True
    if _extends(after) or before == _ZWJ:
        return False
    if _is_flag_half(before) and _is_flag_half(after):
        return _flag_halves_before(text, index) % 2 == 0
    return not _is_hangul_inside(before, after)


def _extends(character: str) -> bool:
    return (
        unicodedata.category(character) in ("Mn", "Me", "Mc")
        or character in (_ZWJ, "\u200c")
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or "\U000e0020" <= character <= "\U000e007f"
    )


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _flag_halves_before(text: str, index: int) -> int:
    start = index
    while start > 0 and _is_flag_half(text[start - 1]):
        start -= 1
    return index - start


def _is_hangul_inside(before: str, after: str) -> bool:
    """L before L, V or a syllable; V before V or T; T before T (jamo of a Hangul syllable)."""
    leading = "\u1100" <= before <= "\u115f"
    vowel = "\u1160" <= before <= "\u11a7"
    trailing = "\u11a8" <= before <= "\u11ff"
    syllable = "\uac00" <= before <= "\ud7a3"
    open_syllable = syllable and (ord(before) - 0xAC00) % 28 == 0
    if leading:
        return "\u1100" <= after <= "\u11a7" or "\uac00" <= after <= "\ud7a3"
    if vowel or open_syllable:
        return "\u1160" <= after <= "\u11ff"
    return (trailing or syllable) and "\u11a8" <= after <= "\u11ff"
