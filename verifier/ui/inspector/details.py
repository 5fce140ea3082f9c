"""The details of a claim: status, who checks it by when, how urgent, tags, notes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from verifier.actions.base import Action, Change
from verifier.actions.claims import EditClaim
from verifier.actions.triage import SetStatus
from verifier.queries.case import people
from verifier.queries.claims import ClaimRow
from verifier.states import ClaimStatus
from verifier.ui.combo import choose_in, combo
from verifier.ui.drafts import DraftLine, DraftText, Save
from verifier.ui.inspector.data import ClaimData
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import label, push_button
from verifier.ui.words import STATUSES, WORTHS, word

OPTION = "claim_details"
PRIORITIES = range(4)
BY_HAND = (
    *(ClaimStatus.UNSTARTED, ClaimStatus.IN_PROGRESS, ClaimStatus.DROPPED),
    *(ClaimStatus.PUBLISHED, ClaimStatus.CORRECTED),
)
"""What may be set here, where the claim's status and the person's role allow it."""


class Details(QWidget):
    """Folded to one line that says the most of it; every field saves itself."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._claim: ClaimRow | None = None
        self._people: tuple[tuple[str, str], ...] = ()
        self._knows_people = False
        shell.opened.connect(self._forget_people)
        shell.changed.connect(self._follow_people)
        self._fold = push_button("", "quiet")
        self._fold.setCheckable(True)
        self._fold.setChecked(bool(shell.settings.options.get(OPTION)))
        self._inner = QWidget()
        self.status = combo(self.tr("Status"), [])
        self.assignee = combo(self.tr("Assignee"), [("", self.tr("Nobody"))])
        self.priority = combo(self.tr("Priority"), [(str(at), str(at)) for at in PRIORITIES])
        self.worth = combo(self.tr("Worth checking"), [(c, word(WORTHS, c)) for c in WORTHS])
        self.due = self._line(self.tr("Due"), "2026-03-31", self._save_due)
        self.tags = self._line(self.tr("Tags"), self.tr("energy, prices"), self._save_tags)
        self.reported = self._line(
            self.tr("Reported by"), self.tr("Who passed it on"), self._save_reported
        )
        self.date_note = self._line(
            self.tr("About the date"), self.tr("in the evening, Kyiv time"), self._save_date_note
        )
        self.implied = QCheckBox(self.tr("Implied, not said in so many words"))
        self.note = DraftText(shell.drafts, self._save_note)
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("For who works on it; it is not in the report"))
        self.note.setFixedHeight(60)
        self._build()

    def _line(self, name: str, hint: str, save: Save) -> DraftLine:
        made = DraftLine(self._shell.drafts, save)
        made.setAccessibleName(name)
        made.setPlaceholderText(hint)
        return made

    def _build(self) -> None:
        grid = QGridLayout(self._inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(METRICS.space_s)
        fields = (self.status, self.assignee, self.priority, self.worth, *self._fields)
        for at, field in enumerate(fields):
            grid.addWidget(label(field.accessibleName(), "muted"), at, 0)
            grid.addWidget(field, at, 1)
        self.status.activated.connect(self._choose_status)
        self.assignee.activated.connect(self._choose_assignee)
        self.priority.activated.connect(self._choose_priority)
        self.worth.activated.connect(self._choose_worth)
        rows = len(fields)
        grid.addWidget(self.implied, rows, 0, 1, 2)
        grid.addWidget(self.note, rows + 1, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        self.implied.clicked.connect(self._turn_implied)
        self._fold.toggled.connect(self._show_inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(METRICS.space_s)
        whole.addWidget(self._fold)
        whole.addWidget(self._inner)
        self._inner.setVisible(self._fold.isChecked())

    @property
    def _fields(self) -> tuple[DraftLine, ...]:
        return (self.due, self.tags, self.reported, self.date_note)

    @Slot(bool)
    def _show_inner(self, wanted: bool) -> None:
        self._inner.setVisible(wanted)
        options = {**self._shell.settings.options, OPTION: wanted}
        self._shell.remember_soon(replace(self._shell.settings, options=options))
        self._sum_up()

    def unfold(self) -> None:
        """Show all of it."""
        self._fold.setChecked(True)

    def fold(self) -> None:
        """Show one line of it."""
        self._fold.setChecked(False)

    def show_claim(self, data: ClaimData) -> None:
        """Show a claim's details; what is being typed about it stays."""
        is_other = self._claim is None or self._claim.id != data.row.id
        self._claim = row = data.row
        self._offer_people()
        self._offer_statuses(row.status)
        choose_in(self.assignee, row.assignee_id or "")
        choose_in(self.priority, str(row.priority))
        choose_in(self.worth, row.worth)
        self.due.show_text(row.due, force=is_other)
        self.tags.show_text(", ".join(row.tags), force=is_other)
        self.reported.show_text(row.reported_by, force=is_other)
        self.date_note.show_text(row.date_note, force=is_other)
        self.note.show_text(row.note, force=is_other)
        self.implied.setChecked(row.implied)
        for box in (self.assignee, self.priority, self.worth, self.implied):
            box.setEnabled(not data.is_locked)
        for line in self._fields:
            line.setReadOnly(data.is_locked)
        self.note.setReadOnly(data.is_locked)
        self._sum_up()

    def _offer_statuses(self, status: str) -> None:
        """What may be set by hand, and what the claim is now; the rest comes by review."""
        codes = list(dict.fromkeys((status, *(each.value for each in BY_HAND))))
        ordered = [code for code in STATUSES if code in codes]
        if [self.status.itemData(at) for at in range(self.status.count())] != ordered:
            self.status.clear()
            for code in ordered:
                self.status.addItem(word(STATUSES, code), code)
        choose_in(self.status, status)

    @Slot()
    def _forget_people(self) -> None:
        self._knows_people = False

    @Slot(object)
    def _follow_people(self, change: Change) -> None:
        if "Person" in change.kinds:
            self._knows_people = False
            self._offer_people()

    def _offer_people(self) -> None:
        """The people of the case; asked for anew only when they may be others."""
        if self._knows_people:
            return
        self._knows_people = True
        found = tuple((each.id, each.name) for each in self._shell.read(people))
        if found == self._people:
            return
        self._people = found
        self.assignee.clear()
        for person_id, name in (("", self.tr("Nobody")), *found):
            self.assignee.addItem(name, person_id)

    def _sum_up(self) -> None:
        row = self._claim
        if row is None or self._fold.isChecked():
            self._fold.setText(self.tr("Less about the claim"))
            return
        parts = [dict(self._people).get(row.assignee_id or "", "")]
        if row.due:
            parts.append(self.tr("due %1").replace("%1", row.due))
        if row.priority:
            parts.append(self.tr("priority %1").replace("%1", str(row.priority)))
        parts.append(", ".join(row.tags))
        said = " · ".join(part for part in parts if part)
        self._fold.setText(said or self.tr("Assignee, due date, tags, notes"))

    # Saving

    def _do(self, action: Action, text: str, merge: str = "") -> bool:
        assert self._claim is not None
        key = f"{merge}:{self._claim.id}" if merge else ""
        return self._shell.do(action, text, merge=key)

    def _edit(self, text: str, merge: str = "", **changes: Any) -> bool:
        assert self._claim is not None
        return self._do(EditClaim(self._claim.id, changes), text, merge)

    def _save_due(self, text: str) -> bool:
        return self._edit(self.tr("edit due date"), "due", due=text.strip())

    def _save_tags(self, text: str) -> bool:
        parts = [part.strip() for part in text.split(",")]
        tags = list(dict.fromkeys(part for part in parts if part))
        return self._edit(self.tr("edit tags"), "tags", tags=tags)

    def _save_reported(self, text: str) -> bool:
        return self._edit(self.tr("edit who reported it"), "reported", reported_by=text.strip())

    def _save_date_note(self, text: str) -> bool:
        return self._edit(self.tr("edit note on the date"), "date_note", date_note=text.strip())

    def _save_note(self, text: str) -> bool:
        return self._edit(self.tr("edit note"), "note", note=text.strip())

    @Slot(bool)
    def _turn_implied(self, wanted: bool) -> None:
        if not self._edit(self.tr("edit claim"), implied=wanted) and self._claim is not None:
            self.implied.setChecked(self._claim.implied)

    @Slot(int)
    def _choose_status(self, _at: int) -> None:
        row, code = self._claim, str(self.status.currentData())
        if row is None or code == row.status:
            return
        text = self.tr("set status")
        if not self._do(SetStatus(row.id, ClaimStatus(code)), text):
            choose_in(self.status, row.status)

    @Slot(int)
    def _choose_assignee(self, _at: int) -> None:
        wanted = str(self.assignee.currentData() or "") or None
        if self._claim is not None and wanted != self._claim.assignee_id:
            self._edit(self.tr("assign claim"), assignee_id=wanted)

    @Slot(int)
    def _choose_priority(self, at: int) -> None:
        if self._claim is not None and at != self._claim.priority:
            self._edit(self.tr("set priority"), priority=at)

    @Slot(int)
    def _choose_worth(self, _at: int) -> None:
        code = str(self.worth.currentData() or "")
        if self._claim is not None and code != self._claim.worth:
            self._edit(self.tr("set worth"), worth=code)
