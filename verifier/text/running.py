"""Running lines of pages that a passage goes over: heads, feet, notes and numbers of lines.

A text holds them where their page ends, in the middle of a sentence that goes on behind them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter

from verifier.text.document import RUNNING, Block
from verifier.text.ranges import TextRange

LINE_END = 1
"""Characters between two lines: with no more than these, nothing is said between them."""
_start, _stop = attrgetter("start"), attrgetter("stop")


def running_of(blocks: Iterable[Block]) -> tuple[TextRange, ...]:
    """The running lines among the blocks of a text, in its order."""
    return tuple(sorted(TextRange(b.start, b.stop) for b in blocks if b.kind in RUNNING))


def passed_over(words: TextRange, running: Sequence[TextRange]) -> Sequence[TextRange]:
    """Those of a text's running lines, given in order, that a passage goes over.

    They lie between words of the passage. What it begins or ends with was meant, and is none.
    """
    first = bisect_left(running, words.start, key=_start)
    last = bisect_right(running, words.stop, key=_stop)
    begin, end = words.start, words.stop
    if first:
        begin = max(begin, running[first - 1].stop)
    if last < len(running):
        end = min(end, running[last].start)
    while first < last and running[first].start - begin <= LINE_END:
        begin = running[first].stop
        first += 1
    while first < last and end - running[last - 1].stop <= LINE_END:
        last -= 1
        end = running[last].start
    return running[first:last] if first < last else ()


def parts_of(words: TextRange, left_out: Iterable[TextRange]) -> list[TextRange]:
    """What remains of a passage without some stretches, which come in order."""
    found, at = [], words.start
    for each in left_out:
        if each.start >= words.stop:
            break
        if each.stop <= at:
            continue
        if each.start > at:
            found.append(TextRange(at, each.start))
        at = each.stop
    if at < words.stop:
        found.append(TextRange(at, words.stop))
    return found
