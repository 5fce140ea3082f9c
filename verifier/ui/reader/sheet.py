"""The sheet that text without pages is set on. Nothing here knows Qt; lengths are points.

The usual measure holds about 75 characters of the body text, the length of line that is read most
easily. Where there is no room for the usual sheet its margins give way first, then the measure.
"""

from __future__ import annotations

from dataclasses import dataclass

USUAL_WIDTH = 600.0
USUAL_MEASURE = 440.0
LEAST_MEASURE = 150.0
"""About 26 characters of the body text."""
LEAST_MARGIN = 24.0
"""The tags of claims stand in it."""
LEAST_WIDTH = LEAST_MEASURE + 2 * LEAST_MARGIN


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as wide as its text is to be set."""

    width: float = USUAL_WIDTH

    @property
    def margin(self) -> float:
        """At the left and at the right of the text."""
        return max(LEAST_MARGIN, (self.width - USUAL_MEASURE) / 2)

    @property
    def measure(self) -> float:
        """The length of a line."""
        return self.width - 2 * self.margin


USUAL = Sheet()
