"""The claims as a list model, and how a line of it is painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from verifier.queries.claims import ClaimSummary
from verifier.ui.chips import CHIP_HEIGHT, chip_width, draw_chip
from verifier.ui.looks import Chip, label, verdict_chip
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import LEADING, TRAILING

Index = QModelIndex | QPersistentModelIndex
LINE_HEIGHT = 56
Searched = tuple[str, ClaimSummary]
"""The words of a line, folded, and the line."""
SUMMARY_ROLE = Qt.ItemDataRole.UserRole


class ClaimLines(QAbstractListModel):
    """The lines that the filter lets through, in the order of the documents."""

    def __init__(self, shell: Shell, parent: QObject | None = None, *, filled: bool = True) -> None:
        """All lines; unless `filled`, none: it then only has words for those of others."""
        super().__init__(parent)
        self._shell = shell
        self._filter = ""
        self._rows: list[ClaimSummary] = []
        self._haystacks: dict[str, tuple[ClaimSummary, str]] = {}
        self._searched: list[Searched] | None = None
        """What the filter lets through, with its words; None where some of it has changed."""
        self._all: tuple[tuple[ClaimSummary, ...], list[Searched]] = ((), [])
        self._kept_places: dict[str, int] | None = {}
        """None until somebody asks for the line of a claim: most letters of a filter do not."""
        if filled:
            self.refresh()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line, its words for the eye, for the ear, and for the tip."""
        if not index.isValid():
            return None
        summary = self._rows[index.row()]
        if role == SUMMARY_ROLE:
            return summary
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{summary.claim.label} {summary.claim.statement}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return summary.claim.statement
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(summary)
        return None

    def spoken(self, summary: ClaimSummary) -> str:
        """Number, verdict, confidence and statement in one sentence."""
        parts = [summary.claim.label, self.verdict(summary)]
        rated = summary.assessment
        if rated is not None and rated.confidence:
            parts.append(
                self.tr("%1 confidence").replace(
                    "%1", label(rated.confidence_scale, rated.confidence)
                )
            )
        return f"{', '.join(parts)}: {summary.claim.statement}"

    def verdict(self, summary: ClaimSummary) -> str:
        """The verdict in words."""
        rated = summary.assessment
        if rated is None or not rated.verdict:
            return self.tr("Not rated")
        return label(rated.verdict_scale, rated.verdict)

    def chip(self, summary: ClaimSummary) -> Chip:
        """The verdict as a chip."""
        return verdict_chip(summary.assessment, self._shell.theme.tokens, self.tr("Not rated"))

    def row_of(self, claim_id: str) -> int:
        """The line of a claim; -1 where it is not shown."""
        return self._places.get(claim_id, -1) if claim_id else -1

    def summary(self, row: int) -> ClaimSummary:
        """The claim of a line."""
        return self._rows[row]

    def filter(self, words: str) -> None:
        """Show only the claims that have every one of the words."""
        if words != self._filter:
            # One more letter lets no line through that was kept out before it.
            goes_on = bool(self._filter) and words.startswith(self._filter)
            self._filter = words
            self._show(self._searched if goes_on else None)

    def warm(self, claims: Sequence[ClaimSummary]) -> None:
        """Have the words of some claims ready for the first letter of a filter."""
        for claim in claims:
            self._haystack(claim)

    def refresh(self) -> None:
        """Take the claims as they are now."""
        self._show(None)

    def _show(self, among: list[Searched] | None) -> None:
        """Show the lines that the filter lets through: of all lines, or of some of them."""
        self.beginResetModel()
        lines, words = self._shell.claims.ordered, self._filter.casefold().split()
        if not words:
            self._rows, self._searched = list(lines), None
        else:
            found = self._everything(lines) if among is None else among
            for word in words:
                found = [each for each in found if word in each[0]]
            self._rows, self._searched = [line for _, line in found], found
        self._kept_places = None
        self.endResetModel()

    def _everything(self, lines: tuple[ClaimSummary, ...]) -> list[Searched]:
        """All lines with their words; made again only when they are others."""
        if self._all[0] is not lines:
            kept = self._haystacks.get
            self._all = (
                lines,
                [
                    (known[1], line)  # most are known: no call for each of ten thousand
                    if (known := kept(line.claim.id)) is not None and known[0] is line
                    else (self._haystack(line), line)
                    for line in lines
                ],
            )
        return self._all[1]

    @property
    def _places(self) -> dict[str, int]:
        if self._kept_places is None:
            self._kept_places = {line.claim.id: at for at, line in enumerate(self._rows)}
        return self._kept_places

    def update_lines(self, claim_ids: frozenset[str]) -> None:
        """Take some claims as they are now; the list moves only if it must."""
        places = [self._places.get(claim_id, -1) for claim_id in claim_ids]
        fresh = [self._shell.claims.get(claim_id) for claim_id in claim_ids]
        if -1 in places or None in fresh or not self._is_order_of(claim_ids):
            self.refresh()
            return
        self._searched = None
        for place, summary in zip(places, fresh, strict=True):
            if summary is not None:
                self._rows[place] = summary
                index = self.index(place)
                self.dataChanged.emit(index, index)

    def _is_order_of(self, claim_ids: frozenset[str]) -> bool:
        """Whether these claims pass the filter still, and stand in the order of the documents."""
        book, wanted = self._shell.claims, self._filter.casefold().split()
        for claim_id in claim_ids:
            line, at = book.get(claim_id), self._places[claim_id]
            if line is None or not all(word in self._haystack(line) for word in wanted):
                return False
            around = [claim_id]
            if at:
                around.insert(0, self._rows[at - 1].claim.id)
            if at + 1 < len(self._rows):
                around.append(self._rows[at + 1].claim.id)
            if not book.are_in_order(around):
                return False
        return True

    def _haystack(self, line: ClaimSummary) -> str:
        kept = self._haystacks.get(line.claim.id)
        if kept is None or kept[0] is not line:
            words = (
                line.claim.label,
                line.claim.statement,
                line.claim.claimant,
                self.verdict(line),
            )
            kept = (line, " ".join(words).casefold())
            self._haystacks[line.claim.id] = kept
        return kept[1]


