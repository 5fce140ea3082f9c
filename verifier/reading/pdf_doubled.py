"""Lines that a page draws twice at one place: as a shadow, for bolder print, by an overprinted box.

They are seen once, so they are read once: else they are found twice, and a quote stands at two
places.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from verifier.reading.pdf_characters import Characters
from verifier.reading.pdf_layout import rearranged
from verifier.reading.pdf_lines import Line, Lines

NEAR = 0.2
"""How far the second drawing may lie from the first, in heights of the line."""


def without_doubles(found: Characters, lines: Sequence[Line]) -> Characters | None:
    """The page with each line once, at its first place in the order; None where none is doubled."""
    if found.survey.is_descending:
        return None
    codes = found.buffers.code_points
    drawn: dict[bytes, list[Line]] = {}
    doubles = set()
    for line in _alike(codes, lines):
        others = drawn.setdefault(codes[line.start : line.stop].tobytes(), [])
        if any(_is_same_place(line, other) for other in others):
            doubles.add(line.start)
        else:
            others.append(line)
    if not doubles:
        return None
    return rearranged(found, [line for line in lines if line.start not in doubles])


def _alike(codes: memoryview[int], lines: Sequence[Line]) -> list[Line]:
    """Lines that have their length, first and last character in common with another."""
    bounds = lines.bounds if isinstance(lines, Lines) else [line[:2] for line in lines]
    keys = [(stop - start, codes[start], codes[stop - 1]) for start, stop in bounds]
    times = Counter(keys)
    if len(times) == len(keys):
        return []
    return [line for line, key in zip(lines, keys, strict=True) if times[key] > 1]


def _is_same_place(line: Line, other: Line) -> bool:
    far = NEAR * min(line.size, other.size)
    return all(abs(a - b) <= far for a, b in zip(line[2:6], other[2:6], strict=True))
