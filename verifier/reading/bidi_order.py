"""The order in which a line with Hebrew or Arabic is read, from where its glyphs stand.

The rules of Unicode Standard Annex 9 backwards (its names of rules stand below): what runs to the
right inside text that runs to the left is a number (W2 to W7), or words in another script with what
lies between them (N1), and brackets belong to what is around them (N0).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from verifier.reading.bidi_brackets import spans

LEFTWARDS = ("R", "AL")
"""Classes of letters that are written to the left."""
_BARRIERS = (*LEFTWARDS, "bracket")
_DIGITS = ("EN", "AN")


@dataclass(frozen=True, slots=True)
class Glyph:
    """What stands at one place: a character, or those of a ligature, with marks above and below."""

    text: str
    rows: tuple[int, ...]
    """Where the characters stand on the page as PDFium lists it, in the order of reading."""
    x0: float
    x1: float

    @property
    def kind(self) -> str:
        """Its class in Unicode's bidirectional algorithm."""
        return unicodedata.bidirectional(self.text[0])

    def is_mark(self, row: int) -> bool:
        """Whether the character of this row stands above or below another one."""
        return unicodedata.category(self.text[self.rows.index(row)]) == "Mn"


def rightward(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Text that runs to the right, with stretches that run to the left inside."""
    order: list[Glyph] = []
    at = 0
    while at < len(glyphs):
        stop = at
        for number in range(at, len(glyphs)):
            if glyphs[number].kind == "L":
                break
            if glyphs[number].kind in LEFTWARDS:
                stop = number + 1
        if glyphs[at].kind in LEFTWARDS:
            order += leftward(glyphs[at:stop])
            at = stop
        else:
            order.append(glyphs[at])
            at += 1
    return order


def leftward(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Text that runs to the left, with numbers and words that run to the right inside."""
    kinds = _with_brackets(glyphs)
    order: list[Glyph] = []
    stop, strong = len(glyphs), "R"
    while stop:
        start = _run_before(kinds, stop, is_arabic=strong == "AL")
        if start < stop:
            order += glyphs[start:stop]
            strong = "L" if "L" in kinds[start:stop] else strong
            stop = start
            continue
        stop -= 1
        order.append(glyphs[stop])
        if kinds[stop] in LEFTWARDS:
            strong = kinds[stop]
    return order


def _run_before(kinds: Sequence[str], stop: int, *, is_arabic: bool) -> int:
    """Where the stretch begins that runs to the right and ends at `stop`: there, if none does."""
    first = stop
    at = stop - 1
    if kinds[at] == "ET" and not is_arabic:  # W5: "7%" as one; not after Arabic letters (W2)
        while at and kinds[at] == "ET":
            at -= 1
        if kinds[at] not in _DIGITS:
            return stop
    has_words = False
    while at >= 0 and kinds[at] not in _BARRIERS:
        if kinds[at] == "L" or kinds[at] in _DIGITS:
            has_words = has_words or kinds[at] == "L"
            first = at
        elif first == stop:
            return stop
        elif not has_words and not _joins(kinds, at, is_arabic=is_arabic):
            ahead = _word_before(kinds, at)
            if ahead is None:
                break
            at, first, has_words = ahead, ahead, True
        at -= 1
    if not has_words and not is_arabic:
        while first and first < stop and kinds[first - 1] == "ET":
            first -= 1
    if 0 < first < stop and kinds[first - 1] == "ES" and (first < 2 or kinds[first - 2] == "WS"):
        first -= 1  # a minus
    return first


def _word_before(kinds: Sequence[str], at: int) -> int | None:
    """The next place to the left with a letter that runs to the right, blanks or a dash between."""
    while at >= 0 and kinds[at] in ("WS", "ES"):
        at -= 1
    return at if at >= 0 and kinds[at] == "L" else None


def _joins(kinds: Sequence[str], at: int, *, is_arabic: bool) -> bool:
    """Whether a sign between two figures belongs to one number (W4)."""
    if not 0 < at < len(kinds) - 1 or kinds[at - 1] not in _DIGITS or kinds[at + 1] not in _DIGITS:
        return False
    return kinds[at] == "CS" or (kinds[at] == "ES" and not is_arabic)


def _with_brackets(glyphs: Sequence[Glyph]) -> list[str]:
    """The glyphs' kinds; brackets that follow rightward words and hold no others count as such.

    Any others end what runs to the right (N0, after W7).
    """
    kinds = [glyph.kind for glyph in glyphs]
    for start, stop in spans([glyph.text for glyph in glyphs]):
        inner = kinds[start + 1 : stop]
        before = [kind for kind in kinds[:start] if kind != "WS"]
        if before[-1:] == ["L"] and not any(kind in LEFTWARDS for kind in inner):
            kinds[start] = kinds[stop] = "L"
        else:
            kinds[start] = kinds[stop] = "bracket"
    return kinds
