"""Makes a text ready on another sheet while the window still shows it on the one before.

Called in the drawing thread. What shows first is set, its characters are placed and its pictures
drawn, so that one sheet can take the other's place in a single step.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage

from verifier.errors import Cancelled
from verifier.ui.reader.anchor import Anchor, height_of
from verifier.ui.reader.layout import PageLayout, View
from verifier.ui.reader.pictures import Drawing, Piece
from verifier.ui.reader.set_text import SetText
from verifier.ui.reader.sheets import wishes_in

Drawn = tuple[Piece, Drawing, QImage]


@dataclass(frozen=True, slots=True)
class Order:
    """What to make ready, and for which window. Lengths are pixels."""

    text: SetText
    view: View
    across: int
    """Of the canvas."""
    pane: tuple[int, int]
    ratio: float
    """Device pixels in a pixel."""
    page: int
    """The stretch, from 0, on which the anchor stands."""
    anchor: Anchor | None
    """What is to stay where it is; None: the start of the text is at the top."""
    at: float
    """How far down the window the anchor is."""
    is_wanted: Callable[[], bool]
    """Asked now and then: what nobody waits for any more is given up."""


@dataclass(frozen=True, slots=True)
class Ready:
    """What was made ready."""

    text: SetText
    pictures: Sequence[Drawn]


def make_ready(order: Order) -> Ready:
    """Set, place and draw what will show. Raises Cancelled where nobody wants it any more."""
    text = order.text
    _settle(order, order.page)
    while True:
        layout = PageLayout(text.page_sizes(), order.view, order.across)
        window = _window(order, layout)
        pages = layout.pages_between(window.top(), window.bottom())
        unset = [page for page in pages if not text.settled(page)]
        if not unset:
            break
        for page in unset:
            _settle(order, page)
    pictures = []
    for piece, drawing in wishes_in(layout, window, order.ratio, text.settled):
        _give_up_unwanted(order)
        if drawing is not None:
            image = text.render(piece.page, piece.scale, drawing.clip(piece.band))
            pictures.append((piece, drawing, image))
    return Ready(text, pictures)


def _settle(order: Order, page: int) -> None:
    _give_up_unwanted(order)
    order.text.measure(page)
    order.text.settle(page)


def _give_up_unwanted(order: Order) -> None:
    if not order.is_wanted():
        raise Cancelled


def _window(order: Order, layout: PageLayout) -> QRectF:
    """The part of the canvas that will show."""
    width, height = order.pane
    if order.anchor is None:
        return QRectF(0, 0, width, height)
    geometry = order.text.geometry(order.page)
    y = height_of(order.anchor, geometry, order.text.starts[order.page])
    top = layout.transform(order.page).map(QPointF(0.0, y)).y() - order.at
    return QRectF(0, max(0.0, min(top, layout.height - height)), width, height)
