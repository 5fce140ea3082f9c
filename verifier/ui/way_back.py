"""The way back: where somebody was before a link, a search or a claim took them elsewhere.

As in a browser: going back and forward along the places that were left by a jump. Scrolling and
turning pages are no jumps. A place is forgotten with the tab it was in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from verifier.ui.reader.position import ReadingPosition
from verifier.ui.reader.view import ReaderView
from verifier.ui.turns import next_turn

AT_MOST = 200
"""Places that are remembered in each direction."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place in a document that is open."""

    view: ReaderView
    position: ReadingPosition


class WayBack(QObject):
    """Remembers the places that were left, in the order they were left."""

    changed = Signal()
    """It can be gone back now, or forward, or no longer."""

    def __init__(
        self,
        here: Callable[[], ReaderView | None],
        show: Callable[[ReaderView], bool],
        parent: QObject,
    ) -> None:
        """`here` tells what is read now, `show` brings it to the front if it is still open."""
        super().__init__(parent)
        self._here = here
        self._show = show
        self._behind: list[Stop] = []
        self._ahead: list[Stop] = []
        self._arrived: Stop | None = None
        """Where the last jump led to, if it was one of a series."""
        self.is_jumping = False
        """Whether what is noted in this turn belongs to the jump that was noted last."""

    @property
    def can_go_back(self) -> bool:
        """Whether a place was left."""
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        """Whether somebody came back from a place."""
        return bool(self._ahead)

    @Slot(object, object, bool)
    def note(self, view: ReaderView, position: ReadingPosition, of_series: bool) -> None:
        """This place is left by a jump.

        A jump into another document moves that one, too: only what was left first is noted. Of a
        series (one find after the other) it is where the first one was gone to from.
        """
        if self.is_jumping or not view.isVisible():
            return
        self.is_jumping = True
        next_turn(self, partial(self._arrive, view if of_series else None))
        if of_series and self._arrived == Stop(view, position):
            return
        self._behind = [*self._behind, Stop(view, position)][-AT_MOST:]
        self._ahead.clear()
        self.changed.emit()

    def _arrive(self, view: ReaderView | None) -> None:
        self.is_jumping = False
        self._arrived = Stop(view, view.position()) if view is not None else None

    @Slot()
    def back(self) -> None:
        """Go to the place that was left last."""
        self._go(self._behind, self._ahead)

    @Slot()
    def forward(self) -> None:
        """Go to the place that was come back from last."""
        self._go(self._ahead, self._behind)

    def _go(self, stops: list[Stop], others: list[Stop]) -> None:
        here = self._here()
        left = Stop(here, here.position()) if here is not None else None
        while stops:
            stop = stops.pop()
            if self._show(stop.view):
                stop.view.return_to(stop.position)
                if left is not None:
                    others.append(left)
                break
        self.changed.emit()

    def forget(self) -> None:
        """Another case is opened: nothing was left in it yet."""
        self._behind.clear()
        self._ahead.clear()
        self.changed.emit()
