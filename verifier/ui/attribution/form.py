"""The form for one party's statement of who did it, and what we make of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from verifier import scales
from verifier.actions.attributions import EditAttribution, RecordAttribution
from verifier.queries.attributions import AttributionRow, incidents
from verifier.queries.evidence import evidence
from verifier.ui.attribution.fields import ATTRIBUTION
from verifier.ui.combo import Combo
from verifier.ui.forms.form import Form
from verifier.ui.forms.picker import EvidencePicker
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import asks_to_save, label, push_button, row

LINKS = ("claim_id", "incident_id")


class AttributionForm(QFrame):
    """Records or corrects an attribution, in place: one step to undo."""

    done = Signal()

    def __init__(
        self,
        shell: Shell,
        before: AttributionRow | None = None,
        *,
        claim_id: str | None = None,
        incident_id: str | None = None,
    ) -> None:
        super().__init__()
        self._shell = shell
        self._before = before
        self._is_done = False
        self.setProperty("panel", "card")
        self.form = Form(ATTRIBUTION)
        self.form.submitted.connect(self.submit)
        self.evidence = EvidencePicker(self.tr("What it rests on"))
        self.evidence.offer(shell.read(evidence))
        self.save = push_button(
            self.tr("Record attribution") if before is None else self.tr("Save"), "primary"
        )
        self.save.clicked.connect(self.submit)
        self._build()
        self._offer()
        if before is not None:
            self.evidence.choose(before.evidence_ids)
            self.form.show_values({name: getattr(before, name) for name in self.fields})
        else:
            self.form.show_values({"claim_id": claim_id, "incident_id": incident_id})

    @property
    def fields(self) -> dict[str, QWidget]:
        """The control of each field."""
        return self.form.widgets

    def _build(self) -> None:
        cancel = push_button(self.tr("Cancel"))
        cancel.clicked.connect(self.done)
        buttons = row(cancel, self.save)
        buttons.insertStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(METRICS.space_m)
        whole.addWidget(self.form)
        whole.addWidget(label(self.tr("What it rests on"), "muted"))
        whole.addWidget(self.evidence)
        whole.addLayout(buttons)

    def _offer(self) -> None:
        shell, case = self._shell, self._shell.case
        for name, scale_id in (
            ("likelihood", case.likelihood_scale),
            ("confidence", case.confidence_scale),
        ):
            for level in scales.scale(scale_id).levels:
                self._list(name).addItem(level.label, level.code)
        for incident in shell.read(incidents):
            self._list("incident_id").addItem(incident.name, incident.id)
        for line in shell.claims.ordered:
            words = f"{line.claim.label}  {line.claim.statement}"
            self._list("claim_id").addItem(words, line.claim.id)

    def _list(self, name: str) -> Combo:
        box = self.fields[name]
        assert isinstance(box, Combo)
        return box

    def begin(self) -> None:
        """Put the cursor where the work starts."""
        self.fields["party"].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def submit(self) -> None:
        """Record it, or save the corrections, once: Ctrl+Return in a line asks for it twice."""
        if self._is_done:
            return
        values = self.form.values()
        links = {name: values.pop(name) or None for name in LINKS}
        if self._before is None:
            record = RecordAttribution(
                values, links["claim_id"], links["incident_id"], self.evidence.ids
            )
            is_done = self._shell.do(record, self.tr("record attribution"))
        else:
            edit = EditAttribution(
                self._before.id, self._changed(values | links), self.evidence.ids
            )
            is_done = self._shell.do(edit, self.tr("edit attribution"))
        self._is_done = is_done
        if is_done:
            self.done.emit()

    def _changed(self, values: dict[str, Any]) -> dict[str, Any]:
        return {
            name: value for name, value in values.items() if value != getattr(self._before, name)
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the form; Ctrl+Return saves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        elif asks_to_save(event):
            self.submit()
        else:
            super().keyPressEvent(event)
