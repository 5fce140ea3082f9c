"""Rectangles of a page as a person sees them who has turned it: right is right on the screen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from verifier.text.regions import Region
from verifier.ui.reader.geometry import Rect


@dataclass(frozen=True, slots=True)
class Turn:
    """How a page is turned in the window."""

    width: float
    """Points, before the turn."""
    height: float
    degrees: int
    """Clockwise: 0, 90, 180 or 270."""

    @property
    def is_on_its_side(self) -> bool:
        """Whether what was across is down now."""
        return self.degrees in (90, 270)

    @property
    def back(self) -> Turn:
        """The turn that takes this one back."""
        across, down = self.width, self.height
        size = (down, across) if self.is_on_its_side else (across, down)
        return Turn(*size, (360 - self.degrees) % 360)

    def seen(self, rect: Rect) -> Rect:
        """A rectangle of the page, in points of the page as it is seen."""
        x0, y0, x1, y1 = rect
        if self.degrees == 90:
            return self.height - y1, x0, self.height - y0, x1
        if self.degrees == 180:
            return self.width - x1, self.height - y1, self.width - x0, self.height - y0
        if self.degrees == 270:
            return y0, self.width - x1, y1, self.width - x0
        return rect

    def seen_region(self, region: Region) -> Region:
        """The same for a region, to be moved as a person sees it; `back` takes it to its page."""
        x0, y0, x1, y1 = self.seen(region.rect)
        return replace(region, x0=x0, y0=y0, x1=x1, y1=y1)
