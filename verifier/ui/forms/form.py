"""A form made from fields. With a way to save, each field saves itself; without, it is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, cast

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from verifier.ui.combo import Combo, choose_in, combo
from verifier.ui.drafts import DraftLine, Drafts, DraftText
from verifier.ui.forms.colour import ColourField
from verifier.ui.forms.field import Field, as_line, as_records, from_line, from_lines, from_records
from verifier.ui.leading_edge import LeadingEdge
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import label

Keep = Callable[[str, Any], bool]
"""Saves a field under its name; whether it could be."""
TEXT_HEIGHT = 64
LINE_HEIGHT = 28


class Checks(QWidget):
    """Several codes of a scale, a box for each."""

    changed = Signal()

    def __init__(self, choices: Sequence[tuple[str, str]], columns: int) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(METRICS.space_l)
        grid.setVerticalSpacing(METRICS.space_xs)
        self._other: list[str] = []
        self.boxes: dict[str, QCheckBox] = {}
        for at, (code, words) in enumerate(choices):
            box = QCheckBox(words)
            box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            box.clicked.connect(self.changed)
            self.boxes[code] = box
            grid.addWidget(box, at // columns, at % columns)
        grid.setColumnStretch(columns, 1)

    @property
    def codes(self) -> list[str]:
        """What is ticked, and what the scale does not know but was there."""
        return [code for code, box in self.boxes.items() if box.isChecked()] + self._other

    def choose(self, codes: Sequence[str]) -> None:
        """Tick these, without telling anybody."""
        self._other = [code for code in codes if code not in self.boxes]
        for code, box in self.boxes.items():
            box.setChecked(code in codes)


class Form(QWidget):
    """Fields in one or two columns, each with its name above it."""

    edited = Signal()
    """Something was changed in a form that does not save itself."""
    submitted = Signal()
    """Return was pressed in a line of a form that does not save itself."""

    def __init__(
        self,
        fields: Sequence[Field],
        *,
        drafts: Drafts | None = None,
        keep: Keep | None = None,
        columns: int = 2,
    ) -> None:
        super().__init__()
        self._fields = tuple(fields)
        self._drafts = drafts
        self._keep = keep
        self._saved: dict[str, Any] = {}
        self._showing = False
        self._columns = columns
        self.widgets: dict[str, QWidget] = {}
        for field in self._fields:
            made = self._make(field)
            made.setAccessibleName(field.title)
            self.widgets[field.name] = made
        self._build()

    # Making it

    def _make(self, field: Field) -> QWidget:
        if field.look in ("text", "lines", "records"):
            return self._text(field)
        if field.look == "flag":
            box = QCheckBox(field.title)
            box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            box.clicked.connect(partial(self._clicked, field))
            return box
        if field.look == "choice":
            made = combo(field.title, field.offered())
            made.activated.connect(partial(self._clicked, field))
            return made
        if field.look == "colour":
            colour = ColourField(field.title)
            colour.changed.connect(partial(self._clicked, field))
            return colour
        if field.look == "several":
            codes = [each for each in field.offered() if each[0]]
            checks = Checks(codes, 3 if field.wide and self._columns > 1 else 2)
            checks.changed.connect(partial(self._clicked, field))
            return checks
        return self._line(field)

    def _text(self, field: Field) -> QWidget:
        if self._drafts is not None:
            made: QPlainTextEdit = DraftText(self._drafts, partial(self._typed, field))
        else:
            made = QPlainTextEdit()
            LeadingEdge(made)
            made.setTabChangesFocus(True)
            made.textChanged.connect(self._tell_edited)
        made.setFixedHeight(TEXT_HEIGHT)
        hint = self.tr("One a line") if field.look == "lines" else field.placeholder
        made.setPlaceholderText(hint)
        return made

    def _line(self, field: Field) -> QWidget:
        if self._drafts is not None:
            made: QLineEdit = DraftLine(self._drafts, partial(self._typed, field))
        else:
            made = QLineEdit()
            made.returnPressed.connect(self.submitted)
            made.textEdited.connect(self._tell_edited)
        made.setMinimumHeight(LINE_HEIGHT)
        parted = self.tr("parted by semicolons") if field.look == "list" else field.placeholder
        made.setPlaceholderText(parted)
        made.setToolTip(parted)
        return made

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(METRICS.space_l)
        grid.setVerticalSpacing(METRICS.space_s)
        line = side = 0
        for field in self._fields:
            if side and (field.heading or field.wide):
                line, side = line + 1, 0
            if field.heading:
                heading = label(field.heading.upper(), "section")
                heading.setContentsMargins(0, METRICS.space_m if line else 0, 0, 0)
                grid.addWidget(heading, line, 0, 1, self._columns)
                line += 1
            span = self._columns if field.wide else 1
            grid.addLayout(self._cell(field), line, side, 1, span)
            side += span
            if side >= self._columns:
                line, side = line + 1, 0
        for at in range(self._columns):
            grid.setColumnStretch(at, 1)

    def _cell(self, field: Field) -> QVBoxLayout:
        cell = QVBoxLayout()
        cell.setSpacing(2)
        if field.look != "flag":
            name = label(field.title, "muted", wrap=True)
            name.setBuddy(self.widgets[field.name])
            cell.addWidget(name)
        cell.addWidget(self.widgets[field.name])
        cell.addStretch()
        return cell

    # What stands in it

    def show_values(self, values: Mapping[str, Any], *, force: bool = False) -> None:
        """Show what is saved; what is being typed stays, unless `force`."""
        self._saved = dict(values)
        self._showing = True
        for field in self._fields:
            self._show(field, values.get(field.name), force=force)
        self._showing = False

    def _show(self, field: Field, value: Any, *, force: bool = False) -> None:
        widget = self.widgets[field.name]
        if isinstance(widget, DraftLine | DraftText):
            widget.show_text(_words(field, value), force=force)
        elif isinstance(widget, QLineEdit):
            widget.setText(_words(field, value))
            widget.setCursorPosition(0)
        elif isinstance(widget, QPlainTextEdit):
            widget.setPlainText(_words(field, value))
        elif isinstance(widget, Combo):
            _choose(widget, str(value or ""))
        elif isinstance(widget, Checks):
            widget.choose(value or [])
        elif isinstance(widget, ColourField):
            widget.show_colour(str(value or ""))
        elif isinstance(widget, QCheckBox):
            widget.setChecked(bool(value))

    def values(self) -> dict[str, Any]:
        """What stands in every field."""
        return {field.name: self._value(field) for field in self._fields}

    def _value(self, field: Field) -> Any:
        widget = self.widgets[field.name]
        if isinstance(widget, QPlainTextEdit):
            return _read(field, widget.toPlainText())
        if isinstance(widget, Combo):
            return str(widget.currentData() or "")
        if isinstance(widget, Checks):
            return widget.codes
        if isinstance(widget, ColourField):
            return widget.colour
        if isinstance(widget, QCheckBox):
            return widget.isChecked()
        return _read(field, cast(QLineEdit, widget).text())

    # Saving

    def _tell_edited(self, *_: object) -> None:
        if not self._showing:
            self.edited.emit()

    def _typed(self, field: Field, text: str) -> bool:
        return self._keep_value(field, _read(field, text))

    def _clicked(self, field: Field, *_: object) -> None:
        if self._keep is None:
            self._tell_edited()
            return
        value = self._value(field)
        if value != self._saved.get(field.name) and not self._keep_value(field, value):
            widget = self.widgets[field.name]
            with QSignalBlocker(widget):
                self._show(field, self._saved.get(field.name))

    def _keep_value(self, field: Field, value: Any) -> bool:
        if self._keep is None or value == self._saved.get(field.name):
            return True
        return self._keep(field.name, value)


def _words(field: Field, value: Any) -> str:
    if field.look == "list":
        return as_line(value or [])
    if field.look == "records":
        return as_records(value or [], field.parts)
    return "\n".join(value or []) if field.look == "lines" else str(value or "")


def _read(field: Field, text: str) -> Any:
    if field.look == "list":
        return from_line(text)
    if field.look == "records":
        return from_records(text, field.parts)
    return from_lines(text) if field.look == "lines" else text.strip()


def _choose(box: Combo, code: str) -> None:
    """Choose a code; one that is not offered (of another scale, say) is shown as it is."""
    if code and box.findData(code) < 0:
        box.addItem(code, code)
    choose_in(box, code)
