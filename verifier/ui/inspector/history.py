"""How the judgement of a claim came to be: who said what, when, from what to what, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from verifier.queries.claims import AssessmentRow
from verifier.queries.reviews import ReviewRow
from verifier.ui.attribution.card import Rail
from verifier.ui.chips import ChipLabel
from verifier.ui.inspector.data import ClaimData
from verifier.ui.looks import label as level_label
from verifier.ui.looks import verdict_chip
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import Section, clear_layout, column, label, push_button, row
from verifier.ui.words import DECISIONS, moment, word

SHOWN = 8
SITTING_SECONDS = 600
"""Ratings of one person that follow each other this closely are one step of the story."""
CONTEXT = "RatingHistory"


@dataclass(frozen=True, slots=True)
class Step:
    """A rating, with the one it took the place of, or a step of the review."""

    at: datetime
    rated: AssessmentRow | None = None
    before: AssessmentRow | None = None
    review: ReviewRow | None = None


def steps(history: tuple[AssessmentRow, ...], reviews: tuple[ReviewRow, ...] = ()) -> list[Step]:
    """Oldest first; of one person's changes in one sitting only the last."""
    known = {rated.id: rated for rated in history}
    told: list[Step] = []
    for rated in history:
        before = known.get(rated.supersedes_id or "")
        last = told[-1].rated if told else None
        if last is not None and before is last and last.person_id == rated.person_id:
            passed = (rated.at - last.at).total_seconds()
            if 0 <= passed < SITTING_SECONDS:
                before = told.pop().before
        told.append(Step(rated.at, rated, before))
    told += [Step(review.at, review=review) for review in reviews]
    return sorted(told, key=lambda step: step.at)


def standing(history: tuple[AssessmentRow, ...]) -> list[AssessmentRow]:
    """What each person who rated says now, the latest last: that one counts."""
    superseded = {rated.supersedes_id for rated in history}
    return [rated for rated in history if rated.id not in superseded]


def dissent(history: tuple[AssessmentRow, ...]) -> list[AssessmentRow]:
    """The standing ratings of others that judge otherwise than the one that counts."""
    now = standing(history)
    if not now:
        return []
    current = now[-1]
    return [
        rated
        for rated in now[:-1]
        if rated.person_id != current.person_id
        and any(_judged(rated))
        and _judged(rated) != _judged(current)
    ]


def _judged(rated: AssessmentRow) -> tuple[str, str, str]:
    return rated.verdict, rated.confidence, rated.likelihood


