"""The grey picture that Tesseract gets, and where it lies in the picture as it is shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verifier.reading.arrays import Boxes

POINTS_PER_PIXEL = 0.75
"""As browsers count: 96 pixels an inch."""
_SIDEWAYS = frozenset({5, 6, 7, 8})
_FROM_RIGHT = frozenset({2, 3, 7, 8})
_FROM_BOTTOM = frozenset({3, 4, 6, 7})
"""Turns (as EXIF numbers them) in which the upright picture's edges are the shown one's right or
lower ones."""


@dataclass(frozen=True)
class GreyPicture:
    """What Tesseract gets, and where that lies in the picture as it is shown."""

    png: bytes = field(repr=False)
    width: int
    """Pixels of the picture as it is shown, which is not turned."""
    height: int
    scale: float
    """Pixels of the grey picture in one of those."""
    turn: int = 1
    """How it was turned to stand upright, as EXIF numbers it: 1 for not at all."""

    @property
    def size(self) -> tuple[float, float]:
        """Points of the picture as it is shown."""
        return self.width * POINTS_PER_PIXEL, self.height * POINTS_PER_PIXEL

    @property
    def pixels_a_point(self) -> float:
        """Of the grey picture."""
        return self.scale / POINTS_PER_PIXEL

    def shown(self, boxes: Boxes) -> Boxes:
        """Boxes in points of the upright picture as boxes of the picture as it is shown."""
        width, height = self.size
        x0, y0, x1, y1 = boxes.T
        if self.turn in _SIDEWAYS:
            x0, y0, x1, y1 = y0, x0, y1, x1
        if self.turn in _FROM_RIGHT:
            x0, x1 = width - x1, width - x0
        if self.turn in _FROM_BOTTOM:
            y0, y1 = height - y1, height - y0
        made = boxes.copy()
        made[:, 0], made[:, 1], made[:, 2], made[:, 3] = x0, y0, x1, y1
        return made
