"""A list and what is chosen in it: beside each other, or below where there is no room for that."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

NARROW = 640
"""Pixels of width below which the parts stand one below the other."""


class SideBySide(QSplitter):
    """Two parts; the second one takes what room there is."""

    def __init__(self, first: QWidget, second: QWidget, sizes: tuple[int, int]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._wide = sizes
        self.addWidget(first)
        self.addWidget(second)
        self.setHandleWidth(1)
        self.setStretchFactor(1, 1)
        self.setChildrenCollapsible(False)
        self.setSizes(list(sizes))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the width asks for it."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self.orientation() is not wanted:
            self.setOrientation(wanted)
            height = self.height()
            sizes = (height * 2 // 5, height * 3 // 5) if narrow else self._wide
            self.setSizes(list(sizes))