class RatingHistory(QWidget):
    """Ratings and reviews of a claim as a timeline, the latest first; who dissents stands above."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._claim: ClaimData | None = None
        self._whole = False
        self._section = Section(self.tr("HISTORY OF THE RATING"))
        self.dissent = label("", "warning", wrap=True)
        self._list = column(spacing=0)
        self.more = push_button("", "quiet")
        self.more.clicked.connect(self._show_all)
        self._section.body.addWidget(self.dissent)
        self._section.body.addLayout(self._list)
        self._section.body.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeading)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._section)
        self._shown: tuple[object, ...] = ()

    def show_claim(self, data: ClaimData) -> None:
        """Show how the claim was rated and reviewed."""
        if self._claim is None or self._claim.row.id != data.row.id:
            self._whole = False
        self._claim = data
        self._show()

    @Slot()
    def _show_all(self) -> None:
        self._whole = True
        self._show()

    def _show(self) -> None:
        data = self._claim
        if data is None:
            return
        told = steps(data.history, data.reviews)
        wanted = (self._shell.theme.tokens.dark, self._whole, *told)
        if wanted == self._shown:
            return
        self._shown = wanted
        self._show_dissent(data.history)
        clear_layout(self._list)
        shown = told if self._whole else told[-SHOWN:]
        for at, step in enumerate(reversed(shown)):
            self._list.addWidget(self._line(step, is_first=at == 0, is_last=at == len(shown) - 1))
        words = self.tr("All steps: %1").replace("%1", str(len(told)))
        self.more.setText(words)
        self.more.setVisible(len(told) > len(shown))
        self.setVisible(bool(told))

    def _show_dissent(self, history: tuple[AssessmentRow, ...]) -> None:
        lines = []
        for rated in dissent(history):
            judged = "; ".join(words for _, words in values(rated))
            words = self.tr("%1 judges otherwise: %2").replace("%1", rated.person)
            lines.append(words.replace("%2", judged))
        self.dissent.setText("\n".join(lines))
        self.dissent.setVisible(bool(lines))

    def _line(self, step: Step, *, is_first: bool, is_last: bool) -> QWidget:
        made = QWidget()
        tokens = self._shell.theme.tokens
        colour = tokens.accent if step.rated is not None else tokens.muted
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(METRICS.space_s)
        line.addWidget(Rail(colour, tokens.border, is_first=is_first, is_last=is_last))
        words = QVBoxLayout()
        words.setContentsMargins(0, 12, 0, METRICS.space_m)
        words.setSpacing(METRICS.space_xs)
        if step.rated is not None:
            self._tell_rating(words, step.rated, step.before)
        elif step.review is not None:
            self._tell_review(words, step.review)
        line.addLayout(words, 1)
        return made

    def _tell_rating(
        self, words: QVBoxLayout, rated: AssessmentRow, before: AssessmentRow | None
    ) -> None:
        chip = verdict_chip(rated, self._shell.theme.tokens, self.tr("Not rated"))
        top = row(ChipLabel(chip))
        top.addStretch()
        words.addLayout(top)
        words.addWidget(label(f"{rated.person} · {moment(rated.at)}", "muted"))
        for change in changes(before, rated):
            words.addWidget(label(change, "muted", wrap=True))
        why = rated.reopened_because or rated.reason
        if why and (before is None or why not in (before.reason, before.reopened_because)):
            words.addWidget(label(_first(why), wrap=True))

    def _tell_review(self, words: QVBoxLayout, review: ReviewRow) -> None:
        words.addWidget(label(word(DECISIONS, review.decision)))
        words.addWidget(label(f"{review.person} · {moment(review.at)}", "muted"))
        if review.text:
            words.addWidget(label(review.text, wrap=True))


def values(rated: AssessmentRow | None) -> list[tuple[str, str]]:
    """Verdict, confidence and likelihood in words, each by itself."""
    names = {
        "verdict": QCoreApplication.translate(CONTEXT, "Verdict"),
        "confidence": QCoreApplication.translate(CONTEXT, "Confidence"),
        "likelihood": QCoreApplication.translate(CONTEXT, "Likelihood"),
    }
    found = []
    for name, words in names.items():
        code = getattr(rated, name) if rated is not None else ""
        if code:
            found.append((words, f"{words}: {level_label(getattr(rated, f'{name}_scale'), code)}"))
    return found


def changes(before: AssessmentRow | None, after: AssessmentRow) -> list[str]:
    """What a rating changed, a line for each: old and new; other fields by their name."""
    nothing = QCoreApplication.translate(CONTEXT, "nothing")
    old, new = dict(values(before)), dict(values(after))
    lines = []
    for name in dict.fromkeys((*old, *new)):
        was = old.get(name, "").removeprefix(f"{name}: ")
        now = new.get(name, "").removeprefix(f"{name}: ")
        if was != now and before is not None:
            lines.append(f"{name}: {was or nothing} → {now or nothing}")
        elif before is None and now:
            lines.append(f"{name}: {now}")
    others = {
        "findings": QCoreApplication.translate(CONTEXT, "What was found"),
        "correction": QCoreApplication.translate(CONTEXT, "Correction"),
        "assumptions": QCoreApplication.translate(CONTEXT, "Key assumptions"),
        "gaps": QCoreApplication.translate(CONTEXT, "Gaps"),
        "would_change": QCoreApplication.translate(CONTEXT, "What would change our mind"),
    }
    for name, title in others.items():
        now = _joined(getattr(after, name))
        if now and (before is None or getattr(before, name) != getattr(after, name)):
            lines.append(f"{title}: {_first(now)}")
    return lines


def _joined(value: str | list[str]) -> str:
    return value if isinstance(value, str) else "; ".join(value)


def _first(text: str, at_most: int = 160) -> str:
    words = " ".join(text.split())
    return words if len(words) <= at_most else words[: at_most - 1].rstrip() + "…"
