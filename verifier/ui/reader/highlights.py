"""Highlights: what the caller gives, found by place, and prepared for painting page by page.

Overlapping and nested highlights stay tellable: one layer of tints, in which the shortest highlight
wins (the darker, the more lie below it), and an underline of its own for each, on a lane of its own
where they overlap.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from operator import attrgetter

import numpy as np

from verifier.text.ranges import TextRange
from verifier.text.regions import Kept, PictureRegion, Place, Region
from verifier.text.running import parts_of
from verifier.ui.reader.geometry import PageGeometry, Rect
from verifier.ui.reader.stretches import lanes, stretches

PAGES_KEPT = 64
FEW = 50
"""Highlights that are put among the others one by one: to sort all anew takes longer."""
LINE = 14.0
"""Points of a line of text, about."""
Running = Callable[[TextRange, int], Sequence[TextRange]]
"""Tells which running lines of a page (from 0) a passage goes over: they are not marked."""


def no_running_lines(words: TextRange, page: int) -> Sequence[TextRange]:  # noqa: ARG001
    """Of a text whose pages have none."""
    return ()


class LinePattern(StrEnum):
    """How the underline is drawn: the second signal beside its colour. Named as in the scales."""

    SOLID = "solid"
    DASH = "dashed"
    DOT = "dotted"
    WIDE_DOT = "dotted-wide"
    DASH_DOT = "dash-dot"
    DASH_DOT_DOT = "dash-dot-dot"
    DOUBLE = "double"
    DOUBLE_DASH = "double-dashed"
    WAVE = "wavy"
    DOUBLE_WAVE = "double-wavy"


@dataclass(frozen=True, slots=True)
class PaintedHighlight:
    """A highlight as the view shows it. Colours are #rrggbb on light paper in both themes."""

    id: str
    label: str
    """Stands in the margin: "C12". Empty: no tag."""
    range: TextRange
    tint: str
    line: str
    pattern: LinePattern = LinePattern.SOLID
    sign: str = ""
    """Name of the icon in the tag."""
    selected: bool = False
    description: str = ""
    """Shown as a tool tip and read aloud: the claim and its verdict in words."""
    region: Region | None = None
    """A rectangle marked instead of words; the range is empty then and tells the order only."""
    picture: PictureRegion | None = None
    """The same in a picture of a text: its rectangle is known when the stretch has been set."""

    @property
    def place(self) -> Place:
        """What is marked: the region, or else the words."""
        return self.range if self.region is None else self.region

    @property
    def kept(self) -> Kept:
        """What is marked, whether or not the stretch it stands on has been set."""
        return self.picture or self.place

    @property
    def is_words(self) -> bool:
        """Whether words are marked, not a rectangle."""
        return self.region is None and self.picture is None

    def seen(self, page: int, geometry: PageGeometry) -> PaintedHighlight:
        """The same with the rectangle that a part of a picture is on its page (from 0)."""
        if self.picture is None:
            return self
        return replace(self, region=geometry.region(self.picture, page))


@dataclass(frozen=True, slots=True)
class Underline:
    """One stretch of an underline. `lane` 0 is nearest to the text."""

    rect: Rect
    colour: str
    pattern: LinePattern
    lane: int


@dataclass(frozen=True, slots=True)
class PageMarks:
    """All that is painted over a page for its highlights, in points of the page."""

    tints: tuple[tuple[Rect, str, int], ...]
    """With how many highlights lie below the one whose tint it is."""
    underlines: tuple[Underline, ...]
    outlines: tuple[tuple[tuple[Rect, ...], str], ...]
    """Rectangles and colour of each selected highlight."""
    tags: tuple[tuple[Rect, PaintedHighlight], ...]
    """The first rectangle of each highlight that begins on this page."""
    regions: tuple[PaintedHighlight, ...] = ()
    """Rectangles marked instead of words, the largest first."""


@dataclass(frozen=True, slots=True)
class _Laid:
    """Where the highlights of a page stand: it stays while only their looks change."""

    rects: dict[int, list[Rect]]
    """By the place of the highlight in the order of the text."""
    pieces: tuple[tuple[Rect, int, int], ...]
    """Rectangles with the place of the highlight that tints them, and how many lie below it."""
    regions: dict[int, Region]
    """Which of them are rectangles, and where, by the same places."""


