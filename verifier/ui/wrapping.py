"""The head of a view: its name, and tools that go to a line of their own where room is scarce."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from verifier.ui.tokens import METRICS


class Head(QLayout):
    """The first widget at the beginning, the others together at the end, or below it."""

    def __init__(self, title: QWidget, *tools: QWidget) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(METRICS.space_m)
        for widget in (title, *tools):
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, or None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes the width there is, and no more height than it needs."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Narrow, it is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Of all lines."""
        return self._lay_out(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """In one line."""
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + self.spacing() * len(shown)
        return QSize(width, max((item.sizeHint().height() for item in shown), default=0))

    def minimumSize(self) -> QSize:
        """The widest alone."""
        sizes = [item.minimumSize() for item in self._shown()]
        width = max((size.width() for size in sizes), default=0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._lay_out(rect, move=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """What stands beside each other."""
        shown, room = self._shown(), self.spacing()
        if sum(item.sizeHint().width() + room for item in shown) - room <= width:
            return [shown]
        lines, used = [shown[:1], []], 0
        for item in shown[1:]:
            needs = min(item.sizeHint().width(), width)
            if lines[-1] and used + room + needs > width:
                lines.append([])
                used = 0
            used += needs + (room if lines[-1] else 0)
            lines[-1].append(item)
        return [line for line in lines if line]

    def _lay_out(self, rect: QRect, *, move: bool) -> int:
        mirrored = self._is_mirrored()
        top = rect.top()
        lines = self._lines(rect.width())
        for number, line in enumerate(lines):
            height = max(item.sizeHint().height() for item in line)
            wide = [min(item.sizeHint().width(), rect.width()) for item in line]
            left = 0
            for at, (item, width) in enumerate(zip(line, wide, strict=True)):
                if len(lines) == 1 and at == 1:  # the tools stand at the end
                    left = rect.width() - sum(wide[1:]) - self.spacing() * (len(line) - 2)
                x = rect.width() - left - width if mirrored else left
                if move:
                    item.setGeometry(QRect(rect.left() + x, top, width, height))
                left += width + self.spacing()
            top += height + (self.spacing() if number + 1 < len(lines) else 0)
        return top - rect.top()

    def _is_mirrored(self) -> bool:
        parent = self.parentWidget()
        return parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft
