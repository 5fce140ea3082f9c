"""The command palette: type a few letters, and go to a claim or document or run a command."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListWidgetItem,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from verifier.ui.icons import draw_icon, icon
from verifier.ui.over_window import OverWindow, draw_ground
from verifier.ui.panels.claim_lines import Index
from verifier.ui.shell import Shell
from verifier.ui.widgets import LEADING, TRAILING, label

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


class Palette(OverWindow):
    """The field and what fits, over the window."""

    def __init__(
        self, shell: Shell, entries: Callable[[], Iterable[Entry]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.field.setAccessibleName(self.tr("Search or run a command"))
        self._make = entries
        self._entries: list[Entry] = []
        self.field.setPlaceholderText(self.tr("A claim, a document, a command…"))
        self.field.textChanged.connect(self._search)
        self.list.setAccessibleName(self.tr("What fits"))
        self.list.setItemDelegate(_Lines(shell, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFixedHeight(LINES_SHOWN * LINE_HEIGHT + 4)
        words = self.tr(
            "No claim, document or command has these words. Search the texts with Ctrl+Shift+F."
        )
        self.nothing = label(words, "muted", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setFixedHeight(self.list.maximumHeight())
        self.nothing.hide()
        self.whole.addWidget(self.nothing)

    def open_panel(self) -> None:
        """Show it, empty."""
        self._entries = list(self._make())
        self.field.clear()
        self._search("")
        self.appear(WIDTH, self.sizeHint().height())

    @Slot(str)
    def _search(self, wanted: str) -> None:
        self.list.clear()
        for entry in ranked(self._entries, wanted):
            item = QListWidgetItem(entry.text)
            item.setData(ENTRY_ROLE, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.text} {entry.detail}")
            self.list.addItem(item)
        self.nothing.setVisible(not self.list.count())
        self.list.setVisible(bool(self.list.count()))
        self.list.setCurrentRow(0)

    @Slot(QListWidgetItem)
    def take(self, item: QListWidgetItem) -> None:
        """Run what a line says."""
        entry: Entry = item.data(ENTRY_ROLE)
        self.close_panel()
        entry.act()


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
        draw_ground(painter, box, option, tokens)
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
