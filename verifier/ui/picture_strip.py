"""What a reader says above pages that are pictures: that they have no text, or what read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from verifier.queries.seen_text import ocr_pages, scanned_pages
from verifier.text.page_names import PageNames
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import column, label, push_button, tool_button

RANGES_AT_MOST = 6


class PictureStrip(QFrame):
    """A few words with a button. Put away, they come back when the pages are opened again."""

    read_wanted = Signal()

    def __init__(self, parent: QWidget, names: PageNames) -> None:
        super().__init__(parent)
        self._names = names
        self.setProperty("panel", "notice")
        self.words = label("", wrap=True)
        self.read_button = push_button(self.tr("Read the text…"))
        self.read_button.clicked.connect(self.read_wanted)
        self._away = tool_button("x", self.tr("Put this notice away"))
        self._away.clicked.connect(self._put_away)
        said = column(spacing=METRICS.space_xs)
        said.addWidget(self.words)
        said.addWidget(self.read_button, 0, Qt.AlignmentFlag.AlignLeft)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 6, 6)
        line.setSpacing(METRICS.space_m)
        line.addLayout(said, 1)
        line.addWidget(self._away, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_pages(
        self,
        notices: Sequence[Mapping[str, Any]],
        properties: Mapping[str, Any],
        shown: int = 0,
        pages: int = 0,
    ) -> None:
        """Say what the reader of pages noted of those that are pictures; nothing of others.

        Also where so many pages are shown of more.
        """
        scanned, seen = scanned_pages(notices), sorted(ocr_pages(notices))
        told = [self._first(shown, pages)] if pages > shown else []
        told += [self._offer(scanned)] if scanned else []
        told += [self._seen(seen, properties)] if seen else []
        self._show(told, is_offer=bool(scanned))

    def show_picture(self, properties: Mapping[str, Any] | None) -> None:
        """Say of a whole picture that it has no text, or what read it."""
        told = []
        if properties is not None:
            told.append(self._seen([], properties))
        else:
            words = self.tr(
                "A picture without text. Mark a region with M, or let Tesseract read it."
            )
            told.append(words)
        self._show(told, is_offer=properties is None)

    def _first(self, shown: int, pages: int) -> str:
        words = self.tr(
            "This file has %1 pages, of which the first %2 are shown. To read and to quote the "
            "others, save it as a PDF and add that, too."
        )
        return words.replace("%1", str(pages)).replace("%2", str(shown))

    def _offer(self, pages: Sequence[int]) -> str:
        words = self.tr(
            "Pages that are pictures without text: %1. Mark a region with M, or let Tesseract read "
            "them."
        )
        return words.replace("%1", listed(pages, self._names))

    def _seen(self, pages: Sequence[int], properties: Mapping[str, Any]) -> str:
        words = self.tr("Read by OCR (%1, %2 sure): compare quotes with the picture.")
        if pages:
            words = self.tr("Pages read by OCR (%1, %2 sure): %3. Compare quotes with the picture.")
        words = words.replace("%1", str(properties.get("ocr", "")))
        words = words.replace("%2", str(properties.get("ocr confidence", "")))
        return words.replace("%3", listed(pages, self._names))

    def _show(self, told: Sequence[str], *, is_offer: bool) -> None:
        self.words.setText(" ".join(told))
        self.read_button.setVisible(is_offer)
        self.setProperty("notice", "warning" if is_offer else "hint")
        self.setVisible(bool(told))

    @Slot()
    def _put_away(self) -> None:
        self.hide()


def listed(pages: Sequence[int], names: PageNames) -> str:
    """Names of pages in their order, as "1–3, 7"; of very many only the first."""
    ranges: list[list[int]] = []
    for page in pages:
        if ranges and ranges[-1][1] == page - 1:
            ranges[-1][1] = page
        else:
            ranges.append([page, page])
    ends = [(names.of(first), names.of(last)) for first, last in ranges]
    words = [first if first == last else f"{first}–{last}" for first, last in ends]
    more = ["…"] if len(words) > RANGES_AT_MOST else []
    return ", ".join([*words[:RANGES_AT_MOST], *more])