class HighlightIndex:
    """The highlights of a document, by page.

    Made in a few milliseconds for ten thousand: pages and lanes are found when they are asked for.
    """

    def __init__(
        self,
        highlights: Iterable[PaintedHighlight],
        starts: Sequence[int],
        running: Running = no_running_lines,
    ) -> None:
        self._starts = starts
        self._running = running
        self._marks: OrderedDict[int, PageMarks] = OrderedDict()
        self._laid: OrderedDict[int, _Laid] = OrderedDict()
        self._take(highlights)

    def _take(self, highlights: Iterable[PaintedHighlight]) -> None:
        found = sorted(highlights, key=attrgetter("id"))
        begins = np.fromiter((h.range.start for h in found), np.int64, len(found))
        ends = np.fromiter((h.range.stop for h in found), np.int64, len(found))
        order = np.lexsort((-ends, begins))
        self.all = [found[number] for number in order.tolist()]
        self.begins, self._ends = begins[order], ends[order]
        self._is_words = np.fromiter((h.is_words for h in self.all), np.bool_, len(found))
        self._take_order()

    def _exchange(self, gone: Collection[str], fresh: Sequence[PaintedHighlight]) -> None:
        """The same for a few that come or go among those that are in order."""
        places = sorted(place for one in gone if (place := self.place(one)) is not None)
        for place in reversed(places):
            del self.all[place]
        begins, ends = np.delete(self.begins, places), np.delete(self._ends, places)
        is_words = np.delete(self._is_words, places)
        for highlight in fresh:
            place = bisect_left(self.all, _place_in_text(highlight), key=_place_in_text)
            self.all.insert(place, highlight)
            begins = np.insert(begins, place, highlight.range.start)
            ends = np.insert(ends, place, highlight.range.stop)
            is_words = np.insert(is_words, place, highlight.is_words)
        self.begins, self._ends, self._is_words = begins, ends, is_words
        self._take_order()

    def _take_order(self) -> None:
        """All that follows from where highlights stand in the order of the text."""
        self._reach = np.maximum.accumulate(self._ends)
        """How far the highlights up to each one reach."""
        apart = self.begins[1:] >= self._reach[:-1]
        self._heads = np.flatnonzero(np.concatenate(([True], apart)))
        """Where a group begins that overlaps with nothing before it."""
        self._regions: defaultdict[int, list[int]] = defaultdict(list)
        for number in np.flatnonzero(~self._is_words).tolist():
            self._regions[self._pages_of(self.all[number]).start].append(number)
        self._lanes = np.full(len(self.all), -1)
        self._places: dict[str, int] | None = None
        self._marks.clear()
        self._laid.clear()

    def change(self, fresh: Sequence[PaintedHighlight], gone: Collection[str] = ()) -> set[int]:
        """Show these as they are now, and some no longer; the pages that look different."""
        places = [self.place(highlight.id) for highlight in fresh]
        if not gone and all(
            place is not None and _stands_alike(self.all[place], highlight)
            for place, highlight in zip(places, fresh, strict=True)
        ):
            return self._look_different([place for place in places if place is not None], fresh)
        changed = {*gone, *(highlight.id for highlight in fresh)}
        if len(changed) <= FEW:
            self._exchange(changed, fresh)
        else:
            self._take([*(h for h in self.all if h.id not in changed), *fresh])
        return set(range(len(self._starts) - 1))

    def _look_different(self, places: Sequence[int], fresh: Sequence[PaintedHighlight]) -> set[int]:
        """Show these where they stand; the pages they stand on. Most were only selected, or not."""
        touched: set[int] = set()
        coloured: set[int] = set()
        for place, highlight in zip(places, fresh, strict=True):
            before, self.all[place] = self.all[place], highlight
            pages = self._pages_of(highlight)
            touched.update(pages)
            if not are_coloured_alike(before, highlight):
                coloured.update(pages)
        for page in touched:
            marks, laid = self._marks.pop(page, None), self._laid.get(page)
            if marks is not None and laid is not None and page not in coloured:
                outlines, tags = self._outlines(laid), self._tags(laid, self._starts[page])
                regions = self._shown_regions(laid)
                self._marks[page] = replace(marks, outlines=outlines, tags=tags, regions=regions)
        return touched

    def forget_places(self) -> None:
        """The characters stand elsewhere on their pages now."""
        self._marks.clear()
        self._laid.clear()

    def place(self, highlight_id: str) -> int | None:
        """The place of a highlight in the order of the text."""
        if self._places is None:
            self._places = {highlight.id: number for number, highlight in enumerate(self.all)}
        return self._places.get(highlight_id)

    def on_page(self, page: int) -> list[PaintedHighlight]:
        """Highlights that touch a page, in the order of the text."""
        return [self.all[number] for number in self._numbers(page)]

    def at(self, page: int, index: int) -> list[PaintedHighlight]:
        """Highlights over character `index` of the document, which is on `page`; shortest first.

        One that goes over a running line is not over its characters.
        """
        found = [h for h in self.on_page(page) if h.range.start <= index < h.range.stop]
        over = (h for h in found if not self._passes(h.range, page, index))
        return sorted(over, key=lambda h: len(h.range))

    def _passes(self, words: TextRange, page: int, index: int) -> bool:
        return any(line.start <= index < line.stop for line in self._running(words, page))

    def regions_at(
        self, page: int, geometry: PageGeometry, x: float, y: float
    ) -> list[PaintedHighlight]:
        """Regions over a point of a page, smallest first."""
        seen = (h.seen(page, geometry) for h in self.on_page(page) if not h.is_words)
        found = [h for h in seen if h.region is not None and h.region.contains(x, y)]
        return sorted(found, key=_area)

    def regions(self) -> Iterator[tuple[int, Region]]:
        """Every region of a page with its place in the order of the text."""
        for number in np.flatnonzero(~self._is_words).tolist():
            region = self.all[number].region
            if region is not None:
                yield number, region

    def find(self, highlight_id: str) -> PaintedHighlight | None:
        """The highlight with this id."""
        place = self.place(highlight_id)
        return None if place is None else self.all[place]

    def lane(self, number: int) -> int:
        """The lane of the underline of a highlight: the lowest that none it overlaps has."""
        if self._lanes[number] < 0:
            head = int(np.searchsorted(self._heads, number, side="right")) - 1
            first = int(self._heads[head])
            last = int(self._heads[head + 1]) if head + 1 < len(self._heads) else len(self.all)
            begins, ends = self.begins[first:last].tolist(), self._ends[first:last].tolist()
            self._lanes[first:last] = lanes(begins, ends)
        return int(self._lanes[number])

    def marks(self, page: int, geometry: PageGeometry) -> PageMarks:
        """What to paint over a page. Kept for the pages last seen."""
        found = self._marks.get(page)
        if found is None:
            found = self._marks[page] = self._made(page, geometry)
            if len(self._marks) > PAGES_KEPT:
                self._marks.popitem(last=False)
        self._marks.move_to_end(page)
        return found

    def _numbers(self, page: int) -> list[int]:
        """The places of the highlights that touch a page."""
        start, stop = self._starts[page], self._starts[page + 1]
        first = int(np.searchsorted(self._reach, start, side="right"))
        last = int(np.searchsorted(self.begins, stop, side="left"))
        touching = (self._ends[first:last] > start) & self._is_words[first:last]
        numbers: list[int] = np.flatnonzero(touching).tolist()
        return [*(first + number for number in numbers), *self._regions.get(page, ())]

    def _pages_of(self, highlight: PaintedHighlight) -> range:
        last = len(self._starts) - 2
        if highlight.region is not None:
            page = max(0, min(last, highlight.region.page - 1))
            return range(page, page + 1)
        span = highlight.range
        first = min(last, bisect_right(self._starts, span.start) - 1)
        until = bisect_left(self._starts, span.stop, lo=first + 1)
        return range(first, max(first + 1, min(until, last + 1)))

    def _made(self, page: int, geometry: PageGeometry) -> PageMarks:
        laid = self._laid.get(page)
        if laid is None:
            laid = self._laid[page] = self._lay(page, geometry)
            if len(self._laid) > PAGES_KEPT:
                self._laid.popitem(last=False)
        underlines = tuple(
            Underline(rect, highlight.line, highlight.pattern, lane)
            for highlight, lane, rects in (
                (self.all[number], self.lane(number), rects) for number, rects in laid.rects.items()
            )
            for rect in rects
        )
        return PageMarks(
            tuple((rect, self.all[n].tint, below) for rect, n, below in laid.pieces),
            underlines,
            self._outlines(laid),
            self._tags(laid, self._starts[page]),
            self._shown_regions(laid),
        )

    def _outlines(self, laid: _Laid) -> tuple[tuple[tuple[Rect, ...], str], ...]:
        return tuple(
            (tuple(rects), self.all[number].line)
            for number, rects in laid.rects.items()
            if self.all[number].selected and rects
        )

    def _tags(self, laid: _Laid, start: int) -> tuple[tuple[Rect, PaintedHighlight], ...]:
        return tuple(
            (_first_line(rects[0], highlight), highlight)
            for number, rects in laid.rects.items()
            if (highlight := self._shown(number, laid)).label
            and rects
            and (highlight.region or highlight.range.start >= start)
        )

    def _shown(self, number: int, laid: _Laid) -> PaintedHighlight:
        """A highlight with the rectangle that a part of a picture is on this page."""
        highlight: PaintedHighlight = self.all[number]
        if highlight.picture is None:
            return highlight
        return replace(highlight, region=laid.regions.get(number))

    def _shown_regions(self, laid: _Laid) -> tuple[PaintedHighlight, ...]:
        regions = (self._shown(number, laid) for number in laid.regions)
        return tuple(sorted(regions, key=_area, reverse=True))

    def _lay(self, page: int, geometry: PageGeometry) -> _Laid:
        """Find where on a page its highlights stand, whatever they look like."""
        offset = self._starts[page]
        whole = TextRange(offset, self._starts[page + 1])
        numbers = self._numbers(page)
        seen = {number: self.all[number].seen(page, geometry) for number in numbers}
        rects: dict[int, list[Rect]] = {}
        parts: list[tuple[TextRange, int]] = []
        for number in numbers:
            region, span = seen[number].region, self.all[number].range
            if region is not None:
                rects[number] = [region.rect]
                continue
            own = parts_of(_clipped(span, whole), self._running(span, page))
            parts += [(part, number) for part in own]
            rects[number] = [
                rect
                for part in own
                for rect in geometry.rects(part.start - offset, part.stop - offset)
            ]
        regions = {n: h.region for n, h in seen.items() if h.region is not None}
        return _Laid(rects, self._pieces(parts, offset, geometry), regions)

    def _length(self, number: int) -> int:
        return len(self.all[number].range)

    def _pieces(
        self, parts: list[tuple[TextRange, int]], offset: int, geometry: PageGeometry
    ) -> tuple[tuple[Rect, int, int], ...]:
        """Each character is tinted as the shortest highlight over it."""
        return tuple(
            (rect, number, below)
            for start, stop, number, below in stretches(parts, self._length)
            for rect in geometry.rects(start - offset, stop - offset)
        )


def are_coloured_alike(one: PaintedHighlight, other: PaintedHighlight) -> bool:
    """Whether both tint and underline their words in the same way."""
    return (one.tint, one.line, one.pattern) == (other.tint, other.line, other.pattern)


def _stands_alike(one: PaintedHighlight, other: PaintedHighlight) -> bool:
    return one.range == other.range and (one.region, one.picture) == (other.region, other.picture)


def _first_line(rect: Rect, highlight: PaintedHighlight) -> Rect:
    """What the tag stands beside: of a region its upper edge, which may be far from its middle."""
    x0, y0, x1, y1 = rect
    return rect if highlight.region is None else (x0, y0, x1, min(y1, y0 + LINE))


def _area(highlight: PaintedHighlight) -> float:
    return highlight.region.area if highlight.region is not None else 0.0


def _clipped(span: TextRange, whole: TextRange) -> TextRange:
    start = min(max(span.start, whole.start), whole.stop)
    return TextRange(start, max(start, min(span.stop, whole.stop)))


def _place_in_text(highlight: PaintedHighlight) -> tuple[int, int, str]:
    """What highlights are in order by."""
    return highlight.range.start, -highlight.range.stop, highlight.id
