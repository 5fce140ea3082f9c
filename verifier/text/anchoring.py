"""Finding a remembered passage in a text that may have changed.

In this order: the same words in the same place; the same words elsewhere; words that differ only
in what folding takes away; changed words in the same surroundings. Where two places could be meant
the answer is "ambiguous", where none is good enough "gone": a passage is never guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import islice

from rapidfuzz import fuzz

from verifier.text.normalize import Folded, fold, folded
from verifier.text.ranges import TextRange, overlap
from verifier.text.seeds import Seeds
from verifier.text.selectors import QuoteSelector, Selectors

MANY = 200  # occurrences from which only those with the very same surroundings count
AGREES = 0.7  # similarity of a prefix or suffix from which it speaks for a place
MARGIN = 0.1  # by which the best place must beat the next
NEARER = 8  # times nearer than the next place, where surroundings do not decide
LONG = 24  # folded characters from which words alone identify a passage
FOLDED_SCORE = 0.99
SIDE = 12  # folded characters of a prefix or suffix by which its place is told
FARTHEST = 3  # a passage's length over this is how far a changed one may reach beyond what is alike


class AnchorStatus(StrEnum):
    """How well a passage was found."""

    EXACT = "exact"  # the same words in the same place
    MOVED = "moved"  # the same words in another place
    FUZZY = "fuzzy"  # changed words
    AMBIGUOUS = "ambiguous"  # several places, or one that may be another's
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a passage is. `range` is None when ambiguous or gone; `score` is 0 to 1."""

    range: TextRange | None
    status: AnchorStatus
    score: float = 0.0
    candidates: tuple[TextRange, ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    """A candidate, in offsets of the text that is searched."""

    range: TextRange
    before: float | None  # similarity of the surroundings, None where none are remembered
    after: float | None

    @property
    def context(self) -> float | None:
        sides = [side for side in (self.before, self.after) if side is not None]
        return sum(sides) / len(sides) if sides else None

    @property
    def agrees(self) -> bool:
        return any(side is not None and side >= AGREES for side in (self.before, self.after))


GONE = Anchor(None, AnchorStatus.GONE)


def locate(text: str, selectors: Selectors) -> Anchor:
    """Find one passage. For many passages of one text make one Anchorer."""
    return Anchorer(text).locate(selectors)


class Anchorer:
    """Finds many passages in one text; what is costly to prepare is prepared once.

    `before` is the text the selectors were made from, where it is known (the earlier edition).
    With it, another passage that was already there is not mistaken for the changed one.
    """

    def __init__(self, text: str, before: str | None = None) -> None:
        self.text = text
        self.before = before

    @cached_property
    def _folded(self) -> Folded:
        return fold(self.text)

    @cached_property
    def _before_folded(self) -> Folded | None:
        return None if self.before is None else fold(self.before)

    @cached_property
    def _seeds(self) -> Seeds:
        return Seeds(self._folded.text)

    def locate(self, selectors: Selectors) -> Anchor:
        """Where the passage is now."""
        if not selectors.quote.quote:
            return GONE
        return (
            self._in_place(selectors)
            or self._same_words(selectors)
            or self._same_when_folded(selectors)
            or self._changed_words(selectors)
            or GONE
        )

    def _in_place(self, selectors: Selectors) -> Anchor | None:
        position = selectors.position
        if position is None:
            return None
        quote = selectors.quote
        start, stop = position.start, position.stop
        if not self.text.startswith(quote.quote, start) or stop - start != len(quote.quote):
            return None
        if self.text[max(0, start - len(quote.prefix)) : start] != quote.prefix:
            return None
        if not self.text.startswith(quote.suffix, stop):
            return None
        return Anchor(position.range, AnchorStatus.EXACT, 1.0, (position.range,))

    def _same_words(self, selectors: Selectors) -> Anchor | None:
        quote = selectors.quote
        places = list(_places(self.text, quote))
        wanted = selectors.position.start if selectors.position else None
        return self._choose(places, selectors, wanted, 1.0, lambda found: found)

    def _same_when_folded(self, selectors: Selectors) -> Anchor | None:
        quote = selectors.quote
        plain = QuoteSelector(*map(folded, (quote.quote, quote.prefix, quote.suffix)))
        if not plain.quote.strip():
            return None
        places = list(_places(self._folded.text, plain))
        wanted = self._folded.index(selectors.position.start) if selectors.position else None
        return self._choose(places, selectors, wanted, FOLDED_SCORE, self._folded.original)

    def _choose(
        self,
        places: list[_Place],
        selectors: Selectors,
        wanted: int | None,
        score: float,
        original: Callable[[TextRange], TextRange],
    ) -> Anchor | None:
        """The one place that is meant, ambiguous where more could be, None where none is."""
        if not places:
            return None
        candidates = tuple(original(place.range) for place in places)
        best = _decide(places, wanted)
        if best is None:
            return Anchor(None, AnchorStatus.AMBIGUOUS, score, candidates)
        found = original(best.range)
        at_home = selectors.position is not None and found == selectors.position.range
        if best.context is not None and not best.agrees and not at_home:
            if len(folded(selectors.quote.quote)) < LONG:
                return None
            if self._stood_often(selectors):
                return Anchor(None, AnchorStatus.AMBIGUOUS, score, candidates)
        if self._is_a_copy(found, best, selectors):
            return Anchor(None, AnchorStatus.AMBIGUOUS, score, candidates)
        same = score == 1.0 and at_home
        return Anchor(found, AnchorStatus.EXACT if same else AnchorStatus.MOVED, score, candidates)

    def _stood_often(self, selectors: Selectors) -> bool:
        if self._before_folded is None:
            return False
        return self._before_folded.text.count(folded(selectors.quote.quote)) > 1

    def _is_a_copy(self, found: TextRange, place: _Place, selectors: Selectors) -> bool:
        """Whether the words, with a side that is not ours, stood elsewhere in the earlier text."""
        if self._before_folded is None or selectors.position is None:
            return False
        quote, text = selectors.quote, self.text
        strange = []
        if place.before is not None and place.before < AGREES:
            strange.append(TextRange(max(0, found.start - len(quote.prefix)), found.stop))
        if place.after is not None and place.after < AGREES:
            strange.append(TextRange(found.start, min(len(text), found.stop + len(quote.suffix))))
        return any(self._stood_elsewhere(folded(span.of(text)), selectors) for span in strange)

    def _changed_words(self, selectors: Selectors) -> Anchor | None:
        quote = selectors.quote
        plain = QuoteSelector(*map(folded, (quote.quote, quote.prefix, quote.suffix)))
        if not plain.quote.strip():
            return None
        good = [
            (likeness, place)
            for likeness, place in self._similar(plain)
            if _is_good(likeness, place, plain.quote) and not self._is_another(place, selectors)
        ]
        if not good:
            return None
        good.sort(key=lambda each: _total(*each), reverse=True)
        candidates = tuple(self._folded.original(place.range) for _, place in good)
        best = _total(*good[0])
        if len(good) > 1 and best - _total(*good[1]) < MARGIN / 2:
            return Anchor(None, AnchorStatus.AMBIGUOUS, good[0][0], candidates)
        whole = self._folded.original(_between_sides(self._folded.text, good[0][1].range, plain))
        return Anchor(whole, AnchorStatus.FUZZY, good[0][0], (whole, *candidates[1:]))

    def _similar(self, plain: QuoteSelector) -> list[tuple[float, _Place]]:
        """The most similar passage of each promising region, overlapping ones merged."""
        text = self._folded.text
        found: dict[TextRange, float] = {}
        for region in self._seeds.regions(plain.prefix, plain.quote, plain.suffix):
            span, likeness = self._seeds.best_span(plain.quote, region)
            rival = next((other for other in found if overlap(other, span)), None)
            if rival is not None and found[rival] >= likeness:
                continue
            if rival is not None:
                del found[rival]
            found[span] = likeness
        return [(likeness, _place(text, span, plain)) for span, likeness in found.items()]

    def _is_another(self, place: _Place, selectors: Selectors) -> bool:
        """Whether the earlier text had these very words somewhere else: then they are not ours."""
        if place.before == 1.0 and place.after == 1.0:
            return False
        return self._stood_elsewhere(place.range.of(self._folded.text), selectors)

    def _stood_elsewhere(self, words: str, selectors: Selectors) -> bool:
        before = self._before_folded
        if before is None:
            return False
        home = selectors.position.range if selectors.position else TextRange(0, 0)
        return any(
            not overlap(before.original(TextRange(at, at + len(words))), home)
            for at in _occurrences(before.text, words)
        )


def _decide(places: list[_Place], wanted: int | None) -> _Place | None:
    """The place whose surroundings fit best; where several fit alike, the one at the position."""
    if len(places) == 1:
        return places[0]
    best = max(place.context or 0.0 for place in places)
    rivals = [place for place in places if (place.context or 0.0) > best - MARGIN]
    if len(rivals) == 1:
        return rivals[0] if rivals[0].agrees else None
    if wanted is None:
        return None
    rivals.sort(key=lambda place: abs(place.range.start - wanted))
    near, next_near = (abs(place.range.start - wanted) for place in rivals[:2])
    return rivals[0] if near == 0 or (near * NEARER <= next_near and rivals[0].agrees) else None


def _is_good(likeness: float, place: _Place, quote: str) -> bool:
    """Whether changed words may be taken for the passage.

    Edited in place (both sides agree), or lightly edited with one side that agrees, or all but
    the same and long with the same figures: then surroundings may have changed altogether.
    """
    sides = [side for side in (place.before, place.after) if side is not None]
    in_place = bool(sides) and all(side >= AGREES for side in sides)
    if in_place and len(sides) == 2:
        return likeness >= 0.6
    if place.agrees:
        return likeness >= 0.75 and len(quote) >= LONG // 2
    return likeness >= 0.95 and len(quote) >= 2 * LONG


def _between_sides(text: str, span: TextRange, plain: QuoteSelector) -> TextRange:
    """Changed words up to what stood around them, where that stands near.

    What is most alike leaves out words that were added at an end, and takes a letter too many or
    too few; the passage itself goes from its old neighbours to its old neighbours.
    """
    reach = max(2 * SIDE, len(plain.quote) // FARTHEST)
    start, stop = span.start, span.stop
    before, after = plain.prefix[-SIDE:], plain.suffix[:SIDE]
    if len(before) == SIDE:
        at = text.rfind(before, max(0, start - reach - SIDE), start + reach)
        start = at + SIDE if at >= 0 else start
    if len(after) == SIDE:
        at = text.find(after, max(start, stop - reach), stop + reach + SIDE)
        stop = at if at >= 0 else stop
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return TextRange(start, stop) if start < stop else span


def _total(likeness: float, place: _Place) -> float:
    return likeness if place.context is None else 0.6 * likeness + 0.4 * place.context


def _places(text: str, quote: QuoteSelector) -> Iterator[_Place]:
    """Where the words stand; of very common words only where their surroundings are the same."""
    starts = list(islice(_occurrences(text, quote.quote), MANY))
    if len(starts) == MANY:
        whole = quote.prefix + quote.quote + quote.suffix
        found = islice(_occurrences(text, whole), MANY)
        starts = [at + len(quote.prefix) for at in found]
    for start in starts:
        yield _place(text, TextRange(start, start + len(quote.quote)), quote)


def _place(text: str, span: TextRange, quote: QuoteSelector) -> _Place:
    before = text[max(0, span.start - len(quote.prefix)) : span.start]
    after = text[span.stop : span.stop + len(quote.suffix)]
    return _Place(span, _likeness(quote.prefix, before), _likeness(quote.suffix, after))


def _likeness(remembered: str, found: str) -> float | None:
    if not remembered.strip():
        return None
    return 1.0 if remembered == found else fuzz.ratio(remembered, found) / 100


def _occurrences(text: str, words: str) -> Iterable[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
