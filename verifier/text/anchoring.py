"""Finding a remembered passage in a text that may have changed.

In this order: the same words in the same place; the same words elsewhere; words that differ only
in what folding takes away; changed words in the same surroundings. Where two places could be meant
the answer is "ambiguous", where none is good enough "gone": a passage is never guessed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from verifier.text.normalize import Folded, fold, folded
from verifier.text.ranges import TextRange, overlap
from verifier.text.seeds import Seeds
from verifier.text.selectors import QuoteSelector, Selectors
from verifier.text.surroundings import (
    AGREES,
    Namesakes,
    Place,
    occurrences,
    place_at,
    places_of,
)

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


GONE = Anchor(None, AnchorStatus.GONE)


@dataclass(frozen=True, slots=True)
class _Found:
    """Where the words of a passage stand in a text, and who else in the earlier one has them."""

    text: str
    places: list[Place]
    namesakes: Namesakes | None
    wanted: int | None
    """Where the passage would begin if nothing had been put before it."""

    @property
    def ours(self) -> list[Place]:
        """Without the places that belong to another passage."""
        if self.namesakes is None:
            return self.places
        return self.namesakes.left_to_us(self.text, self.places)

    def is_disputed(self, place: Place) -> bool:
        """Whether a place may as well be another passage's, by what stands around it."""
        context = place.context
        if self.namesakes is None or context is None:
            return False
        if context == 1.0:
            alike = [each for each in self.places if each.context == 1.0]
            return self.namesakes.has_twin and len(alike) == 1
        return self.namesakes.best_fit(self.text, place) > context - MARGIN


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
            or self._same(selectors)
            or self._changed_words(selectors)
            or self._only_of_others(selectors)
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

    def _same(self, selectors: Selectors) -> Anchor | None:
        """The same words; where signs decide nothing, as they and what is around them read."""
        found = self._same_words(selectors)
        if found is not None and found.range is not None:
            return found
        read = self._same_when_folded(selectors)
        return read if found is None or (read is not None and read.range is not None) else found

    def _same_words(self, selectors: Selectors) -> Anchor | None:
        at = selectors.position.start if selectors.position else None
        found = _found(self.text, selectors.quote, at, self.before, at)
        return self._choose(found, selectors, 1.0, lambda place: place)

    def _same_when_folded(self, selectors: Selectors) -> Anchor | None:
        found = self._found_folded(selectors)
        return self._choose(found, selectors, FOLDED_SCORE, self._folded.original)

    def _only_of_others(self, selectors: Selectors) -> Anchor | None:
        """The words stand only where other passages had them: a person may choose."""
        found = self._found_folded(selectors)
        if not found.places or found.ours:
            return None
        candidates = tuple(self._folded.original(place.range) for place in found.places)
        return Anchor(None, AnchorStatus.AMBIGUOUS, FOLDED_SCORE, candidates)

    def _found_folded(self, selectors: Selectors) -> _Found:
        quote, position, before = selectors.quote, selectors.position, self._before_folded
        plain = QuoteSelector(*map(folded, (quote.quote, quote.prefix, quote.suffix)))
        wanted = self._folded.index(position.start) if position else None
        if before is None or position is None:
            return _found(self._folded.text, plain, wanted, None, None)
        home = before.index(position.start)
        return _found(self._folded.text, plain, wanted, before.text, home)

    def _choose(
        self,
        same: _Found,
        selectors: Selectors,
        score: float,
        original: Callable[[TextRange], TextRange],
    ) -> Anchor | None:
        """The one place that is meant, ambiguous where more could be, None where none is."""
        ours = same.ours
        if not ours:
            return None
        candidates = tuple(original(place.range) for place in same.places)
        best = _decide(ours, same.wanted)
        if best is None:
            return Anchor(None, AnchorStatus.AMBIGUOUS, score, candidates)
        found = original(best.range)
        at_home = selectors.position is not None and found == selectors.position.range
        if best.context is not None and not best.agrees and not at_home:
            if len(folded(selectors.quote.quote)) < LONG and len(ours) == len(same.places):
                return None
            if self._stood_often(selectors):
                return Anchor(None, AnchorStatus.AMBIGUOUS, score, candidates)
        if self._is_a_copy(found, best, selectors) or (same.is_disputed(best) and not at_home):
            return Anchor(None, AnchorStatus.AMBIGUOUS, score, candidates)
        stayed = score == 1.0 and at_home
        status = AnchorStatus.EXACT if stayed else AnchorStatus.MOVED
        return Anchor(found, status, score, candidates)

    def _stood_often(self, selectors: Selectors) -> bool:
        if self._before_folded is None:
            return False
        return self._before_folded.text.count(folded(selectors.quote.quote)) > 1

    def _is_a_copy(self, found: TextRange, place: Place, selectors: Selectors) -> bool:
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
            if _is_good(likeness, place, plain.quote)
            and not self._is_another(place, plain, selectors)
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

    def _similar(self, plain: QuoteSelector) -> list[tuple[float, Place]]:
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
        return [(likeness, place_at(text, span, plain)) for span, likeness in found.items()]

    def _is_another(self, place: Place, plain: QuoteSelector, selectors: Selectors) -> bool:
        """Whether the earlier text had these very words somewhere else: then they are not ours.

        What is most alike leaves out the words that are new: the whole passage must have stood.
        """
        if place.before == 1.0 and place.after == 1.0:
            return False
        text = self._folded.text
        whole = _between_sides(text, place.range, plain)
        return all(self._stood_elsewhere(span.of(text), selectors) for span in (place.range, whole))

    def _stood_elsewhere(self, words: str, selectors: Selectors) -> bool:
        before = self._before_folded
        if before is None:
            return False
        home = selectors.position.range if selectors.position else TextRange(0, 0)
        return any(
            not overlap(before.original(TextRange(at, at + len(words))), home)
            for at in occurrences(before.text, words)
        )


def _found(
    text: str, quote: QuoteSelector, wanted: int | None, before: str | None, home: int | None
) -> _Found:
    """The places of words in a text; `home` is where they stood in the one before."""
    places = places_of(text, quote) if quote.quote.strip() else []
    if not places or before is None or home is None:
        return _Found(text, places, None, wanted)
    return _Found(text, places, Namesakes(before, quote, home), wanted)


def _decide(places: list[Place], wanted: int | None) -> Place | None:
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


def _is_good(likeness: float, place: Place, quote: str) -> bool:
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


def _total(likeness: float, place: Place) -> float:
    return likeness if place.context is None else 0.6 * likeness + 0.4 * place.context
