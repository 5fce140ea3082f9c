"""Places where the words of a passage stand, told apart by what stands around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from rapidfuzz import fuzz

from verifier.text.ranges import TextRange
from verifier.text.selectors import QuoteSelector

MANY = 200  # occurrences from which only those with the very same surroundings count
AGREES = 0.7  # similarity of a prefix or suffix from which it speaks for a place
COMPARED = 400  # comparisons of surroundings from which only the very same ones count


@dataclass(frozen=True, slots=True)
class Place:
    """A candidate, in offsets of the text that is searched."""

    range: TextRange
    before: float | None  # similarity of the surroundings, None where none are remembered
    after: float | None

    @property
    def context(self) -> float | None:
        """How like the surroundings are, both sides together."""
        sides = [side for side in (self.before, self.after) if side is not None]
        return sum(sides) / len(sides) if sides else None

    @property
    def agrees(self) -> bool:
        """Whether a side speaks for the place."""
        return any(side is not None and side >= AGREES for side in (self.before, self.after))


def place_at(text: str, span: TextRange, quote: QuoteSelector) -> Place:
    """A stretch of a text, judged by what is remembered of the surroundings."""
    before, after = sides_of(text, span, quote)
    return Place(span, _likeness(quote.prefix, before), _likeness(quote.suffix, after))


def sides_of(text: str, span: TextRange, quote: QuoteSelector) -> tuple[str, str]:
    """What stands before and after, as much as is remembered of the passage."""
    before = text[max(0, span.start - len(quote.prefix)) : span.start]
    return before, text[span.stop : span.stop + len(quote.suffix)]


def places_of(text: str, quote: QuoteSelector) -> list[Place]:
    """Where the words stand; of very common words only where their surroundings are the same."""
    starts = list(islice(occurrences(text, quote.quote), MANY))
    if len(starts) == MANY:
        whole = quote.prefix + quote.quote + quote.suffix
        found = islice(occurrences(text, whole), MANY)
        starts = [at + len(quote.prefix) for at in found]
    spans = (TextRange(start, start + len(quote.quote)) for start in starts)
    return [place_at(text, span, quote) for span in spans]


def occurrences(text: str, words: str) -> Iterator[int]:
    """Where words begin in a text."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


class Namesakes:
    """Passages of the earlier text that have the same words as the one that is looked for.

    They are looked for in the new text as well: a place there belongs to whom it fits best.
    """

    def __init__(self, before: str, quote: QuoteSelector, home: int) -> None:
        """`home` is where the passage itself begins in the earlier text."""
        starts = islice(occurrences(before, quote.quote), MANY)
        spans = (TextRange(at, at + len(quote.quote)) for at in starts if at != home)
        sides = dict.fromkeys(sides_of(before, span, quote) for span in spans)
        ours = (quote.prefix, quote.suffix)
        self.has_twin = ours in sides
        """Whether one of them stood between the very same words as ours."""
        sides.pop(ours, None)
        self._quote = quote
        self._others = {each: QuoteSelector(quote.quote, *each) for each in sides}

    def left_to_us(self, text: str, places: list[Place]) -> list[Place]:
        """The places in the new text that fit no other passage better than ours."""
        left = [p for p in places if sides_of(text, p.range, self._quote) not in self._others]
        if len(left) * len(self._others) > COMPARED:
            return left
        return [place for place in left if self.best_fit(text, place) <= (place.context or 0.0)]

    def best_fit(self, text: str, place: Place) -> float:
        """How well a place fits that other passage which it fits best."""
        others = self._others.values()
        found = (place_at(text, place.range, other).context or 0.0 for other in others)
        return max(found, default=0.0)


def _likeness(remembered: str, found: str) -> float | None:
    if not remembered.strip():
        return None
    return 1.0 if remembered == found else fuzz.ratio(remembered, found) / 100
