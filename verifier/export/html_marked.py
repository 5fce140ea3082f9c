"""The text under check in the HTML page, with every claim's passage marked."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from html import escape

from verifier.export.marked import Paragraph
from verifier.queries.claims import HighlightRow
from verifier.queries.running import RunningLines


class MarkedText:
    """A text with its passages, each with the class of its look and its tag.

    It is written piece by piece; what covers a piece is nested around it.
    """

    def __init__(
        self,
        words: str,
        marks: Sequence[tuple[HighlightRow, str, str]],
        running: RunningLines,
    ) -> None:
        self._words = words
        self._marks = sorted(marks, key=lambda mark: (mark[0].start, -mark[0].stop))
        self._passed = {mark[0].id: running.passed_over(mark[0]) for mark in marks}

    def paragraph(self, piece: Paragraph) -> str:
        """One paragraph; a passage that crosses into it is opened anew.

        A passage without words, as a region is, has its tag where it stands.
        """
        wordless = [m for m in self._marks if piece.start <= m[0].start == m[0].stop <= piece.stop]
        here = [m for m in self._marks if m[0].start < piece.stop and m[0].stop > piece.start]
        places = {piece.start, piece.stop}
        for highlight, _, _ in (*here, *wordless):
            places |= {highlight.start, highlight.stop}
        cut = sorted(place for place in places if piece.start <= place <= piece.stop)
        written = [tag for highlight, _, tag in wordless if highlight.start == piece.start]
        for start, stop in itertools.pairwise(cut):
            ending = [m for m in wordless if m[0].start == stop]
            covering = [m for m in here if m[0].start <= start and stop <= m[0].stop]
            words = escape(self._words[start:stop]).replace("\n", "<br>")
            for highlight, name, _ in reversed(covering):
                if not any(p.start <= start < p.stop for p in self._passed[highlight.id]):
                    words = f'<mark class="{name}">{words}</mark>'
            written.append(words)
            closed = [m for m in covering if m[0].stop == stop]
            written += [tag for _, _, tag in (*closed, *ending)]
        return "".join(written)
