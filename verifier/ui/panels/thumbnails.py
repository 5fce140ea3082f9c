"""The pages of what is read as small pictures: a click goes there, dots show the claims on them.

Pictures are drawn by the view's own drawing thread when they come into sight, after all that the
reading itself waits for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent, QTransform
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from verifier.ui.document_tab import DocumentTab
from verifier.ui.evidence_tab import EvidenceTab
from verifier.ui.reader.depths import depth_on_page
from verifier.ui.reader.thumbnails import Thumbnails
from verifier.ui.reader.view import ReaderView
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS, Tokens
from verifier.ui.widgets import label

Index = QModelIndex | QPersistentModelIndex
PICTURE = 124
"""Pixels of the longer side of a page."""
NUMBER = 20
"""Pixels below it for the number."""
CELL = PICTURE + NUMBER + 14
DOT = 3.5
MOST_DOTS = 12


class PageLines(QAbstractListModel):
    """A line for each page of a view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view: ReaderView | None = None
        self.small: Thumbnails | None = None
        self._labels: Sequence[str] = ()

    def show_pages(self, view: ReaderView | None, labels: Sequence[str]) -> None:
        """Take another document's pages; `labels` are the names they have themselves."""
        self.beginResetModel()
        self.view, self._labels = view, labels
        self.small = Thumbnails(view, PICTURE) if view is not None else None
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many pages there are."""
        return 0 if parent is not None and parent.isValid() else len(self._labels)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The page's number for the eye; with its claims for the ear and for the tip."""
        if not index.isValid() or self.view is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._labels[index.row()]
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            words = self.tr("Page %1").replace("%1", self._labels[index.row()])
            names = [mark.label for mark in self.view.highlights_on(index.row()) if mark.label]
            named = ", ".join(dict.fromkeys(names[:MOST_DOTS]))
            return f"{words}: {named}" if named else words
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(PICTURE, CELL)
        return None


