"""What the mouse does in the document view: select by dragging, click highlights and links."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QMouseEvent

from verifier.text.ranges import TextRange
from verifier.ui.reader.grips import cursor_of
from verifier.ui.reader.selection import Selection, Unit, dragged, piece_at

if TYPE_CHECKING:
    from verifier.ui.reader.moving import Mover
    from verifier.ui.reader.pen import Pen
    from verifier.ui.reader.view import ReaderView

SCROLL_EVERY = 30
"""Milliseconds between two steps when a drag has left the window."""


class Mouse(QObject):
    """Follows one mouse over one view."""

    def __init__(self, view: ReaderView) -> None:
        super().__init__(view)
        self._view = view
        self._unit = Unit.CHARACTER
        self._pressed: QPoint | None = None
        self._moved = False
        self._grabbed: QPoint | None = None
        self._tool: Mover | Pen | None = None
        self._last_double = (0.0, QPoint())
        self._last_third = (0.0, QPoint())
        self._at = QPointF()
        self._timer = QTimer(self)
        self._timer.setInterval(SCROLL_EVERY)
        self._timer.timeout.connect(self._scroll)

    @property
    def is_dragging(self) -> bool:
        """Whether a selection is being made."""
        return self._tool is not None or (self._pressed is not None and self._moved)

    def stop(self) -> None:
        """Forget what was begun."""
        self._timer.stop()
        self._pressed = self._grabbed = self._tool = None
        self._moved = False

    def let_go(self) -> None:
        """Forget the grip or the pen: what it moved is elsewhere now."""
        if self._tool is not None:
            self._timer.stop()
            self._tool = None

    def press(self, event: QMouseEvent) -> None:
        """Begin a selection, or grab the paper with the middle button."""
        place = event.position().toPoint()
        if event.button() is Qt.MouseButton.MiddleButton:
            self._grabbed = place
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._tool = self._tool_for(event)
        if self._tool is not None:
            return
        self._pressed, self._moved = place, False
        if self._was_just_there(self._last_double, place):
            self._last_third = (time.monotonic(), place)
            self._begin(event.position(), Unit.LINE, settled=True)
            self._moved = True
            return
        self._unit = Unit.CHARACTER
        now = self._view.current_selection()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and now is not None:
            self._moved = True
            self._extend(event.position())

    def _tool_for(self, event: QMouseEvent) -> Mover | Pen | None:
        """What a press takes hold of: the grip under it, or the pen."""
        if self._view.mover.grab(event.position()):
            return self._view.mover
        return self._view.pen if self._view.pen.begin(event) else None

    def double_click(self, event: QMouseEvent) -> None:
        """Select a word, or after three clicks the paragraph; on a tag, open its claim."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        place = event.position().toPoint()
        tag = self._view.tag_at(event.position())
        if tag is not None:
            self._view.highlight_opened.emit(tag.highlight.id)
            return
        self._pressed, self._moved = place, True
        if self._was_just_there(self._last_third, place):
            self._begin(event.position(), Unit.PARAGRAPH, settled=True)
            return
        self._last_double = (time.monotonic(), place)
        self._begin(event.position(), Unit.WORD, settled=True)

    def move(self, event: QMouseEvent) -> None:
        """Extend the selection, move the paper, or show what is under the pointer."""
        place = event.position().toPoint()
        if self._grabbed is not None:
            self._pan(place)
        elif self._tool is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._at = event.position()
            self._tool.drag(event.position())
            self._scroll_outside(place)
        elif self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event.position())
        else:
            self._hover(event.position())

    def release(self, event: QMouseEvent) -> None:
        """The selection is made, or something was clicked."""
        if event.button() is Qt.MouseButton.MiddleButton:
            self._grabbed = None
            self._view.viewport().unsetCursor()
        if event.button() is Qt.MouseButton.LeftButton and self._tool is not None:
            tool, self._tool = self._tool, None
            self._timer.stop()
            tool.finish()
            return
        if event.button() is not Qt.MouseButton.LeftButton or self._pressed is None:
            return
        was_drag, self._pressed = self._moved, None
        self._moved = False
        self._timer.stop()
        if was_drag:
            self._view.change_selection(self._view.current_selection(), settled=True)
        else:
            self._click(event.position())

    def _click(self, point: QPointF) -> None:
        self._begin(point, Unit.CHARACTER, settled=True)
        link = None if self._view.tag_at(point) is not None else self._view.link_at(point)
        found = self._view.highlights_at(point)
        if found and (link is None or link.address):  # an address is only asked about
            self._view.click_highlight(found)
        if link is not None:
            self._view.follow(link)

    def _drag(self, point: QPointF) -> None:
        self._at = point
        if not self._moved:
            far = QGuiApplication.styleHints().startDragDistance() // 3
            if (point.toPoint() - (self._pressed or QPoint())).manhattanLength() < far:
                return
            self._moved = True
            self._begin(QPointF(self._pressed or QPoint()), self._unit, settled=False)
        self._extend(point)
        self._scroll_outside(point.toPoint())

    def _scroll_outside(self, place: QPoint) -> None:
        """Scroll as long as the pointer is outside the window."""
        outside = not self._view.viewport().rect().contains(place)
        if outside and not self._timer.isActive():
            self._timer.start()
        elif not outside:
            self._timer.stop()

    def _begin(self, point: QPointF, unit: Unit, *, settled: bool) -> None:
        self._unit = unit
        provider = self._view.provider
        index = self._view.offset_at(point)
        if unit is not Unit.CHARACTER:
            under = self._view.character_at(point)
            index = index if under is None else under
        if provider is None or index is None:
            return
        piece = piece_at(provider, index, unit)
        self._view.change_selection(Selection(piece, piece.stop), settled=settled)

    def _extend(self, point: QPointF) -> None:
        now, provider = self._view.current_selection(), self._view.provider
        index = self._view.offset_at(point)
        if now is None or provider is None or index is None:
            return
        piece = piece_at(provider, index, self._unit)
        if self._unit is Unit.CHARACTER:
            piece = TextRange(piece.start, piece.start)
        self._view.change_selection(dragged(now, piece), settled=False)

    def _pan(self, place: QPoint) -> None:
        by = place - (self._grabbed or place)
        self._grabbed = place
        for bar, step in (
            (self._view.horizontalScrollBar(), by.x()),
            (self._view.verticalScrollBar(), by.y()),
        ):
            bar.setValue(bar.value() - step)

    def _hover(self, point: QPointF) -> None:
        view = self._view
        grip = view.mover.grip_at(point)
        if grip is not None:
            shape = cursor_of(grip[0], on_its_side=view.turn_of(grip[0].page).is_on_its_side)
        elif view.pen.is_up:
            shape = Qt.CursorShape.CrossCursor
        elif view.tag_at(point) is not None or view.link_at(point) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif view.text_under(point):
            shape = Qt.CursorShape.IBeamCursor
        else:
            shape = Qt.CursorShape.ArrowCursor
        if view.viewport().cursor().shape() is not shape:
            view.viewport().setCursor(shape)

    def _was_just_there(self, last: tuple[float, QPoint], place: QPoint) -> bool:
        when, where = last
        soon = (
            time.monotonic() - when < QGuiApplication.styleHints().mouseDoubleClickInterval() / 1e3
        )
        return soon and (place - where).manhattanLength() < 6

    @Slot()
    def _scroll(self) -> None:
        """A drag outside the window scrolls it, the faster the farther."""
        window = self._view.viewport().rect()
        beyond = min(0.0, self._at.y()) + max(0.0, self._at.y() - window.height())
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + round(beyond / 2))
        if self._tool is not None:
            self._tool.drag(self._at)
        else:
            self._extend(self._at)
