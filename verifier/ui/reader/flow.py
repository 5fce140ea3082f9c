"""Text without pages of its own (Word, HTML, Markdown, plain text) as one long sheet of paper.

The text is cut into stretches that stand for pages; each is set when it is first looked at. Until
then its height is estimated from its characters, with the ratio that held for those set so far.
Setting, finding the places of characters and drawing are the composer's, in a thread of its own;
what the window is told are heights, places and pictures.
"""

from __future__ import annotations

import threading
import weakref
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from verifier.text.document import Block, Span
from verifier.text.ranges import TextRange
from verifier.ui.reader.composer import Composer
from verifier.ui.reader.flow_lines import SetParagraph, set_paragraph
from verifier.ui.reader.flow_style import (
    CELL_PADDING,
    INK,
    MEASURE,
    PAGE_WIDTH,
    RULE,
    SHADE,
    SIDE_MARGIN,
    TOP_MARGIN,
    font_of,
    style_of,
)
from verifier.ui.reader.flow_text import FlowText, Paragraph
from verifier.ui.reader.geometry import PageGeometry
from verifier.ui.reader.layout import Sizes
from verifier.ui.reader.provider import Link

PAGES_KEPT = 24
GEOMETRIES_KEPT = 160
LINE_CHARACTERS = 76
LINE_HEIGHT = 18.0
BULLETS = ("•", "◦", "▪")


@dataclass(slots=True)
class SetPage:
    """A stretch that has been set."""

    height: float
    paragraphs: list[SetParagraph]
    rules: list[tuple[QRectF, str]]
    """Filled rectangles below the text: shades, bars, lines of tables."""
    marks: list[tuple[QPointF, str, SetParagraph]]
    """Bullets, numbers, footnote marks: where (end of the mark, base line), what, beside what."""
    text: str
    start: int

    def geometry(self) -> PageGeometry:
        """The places of the characters."""
        boxes = np.zeros((len(self.text), 4), dtype=np.float32)
        for item in self.paragraphs:
            first = item.start - self.start
            boxes[first : first + len(item.text)] = item.boxes()
        return PageGeometry(self.text, boxes)


