"""One paragraph set in lines, with the place of each of its characters.

What Qt is given to set has exactly one character for each of the text's own: line ends and control
characters are exchanged for others, one for one, so that offsets never shift. Places come from the
glyphs themselves, which is exact for right-to-left text, ligatures and accents alike.
"""

from __future__ import annotations

import itertools
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import gt

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGlyphRun,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from verifier.text.direction import runs_rtl
from verifier.text.document import Span
from verifier.ui.reader.boundaries import snapped
from verifier.ui.reader.flow_style import TAB, Style, font_of, note_room, span_format
from verifier.ui.reader.geometry import Boxes

LINE_SEPARATOR = "\u2028"
INVISIBLE = "\u200b"
LEAST = 0.01
"""Points: what is narrower is no character."""
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

    def after(self, offset: int) -> QPointF | None:
        """Where the character before an offset of the document ends, on its base line."""
        units = _units(self.text[: offset - self.start])[-1]
        line = self.layout.lineForTextPosition(max(0, units - 1))
        if not line.isValid():
            return None
        return QPointF(self.x + _x_of(line, units), self.y + line.y() + line.ascent())

    def boxes(self) -> Boxes:
        """A box for each character, in points of the page."""
        units, size = _units(self.text), len(self.text)
        edges = _Edges([0.0] * size, [0.0] * size, self.text, units)
        tops = np.zeros(size, dtype=np.float32)
        for number in range(self.layout.lineCount()):
            line = self.layout.lineAt(number)
            first = bisect_left(units, line.textStart())
            last = bisect_left(units, line.textStart() + line.textLength())
            tops[first:last] = line.y() + line.ascent() - ABOVE * self.style.size
            _fill(edges, first, last, line)
        boxes = np.empty((size, 4), dtype=np.float32)
        boxes[:, 0], boxes[:, 2] = edges.left, edges.right
        boxes[:, 1], boxes[:, 3] = tops, tops + (ABOVE + BELOW) * self.style.size
        boxes += np.array([self.x, self.y, self.x, self.y], dtype=np.float32)
        return boxes


@dataclass(slots=True)
class _Edges:
    """Left and right edge of every character of a paragraph, as they become known."""

    left: list[float]
    right: list[float]
    text: str
    units: list[int]
    """The UTF-16 place of every character, and of the end."""

    def put(self, index: int, left: float, right: float) -> None:
        self.left[index], self.right[index] = left, right


def _fill(edges: _Edges, first: int, last: int, line: QTextLine) -> None:
    """The edges of the characters `first:last`, which stand on one line."""
    runs = line.glyphRuns(-1, -1, _GLYPHS)
    if _fill_plainly(edges, first, last, line, runs):
        return
    lefts = _cluster_lefts(runs)
    if lefts is None or any(character in "\t\n" for character in edges.text[first:last]):
        found = _asked(edges, first, last, line, runs)
    else:
        end = line.naturalTextRect().right()
        right_of = dict(itertools.pairwise(sorted({*lefts.values(), end})))
        units = edges.units
        found = {
            k: (lefts[units[k]], right_of.get(lefts[units[k]], lefts[units[k]]))
            for k in range(first, last)
            if units[k] in lefts
        }
    starts = list(found)
    for k, until in itertools.pairwise([*starts, last]):
        left, right = found[k]
        if until == k + 1:
            edges.left[k], edges.right[k] = left, right
        else:
            _share(edges, range(k, until), left, right)
    edge = found[starts[0]][0] if starts else line.naturalTextRect().left()
    for k in range(first, starts[0] if starts else last):
        edges.put(k, edge, edge)


def _fill_plainly(
    edges: _Edges, first: int, last: int, line: QTextLine, runs: Sequence[QGlyphRun]
) -> bool:
    """The edges where each character has a glyph of its own, one right of the other, but for the
    space at which the line was broken; whether it is so, as nearly always.
    """
    units: list[int] = []
    lefts: list[float] = []
    for run in runs:
        units += run.stringIndexes()
        lefts += [point.x() for point in run.positions()]
    drawn, text = first + len(units), edges.text
    if units != edges.units[first:drawn] or any(map(gt, lefts, lefts[1:])):
        return False
    if text[drawn:last].strip() or "\t" in text[first:last]:
        return False
    end = max([*lefts[-1:], line.naturalTextRect().right()])
    edges.left[first:last] = lefts + [end] * (last - drawn)
    edges.right[first:last] = lefts[1:] + [end] * (last + 1 - drawn if lefts else last - drawn)
    return True


