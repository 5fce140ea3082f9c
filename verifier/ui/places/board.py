"""The claims by status, in columns: drag a card to move it on, or use Ctrl and an arrow key."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from verifier.actions.base import Action
from verifier.actions.reviews import ReviewClaim
from verifier.actions.triage import SetStatus
from verifier.queries.claims import ClaimSummary
from verifier.states import ClaimStatus, Decision
from verifier.ui.panels.claim_lines import SUMMARY_ROLE, ClaimLineDelegate, ClaimLines, Index
from verifier.ui.panels.line_view import LineView
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.turns import next_turn
from verifier.ui.widgets import frame, label, row
from verifier.ui.words import STATUSES, word

COLUMNS = (
    ClaimStatus.UNSTARTED,
    ClaimStatus.IN_PROGRESS,
    ClaimStatus.READY_FOR_REVIEW,
    ClaimStatus.CHANGES_REQUESTED,
    ClaimStatus.APPROVED,
    ClaimStatus.PUBLISHED,
    ClaimStatus.DROPPED,
)
BY_REVIEW = {
    ClaimStatus.READY_FOR_REVIEW: Decision.SUBMIT,
    ClaimStatus.APPROVED: Decision.APPROVE,
}
LOCKED = (ClaimStatus.APPROVED, ClaimStatus.PUBLISHED)
COLUMN_LEAST = 210
AT_ONCE = 500
"""Claims that are shown while the view is made; more are when it stands on the screen."""
MIME = "application/x-verifier-claim"


def moving(claim: ClaimSummary, wanted: ClaimStatus) -> Action:
    """What moves a claim to a column: a review where one is needed, else its status by hand."""
    if wanted in BY_REVIEW:
        return ReviewClaim(claim.claim.id, BY_REVIEW[wanted])
    if wanted is ClaimStatus.IN_PROGRESS and claim.claim.status in LOCKED:
        return ReviewClaim(claim.claim.id, Decision.REOPEN)
    return SetStatus(claim.claim.id, wanted)


class Cards(QAbstractListModel):
    """The claims of one status."""

    def __init__(self, lines: ClaimLines, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.rows: list[ClaimSummary] = []

    def show(self, rows: list[ClaimSummary]) -> None:
        """Show these."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The claim, and its words."""
        summary = self.rows[index.row()]
        if role == SUMMARY_ROLE:
            return summary
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return summary.claim.statement
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._lines.spoken(summary)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cards can be dragged."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """What a drag carries."""
        return [MIME]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # type: ignore[override]
        """The ids of the dragged claims."""
        data = QMimeData()
        ids = "\n".join(self.rows[index.row()].claim.id for index in indexes)
        data.setData(MIME, ids.encode())
        return data


class CardList(LineView):
    """One column."""

    def __init__(self, board: Board, status: ClaimStatus) -> None:
        self.cards = Cards(board.lines)
        super().__init__(self.cards)
        self.cards.setParent(self)
        self._board = board
        self.status = status
        self.setItemDelegate(ClaimLineDelegate(board.shell, board.lines, self))
        self.setAccessibleName(word(STATUSES, status.value))
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.selectionModel().currentChanged.connect(self._choose)

    @Slot(QModelIndex, QModelIndex)
    def _choose(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._board.shell.select(self.cards.rows[current.row()].claim.id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Cards of any column may come."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Anywhere in the column."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Move what was dropped to this status."""
        ids = bytes(event.mimeData().data(MIME).data()).decode().split("\n")
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        for claim_id in ids:
            self._board.move_claim(claim_id, self.status)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl with an arrow moves the card to the next column."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in steps and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            index = self.currentIndex()
            if index.isValid():
                step = (
                    steps[key]
                    if self.layoutDirection() is Qt.LayoutDirection.LeftToRight
                    else -steps[key]
                )
                self._board.step(self.cards.rows[index.row()].claim.id, self.status, step)
        else:
            super().keyPressEvent(event)


class Board(QWidget):
    """All columns."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.lines = ClaimLines(shell, self, filled=False)
        self._lists: list[CardList] = []
        self._counts = [label("", "muted") for _ in COLUMNS]
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 20, 16, 16)
        whole.setSpacing(METRICS.space_m)
        whole.addWidget(label(self.tr("Claims by status"), "heading"))
        inner = QWidget()
        self._columns = QHBoxLayout(inner)
        self._columns.setSpacing(METRICS.space_m)
        self._columns.setContentsMargins(0, 0, 0, 0)
        inner.setMinimumWidth(COLUMN_LEAST * len(COLUMNS))
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole.addWidget(scroll, 1)
        shell.claims.reset.connect(self.refresh)
        shell.claims.updated.connect(self.refresh)
        shell.theme.changed.connect(self._recolour)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self.refresh)
        next_turn(self, self._begin)

    def _begin(self) -> None:
        """Once it stands in the window: the columns, and many cards in the turn after."""
        if not self._lists:
            self._build_columns()
            if self.hasFocus():
                self._lists[0].setFocus()
            if len(self.shell.claims) > AT_ONCE:
                self._late.start()
            else:
                self.refresh()

    @property
    def lists(self) -> list[CardList]:
        """The columns with their cards, from the left; made when they are first wanted."""
        if not self._lists:
            self._build_columns()
            self.refresh()
        return self._lists

    def _build_columns(self) -> None:
        self._lists = [CardList(self, status) for status in COLUMNS]
        for cards, count in zip(self._lists, self._counts, strict=True):
            self._columns.addWidget(self._column(cards, count), 1)

    def _column(self, cards: CardList, count: QWidget) -> QFrame:
        box = frame("card")
        inner = QVBoxLayout(box)
        inner.setContentsMargins(6, 8, 6, 6)
        inner.setSpacing(METRICS.space_s)
        title = label(word(STATUSES, cards.status.value), wrap=True)
        head = row(title, count)
        head.setStretch(0, 1)
        head.setContentsMargins(6, 0, 6, 0)
        inner.addLayout(head)
        inner.addWidget(cards, 1)
        return box

    @Slot()
    def refresh(self) -> None:
        """Put every claim into its column."""
        self._late.stop()
        if not self._lists:
            return
        found: dict[str, list[ClaimSummary]] = {status.value: [] for status in COLUMNS}
        for line in self.shell.claims.ordered:
            status = line.claim.status
            if status == ClaimStatus.CORRECTED:
                status = ClaimStatus.PUBLISHED.value
            found[status].append(line)
        for cards, count in zip(self.lists, self._counts, strict=True):
            rows = found[cards.status.value]
            cards.cards.show(rows)
            count.setText(str(len(rows)))

    @Slot()
    def _recolour(self) -> None:
        for cards in self._lists:
            cards.viewport().update()

    def move_claim(self, claim_id: str, wanted: ClaimStatus) -> bool:
        """Move a claim to a column; what forbids it is told in words."""
        line = self.shell.claims.get(claim_id)
        if line is None or line.claim.status == wanted:
            return False
        return self.shell.do(moving(line, wanted), self.tr("move claim"))

    def step(self, claim_id: str, status: ClaimStatus, by: int) -> None:
        """Move a claim to the next column, with the focus."""
        at = COLUMNS.index(status) + by
        if 0 <= at < len(COLUMNS) and self.move_claim(claim_id, COLUMNS[at]):
            cards = self.lists[at]
            place = [line.claim.id for line in cards.cards.rows].index(claim_id)
            cards.setFocus()
            cards.setCurrentIndex(cards.cards.index(place))