class ClaimLineDelegate(QStyledItemDelegate):
    """Paints a claim in two lines: number, verdict and confidence; then what is claimed."""

    def __init__(self, shell: Shell, lines: ClaimLines, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._lines = lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Every line is as high as the others."""
        return QSize(120, LINE_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line."""
        summary: ClaimSummary = index.data(SUMMARY_ROLE)
        tokens = self._shell.theme.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        box = QRectF(option.rect).adjusted(2, 1, -2, -1)
        ground = self._ground(option)
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(box, METRICS.radius, METRICS.radius)
        inner = box.adjusted(8, 5, -8, -5)
        top = QRectF(inner.left(), inner.top(), inner.width(), CHIP_HEIGHT)
        self._paint_top(painter, top, option, summary)
        painter.setFont(option.font)
        painter.setPen(QColor(tokens.text))
        words = QRectF(inner.left(), top.bottom() + 2, inner.width(), inner.height() - CHIP_HEIGHT)
        text = painter.fontMetrics().elidedText(
            " ".join(summary.claim.statement.split()),
            Qt.TextElideMode.ElideRight,
            int(words.width()),
        )
        painter.drawText(words, LEADING, text)
        painter.restore()

    def _ground(self, option: QStyleOptionViewItem) -> str:
        tokens = self._shell.theme.tokens
        if option.state & QStyle.StateFlag.State_Selected:
            return tokens.selection
        return tokens.raised if option.state & QStyle.StateFlag.State_MouseOver else ""

    def _paint_top(
        self, painter: QPainter, top: QRectF, option: QStyleOptionViewItem, summary: ClaimSummary
    ) -> None:
        tokens = self._shell.theme.tokens
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(top, LEADING, summary.claim.label)
        used = painter.fontMetrics().horizontalAdvance("C000") + 8
        small = QFont(option.font)
        small.setPixelSize(METRICS.small)
        painter.setFont(small)
        chip = self._lines.chip(summary)
        width = min(chip_width(chip, painter.fontMetrics()) + 1, int(top.width() - used))
        left = top.right() - used - width if mirrored else top.left() + used
        draw_chip(painter, QRectF(left, top.top(), width, CHIP_HEIGHT - 2), chip)
        rated = summary.assessment
        if rated is None or not rated.confidence:
            return
        room = top.width() - used - width - 8
        words = label(rated.confidence_scale, rated.confidence)
        painter.setPen(QColor(tokens.muted))
        if painter.fontMetrics().horizontalAdvance(words) <= room:
            painter.drawText(top, TRAILING, words)
