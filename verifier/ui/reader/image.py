"""A picture as `PageProvider`: one page without words, on which regions can be marked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from verifier.reading.worker import SafePicture
from verifier.text.ranges import TextRange
from verifier.ui.reader.geometry import PageGeometry
from verifier.ui.reader.layout import Sizes
from verifier.ui.reader.provider import Link

KEY = "1"
UNKNOWN = (600.0, 450.0)
"""Points of a page whose picture did not say how large it is."""


class ImageProvider:
    """One page, as large at 100 % as the picture has pixels; empty until its pixels come."""

    paged = True

    def __init__(self, title: str, size: tuple[float, float]) -> None:
        self.title = title
        self.text = ""
        self.starts: Sequence[int] = [0, 0]
        self.size = size if min(size) > 0 else UNKNOWN
        """Points; marked regions count from it."""
        self._image = QImage()
        self._nothing = PageGeometry("", np.zeros((0, 4), dtype=np.float32))

    @property
    def picture_keys(self) -> list[str]:
        """What the picture is fetched by."""
        return [KEY]

    def take_pictures(self, pictures: Mapping[str, SafePicture]) -> None:
        """Show this from now on, which the reading process wrote."""
        taken = pictures.get(KEY)
        self._image = QImage() if taken is None else QImage.fromData(taken.data)

    def page_sizes(self) -> Sizes:
        """That of the one page."""
        return [self.size]

    def settle(self, page: int) -> bool:  # noqa: ARG002
        """Sizes are exact from the start."""
        return False

    def settled(self, page: int) -> bool:  # noqa: ARG002
        """Always."""
        return True

    def measure(self, page: int) -> None:
        """Nothing is to be found out."""

    def measured(self, page: int) -> bool:  # noqa: ARG002
        """Always."""
        return True

    def located(self, page: int) -> bool:  # noqa: ARG002
        """Always."""
        return True

    def geometry(self, page: int) -> PageGeometry:  # noqa: ARG002
        """There are no characters."""
        return self._nothing

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

    def paragraph(self, index: int) -> TextRange:
        """None."""
        return TextRange(index, index)

    def starts_paragraph(self, index: int) -> bool:  # noqa: ARG002
        """No."""
        return False

    def close(self) -> None:
        """Nothing is open."""
