"""Work that is done in several turns of the event loop: keys, clicks and painting come between."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Slot
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
    if pause := pause_painting(window):
        next_turn(pause, pause.end)


def pause_painting(window: QWidget) -> Pause | None:
    """Paint nothing in a window until the pause is ended; None where one has begun already."""
    if not window.updatesEnabled():
        return None
    window.setUpdatesEnabled(False)
    return Pause(window)


class Pause(QObject):
    """Ends with its window: what waited for a turn and held that would outlive it.

    A request to paint that comes while a whole window is paused is lost, though Qt takes it for
    still on its way, and asks for no other: the window would stay as it is, or black where it was
    never painted. So the end asks for one, which paints nothing where nothing is to be painted.
    """

    @Slot()
    def end(self) -> None:
        """Paint what has changed since."""
        window = self.parent()
        assert isinstance(window, QWidget)
        window.setUpdatesEnabled(True)
        request = QEvent(QEvent.Type.UpdateRequest)
        later = Qt.EventPriority.LowEventPriority.value
        QCoreApplication.postEvent(window.window(), request, later)
        self.deleteLater()
