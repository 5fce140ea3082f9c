"""How the rating of a claim came to be what it is: who said what, when, and why."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from verifier.queries.claims import AssessmentRow
from verifier.ui.chips import ChipLabel
from verifier.ui.inspector.data import ClaimData
from verifier.ui.looks import label as level_label
from verifier.ui.looks import verdict_chip
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import Section, clear_layout, column, label, row
from verifier.ui.words import moment

SHOWN = 8
SITTING_SECONDS = 600
"""Ratings of one person that follow each other this closely are one step of the story."""


def steps(history: tuple[AssessmentRow, ...]) -> list[AssessmentRow]:
    """Oldest first; of one person's changes in one sitting only the last."""
    told: list[AssessmentRow] = []
    for rated in history:
        if told and told[-1].person_id == rated.person_id and told[-1].id == rated.supersedes_id:
            passed = (rated.at - told[-1].at).total_seconds()
            if 0 <= passed < SITTING_SECONDS:
                told.pop()
        told.append(rated)
    return told


class RatingHistory(QWidget):
    """The ratings of a claim as a timeline, the latest first."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._section = Section(self.tr("HISTORY OF THE RATING"))
        self._list = column(spacing=METRICS.space_m)
        self._section.body.addLayout(self._list)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._section)
        self._shown: tuple[object, ...] = ()

    def show_claim(self, data: ClaimData) -> None:
        """Show how the claim was rated."""
        told = steps(data.history)
        wanted = (self._shell.theme.tokens.dark, *told)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear_layout(self._list)
        for rated in reversed(told[-SHOWN:]):
            self._list.addWidget(self._step(rated))
        self.setVisible(bool(told))

    def _step(self, rated: AssessmentRow) -> QWidget:
        step = QWidget()
        whole = QVBoxLayout(step)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(METRICS.space_xs)
        chip = verdict_chip(rated, self._shell.theme.tokens, self.tr("Not rated"))
        top = row(ChipLabel(chip))
        if rated.confidence:
            top.addWidget(label(level_label(rated.confidence_scale, rated.confidence), "muted"))
        top.addStretch()
        whole.addLayout(top)
        whole.addWidget(label(f"{rated.person} · {moment(rated.at)}", "muted"))
        if rated.reason:
            whole.addWidget(label(_first(rated.reason), wrap=True))
        return step


def _first(text: str, at_most: int = 160) -> str:
    words = " ".join(text.split())
    return words if len(words) <= at_most else words[: at_most - 1].rstrip() + "…"
