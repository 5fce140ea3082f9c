"""The window for scales: shipped ones to look at and to copy, one's own to change.

An own scale is a file in the person's folder. Each change is checked and, where the scale can be
used, written at once; what is wrong is said in words, and the file stays as it was.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from verifier import scales
from verifier.errors import CannotWrite, VerifierError
from verifier.scales import Scale
from verifier.ui import file_dialogs, looks
from verifier.ui.forms.form import Form
from verifier.ui.scales.fields import KINDS, SCALE, hard_to_read
from verifier.ui.scales.levels import Levels
from verifier.ui.tokens import METRICS
from verifier.ui.told import told_error
from verifier.ui.widgets import column, label, push_button, resize_in_room, row

SIZE = (940, 720)
SMALLEST = (720, 480)
SIDE = 270
PAUSE_MS = 500
ID = Qt.ItemDataRole.UserRole


class ScaleEditor(QDialog):
    """All scales at the side, the chosen one beside them."""

    changed = Signal()
    """A scale of one's own was written or taken away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Scales"))
        resize_in_room(self, *SIZE)
        self._table: dict[str, Any] = {}
        self._kept = ""
        """The id under which the scale lies in its file; empty: it is shipped."""
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Scales"))
        self.list.setFixedWidth(SIDE)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.currentItemChanged.connect(self._choose)
        self.copy = push_button(self.tr("Copy it to change it"), "primary")
        self.copy.clicked.connect(self.copy_scale)
        self.take = push_button(self.tr("Import…"))
        self.take.clicked.connect(self.import_scale)
        self.give = push_button(self.tr("Export…"))
        self.give.clicked.connect(self.export_scale)
        self.remove = push_button(self.tr("Remove"), "danger")
        self.remove.clicked.connect(self.remove_scale)
        self.form = Form(SCALE)
        self.form.edited.connect(self._wait)
        self.levels = Levels()
        self.levels.edited.connect(self._wait)
        self.told = label("", "muted", wrap=True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        self._build()
        self._fill()

    def _build(self) -> None:
        inner = QWidget()
        page = column(margin=METRICS.space_l, spacing=METRICS.space_l)
        page.addWidget(self.form)
        page.addWidget(self.levels)
        page.addStretch()
        inner.setLayout(page)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        middle = row(self.list, area, spacing=0)
        middle.setStretch(1, 1)
        done = push_button(self.tr("Close"))
        done.clicked.connect(self.close)
        buttons = row(self.copy, self.take, self.give, self.remove)
        buttons.addStretch()
        buttons.addWidget(done)
        foot = QVBoxLayout()
        foot.setContentsMargins(METRICS.space_l, METRICS.space_m, METRICS.space_l, METRICS.space_l)
        foot.setSpacing(METRICS.space_m)
        foot.addWidget(self.told)
        foot.addLayout(buttons)
        self.setMinimumSize(*SMALLEST)
        whole = QVBoxLayout(self)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(middle, 1)
        whole.addLayout(foot)

    # Which scale

    def _fill(self, wanted: str = "") -> None:
        """List the scales that rate claims: one's own first."""
        own = scales.own_scales()
        self.list.blockSignals(True)
        self.list.clear()
        known = [
            *own.values(),
            *(each for each in scales.load_scales().values() if each.id not in own),
        ]
        for scale in known:
            if scale.kind in KINDS:
                mark = self.tr("own") if scale.id in own else self.tr("shipped")
                item = QListWidgetItem(f"{scale.title}  ({mark})")
                item.setData(ID, scale.id)
                item.setToolTip(scale.title)
                item.setSizeHint(QSize(0, METRICS.tree_row))
                self.list.addItem(item)
        ids = [self.list.item(at).data(ID) for at in range(self.list.count())]
        self.list.setCurrentRow(ids.index(wanted) if wanted in ids else 0)
        self.list.blockSignals(False)
        self._choose()

    def settle(self) -> None:
        """Write now what was typed."""
        if self._pause.isActive():
            self.keep()

    def done(self, code: int) -> None:
        """Write what was typed, then close."""
        self.settle()
        super().done(code)

    @Slot()
    def _choose(self) -> None:
        self.settle()
        item = self.list.currentItem()
        if item is None:
            return
        scale = self._scale(str(item.data(ID)))
        is_own = scale.id in scales.own_scales()
        self._kept = scale.id if is_own else ""
        self._table = scales.table_of(scale)
        self.form.show_values(self._table, force=True)
        self.levels.show_levels(scale.kind, self._table["level"])
        self.form.setEnabled(is_own)
        self.levels.setEnabled(is_own)
        self.remove.setEnabled(is_own)
        if is_own:
            self._tell_of(scale)
        else:
            self._tell(self.tr("This scale ships with Verifier. Copy it to change it."))
        faults = scales.own_faults()
        if faults:
            self._tell("\n".join((self.told.text(), *faults)), "warning")

    def _scale(self, scale_id: str) -> Scale:
        own = scales.own_scales()
        return own[scale_id] if scale_id in own else scales.load_scales()[scale_id]

    # Changing it

    @Slot()
    def _wait(self) -> None:
        """Write when the typing pauses: half a word is no short name."""
        self._pause.start()

    @Slot()
    def keep(self) -> None:
        """Check the scale as it stands in the form, and write it where it can be used."""
        self._pause.stop()
        if not self._kept:
            return
        values = self.form.values()
        if values["kind"] != self._table["kind"]:
            self.levels.show_levels(str(values["kind"]), self.levels.levels)
        self._table = {name: value for name, value in values.items() if value != ""}
        self._table["level"] = self.levels.levels
        try:
            scale = scales.scale_of(self._table, f"{values['id']}.toml")
            self._refuse_taken(scale)
            scales.write_own(scale)
            if scale.id != self._kept:
                scales.remove_own(self._kept)
        except VerifierError as error:
            self._tell(self.tr("Not written. %1").replace("%1", told_error(error)), "error")
            return
        before, self._kept = self._kept, scale.id
        self._name_kept(before, scale)
        self._tell_of(scale)
        looks.forget()
        self.changed.emit()

    def _name_kept(self, before: str, scale: Scale) -> None:
        for item in (self.list.item(at) for at in range(self.list.count())):
            if item.data(ID) == before:
                item.setData(ID, scale.id)
                item.setText(f"{scale.title}  ({self.tr('own')})")

    def _refuse_taken(self, scale: Scale) -> None:
        if scale.id != self._kept and scale.id in scales.own_scales():
            what = self.tr("Another scale of yours is called “%1”.").replace("%1", scale.id)
            raise CannotWrite(what, self.tr("Choose another short name."))

    def _tell_of(self, scale: Scale) -> None:
        faint = list(hard_to_read(scale))
        words = self.tr("Written. A case takes it over when it is chosen in the case's settings.")
        self._tell("\n".join((words, *faint)), "warning" if faint else "muted")

    def _tell(self, words: str, role: str = "muted") -> None:
        self.told.setText(words)
        self.told.setProperty("role", role)
        self.told.style().polish(self.told)

    @Slot()
    def copy_scale(self) -> None:
        """Make a scale of one's own that begins as the chosen one is."""
        self.settle()
        item = self.list.currentItem()
        if item is None:
            return
        table = scales.table_of(self._scale(str(item.data(ID))))
        table["title"] = self.tr("%1 (copy)").replace("%1", table["title"])
        table["id"] = self._free(f"{table['id']}-own")
        self._add(scales.scale_of(table, f"{table['id']}.toml"))

    def _free(self, wanted: str) -> str:
        known = {*scales.own_scales(), *scales.load_scales()}
        numbered = (f"{wanted}-{number}" for number in range(2, len(known) + 3))
        return next(each for each in (wanted, *numbered) if each not in known)

    def _add(self, scale: Scale) -> None:
        try:
            scales.write_own(scale)
        except CannotWrite as error:
            self._tell(told_error(error), "error")
            return
        looks.forget()
        self._fill(scale.id)
        self.changed.emit()
        self.form.widgets["title"].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def import_scale(self) -> None:
        """Take over a scale from a file; one of the same short name gives way to nothing."""
        file = file_dialogs.scale_file(self)
        if file is None:
            return
        try:
            scale = scales.read_scale(file)
            if scale.id in scales.own_scales():
                what = self.tr("Another scale of yours is called “%1”.").replace("%1", scale.id)
                raise CannotWrite(
                    what, self.tr("Remove that one first, or change the id in the file.")
                )
        except VerifierError as error:
            self._tell(told_error(error), "error")
            return
        self._add(scale)

    @Slot()
    def export_scale(self) -> None:
        """Write the chosen scale to a file, to be passed on."""
        self.settle()
        item = self.list.currentItem()
        if item is None:
            return
        scale = self._scale(str(item.data(ID)))
        target: Path | None = file_dialogs.scale_target(self, scale.id)
        if target is None:
            return
        try:
            target.write_text(scales.toml_of(scale), encoding="utf-8")
        except OSError as error:
            self._tell(f"{target}: {error.strerror}", "error")
            return
        self._tell(self.tr("Written: %1").replace("%1", str(target)))

    @Slot()
    def remove_scale(self) -> None:
        """Take one's own scale away; cases that use it carry it."""
        self._pause.stop()
        if self._kept:
            try:
                scales.remove_own(self._kept)
            except CannotWrite as error:
                self._tell(told_error(error), "error")
                return
            looks.forget()
            self._fill()
            self.changed.emit()
