"""Sets the paragraphs, tables and pictures of a stretch below each other on the sheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen

from verifier.text.direction import runs_rtl
from verifier.text.document import Span, picture_key
from verifier.ui.reader.flow_lines import SetParagraph, set_paragraph
from verifier.ui.reader.flow_style import (
    CELL_PADDING,
    INK,
    LINK,
    MUTED,
    NOTE_SIZE,
    PAPER_EDGE,
    RULE,
    SHADE,
    TALLEST,
    TOP_MARGIN,
    Style,
    font_of,
    style_of,
    style_on,
)
from verifier.ui.reader.flow_table import Place, Rows, lines
from verifier.ui.reader.flow_text import FlowText, Paragraph
from verifier.ui.reader.geometry import PageGeometry, sides
from verifier.ui.reader.sheet import Sheet

BULLETS = ("•", "◦", "▪")
ABSENT = 26.0
"""Height of the frame of a picture that is not in the file."""
UNKNOWN = 0.6
"""Height over width of a picture that does not tell its size."""
LINE = 0.6
BAR = 2.5
"""Width of the rule beside a quotation."""
MARK_EDGE = 4.0
"""Between the sheet's edge and a number that reaches into the margin."""
MOST_ASIDE = 0.4
"""Of a line may be taken by a number beside its words."""
MARK_GAP = 6.0
"""Between a bullet or number and the words."""
_NOTE = Style(size=NOTE_SIZE)


@dataclass(frozen=True, slots=True)
class SetPicture:
    """A picture on the page. `key` fetches it; it is empty where the file does not hold it."""

    rect: QRectF
    key: str
    words: str
    number: int
    """Which picture of the text it is, from 1."""


@dataclass(frozen=True, slots=True)
class SetMark:
    """A bullet, a number or the raised mark of a footnote, beside a place on a base line."""

    place: QPointF
    words: str
    style: Style
    colour: str
    ends_there: bool
    """Whether it stands left of the place."""

    def draw(self, painter: QPainter) -> None:
        """Paint it."""
        painter.setPen(QColor(self.colour))
        painter.setFont(font_of(self.style))
        width = painter.fontMetrics().horizontalAdvance(self.words) if self.ends_there else 0
        painter.drawText(QPointF(self.place.x() - width, self.place.y()), self.words)


@dataclass(slots=True)
class SetPage:
    """A stretch that has been set."""

    width: float
    """The sheet's, or more where a table has no room on it."""
    height: float
    paragraphs: list[SetParagraph]
    rules: list[tuple[QRectF, str]]
    """Filled rectangles below the text: shades, bars, lines of tables."""
    marks: list[SetMark]
    pictures: list[SetPicture]
    text: str
    start: int

    def geometry(self) -> PageGeometry:
        """The places of the characters."""
        boxes = np.zeros((len(self.text), 4), dtype=np.float32)
        for item in self.paragraphs:
            first = item.start - self.start
            boxes[first : first + len(item.text)] = item.boxes()
        pictures = {one.number: sides(one.rect) for one in self.pictures if one.key}
        return PageGeometry(self.text, boxes, pictures)

    def draw(
        self, painter: QPainter, clip: QRectF, picture_of: Callable[[str], QImage | None]
    ) -> None:
        """Paint what is inside the clip."""
        pixel = 1.0 / painter.worldTransform().m22()
        for rect, colour in self.rules:
            shown = QRectF(rect.topLeft(), rect.size())
            shown.setHeight(max(rect.height(), pixel))
            shown.setWidth(max(rect.width(), pixel))
            painter.fillRect(shown, QColor(colour))
        for picture in self.pictures:
            if picture.rect.intersects(clip):
                _draw_picture(painter, picture, picture_of(picture.key) if picture.key else None)
        for item in self.paragraphs:
            item.draw(painter, clip)
        for mark in self.marks:
            mark.draw(painter)


def set_page(flow: FlowText, stretch: int, spans: Sequence[Span], sheet: Sheet) -> SetPage:
    """Set a stretch of a text on a sheet."""
    start, stop = flow.starts[stretch], flow.starts[stretch + 1]
    setter = _Setter(flow, spans, sheet, TOP_MARGIN if stretch == 0 else 0.0)
    for group in _groups(flow.paragraphs(stretch)):
        if _table_of(group[0]) is not None:
            setter.table(group)
        elif group[0].kind == "picture":
            setter.y += setter.picture(group[0], sheet.left, setter.y + 4.0, sheet.measure) + 12.0
        else:
            setter.paragraph(group[0])
    is_last = stretch == len(flow.starts) - 2
    height = setter.y + (TOP_MARGIN if is_last else 0.0)
    return SetPage(
        max(sheet.width, setter.right + sheet.right),
        height,
        setter.paragraphs,
        setter.rules,
        setter.marks,
        setter.pictures,
        flow.text[start:stop],
        start,
    )


