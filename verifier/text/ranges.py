"""Ranges of text, counted in Unicode code points (Python's own string indices), end excluded.

Qt and Word count UTF-16 units: `to_utf16` and `from_utf16` are the only place that converts.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class TextRange:
    """`text[start:stop]`."""

    start: int
    stop: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.stop:
            raise ValueError(f"not a range: {self.start}..{self.stop}")

    def __len__(self) -> int:
        return self.stop - self.start

    def __bool__(self) -> bool:
        return True

    def of(self, text: str) -> str:
        """The characters of `text` that the range covers."""
        return text[self.start : self.stop]

    def shifted(self, by: int) -> TextRange:
        """The same length, `by` code points further on."""
        return TextRange(self.start + by, self.stop + by)

    def contains(self, other: TextRange) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.stop <= self.stop


def overlap(a: TextRange, b: TextRange) -> int:
    """Characters the two ranges share."""
    return max(0, min(a.stop, b.stop) - max(a.start, b.start))


def cut(ranges: Iterable[TextRange]) -> list[TextRange]:
    """The smallest pieces between any two ends of the ranges, in order, without the gaps.

    Overlapping and nested highlights are painted and written piece by piece: inside a piece the
    set of covering ranges does not change.
    """
    events: dict[int, int] = {}
    for span in ranges:
        if len(span):
            events[span.start] = events.get(span.start, 0) + 1
            events[span.stop] = events.get(span.stop, 0) - 1
    pieces = []
    depth = 0
    for start, stop in itertools.pairwise(sorted(events)):
        depth += events[start]
        if depth:
            pieces.append(TextRange(start, stop))
    return pieces


def to_utf16(text: str, index: int) -> int:
    """UTF-16 units before code point `index` of `text`."""
    return index + sum(character > "\uffff" for character in text[:index])


def from_utf16(text: str, units: int) -> int:
    """The code point at which `units` UTF-16 units have passed; inside a pair, the pair's own."""
    passed = 0
    for index, character in enumerate(text):
        if passed >= units:
            return index
        passed += 2 if character > "\uffff" else 1
        if passed > units:
            return index
    return len(text)
