"""Icons drawn from SVG files, in the palette's colour, sharp at every scale.

`icon("search")` takes resources/icons/search.svg (Lucide). Its colour follows the palette when the
theme changes, unless one is given.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtSvg import QSvgRenderer

from verifier.paths import resources

STROKE = "1.75"
"""Of a 24 by 24 drawing: a little thinner than Lucide's own, to sit well beside the text."""


def icon(name: str, colour: str | None = None) -> QIcon:
    """The icon called `name`; KeyError where there is none."""
    _source(name)
    return QIcon(SvgIcon(name, colour))


def icon_names() -> list[str]:
    """The names of all icons."""
    return sorted(file.stem for file in (resources() / "icons").glob("*.svg"))


@cache
def has_icon(name: str) -> bool:
    """Whether there is an icon of that name."""
    return bool(name) and (resources() / "icons" / f"{name}.svg").is_file()


def draw_icon(painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
    """Paint an icon straight into a picture or a widget."""
    _renderer(name, colour).render(painter, rect)


class SvgIcon(QIconEngine):
    """Draws one SVG in the colour that its state asks for; pictures come from Qt's own cache."""

    def __init__(self, name: str, colour: str | None) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon at the resolution of what is painted on."""
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon at `size` pixels."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self,
        size: QSize,
        mode: QIcon.Mode,
        state: QIcon.State,  # noqa: ARG002
        scale: float,
    ) -> QPixmap:
        """The icon at `size` logical pixels, for a screen with `scale` device pixels in each."""
        if size.isEmpty():  # a button that has no room yet
            return QPixmap()
        colour = self._colour or _colour_for(mode)
        device = size * scale
        key = f"verifier-icon:{self._name}:{colour}:{device.width()}x{device.height()}"
        pixmap = QPixmap()
        if not QPixmapCache.find(key, pixmap):
            pixmap = _drawn(self._name, colour, device)
            QPixmapCache.insert(key, pixmap)
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    def clone(self) -> QIconEngine:
        """A copy, for Qt."""
        return SvgIcon(self._name, self._colour)


def _colour_for(mode: QIcon.Mode) -> str:
    palette = QGuiApplication.palette()
    if mode is QIcon.Mode.Disabled:
        muted = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
        muted.setAlphaF(0.55)
        return muted.name(QColor.NameFormat.HexArgb)
    return palette.color(QPalette.ColorRole.ButtonText).name()


def _drawn(name: str, colour: str, size: QSize) -> QPixmap:
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    side = min(size.width(), size.height())
    corner = QPoint((size.width() - side) // 2, (size.height() - side) // 2)
    painter.setOpacity(QColor(colour).alphaF())
    _renderer(name, QColor(colour).name()).render(painter, QRectF(QRect(corner, QSize(side, side))))
    painter.end()
    return pixmap


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = _source(name).replace("currentColor", colour)
    drawing = drawing.replace('stroke-width="2"', f'stroke-width="{STROKE}"')
    return QSvgRenderer(QByteArray(drawing.encode()))


@cache
def _source(name: str) -> str:
    file = resources() / "icons" / f"{name}.svg"
    if not file.is_file():
        raise KeyError(f"there is no icon {name!r}")
    return file.read_text(encoding="utf-8")