class _Setter:
    """Sets paragraph below paragraph."""

    def __init__(self, flow: FlowText, spans: Sequence[Span], sheet: Sheet, y: float) -> None:
        self._flow = flow
        self._spans = spans
        self._left, self._measure, self._right = sheet.left, sheet.measure, sheet.right
        self.y = y
        self.right = 0.0
        """How far tables reach."""
        self.paragraphs: list[SetParagraph] = []
        self.rules: list[tuple[QRectF, str]] = []
        self.marks: list[SetMark] = []
        self.pictures: list[SetPicture] = []

    def paragraph(self, item: Paragraph) -> None:
        """Set one paragraph over the whole measure."""
        style = style_on(item.kind, item.level, self._measure)
        if item.begins and self.y > TOP_MARGIN:
            self.y += style.before
        is_turned = runs_rtl(self._flow.text[item.start : item.stop])
        mark = _mark(item)
        margin = self._right if is_turned else self._left
        indent = max(style.indent, _room(mark, style) + MARK_EDGE - margin)
        if indent > max(style.indent, MOST_ASIDE * self._measure):
            self._above(mark, style, is_turned)
            mark, indent = "", style.indent
        width = self._measure - indent
        x = self._left if is_turned else self._left + indent
        made = self._set(item, width, x, self.y)
        place = QRectF(self._left, self.y, self._measure, made.height)
        if style.shaded:
            self.rules.append((place.adjusted(-8, -4, 8, 4), SHADE))
        if style.bar:
            edge = place.right() - BAR if is_turned else place.left()
            self.rules.append((QRectF(edge, self.y, BAR, made.height), RULE))
        if mark and made.layout.lineCount():
            line = made.layout.lineAt(0)
            beside = x + width + MARK_GAP if is_turned else x - MARK_GAP
            base = QPointF(beside, self.y + line.y() + line.ascent())
            self.marks.append(SetMark(base, mark, made.style, INK, ends_there=not is_turned))
        self.y += made.height + style.after

    def _above(self, mark: str, style: Style, is_turned: bool) -> None:
        """A number that would leave its words no room has a line of its own."""
        x = self._left + self._measure if is_turned else self._left
        base = QPointF(x, self.y + style.size)
        self.marks.append(SetMark(base, mark, style, INK, ends_there=is_turned))
        self.y += style.line

    def table(self, cells: Sequence[Paragraph]) -> None:
        """Set the cells of a table, or of the part of it in this stretch, with lines between."""
        self.y += 6.0
        found = self._flow.columns(_table_of(cells[0]), self._measure)
        columns = found.edges
        contents: defaultdict[Place, list[Paragraph]] = defaultdict(list)
        for cell in cells:
            contents[_standing(found.place(cell.data), contents)].append(cell)
        top, sizes, places = self.y, list[tuple[Place, float]](), dict[Place, _Filled]()
        for place, inside in contents.items():
            left = columns[place.column]
            right = columns[min(place.column + place.columns, len(columns) - 1)]
            filled = self._fill(inside, self._left + left, right - left, found.size)
            places[place] = filled
            sizes.append((place, filled.height))
        rows = Rows(sizes)
        for place, filled in places.items():
            filled.move_down(top + rows.edges[rows.first(place)])
            self.pictures += filled.pictures
            self.marks += filled.marks
        for x0, y0, x1, y1 in lines(places, columns, rows):
            line = QRectF(self._left + x0, top + y0, x1 - x0, y1 - y0)
            line.setWidth(max(line.width(), LINE))
            line.setHeight(max(line.height(), LINE))
            self.rules.append((line, RULE))
        self.right = max(self.right, self._left + columns[-1])
        self.y = top + rows.edges[-1] + 12.0

    def _fill(self, inside: Sequence[Paragraph], x: float, width: float, size: int) -> _Filled:
        y, filled = CELL_PADDING, _Filled()
        for item in inside:
            if item.kind == "picture":
                before = len(self.pictures)
                room = max(width - 2 * CELL_PADDING, 8.0)
                y += self.picture(item, x + CELL_PADDING, y, room)
                filled.pictures += self.pictures[before:]
                del self.pictures[before:]
            else:
                before = len(self.marks)
                y += self._numbered(item, x + CELL_PADDING, y, width - 2 * CELL_PADDING, size)
                filled.paragraphs.append(self.paragraphs[-1])
                filled.marks += self.marks[before:]
                del self.marks[before:]
        filled.height = y + CELL_PADDING
        return filled

    def _numbered(self, item: Paragraph, x: float, y: float, width: float, size: int) -> float:
        """Set a paragraph of a cell, and the number before it if it has one; its height."""
        number = str(item.data.get("number") or "") if item.begins else ""
        if not number:
            return self._set(item, width, x, y, size).height
        style = replace(style_of(item.kind, item.level), size=size)
        room = _room(number, style)
        is_turned = runs_rtl(self._flow.text[item.start : item.stop])
        made = self._set(item, width - room, x if is_turned else x + room, y, size)
        line = made.layout.lineAt(0)
        base = y + (line.y() + line.ascent() if line.isValid() else style.size)
        beside = QPointF(x + width - room + MARK_GAP if is_turned else x + room - MARK_GAP, base)
        self.marks.append(SetMark(beside, number, style, INK, ends_there=not is_turned))
        return max(made.height, style.line)

    def picture(self, item: Paragraph, x: float, y: float, room: float) -> float:
        """Set a picture, made smaller where there is not enough room; the height it takes."""
        key = picture_key(item.data)
        width = float(item.data.get("width") or room)
        height = float(item.data.get("height") or UNKNOWN * width)
        words = str(item.data.get("alt", ""))
        drawn = str(item.data.get("drawn", ""))
        if drawn:
            words = absent_words(drawn, words)
        if drawn == "frame" or not (drawn or key):
            width, height = room, ABSENT
        by = min(1.0, room / width, TALLEST / height)
        rect = QRectF(x, y, width * by, height * by)
        self.pictures.append(SetPicture(rect, key, words, item.picture))
        return rect.height() + 4.0

    def _set(
        self, item: Paragraph, width: float, x: float, y: float, size: int | None = None
    ) -> SetParagraph:
        style = style_on(item.kind, item.level, self._measure)
        if size is not None:
            style = replace(style, size=size)
        if item.kind == "table-cell" and (item.data.get("head") or not item.data.get("row")):
            style = replace(style, bold=True)
        text = self._flow.text[item.start : item.stop]
        spans = [s for s in self._spans if s.start < item.stop and s.stop > item.start]
        notes = self._flow.notes_in(item.start, item.stop)
        made = set_paragraph(text, item.start, style, spans, max(width, style.size), notes)
        made.x, made.y = x, y
        self.paragraphs.append(made)
        for at, mark in notes:
            place = made.after(at)
            if place is not None:
                raised = QPointF(place.x(), place.y() - 0.4 * style.size)
                self.marks.append(SetMark(raised, mark, _NOTE, LINK, ends_there=True))
        return made


