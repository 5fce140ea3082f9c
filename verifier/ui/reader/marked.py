"""Pages with what is marked in them: highlights with their tags, hits, a flash to draw the eye.

The caller gives highlights and colours; nothing is changed here. All offsets are code points of the
document's text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import (
    QRect,
    QRectF,
    QSize,
    QTimer,
    QVariantAnimation,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from verifier.text.ranges import TextRange
from verifier.text.regions import Kept, Place, Region
from verifier.text.running import parts_of
from verifier.ui.reader.anchor import Anchor
from verifier.ui.reader.canvas import PageCanvas
from verifier.ui.reader.depths import depths, depths_of
from verifier.ui.reader.frames import shown_place
from verifier.ui.reader.geometry import Rect
from verifier.ui.reader.highlights import HighlightIndex, PageMarks, PaintedHighlight
from verifier.ui.reader.marks import (
    Plan,
    box,
    filled,
    outline,
    paint_outline,
    paint_plan,
    plan_of,
)
from verifier.ui.reader.provider import PageProvider
from verifier.ui.reader.selection import page_of
from verifier.ui.reader.strip import WIDTH as STRIP_WIDTH
from verifier.ui.reader.strip import MarkerStrip
from verifier.ui.reader.tags import Tag, TagPainter, placed_tags, with_looks
from verifier.ui.tokens import LIGHT, Tokens

FLASH_MS = 900
STRIP_FOLLOWS_MS = 250
PLANS_KEPT = 64
NO_MARKS = PageMarks((), (), (), ())


class MarkedCanvas(PageCanvas):
    """Shows a document and what is marked in it."""

    marks_changed = Signal()
    """Other passages are highlighted, or look different."""

    def __init__(self, parent: QWidget | None = None, tokens: Tokens = LIGHT) -> None:
        super().__init__(parent, tokens)
        self._index = HighlightIndex((), [0, 0])
        self._hits: Sequence[TextRange] = ()
        self._hit_starts: list[int] = []
        self._hit: int | None = None
        self._tags: dict[int, tuple[QRect, list[Tag]]] = {}
        """By page, each with the place of the sheet it was made for."""
        self._plans: dict[int, tuple[float, PageMarks, Plan]] = {}
        """By page, each with the zoom and the marks it was made for."""
        self._tag_painter = TagPainter()
        self._pictured: dict[int, tuple[list[Tag], float, float]] = {}
        """By page, each with the tags of which there are pictures, and for which screen and veil.
        Where there are very many tags their pictures may be gone again: they are not made twice."""
        self._flashed: Place | None = None
        self._strip = MarkerStrip(self, tokens)
        self._strip.wanted.connect(self._go_down_to)
        self.setViewportMargins(0, 0, STRIP_WIDTH, 0)
        self._flash = QVariantAnimation(self)
        self._flash.setDuration(FLASH_MS)
        self._flash.setStartValue(1.0)
        self._flash.setEndValue(0.0)
        self._flash.valueChanged.connect(self._flash_on)
        self._strip_timer = QTimer(self)
        self._strip_timer.setSingleShot(True)
        self._strip_timer.setInterval(STRIP_FOLLOWS_MS)
        self._strip_timer.timeout.connect(self._mark_strip)
        self.placed.connect(self._replaced)

    # What is shown --------------------------------------------------------------------------

    def set_document(self, provider: PageProvider | None) -> None:
        """Show a document from its start, with nothing marked."""
        self._flash.stop()
        self._flashed = None
        self._hits, self._hit_starts, self._hit = (), [], None
        self._index = _index_of((), provider)
        self._forget()
        super().set_document(provider)
        self._mark_strip()

    def close_document(self) -> None:
        """Show nothing; threads and timers have ended when this returns."""
        self._flash.stop()
        self._strip_timer.stop()
        super().close_document()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of another theme."""
        super().set_tokens(tokens)
        self._strip.set_tokens(tokens)
        self._mark_strip()

    def set_highlights(self, highlights: Sequence[PaintedHighlight]) -> None:
        """Show these highlights and no others."""
        self._index = _index_of(highlights, self._provider)
        self._forget()
        self._mark_strip()
        self.viewport().update()
        self.marks_changed.emit()

    def change_highlights(
        self, fresh: Sequence[PaintedHighlight], gone: Collection[str] = ()
    ) -> None:
        """Show some highlights as they are now, or no longer, and leave the others alone."""
        before = [self._index.find(highlight.id) for highlight in fresh]
        if not gone and before == list(fresh):
            return
        alike = not gone and all(map(_has_same_tag, before, fresh))
        for page in self._index.change(fresh, gone):
            if alike and page in self._tags:
                place, tags = self._tags[page]
                self._tags[page] = place, with_looks(tags, fresh)
            else:
                self._tags.pop(page, None)
        looks = [None if h is None else (h.range, h.tint, h.line) for h in before]
        if gone or looks != [(h.range, h.tint, h.line) for h in fresh]:
            self._strip_timer.start()
            self.marks_changed.emit()
        self.viewport().update()

    def highlights(self) -> Sequence[PaintedHighlight]:
        """What is highlighted, in the order of the text."""
        return self._index.all

    def highlights_on(self, page: int) -> list[PaintedHighlight]:
        """What is highlighted on a page (from 0)."""
        return self._index.on_page(page)

    def set_hits(self, hits: Sequence[TextRange], current: int | None = None) -> None:
        """Show where something was found; `current` is the hit the search stands on."""
        self._hits = sorted(hits)
        self._hit_starts = [hit.start for hit in self._hits]
        self._hit = current
        self._mark_strip()
        if current is not None:
            self.ensure_visible(self._hits[current])
        self.viewport().update()

    def set_current_hit(self, number: int) -> None:
        """Stand on another hit."""
        if 0 <= number < len(self._hits):
            self._hit = number
            self.ensure_visible(self._hits[number])
            self.viewport().update()

    # Going there ----------------------------------------------------------------------------

    def ensure_visible(self, kept: Kept, *, flash: bool = False) -> None:
        """Scroll as little as needed to show where a passage begins."""
        span = shown_place(self._provider, kept) if self._provider is not None else None
        if span is None:
            return
        rects = self._first_rects(span)
        if not rects:
            return
        window = QRectF(self.viewport().rect())
        page, rect = rects[0]
        place = self.to_viewport(page, rect)
        corner = QRectF(place.topLeft(), QSize(1, 1).toSizeF())
        is_seen = window.adjusted(0, 8, 0, -8).contains(corner)
        if not is_seen:
            down = place.center().y() - window.height() / 3
            if abs(down) > window.height():
                self.left.emit(self, self.position(), True)
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(down))
            if not window.left() <= place.left() <= window.right() - 40:
                across = place.left() - window.width() / 3
                bar = self.horizontalScrollBar()
                bar.setValue(bar.value() + round(across))
        if not is_seen or self._reflow.is_awaited:
            self._hold_words(span, page, rect)
        if flash:
            self.flash(span)

    def _hold_words(self, span: Place, page: int, rect: Rect) -> None:
        """Let stay in the window what was gone to, if its text is about to be set anew."""
        if isinstance(span, TextRange):
            self._reflow.hold(Anchor(span.start), self.to_viewport(page, rect).top())

    def change_sheet(self, change: Callable[[], None]) -> None:
        """Highlights and hits stand elsewhere on the new sheet."""
        super().change_sheet(change)
        self._index.forget_places()
        self._forget()
        if isinstance(self._flashed, Region):
            self._flashed = None

    def flash(self, span: Place) -> None:
        """Draw the eye to a passage for a moment."""
        self._flashed = span
        self._flash.stop()
        self._flash.start()

    # Painting -------------------------------------------------------------------------------

    def paint_page(self, painter: QPainter, page: int, shown: QRectF) -> None:
        """Hits, highlights, what is selected, tags. The painter's unit is a pixel of the canvas.

        A page whose characters are still being placed is painted anew when its picture arrives.
        """
        if self._provider is None or not self._provider.located(page):
            return
        painter.save()
        painter.setTransform(self._layout.transform(page) * painter.transform())
        scale = self._view.scale
        paint_plan(painter, self._plan_of(page), scale, filled(self._hit_tints(page)))
        self.paint_selected(painter, page)
        if self._flashed is not None:
            painter.setOpacity(float(self._flash.currentValue() or 0.0))
            path = outline(self.rects_of(page, self._flashed), scale)
            paint_outline(painter, path, QColor(LIGHT.accent), scale)
        painter.restore()
        for tag in self._tags_of(page):
            if tag.rect.intersects(shown):
                self._tag_painter.paint(painter, tag, self.tokens.veil)

    def paint_selected(self, painter: QPainter, page: int) -> None:
        """What is selected on a page. The painter's unit is a point of the page."""

    def _hit_tints(self, page: int) -> list[tuple[Rect, str]]:
        if self._provider is None or not self._hits:
            return []
        start, stop = self._provider.starts[page], self._provider.starts[page + 1]
        first = max(0, bisect_left(self._hit_starts, start) - 1)
        last = bisect_left(self._hit_starts, stop)
        colours = (self.tokens.hit, self.tokens.hit_current)
        return [
            (rect, colours[number == self._hit])
            for number in range(first, last)
            for rect in self.rects_of(page, self._hits[number])
        ]

    def rects_of(self, page: int, span: Place) -> list[Rect]:
        """A passage without the running lines that it goes over, or a region, on one page."""
        if self._provider is None:
            return []
        if isinstance(span, Region):
            return [span.rect] if span.page == page + 1 else []
        start, stop = self._provider.starts[page], self._provider.starts[page + 1]
        if span.stop <= start or span.start >= stop:
            return []
        here = TextRange(max(span.start, start), min(span.stop, stop))
        geometry = self._provider.geometry(page)
        return [
            rect
            for part in parts_of(here, self._provider.running_lines(span, page))
            for rect in geometry.rects(part.start - start, part.stop - start)
        ]

    def _first_rects(self, span: Place) -> list[tuple[int, Rect]]:
        """The first rectangles of a passage; of the caret where the passage is empty."""
        provider = self._provider
        if provider is None:
            return []
        if isinstance(span, Region):
            self.settle_page(min(span.page, self.page_count) - 1)
            return [(span.page - 1, span.rect)] if span.page <= self.page_count else []
        page = page_of(provider, span.start)
        self.settle_page(page)
        found = [(page, rect) for rect in self.rects_of(page, span)]
        caret = provider.geometry(page).caret(span.start - provider.starts[page])
        return found or ([(page, caret)] if caret is not None else [])

    def _plan_of(self, page: int) -> Plan:
        """What to paint for the highlights of a page, put together once for each zoom."""
        scale = self._view.scale
        marks, found = NO_MARKS, self._plans.get(page)
        if self._provider is not None:
            marks = self._index.marks(page, self._provider.geometry(page))
        if found is None or found[0] != scale or found[1] is not marks:
            known = found[1:] if found is not None and found[0] == scale else None
            found = self._plans[page] = scale, marks, plan_of(marks, scale, known)
            if len(self._plans) > PLANS_KEPT:
                self._plans.pop(next(iter(self._plans)))
        return found[2]

    def _tags_of(self, page: int) -> list[Tag]:
        """The tags of a page. Made anew when the page lies elsewhere or highlights change."""
        provider = self._provider
        if provider is None:
            return []
        place = self._layout.rect(page)
        found = self._tags.get(page)
        if found is None or found[0] != place:
            geometry = provider.geometry(page)
            marks = self._index.marks(page, geometry)
            extent, to_canvas = geometry.extent, self._layout.transform(page)
            wanted = [(to_canvas.mapRect(box(rect)), h) for rect, h in marks.tags]
            text_left = to_canvas.mapRect(box(extent)).left() if extent else float(place.left())
            found = self._tags[page] = place, placed_tags(wanted, text_left, place.left())
            if len(self._tags) > PLANS_KEPT:
                self._tags.pop(next(iter(self._tags)))
        return found[1]

    def prepare_page(self, page: int) -> bool:
        """Find out what painting a page needs to know; whether there was something to find out."""
        if super().prepare_page(page):
            return True
        if self._provider is None or not self._provider.located(page):
            return False
        tags, plan = self._tags.get(page), self._plans.get(page)
        self._tags_of(page)
        self._plan_of(page)
        if tags is not self._tags.get(page) or plan is not self._plans.get(page):
            return True
        return self._picture_tags(page)

    def _picture_tags(self, page: int) -> bool:
        """Make the pictures of the tags of a page, once; whether there were any to be made."""
        tags, ratio, veil = self._tags_of(page), self.devicePixelRatioF(), self.tokens.veil
        before = self._pictured.get(page)
        if before is not None and before[0] is tags and before[1:] == (ratio, veil):
            return False
        self._pictured[page] = tags, ratio, veil
        if len(self._pictured) > PLANS_KEPT:
            self._pictured.pop(next(iter(self._pictured)))
        return self._tag_painter.prepare(tags, ratio, veil)

    # Small things ---------------------------------------------------------------------------

    def update_range(self, span: Place) -> None:
        """Have what shows of a passage painted anew."""
        for page in self.visible_pages():
            for rect in self.rects_of(page, span):
                area = self.to_viewport(page, rect).toAlignedRect()
                self.viewport().update(area.adjusted(-4, -4, 4, 4))

    @Slot(object)
    def _flash_on(self, strength: float) -> None:
        if self._flashed is None:
            return
        if strength <= 0.0:
            self._flashed = None
            self.viewport().update()
        else:
            self.update_range(self._flashed)

    @Slot(float)
    def _go_down_to(self, depth: float) -> None:
        bar = self.verticalScrollBar()
        height = self._layout.height
        bar.setValue(round(depth * height - self.viewport().height() / 3))

    @Slot()
    def _mark_strip(self) -> None:
        """Tell the strip where claims and hits are now."""
        starts = self._provider.starts if self._provider is not None else [0, 0]
        claims = depths_of(self._index, starts, self._layout)
        dark = self.tokens.dark
        self._strip.set_claims(claims, [h.tint if dark else h.line for h in self._index.all])
        self._strip.set_hits(depths(starts, self._layout, self._hit_starts))

    def _forget(self) -> None:
        """Pages have other marks."""
        self._tags.clear()
        self._plans.clear()
        self._pictured.clear()

    @Slot()
    def _replaced(self) -> None:
        """The pages lie elsewhere; the strip, which hardly changes by that, follows later."""
        if self._index.all or self._hits:
            self._strip_timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The strip stands beside the viewport."""
        super().resizeEvent(event)
        window = self.viewport().geometry()
        self._strip.setGeometry(window.right() + 1, window.top(), STRIP_WIDTH, window.height())


def _index_of(
    highlights: Sequence[PaintedHighlight], provider: PageProvider | None
) -> HighlightIndex:
    if provider is None:
        return HighlightIndex(highlights, [0, 0])
    return HighlightIndex(highlights, provider.starts, provider.running_lines)


def _has_same_tag(before: PaintedHighlight | None, after: PaintedHighlight) -> bool:
    """Whether its tag keeps its place and its width."""
    return before is not None and (before.place, before.label, before.sign) == (
        after.place,
        after.label,
        after.sign,
    )
