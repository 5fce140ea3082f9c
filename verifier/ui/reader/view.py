"""The document view: pages with highlights, selection, hits and margin tags.

The caller gives highlights and colours and hears what the person does; nothing is changed here. All
offsets are code points of the document's text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import (
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from verifier.text.ranges import TextRange
from verifier.ui.reader import keys
from verifier.ui.reader.canvas import PageCanvas
from verifier.ui.reader.claim_button import ClaimButton
from verifier.ui.reader.copying import copied_text
from verifier.ui.reader.geometry import Line, Rect
from verifier.ui.reader.highlights import HighlightIndex, PageMarks, PaintedHighlight
from verifier.ui.reader.layout import Floats
from verifier.ui.reader.marks import (
    Plan,
    filled,
    outline,
    paint_caret,
    paint_outline,
    paint_plan,
    paint_tints,
    plan_of,
)
from verifier.ui.reader.mouse import Mouse
from verifier.ui.reader.provider import Link, PageProvider
from verifier.ui.reader.selection import Move, Selection, column_of, moved, page_of
from verifier.ui.reader.strip import WIDTH as STRIP_WIDTH
from verifier.ui.reader.strip import MarkerStrip
from verifier.ui.reader.tags import Tag, TagPainter, placed_tags
from verifier.ui.tokens import LIGHT, Tokens

FLASH_MS = 900
STRIP_FOLLOWS_MS = 250
PLANS_KEPT = 64
NO_MARKS = PageMarks((), (), (), ())
BY_TAB = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class ReaderView(PageCanvas):
    """Shows a document and what is marked in it."""

    selection_changed = Signal(object)
    """A TextRange, or None. While the mouse drags it is told once, at the end."""
    highlight_clicked = Signal(str)
    highlight_opened = Signal(str)
    """Double click on a tag."""
    claim_wanted = Signal(object)
    """The selected TextRange is to become a claim."""
    link_activated = Signal(str)
    """An address. Links inside the document are followed by the view itself."""

    def __init__(self, parent: QWidget | None = None, tokens: Tokens = LIGHT) -> None:
        super().__init__(parent, tokens)
        self._index = HighlightIndex((), [0, 0])
        self._selection: Selection | None = None
        self._column: float | None = None
        self._hits: Sequence[TextRange] = ()
        self._hit_starts: list[int] = []
        self._hit: int | None = None
        self._clicked = ""
        self._tags: dict[int, list[Tag]] = {}
        self._plans: dict[int, Plan] = {}
        self._tag_painter = TagPainter()
        self._flashed: TextRange | None = None
        self._focus_frame = False
        self.caret_browsing = False
        """Whether plain arrow keys move the caret instead of scrolling. F7 changes it."""
        self._mouse = Mouse(self)
        self._strip = MarkerStrip(self, tokens)
        self._strip.wanted.connect(self._go_down_to)
        self.setViewportMargins(0, 0, STRIP_WIDTH, 0)
        self._button = ClaimButton(self.viewport(), tokens)
        self._button.clicked.connect(self.want_claim)
        self._flash = QVariantAnimation(self)
        self._flash.setDuration(FLASH_MS)
        self._flash.setStartValue(1.0)
        self._flash.setEndValue(0.0)
        self._flash.valueChanged.connect(self._flash_on)
        self._strip_timer = QTimer(self)
        self._strip_timer.setSingleShot(True)
        self._strip_timer.setInterval(STRIP_FOLLOWS_MS)
        self._strip_timer.timeout.connect(self._mark_strip)
        self.setAccessibleName(self.tr("Document"))
        self.placed.connect(self._replaced)
        self.page_changed.connect(self._describe)
        self.moved.connect(self._place_button)

    # What is shown --------------------------------------------------------------------------

    def set_document(self, provider: PageProvider | None) -> None:
        """Show a document from its start, with nothing marked."""
        self._mouse.stop()
        self._flash.stop()
        self._selection = None
        self._flashed = None
        self._hits, self._hit_starts, self._hit = (), [], None
        self._index = HighlightIndex((), provider.starts if provider is not None else [0, 0])
        self._mark_strip()
        self._button.hide()
        super().set_document(provider)
        self._mark_strip()
        title = provider.title if provider is not None else ""
        self.setAccessibleName(self.tr("Document: %1").replace("%1", title) if title else "")
        self._describe()

    def close_document(self) -> None:
        """Show nothing; threads and timers have ended when this returns."""
        self._mouse.stop()
        self._flash.stop()
        self._strip_timer.stop()
        super().close_document()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of another theme."""
        super().set_tokens(tokens)
        self._strip.set_tokens(tokens)
        self._button.set_tokens(tokens)

    def set_highlights(self, highlights: Sequence[PaintedHighlight]) -> None:
        """Show these highlights and no others."""
        starts = self._provider.starts if self._provider is not None else [0, 0]
        self._index = HighlightIndex(highlights, starts)
        self._forget()
        self._mark_strip()
        self.viewport().update()

    def highlights(self) -> Sequence[PaintedHighlight]:
        """What is highlighted, in the order of the text."""
        return self._index.all

    def set_hits(self, hits: Sequence[TextRange], current: int | None = None) -> None:
        """Show where something was found; `current` is the hit the search stands on."""
        self._hits = sorted(hits)
        self._hit_starts = [hit.start for hit in self._hits]
        self._hit = current
        self._mark_strip()
        if current is not None:
            self.ensure_visible(self._hits[current])
        self.viewport().update()

    # Selection ------------------------------------------------------------------------------

    def selection(self) -> TextRange | None:
        """What is selected, or None."""
        found = self._selection.range if self._selection is not None else None
        return found if found is not None and len(found) else None

    def caret(self) -> int | None:
        """Where the caret stands."""
        return self._selection.head if self._selection is not None else None

    def select(self, span: TextRange | None) -> None:
        """Select a passage, or nothing."""
        made = None
        if span is not None:
            made = Selection(TextRange(span.start, span.start), span.stop)
        self.change_selection(made, settled=True)

    def select_all(self) -> None:
        """Select the whole text."""
        if self._provider is not None and self._provider.text:
            self.select(TextRange(0, len(self._provider.text)))

    def change_selection(self, selection: Selection | None, *, settled: bool) -> None:
        """Another selection; `settled` when the person has finished making it."""
        before = self.selection()
        if selection != self._selection:
            self._selection = selection
            self._update_difference(before, self.selection())
            if selection is not None and not len(selection.range):
                self.viewport().update()
        if settled:
            self.selection_changed.emit(self.selection())
            self._place_button()
        else:
            self._hide_button()

    def current_selection(self) -> Selection | None:
        """With its anchor and the caret."""
        return self._selection

    def move_caret(self, move: Move, *, extend: bool) -> None:
        """Move the caret, selecting what it passes or not. It starts at the top of the view."""
        if self._provider is None:
            return
        now = self._selection or Selection(*self._first_place())
        vertical = move in (Move.LINE_UP, Move.LINE_DOWN)
        if vertical and self._column is None:
            self._column = column_of(self._provider, now.head)
        head = moved(self._provider, now.head, move, self._column)
        if not vertical:
            self._column = None
        anchor = now.anchor if extend else TextRange(head, head)
        self.change_selection(Selection(anchor, head), settled=True)
        self._show_caret(head)

    def copy(self) -> None:
        """Put the selected text on the clipboard, as it reads."""
        span = self.selection()
        if span is not None and self._provider is not None:
            QGuiApplication.clipboard().setText(copied_text(self._provider, span))

    @Slot()
    def want_claim(self) -> None:
        """Say that the selection is to become a claim."""
        span = self.selection()
        if span is not None:
            self._hide_button()
            self.claim_wanted.emit(span)

    # Going there ----------------------------------------------------------------------------

    def ensure_visible(self, span: TextRange, *, flash: bool = False) -> None:
        """Scroll as little as needed to show where a passage begins."""
        if self._provider is None:
            return
        rects = self._first_rects(span)
        if not rects:
            return
        window = QRectF(self.viewport().rect())
        page, rect = rects[0]
        place = self.to_viewport(page, rect)
        if not window.adjusted(0, 8, 0, -8).contains(
            QRectF(place.topLeft(), QSize(1, 1).toSizeF())
        ):
            down = place.center().y() - window.height() / 3
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(down))
            if not window.left() <= place.left() <= window.right() - 40:
                across = place.left() - window.width() / 3
                bar = self.horizontalScrollBar()
                bar.setValue(bar.value() + round(across))
        if flash:
            self.flash(span)

    def flash(self, span: TextRange) -> None:
        """Draw the eye to a passage for a moment."""
        self._flashed = span
        self._flash.stop()
        self._flash.start()

    # What is where --------------------------------------------------------------------------

    def offset_at(self, point: QPointF) -> int | None:
        """The place between two characters nearest to a point of the viewport."""
        place = self.place_at(point)
        if place is None or self._provider is None:
            return None
        page, x, y = place
        return self._provider.starts[page] + self._provider.geometry(page).caret_at(x, y)

    def character_at(self, point: QPointF) -> int | None:
        """The character under a point of the viewport."""
        place = self.place_at(point)
        if place is None or self._provider is None:
            return None
        page, x, y = place
        found = self._provider.geometry(page).character_at(x, y)
        return None if found is None else self._provider.starts[page] + found

    def highlights_at(self, point: QPointF) -> list[PaintedHighlight]:
        """Highlights under a point of the viewport (the tag's alone on a tag), shortest first."""
        tag = self.tag_at(point)
        if tag is not None:
            return [tag.highlight]
        index = self.character_at(point)
        if index is None or self._provider is None:
            return []
        return self._index.at(page_of(self._provider, index), index)

    def tag_at(self, point: QPointF) -> Tag | None:
        """The margin tag under a point of the viewport."""
        on_canvas = point + QPointF(self.offset)
        tags = (tag for page in self.visible_pages() for tag in self._tags_of(page))
        return next((tag for tag in tags if tag.rect.contains(on_canvas)), None)

    def link_at(self, point: QPointF) -> Link | None:
        """The link under a point of the viewport."""
        place = self.place_at(point)
        if place is None or self._provider is None:
            return None
        page, x, y = place
        for link in self._provider.links(page):
            x0, y0, x1, y1 = link.rect
            if x0 <= x < x1 and y0 <= y < y1:
                return link
        return None

    def text_under(self, point: QPointF) -> bool:
        """Whether there is text to select at a point of the viewport."""
        place = self.place_at(point)
        if place is None or self._provider is None:
            return False
        page, x, y = place
        return self._provider.geometry(page).near_text(x, y)

    def click_highlight(self, found: Sequence[PaintedHighlight]) -> None:
        """Tell of a click on highlights; clicking again goes on to the next one below it."""
        ids = [highlight.id for highlight in found]
        chosen = next((h.id for h in found if h.selected), None)
        if chosen is None and self._clicked in ids:
            chosen = self._clicked
        following = (ids.index(chosen) + 1) % len(ids) if chosen is not None else 0
        self._clicked = ids[following]
        self.highlight_clicked.emit(self._clicked)

    def follow(self, link: Link) -> None:
        """Go where a link leads, or tell its address."""
        if link.page is not None:
            self.go_to(link.page, 0.0)
        elif link.address:
            self.link_activated.emit(link.address)

    # Painting -------------------------------------------------------------------------------

    def paint_page(self, painter: QPainter, page: int, shown: QRectF) -> None:
        """Hits, highlights, selection, tags. The painter's unit is a pixel of the canvas."""
        provider = self._provider
        if provider is None:
            return
        painter.save()
        painter.setTransform(self._layout.transform(page) * painter.transform())
        scale = self._view.scale
        paint_tints(painter, filled(self._hit_tints(page)))
        paint_plan(painter, self._plan_of(page), scale)
        span = self.selection()
        if span is not None:
            colour = self.tokens.text_selection
            paint_tints(painter, filled((rect, colour) for rect in self._rects(page, span)))
        elif self._selection is not None and self.hasFocus():
            self._paint_caret(painter, page, self._selection.head, scale)
        if self._flashed is not None:
            painter.setOpacity(float(self._flash.currentValue() or 0.0))
            path = outline(self._rects(page, self._flashed), scale)
            paint_outline(painter, path, QColor(LIGHT.accent), scale)
        painter.restore()
        for tag in self._tags_of(page):
            if tag.rect.intersects(shown):
                self._tag_painter.paint(painter, tag)

    def prepare_page(self, page: int) -> bool:
        """Find out what painting a page needs to know; whether there was something to find out."""
        if super().prepare_page(page):
            return True
        known = page in self._tags and page in self._plans
        self._tags_of(page)
        self._plan_of(page)
        return not known

    def paint_over(self, painter: QPainter) -> None:
        """The frame that shows the keyboard's focus."""
        if self._focus_frame and self.hasFocus():
            painter.setPen(QPen(QColor(self.tokens.accent), 2))
            window = self.viewport().rect().translated(self.offset)
            painter.drawRect(window.adjusted(1, 1, -1, -1))

    def _paint_caret(self, painter: QPainter, page: int, head: int, scale: float) -> None:
        provider = self._provider
        if provider is not None and page_of(provider, head) == page:
            caret = provider.geometry(page).caret(head - provider.starts[page])
            if caret is not None:
                paint_caret(painter, caret, LIGHT.accent, scale)

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
            for rect in self._rects(page, self._hits[number])
        ]

    def _rects(self, page: int, span: TextRange) -> list[Rect]:
        """A passage on one page."""
        if self._provider is None:
            return []
        start, stop = self._provider.starts[page], self._provider.starts[page + 1]
        if span.stop <= start or span.start >= stop:
            return []
        first, last = max(span.start, start), min(span.stop, stop)
        return self._provider.geometry(page).rects(first - start, last - start)

    def _first_rects(self, span: TextRange) -> list[tuple[int, Rect]]:
        """The first rectangles of a passage; of the caret where the passage is empty."""
        provider = self._provider
        if provider is None:
            return []
        page = page_of(provider, span.start)
        self.settle_page(page)
        found = [(page, rect) for rect in self._rects(page, span)]
        caret = provider.geometry(page).caret(span.start - provider.starts[page])
        return found or ([(page, caret)] if caret is not None else [])

    def _plan_of(self, page: int) -> Plan:
        """What to paint for the highlights of a page, put together once for each zoom."""
        found = self._plans.get(page)
        if found is None:
            marks = NO_MARKS
            if self._provider is not None:
                marks = self._index.marks(page, self._provider.geometry(page))
            found = self._plans[page] = plan_of(marks, self._view.scale)
            if len(self._plans) > PLANS_KEPT:
                self._plans.pop(next(iter(self._plans)))
        return found

    def _tags_of(self, page: int) -> list[Tag]:
        """The tags of a page. Made anew when the pages lie elsewhere or highlights change."""
        provider = self._provider
        if provider is None:
            return []
        found = self._tags.get(page)
        if found is None:
            geometry = provider.geometry(page)
            marks = self._index.marks(page, geometry)
            wanted = [(self._layout.to_canvas(page, rect), h) for rect, h in marks.tags]
            sheet = self._layout.rect(page)
            lefts = [self._layout.to_canvas(page, _box(line)).left() for line in geometry.lines]
            text_left = min(lefts, default=float(sheet.left()))
            found = self._tags[page] = placed_tags(wanted, text_left, sheet.left())
        return found

    # Small things ---------------------------------------------------------------------------

    def _first_place(self) -> tuple[TextRange, int]:
        found = self.offset_at(QPointF(0, 12)) or 0
        return TextRange(found, found), found

    def _show_caret(self, head: int) -> None:
        if self._provider is None:
            return
        page = page_of(self._provider, head)
        self.settle_page(page)
        caret = self._provider.geometry(page).caret(head - self._provider.starts[page])
        if caret is not None:
            place = self.to_viewport(page, caret)
            bar = self.verticalScrollBar()
            above, below = place.top() - 12, place.bottom() + 12 - self.viewport().height()
            if above < 0:
                bar.setValue(bar.value() + round(above))
            elif below > 0:
                bar.setValue(bar.value() + round(below))

    def _update_difference(self, before: TextRange | None, after: TextRange | None) -> None:
        """Paint anew only what is selected now and was not, or the other way round."""
        ends = sorted(end for span in (before, after) if span for end in (span.start, span.stop))
        if (
            before is None
            or after is None
            or before.stop < after.start
            or after.stop < before.start
        ):
            pieces = [span for span in (before, after) if span is not None]
        else:
            pieces = [TextRange(ends[0], ends[1]), TextRange(ends[2], ends[3])]
        for piece in pieces:
            for page in self.visible_pages():
                for rect in self._rects(page, piece):
                    area = self.to_viewport(page, rect).toAlignedRect()
                    self.viewport().update(area.adjusted(-3, -3, 3, 3))

    @Slot()
    def _place_button(self) -> None:
        """The button stands below the end of the selection, while that shows."""
        span = self.selection()
        if span is None or self._provider is None or self._mouse.is_dragging:
            self._hide_button()
            return
        page = page_of(self._provider, max(span.start, span.stop - 1))
        rects = self._rects(page, span) if page in self.visible_pages() else []
        if rects:
            self._button.place_below(self.to_viewport(page, rects[-1]), self.viewport().rect())
        else:
            self._hide_button()

    def _hide_button(self) -> None:
        if self._button.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._button.hide()

    @Slot(object)
    def _flash_on(self, strength: float) -> None:
        if strength <= 0.0:
            self._flashed = None
        self.viewport().update()

    @Slot(float)
    def _go_down_to(self, depth: float) -> None:
        bar = self.verticalScrollBar()
        height = self._layout.height
        bar.setValue(round(depth * height - self.viewport().height() / 3))

    @Slot()
    def _mark_strip(self) -> None:
        """Tell the strip where claims and hits are now."""
        claims = self._depths([h.range.start for h in self._index.all])
        self._strip.set_claims(claims, [h.line for h in self._index.all])
        self._strip.set_hits(self._depths(self._hit_starts))

    def _depths(self, indices: Sequence[int]) -> Floats:
        """How far down the document characters are, from 0 to 1."""
        if self._provider is None or not self._layout.count:
            return np.zeros(0)
        places, starts = np.array(indices, dtype=np.int64), np.array(self._provider.starts)
        pages = np.searchsorted(starts, places, side="right") - 1
        pages = np.clip(pages, 0, self._layout.count - 1)
        lengths = np.maximum(1, starts[pages + 1] - starts[pages])
        return self._layout.depths(pages, (places - starts[pages]) / lengths)

    def _forget(self) -> None:
        """Pages have other marks, or stand elsewhere."""
        self._tags.clear()
        self._plans.clear()

    @Slot()
    def _replaced(self) -> None:
        """The pages lie elsewhere; the strip, which hardly changes by that, follows later."""
        self._forget()
        if self._index.all or self._hits:
            self._strip_timer.start()

    @Slot()
    def _describe(self) -> None:
        words = self.tr("Page %1 of %2")
        words = words.replace("%1", str(self.current_page())).replace("%2", str(self.page_count))
        self.setAccessibleDescription(words)

    # Events ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection."""
        self._column = None
        self._mouse.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        self._mouse.double_click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extend the selection, or show what is under the pointer."""
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The selection is made, or something was clicked."""
        self._mouse.release(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the view; the rest is for the window."""
        if not keys.press(self, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the focus is when keys brought it here."""
        self._focus_frame = event.reason() in BY_TAB
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide caret and frame."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The strip stands beside the viewport."""
        super().resizeEvent(event)
        window = self.viewport().geometry()
        self._strip.setGeometry(window.right() + 1, window.top(), STRIP_WIDTH, window.height())

    def tooltip_at(self, point: QPoint) -> str:
        """What to say about the thing under the pointer."""
        found = self.highlights_at(QPointF(point))
        words = [h.description or h.label for h in found]
        link = self.link_at(QPointF(point))
        if link is not None and link.address:
            words.append(link.address)
        return "\n".join(word for word in words if word)


def _box(line: Line) -> Rect:
    return line.x0, line.y0, line.x1, line.y1