class _Filled:
    """What stands in a cell, set from the top of the sheet until its row has a place."""

    def __init__(self) -> None:
        self.height = 0.0
        self.paragraphs: list[SetParagraph] = []
        self.pictures: list[SetPicture] = []
        self.marks: list[SetMark] = []

    def move_down(self, by: float) -> None:
        for item in self.paragraphs:
            item.y += by
        self.marks = [replace(one, place=one.place + QPointF(0, by)) for one in self.marks]
        self.pictures = [replace(one, rect=one.rect.translated(0, by)) for one in self.pictures]


def _standing(place: Place, known: Iterable[Place]) -> Place:
    """A picture stands in the cell that was set before it, where that has its place."""
    for other in known:
        if (other.row, other.column) == (place.row, place.column):
            return other
    return place


def _table_of(item: Paragraph) -> int | None:
    """The table that a cell, or a picture in a cell, belongs to."""
    found = item.data.get("table")
    return int(found) if item.kind in ("table-cell", "picture") and found is not None else None


def _groups(paragraphs: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """Each paragraph alone, the cells of one table together."""
    groups: list[list[Paragraph]] = []
    for item in paragraphs:
        table = _table_of(item)
        if groups and table is not None and table == _table_of(groups[-1][0]):
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def _room(mark: str, style: Style) -> float:
    """What a bullet or a number takes beside the words."""
    return QFontMetricsF(font_of(style)).horizontalAdvance(mark) + MARK_GAP if mark else 0.0


def _mark(item: Paragraph) -> str:
    if not item.begins:
        return ""
    told = item.data.get("number") or item.data.get("mark")
    if told and item.kind != "table-cell":
        return str(told)
    return BULLETS[max(0, item.level - 1) % len(BULLETS)] if item.kind == "list-item" else ""


def _draw_picture(painter: QPainter, picture: SetPicture, image: QImage | None) -> None:
    if image is not None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(picture.rect, image)
        return
    painter.setPen(QPen(QColor(PAPER_EDGE), 0.8))
    painter.setBrush(QColor(SHADE))
    painter.drawRect(picture.rect)
    painter.setPen(QColor(MUTED))
    painter.setFont(font_of(style_of("caption", 0)))
    if picture.rect.height() > ABSENT:
        inner = picture.rect.adjusted(8, 4, -8, -4)
        flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
        painter.drawText(inner, flags, picture.words)
        return
    words = painter.fontMetrics().elidedText(
        picture.words, Qt.TextElideMode.ElideRight, max(0, int(picture.rect.width()) - 16)
    )
    painter.drawText(picture.rect, Qt.AlignmentFlag.AlignCenter, words)


def absent_words(drawn: str, title: str) -> str:
    """What is said in the place of what cannot be drawn here."""
    translate = QCoreApplication.translate
    if drawn == "frame":
        words = translate("Reader", "A frame of %1 is not in this file.")
        return words.replace("%1", title)
    if drawn == "diagram":
        words = translate("Reader", "A diagram stands here. Only Word draws it: look at it there.")
    elif drawn == "picture":
        words = translate("Reader", "A picture stands here. Only Word draws it: look at it there.")
    else:
        words = translate("Reader", "A chart stands here. Only Word draws it: look at it there.")
    return f"{title}\n{words}" if title else words
