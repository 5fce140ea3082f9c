"""The paper and the pictures of pages: which are wanted for a window, and how they are painted."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QRegion

from verifier.ui.reader.layout import PageLayout
from verifier.ui.reader.pictures import Drawing, Pictures, Wish, measuring
from verifier.ui.tokens import Tokens


def drawing_of(layout: PageLayout, page: int, ratio: float) -> Drawing:
    """The picture of a page for a screen with `ratio` device pixels in a pixel."""
    width, height = layout.upright(page)
    across, _ = layout.points(page)
    device = max(1, round(width * ratio))
    return Drawing(page, device / across, device, max(1, round(height * ratio)))


def part_of(layout: PageLayout, drawing: Drawing, shown: QRectF) -> tuple[float, float]:
    """Top and bottom of what shows of a page, in device pixels of its picture."""
    seen = shown.intersected(QRectF(layout.rect(drawing.page)))
    back, _ = layout.frame(drawing.page).inverted()
    upright = back.mapRect(seen)
    ratio = drawing.width / max(1, layout.upright(drawing.page)[0])
    return upright.top() * ratio, upright.bottom() * ratio


def wishes_for(
    layout: PageLayout, window: QRectF, ratio: float, settled: Callable[[int], bool]
) -> list[Wish]:
    """The pictures of what shows in a window, then of one screen after and before it.

    Of a page that has never been set the size comes first: another picture would not fit.
    """
    found: list[Wish] = []
    for down in (0.0, window.height(), -window.height()):
        found += wishes_in(layout, window.translated(0, down), ratio, settled)
    return list(dict.fromkeys(found))


def wishes_in(
    layout: PageLayout, window: QRectF, ratio: float, settled: Callable[[int], bool]
) -> list[Wish]:
    """The pictures of what shows in a window."""
    found: list[Wish] = []
    for page in layout.pages_between(window.top(), window.bottom()):
        if settled(page):
            drawing = drawing_of(layout, page, ratio)
            part = part_of(layout, drawing, window)
            found += [(piece, drawing) for piece in drawing.pieces(*part)]
        else:
            found.append(measuring(page))
    return found


def paint_canvas(
    painter: QPainter, layout: PageLayout, pages: Iterable[int], shown: QRect, tokens: Tokens
) -> None:
    """What lies around the sheets of these pages, and their edges. In pixels of the canvas."""
    down = (1, 2) if layout.view.gap else (0, 0)
    canvas, edges, sheets = QRegion(shown), QRegion(), QRegion()
    for page in pages:
        place = layout.rect(page)
        sheets += place
        edges += place.adjusted(-1, -down[0], 1, down[1])
    for part, colour in ((canvas - edges, tokens.canvas), (edges - sheets, tokens.border)):
        painter.setClipRegion(part)
        painter.fillRect(shown, QColor(colour))
    painter.setClipping(False)


def paint_paper(painter: QPainter, place: QRect, tokens: Tokens) -> None:
    """An empty sheet."""
    painter.fillRect(place, QColor(tokens.paper).darker(round(100 / (1 - tokens.veil))))


def paint_pictures(
    painter: QPainter,
    layout: PageLayout,
    page: int,
    shown: QRectF,
    pictures: Pictures,
    tokens: Tokens,
) -> None:
    """The picture of a page; where it is not there yet, paper and one made for another zoom."""
    ratio = painter.device().devicePixelRatioF()
    drawing = drawing_of(layout, page, ratio)
    pieces = drawing.pieces(*part_of(layout, drawing, shown))
    images = [(piece, pictures.cache.get(piece)) for piece in pieces]
    is_whole = all(image is not None for _, image in images)
    width, height = layout.upright(page)
    if not is_whole or drawing.width < width * ratio or drawing.height < height * ratio:
        paint_paper(painter, layout.rect(page), tokens)
    painter.save()
    painter.setTransform(layout.frame(page) * painter.transform())
    if not is_whole:
        for image, clip, other in pictures.cache.others(page, drawing.scale):
            painter.drawImage(_shrunk(clip, other.scale / drawing.scale * ratio), image)
    for piece, found in images:
        if found is not None:
            painter.drawImage(_shrunk(drawing.clip(piece.band), ratio), found)
    painter.restore()


def paint_failure(painter: QPainter, place: QRect, words: str, tokens: Tokens) -> None:
    """Why a page cannot be shown, on its empty sheet."""
    painter.setPen(QColor(tokens.ink))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(place.adjusted(24, 24, -24, -24), flags, words)


def _shrunk(rect: QRect, by: float) -> QRectF:
    return QRectF(rect.x() / by, rect.y() / by, rect.width() / by, rect.height() / by)
