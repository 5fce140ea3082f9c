"""Small pictures of a view's pages, drawn after all that the reading waits for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QImage

from verifier.ui.reader.canvas import PageCanvas
from verifier.ui.reader.pictures import Drawing


class Thumbnails:
    """The small pictures of one view; `size` is the pixels of a page's longer side."""

    def __init__(self, view: PageCanvas, size: int) -> None:
        self._view = view
        self._size = size

    def want(self, pages: Sequence[int]) -> None:
        """Have these pages drawn (from 0), and no others."""
        pictures = self._view.pictures
        if pictures is not None:
            drawings = [self._drawing(page) for page in pages]
            pictures.want_besides([(drawing.pieces(0, 0)[0], drawing) for drawing in drawings])

    def picture(self, page: int) -> QImage | None:
        """The picture of a page, upright; None until it is there."""
        pictures = self._view.pictures
        return None if pictures is None else pictures.cache.get(self._drawing(page).pieces(0, 0)[0])

    def _drawing(self, page: int) -> Drawing:
        width, height = self._view.page_layout.points(page)
        scale = self._size * self._view.devicePixelRatioF() / max(width, height)
        return Drawing(page, scale, max(1, round(width * scale)), max(1, round(height * scale)))
