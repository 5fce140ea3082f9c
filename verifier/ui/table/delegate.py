"""Paints every cell of the claims table: one delegate, no style options, cut texts kept.

It also makes the fields in which a cell is changed.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QObject, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from verifier.queries.claims import ClaimSummary
from verifier.ui.chips import chip_width, draw_chip
from verifier.ui.combo import choose_in, combo
from verifier.ui.icons import draw_icon
from verifier.ui.looks import verdict_chip
from verifier.ui.panels.claim_lines import Index
from verifier.ui.shell import Shell
from verifier.ui.table.columns import COLUMNS, Column
from verifier.ui.table.edits import choices
from verifier.ui.table.grouping import Group
from verifier.ui.table.model import ClaimsModel
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import CENTRE, LEADING

PADDING = 8
KEPT = 20_000
STATUS_ICONS = {
    "unstarted": "circle-dashed",
    "in_progress": "pencil",
    "ready_for_review": "eye",
    "changes_requested": "rotate-ccw",
    "approved": "check-check",
    "published": "newspaper",
    "corrected": "notebook-pen",
    "dropped": "ban",
}
Save = Callable[[str, str, str], object]
"""Claim id, field and new value."""


class CellDelegate(QStyledItemDelegate):
    """Draws ground, chip, status or words; lets simple cells be changed in their place."""

    def __init__(
        self, shell: Shell, model: ClaimsModel, save: Save, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._model = model
        self._save = save
        self._cut: dict[tuple[str, int], str] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Every line is as high as the others."""
        return QSize(80, METRICS.row)

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        tokens = self._shell.theme.tokens
        line = self._model.line(index.row())
        if isinstance(line, Group):
            self._heading(painter, option, line)
            return
        column = COLUMNS[index.column()]
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(tokens.selection))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.accent), 1))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        box = QRectF(option.rect).adjusted(PADDING, 0, -PADDING, 0)
        painter.setLayoutDirection(option.direction)
        if column.look == "chip":
            self._chip(painter, box, line)
            return
        text = column.text(line, self._model.names)
        painter.setPen(QColor(tokens.muted if index.column() == 0 else tokens.text))
        if column.look == "status":
            box = self._status(painter, box, line, option)
            painter.setPen(QColor(tokens.text))
        alignment = CENTRE if column.look == "number" else LEADING
        painter.drawText(box, alignment, self._fitting(painter, text, int(box.width())))

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, group: Group) -> None:
        """One line over all columns; each cell draws its own piece of it."""
        tokens = self._shell.theme.tokens
        whole = QRectF(option.rect)
        if isinstance(option.widget, QWidget):
            whole.setLeft(0)
            whole.setWidth(option.widget.width())
        painter.save()
        painter.setClipRect(option.rect)
        painter.fillRect(option.rect, QColor(tokens.raised))
        painter.setLayoutDirection(option.direction)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(option.rect, QColor(tokens.selection))
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        folded = "chevron-left" if mirrored else "chevron-right"
        left = whole.right() - PADDING - 16 if mirrored else whole.left() + PADDING
        sign = QRectF(left, whole.center().y() - 8, 16, 16)
        draw_icon(painter, sign, "chevron-down" if group.is_open else folded, tokens.muted)
        font = painter.font()
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        inner = whole.adjusted(*((0, 0, -32, 0) if mirrored else (32, 0, 0, 0)))
        painter.drawText(inner, LEADING, f"{group.title}   {group.count}")
        painter.restore()

    def _chip(self, painter: QPainter, box: QRectF, line: ClaimSummary) -> None:
        chip = verdict_chip(line.assessment, self._shell.theme.tokens, self._model.names.unrated)
        width = min(chip_width(chip, painter.fontMetrics()) + 1, box.width())
        mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = box.right() - width if mirrored else box.left()
        draw_chip(painter, QRectF(left, box.center().y() - 11, width, 22), chip)

    def _status(
        self, painter: QPainter, box: QRectF, line: ClaimSummary, option: QStyleOptionViewItem
    ) -> QRectF:
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        left = box.right() - 14 if mirrored else box.left()
        name = STATUS_ICONS.get(line.claim.status, "circle")
        place = QRectF(left, box.center().y() - 7, 14, 14)
        draw_icon(painter, place, name, self._shell.theme.tokens.muted)
        return box.adjusted(*((0, 0, -20, 0) if mirrored else (20, 0, 0, 0)))

    def _fitting(self, painter: QPainter, text: str, width: int) -> str:
        key = (text, width)
        found = self._cut.get(key)
        if found is None:
            if len(self._cut) > KEPT:
                self._cut.clear()
            cut = Qt.TextElideMode.ElideRight
            found = self._cut[key] = painter.fontMetrics().elidedText(text, cut, width)
        return found

    # Changing a cell in its place

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """A field with the cell's own look: words, or a list to choose from."""
        column = COLUMNS[index.column()]
        if column.editor != "choice":
            line = QLineEdit(parent)
            line.setAccessibleName(column.title)
            return line
        box = combo(column.title, choices(column.field, self._model.names))
        box.setParent(parent)
        box.activated.connect(self._commit_chosen)
        return box

    @Slot()
    def _commit_chosen(self) -> None:
        box = self.sender()
        if isinstance(box, QComboBox):
            self.commitData.emit(box)
            self.closeEditor.emit(box, QStyledItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what is stored."""
        line = self._model.line(index.row())
        if isinstance(line, Group):
            return
        stored = self._stored(line, COLUMNS[index.column()])
        if isinstance(editor, QComboBox):
            choose_in(editor, stored)
        elif isinstance(editor, QLineEdit):
            editor.setText(stored)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: ARG002
        """Save what is different; the table then shows what the case says."""
        line, column = self._model.line(index.row()), COLUMNS[index.column()]
        if isinstance(line, Group):
            return
        value = self._stored(line, column)
        if isinstance(editor, QComboBox):
            value = str(editor.currentData())
        elif isinstance(editor, QLineEdit):
            value = editor.text()
        if value != self._stored(line, column):
            self._save(line.claim.id, column.field, value)

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: Index,  # noqa: ARG002
    ) -> None:
        """As large as the cell."""
        editor.setGeometry(option.rect)

    def _stored(self, line: ClaimSummary, column: Column) -> str:
        value = getattr(line.claim, column.field)
        if isinstance(value, list):
            return ", ".join(value)
        return "" if value is None else str(value)
