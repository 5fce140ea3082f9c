"""The incidents of the case: a line for each, opened to be corrected in place."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from verifier.actions.attributions import AddIncident, EditIncident, Withdraw
from verifier.queries.attributions import IncidentRow
from verifier.ui.attribution.fields import INCIDENT
from verifier.ui.forms.form import Form
from verifier.ui.looks import label as level_label
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import clear_layout, label, push_button, row, tool_button


class Incidents(QWidget):
    """Cards of the incidents; one at a time is open."""

    filtered = Signal(str)
    """Only the attributions of this incident are wanted; of all, where empty."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.cards: dict[str, IncidentCard] = {}
        self._opened = ""
        self._only = ""
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(METRICS.space_s)

    def show_incidents(self, rows: tuple[IncidentRow, ...], counts: dict[str, int]) -> None:
        """Show them; the open one stays as it is while it is typed into."""
        if [row.id for row in rows] != list(self.cards):
            self._shell.drafts.abandon(self)
            clear_layout(self._list)
            self.cards = {}
            for incident in rows:
                card = IncidentCard(self._shell, incident)
                card.toggled.connect(self._toggle)
                card.filtered.connect(self._filter)
                self.cards[incident.id] = card
                self._list.addWidget(card)
        for incident in rows:
            card = self.cards[incident.id]
            card.show_incident(incident, counts.get(incident.id, 0))
            card.open_form(incident.id == self._opened)
            card.only.setChecked(incident.id == self._only)

    def add(self) -> None:
        """Record one more, and begin with its name."""
        action = AddIncident({"name": self.tr("New incident")})
        self._opened = action.id
        if self._shell.do(action, self.tr("add incident")):
            card = self.cards[action.id]
            name = card.form.widgets["name"]
            name.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(name, QLineEdit):
                name.selectAll()

    @Slot(str)
    def _toggle(self, incident_id: str) -> None:
        if not self._shell.frees_fields(self):
            return
        self._opened = "" if incident_id == self._opened else incident_id
        for card_id, card in self.cards.items():
            card.open_form(card_id == self._opened)

    @Slot(str)
    def _filter(self, incident_id: str) -> None:
        self._only = "" if incident_id == self._only else incident_id
        for card_id, card in self.cards.items():
            card.only.setChecked(card_id == self._only)
        self.filtered.emit(self._only)


class IncidentCard(QFrame):
    """One cyberattack: what it is called, when, whom it hit."""

    toggled = Signal(str)
    filtered = Signal(str)

    def __init__(self, shell: Shell, incident: IncidentRow) -> None:
        super().__init__()
        self._shell = shell
        self.incident = incident
        self.setProperty("panel", "card")
        self._name = label("", wrap=True)
        bold = QFont(self._name.font())
        bold.setWeight(QFont.Weight.DemiBold)
        self._name.setFont(bold)
        self._about = label("", "muted", wrap=True)
        self.only = push_button("", "quiet")
        self.only.setCheckable(True)
        self.only.setToolTip(self.tr("Show only what was said of this incident"))
        self.only.clicked.connect(self._filter)
        self.edit = tool_button("pencil", self.tr("Edit this incident"))
        self.edit.setCheckable(True)
        self.edit.clicked.connect(self._toggle)
        away = tool_button("x", self.tr("Withdraw this incident"))
        away.clicked.connect(self._withdraw)
        self.form = Form(INCIDENT, drafts=shell.drafts, keep=self._keep)
        self.form.hide()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._about)
        top = row(spacing=METRICS.space_xs)
        top.addLayout(words, 1)
        for button in (self.only, self.edit, away):
            top.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 8, 8, 8)
        whole.setSpacing(METRICS.space_m)
        whole.addLayout(top)
        whole.addWidget(self.form)

    def show_incident(self, incident: IncidentRow, said: int) -> None:
        """Show what is known now."""
        self.incident = incident
        self._name.setText(incident.name)
        days = "–".join(dict.fromkeys(day for day in (incident.start, incident.end) if day))
        kind = level_label("incident-type", incident.kind)
        if kind == incident.kind:
            kind = level_label("incident-type-cfr", incident.kind)
        parts = (
            ", ".join(incident.aliases),
            days,
            kind,
            ", ".join(incident.victims),
            ", ".join(incident.victim_countries),
        )
        self._about.setText(" · ".join(part for part in parts if part))
        self._about.setVisible(bool(self._about.text()))
        self.only.setText(self.tr("Attributions: %1").replace("%1", str(said)))
        self.form.show_values({field.name: getattr(incident, field.name) for field in INCIDENT})
        self.setAccessibleName(incident.name)

    def open_form(self, wanted: bool) -> None:
        """Show the form, or only the line."""
        self.form.setVisible(wanted)
        self.edit.setChecked(wanted)

    def _keep(self, name: str, value: Any) -> bool:
        action = EditIncident(self.incident.id, {name: value})
        key = f"incident:{self.incident.id}:{name}"
        return self._shell.do(action, self.tr("edit incident"), merge=key)

    @Slot()
    def _toggle(self) -> None:
        self.toggled.emit(self.incident.id)

    @Slot()
    def _filter(self) -> None:
        self.filtered.emit(self.incident.id)

    @Slot()
    def _withdraw(self) -> None:
        self._shell.do(Withdraw("Incident", self.incident.id), self.tr("withdraw incident"))
