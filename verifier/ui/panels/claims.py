"""The list of claims at the side: filter, walk through, choose."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from verifier.ui.filter_field import FilterField
from verifier.ui.panels.claim_lines import ClaimLineDelegate, ClaimLines
from verifier.ui.panels.line_view import LineView
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.turns import next_turn
from verifier.ui.warming import Warmer
from verifier.ui.widgets import label, row

FILTER_PAUSE_MS = 120


class ClaimsPanel(QWidget):
    """The claims in the order of the documents, with a field to filter them."""

    passage_wanted = Signal(str)
    """The open claim was clicked on: its passage is to be shown again."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._count = label("", "muted")
        head = row(label(self.tr("CLAIMS"), "section"))
        head.addStretch()
        head.addWidget(self._count)
        self.filter = FilterField()
        self.filter.add_sign()
        self.filter.textChanged.connect(self._typed)
        self.filter.entered.connect(self._apply_filter)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(FILTER_PAUSE_MS)
        self._pause.timeout.connect(self._apply_filter)
        self.lines = ClaimLines(shell, self)
        self._warmer = Warmer(self, lambda: shell.claims.ordered, lambda: [self.lines.warm])
        self.list = self._make_list()
        self.filter.begin(self.tr("Filter claims"), self.list)
        self.hint = label(
            self.tr("Select words in a document and press H: they become a claim."),
            "muted",
            wrap=True,
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(METRICS.space_s)
        whole.addLayout(head)
        whole.addWidget(self.filter)
        whole.addWidget(self.hint)
        whole.addWidget(self.list, 100)
        whole.addStretch(1)
        shell.claims.reset.connect(self._reset)
        shell.claims.updated.connect(self._updated)
        shell.selected.connect(self._mark)
        shell.theme.changed.connect(self.list.viewport().update)
        self._reset()

    def _make_list(self) -> LineView:
        made = LineView(self.lines)
        made.setAccessibleName(self.tr("Claims"))
        made.setProperty("panel", "window")
        made.setItemDelegate(ClaimLineDelegate(self._shell, self.lines, made))
        made.selectionModel().currentChanged.connect(self._choose)
        made.clicked.connect(self._click)
        return made

    @Slot(str)
    def _typed(self, words: str) -> None:
        self._pause.start() if words else self._apply_filter()

    @Slot()
    def _apply_filter(self) -> None:
        self._pause.stop()
        self.lines.filter(self.filter.text())
        self._after_change()

    @Slot()
    def _reset(self) -> None:
        self.lines.refresh()
        self._warmer.begin()
        self._after_change()

    @Slot(object)
    def _updated(self, claim_ids: frozenset[str]) -> None:
        self.lines.update_lines(claim_ids)
        self._after_change()

    def _after_change(self) -> None:
        everything, shown = len(self._shell.claims), self.lines.rowCount()
        words = str(everything) if shown == everything else f"{shown} / {everything}"
        self._count.setText(words if everything else "")
        self.hint.setVisible(not everything)
        self.filter.setVisible(bool(everything))
        self.list.setVisible(bool(everything))
        self._mark(self._shell.selection)

    @Slot(str)
    def _mark(self, claim_id: str) -> None:
        place = self.lines.row_of(claim_id)
        index = self.lines.index(place) if place >= 0 else QModelIndex()
        is_marked = not index.isValid() or self.list.selectionModel().isSelected(index)
        if index != self.list.currentIndex() or not is_marked:
            self.list.setCurrentIndex(index)
        if index.isValid():
            self.list.scrollTo(index)

    @Slot(QModelIndex, QModelIndex)
    def _choose(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            claim_id = self.lines.summary(current.row()).claim.id
            self._shell.select(claim_id)
            if self._shell.selection != claim_id:  # Qt has yet to select the line that was pressed
                next_turn(self, self._mark_open)

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        """A click on the open claim leads back to its passage, wherever one read meanwhile."""
        claim_id = self.lines.summary(index.row()).claim.id
        if claim_id == self._shell.selection:
            self.passage_wanted.emit(claim_id)

    @Slot()
    def _mark_open(self) -> None:
        self._mark(self._shell.selection)

    def step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) claim."""
        if not self.lines.rowCount():
            return
        place = self.lines.row_of(self._shell.selection)
        wanted = 0 if place < 0 else min(max(0, place + by), self.lines.rowCount() - 1)
        self._shell.select(self.lines.summary(wanted).claim.id)
