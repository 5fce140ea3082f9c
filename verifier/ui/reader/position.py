"""How a document is shown and where in it somebody reads, as plain values to be kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from PySide6.QtCore import QSize

from verifier.ui.reader.layout import PIXELS_PER_POINT, Sizes, View

SMALLEST, LARGEST = 0.25, 4.0
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
LEAST_FITTING = 0.02
"""A photograph or a plan is fitted also where that takes less than the smallest zoom to choose."""
WIDEST_SHEET = 1.5
"""Fit to width enlarges text without pages no further: its lines are not to become posters."""


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
    """Points from the top of the page to the top of the window."""
    mode: ZoomMode = ZoomMode.WIDTH
    zoom: float = 1.0
    rotation: int = 0
    columns: int = 1


def bounded(zoom: float) -> float:
    """A zoom that can be had."""
    return max(SMALLEST, min(LARGEST, zoom))


def next_step(zoom: float) -> float:
    """The next step up."""
    return next((step for step in STEPS if step > zoom + 0.005), LARGEST)


def previous_step(zoom: float) -> float:
    """The next step down."""
    return next((step for step in reversed(STEPS) if step < zoom - 0.005), SMALLEST)


def fitting_zoom(sizes: Sizes, view: View, mode: ZoomMode, window: QSize, *, paged: bool) -> float:
    """The zoom at which the widest page, or all of the largest page, fits into the window."""
    if mode is ZoomMode.FIXED or not len(sizes):
        return view.zoom
    turned = view.rotation in (90, 270)
    across, down = np.array(sizes, dtype=np.float64).max(axis=0).tolist()
    widest, tallest = (down, across) if turned else (across, down)
    room = window.width() - 2 * view.margin - (view.columns - 1) * view.gap
    zoom = room / max(1.0, widest * view.columns * PIXELS_PER_POINT)
    if mode is ZoomMode.PAGE and paged:
        high = window.height() - 2 * view.gap
        zoom = min(zoom, high / max(1.0, tallest * PIXELS_PER_POINT))
    return float(max(LEAST_FITTING, min(LARGEST if paged else WIDEST_SHEET, zoom)))