def _cluster_lefts(runs: Sequence[QGlyphRun]) -> dict[int, float] | None:
    """For each UTF-16 place at which a drawn cluster starts, its left edge; None if that is not
    known: where a word is drawn from several fonts, Qt counts from the word's start for each.
    """
    lefts: dict[int, float] = {}
    for run in runs:
        for unit, point in zip(run.stringIndexes(), run.positions(), strict=True):
            if unit in lefts:
                return None
            lefts[unit] = point.x()
    return lefts


def _asked(
    edges: _Edges, first: int, last: int, line: QTextLine, runs: Sequence[QGlyphRun]
) -> dict[int, tuple[float, float]]:
    """The edges of what is drawn as one, found by asking Qt which character is at each place.

    Slower than looking at the glyphs, but right in every mixture of directions and fonts.
    """
    units, whole = edges.units, line.naturalTextRect()
    places = {round(_x_of(line, units[k]), 3) for k in range(first, last + 1)}
    # A number inside right-to-left text ends where no cursor can stand, but where a glyph begins.
    places |= {round(point.x(), 3) for run in runs for point in run.positions()}
    drawn: dict[int, tuple[float, float]] = {}
    on_character = QTextLine.CursorPosition.CursorOnCharacter
    for left, right in itertools.pairwise(sorted({*places, whole.left(), whole.right()})):
        unit = line.xToCursor((left + right) / 2, on_character)
        # Behind the last place lies the blank at the end of a line from right to left.
        k = min(bisect_right(units, unit), last) - 1
        if right - left < LEAST or not first <= k < last:
            continue
        k = max(first, snapped(edges.text, k))
        before = drawn.get(k, (left, right))
        drawn[k] = (min(before[0], left), max(before[1], right))
    return _apart(dict(sorted(drawn.items())), edges.units, last, line)


def _apart(
    drawn: dict[int, tuple[float, float]], units: Sequence[int], last: int, line: QTextLine
) -> dict[int, tuple[float, float]]:
    """The same without overlaps. In a word of several fonts Qt may tell another character of the
    word at a place; where the cursor stands before and behind a character is right then.
    """
    mixed: set[int] = set()
    by_left = sorted(drawn, key=lambda k: drawn[k][0])
    for k, after in itertools.pairwise(by_left):
        if drawn[after][0] < drawn[k][1] - LEAST:
            mixed |= {k, after}
    stops = dict(itertools.pairwise([*drawn, last]))
    for k in sorted(mixed):
        cursors = [_x_of(line, unit) for unit in units[k : stops[k] + 1]]
        for at, places in enumerate(itertools.pairwise(cursors), k):
            if at == k or places[0] != places[1]:
                drawn[at] = min(places), max(places)
    return dict(sorted(drawn.items()))


def _share(edges: _Edges, cluster: range, left: float, right: float) -> None:
    """Characters drawn as one: letters of a ligature share its width, others have it all."""
    text = edges.text
    end = next((k for k in cluster if text[k] == "\n"), None)
    if end is not None:
        _share(edges, range(cluster.start, end), left, right)
        for k in range(end, cluster.stop):
            edges.put(k, right, right)
        return
    letters = [k for k in cluster if not _joins(text[k])]
    if len(letters) < 2 or "\u200d" in text[cluster.start : cluster.stop]:
        for k in cluster:
            edges.put(k, left, right)
        return
    backward = unicodedata.bidirectional(text[cluster.start]) in ("R", "AL")
    step = (right - left) / len(letters)
    for k in cluster:
        place = sum(letter <= k for letter in letters) - 1
        place = len(letters) - 1 - place if backward else place
        edges.put(k, left + place * step, left + (place + 1) * step)


def set_paragraph(
    text: str,
    start: int,
    style: Style,
    spans: Sequence[Span],
    width: float,
    notes: Sequence[tuple[int, str]] = (),
) -> SetParagraph:
    """Set a text in lines of `width` points. `start` is its offset, which the spans count from.

    `notes` are raised marks that get room: after which character of the document, and what.
    """
    shown = text.translate(_SHOWN_AS)
    layout = QTextLayout(shown, font_of(style))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setTabStopDistance(TAB)
    if runs_rtl(text):
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    layout.setTextOption(option)
    layout.setFormats([*_formats(text, start, style, spans), *_rooms(text, start, notes)])
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


def _rooms(
    text: str, start: int, notes: Sequence[tuple[int, str]]
) -> Iterator[QTextLayout.FormatRange]:
    """White where a raised mark stands. Qt puts it right of a character, whichever way that runs:
    from right to left it is the next one's.
    """
    shift = 1 if runs_rtl(text) else 0
    for at, mark in notes:
        before, until = _units(text[: at - start + shift])[-2:]
        look = QTextCharFormat()
        look.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        look.setFontLetterSpacing(note_room(mark))
        yield _range(before, until, look)


def _range(first: int, last: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = first, last - first, look
    return made


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