class PageDelegate(QStyledItemDelegate):
    """Paints a page: its picture, its number, and a dot for each claim as far down as it stands."""

    def __init__(self, shell: Shell, lines: PageLines, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._lines = lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """All alike."""
        return QSize(PICTURE, CELL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one page."""
        view, tokens = self._lines.view, self._shell.theme.tokens
        if view is None or view.provider is None:
            return
        painter.save()
        cell: QRect = option.rect
        state = option.state
        is_read = bool(state & QStyle.StateFlag.State_Selected)
        if is_read:
            painter.fillRect(cell, QColor(tokens.selection))
        sheet = self._sheet(cell, view, index.row())
        self._paint_page(painter, sheet, view, index.row())
        painter.setPen(
            QPen(QColor(tokens.accent if is_read else tokens.border), 2 if is_read else 1)
        )
        painter.drawRect(sheet)
        self._paint_dots(painter, sheet, view, index.row())
        painter.setPen(QColor(tokens.text if is_read else tokens.muted))
        font = painter.font()
        font.setPixelSize(METRICS.small)
        font.setBold(is_read)
        painter.setFont(font)
        below = QRectF(cell.left(), sheet.bottom() + 2, cell.width(), NUMBER)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()

    def _sheet(self, cell: QRect, view: ReaderView, page: int) -> QRectF:
        """Where the page lies in its cell, as large as it fits, turned as the view is."""
        width, height = view.page_layout.points(page)
        if view.rotation() in (90, 270):
            width, height = height, width
        scale = min((cell.width() - 24) / width, PICTURE / height)
        size = (width * scale, height * scale)
        left = cell.left() + (cell.width() - size[0]) / 2
        return QRectF(round(left), cell.top() + 8, round(size[0]), round(size[1]))

    def _paint_page(self, painter: QPainter, sheet: QRectF, view: ReaderView, page: int) -> None:
        tokens: Tokens = self._shell.theme.tokens
        painter.fillRect(sheet, QColor(tokens.paper).darker(round(100 / (1 - tokens.veil))))
        small = self._lines.small
        picture = small.picture(page) if small is not None else None
        if picture is not None:
            turned = picture.transformed(QTransform().rotate(view.rotation()))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(sheet, turned)

    def _paint_dots(self, painter: QPainter, sheet: QRectF, view: ReaderView, page: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor("#ffffff"), 1))
        starts = view.provider.starts if view.provider is not None else [0, 0]
        for mark in view.highlights_on(page)[:MOST_DOTS]:
            down = depth_on_page(mark, starts, view.page_layout, page)
            painter.setBrush(QColor(mark.line))
            place = QPointF(sheet.right(), sheet.top() + down * sheet.height())
            painter.drawEllipse(place, DOT, DOT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


class ThumbnailsPanel(QWidget):
    """A list of pages; the one that is read is marked."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._tab: DocumentTab | EvidenceTab | None = None
        self._following = False
        self.lines = PageLines(self)
        self.list = QListView()
        self.list.setModel(self.lines)
        self.list.setItemDelegate(PageDelegate(shell, self.lines, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(False)
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.selectionModel().currentChanged.connect(self._go)
        self.list.clicked.connect(self._go)  # also of the page that is read, to its top
        self.list.verticalScrollBar().valueChanged.connect(self._ask)
        self._none = label(self.tr("This document has no pages."), "muted", wrap=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(METRICS.space_s)
        whole.addWidget(label(self.tr("PAGES"), "section"))
        whole.addWidget(self._none)
        whole.addWidget(self.list, 1)
        shell.theme.changed.connect(self._ask)
        self.hide()

    def attach(self, tab: DocumentTab | EvidenceTab | None) -> None:
        """Show the pages of another document, once somebody looks at them."""
        if self.isHidden():
            tab = None
        if tab is self._tab:
            return
        self._let_go()
        self._tab = tab
        view = tab.view if tab is not None else None
        provider = view.provider if view is not None else None
        if tab is None or view is None or provider is None or not provider.paged:
            self.lines.show_pages(None, ())
        else:
            names = [view.names.of(page.number) for page in tab.content.pages]
            self.lines.show_pages(view, names)
            view.page_changed.connect(self._follow)
            view.picture_arrived.connect(self._repaint)
            view.marks_changed.connect(self._repaint)
            view.placed.connect(self._repaint)
            self._follow()
        self.list.setVisible(bool(self.lines.rowCount()))
        self._none.setVisible(tab is not None and not self.lines.rowCount())
        self._ask()

    def _let_go(self) -> None:
        view = self.lines.view
        if view is not None:
            view.page_changed.disconnect(self._follow)
            view.picture_arrived.disconnect(self._repaint)
            view.marks_changed.disconnect(self._repaint)
            view.placed.disconnect(self._repaint)
        if self.lines.small is not None:
            self.lines.small.want(())

    @Slot()
    def _follow(self) -> None:
        """Mark the page that is read."""
        if self.lines.view is None:
            return
        index = self.lines.index(self.lines.view.current_page() - 1)
        self._following = True
        self.list.setCurrentIndex(index)
        self._following = False
        self.list.scrollTo(index)

    @Slot(QModelIndex)
    def _go(self, index: QModelIndex) -> None:
        view = self.lines.view
        if view is not None and index.isValid() and not self._following:
            view.go_to_page(index.row() + 1)

    @Slot()
    def _repaint(self) -> None:
        self.list.viewport().update()

    @Slot()
    def _ask(self) -> None:
        """Want the pictures of the pages that show here, and of one screen more."""
        small = self.lines.small
        if small is None:
            return
        height = self.list.viewport().height()
        first = max(0, self.list.verticalScrollBar().value() // CELL)
        last = first + 2 * (height // CELL) + 2
        small.want(range(first, min(last, self.lines.rowCount())))
        self._repaint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More pages may show now."""
        super().resizeEvent(event)
        self._ask()
