"""A picture as `PageProvider`: one page, with the words that Tesseract saw in it, if any."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from verifier.reading.worker import SafePicture
from verifier.text.document import Block
from verifier.ui.reader.page_words import PageWords
from verifier.ui.reader.provider import Link

KEY = "1"
UNKNOWN = (600.0, 450.0)
"""Points of a page whose picture did not say how large it is."""


@dataclass(frozen=True, slots=True)
class _Page:
    start: int
    stop: int
    width: float
    height: float


def _no_boxes(_page: int) -> bytes:
    return b""


class ImageProvider(PageWords):
    """One page, as large at 100 % as the picture has pixels; empty until its pixels come."""

    def __init__(
        self,
        title: str,
        size: tuple[float, float],
        text: str = "",
        boxes_of: Callable[[int], bytes] = _no_boxes,
        *,
        blocks: Sequence[Block] = (),
    ) -> None:
        self.size = size if min(size) > 0 else UNKNOWN
        """Points; marked regions count from it."""
        page = _Page(0, len(text), *self.size)
        super().__init__(text, (page,), boxes_of, blocks=blocks, title=title)
        self._image = QImage()

    @property
    def picture_keys(self) -> list[str]:
        """What the picture is fetched by."""
        return [KEY]

    def take_pictures(self, pictures: Mapping[str, SafePicture]) -> None:
        """Show this from now on, which the reading process wrote."""
        taken = pictures.get(KEY)
        self._image = QImage() if taken is None else QImage.fromData(taken.data)

    def render(
        self,
        page: int,  # noqa: ARG002
        scale: float,
        clip: QRect,
        give_up: Callable[[], bool] | None = None,  # noqa: ARG002
    ) -> QImage:
        """Draw a part of the picture, which may be smaller than the page says it is."""
        made = QImage(clip.size(), QImage.Format.Format_RGB32)
        made.fill(Qt.GlobalColor.white)
        image, (width, height) = self._image, self.size
        if not image.isNull():
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.translate(-clip.topLeft())
            painter.scale(width * scale / image.width(), height * scale / image.height())
            painter.drawImage(0, 0, image)
            painter.end()
        return made

    def links(self, page: int) -> Sequence[Link]:  # noqa: ARG002
        """None."""
        return ()

    def close(self) -> None:
        """Nothing is open."""
