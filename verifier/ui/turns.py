"""Work that is done in several turns of the event loop: keys, clicks and painting come between."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget


def next_turn(owner: QObject, do: Callable[[], None]) -> None:
    """Do something in the next turn, unless its owner is gone by then.

    `QTimer.singleShot(0, owner, do)` would not wait: given a context, Qt posts it as an event of
    the present turn, before anything is painted.
    """
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.timeout.connect(do)
    timer.timeout.connect(timer.deleteLater)
    timer.start(0)


def paint_in_next_turn(window: QWidget) -> None:
    """What changes in a window now is painted after the next turn, apart from the work on it."""
    if window.updatesEnabled():
        window.setUpdatesEnabled(False)
        pause = _Pause(window)
        next_turn(pause, pause.end)


class _Pause(QObject):
    """Ends with its window: what waited for a turn and held that would outlive it."""

    @Slot()
    def end(self) -> None:
        window = self.parent()
        assert isinstance(window, QWidget)
        window.setUpdatesEnabled(True)
        self.deleteLater()
