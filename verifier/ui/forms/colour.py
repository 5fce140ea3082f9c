"""A colour: its sample, which opens the system's chooser, and its digits to be typed."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from verifier.ui.tokens import METRICS

SIZE = 30


class Swatch(QPushButton):
    """A sample of a colour."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.colour = ""
        self.setFixedSize(SIZE, SIZE)
        self.setAccessibleName(name)
        self.setAutoDefault(False)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw it, with a thick edge where the keyboard is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        edge = palette.accent().color() if self.hasFocus() else palette.dark().color()
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(self.colour) if self.colour else palette.base().color())
        box = self.rect().adjusted(1, 1, -2, -2)
        painter.drawRoundedRect(box, METRICS.radius, METRICS.radius)
        painter.end()


class ColourField(QWidget):
    """A colour as #rrggbb."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.swatch = Swatch(name)
        self.swatch.clicked.connect(self._choose)
        self.digits = QLineEdit()
        self.digits.setAccessibleName(name)
        self.digits.setPlaceholderText("#1d7f76")
        self.digits.textEdited.connect(self._typed)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(METRICS.space_xs)
        whole.addWidget(self.swatch)
        whole.addWidget(self.digits, 1)

    @property
    def colour(self) -> str:
        """What is written, in small letters."""
        return self.digits.text().strip().lower()

    def show_colour(self, colour: str) -> None:
        """Show a colour, without telling anybody."""
        self.digits.setText(colour)
        self._sample()

    def _sample(self) -> None:
        self.swatch.colour = self.colour if QColor.isValidColorName(self.colour) else ""
        self.swatch.update()

    @Slot()
    def _typed(self) -> None:
        self._sample()
        self.changed.emit()

    @Slot()
    def _choose(self) -> None:
        chosen = QColorDialog.getColor(QColor(self.colour or "#ffffff"), self)
        if chosen.isValid():
            self.show_colour(chosen.name())
            self.changed.emit()
