"""The form for one party's statement of who did it, and what we make of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from verifier import scales
from verifier.actions.attributions import EditAttribution, RecordAttribution
from verifier.queries.attributions import AttributionRow
from verifier.ui.combo import Combo, choose_in, combo
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import label, push_button, row

CONTEXT = "AttributionForm"
NATURES = "attribution-nature"


@dataclass(frozen=True)
class Field:
    """One field of the form: what it is called, and what is filled in."""

    name: str
    words: object
    look: str = "line"
    """line, words (comma between), text, or the id of a scale to choose from."""
    hint: str = ""

    @property
    def title(self) -> str:
        """In the language of the window."""
        return QCoreApplication.translate(CONTEXT, cast(str, self.words))


FIELDS: tuple[Field, ...] = (
    Field("date", QT_TRANSLATE_NOOP("AttributionForm", "Date"), hint="2022-01-14"),
    Field("party", QT_TRANSLATE_NOOP("AttributionForm", "Who says so")),
    Field("party_country", QT_TRANSLATE_NOOP("AttributionForm", "Their country"), hint="UA"),
    Field("actor", QT_TRANSLATE_NOOP("AttributionForm", "Who is said to have done it")),
    Field("actor_aliases", QT_TRANSLATE_NOOP("AttributionForm", "Aliases"), "words"),
    Field(
        "actor_category",
        QT_TRANSLATE_NOOP("AttributionForm", "Category of the actor"),
        "actor-category",
    ),
    Field("sponsor_state", QT_TRANSLATE_NOOP("AttributionForm", "Sponsor state"), hint="RU"),
    Field(
        "state_responsibility",
        QT_TRANSLATE_NOOP("AttributionForm", "State responsibility"),
        "healey",
    ),
    Field("basis", QT_TRANSLATE_NOOP("AttributionForm", "Attributed by"), "attribution-basis"),
    Field("kind", QT_TRANSLATE_NOOP("AttributionForm", "Type of statement"), "attribution-type"),
    Field(
        "stated_confidence",
        QT_TRANSLATE_NOOP("AttributionForm", "Their own words on their confidence"),
    ),
    Field("contested_by", QT_TRANSLATE_NOOP("AttributionForm", "Contested by"), "words"),
    Field("likelihood", QT_TRANSLATE_NOOP("AttributionForm", "Our likelihood"), "likelihood"),
    Field("confidence", QT_TRANSLATE_NOOP("AttributionForm", "Our confidence"), "confidence"),
    Field("reason", QT_TRANSLATE_NOOP("AttributionForm", "Our reason"), "text"),
    Field("indicators", QT_TRANSLATE_NOOP("AttributionForm", "Indicators"), "words"),
)


class AttributionForm(QFrame):
    """Records or corrects an attribution, in place."""

    done = Signal()

    def __init__(
        self, shell: Shell, before: AttributionRow | None = None, *, claim_id: str | None = None
    ) -> None:
        super().__init__()
        self._shell = shell
        self._before = before
        self._claim_id = claim_id
        self.setProperty("panel", "card")
        self.fields: dict[str, QWidget] = {field.name: self._make(field) for field in FIELDS}
        self.natures = [QCheckBox(level.label) for level in scales.scale(NATURES).levels]
        self.save = push_button(
            self.tr("Record attribution") if before is None else self.tr("Save"), "primary"
        )
        self.save.clicked.connect(self.submit)
        cancel = push_button(self.tr("Cancel"))
        cancel.clicked.connect(self.done)
        self._build(row(cancel, self.save))
        if before is not None:
            self._fill(before)

    def _make(self, field: Field) -> QWidget:
        if field.look == "text":
            made: QWidget = QPlainTextEdit()
            made.setFixedHeight(64)
            cast(QPlainTextEdit, made).setTabChangesFocus(True)
        elif field.look in ("line", "words"):
            line = QLineEdit()
            hint = self.tr("with commas between") if field.look == "words" else field.hint
            line.setPlaceholderText(hint)
            line.returnPressed.connect(self.submit)
            made = line
        else:
            made = self._choice(field)
        made.setAccessibleName(field.title)
        return made

    def _choice(self, field: Field) -> Combo:
        case = self._shell.case
        own = {"likelihood": case.likelihood_scale, "confidence": case.confidence_scale}
        scale = scales.find(scales.known_scales(), own.get(field.look, field.look))
        choices = [("", "–"), *((level.code, level.label) for level in scale.levels)]
        return combo(field.title, choices)

    def _build(self, buttons: Any) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(METRICS.space_l)
        grid.setVerticalSpacing(METRICS.space_s)
        for at, field in enumerate(FIELDS):
            line, side = divmod(at, 2)
            cell = QVBoxLayout()
            cell.setSpacing(2)
            cell.addWidget(label(field.title, "muted"))
            cell.addWidget(self.fields[field.name])
            cell.addStretch()
            grid.addLayout(cell, line, side)
        for side in range(2):
            grid.setColumnStretch(side, 1)
            grid.setColumnMinimumWidth(side, 160)
        natures = row(*self.natures, spacing=METRICS.space_l)
        natures.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(METRICS.space_m)
        whole.addLayout(grid)
        whole.addLayout(natures)
        buttons.insertStretch(0)
        whole.addLayout(buttons)

    def _fill(self, before: AttributionRow) -> None:
        for field in FIELDS:
            widget, value = self.fields[field.name], getattr(before, field.name)
            if isinstance(widget, QPlainTextEdit):
                widget.setPlainText(value)
            elif isinstance(widget, QLineEdit):
                widget.setText(", ".join(value) if field.look == "words" else value)
            elif isinstance(widget, Combo):
                choose_in(widget, value)
        for box, level in zip(self.natures, scales.scale(NATURES).levels, strict=True):
            box.setChecked(level.code in before.natures)

    def begin(self) -> None:
        """Put the cursor where the work starts."""
        self.fields["date"].setFocus(Qt.FocusReason.OtherFocusReason)

    def values(self) -> dict[str, Any]:
        """What stands in the form."""
        found = {field.name: self._value(field) for field in FIELDS}
        levels = scales.scale(NATURES).levels
        found["natures"] = [
            level.code for box, level in zip(self.natures, levels, strict=True) if box.isChecked()
        ]
        return found

    def _value(self, field: Field) -> str | Sequence[str]:
        widget = self.fields[field.name]
        if isinstance(widget, QPlainTextEdit):
            return widget.toPlainText().strip()
        if isinstance(widget, Combo):
            return str(widget.currentData() or "")
        text = cast(QLineEdit, widget).text().strip()
        if field.look == "words":
            return [part.strip() for part in text.split(",") if part.strip()]
        return text

    @Slot()
    def submit(self) -> None:
        """Record it, or save the corrections."""
        values = self.values()
        if self._before is None:
            action = RecordAttribution(values, claim_id=self._claim_id)
            is_done = self._shell.do(action, self.tr("record attribution"))
        else:
            changes = {
                name: value
                for name, value in values.items()
                if value != getattr(self._before, name)
            }
            edit = EditAttribution(self._before.id, changes)
            is_done = self._shell.do(edit, self.tr("edit attribution"))
        if is_done:
            self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the form."""
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)
