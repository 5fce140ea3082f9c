"""Folding: texts that read the same become the same string, with a way back to the original.

Folded away are differences that a converter makes and a reader does not see: kinds of white space
and line breaks, words divided at a line's end, soft hyphens, typographic quotes and dashes,
ligatures, composed against decomposed letters, invisible marks. Case, digits, accents stay.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from verifier.text.ranges import TextRange

_SAME = {
    **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
_INVISIBLE = frozenset(
    "\u00ad\u200b\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
# What follows where a word is divided: the line's end, and the next letter.
_REST = r"[^\S\r\n]*(?:\r\n|[\r\n\x0b\x0c\u2028])\s*(?=[^\W\d_])"
# Looked at behind the character found: a hyphen between two letters or a soft hyphen before a line
# break, white space that is more than one blank. One class of characters comes first, since that
# is looked for ten times as fast as several patterns.
_FOUND = rf"(?<=[^\W\d_][-\u2010]){_REST}|(?<=\u00ad){_REST}|(?<=\s)\s+|(?<=[^\S ])"
SLICE = 1 << 16
"""Characters."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, for every stretch of it, where it came from.

    Stretch `i` runs from `starts[i]` to `starts[i + 1]` in the folded text and from `origins[i]`
    to `ends[i]` in the original. In a stretch of equal length the characters correspond.
    """

    text: str
    starts: list[int] = field(repr=False)
    origins: list[int] = field(repr=False)
    ends: list[int] = field(repr=False)

    def original(self, folded: TextRange) -> TextRange:
        """The characters of the original that a folded range was made from."""
        if not len(folded):
            at = self._first(folded.start) if folded.start < len(self.text) else self.ends[-1]
            return TextRange(at, at)
        return TextRange(self._first(folded.start), self._last(folded.stop - 1))

    def index(self, original: int) -> int:
        """Where an index of the original lies in the folded text."""
        stretch = max(0, bisect_right(self.origins, original) - 1)
        start = self.starts[stretch]
        return min(start + max(0, original - self.origins[stretch]), self._stop(stretch))

    def _first(self, index: int) -> int:
        stretch = bisect_right(self.starts, index) - 1
        if self._corresponds(stretch):
            return self.origins[stretch] + index - self.starts[stretch]
        return self.origins[stretch]

    def _last(self, index: int) -> int:
        stretch = bisect_right(self.starts, index) - 1
        if self._corresponds(stretch):
            return self.origins[stretch] + index - self.starts[stretch] + 1
        return self.ends[stretch]

    def _stop(self, stretch: int) -> int:
        return self.starts[stretch + 1] if stretch + 1 < len(self.starts) else len(self.text)

    def _corresponds(self, stretch: int) -> bool:
        length = self._stop(stretch) - self.starts[stretch]
        return length == self.ends[stretch] - self.origins[stretch]


def fold(text: str) -> Folded:
    """The folded text with its way back."""
    changed = {character: _folded(character) for character in characters_of(text)}
    changed = {old: new for old, new in changed.items() if old != new and not old.isspace()}
    pieces: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    ends: list[int] = []
    length = done = 0

    def add(piece: str, start: int, stop: int) -> None:
        nonlocal length
        if piece:
            pieces.append(piece)
            starts.append(length)
            origins.append(start)
            ends.append(stop)
            length += len(piece)

    pattern = _pattern(changed)
    for first, last in slices_of(text):
        for match in pattern.finditer(text, first, last):
            add(text[done : match.start()], done, match.start())
            add(_replacement(match.group(), changed), match.start(), match.end())
            done = match.end()
    add(text[done:], done, len(text))
    if not pieces:
        starts, origins, ends = [0], [0], [0]
    return Folded("".join(pieces), starts, origins, ends)


def slices_of(text: str) -> Iterator[tuple[int, int]]:
    """A long text in slices, cut inside words: no call keeps other threads waiting for long."""
    start, size = 0, len(text)
    while start < size:
        stop = min(start + SLICE, size)
        while stop < size and not (
            text[stop - 1 : stop + 1].isascii() and text[stop - 1 : stop + 1].isalnum()
        ):
            stop += 1
        yield start, stop
        start = stop


def characters_of(text: str) -> set[str]:
    """The characters of a text; of ASCII perhaps more than there are."""
    found = set(map(chr, range(128)))
    for start in range(0, len(text), SLICE):
        piece = text[start : start + SLICE]
        if not piece.isascii():
            found.update(piece)
    return found


def folded(text: str) -> str:
    """The folded text alone."""
    return fold(text).text


def _pattern(changed: Iterable[str]) -> re.Pattern[str]:
    others = "".join(map(re.escape, sorted(changed)))
    known = f"|(?<=[{others}])" if others else ""
    return re.compile(rf"[\s\-\u2010\u00ad{others}](?:{_FOUND}{known})")


def _replacement(found: str, changed: dict[str, str]) -> str:
    if found.isspace():
        return " "
    return changed.get(found, "") if len(found) == 1 else ""


def _folded(character: str) -> str:
    if character in _INVISIBLE:
        return ""
    return _SAME.get(character) or unicodedata.normalize("NFD", character)
