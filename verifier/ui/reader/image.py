"""A picture or a scan as `PageProvider`, with the words that Tesseract saw in it, if any."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from verifier.reading.worker import SafePicture
from verifier.text.document import Block
from verifier.ui.reader.page_words import PageRow, PageWords
from verifier.ui.reader.provider import Link

UNKNOWN = (600.0, 450.0)
"""Points of a page whose picture did not say how large it is."""
DECODED = 3
"""Pictures of pages that are kept as pixels: those around the page in front."""
ALIKE = 0.02
"""A picture is as wide and high as its page, but for such a share that its writing anew cost."""


@dataclass(frozen=True, slots=True)
class _Page:
    start: int
    stop: int
    width: float
    height: float


def _no_boxes(_page: int) -> bytes:
    return b""


class ImageProvider(PageWords):
    """Pages as large at 100 % as their pictures have pixels; empty until these come."""

    def __init__(
        self,
        title: str,
        pages: Sequence[PageRow],
        text: str = "",
        boxes_of: Callable[[int], bytes] = _no_boxes,
        *,
        blocks: Sequence[Block] = (),
    ) -> None:
        sizes = [(page.width, page.height) for page in pages]
        self.sizes = [size if min(size) > 0 else UNKNOWN for size in sizes]
        """Points; marked regions count from them."""
        made = [
            _Page(page.start, page.stop, *size)
            for page, size in zip(pages, self.sizes, strict=True)
        ]
        super().__init__(text, made, boxes_of, blocks=blocks, title=title)
        self._pictures: Mapping[str, SafePicture] = {}
        self._decoded: OrderedDict[int, QImage] = OrderedDict()

    @property
    def picture_keys(self) -> list[str]:
        """What the pictures are fetched by: the numbers of the pages, from 1."""
        return [str(number) for number in range(1, len(self.sizes) + 1)]

    def take_pictures(self, pictures: Mapping[str, SafePicture]) -> None:
        """Show these from now on, which the reading process wrote."""
        self._pictures, self._decoded = pictures, OrderedDict()

    def _image(self, page: int) -> QImage:
        """The pixels of a page (from 0); none where its picture has not come or cannot be opened.

        Called in the drawing thread alone.
        """
        decoded = self._decoded
        image = decoded.pop(page, None)
        if image is None:
            taken = self._pictures.get(str(page + 1))
            image = QImage() if taken is None else QImage.fromData(taken.data)
        decoded[page] = image
        if len(decoded) > DECODED:
            decoded.popitem(last=False)
        return image

    def render(
        self,
        page: int,
        scale: float,
        clip: QRect,
        give_up: Callable[[], bool] | None = None,  # noqa: ARG002
    ) -> QImage:
        """Draw a part of the picture, which may be smaller than the page says it is."""
        made = QImage(clip.size(), QImage.Format.Format_RGB32)
        made.fill(Qt.GlobalColor.white)
        image, (width, height) = self._image(page), self.sizes[page]
        if not image.isNull():
            across, down = width * scale / image.width(), height * scale / image.height()
            if abs(across - down) > ALIKE * max(across, down):
                across = down = min(across, down)
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.translate(-clip.topLeft())
            painter.scale(across, down)
            painter.drawImage(0, 0, image)
            painter.end()
        return made

    def links(self, page: int) -> Sequence[Link]:  # noqa: ARG002
        """None."""
        return ()

    def close(self) -> None:
        """Nothing is open."""
