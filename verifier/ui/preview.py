"""The pages of the report before it is given out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from verifier.reading.render import PdfView
from verifier.ui.reader.pdf import PdfProvider
from verifier.ui.reader.view import ReaderView
from verifier.ui.theme import Theme
from verifier.ui.widgets import resize_in_room

SIZE = (860, 700)


@dataclass(frozen=True, slots=True)
class _Page:
    """A page without text: it is only looked at."""

    width: float
    height: float
    start: int = 0
    stop: int = 0


class PreviewDialog(QDialog):
    """Shows a PDF that lies in memory."""

    def __init__(self, pdf: bytes, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Preview of the report"))
        resize_in_room(self, *SIZE)
        self.view = ReaderView(self, theme.tokens)
        self.view.setAccessibleName(self.tr("Pages of the report"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.view)
        self.view.set_document(PdfProvider(pdf, "", _pages(pdf), lambda _: b""))
        self.view.setFocus()

    def done(self, code: int) -> None:
        """Let go of the pages; the thread that draws them ends."""
        self.view.close_document()
        super().done(code)


def _pages(pdf: bytes) -> list[_Page]:
    with PdfView(pdf) as view:
        sizes = [view.page_size(number) for number in range(1, view.page_count + 1)]
    return [_Page(width, height) for width, height in sizes]
