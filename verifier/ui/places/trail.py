"""The history of the case: who did what, when, from what to what, and why."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QObject, Slot
from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget

from verifier.queries.history import HistoryEntry, case_history
from verifier.ui.filter_field import FilterField
from verifier.ui.history_words import changes, deeds, everything
from verifier.ui.latest import Latest
from verifier.ui.restore_dialog import RestoreDialog
from verifier.ui.shell import Shell
from verifier.ui.tables import RowsModel, plain_look, set_widths
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import fit_words, label, push_button
from verifier.ui.words import moment
from verifier.ui.wrapping import Head
from verifier.workspace import Workspace

SHOWN = 5000
"""Events; older ones stand in the exported trail."""
WIDTHS = (125, 125, 190, 260, 160)
CUT = 160


Cells = tuple[str, ...]
Told = tuple[tuple[HistoryEntry, ...], dict[int, Cells]]
"""Steps, and the cells of those that are new, with one more for all words of the step."""


def cells_of(entry: HistoryEntry) -> Cells:
    """When, who, what, from what to what, why."""
    told = (_short(deeds(entry)), _short(changes(entry)), _short(entry.why))
    return (moment(entry.at), entry.person, *told)


def read_since(workspace: Workspace, known: tuple[HistoryEntry, ...]) -> Told:
    """What happened since the steps that are known, before them; read beside the window."""
    after = known[0].last if known else 0
    with workspace.reading() as session:
        fresh = case_history(session, workspace.case_id, after=after, limit=SHOWN)
    words = {entry.seq: (*cells_of(entry), everything(entry)) for entry in fresh}
    return (*fresh, *known)[:SHOWN], words


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= CUT else words[: CUT - 1] + "…"


class TrailModel(RowsModel[HistoryEntry]):
    """Steps, the latest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[HistoryEntry, ...] = ()
        self._cells: dict[int, Cells] = {}
        self._words: list[str] = []
        self.titles = (
            self.tr("When"),
            self.tr("Who"),
            self.tr("Did what"),
            self.tr("From what to what"),
            self.tr("Why"),
        )

    @property
    def known(self) -> tuple[HistoryEntry, ...]:
        """All steps, those that the filter hides too."""
        return self._all

    def show(self, told: Told) -> None:
        """Show these steps."""
        self._all, fresh = told
        self._cells |= fresh
        self.filter(" ".join(self._words))

    def filter(self, words: str) -> None:
        """Only steps with every one of the words."""
        self._words = words.casefold().split()
        self.show_rows(
            [
                entry
                for entry in self._all
                if not self._words or all(word in self._haystack(entry) for word in self._words)
            ]
        )

    def cells(self, row: HistoryEntry) -> tuple[str, ...]:
        """Worked out when the step was read."""
        return self._cells[row.seq][:-1]

    def _haystack(self, entry: HistoryEntry) -> str:
        *cells, words = self._cells[entry.seq]
        return f"{' '.join(cells).casefold()} {words}"


class Trail(QWidget):
    """The audit trail in words, with a filter, and the way back."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.model = TrailModel(self)
        self.table = QTableView()
        self.filter = FilterField()
        self.restore = push_button(self.tr("Restore points…"))
        self._latest: Latest[Told] = Latest(self, shell.jobs, self.model.show, shell.tell_error)
        self._build()
        shell.changed.connect(self.refresh)
        shell.closing.connect(self._forget)
        self.refresh()
        self._latest.ask_now()

    def _build(self) -> None:
        self.filter.begin(self.tr("Filter the history"), self.table)
        fit_words(self.filter, 240)
        self.filter.textChanged.connect(self.model.filter)
        self.restore.clicked.connect(self._show_points)
        table = self.table
        table.setModel(self.model)
        plain_look(table, self.tr("History"), self.tr("Columns"), METRICS.tree_row)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.horizontalHeader().setStretchLastSection(True)
        set_widths(table, WIDTHS)
        table.activated.connect(self._open)
        head = Head(label(self.tr("History"), "heading"), self.filter, self.restore)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(METRICS.space_m)
        whole.addLayout(head)
        words = self.tr("Nothing here can be changed: every entry is chained to the one before.")
        whole.addWidget(label(words, "muted", wrap=True))
        whole.addWidget(table, 1)

    @Slot()
    def _forget(self) -> None:
        self._latest.forget()

    @Slot()
    def refresh(self) -> None:
        """Read what happened since, beside the window."""
        if self._shell.is_open:
            self._latest.ask(partial(read_since, self._shell.workspace, self.model.known))

    @Slot()
    def _show_points(self) -> None:
        RestoreDialog(self._shell, self.window()).open()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        entry = self.model.rows[index.row()]
        claim_id = next((line.claim_id for line in entry.lines if line.claim_id), "")
        self._shell.select(claim_id)
