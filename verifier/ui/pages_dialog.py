"""A dialog of several pages, with their names at the side. What is changed counts at once."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from verifier.ui.tokens import METRICS
from verifier.ui.widgets import column, label, push_button, resize_in_room, row

SIZE = (860, 620)
SIDE = 190


class PagesDialog(QDialog):
    """Pages to choose from, and a button to close."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        resize_in_room(self, *SIZE)
        self.pages = QListWidget()
        self.pages.setAccessibleName(title)
        self.pages.setFixedWidth(SIDE)
        self._stack = QStackedWidget()
        self.pages.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.close_button = push_button(self.tr("Close"), "primary")
        self.close_button.clicked.connect(self.close)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.pages)
        middle.addWidget(self._stack, 1)
        buttons = row(self.close_button)
        buttons.insertStretch(0)
        buttons.setContentsMargins(16, 16, 16, 16)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(middle, 1)
        whole.addLayout(buttons)

    def add_page(self, title: str, *parts: QWidget) -> None:
        """One more page: its parts one below the other."""
        item = QListWidgetItem(title)
        item.setSizeHint(QSize(0, METRICS.tree_row))
        self.pages.addItem(item)
        inner = QWidget()
        layout = column(margin=METRICS.space_l, spacing=METRICS.space_m)
        layout.addWidget(label(title, "title"))
        for part in parts:
            layout.addWidget(part)
        layout.addStretch()
        inner.setLayout(layout)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack.addWidget(area)
