"""The pen that draws a region: a rectangle marked on a page, or a picture, instead of words.

With the mouse: Alt and drag, or the pen taken up by its command and a drag. With keys: the pen puts
a rectangle into the middle of what shows; arrows move it, with Shift they change its size, with
Ctrl they go by single points. Return takes it, as the button below it does; Escape puts it away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPen

from verifier.text.regions import SMALLEST, Region, between
from verifier.ui.reader.frames import frame_at, frame_of, frames_of
from verifier.ui.reader.geometry import Rect, sides
from verifier.ui.reader.marks import box
from verifier.ui.reader.moving import arrow_of

if TYPE_CHECKING:
    from verifier.ui.reader.view import ReaderView

STEP = 12.0
"""Points by which an arrow moves a region; with Ctrl it is one."""


class Pen(QObject):
    """One person's pen over one view."""

    def __init__(self, view: ReaderView) -> None:
        super().__init__(view)
        self._view = view
        self._from: tuple[int, float, float] | None = None
        self._frame: Rect = (0.0, 0.0, 0.0, 0.0)
        """What the rectangle that is being drawn may not leave."""
        self._pressed = QPointF()
        self._drawn = False
        self.is_up = False
        """Whether the next drag draws a region."""
        self.is_offered = True
        """Whether regions are of any use where the view stands."""

    @property
    def can_draw(self) -> bool:
        """Whether a page to draw on shows, or a picture in a text without pages."""
        return self.is_offered and bool(self._visible_frames())

    def _visible_frames(self) -> list[tuple[int, Rect, Rect]]:
        """The frames of which something shows: page from 0, the frame, what shows of it."""
        view, provider = self._view, self._view.provider
        if provider is None:
            return []
        window = QRectF(view.offset, view.viewport().size().toSizeF())
        found = []
        for page in view.visible_pages():
            x0, y0 = view.page_layout.to_page(page, window.topLeft())
            x1, y1 = view.page_layout.to_page(page, window.bottomRight())
            shown = box((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
            for frame in frames_of(provider, page):
                part = box(frame).intersected(shown)
                if min(part.width(), part.height()) >= SMALLEST:
                    found.append((page, frame, sides(part)))
        return found

    def take_up(self) -> None:
        """Be ready to draw, with a rectangle that keys can move; again: put the pen away."""
        if not self.can_draw:
            return
        if self.is_up:
            self.put_away()
            return
        self.is_up = True
        self._view.set_region(self._first(), settled=True)
        self._view.viewport().setCursor(Qt.CursorShape.CrossCursor)

    def put_away(self) -> None:
        """Draw nothing more; what was drawn and not taken is gone."""
        self.is_up = False
        self._from = None
        self._view.set_region(None, settled=True)
        self._view.viewport().unsetCursor()

    def _first(self) -> Region:
        """A third of the width, in the middle of what shows of the page that is read.

        Of a text without pages, of the picture of which most shows.
        """
        read = self._view.current_page() - 1
        is_paged = self._view.provider is not None and self._view.provider.paged

        def fitness(found: tuple[int, Rect, Rect]) -> tuple[bool, float]:
            page, _, (left, top, right, bottom) = found
            return is_paged and page == read, (right - left) * (bottom - top)

        page, frame, (left, top, right, bottom) = max(self._visible_frames(), key=fitness)
        width, height = frame[2] - frame[0], frame[3] - frame[1]
        x, y = (left + right) / 2, (top + bottom) / 2
        half = [max(side, SMALLEST / 2) for side in (width / 6, min(width / 9, height / 3))]
        drawn = Region(page + 1, x - half[0], y - half[1], x + half[0], y + half[1])
        return drawn.within(frame)

    # The mouse

    def begin(self, event: QMouseEvent) -> bool:
        """Begin a rectangle where the button went down; whether it is the pen's turn."""
        wanted = self.is_up or event.modifiers() & Qt.KeyboardModifier.AltModifier
        place = self._view.place_at(event.position())
        provider = self._view.provider
        if not wanted or not self.is_offered or place is None or provider is None:
            return False
        frame = frame_at(provider, *place)
        if frame is None:
            self.put_away()
            return False
        self._frame = frame
        self._from, self._pressed, self._drawn = place, event.position(), False
        return True

    def drag(self, point: QPointF) -> None:
        """The other corner is at a point of the viewport."""
        if self._from is None:
            return
        far = QGuiApplication.styleHints().startDragDistance() // 3
        if not self._drawn and (point - self._pressed).manhattanLength() < far:
            return
        self._drawn = True
        page, x, y = self._from
        layout = self._view.page_layout
        corner = layout.to_page(page, point + QPointF(self._view.offset))
        region = between(page + 1, (x, y), corner).within(self._frame)
        self._view.set_region(region, settled=False)

    def finish(self) -> None:
        """The button was let go: the region can be taken now. A click alone puts the pen away."""
        region, drawn = self._view.region, self._drawn
        self._from, self._drawn = None, False
        if not drawn or region is None or not region.is_drawn:
            self.put_away()
            return
        self.is_up = False
        self._view.viewport().unsetCursor()
        self._view.set_region(region, settled=True)

    # Keys

    def press(self, event: QKeyEvent) -> bool:
        """Move the region or change its size; whether the key was for the pen."""
        region, provider = self._view.region, self._view.provider
        if region is None or provider is None:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._view.want_claim()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return True
        wanted = arrow_of(event)
        if wanted is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        step = 1.0 if event.modifiers() & Qt.KeyboardModifier.ControlModifier else STEP
        across, down = step * wanted[0], step * wanted[1]
        turn = self._view.turn_of(region.page - 1)
        seen, frame = turn.seen_region(region), turn.seen(frame_of(provider, region))
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            x1 = max(seen.x0 + SMALLEST, seen.x1 + across)
            y1 = max(seen.y0 + SMALLEST, seen.y1 + down)
            seen = Region(region.page, seen.x0, seen.y0, x1, y1).within(frame)
        else:
            seen = seen.shifted(across, down, frame)
        made = turn.back.seen_region(seen)
        self._view.set_region(made, settled=True)
        self._view.ensure_visible(made)
        return True


def paint_region(painter: QPainter, rect: Rect, colour: str, scale: float) -> None:
    """A fresh region: a thin veil of the accent with a dashed frame."""
    ink = QColor(colour)
    veil = QColor(ink)
    veil.setAlphaF(0.12)
    painter.setBrush(veil)
    painter.setPen(QPen(ink, 1.5 / scale, Qt.PenStyle.DashLine))
    painter.drawRect(box(rect))
