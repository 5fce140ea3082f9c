"""A field with a list below it that lies over the window until it is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from verifier.ui.icons import icon
from verifier.ui.tokens import METRICS, Tokens

TOP = 84
"""Pixels from the top of the window."""
MARGIN = 20
A_PAGE = 8
"""Lines that Page down goes."""


class OverWindow(QFrame):
    """Up and down choose, Return takes the line, Escape and leaving close."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._before: QWidget | None = None
        self.setProperty("panel", "card")
        self.setAutoFillBackground(True)
        self.field = QLineEdit()
        self.field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self.take)
        self.whole = QVBoxLayout(self)
        self.whole.setContentsMargins(10, 10, 10, 10)
        self.whole.setSpacing(METRICS.space_m)
        self.whole.addWidget(self.field)
        self.whole.addWidget(self.list)
        self.hide()

    def appear(self, width: int, height: int) -> None:
        """Come to the front and take the keyboard; as large, if the window has room for it."""
        around = self.window()
        if self.isHidden():
            self._before = around.focusWidget()
        width = min(width, around.width() - 2 * MARGIN)
        height = min(height, around.height() - TOP - 2 * MARGIN)
        self.setGeometry((around.width() - width) // 2, TOP, width, height)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def close_panel(self) -> None:
        """Put it away, and the focus back."""
        if self.isHidden():
            return
        before, self._before = self._before, None
        had_focus = self.isAncestorOf(self.window().focusWidget() or self.window())
        self.hide()
        if had_focus and before is not None:
            before.setFocus()
        self.closed.emit()

    @Slot(QListWidgetItem)
    def take(self, item: QListWidgetItem) -> None:
        """Do what a line says."""
        raise NotImplementedError

    def accept_current(self) -> None:
        """Return was pressed."""
        if self.list.currentItem() is not None:
            self.take(self.list.currentItem())

    def step(self, by: int) -> None:
        """Go some lines down or up, over those that cannot be chosen."""
        at = max(0, min(self.list.currentRow() + by, self.list.count() - 1))
        while 0 <= at < self.list.count():
            if self.list.item(at).flags() & Qt.ItemFlag.ItemIsSelectable:
                self.list.setCurrentRow(at)
                return
            at += 1 if by > 0 else -1

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the field steer the list."""
        if watched is self.field:
            if event.type() is QEvent.Type.FocusOut and self.isVisible():
                if not self.underMouse():
                    self.close_panel()
            elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
                return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: A_PAGE,
            Qt.Key.Key_PageUp: -A_PAGE,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept_current()
        elif key is Qt.Key.Key_Escape:
            self.close_panel()
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the frame is no click on what is below."""
        event.accept()


def draw_ground(
    painter: QPainter, box: QRectF, option: QStyleOptionViewItem, tokens: Tokens
) -> None:
    """The ground of a line that is chosen, or that the mouse is over."""
    chosen = option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
    if chosen:
        selected = option.state & QStyle.StateFlag.State_Selected
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.selection if selected else tokens.raised))
        painter.drawRoundedRect(box, METRICS.radius, METRICS.radius)
