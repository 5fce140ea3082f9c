"""A PDF that is still being read: its pictures are there, its text comes page by page."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.reading.render import PdfView
from verifier.text.document import ReadPage
from verifier.ui.reader.pdf import PdfProvider


class Sheet:
    """What is known of a page before it is read: how large it is."""

    start = stop = 0

    def __init__(self, width: float, height: float) -> None:
        self.width = width
        self.height = height


class GrowingPdf(PdfProvider):
    """All pages from the start; those that are unread have no words yet."""

    def __init__(self, view: PdfView, sizes: Sequence[tuple[float, float]], title: str) -> None:
        self._packed: list[bytes] = []
        self._is_handed_over = False
        sheets = [Sheet(width, height) for width, height in sizes]
        super().__init__(view, "", sheets, self._boxes, title=title)
        self._begins = [0] * (len(sheets) + 1)
        self.starts = self._begins

    @property
    def pages_read(self) -> int:
        """How many pages have their words."""
        return len(self._packed)

    def grow(self, came: Sequence[tuple[ReadPage, str]]) -> None:
        """Take the next pages with their words."""
        first = len(self._packed)
        self.text += "".join(text for _, text in came)
        for at, (page, _) in enumerate(came, first):
            self._packed.append(page.boxes)
            self._begins[at] = page.start
            self._sizes[at] = (page.width, page.height)
            self._geometries.pop(at, None)
        rest = len(self._begins) - len(self._packed)
        self._begins[len(self._packed) :] = [len(self.text)] * rest

    def hand_over(self) -> PdfView:
        """The open file, for whoever shows it from now on: closing these pages leaves it open."""
        self._is_handed_over = True
        return self.view

    def close(self) -> None:
        """Close the file, unless somebody else has it now."""
        if not self._is_handed_over:
            super().close()

    def _boxes(self, page: int) -> bytes:
        return self._packed[page] if page < len(self._packed) else b""
