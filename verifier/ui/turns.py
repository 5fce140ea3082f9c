"""Work that is done in several turns of the event loop: keys, clicks and painting come between."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


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
