"""The inline spans of a text, found by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from verifier.text.document import Span


class Spans:
    """Spans in the order of the text. They may overlap."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._all = sorted(spans, key=lambda span: span.start)
        self._starts = [span.start for span in self._all]
        self._longest = max((span.stop - span.start for span in self._all), default=0)

    def between(self, start: int, stop: int) -> list[Span]:
        """Those that touch a range."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_right(self._starts, stop)
        return [span for span in self._all[first:last] if span.stop > start]
