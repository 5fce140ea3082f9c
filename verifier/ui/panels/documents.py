"""The documents of the case, each with how many claims stand in it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QMenu,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from verifier.actions.base import Change
from verifier.queries.documents import DocumentRow
from verifier.ui.icons import icon
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import TRAILING, label, row, tool_button

ID_ROLE = Qt.ItemDataRole.UserRole
COUNT_ROLE = ID_ROLE + 1
COUNT_WIDTH = 34
ROWS_SHOWN = 6
"""Of more documents so many show also where there is little room."""
MOST_ROWS = 12
"""Of more documents so many show where there is room, above the claims."""


def media_icon(media_type: str) -> str:
    """The icon for a kind of file."""
    if "html" in media_type or media_type == "multipart/related":
        return "globe"
    if "sheet" in media_type or "csv" in media_type:
        return "table"
    return "image" if media_type.startswith("image/") else "file-text"


class _WithCount(QStyledItemDelegate):
    """Paints the number of claims at the far end of a line."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The line as ever, with less room for its words, and the number."""
        whole = QRect(option.rect)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        style = option.widget.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        narrow = QStyleOptionViewItem(option)
        narrow.palette.setBrush(QPalette.ColorRole.HighlightedText, option.palette.text())
        narrow.rect = whole.adjusted(
            *((COUNT_WIDTH, 0, 0, 0) if mirrored else (0, 0, -COUNT_WIDTH, 0))
        )
        super().paint(painter, narrow, index)
        count = index.data(COUNT_ROLE)
        painter.save()
        painter.setPen(option.palette.placeholderText().color())
        painter.setLayoutDirection(option.direction)
        painter.drawText(whole.adjusted(8, 0, -8, 0), TRAILING, str(count or ""))
        painter.restore()


class _DocumentList(QListWidget):
    """As high as its lines, where there is room for them."""

    delete_wanted = Signal()
    """Delete was pressed."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete is for the document that is marked."""
        if event.matches(QKeySequence.StandardKey.Delete):
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """So many lines as there are, up to a bound."""
        return QSize(super().sizeHint().width(), self.high(MOST_ROWS))

    def minimumSizeHint(self) -> QSize:
        """Fewer of them, where there is little room; Qt would have two lines at least."""
        return QSize(super().minimumSizeHint().width(), self.high(ROWS_SHOWN))

    def high(self, most: int) -> int:
        """Pixels for the lines, but for no more than so many."""
        return min(most, self.count()) * (METRICS.tree_row + 2) + 6


class DocumentsPanel(QWidget):
    """A list to open documents from."""

    wanted = Signal(str)
    """The id of the document to show."""
    import_wanted = Signal()
    remove_wanted = Signal(str)
    """The id of the document that is to leave the case."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        add = tool_button("plus", self.tr("Import a document"))
        add.clicked.connect(self.import_wanted)
        head = row(label(self.tr("DOCUMENTS"), "section"))
        head.addStretch()
        head.addWidget(add)
        self.list = _DocumentList()
        self.list.setAccessibleName(self.tr("Documents"))
        self.list.setItemDelegate(_WithCount(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setIconSize(QSize(METRICS.icon, METRICS.icon))
        self.list.setProperty("panel", "window")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._offer)
        self.list.delete_wanted.connect(self._remove)
        self.list.itemActivated.connect(self._open)
        self.list.itemClicked.connect(self._open)
        self.hint = label(self.tr("Drop a report here, or press Ctrl+I."), "muted", wrap=True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(METRICS.space_xs)
        whole.addLayout(head)
        whole.addWidget(self.hint)
        whole.addWidget(self.list)
        shell.opened.connect(self.refresh)
        shell.closed.connect(self.refresh)
        shell.changed.connect(self._follow)

    @Slot(object)
    def _follow(self, change: Change) -> None:
        if change.kinds & {"Document", "Edition", "Claim", "Highlight"}:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the documents there are."""
        current = self.current
        self.list.blockSignals(True)
        self.list.clear()
        for document in self._shell.documents:
            self.list.addItem(self._item(document, self._shell.claims.count_in(document.id)))
        self.list.blockSignals(False)
        self.mark(current)
        self.hint.setVisible(not self._shell.documents)
        self.list.setVisible(bool(self._shell.documents))
        self.list.updateGeometry()

    def _item(self, document: DocumentRow, claims: int) -> QListWidgetItem:
        item = QListWidgetItem(icon(media_icon(document.media_type)), document.title)
        item.setData(ID_ROLE, document.id)
        item.setData(COUNT_ROLE, claims)
        item.setToolTip(document.file_name)
        words = self.tr("claims: %1").replace("%1", str(claims))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{document.title}, {words}")
        return item

    @property
    def current(self) -> str:
        """The id of the document that is marked."""
        item = self.list.currentItem()
        return str(item.data(ID_ROLE)) if item is not None else ""

    @property
    def marked(self) -> str:
        """The document that was shown last, else the first; empty where there is none."""
        item = self.list.currentItem() or self.list.item(0)
        return str(item.data(ID_ROLE)) if item is not None else ""

    def mark(self, document_id: str) -> None:
        """Mark the document that is shown."""
        for at in range(self.list.count()):
            if self.list.item(at).data(ID_ROLE) == document_id:
                self.list.setCurrentRow(at)

    @Slot(QListWidgetItem)
    def _open(self, item: QListWidgetItem) -> None:
        self.wanted.emit(item.data(ID_ROLE))

    @Slot(QPoint)
    def _offer(self, at: QPoint) -> None:
        """What can be done with the document at a point, or with the marked one for a key."""
        item = self.list.itemAt(at) or self.list.currentItem()
        if item is None:
            return
        self.list.setCurrentItem(item)
        document_id = str(item.data(ID_ROLE))
        menu = QMenu(self.list)
        menu.addAction(self.tr("Open"), partial(self.wanted.emit, document_id))
        words = self.tr("Remove from the case…")
        menu.addAction(icon("trash-2"), words, partial(self.remove_wanted.emit, document_id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.list.viewport().mapToGlobal(at))

    @Slot()
    def _remove(self) -> None:
        if self.current:
            self.remove_wanted.emit(self.current)
