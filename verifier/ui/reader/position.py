"""How a document is shown and where in it somebody reads, as plain values to be kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from PySide6.QtCore import QPointF, QSize

from verifier.ui.reader.anchor import Anchor
from verifier.ui.reader.layout import Sizes, View
from verifier.ui.reader.sheet import PIXELS_PER_POINT, Fit, fit_text

SMALLEST, LARGEST = 0.25, 4.0
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
LEAST_FITTING = 0.02
"""A photograph or a plan is fitted also where that takes less than the smallest zoom to choose."""


class ZoomMode(StrEnum):
    """What decides the zoom."""

    WIDTH = "width"
    PAGE = "page"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class ReadingPosition:
    """Where somebody was reading, to come back to: a place on a page, and how it was shown."""

    page: int = 0
    """From 0."""
    y: float = 0.0
    """Points from the top of the page, as it is turned, to the top of the window."""
    mode: ZoomMode = ZoomMode.WIDTH
    zoom: float = 1.0
    rotation: int = 0
    columns: int = 1
    anchor: Anchor | None = None
    """What stands at the top of the window in a text without pages, however wide its sheet is."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A place of a page that is to stay where it is in the window."""

    page: int
    at: tuple[float, float]
    point: QPointF


def bounded(zoom: float) -> float:
    """A zoom that can be had."""
    return max(SMALLEST, min(LARGEST, zoom))


def next_step(zoom: float) -> float:
    """The next step up."""
    return next((step for step in STEPS if step > zoom + 0.005), LARGEST)


def previous_step(zoom: float) -> float:
    """The next step down."""
    return next((step for step in reversed(STEPS) if step < zoom - 0.005), SMALLEST)


def fitted(
    sizes: Sizes, view: View, mode: ZoomMode, window: QSize, *, paged: bool
) -> tuple[View, int]:
    """How pages, or a text, lie in a window; and how wide the canvas is at least, in pixels."""
    if paged:
        return replace(view, zoom=fitting_zoom(sizes, view, mode, window)), window.width()
    fit = fit_of_text(view, mode, window)
    return replace(view, zoom=fit.zoom, margin=fit.edge, left=fit.left), fit.across


def fit_of_text(view: View, mode: ZoomMode, window: QSize) -> Fit:
    """How a text without pages lies in a window."""
    return fit_text(window.width(), view.zoom if mode is ZoomMode.FIXED else None)


def fitting_zoom(sizes: Sizes, view: View, mode: ZoomMode, window: QSize) -> float:
    """The zoom at which the widest page, or all of the largest page, fits into the window."""
    if mode is ZoomMode.FIXED or not len(sizes):
        return view.zoom
    turned = view.rotation in (90, 270)
    across, down = np.array(sizes, dtype=np.float64).max(axis=0).tolist()
    widest, tallest = (down, across) if turned else (across, down)
    columns = min(view.columns, len(sizes))
    room = window.width() - 2 * view.margin - (columns - 1) * view.gap
    zoom = room / max(1.0, widest * columns * PIXELS_PER_POINT)
    if mode is ZoomMode.PAGE:
        high = window.height() - 2 * view.gap
        zoom = min(zoom, high / max(1.0, tallest * PIXELS_PER_POINT))
    return float(max(LEAST_FITTING, min(LARGEST, zoom)))
