"""Widgets that look up their colours again: those in sight at once, the others a few each turn.

Qt's style for sheets keeps what it worked out for a widget, and looks again only when the widget
is polished. A new sheet would do that to each widget once for every widget around it.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from verifier.ui.turns import next_turn

TURN_SECONDS = 0.008


class Repainting(QObject):
    """Goes round the widgets after the palette has changed."""

    def __init__(self, app: QApplication, owner: QObject) -> None:
        super().__init__(owner)
        self._app = app
        self._hidden: Iterator[QWidget] | None = None

    def begin(self) -> None:
        """Another palette: what is in sight follows at once."""
        polished = [
            widget
            for widget in self._app.allWidgets()
            if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)
        ]
        for widget in polished:
            if widget.isVisible():
                _polish(widget)
        waits = self._hidden is not None
        self._hidden = iter([widget for widget in polished if not widget.isVisible()])
        if not waits:
            next_turn(self, self._go_on)

    def _go_on(self) -> None:
        assert self._hidden is not None
        end = time.perf_counter() + TURN_SECONDS
        for widget in self._hidden:
            if isValid(widget):
                _polish(widget)
            if time.perf_counter() > end:
                next_turn(self, self._go_on)
                return
        self._hidden = None


def _polish(widget: QWidget) -> None:
    widget.style().polish(widget)
    widget.update()
