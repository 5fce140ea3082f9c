"""The sheet that text without pages is set on. Nothing here knows Qt; lengths are points
where nothing else is said.

The usual measure holds about 75 characters of the body text, the length of line that is read most
easily. Where there is no room for the usual sheet its margins give way first, then the measure.
"""

from __future__ import annotations

from dataclasses import dataclass

USUAL_WIDTH = 600.0
USUAL_MEASURE = 440.0
LEAST_MEASURE = 72.0
"""A dozen characters of the body text: better than to scroll sideways for each line."""
LEAST_LEFT = 24.0
"""The tags of claims stand in this margin."""
LEAST_RIGHT = 12.0
LEAST_WIDTH = LEAST_MEASURE + LEAST_LEFT + LEAST_RIGHT
STEP = 6.0
"""Narrower sheets differ by so much: a character of the body text."""
WIDEST_ZOOM = 1.5
"""A wide pane enlarges a text no further: its lines are not to become posters."""
PIXELS_PER_POINT = 96 / 72
"""At 100 %."""
EDGE = 24
"""Pixels around the pages in a pane."""
LEAST_EDGE = 8
"""Pixels beside a sheet that is narrower than usual."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as wide as its text is to be set."""

    width: float = USUAL_WIDTH

    @property
    def left(self) -> float:
        """The margin left of the text."""
        return max(LEAST_LEFT, (self.width - USUAL_MEASURE) / 2)

    @property
    def right(self) -> float:
        """The margin right of it: ragged lines make it look wider than it is."""
        return max(LEAST_RIGHT, self.width - USUAL_MEASURE - self.left)

    @property
    def measure(self) -> float:
        """The length of a line."""
        return self.width - self.left - self.right


USUAL = Sheet()


@dataclass(frozen=True, slots=True)
class Fit:
    """How a text lies in its pane."""

    sheet: Sheet
    zoom: float
    edge: int
    """Pixels above and below the sheet, and at least beside it."""
    left: int
    """Pixels left of it."""
    across: int
    """Pixels of the canvas: the pane's, but where not even the least sheet fits into it."""


def fit_text(pane: int, chosen: float | None = None) -> Fit:
    """Fit a sheet into a pane of so many pixels, at the zoom that was chosen, if any was.

    A wide pane enlarges the usual sheet. In a narrow one the sheet is narrower, never the type
    smaller; and a zoom that was chosen is one of the type, as in a browser.
    """
    zoom = chosen
    if zoom is None:
        fitting = (pane - 2 * EDGE) / (USUAL_WIDTH * PIXELS_PER_POINT)
        zoom = max(1.0, min(WIDEST_ZOOM, fitting))
    scale = zoom * PIXELS_PER_POINT
    room = (pane - 2 * LEAST_EDGE) / scale
    width = USUAL_WIDTH if room >= USUAL_WIDTH else max(LEAST_WIDTH, room // STEP * STEP)
    pixels = round(width * scale)
    edge = max(LEAST_EDGE, min(EDGE, (pane - pixels) // 2))
    across = max(pane, pixels + 2 * edge)
    return Fit(Sheet(width), zoom, edge, (across - pixels) // 2, across)
