"""The command palette: type a few letters, and go to a claim or document or run a command."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from verifier.ui.icons import draw_icon, icon
from verifier.ui.panels.claim_lines import Index
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import LEADING, TRAILING

WIDTH = 620
AT_MOST = 60
LINE_HEIGHT = 34
LINES_SHOWN = 10
ENTRY_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Entry:
    """Something that can be gone to or done."""

    text: str
    detail: str
    icon: str
    act: Callable[[], None]


def matches(words: Sequence[str], text: str) -> bool:
    """Whether every word stands in the text; both are casefolded."""
    return all(word in text for word in words)


def ranked(entries: Iterable[Entry], wanted: str) -> list[Entry]:
    """What fits, what begins with the words first."""
    words = wanted.casefold().split()
    if not words:
        return list(entries)[:AT_MOST]
    found = [
        (not text.startswith(words[0]), at, entry)
        for at, entry in enumerate(entries)
        if matches(words, text := f"{entry.text} {entry.detail}".casefold())
    ]
    return [entry for _, _, entry in sorted(found, key=lambda each: each[:2])[:AT_MOST]]


WIDE_WINDOW = 1280
"""Pixels from which the toolbar has room for the whole search field."""


class PaletteButton(QPushButton):
    """Looks like a search field, and opens the palette."""

    def __init__(self, shortcut: str) -> None:
        super().__init__()
        self._shortcut = shortcut
        self.setProperty("kind", "search")
        self.setAccessibleName(self.tr("Search or run a command"))
        self.setIcon(icon("search"))
        self.fit(WIDE_WINDOW)

    def fit(self, window_width: int) -> None:
        """As wide as the window leaves room for."""
        is_wide = window_width >= WIDE_WINDOW
        self.setFixedWidth(300 if is_wide else 160)
        self.setText(self.tr("Search or run a command") if is_wide else self.tr("Search"))

    def paintEvent(self, event: object) -> None:
        """The button, with the shortcut at its end."""
        super().paintEvent(event)  # type: ignore[arg-type]
        painter = QPainter(self)
        painter.setPen(self.palette().placeholderText().color())
        painter.drawText(self.rect().adjusted(10, 0, -10, 0), TRAILING, self._shortcut)
        painter.end()


class Palette(QFrame):
    """The field and what fits, over the window."""

    closed = Signal()

    def __init__(
        self, shell: Shell, entries: Callable[[], Iterable[Entry]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._make = entries
        self._entries: list[Entry] = []
        self._before: QWidget | None = None
        self.setProperty("panel", "card")
        self.setAutoFillBackground(True)
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Search or run a command"))
        self.field.setPlaceholderText(self.tr("A claim, a document, a command…"))
        self.field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("What fits"))
        self.list.setItemDelegate(_Lines(shell, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._run)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 10, 10, 10)
        whole.setSpacing(METRICS.space_m)
        whole.addWidget(self.field)
        self.list.setFixedHeight(LINES_SHOWN * LINE_HEIGHT + 4)
        whole.addWidget(self.list)
        self.hide()

    def open(self) -> None:
        """Show it, empty."""
        self._before = self.window().focusWidget()
        self._entries = list(self._make())
        self.field.clear()
        self._search("")
        width = min(WIDTH, self.window().width() - 40)
        height = self.sizeHint().height()
        self.setGeometry((self.window().width() - width) // 2, 84, width, height)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def close_palette(self) -> None:
        """Put it away, and the focus back."""
        if not self.isVisible():
            return
        before, self._before = self._before, None
        had_focus = self.isAncestorOf(self.window().focusWidget() or self.window())
        self.hide()
        if had_focus and before is not None:
            before.setFocus()
        self.closed.emit()

    @Slot(str)
    def _search(self, wanted: str) -> None:
        self.list.clear()
        for entry in ranked(self._entries, wanted):
            item = QListWidgetItem(entry.text)
            item.setData(ENTRY_ROLE, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.text} {entry.detail}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    @Slot(QListWidgetItem)
    def _run(self, item: QListWidgetItem) -> None:
        entry: Entry = item.data(ENTRY_ROLE)
        self.close_palette()
        entry.act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down choose, Return runs, Escape and leaving close."""
        if watched is self.field:
            if event.type() is QEvent.Type.FocusOut and self.isVisible():
                if not self.underMouse():
                    self.close_palette()
            elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
                return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: LINES_SHOWN,
            Qt.Key.Key_PageUp: -LINES_SHOWN,
        }
        key = Qt.Key(event.key())
        if key in steps:
            wanted = self.list.currentRow() + steps[key]
            self.list.setCurrentRow(max(0, min(wanted, self.list.count() - 1)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.list.currentItem() is not None:
                self._run(self.list.currentItem())
        elif key is Qt.Key.Key_Escape:
            self.close_palette()
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the frame is no click on what is below."""
        event.accept()


class _Lines(QStyledItemDelegate):
    """Paints icon, words and detail."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Every line is as high as the others."""
        return QSize(100, LINE_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line."""
        entry: Entry = index.data(ENTRY_ROLE)
        tokens = self._shell.theme.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        box = QRectF(option.rect).adjusted(2, 1, -2, -1)
        chosen = option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            selected = option.state & QStyle.StateFlag.State_Selected
            painter.setBrush(QColor(tokens.selection if selected else tokens.raised))
            painter.drawRoundedRect(box, METRICS.radius, METRICS.radius)
        inner = box.adjusted(10, 0, -10, 0)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        left = inner.right() - 16 if mirrored else inner.left()
        place = QRectF(left, inner.center().y() - 8, 16, 16)
        draw_icon(painter, place, entry.icon or "command", tokens.muted)
        inner.adjust(*((0, 0, -26, 0) if mirrored else (26, 0, 0, 0)))
        metrics = painter.fontMetrics()
        painter.setPen(QColor(tokens.muted))
        detail = metrics.elidedText(
            entry.detail, Qt.TextElideMode.ElideRight, int(inner.width() * 0.4)
        )
        painter.drawText(inner, TRAILING, detail)
        room = inner.width() - metrics.horizontalAdvance(detail) - 12
        painter.setPen(QColor(tokens.text))
        words = metrics.elidedText(entry.text, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(inner, LEADING, words)
        painter.restore()
