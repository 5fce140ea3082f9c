"""The list of finds: each on a line of its own, with the words before and after it.

What is found stands in one column, so that the eye compares what is around it. Lines are put
together when they are seen: ten thousand finds cost no more than ten.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from verifier.text.direction import runs_rtl
from verifier.text.finding import Context, Finder
from verifier.text.ranges import TextRange
from verifier.ui.shell import Shell
from verifier.ui.widgets import LEADING, TRAILING

RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
Index = QModelIndex | QPersistentModelIndex
LINE = 26
LINES_SHOWN = 6
WHERE = 64
"""Pixels for the page."""
BEFORE = 0.42
"""Of the rest, for the words before."""
CONTEXT_ROLE = Qt.ItemDataRole.UserRole
WHERE_ROLE = CONTEXT_ROLE + 1
AROUND = 90


class FindModel(QAbstractListModel):
    """The finds of one text."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._finder: Finder | None = None
        self._ranges: Sequence[TextRange] = ()
        self._where: Callable[[TextRange], str] = str

    def show(
        self, finder: Finder | None, ranges: Sequence[TextRange], where: Callable[[TextRange], str]
    ) -> None:
        """List these, and tell where each is."""
        self.beginResetModel()
        self._finder, self._ranges, self._where = finder, ranges, where
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One line for each find."""
        return 0 if parent.isValid() else len(self._ranges)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The find with its context, or as a sentence for who hears it."""
        if self._finder is None or not 0 <= index.row() < len(self._ranges):
            return None
        found = self._ranges[index.row()]
        if role == WHERE_ROLE:
            return self._where(found)
        if role == CONTEXT_ROLE:
            return self._finder.context(found, AROUND)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            told = self._finder.context(found)
            return f"{self._where(found)}: {told.before}{told.words}{told.after}"
        return None


class FindResults(QListView):
    """Shows the finds; a click or the arrows go to one."""

    chosen = Signal(int)
    """The number of the find to go to, from 0."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.finds = FindModel(self)
        self.setModel(self.finds)
        self.setItemDelegate(_Lines(shell, self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What was found, with the words around it"))
        self.selectionModel().currentChanged.connect(self._tell)
        self.clicked.connect(self._tell_again)

    def show_finds(
        self, finder: Finder | None, ranges: Sequence[TextRange], where: Callable[[TextRange], str]
    ) -> None:
        """List these."""
        self.finds.show(finder, ranges, where)
        self.setFixedHeight(LINE * min(LINES_SHOWN, max(1, len(ranges))) + 4)

    def go_to(self, number: int | None) -> None:
        """Mark the find that the reading stands on, without telling of it."""
        if number is not None:
            quiet = QSignalBlocker(self.selectionModel())
            self.setCurrentIndex(self.finds.index(number, 0))
            quiet.unblock()
            self.viewport().update()

    @Slot(QModelIndex)
    def _tell_again(self, index: QModelIndex) -> None:
        """A click leads back to a find that one has scrolled away from."""
        self.chosen.emit(index.row())

    @Slot(QModelIndex, QModelIndex)
    def _tell(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(now.row())


class _Lines(QStyledItemDelegate):
    """Paints where, the words before, what was found, the words after."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Every line is as high as the others."""
        return QSize(100, LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a line."""
        told = index.data(CONTEXT_ROLE)
        if not isinstance(told, Context):
            return
        tokens = self._shell.theme.tokens
        painter.save()
        box = QRectF(option.rect).adjusted(8, 0, -8, 0)
        view = option.widget
        is_current = isinstance(view, QListView) and view.currentIndex().row() == index.row()
        if is_current:
            painter.fillRect(option.rect, QColor(tokens.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(tokens.raised))
        self._draw_where(painter, box, option.direction, index.data(WHERE_ROLE))
        is_mirrored = option.direction is RIGHT_TO_LEFT
        rest = box.adjusted(0, 0, -WHERE, 0) if is_mirrored else box.adjusted(WHERE, 0, 0, 0)
        self._draw_words(painter, rest, told)
        painter.restore()

    def _draw_where(
        self, painter: QPainter, box: QRectF, direction: Qt.LayoutDirection, where: str
    ) -> None:
        """The page, at the end of the line where the window begins."""
        left = box.right() - WHERE if direction is RIGHT_TO_LEFT else box.left()
        painter.setLayoutDirection(direction)
        painter.setPen(QColor(self._shell.theme.tokens.muted))
        painter.drawText(QRectF(left, box.top(), WHERE, box.height()), LEADING, where)

    def _draw_words(self, painter: QPainter, box: QRectF, told: Context) -> None:
        """What was found, between what stands before and after it, the way these words run."""
        mirrored = runs_rtl(told.before + told.words + told.after)
        painter.setLayoutDirection(RIGHT_TO_LEFT if mirrored else Qt.LayoutDirection.LeftToRight)

        def part(start: float, stop: float) -> QRectF:
            """So much of the line, from where its words begin."""
            left = box.right() - stop if mirrored else box.left() + start
            return QRectF(left, box.top(), stop - start, box.height())

        plain, bold = painter.font(), painter.font()
        bold.setBold(True)
        tokens, room, middle = self._shell.theme.tokens, box.width(), BEFORE * box.width()
        before = _elided(painter, told.before.lstrip(), middle, Qt.TextElideMode.ElideLeft)
        painter.drawText(part(0, middle), TRAILING, before)
        painter.setFont(bold)
        painter.setPen(QColor(tokens.text))
        words = _elided(painter, told.words, 0.7 * (room - middle), Qt.TextElideMode.ElideRight)
        painter.drawText(part(middle, room), LEADING, words)
        after = middle + painter.fontMetrics().horizontalAdvance(words)
        painter.setFont(plain)
        painter.setPen(QColor(tokens.muted))
        words = _elided(painter, told.after, room - after, Qt.TextElideMode.ElideRight)
        painter.drawText(part(after, room), LEADING, words)


def _elided(painter: QPainter, words: str, room: float, mode: Qt.TextElideMode) -> str:
    """As many of the words as there is room for."""
    return painter.fontMetrics().elidedText(words, mode, int(room))


def where_in(
    starts: Sequence[int], numbers: Sequence[str], size: int, *, paged: bool
) -> Callable[[TextRange], str]:
    """Tells the page of a find; how far down it is where there are no pages."""

    def where(found: TextRange) -> str:
        if paged:
            return numbers[max(0, bisect_right(starts, found.start) - 1)]
        return f"{round(100 * found.start / max(1, size))} %"

    return where
