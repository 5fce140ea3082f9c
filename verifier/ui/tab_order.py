"""The order in which Tab goes through a window: as it is seen, whatever was made when.

Qt goes by when a control was made. Much of the window is made anew for each claim, and would come
after everything else: from a statement Tab went to the reason and never to the verdict between.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QGridLayout,
    QLayout,
    QLineEdit,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QToolBar,
    QWidget,
)

_WHOLE = (QComboBox, QAbstractSpinBox, QLineEdit)
"""Controls whose parts are no stops of their own."""
_TAB, _BACKTAB = Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason


def move_focus(root: QWidget, *, forward: bool) -> bool:
    """Give the keyboard to the next control of a window; False where it is at none of them."""
    here = root.focusWidget()
    stops = list(stops_in(root))
    if here is None or here not in stops:
        return False
    found = stops[(stops.index(here) + (1 if forward else -1)) % len(stops)]
    found.setFocus(_TAB if forward else _BACKTAB)
    _show(found)
    return True


def stops_in(widget: QWidget) -> Iterator[QWidget]:
    """The controls that Tab stops at, in the order in which they are seen."""
    if not widget.isVisible():
        return
    if (
        widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.focusProxy() is None
    ):
        yield widget
    if isinstance(widget, _WHOLE):
        return
    for child in dict.fromkeys(_children(widget)):
        if child is not None and not child.isWindow():
            yield from stops_in(child)


def _children(widget: QWidget) -> Iterator[QWidget | None]:
    """What a widget holds, in the order in which it is seen; some may be told twice."""
    if isinstance(widget, QMainWindow):
        yield from (part for part in widget.children() if isinstance(part, QToolBar))
        yield widget.centralWidget()
    elif isinstance(widget, QAbstractScrollArea):
        yield widget.viewport()
    elif isinstance(widget, QSplitter | QStackedWidget):
        yield from (widget.widget(at) for at in range(widget.count()))
    elif isinstance(widget, QTabWidget):
        yield widget.tabBar()
    layout = widget.layout()
    if layout is not None and not isinstance(widget, QMainWindow):
        yield from _laid_out(layout)
    yield from (child for child in widget.children() if isinstance(child, QWidget))


def _laid_out(layout: QLayout) -> Iterator[QWidget | None]:
    numbers = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places = {at: cast("tuple[int, ...]", layout.getItemPosition(at)) for at in numbers}
        numbers.sort(key=lambda at: places[at][:2])
    for at in numbers:
        item = layout.itemAt(at)
        inner = item.layout() if item is not None else None
        if inner is not None:
            yield from _laid_out(inner)
        elif item is not None:
            yield item.widget()


def _show(widget: QWidget) -> None:
    """Scroll what the control lies in so that it shows."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()
