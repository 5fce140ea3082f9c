"""A PDF as `PageProvider`: pictures and links from PDFium, text and boxes from the case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from verifier.reading.render import PdfView
from verifier.text.document import Block
from verifier.ui.reader.page_words import PageRow, PageWords
from verifier.ui.reader.provider import Link


class PdfProvider(PageWords):
    """The pages of a PDF. `boxes_of` fetches the packed boxes of a page (from 0) when needed."""

    def __init__(
        self,
        source: bytes | Path | PdfView,
        text: str,
        pages: Sequence[PageRow],
        boxes_of: Callable[[int], bytes],
        *,
        blocks: Sequence[Block] = (),
        title: str = "",
    ) -> None:
        super().__init__(text, pages, boxes_of, blocks=blocks, title=title)
        self._links: dict[int, list[Link]] = {}
        self.view = source if isinstance(source, PdfView) else PdfView(source, title)

    def render(
        self, page: int, scale: float, clip: QRect, give_up: Callable[[], bool] | None = None
    ) -> QImage:
        """Draw a part of a page straight into a picture."""
        image = QImage(clip.size(), QImage.Format.Format_RGB32)
        place = (clip.x(), clip.y(), clip.width(), clip.height())
        self.view.render(
            page + 1,
            scale,
            image.bits(),
            stride=image.bytesPerLine(),
            clip=place,
            give_up=give_up,
        )
        if page not in self._links:
            self._links[page] = [
                Link((x.x0, x.y0, x.x1, x.y1), x.address, x.page - 1 if x.page else None, x.y)
                for x in self.view.links(page + 1)
            ]
        return image

    def links(self, page: int) -> Sequence[Link]:
        """The links of a page that has been drawn.

        They were fetched in the drawing thread: PDFium does one thing at a time, and the window
        must not wait until a difficult page is done.
        """
        return self._links.get(page, [])

    def close(self) -> None:
        """Close the file."""
        self.view.close()
