"""Which page is read, and how large: the two fields of the toolbar."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from verifier.text.page_names import PageNames
from verifier.ui.page_names import place_among
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import label, row, tool_button

WIDTH, MOST_WIDTH = 46, 120
"""Pixels of the field."""
BESIDE = 20
"""Pixels of it that are not for letters."""


class PageField(QWidget):
    """Previous page, a field with the number of this one, how many there are, next page."""

    wanted = Signal(str)
    """The name or the number of the page to go to."""
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        back, on = ("right", "left") if mirrored else ("left", "right")
        before = tool_button(f"chevron-{back}", self.tr("Previous page"))
        before.clicked.connect(self._back)
        after = tool_button(f"chevron-{on}", self.tr("Next page"))
        after.clicked.connect(self._on)
        self.number = QLineEdit()
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.setAccessibleName(self.tr("Page"))
        self.number.returnPressed.connect(self._go)
        self._all = label("", "muted")
        self.setLayout(row(before, self.number, self._all, after, spacing=METRICS.space_xs))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.show_page(0, 0)

    def show_page(self, number: int, pages: int, names: PageNames | None = None) -> None:
        """Show where the reading is: the page's name, and its number where that is another."""
        names = names or PageNames()
        room = self.number.fontMetrics().horizontalAdvance(names.longest) + BESIDE
        self.number.setFixedWidth(min(MOST_WIDTH, max(WIDTH, room)))
        self.number.setText(names.of(number) if pages else "")
        self._all.setText(place_among(names, number, pages) if pages else "")
        self.setEnabled(bool(pages))

    @Slot()
    def begin(self) -> None:
        """Let a number be typed."""
        self.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.number.selectAll()

    @Slot()
    def _go(self) -> None:
        if self.number.text().strip():
            self.wanted.emit(self.number.text())

    @Slot()
    def _back(self) -> None:
        self.stepped.emit(-1)

    @Slot()
    def _on(self) -> None:
        self.stepped.emit(1)
