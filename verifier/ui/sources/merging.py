"""Making one source of several: which one stays, what it takes over, and what moves to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QRadioButton, QVBoxLayout
from shiboken6 import isValid

from verifier.actions.merging import MergeSources, taken_over
from verifier.queries.evidence import SourceRow
from verifier.ui.shell import Shell
from verifier.ui.sources.details import Known
from verifier.ui.sources.fields import FIELDS
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import clear_layout, label, push_button, row

COMPARED = "title author publisher published url language reliability".split()
LONGEST = 120


class MergePanel(QFrame):
    """Sources side by side; the chosen one stays."""

    done = Signal(str)
    """The id of the source that stayed; nothing where they were left apart."""

    def __init__(
        self, shell: Shell, rows: Sequence[SourceRow], known: Known, why: str = ""
    ) -> None:
        super().__init__()
        self._shell = shell
        self.rows = tuple(rows)
        self._known = known
        self.setProperty("panel", "card")
        self.choices: list[QRadioButton] = []
        self._group = QButtonGroup(self)
        self.preview = label("", "muted", wrap=True)
        self.merge = push_button(self.tr("Merge"), "primary")
        self.merge.clicked.connect(self.submit)
        self.apart = push_button(self.tr("They are not the same"))
        self.apart.clicked.connect(self._leave)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(METRICS.space_l)
        self._grid.setVerticalSpacing(METRICS.space_xs)
        buttons = row(self.apart, self.merge)
        buttons.insertStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 12, 14, 12)
        whole.setSpacing(METRICS.space_m)
        whole.addWidget(label(self.tr("One source instead of several"), "title"))
        if why:
            whole.addWidget(label(why, "muted", wrap=True))
        whole.addLayout(self._grid)
        whole.addWidget(self.preview)
        whole.addLayout(buttons)
        self._build()

    def _build(self) -> None:
        clear_layout(self._grid)
        for side, source in enumerate(self.rows):
            stays = QRadioButton(self.tr("Keep %1").replace("%1", source.label or str(side + 1)))
            stays.toggled.connect(self._show_preview)
            self._group.addButton(stays)
            self.choices.append(stays)
            self._grid.addWidget(stays, 0, side + 1)
            self._grid.setColumnStretch(side + 1, 1)
        titles = {field.name: field.title for field in FIELDS}
        for line, name in enumerate(COMPARED, 1):
            values = [_short(str(getattr(source, name))) for source in self.rows]
            if any(values):
                self._grid.addWidget(label(titles[name], "muted"), line, 0)
                for side, value in enumerate(values):
                    self._grid.addWidget(label(value or "–", wrap=True), line, side + 1)
        best = max(range(len(self.rows)), key=lambda at: _filled(self.rows[at]))
        self.choices[best].setChecked(True)

    @property
    def survivor(self) -> SourceRow:
        """The one that stays."""
        return next(
            row for row, box in zip(self.rows, self.choices, strict=True) if box.isChecked()
        )

    @Slot()
    def _show_preview(self) -> None:
        stays = self.survivor
        others = [row for row in self.rows if row is not stays]
        ids = {row.id for row in others}
        moved = sum(item.source_id in ids for item in self._known.evidence)
        titles = {field.name: field.title for field in FIELDS}
        taken = dict.fromkeys(name for other in others for name in taken_over(stays, other))
        words = [self.tr("Evidence that moves to it: %1.").replace("%1", str(moved))]
        if taken:
            named = ", ".join(titles.get(name, self.tr("citation data")) for name in taken)
            words.append(self.tr("It takes over: %1.").replace("%1", named))
        if stays.reliability and any(
            row.reliability not in ("", stays.reliability) for row in others
        ):
            words.append(self.tr("It keeps its own grade with its reason."))
        self.preview.setText(" ".join(words))

    @Slot()
    def submit(self) -> None:
        """Merge them."""
        stays = self.survivor
        others = tuple(row.id for row in self.rows if row is not stays)
        merge = MergeSources(stays.id, others)
        self._shell.do_beside(merge, self.tr("merge sources"), partial(self._end, stays.id))

    def _end(self, survivor_id: str) -> None:
        if isValid(self):
            self.done.emit(survivor_id)

    @Slot()
    def _leave(self) -> None:
        self.done.emit("")


def _filled(source: SourceRow) -> int:
    return sum(bool(getattr(source, name)) for name in COMPARED)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
