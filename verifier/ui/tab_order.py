"""The order in which Tab goes through a window: as it is seen, whatever was made when.

Qt goes by when a control was made. Much of the window is made anew for each claim, and would come
after everything else: from a statement Tab went to the reason and never to the verdict between.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QWidget,
)

_WHOLE = (QComboBox, QAbstractSpinBox, QLineEdit)
"""Controls whose parts are no stops of their own."""
_TAB, _BACKTAB = Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


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
    if (
        widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.focusProxy() is None
    ):
        yield widget
    if not isinstance(widget, _WHOLE):
        for child in _as_seen(widget):
            yield from stops_in(child)


def _as_seen(widget: QWidget) -> list[QWidget]:
    """What shows in a widget: row by row, in a row along the lines of the language."""
    shown = [
        child
        for child in widget.findChildren(QWidget, options=_DIRECT)
        if child.isVisible() and not child.isWindow()
    ]
    is_leftward = widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
    found: list[QWidget] = []
    row: list[QWidget] = []
    room = QRect()
    for child in sorted(shown, key=lambda each: each.y()):
        place = child.geometry()
        if row and not _is_beside(room, place):
            found += _along(row, is_leftward)
            row, room = [], QRect()
        row.append(child)
        room = room.united(place)
    return found + _along(row, is_leftward)


def _is_beside(room: QRect, place: QRect) -> bool:
    """Whether what stands at a place is in the same row: half of the lower of the two at least."""
    shared = min(room.bottom(), place.bottom()) - max(room.top(), place.top())
    return 2 * shared > min(room.height(), place.height())


def _along(row: list[QWidget], is_leftward: bool) -> list[QWidget]:
    def place(each: QWidget) -> tuple[int, int]:
        return -each.geometry().right() if is_leftward else each.x(), each.y()

    return sorted(row, key=place)


def _show(widget: QWidget) -> None:
    """Scroll what the control lies in so that it shows."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()
