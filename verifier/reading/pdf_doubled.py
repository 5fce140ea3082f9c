"""Lines that a page draws twice at one place: as a shadow, for bolder print, by an overprinted box.

They are seen once, so they are read once: else they are found twice, and a quote stands at two
places.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from verifier.reading.pdf_layout import rearranged
from verifier.reading.pdf_lines import Line, Lines
from verifier.reading.pdf_text import Characters

NEAR = 0.2
"""How far the second drawing may lie from the first, in heights of the line."""


def without_doubles(found: Characters, lines: Sequence[Line]) -> Characters | None:
    """The page with each line once, at its first place in the order; None where none is doubled."""
    if found.survey.is_descending:
        return None
    drawn: dict[bytes, list[Line]] = {}
    doubles = set()
    for line in _alike(found, lines):
        others = drawn.setdefault(found.codes[line.start : line.stop].tobytes(), [])
        if any(_is_same_place(line, other) for other in others):
            doubles.add(line.start)
        else:
            others.append(line)
    if not doubles:
        return None
    return rearranged(found, [line for line in lines if line.start not in doubles])


def _alike(found: Characters, lines: Sequence[Line]) -> list[Line]:
    """Lines that have their length, first and last character in common with another."""
    if isinstance(lines, Lines):
        starts, stops = lines.bounds.T
    else:
        starts, stops = np.array([line[:2] for line in lines], np.uint32).reshape(-1, 2).T
    first, last = found.codes[starts].astype(np.uint64), found.codes[stops - 1]
    keys = (first << 42) | (last.astype(np.uint64) << 21) | (stops - starts)
    order = np.argsort(keys, kind="stable")
    is_next = keys[order][1:] == keys[order][:-1]
    if not is_next.any():
        return []
    numbers = np.union1d(order[1:][is_next], order[:-1][is_next])
    return [lines[number] for number in numbers.tolist()]


def _is_same_place(line: Line, other: Line) -> bool:
    far = NEAR * min(line.size, other.size)
    return all(abs(a - b) <= far for a, b in zip(line[2:6], other[2:6], strict=True))
