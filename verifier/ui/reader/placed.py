"""Pages that lie on a canvas: where each one is, at which zoom and turn, and what of it shows.

Knows nothing of pictures. Whatever changes, the place that is being read stays where it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from verifier.ui.reader.layout import PageLayout, View
from verifier.ui.reader.pictures import Pictures
from verifier.ui.reader.position import (
    Pin,
    ReadingPosition,
    ZoomMode,
    bounded,
    fitted,
    next_step,
    previous_step,
)
from verifier.ui.reader.provider import PageProvider
from verifier.ui.reader.reflow import Reflow
from verifier.ui.reader.turned import Turn

LINE_STEP = 48
"""Pixels that one notch line of the wheel scrolls."""


class PlacedPages(QAbstractScrollArea):
    """Lays the pages of a provider out, and scrolls over them."""

    zoom_changed = Signal(float)
    """1.0 is 100 %."""
    placed = Signal()
    """The pages lie elsewhere on the canvas now."""
    left = Signal(object, object, bool)
    """This view was taken elsewhere by a jump; the ReadingPosition it had; whether the jump is one
    of a series, as of finds or claims that are gone through one by one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._provider: PageProvider | None = None
        self._pictures: Pictures | None = None
        self._mode = ZoomMode.WIDTH
        self._view = View()
        self._layout = PageLayout([], self._view, 0)
        self._placing = False
        self._told_zoom = 0.0
        self._reflow = Reflow(self)
        # Pages lie from left to right where the interface does not, and 0 is their left end.
        self.horizontalScrollBar().setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(LINE_STEP)
        self.horizontalScrollBar().setSingleStep(LINE_STEP)

    # The document ---------------------------------------------------------------------------

    @property
    def provider(self) -> PageProvider | None:
        """The document that is shown."""
        return self._provider

    @property
    def pictures(self) -> Pictures | None:
        """The pictures of the document's pages."""
        return self._pictures

    @property
    def page_count(self) -> int:
        """How many pages (or stretches of a sheet) there are."""
        return 0 if self._provider is None else len(self._provider.starts) - 1

    def go_to_page(self, number: int) -> None:
        """Show page `number` (from 1) from its top."""
        if self.page_count:
            self.go_to(max(1, min(number, self.page_count)) - 1, 0.0)

    def turn_to_page(self, number: int) -> None:
        """The same where pages are turned one by one, which is no jump."""
        if self.page_count:
            self._show_from(max(1, min(number, self.page_count)) - 1, 0.0)

    def go_to(self, page: int, y: float) -> None:
        """Show a page (from 0) from `y` points below its top."""
        before, top = self.position(), self.offset.y()
        self._show_from(page, y)
        if self.offset.y() != top:
            self.left.emit(self, before, False)

    def _show_from(self, page: int, y: float) -> None:
        self.settle_page(page)
        top = self._layout.rect(page).top() - self._view.gap
        if y:
            top = round(self._layout.to_canvas(page, (0, y, 1, y)).top())
        self._reach(page, max(0, min(top, self.verticalScrollBar().maximum())))
        self._go(None, top)

    # How it is shown ------------------------------------------------------------------------

    def zoom(self) -> float:
        """1.0 is 100 %: one point is 96/72 of a pixel."""
        return self._view.zoom

    @property
    def zoom_mode(self) -> ZoomMode:
        """What decides the zoom."""
        return self._mode

    def set_zoom_mode(self, mode: ZoomMode) -> None:
        """Fit the width or the whole page from now on, or stay as it is."""
        self._mode = mode
        pin = self._pin(self._reading_point())
        self._reflow.hold_at(pin)
        self.place_pages(pin)

    def set_zoom(self, zoom: float, at: QPointF | None = None, to: QPointF | None = None) -> None:
        """Zoom so that the place at a point of the viewport stays there, or comes to another."""
        self._mode = ZoomMode.FIXED
        pin = self._pin(self._reading_point() if at is None else at)
        if pin is not None and to is not None:
            pin = replace(pin, point=to)
        self._reflow.hold_at(pin)
        self._view = replace(self._view, zoom=bounded(zoom))
        self.place_pages(pin)

    def zoom_in(self) -> None:
        """The next step up."""
        self.set_zoom(next_step(self.zoom()))

    def zoom_out(self) -> None:
        """The next step down."""
        self.set_zoom(previous_step(self.zoom()))

    @property
    def view(self) -> View:
        """How the pages are shown now."""
        return self._view

    @property
    def is_being_set(self) -> bool:
        """Whether a text is about to be set on another sheet, to fit its pane."""
        return self._reflow.is_due

    def change_sheet(self, change: Callable[[], None]) -> None:
        """Put a text on another sheet; what is marked by its place on the sheet goes with it."""
        change()

    def rotation(self) -> int:
        """Degrees clockwise."""
        return self._view.rotation

    def set_rotation(self, degrees: int) -> None:
        """Turn all pages; a sheet without pages stays upright."""
        if self._provider is not None and self._provider.paged:
            pin = self._pin(self._reading_point())
            self._view = replace(self._view, rotation=degrees % 360 // 90 * 90)
            self.place_pages(pin)

    def set_columns(self, columns: int) -> None:
        """One page or two in a row."""
        if self._provider is not None and self._provider.paged:
            pin = self._pin(self._reading_point())
            self._view = replace(self._view, columns=columns)
            self.place_pages(pin)

    def columns(self) -> int:
        """Pages in a row."""
        return self._view.columns

    def position(self) -> ReadingPosition:
        """Where the reader is."""
        pin = self.top_pin()
        page = pin.page if pin is not None else 0
        y = self._layout.down(page, pin.at) if pin is not None else 0.0
        view, top = self._view, self._reflow.top()
        return ReadingPosition(page, y, self._mode, view.zoom, view.rotation, view.columns, top)

    def restore(self, position: ReadingPosition) -> None:
        """Go back to where the reader was."""
        if self._provider is None:
            return
        self._mode = position.mode
        paged = self._provider.paged
        self._view = replace(
            self._view,
            zoom=bounded(position.zoom),
            rotation=position.rotation if paged else 0,
            columns=position.columns if paged else 1,
        )
        self.place_pages(None)
        if position.anchor is not None and not paged:
            self._reflow.hold(position.anchor, 0.0)
            pin = self._reflow.pin()
        else:
            page = max(0, min(position.page, self.page_count - 1))
            self.settle_page(page)
            at = self._layout.at_depth(page, position.y)
            pin = Pin(page, at, QPointF(self.viewport().width() / 2, 0))
        self.place_pages(pin)

    def return_to(self, position: ReadingPosition) -> None:
        """Go back to where the reader was, shown as it is shown now."""
        now = self._view
        self.restore(
            replace(
                position,
                mode=self._mode,
                zoom=now.zoom,
                rotation=now.rotation,
                columns=now.columns,
            )
        )

    # Places ---------------------------------------------------------------------------------

    @property
    def offset(self) -> QPoint:
        """The point of the canvas in the viewport's top left corner."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    @property
    def page_layout(self) -> PageLayout:
        """Where the pages lie."""
        return self._layout

    def visible_pages(self) -> range:
        """Pages (from 0) of which something shows."""
        top = self.offset.y()
        return self._layout.pages_between(top, top + self.viewport().height())

    def place_at(self, point: QPointF) -> tuple[int, float, float] | None:
        """The page nearest to a point of the viewport, and that point in points of the page."""
        if not self._layout.count:
            return None
        on_canvas = point + QPointF(self.offset)
        page = self._layout.page_at(on_canvas)
        return page, *self._layout.to_page(page, on_canvas)

    def turn_of(self, page: int) -> Turn:
        """How a page (from 0) is turned in the window."""
        return Turn(*self._layout.points(page), self._view.rotation)

    def to_viewport(self, page: int, rect: tuple[float, float, float, float]) -> QRectF:
        """A rectangle of a page in the viewport."""
        return self._layout.to_canvas(page, rect).translated(-QPointF(self.offset))

    def settle_page(self, page: int) -> None:
        """Make sure that the place of a page does not change when it comes into view."""
        if self._provider is not None and self._provider.settle(page):
            self.place_pages(self._pin(QPointF(0, 0)))

    # Placing --------------------------------------------------------------------------------

    def top_pin(self) -> Pin | None:
        """The middle of the window's upper edge."""
        return self._pin(QPointF(self.viewport().width() / 2, 0))

    def _pin(self, point: QPointF) -> Pin | None:
        place = self.place_at(point)
        return None if place is None else Pin(place[0], place[1:], point)

    def place_pages(self, pin: Pin | None, *, tell: bool = True) -> None:
        """Lay the pages out anew, with the pinned place where it is."""
        pin = self._reflow.follow(pin)
        sizes = self._provider.page_sizes() if self._provider is not None else ()
        viewport = self.viewport().size()
        paged = self._provider is None or self._provider.paged
        self._view, across = fitted(sizes, self._view, self._mode, viewport, paged=paged)
        before = self._corners()
        self._layout = PageLayout(sizes, self._view, across)
        width = across if self._reflow.is_due else self._layout.width
        self._placing = True
        for bar, length, room in (
            (self.horizontalScrollBar(), width, viewport.width()),
            (self.verticalScrollBar(), self._layout.height, viewport.height()),
        ):
            bar.setRange(0, max(0, length - room))
            bar.setPageStep(max(1, room - LINE_STEP))
        self._placing = False
        self.placed.emit()
        self._hold(pin)
        if before != self._corners():
            self.viewport().update()
        if self._told_zoom != self._view.zoom:
            self._told_zoom = self._view.zoom
            self.zoom_changed.emit(self._view.zoom)
        if tell:
            self._after_move()

    def _corners(self) -> list[tuple[int, QPoint, int, int]]:
        """What shows of which pages: as long as this is the same, nothing need be painted."""
        room, found = self.viewport().height(), []
        for page in self.visible_pages():
            rect = self._layout.rect(page).translated(-self.offset)
            found.append((page, rect.topLeft(), rect.width(), min(rect.bottom(), room)))
        return found

    def _hold(self, pin: Pin | None) -> None:
        """Scroll so that the pinned place is at its point."""
        if pin is None or pin.page >= self._layout.count:
            return
        on_canvas = self._layout.transform(pin.page).map(QPointF(*pin.at))
        self._placing = True
        self.horizontalScrollBar().setValue(round(on_canvas.x() - pin.point.x()))
        self.verticalScrollBar().setValue(round(on_canvas.y() - pin.point.y()))
        self._placing = False

    def _go(self, x: int | None, y: int) -> None:
        if x is not None:
            self.horizontalScrollBar().setValue(x)
        self.verticalScrollBar().setValue(y)

    # Following ------------------------------------------------------------------------------

    def _reach(self, page: int, offset: int) -> None:
        """A page is gone to, which is not at the top where the document ends before that: so many
        pixels down the canvas."""

    def _after_move(self) -> None:
        """Something else is visible now, or visible elsewhere."""

    def _reading_point(self) -> QPointF:
        return QPointF(self.viewport().width() / 2, self.viewport().height() / 3)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Qt calls this when a scroll bar has moved."""
        if self._placing:
            return
        self._reflow.let_go()
        self.viewport().scroll(dx, dy)
        self._after_move()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place being read."""
        super().resizeEvent(event)
        self.place_pages(self.top_pin())
