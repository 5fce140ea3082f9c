"""How high stretches of a text will be, guessed from their characters until they are set."""

from __future__ import annotations

import itertools
from bisect import bisect_right

import numpy as np

from verifier.ui.reader.flow_style import TALLEST, TOP_MARGIN
from verifier.ui.reader.flow_text import FlowText
from verifier.ui.reader.layout import Floats
from verifier.ui.reader.sheet import USUAL_MEASURE, Sheet

LINE_CHARACTERS = 76
"""On the usual measure."""
LINE_HEIGHT = 18.0


class Estimates:
    """Counted once for a text, and told for each sheet it is set on."""

    def __init__(self, flow: FlowText) -> None:
        starts = flow.starts
        pairs = list(itertools.pairwise(starts))
        self._characters = np.diff(np.array(starts, dtype=np.float64))
        ends = [flow.text.count("\n", start, stop) for start, stop in pairs]
        self._line_ends = np.array(ends, dtype=np.float64)
        self._pictures = np.zeros(len(pairs))
        for block in flow.pictures:
            page = min(len(pairs), bisect_right(starts, block.start)) - 1
            height = float(block.data.get("height") or LINE_HEIGHT)
            self._pictures[page] += min(height, TALLEST)

    def on(self, sheet: Sheet) -> Floats:
        """The height of each stretch in points."""
        narrow = sheet.measure / USUAL_MEASURE
        lines = self._characters / (LINE_CHARACTERS * narrow) + 0.6 * self._line_ends + 1
        heights: Floats = LINE_HEIGHT * lines + narrow * self._pictures
        heights[0] += TOP_MARGIN
        heights[-1] += TOP_MARGIN
        return heights
