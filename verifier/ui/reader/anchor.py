"""A place in a text that is found again when the text is set on another sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from verifier.ui.reader.geometry import PageGeometry


@dataclass(frozen=True, slots=True)
class Anchor:
    """A height of a stretch, told by what stands there."""

    offset: int
    """Of a character on the line there, or the first below. A line of which less than half shows
    is none that anybody reads."""
    down: float = 0.0
    """Points below the upper edge of that line; less than 0: above it."""
    picture: int = 0
    """The picture that is there instead, by its number in the text."""
    part: float = 0.0
    """How far down the picture, from 0 to 1."""


def anchor_from(kept: Mapping[str, Any] | None) -> Anchor | None:
    """An anchor as it was remembered; one that makes no sense raises KeyError or ValueError."""
    if kept is None:
        return None
    offset, picture = int(kept["offset"]), int(kept["picture"])
    return Anchor(offset, float(kept["down"]), picture, float(kept["part"]))


def anchor_at(geometry: PageGeometry, start: int, y: float) -> Anchor:
    """What stands `y` points below the top of a stretch whose text begins at `start`."""
    line = geometry.line_from(y)
    offset = start if line is None else start + line.start
    for number, (_, top, _, bottom) in geometry.pictures.items():
        if top <= y < bottom:
            return Anchor(offset, 0.0, number, (y - top) / (bottom - top))
    return Anchor(offset, y if line is None else y - line.y0)


def height_of(anchor: Anchor, geometry: PageGeometry, start: int) -> float:
    """Where an anchor is now, in points below the top of its stretch."""
    frame = geometry.pictures.get(anchor.picture)
    if frame is not None:
        return frame[1] + anchor.part * (frame[3] - frame[1])
    line = geometry.line_at(anchor.offset - start)
    return anchor.down if line is None else line.y0 + anchor.down
