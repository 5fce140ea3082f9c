"""Moving the ends of a highlight by its grips or by keys: shown at once, told when it is done.

While somebody drags or presses keys, the view shows where the highlight would be. It is told as one
change when the button or Alt is let go, when the keys rest, or when the keyboard goes elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent

from verifier.text.ranges import TextRange
from verifier.text.regions import Place, Region
from verifier.ui.reader.caret import runs_leftward
from verifier.ui.reader.frames import frame_of
from verifier.ui.reader.grips import REACH, Grip, grips_of, stepped, with_edge, with_end
from verifier.ui.reader.highlights import PaintedHighlight
from verifier.ui.reader.selection import Move, moved

if TYPE_CHECKING:
    from verifier.ui.reader.view import ReaderView

REST_MS = 900
"""So long after the last key the change is told."""
STEP = 6.0
FAR_STEP = 36.0
"""Points by which a key moves an edge of a region, without and with Ctrl."""
_ARROWS: dict[Qt.Key, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def arrow_of(event: QKeyEvent) -> tuple[int, int] | None:
    """Where an arrow key points: across and down."""
    return _ARROWS.get(Qt.Key(event.key()))


class Mover(QObject):
    """Follows one person who moves an end."""

    def __init__(self, view: ReaderView) -> None:
        super().__init__(view)
        self._view = view
        self._highlight: PaintedHighlight | None = None
        """None while a fresh region is moved, which is no highlight yet."""
        self._grip: Grip | None = None
        self._place: Place | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.settle)

    @property
    def place(self) -> Place | None:
        """Where the highlight that is being moved would be."""
        return self._place

    # Grips

    def grips(self, page: int) -> list[tuple[Grip, PaintedHighlight | None]]:
        """The grips on a page: of a fresh region, or of the selected highlights."""
        view, provider = self._view, self._view.provider
        if provider is None:
            return []
        region = view.region
        if region is not None:
            return [(grip, None) for grip in grips_of(provider, region, page)]
        return [
            (grip, highlight)
            for highlight in view.selected_highlights(page)
            for grip in grips_of(provider, self._shown(highlight), page)
        ]

    def grip_at(self, point: QPointF) -> tuple[Grip, PaintedHighlight | None] | None:
        """The grip under a point of the viewport."""
        for page in self._view.visible_pages():
            for grip, highlight in self.grips(page):
                rect = (grip.x, grip.y, grip.x, grip.y)
                away = self._view.to_viewport(page, rect).topLeft() - point
                if abs(away.x()) <= REACH and abs(away.y()) <= REACH:
                    return grip, highlight
        return None

    # The mouse

    def grab(self, point: QPointF) -> bool:
        """Take the grip under a point; whether there was one."""
        found = self.grip_at(point)
        if found is None:
            return False
        self.settle()
        self._grip, self._highlight = found
        return True

    def drag(self, point: QPointF) -> None:
        """The grip is at another point now."""
        grip, provider = self._grip, self._view.provider
        if grip is None or provider is None:
            return
        if isinstance(grip.place, TextRange):
            index = self._view.offset_at(point)
            if index is not None:
                self._show(with_end(provider.text, grip.place, grip.across, index))
        else:
            x, y = self._view.page_layout.to_page(grip.page, point + QPointF(self._view.offset))
            self._show(with_edge(grip.place, grip, x, y, frame_of(provider, grip.place)))

    def finish(self) -> None:
        """The button was let go."""
        self._grip = None
        if self._highlight is None and self._view.region is not None:
            self._view.set_region(self._view.region, settled=True)
        self.settle()

    # Keys

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key would move an end: Alt with an arrow, while a highlight shows."""
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        return is_alt and arrow_of(event) is not None and self._target() is not None

    def press(self, event: QKeyEvent) -> bool:
        """Alt with an arrow moves the end, with Shift the start, with Ctrl farther."""
        wanted = arrow_of(event)
        modifiers = event.modifiers()
        if wanted is None or not modifiers & Qt.KeyboardModifier.AltModifier:
            return False
        highlight = self._target()
        if highlight is None:
            return False
        if self._highlight is not highlight:
            self.settle()
        self._highlight = highlight
        edge = -1 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1
        far = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        place = self._shown(highlight)
        if isinstance(place, Region):
            self._show(self._edge_moved(place, wanted, edge, far))
        else:
            found = self._end_moved(place, wanted, edge, far)
            self._show(found)
            self._view.show_caret(found.start if edge < 0 else found.stop)
        self._rest.start()
        return True

    def _end_moved(
        self, place: TextRange, wanted: tuple[int, int], edge: int, far: bool
    ) -> TextRange:
        provider = self._view.provider
        if provider is None:
            return place
        across, down = wanted
        at = place.start if edge < 0 else place.stop
        if across:
            forward = (across > 0) != runs_leftward(self._view, max(place.start, at - 1))
            return stepped(provider.text, place, edge, forward=forward, word=far)
        found = moved(provider, at, Move.LINE_DOWN if down > 0 else Move.LINE_UP)
        return with_end(provider.text, place, edge, found)

    def _edge_moved(self, place: Region, wanted: tuple[int, int], edge: int, far: bool) -> Region:
        provider = self._view.provider
        if provider is None:
            return place
        across, down = wanted
        turn = self._view.turn_of(place.page - 1)
        seen, frame = turn.seen_region(place), turn.seen(frame_of(provider, place))
        grip = Grip(seen, edge if across else 0, edge if down else 0, place.page - 1, 0, 0)
        step = FAR_STEP if far else STEP
        x = (seen.x0 if edge < 0 else seen.x1) + step * across
        y = (seen.y0 if edge < 0 else seen.y1) + step * down
        return turn.back.seen_region(with_edge(seen, grip, x, y, frame))

    def _target(self) -> PaintedHighlight | None:
        """The highlight whose ends keys move: the one clicked last, or the first that shows.

        What does not show is left alone: nobody means it.
        """
        if self._highlight is not None and self._place is not None:
            return self._highlight
        window = QRectF(self._view.viewport().rect())
        found = [
            each
            for page in self._view.visible_pages()
            for each in self._view.selected_highlights(page)
            if any(
                self._view.to_viewport(page, rect).intersects(window)
                for rect in self._view.rects_of(page, each.place)
            )
        ]
        clicked = self._view.clicked
        return next((each for each in found if each.id == clicked), next(iter(found), None))

    # Both

    def _shown(self, highlight: PaintedHighlight) -> Place:
        """Where a highlight stands, or would stand."""
        mine = self._highlight is not None and self._highlight.id == highlight.id
        return self._place if mine and self._place is not None else highlight.place

    def _show(self, place: Place) -> None:
        if self._highlight is None and isinstance(place, Region):
            self._view.set_region(place, settled=False)
        elif place != self._place:
            self._place = place
            self._view.viewport().update()

    @Slot()
    def settle(self) -> None:
        """Tell the change, if there is one."""
        self._rest.stop()
        highlight, place = self._highlight, self._place
        self._highlight = self._place = None
        if highlight is not None and place is not None and place != highlight.place:
            self._view.viewport().update()
            self._view.place_moved.emit(highlight.id, place)

    def drop(self) -> None:
        """Forget the change."""
        self._rest.stop()
        self._highlight = self._grip = self._place = None
        self._view.viewport().update()
