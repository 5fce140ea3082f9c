"""Widgets that look up their colours again, a few each turn: first those in sight, unpainted until
the last of them has done so, then the others.

Qt's style for sheets keeps what it worked out for a widget, and looks again only when the widget
is polished. A new sheet would do that to each widget once for every widget around it.
"""

from __future__ import annotations

import itertools
import time

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from verifier.ui.turns import Pause, next_turn, pause_painting

TURN_SECONDS = 0.008
"""Of the window's own work: by the clock a busy machine would let few widgets through."""
PAUSE_MS = 20
"""Before and between the turns of what is out of sight: what is in sight is painted first."""
SINCE = "coloursSince"
"""A widget's property: the change of palette that it followed last."""
_changes = itertools.count(1)


class Repainting(QObject):
    """Goes round the widgets after the palette has changed."""

    def __init__(self, app: QApplication, owner: QObject) -> None:
        super().__init__(owner)
        self._app = app
        self._change = 0
        self._unpainted: list[Pause] = []
        """Of windows that wait for their last widget in sight."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Another palette: what is in sight follows first."""
        self._change = next(_changes)
        for window in self._app.topLevelWidgets():
            if window.isVisible() and (pause := pause_painting(window)):
                self._unpainted.append(pause)
        self._go_on_in_sight()

    def _go_on_in_sight(self) -> None:
        if not self._is_done([widget for widget in self._left() if widget.isVisible()]):
            self._timer.start(0)
            return
        unpainted, self._unpainted = self._unpainted, []
        for pause in unpainted:
            if isValid(pause):
                next_turn(pause, pause.end)
        self._timer.start(PAUSE_MS)

    @Slot()
    def _go_on(self) -> None:
        if self._unpainted:
            self._go_on_in_sight()
        elif not self._is_done(self._left()):
            self._timer.start(PAUSE_MS)

    def _is_done(self, widgets: list[QWidget]) -> bool:
        """Whether all of them have followed in this turn."""
        end = time.thread_time() + TURN_SECONDS
        for count, widget in enumerate(widgets, 1):
            self._polish(widget)
            if time.thread_time() > end:
                return count == len(widgets)
        return True

    def _left(self) -> list[QWidget]:
        """Those that have not followed. Asked each turn: widgets of Qt's own go without a word."""
        return [widget for widget in self._app.allWidgets() if self._is_left(widget)]

    def _is_left(self, widget: QWidget) -> bool:
        return (
            widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)
            and widget.property(SINCE) != self._change
        )

    def _polish(self, widget: QWidget) -> None:
        widget.setProperty(SINCE, self._change)
        widget.style().polish(widget)
        widget.update()
