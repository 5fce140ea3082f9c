"""Widgets that look up their colours again: those in sight at once, the others a few each turn.

Qt's style for sheets keeps what it worked out for a widget, and looks again only when the widget
is polished. A new sheet would do that to each widget once for every widget around it.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

TURN_SECONDS = 0.008
"""Of the window's own work: by the clock a busy machine would let few widgets through."""
PAUSE_MS = 20
"""Before and between those turns: what is in sight is painted first."""
SINCE = "coloursSince"
"""A widget's property: the change of palette that it followed last."""
_changes = itertools.count(1)


class Repainting(QObject):
    """Goes round the widgets after the palette has changed."""

    def __init__(self, app: QApplication, owner: QObject) -> None:
        super().__init__(owner)
        self._app = app
        self._change = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Another palette: what is in sight follows at once."""
        self._change = next(_changes)
        for widget in self._left():
            if widget.isVisible():
                self._polish(widget)
        self._pause.start()

    @Slot()
    def _go_on(self) -> None:
        end = None
        for widget in self._left():
            if end is None:
                end = time.thread_time() + TURN_SECONDS
            self._polish(widget)
            if time.thread_time() > end:
                self._pause.start()
                return

    def _left(self) -> Iterator[QWidget]:
        """Those that have not followed. Asked each turn: widgets of Qt's own go without a word."""
        return filter(self._is_left, self._app.allWidgets())

    def _is_left(self, widget: QWidget) -> bool:
        return (
            widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)
            and widget.property(SINCE) != self._change
        )

    def _polish(self, widget: QWidget) -> None:
        widget.setProperty(SINCE, self._change)
        widget.style().polish(widget)
        widget.update()
