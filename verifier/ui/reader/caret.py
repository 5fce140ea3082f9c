"""Where the caret is seen: brought into view, and taken a screen up or down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from verifier.text.direction import runs_rtl
from verifier.ui.reader.placed import LINE_STEP
from verifier.ui.reader.selection import page_of

if TYPE_CHECKING:
    from verifier.ui.reader.pointed import PointedCanvas

AROUND = 12
"""Pixels that show around the caret."""


def caret_seen(view: PointedCanvas, head: int) -> QRectF | None:
    """A place between two characters, in the viewport; None where nothing stands there."""
    provider = view.provider
    if provider is None:
        return None
    page = page_of(provider, head)
    view.settle_page(page)
    caret = provider.geometry(page).caret(head - provider.starts[page])
    return None if caret is None else view.to_viewport(page, caret)


def show_caret(view: PointedCanvas, head: int) -> None:
    """Scroll as little as needed to show a place between two characters."""
    place = caret_seen(view, head)
    if place is None:
        return
    room = view.viewport().rect().adjusted(AROUND, AROUND, -AROUND, -AROUND)
    for bar, low, high, first, last in (
        (view.verticalScrollBar(), place.top(), place.bottom(), room.top(), room.bottom()),
        (view.horizontalScrollBar(), place.left(), place.right(), room.left(), room.right()),
    ):
        if low < first:
            bar.setValue(bar.value() + round(low - first))
        elif high > last:
            bar.setValue(bar.value() + round(high - last))


def runs_leftward(view: PointedCanvas, head: int) -> bool:
    """Whether the paragraph at a place runs from right to left, so that left leads on."""
    provider = view.provider
    return provider is not None and runs_rtl(provider.paragraph(head).of(provider.text))


def screen_beside(view: PointedCanvas, head: int, step: int, column: float) -> int:
    """The place a screen below or above another one, in a column of its page; scrolls as far."""
    provider, seen = view.provider, caret_seen(view, head)
    if provider is None or seen is None:
        return head
    page, far = page_of(provider, head), view.viewport().height() - LINE_STEP
    x = view.to_viewport(page, (column, 0, column, 0)).left() if not view.rotation() else seen.x()
    bar = view.verticalScrollBar()
    before = bar.value()
    bar.setValue(before + step * far)
    gone = bar.value() - before
    found = view.offset_at(QPointF(x, seen.center().y() + step * far - gone))
    return head if found is None else found
