"""Stretches of text that overlap: which of them tints each place, which lane each underline has."""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Callable, Sequence

from verifier.text.ranges import TextRange, cut

Stretch = tuple[int, int, int, int]
"""Start, stop, the number of the highlight that tints it, and how many others lie below it."""


def stretches(
    parts: Sequence[tuple[TextRange, int]], length: Callable[[int], int]
) -> list[Stretch]:
    """Stretches of a page, as long as may be, with the shortest highlight over each.

    `parts` are those of the highlights on the page with their numbers, none of them empty; `length`
    tells how long a whole highlight is.
    """
    begins = sorted(part.start for part, _ in parts)
    ends = sorted(part.stop for part, _ in parts)
    pending = sorted(parts, key=lambda part: part[0].start)
    active: list[tuple[int, int, int, int]] = []
    found: list[Stretch] = []
    at = 0
    for piece in cut(part for part, _ in parts):
        while at < len(pending) and pending[at][0].start <= piece.start:
            part, number = pending[at]
            heapq.heappush(active, (length(number), at, part.stop, number))
            at += 1
        while active and active[0][2] <= piece.start:
            heapq.heappop(active)
        start, shortest = piece.start, active[0][3]
        below = bisect_right(begins, start) - bisect_right(ends, start) - 1
        if found and found[-1][1:] == (start, shortest, below):
            start = found.pop()[0]
        found.append((start, piece.stop, shortest, below))
    return found


def lanes(begins: Sequence[int], ends: Sequence[int]) -> list[int]:
    """For each range, sorted by start, the lowest lane that no range it overlaps has."""
    free: list[int] = []
    taken: list[tuple[int, int]] = []
    found: list[int] = []
    for begin, end in zip(begins, ends, strict=True):
        while taken and taken[0][0] <= begin:
            heapq.heappush(free, heapq.heappop(taken)[1])
        lane = heapq.heappop(free) if free else len(taken)
        heapq.heappush(taken, (end, lane))
        found.append(lane)
    return found