class FlowProvider:
    """A text with blocks and spans, as `PageProvider`."""

    paged = False

    def __init__(
        self, text: str, blocks: Sequence[Block] = (), spans: Sequence[Span] = (), title: str = ""
    ) -> None:
        self.title = title
        self.text = text
        self._flow = FlowText(text, blocks)
        self.starts: Sequence[int] = self._flow.starts
        self._spans = sorted(spans, key=lambda span: span.start)
        self._span_starts = [span.start for span in self._spans]
        self._longest_span = max((span.stop - span.start for span in self._spans), default=0)
        self._estimates = self._estimated()
        self._heights: dict[int, float] = {}
        """Of the stretches that the window knows the height of."""
        self._measured: dict[int, float] = {}
        """Of those the composer knows it of."""
        self._geometries: OrderedDict[int, PageGeometry] = OrderedDict()
        self._located: set[int] = set()
        self._lock = threading.Lock()
        """Over the places, which the window and the composer share."""
        self._pages: OrderedDict[int, SetPage] = OrderedDict()
        """The composer's alone."""
        self._composer = Composer()
        self._ends = weakref.finalize(self, self._composer.stop)

    def page_sizes(self) -> Sizes:
        """Exact where a stretch has been set, estimated elsewhere."""
        known = list(self._heights)
        guessed = float(sum(self._estimates[page] for page in known))
        ratio = sum(self._heights.values()) / guessed if guessed else 1.0
        heights = self._estimates * ratio
        heights[known] = list(self._heights.values())
        return np.stack((np.full(len(heights), PAGE_WIDTH), heights), axis=1)

    def settled(self, page: int) -> bool:
        """Whether the height of a stretch is known."""
        return page in self._heights

    def settle(self, page: int) -> bool:
        """Set the stretch, if it has never been."""
        if page in self._heights:
            return False
        if page not in self._measured:
            self._composer.ask(lambda: self._page(page), urgent=True)
        self._heights[page] = self._measured[page]
        return True

    def measure(self, page: int) -> None:
        """Set the stretch in the composer's thread, while the window goes on."""
        if page not in self._measured:
            self._composer.ask(lambda: self._page(page), urgent=False)

    def measured(self, page: int) -> bool:
        """Whether the composer has set the stretch before."""
        return page in self._measured

    def located(self, page: int) -> bool:
        """Whether the places of the characters of a stretch have been found."""
        return page in self._located

    def geometry(self, page: int) -> PageGeometry:
        """The places of the characters of a stretch."""
        with self._lock:
            found = self._geometries.get(page)
            if found is not None:
                self._geometries.move_to_end(page)
        return found or self._composer.ask(lambda: self._locate(page), urgent=True)

    def _locate(self, page: int) -> PageGeometry:
        """Called by the composer."""
        found = self._geometries.get(page)
        if found is None:
            found = self._page(page).geometry()
            with self._lock:
                self._geometries[page] = found
                self._located.add(page)
                if len(self._geometries) > GEOMETRIES_KEPT:
                    self._geometries.popitem(last=False)
        return found

    def links(self, page: int) -> Sequence[Link]:
        """The addresses that spans of the stretch lead to."""
        start, stop = self.starts[page], self.starts[page + 1]
        geometry = self.geometry(page)
        found = []
        for span in self._spans_in(start, stop):
            if span.kind == "link" and span.target:
                rects = geometry.rects(max(0, span.start - start), min(span.stop, stop) - start)
                found += [Link(rect, address=span.target) for rect in rects]
        return found

    def paragraph(self, index: int) -> TextRange:
        """The block around an offset, or the line."""
        return self._flow.paragraph_at(index)

    def starts_paragraph(self, index: int) -> bool:
        """Whether a block or a line begins at an offset."""
        return self.paragraph(index).start == index

    def render(self, page: int, scale: float, clip: QRect) -> QImage:
        """Paint a part of a stretch, and find the places of its characters."""
        image = self._composer.ask(lambda: self._drawn(page, scale, clip), urgent=False)
        if page not in self._located:
            self._composer.ask(lambda: self._locate(page), urgent=False)
        return image

    def _drawn(self, page: int, scale: float, clip: QRect) -> QImage:
        """Called by the composer."""
        image = QImage(clip.size(), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.translate(-clip.left(), -clip.top())
        painter.scale(scale, scale)
        part = QRectF(
            clip.left() / scale, clip.top() / scale, clip.width() / scale, clip.height() / scale
        )
        _draw(painter, self._page(page), part)
        painter.end()
        return image

    def close(self) -> None:
        """Forget what has been set; the composer's thread ends."""
        if self._pages:
            self._composer.ask(self._pages.clear, urgent=False)
        self._composer.stop()

    def _page(self, page: int) -> SetPage:
        """Called by the composer."""
        found = self._pages.get(page)
        if found is None:
            found = self._pages[page] = self._set(page)
            self._measured[page] = found.height
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return found

    def _set(self, page: int) -> SetPage:
        start, stop = self.starts[page], self.starts[page + 1]
        top = TOP_MARGIN if page == 0 else 0.0
        setter = _Setter(self.text, self._spans_in(start, stop), top)
        for group in _groups(self._flow.paragraphs(page)):
            if group[0].kind == "table-cell":
                setter.table(group)
            else:
                setter.paragraph(group[0])
        last = page == len(self.starts) - 2
        height = setter.y + (TOP_MARGIN if last else 0.0)
        text = self.text[start:stop]
        return SetPage(height, setter.paragraphs, setter.rules, setter.marks, text, start)

    def _spans_in(self, start: int, stop: int) -> list[Span]:
        first = bisect_left(self._span_starts, start - self._longest_span)
        last = bisect_right(self._span_starts, stop)
        return [span for span in self._spans[first:last] if span.stop > start]

    def _estimated(self) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        heights = []
        for start, stop in zip(self.starts, self.starts[1:], strict=False):
            line_ends = self.text.count("\n", start, stop)
            heights.append(LINE_HEIGHT * ((stop - start) / LINE_CHARACTERS + 0.6 * line_ends + 1))
        heights[0] += TOP_MARGIN
        heights[-1] += TOP_MARGIN
        return np.array(heights)


class _Setter:
    """Sets paragraph below paragraph."""

    def __init__(self, text: str, spans: Sequence[Span], y: float) -> None:
        self.text = text
        self.spans = spans
        self.y = y
        self.paragraphs: list[SetParagraph] = []
        self.rules: list[tuple[QRectF, str]] = []
        self.marks: list[tuple[QPointF, str, SetParagraph]] = []

    def paragraph(self, item: Paragraph) -> None:
        """Set one paragraph over the whole measure."""
        style = style_of(item.kind, item.level)
        if item.begins and self.y > TOP_MARGIN:
            self.y += style.before
        x = SIDE_MARGIN + style.indent
        made = self._set(item, MEASURE - style.indent, x, self.y)
        place = QRectF(SIDE_MARGIN, self.y, MEASURE, made.height)
        if style.shaded:
            self.rules.append((place.adjusted(-8, -4, 8, 4), SHADE))
        if style.bar:
            self.rules.append((QRectF(SIDE_MARGIN, self.y, 2.5, made.height), RULE))
        mark = _mark(item)
        if mark and made.layout.lineCount():
            line = made.layout.lineAt(0)
            base = QPointF(x - 6.0, self.y + line.y() + line.ascent())
            self.marks.append((base, mark, made))
        self.y += made.height + style.after

    def table(self, cells: Sequence[Paragraph]) -> None:
        """Set the cells of a table in columns of equal width, with lines around the rows."""
        columns = 1 + max(int(cell.data.get("col", 0)) for cell in cells)
        width = MEASURE / columns
        self.y += 6.0
        rows: OrderedDict[int, list[Paragraph]] = OrderedDict()
        for cell in cells:
            rows.setdefault(int(cell.data.get("row", 0)), []).append(cell)
        for row in rows.values():
            self._row(row, width)
        self.rules.append((QRectF(SIDE_MARGIN, self.y, MEASURE, 0.6), RULE))
        self.y += 12.0

    def _row(self, cells: Sequence[Paragraph], width: float) -> None:
        self.rules.append((QRectF(SIDE_MARGIN, self.y, MEASURE, 0.6), RULE))
        bottoms: dict[int, float] = {}
        for cell in cells:
            column = int(cell.data.get("col", 0))
            x = SIDE_MARGIN + column * width
            y = bottoms.get(column, self.y + CELL_PADDING)
            made = self._set(cell, width - 2 * CELL_PADDING, x + CELL_PADDING, y)
            bottoms[column] = y + made.height
        self.y = max(bottoms.values()) + CELL_PADDING

    def _set(self, item: Paragraph, width: float, x: float, y: float) -> SetParagraph:
        style = style_of(item.kind, item.level)
        if item.kind == "table-cell" and not item.data.get("row"):
            style = replace(style, bold=True)
        text = self.text[item.start : item.stop]
        spans = [s for s in self.spans if s.start < item.stop and s.stop > item.start]
        made = set_paragraph(text, item.start, style, spans, max(width, 4 * style.size))
        made.x, made.y = x, y
        self.paragraphs.append(made)
        return made


def _groups(paragraphs: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """Each paragraph alone, the cells of one table together."""
    groups: list[list[Paragraph]] = []
    for item in paragraphs:
        before = groups[-1][0] if groups else None
        if (
            before is not None
            and item.kind == before.kind == "table-cell"
            and item.data.get("table") == before.data.get("table")
        ):
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def _mark(item: Paragraph) -> str:
    if not item.begins:
        return ""
    if item.kind == "list-item":
        return str(item.data.get("mark") or BULLETS[max(0, item.level - 1) % len(BULLETS)])
    return str(item.data.get("mark", "")) if item.kind == "footnote" else ""


def _draw(painter: QPainter, page: SetPage, clip: QRectF) -> None:
    pixel = 1.0 / painter.worldTransform().m22()
    for rect, colour in page.rules:
        rect.setHeight(max(rect.height(), pixel))
        painter.fillRect(rect, QColor(colour))
    for item in page.paragraphs:
        item.draw(painter, clip)
    painter.setPen(QColor(INK))
    for end, mark, item in page.marks:
        painter.setFont(font_of(item.style))
        width = painter.fontMetrics().horizontalAdvance(mark)
        painter.drawText(QPointF(end.x() - width, end.y()), mark)
