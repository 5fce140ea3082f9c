"""Where in a long text a changed passage might be: by its rarest words, without reading it all.

Each rare word of the passage votes for the place where the passage would begin if that word were
its own. Only the few places with most votes are then compared letter by letter.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from rapidfuzz import fuzz

from verifier.text.ranges import TextRange

REGIONS = 5  # places compared for a passage
RARE = 24  # words of a passage that vote
COMMON = 400  # a word more frequent than this does not vote
ENDS = 24  # word edges tried for each end of a passage
LONG = 800  # code points from which a passage is placed by its two ends
END = 200
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_WORD = re.compile(f"[{_IDEOGRAPHS}]|[^\\W{_IDEOGRAPHS}]+")


class Seeds:
    """An index of the words of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._at: dict[str, list[int]] = defaultdict(list)
        for word, at in _words(text):
            self._at[word].append(at)

    def regions(self, prefix: str, quote: str, suffix: str) -> list[TextRange]:
        """Stretches that may hold the quote, best first, each with room for added words."""
        votes: Counter[int] = Counter()
        step = max(16, len(quote) // 4)
        for word, offset in self._rarest(prefix + quote + suffix):
            for at in self._at[word]:
                votes[(at - offset + len(prefix)) // step] += 1
        near = {bucket: votes[bucket] + votes[bucket + 1] for bucket in votes}
        chosen: list[int] = []
        for bucket, _ in sorted(near.items(), key=lambda each: (-each[1], each[0])):
            if len(chosen) == REGIONS:
                break
            if all(abs(bucket - other) > 1 for other in chosen):
                chosen.append(bucket)
        room = max(32, len(quote) // 2)
        return [self._around(bucket * step, len(quote), step, room) for bucket in chosen]

    def best_span(self, quote: str, region: TextRange) -> tuple[TextRange, float]:
        """The words of the region that are most like the quote, and how like (0 to 1)."""
        stretch = region.of(self.text)
        if len(quote) > LONG:
            return self._long_span(quote, region)
        aligned = fuzz.partial_ratio_alignment(quote, stretch)
        start, stop = 0, len(stretch)
        if aligned is not None and len(quote) <= len(stretch):
            start, stop = aligned.dest_start, aligned.dest_end

        @cache
        def likeness(first: int, last: int) -> float:
            return fuzz.ratio(quote, stretch[first:last]) / 100 if first < last else 0.0

        edges = [match.span() for match in _WORD.finditer(stretch)]
        starts = _nearest((first for first, _ in edges), start)
        stops = _nearest((last for _, last in edges), stop)
        if starts and stops:
            for _ in range(2):
                start = max((*starts, start), key=lambda first: (likeness(first, stop), first))
                stop = max((*stops, stop), key=lambda last: (likeness(start, last), -last))
        if start >= stop:
            return TextRange(region.start, region.start), 0.0
        stop = _with_closing_marks(quote, stretch, start, stop)
        best = likeness(start, stop)
        return TextRange(region.start + start, region.start + stop), best

    def _long_span(self, quote: str, region: TextRange) -> tuple[TextRange, float]:
        """As best_span, from the quote's two ends alone: the whole would cost too much."""
        stretch = region.of(self.text)
        head = fuzz.partial_ratio_alignment(quote[:END], stretch)
        tail = fuzz.partial_ratio_alignment(quote[-END:], stretch)
        if head is None or tail is None or head.dest_start >= tail.dest_end:
            return TextRange(region.start, region.start), 0.0
        start, stop = head.dest_start, tail.dest_end
        likeness = fuzz.ratio(quote, stretch[start:stop]) / 100
        return TextRange(region.start + start, region.start + stop), likeness

    def _rarest(self, words: str) -> list[tuple[str, int]]:
        known = [
            (word, at) for word, at in _words(words) if 0 < len(self._at.get(word, ())) <= COMMON
        ]
        known.sort(key=lambda each: len(self._at[each[0]]))
        return known[:RARE]

    def _around(self, start: int, length: int, step: int, room: int) -> TextRange:
        first = min(max(0, start - room), len(self.text))
        return TextRange(first, max(first, min(len(self.text), start + step + length + room)))


def _words(text: str) -> Iterator[tuple[str, int]]:
    """The words with their places; in scripts without spaces each pair of characters."""
    for match in _WORD.finditer(text):
        word, at = match.group(), match.start()
        yield (text[at : at + 2] if len(word) == 1 and word >= "\u3040" else word), at


def _nearest(edges: Iterable[int], wanted: int) -> list[int]:
    return sorted(edges, key=lambda edge: abs(edge - wanted))[:ENDS]


def _with_closing_marks(quote: str, stretch: str, start: int, stop: int) -> int:
    """Take in the punctuation after the last word where the quote had some too."""
    while stop < len(stretch) and not stretch[stop].isalnum() and not stretch[stop].isspace():
        longer = fuzz.ratio(quote, stretch[start : stop + 1])
        if longer < fuzz.ratio(quote, stretch[start:stop]):
            break
        stop += 1
    return stop
