"""The pen that draws a region: a rectangle marked on a page instead of words.

With the mouse: Alt and drag, or the pen taken up by its command and a drag. With keys: the pen puts
a rectangle into the middle of what shows; arrows move it, with Shift they change its size, with
Ctrl they go by single points. Return takes it, as the button below it does; Escape puts it away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPen

from verifier.text.regions import SMALLEST, Region, between
from verifier.ui.reader.geometry import Rect
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
        self._pressed = QPointF()
        self._drawn = False
        self.is_up = False
        """Whether the next drag draws a region."""
        self.is_offered = True
        """Whether regions are of any use where the view stands."""

    @property
    def can_draw(self) -> bool:
        """Whether there are pages to draw on: a sheet that is set anew for each window has none."""
        provider = self._view.provider
        has_pages = provider is not None and provider.paged and self._view.page_count > 0
        return has_pages and self.is_offered

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
        """A third of the width, in the middle of what shows of the page that is read."""
        view = self._view
        page = view.current_page() - 1
        width, height = view.page_layout.points(page)
        window = QRectF(view.offset, view.viewport().size().toSizeF())
        shown = view.page_layout.rect(page).toRectF().intersected(window)
        x, y = view.page_layout.to_page(page, shown.center())
        half = (width / 6, min(width / 9, height / 3))
        return Region(page + 1, x - half[0], y - half[1], x + half[0], y + half[1]).within(
            width, height
        )

    # The mouse

    def begin(self, event: QMouseEvent) -> bool:
        """Begin a rectangle where the button went down; whether it is the pen's turn."""
        wanted = self.is_up or event.modifiers() & Qt.KeyboardModifier.AltModifier
        place = self._view.place_at(event.position())
        if not wanted or not self.can_draw or place is None:
            return False
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
        region = between(page + 1, (x, y), corner).within(*layout.points(page))
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
        region = self._view.region
        if region is None:
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
        size = self._view.page_layout.points(region.page - 1)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            x1 = max(region.x0 + SMALLEST, region.x1 + across)
            y1 = max(region.y0 + SMALLEST, region.y1 + down)
            made = Region(region.page, region.x0, region.y0, x1, y1).within(*size)
        else:
            made = region.shifted(across, down, *size)
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
