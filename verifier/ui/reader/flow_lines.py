"""One paragraph set in lines, with the place of each of its characters.

What Qt is given to set has exactly one character for each of the text's own: line ends and control
characters are exchanged for others, one for one, so that offsets never shift. Places come from the
glyphs themselves, which is exact for right-to-left text, ligatures and accents alike.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from verifier.text.document import Span
from verifier.ui.reader.flow_style import TAB, Style, font_of, span_format
from verifier.ui.reader.geometry import Boxes

LINE_SEPARATOR = "\u2028"
INVISIBLE = "\u200b"
ABOVE, BELOW = 0.98, 0.32
"""Of the font's size: how far a character's box reaches over and under the base line."""

_SHOWN_AS = {
    **dict.fromkeys(range(32), INVISIBLE),
    ord("\n"): LINE_SEPARATOR,
    ord("\t"): "\t",
    0x7F: INVISIBLE,
    0x2029: LINE_SEPARATOR,
    0xFDD0: INVISIBLE,
    0xFDD1: INVISIBLE,
    0xFFFC: "\u25ab",
    **dict.fromkeys(range(55296, 57344), "�"),
}
_GLYPHS = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
)


@dataclass(slots=True)
class SetParagraph:
    """A paragraph in lines. `x`, `y` place its top left corner on the page."""

    layout: QTextLayout
    style: Style
    text: str
    start: int
    """Offset of its first character in the document."""
    x: float
    y: float
    height: float

    def draw(self, painter: QPainter, clip: QRectF) -> None:
        """Paint it, if it is inside the clip."""
        if self.y < clip.bottom() and self.y + self.height > clip.top():
            self.layout.draw(painter, QPointF(self.x, self.y), [], clip)

    def boxes(self) -> Boxes:
        """A box for each character, in points of the page."""
        units = _units(self.text)
        boxes = np.zeros((len(self.text), 4), dtype=np.float32)
        for number in range(self.layout.lineCount()):
            self._fill(boxes, units, self.layout.lineAt(number))
        boxes[:, [0, 2]] += self.x
        boxes[:, [1, 3]] += self.y
        return boxes

    def _fill(self, boxes: Boxes, units: Sequence[int], line: QTextLine) -> None:
        """The boxes of one line. `units` holds the UTF-16 place of every character, and the end."""
        first = int(np.searchsorted(units, line.textStart()))
        last = int(np.searchsorted(units, line.textStart() + line.textLength()))
        base = line.y() + line.ascent()
        rows = boxes[first:last]
        rows[:, 1] = base - ABOVE * self.style.size
        rows[:, 3] = base + BELOW * self.style.size
        lefts = _cluster_lefts(line)
        end = line.naturalTextRect().right()
        if not lefts:
            rows[:, 0] = rows[:, 2] = line.naturalTextRect().left()
            return
        edges = sorted({*lefts.values(), end})
        right_of = dict(itertools.pairwise(edges))
        starts = [k for k in range(first, last) if units[k] in lefts]
        for at, k in enumerate(starts):
            until = starts[at + 1] if at + 1 < len(starts) else last
            left = lefts[units[k]]
            right = right_of.get(left, left)
            if until == k + 1:
                boxes[k, 0], boxes[k, 2] = left, right
            else:
                self._share(boxes, range(k, until), left, right, line, units)
        if starts and starts[0] > first:
            boxes[first : starts[0], [0, 2]] = boxes[starts[0], 0]

    def _share(
        self,
        boxes: Boxes,
        cluster: range,
        left: float,
        right: float,
        line: QTextLine,
        units: Sequence[int],
    ) -> None:
        """Characters drawn as one: letters of a ligature share its width, others have it all."""
        tab = next((k for k in cluster if self.text[k] in "\t\n"), None)
        if tab is not None:
            edge = _x_of(line, units[tab])
            boxes[tab, 0], boxes[tab, 2] = edge, max(edge, right)
            boxes[tab + 1 : cluster.stop, [0, 2]] = max(edge, right)
            self._share(boxes, range(cluster.start, tab), left, edge, line, units)
            return
        letters = [k for k in cluster if not _joins(self.text[k])]
        if len(letters) < 2 or "\u200d" in self.text[cluster.start : cluster.stop]:
            boxes[cluster.start : cluster.stop, 0] = left
            boxes[cluster.start : cluster.stop, 2] = right
            return
        backward = unicodedata.bidirectional(self.text[cluster.start]) in ("R", "AL")
        step = (right - left) / len(letters)
        for k in cluster:
            place = sum(letter <= k for letter in letters) - 1
            place = len(letters) - 1 - place if backward else place
            boxes[k, 0], boxes[k, 2] = left + place * step, left + (place + 1) * step


def set_paragraph(
    text: str, start: int, style: Style, spans: Sequence[Span], width: float
) -> SetParagraph:
    """Set a text in lines of `width` points. `start` is its offset, which the spans count from."""
    shown = text.translate(_SHOWN_AS)
    layout = QTextLayout(shown, font_of(style))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setTabStopDistance(TAB)
    layout.setTextOption(option)
    layout.setFormats(_formats(text, start, style, spans))
    layout.setCacheEnabled(True)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        room = max(style.line, line.height())
        line.setPosition(QPointF(0.0, y + (room - line.height()) / 2))
        y += room
    layout.endLayout()
    return SetParagraph(layout, style, text, start, 0.0, 0.0, y)


def _formats(
    text: str, start: int, style: Style, spans: Sequence[Span]
) -> list[QTextLayout.FormatRange]:
    units = _units(text)
    body = QTextCharFormat()
    body.setForeground(QColor(style.colour))
    found = [_range(0, units[-1], body)]
    for span in spans:
        first, last = max(span.start - start, 0), min(span.stop - start, len(text))
        if first < last:
            found.append(_range(units[first], units[last], span_format(span, style)))
    return found


def _range(first: int, last: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = first, last - first, look
    return made


def _cluster_lefts(line: QTextLine) -> dict[int, float]:
    """For each UTF-16 place at which a drawn cluster starts, its left edge."""
    lefts: dict[int, float] = {}
    for run in line.glyphRuns(-1, -1, _GLYPHS):
        for unit, point in zip(run.stringIndexes(), run.positions(), strict=True):
            x = point.x()
            if unit not in lefts or x < lefts[unit]:
                lefts[unit] = x
    return lefts


def _x_of(line: QTextLine, unit: int) -> float:
    place: tuple[float, int] = line.cursorToX(unit)  # type: ignore[assignment]
    return place[0]


def _units(text: str) -> list[int]:
    """The UTF-16 place of each character, and of the end."""
    if text.isascii():
        return list(range(len(text) + 1))
    places = [0]
    for character in text:
        places.append(places[-1] + (2 if character > "\uffff" else 1))
    return places


def _joins(character: str) -> bool:
    """Whether a character is drawn onto or into the one before: accents, selectors, skin tones."""
    return (
        unicodedata.category(character) in ("Mn", "Me", "Mc", "Cf")
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    )
