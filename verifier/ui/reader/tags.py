"""The tags of claims in the margin: a small pill with sign and number beside the first line.

Tags keep their size at every zoom. Where two would cover each other the lower one moves down; where
the margin is too narrow for both, the number alone is shown.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from verifier.ui.icons import draw_icon
from verifier.ui.reader.highlights import PaintedHighlight
from verifier.ui.theme import WINDOW_FONT
from verifier.ui.tokens import METRICS

HEIGHT = 19.0
APART = 1.0
FROM_TEXT = 12.0
NEAR_TEXT = 4.0
"""Pixels, where the margin has no room for a tag so far from the text."""
SIGN = 13.0
PADDING = 6.0
PICTURES_KEPT = 512
BLEED = QPointF(1, 1)
"""What a picture of a tag reaches over it: the pen of a selected one is wider."""
BESIDE_SIGN = (
    Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
)
"""Also where the interface goes from right to left: the sign stands at the left."""

_Look = tuple[str, str, str, bool, bool, float, float, float]
"""All that a tag without its words looks like."""
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag and its place, in pixels of the canvas."""

    rect: QRectF
    highlight: PaintedHighlight
    short: bool
    """Whether there is room for the number only."""


def tag_font() -> QFont:
    """Small and bold enough to read."""
    font = QFont(WINDOW_FONT)
    font.setPixelSize(METRICS.label)
    font.setWeight(QFont.Weight.DemiBold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def placed_tags(
    wanted: Iterable[tuple[QRectF, PaintedHighlight]], text_left: float, sheet_left: float
) -> list[Tag]:
    """The tags of a page. `wanted` holds the first rectangle of each passage, on the canvas."""
    metrics = QFontMetricsF(tag_font())
    right = text_left - FROM_TEXT
    found: list[Tag] = []
    free = -1e9
    for rect, highlight in sorted(wanted, key=lambda item: (item[0].center().y(), item[0].x())):
        width = _width(highlight, metrics)
        short = right - width < sheet_left + 2
        if short:
            width = math.ceil(2 * PADDING + metrics.horizontalAdvance(highlight.label))
        end = right if right - width >= sheet_left else text_left - NEAR_TEXT
        left = max(end - width, sheet_left - width / 2, 1.0)
        top = max(rect.center().y() - HEIGHT / 2, free)
        found.append(Tag(QRectF(round(left), round(top), round(width), HEIGHT), highlight, short))
        free = top + HEIGHT + APART
    return found


def with_looks(tags: Iterable[Tag], fresh: Iterable[PaintedHighlight]) -> list[Tag]:
    """Tags in their places, some of them of highlights that look different now."""
    looks = {highlight.id: highlight for highlight in fresh}
    return [replace(tag, highlight=looks.get(tag.highlight.id, tag.highlight)) for tag in tags]


class TagPainter:
    """Draws tags, from pictures that it keeps of them: each is painted in many frames."""

    def __init__(self) -> None:
        self._pictures: OrderedDict[tuple[str, _Look], QPixmap] = OrderedDict()
        self._pills: OrderedDict[_Look, QPixmap] = OrderedDict()
        """Without words, which many tags share."""
        self._font = tag_font()

    def paint(self, painter: QPainter, tag: Tag, veil: float = 0.0) -> None:
        """Paint one tag. The painter's unit is a pixel of the canvas; `veil` as over the paper."""
        look = _look(tag, painter.device().devicePixelRatioF(), veil)
        found = self._pictures.get((tag.highlight.label, look))
        corner = tag.rect.topLeft()
        painter.drawPixmap(corner - BLEED, self._pill(look, tag) if found is None else found)
        if found is None:
            self._write(painter, corner, tag)

    def prepare(self, tags: Iterable[Tag], ratio: float, veil: float) -> bool:
        """Make the pictures of tags that will be painted in many frames: for one it is too dear.

        Whether there were any to be made.
        """
        looks = [((tag.highlight.label, _look(tag, ratio, veil)), tag) for tag in tags]
        missing = [(key, tag) for key, tag in looks if key not in self._pictures]
        for key, tag in missing:
            picture = QPixmap(self._pill(key[1], tag))
            painter = QPainter(picture)
            self._write(painter, BLEED, tag)
            painter.end()
            _keep(self._pictures, key, picture)
        return bool(missing)

    def _pill(self, look: _Look, tag: Tag) -> QPixmap:
        found = self._pills.get(look)
        if found is None:
            *_, ratio, veil = look
            found = _keep(self._pills, look, _pill(tag, ratio, veil))
        return found

    def _write(self, painter: QPainter, corner: QPointF, tag: Tag) -> None:
        """The words of a tag."""
        h = tag.highlight
        left = PADDING + (SIGN + 2 if h.sign and not tag.short else 0)
        painter.setPen(QColor(h.line).darker(150))
        painter.setFont(self._font)
        words = QRectF(corner, tag.rect.size()).adjusted(left, 0, 0, 0)
        painter.drawText(words, BESIDE_SIGN, h.label)


def _look(tag: Tag, ratio: float, veil: float) -> _Look:
    h = tag.highlight
    return h.tint, h.line, h.sign, h.selected, tag.short, tag.rect.width(), ratio, veil


def _keep(pictures: OrderedDict[Key, QPixmap], key: Key, picture: QPixmap) -> QPixmap:
    pictures[key] = picture
    if len(pictures) > PICTURES_KEPT:
        pictures.popitem(last=False)
    return picture


def _pill(tag: Tag, ratio: float, veil: float) -> QPixmap:
    """A tag without its words."""
    size = tag.rect.size().toSize()
    picture = QPixmap((size + QSize(2, 2)) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    highlight = tag.highlight
    painter.setPen(QPen(QColor(highlight.line), 2.0 if highlight.selected else 1.0))
    painter.setBrush(QColor(highlight.tint).lighter(106).darker(round(100 / (1 - veil))))
    frame = QRectF(1.5, 1.5, size.width() - 1, size.height() - 1)
    painter.drawRoundedRect(frame, HEIGHT / 2, HEIGHT / 2)
    if highlight.sign and not tag.short:
        ink = QColor(highlight.line).darker(125).name()
        draw_icon(
            painter, QRectF(PADDING, 1 + (HEIGHT - SIGN) / 2, SIGN, SIGN), highlight.sign, ink
        )
    painter.end()
    return picture


def _width(highlight: PaintedHighlight, metrics: QFontMetricsF) -> float:
    sign = SIGN + 2 if highlight.sign else 0
    return math.ceil(2 * PADDING + 1 + sign + metrics.horizontalAdvance(highlight.label))
