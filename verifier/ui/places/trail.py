"""The history of the case: who did what, when, from what to what."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QTimer, Slot
from PySide6.QtWidgets import QLineEdit, QTableView, QVBoxLayout, QWidget

from verifier.queries.audit import AuditRow, latest, spaced
from verifier.ui.shell import Shell
from verifier.ui.tables import RowsModel, plain_look, set_widths
from verifier.ui.tokens import METRICS
from verifier.ui.told import history_word
from verifier.ui.widgets import label, row
from verifier.ui.words import moment

SHOWN = 5000
"""Events; older ones stand in the exported trail."""
WIDTHS = (130, 150, 170, 130, 420)
SETTLE_MS = 60
CUT = 80
INTERNAL = frozenset({"id", "case_id", "created_at", "created_by", "claim_id", "version"})


def did(event: AuditRow) -> str:
    """What was done; of a step of many, what it did to this row."""
    if event.verb not in ("Batch", "Undo"):
        return history_word(spaced(event.verb))
    is_withdrawn = (event.after or {}).get("withdrawn_at")
    if event.before is None:
        step = QCoreApplication.translate("Trail", "Add")
    elif is_withdrawn:
        step = QCoreApplication.translate("Trail", "Withdraw")
    else:
        step = QCoreApplication.translate("Trail", "Change")
    if event.verb == "Batch":
        return step
    undo = QCoreApplication.translate("Trail", "Undo: %1")
    return undo.replace("%1", step.lower())


def details(event: AuditRow) -> str:
    """What changed, in one line."""
    before, after = event.before or {}, event.after or {}
    parts = []
    for name, value in after.items():
        is_dull = name in INTERNAL or name.endswith("_id") or value in ("", None, [], {})
        if is_dull and name not in before:
            continue
        old = before.get(name)
        parts.append(
            f"{_named(name)}: {_short(old)} → {_short(value)}" if name in before else _short(value)
        )
    return "; ".join(part for part in parts if part)


def _named(column: str) -> str:
    return history_word(column.replace("_", " "))


def _short(value: object) -> str:
    words = " ".join(str("" if value is None else value).split())
    return words if len(words) <= CUT else words[: CUT - 1] + "…"


class TrailModel(RowsModel[AuditRow]):
    """Events, the latest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[AuditRow, ...] = ()
        self._words: list[str] = []
        self.titles = (
            self.tr("When"),
            self.tr("Who"),
            self.tr("Did what"),
            self.tr("To what"),
            self.tr("Details"),
        )

    def show(self, events: tuple[AuditRow, ...]) -> None:
        """Show these events."""
        self._all = events
        self.filter(" ".join(self._words))

    def filter(self, words: str) -> None:
        """Only events with every one of the words."""
        self._words = words.casefold().split()
        self.show_rows(
            [
                event
                for event in self._all
                if not self._words or all(word in _haystack(event) for word in self._words)
            ]
        )

    def cells(self, row: AuditRow) -> tuple[str, ...]:
        """When, who, what, to what, from what to what."""
        return (moment(row.at), row.person_name, did(row), *_about(row))


def _about(event: AuditRow) -> tuple[str, str]:
    return history_word(spaced(event.entity)), details(event)


def _haystack(event: AuditRow) -> str:
    words = (event.person_name, did(event), *_about(event))
    return " ".join(words).casefold()


class Trail(QWidget):
    """The audit trail as a table with a filter."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.model = TrailModel(self)
        self.table = QTableView()
        self.filter = QLineEdit()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SETTLE_MS)
        self._later.timeout.connect(self.refresh)
        self._build()
        shell.changed.connect(self._later.start)
        shell.closing.connect(self._later.stop)
        self.refresh()

    def _build(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter the history"))
        self.filter.setAccessibleName(self.tr("Filter the history"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(240)
        self.filter.textChanged.connect(self.model.filter)
        table = self.table
        table.setModel(self.model)
        plain_look(table, self.tr("History"), self.tr("Columns"), METRICS.tree_row)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.horizontalHeader().setStretchLastSection(True)
        set_widths(table, WIDTHS)
        table.activated.connect(self._open)
        head = row(label(self.tr("History"), "heading"))
        head.addStretch()
        head.addWidget(self.filter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(METRICS.space_m)
        whole.addLayout(head)
        words = self.tr("Nothing here can be changed: every entry is chained to the one before.")
        whole.addWidget(label(words, "muted", wrap=True))
        whole.addWidget(table, 1)

    @Slot()
    def refresh(self) -> None:
        """Read it again."""
        if self._shell.is_open:
            self.model.show(self._shell.read(latest, SHOWN))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        event = self.model.rows[index.row()]
        values = {**(event.before or {}), **(event.after or {})}
        claim_id = event.entity_id if event.entity == "Claim" else str(values.get("claim_id", ""))
        self._shell.select(claim_id)
