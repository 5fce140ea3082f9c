"""Widgets that look up their colours again: those in sight at once, the others a few each turn.

Qt's style for sheets keeps what it worked out for a widget, and looks again only when the widget
is polished. A new sheet would do that to each widget once for every widget around it.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from verifier.ui.turns import next_turn

TURN_SECONDS = 0.008
SINCE = "coloursSince"
"""A widget's property: the change of palette that it followed last."""
_changes = itertools.count(1)


class Repainting(QObject):
    """Goes round the widgets after the palette has changed."""

    def __init__(self, app: QApplication, owner: QObject) -> None:
        super().__init__(owner)
        self._app = app
        self._change = 0
        self._is_waiting = False

    def begin(self) -> None:
        """Another palette: what is in sight follows at once."""
        self._change = next(_changes)
        for widget in self._left():
            if widget.isVisible():
                self._polish(widget)
        self._wait()

    def _wait(self) -> None:
        if not self._is_waiting:
            self._is_waiting = True
            next_turn(self, self._go_on)

    @Slot()
    def _go_on(self) -> None:
        self._is_waiting = False
        end = time.perf_counter() + TURN_SECONDS
        for widget in self._left():
            self._polish(widget)
            if time.perf_counter() > end:
                self._wait()
                return

    def _left(self) -> Iterator[QWidget]:
        """Those that have not followed. Asked each turn: widgets of Qt's own go without a word."""
        for widget in self._app.allWidgets():
            if (
                widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)
                and widget.property(SINCE) != self._change
            ):
                yield widget

    def _polish(self, widget: QWidget) -> None:
        widget.setProperty(SINCE, self._change)
        widget.style().polish(widget)
        widget.update()
