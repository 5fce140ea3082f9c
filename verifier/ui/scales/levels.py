"""The levels of a scale: their order, and the form of the chosen one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from verifier import scales
from verifier.ui.chips import ChipLabel
from verifier.ui.combo import Combo, combo
from verifier.ui.forms.form import Form
from verifier.ui.looks import Chip
from verifier.ui.scales.fields import level_fields, level_of, level_values
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import Section, clear_layout, label, row, tool_button

HEIGHT = 170
PLAIN = {
    "tint": "#dfe3e8",
    "line": "#5b6470",
    "chip": "#e2e5e9",
    "ink": "#3a424c",
    "dark_chip": "#30363d",
    "dark_ink": "#c3cad2",
    "sign": "–",
    "pattern": "dotted",
    "icon": "circle-dashed",
}


class Levels(QWidget):
    """Levels as a list with buttons, and below it everything about the chosen one."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.levels: list[dict[str, Any]] = []
        self._kind = ""
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Levels"))
        self.list.setFixedHeight(HEIGHT)
        self.list.currentRowChanged.connect(self._show_level)
        self.buttons = {
            name: tool_button(icon, words)
            for name, icon, words in (
                ("add", "plus", self.tr("Add a level")),
                ("up", "arrow-up", self.tr("Move the level up")),
                ("down", "arrow-down", self.tr("Move the level down")),
                ("remove", "trash-2", self.tr("Take the level away")),
            )
        }
        self.buttons["add"].clicked.connect(self.add)
        self.buttons["up"].clicked.connect(self._up)
        self.buttons["down"].clicked.connect(self._down)
        self.buttons["remove"].clicked.connect(self._remove)
        self.like: Combo = combo(self.tr("Colours like"), [])
        self.like.activated.connect(self._take_look)
        self.form: Form | None = None
        self._place = QVBoxLayout()
        self._chips = QHBoxLayout()
        self._build()

    def _build(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(METRICS.space_xs)
        for button in self.buttons.values():
            side.addWidget(button)
        side.addStretch()
        both = row(self.list)
        both.addLayout(side)
        section = Section(self.tr("LEVELS"))
        section.body.addLayout(both)
        self._chips.setSpacing(METRICS.space_xs)
        self._like_line = QWidget()
        line = row(label(self.tr("Colours like"), "muted"), self.like)
        line.addStretch()
        self._like_line.setLayout(line)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(METRICS.space_m)
        whole.addWidget(section)
        whole.addLayout(self._place)
        whole.addWidget(self._like_line)
        whole.addLayout(self._chips)

    def show_levels(self, kind: str, levels: list[dict[str, Any]], *, at: int = 0) -> None:
        """Show the levels of a scale of a kind."""
        self.levels = levels
        if kind != self._kind or self.form is None:
            self._kind = kind
            clear_layout(self._place)
            self.form = Form(level_fields(kind))
            self.form.edited.connect(self._keep)
            self._place.addWidget(self.form)
            self._like_line.setVisible(kind == "verdict")
            self._offer_looks()
        self._name(at)

    def _offer_looks(self) -> None:
        self.like.clear()
        self.like.addItem(self.tr("Choose a level"), "")
        for scale in scales.known_scales().values():
            for level in scale.levels if scale.kind == "verdict" else ():
                self.like.addItem(f"{level.label} ({scale.title})", f"{scale.id}\n{level.code}")

    def _name(self, at: int) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for level in self.levels:
            rank = f"   {level['rank']}" if "rank" in level else ""
            item = QListWidgetItem(f"{level.get('label', '')}{rank}")
            item.setSizeHint(QSize(0, METRICS.tree_row))
            self.list.addItem(item)
        self.list.setCurrentRow(min(at, len(self.levels) - 1))
        self.list.blockSignals(False)
        self._show_level(self.list.currentRow())

    @Slot(int)
    def _show_level(self, at: int) -> None:
        there = 0 <= at < len(self.levels)
        if self.form is not None:
            self.form.setEnabled(there)
            self.form.show_values(level_values(self.levels[at]) if there else {}, force=True)
        self._show_chips()

    def _show_chips(self) -> None:
        clear_layout(self._chips)
        at = self.list.currentRow()
        look = self.levels[at].get("look", {}) if 0 <= at < len(self.levels) else {}
        if self._kind == "verdict" and look:
            text = str(self.levels[at].get("label", ""))
            for ground, ink in (("chip", "ink"), ("dark_chip", "dark_ink")):
                sign, icon = str(look.get("sign", "")), str(look.get("icon", ""))
                chip = Chip(text, sign, str(look.get(ground, "")), str(look.get(ink, "")), icon)
                self._chips.addWidget(ChipLabel(chip))
        self._chips.addStretch()

    # Changing

    @Slot()
    def _keep(self) -> None:
        at = self.list.currentRow()
        if self.form is None or not 0 <= at < len(self.levels):
            return
        level = self.levels[at] = level_of(self.levels[at], self.form.values())
        rank = f"   {level['rank']}" if "rank" in level else ""
        self.list.item(at).setText(f"{level.get('label', '')}{rank}")
        self._show_chips()
        self.edited.emit()

    @Slot()
    def add(self) -> None:
        """One more level, after the chosen one."""
        number = len(self.levels) + 1
        made: dict[str, Any] = {"code": f"level-{number}", "label": self.tr("New level")}
        if self._kind == "verdict":
            made["look"] = dict(PLAIN)
        at = self.list.currentRow() + 1
        self.levels.insert(at, made)
        self._name(at)
        if self.form is not None:
            self.form.widgets["label"].setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    @Slot()
    def _remove(self) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self.levels):
            self.levels.pop(at)
            self._name(max(0, at - 1))
            self.edited.emit()

    @Slot()
    def _up(self) -> None:
        self._move(-1)

    @Slot()
    def _down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        at = self.list.currentRow()
        other = at + step
        if 0 <= at < len(self.levels) and 0 <= other < len(self.levels):
            self.levels[at], self.levels[other] = self.levels[other], self.levels[at]
            self._name(other)
            self.edited.emit()

    @Slot(int)
    def _take_look(self, _at: int) -> None:
        code = str(self.like.currentData() or "")
        at = self.list.currentRow()
        if not code or not 0 <= at < len(self.levels):
            return
        scale_id, _, level_code = code.partition("\n")
        table = scales.table_of(scales.scale(scale_id))
        look = next(each["look"] for each in table["level"] if each["code"] == level_code)
        self.levels[at] = {**self.levels[at], "look": dict(look)}
        self._show_level(at)
        self.edited.emit()
