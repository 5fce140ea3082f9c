"""Lines that a page draws twice at one place: as a shadow, for bolder print, by an overprinted box.

They are seen once, so they are read once: else they are found twice, and a quote stands at two
places.
"""

from __future__ import annotations

from collections.abc import Sequence

from verifier.reading.pdf_layout import rearranged
from verifier.reading.pdf_lines import Line
from verifier.reading.pdf_text import Characters

NEAR = 0.2
"""How far the second drawing may lie from the first, in heights of the line."""


def without_doubles(found: Characters, lines: Sequence[Line]) -> Characters | None:
    """The page with each line once, at its first place in the order; None where none is doubled."""
    if found.survey.is_descending:
        return None
    drawn: dict[bytes, list[Line]] = {}
    kept = []
    for line in lines:
        alike = drawn.setdefault(found.codes[line.start : line.stop].tobytes(), [])
        if not any(_is_same_place(line, other) for other in alike):
            alike.append(line)
            kept.append(line)
    return rearranged(found, kept) if len(kept) < len(lines) else None


def _is_same_place(line: Line, other: Line) -> bool:
    far = NEAR * min(line.size, other.size)
    return all(abs(a - b) <= far for a, b in zip(line[2:6], other[2:6], strict=True))
