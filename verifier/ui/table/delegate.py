"""Paints every cell of the claims table: one delegate, no style options, cut texts kept."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from verifier.queries.claims import ClaimSummary
from verifier.ui.chips import chip_width, draw_chip
from verifier.ui.icons import draw_icon
from verifier.ui.looks import verdict_chip
from verifier.ui.panels.claim_lines import Index
from verifier.ui.shell import Shell
from verifier.ui.table.columns import COLUMNS
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


class CellDelegate(QStyledItemDelegate):
    """Draws ground, chip, status or words."""

    def __init__(self, shell: Shell, model: ClaimsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._model = model
        self._cut: dict[tuple[str, int], str] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Every line is as high as the others."""
        return QSize(80, METRICS.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        tokens = self._shell.theme.tokens
        column = COLUMNS[index.column()]
        line = self._model.summary(index.row())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(tokens.selection))
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
