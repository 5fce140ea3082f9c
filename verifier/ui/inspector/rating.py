"""Verdict, confidence and likelihood, each on its own scale, with the reason for them.

Whatever the person changes here becomes a new assessment in place of their last one.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from verifier import scales
from verifier.actions.assessments import Assess
from verifier.queries.claims import AssessmentRow
from verifier.scales import Level, Scale
from verifier.ui.choices import Choice, Choices
from verifier.ui.combo import choose_in, combo
from verifier.ui.drafts import DraftText, Save
from verifier.ui.inspector.data import ClaimData
from verifier.ui.looks import Chip
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS, Tokens
from verifier.ui.told import told
from verifier.ui.widgets import Section, label, push_button


class Rating(QWidget):
    """The judgement of a claim, as a form that saves itself."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._claim: ClaimData | None = None
        self._confirming = QWidget()
        self._outdated = label("", "warning", wrap=True)
        self.confirm_button = push_button(self.tr("The rating still holds"))
        self.confirm_button.clicked.connect(self._confirm)
        drafts = shell.drafts
        self.verdict = Choices(self.tr("Verdict"), 2)
        self.verdict.chosen.connect(self._choose_verdict)
        self.confidence = Choices(self.tr("Confidence"), 3)
        self.confidence.chosen.connect(self._choose_confidence)
        self.likelihood = combo(self.tr("Likelihood"), [])
        self.likelihood.activated.connect(self._choose_likelihood)
        self.reason = DraftText(drafts, self._save_reason)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Why? What the verdict rests on."))
        self.reason.setFixedHeight(84)
        self.findings = self._lines_field(self._save_findings)
        self.correction = DraftText(drafts, self._save_correction)
        self.assumptions = self._lines_field(self._save_assumptions)
        self.gaps = self._lines_field(self._save_gaps)
        self.would_change = self._lines_field(self._save_would_change)
        self._all_lines = (
            self.findings,
            self.correction,
            self.assumptions,
            self.gaps,
            self.would_change,
        )
        self._more = push_button("", "quiet")
        self._more.setCheckable(True)
        self._more.toggled.connect(self._show_more)
        self._details = QWidget()
        self._build()

    def _lines_field(self, save: Save) -> DraftText:
        made = DraftText(self._shell.drafts, save)
        made.setPlaceholderText(self.tr("One a line"))
        made.setFixedHeight(60)
        return made

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(METRICS.space_l)
        inner = QVBoxLayout(self._confirming)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._outdated)
        inner.addWidget(self.confirm_button)
        whole.addWidget(self._confirming)
        for title, widget in (
            (self.tr("VERDICT"), self.verdict),
            (self.tr("CONFIDENCE"), self.confidence),
            (self.tr("LIKELIHOOD"), self.likelihood),
            (self.tr("REASON"), self.reason),
        ):
            section = Section(title)
            section.body.addWidget(widget)
            whole.addWidget(section)
        inner = QVBoxLayout(self._details)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(METRICS.space_s)
        self.correction.setFixedHeight(60)
        for words, field in (
            (self.tr("What was found"), self.findings),
            (self.tr("Correction"), self.correction),
            (self.tr("Key assumptions"), self.assumptions),
            (self.tr("Gaps"), self.gaps),
            (self.tr("What would change our mind"), self.would_change),
        ):
            inner.addWidget(label(words, "muted"))
            field.setAccessibleName(words)
            inner.addWidget(field)
        whole.setSpacing(METRICS.space_m + 4)
        whole.addWidget(self._more)
        whole.addWidget(self._details)
        self._show_more(False)

    @Slot(bool)
    def _show_more(self, wanted: bool) -> None:
        self._details.setVisible(wanted)
        filled = [field for field in self._all_lines if field.toPlainText().strip()]
        words = self.tr("Findings, correction, assumptions, gaps")
        if wanted:
            words = self.tr("Less about the judgement")
        elif filled:
            words = f"{words} · {len(filled)}"
        self._more.setText(words)

    def unfold(self) -> None:
        """Show what stands behind the reason, too."""
        self._more.setChecked(True)

    def show_claim(self, data: ClaimData) -> None:
        """Show the rating that counts."""
        is_other = self._claim is None or self._claim.row.id != data.row.id
        self._claim = data
        self.repaint_choices()
        rated = data.current
        changed = rated.reopened_because if rated else ""
        self._confirming.setVisible(bool(changed) and not data.is_locked)
        self._outdated.setText(told(changed))
        self.verdict.choose(rated.verdict if rated else "")
        self.confidence.choose(rated.confidence if rated else "")
        choose_in(self.likelihood, rated.likelihood if rated else "")
        self.reason.show_text(rated.reason if rated else "", force=is_other)
        self.correction.show_text(rated.correction if rated else "", force=is_other)
        for name in ("findings", "assumptions", "gaps", "would_change"):
            field: DraftText = getattr(self, name)
            field.show_text("\n".join(getattr(rated, name)) if rated else "", force=is_other)
        self._show_more(self._more.isChecked())
        for widget in (self.verdict, self.confidence, self.likelihood):
            widget.setEnabled(not data.is_locked)
        for field in (self.reason, *self._all_lines):
            field.setReadOnly(data.is_locked)

    def repaint_choices(self) -> None:
        """Offer the levels of the case's scales, in the colours of the theme."""
        case, tokens = self._shell.case, self._shell.theme.tokens
        known = scales.known_scales()
        verdicts = scales.find(known, case.verdict_scale)
        self.verdict.offer([_choice(level, tokens) for level in verdicts.levels], tokens)
        confidence = scales.find(known, case.confidence_scale)
        self.confidence.offer([_choice(level, tokens) for level in confidence.levels], tokens)
        self._offer_likelihood(scales.find(known, case.likelihood_scale))

    def _offer_likelihood(self, scale: Scale) -> None:
        wanted = [(self.tr("Not a judgement about an unknown"), "")]
        for level in scale.levels:
            words = f"{level.label} ({level.band})" if level.band else level.label
            wanted.append((words, level.code))
        box = self.likelihood
        if [(box.itemText(at), box.itemData(at)) for at in range(box.count())] == wanted:
            return
        box.clear()
        for words, code in wanted:
            box.addItem(words, code)

    # Saving

    @Slot(str)
    def _choose_verdict(self, code: str) -> None:
        self._assess(self.tr("change verdict"), verdict=code, verdict_scale="")

    @Slot(str)
    def _choose_confidence(self, code: str) -> None:
        self._assess(self.tr("change confidence"), confidence=code, confidence_scale="")

    @Slot(int)
    def _choose_likelihood(self, _at: int) -> None:
        code = str(self.likelihood.currentData() or "")
        if code != (self._rated().likelihood):
            self._assess(self.tr("change likelihood"), likelihood=code, likelihood_scale="")

    @Slot()
    def _confirm(self) -> None:
        """Rate the passage as it stands now as it was rated before it changed."""
        if not self._shell.drafts.settle() or self._claim is None:
            return
        rated = self._claim.current
        if rated is not None and rated.reopened_because:
            self._shell.do(_again(self._claim.row.id, rated), self.tr("confirm rating"))

    def _save_reason(self, text: str) -> bool:
        return self._assess(self.tr("edit reason"), merge="reason", reason=text)

    def _save_correction(self, text: str) -> bool:
        return self._assess(self.tr("edit correction"), merge="correction", correction=text)

    def _save_findings(self, text: str) -> bool:
        return self._assess(self.tr("edit findings"), merge="findings", findings=_lines(text))

    def _save_assumptions(self, text: str) -> bool:
        return self._assess(
            self.tr("edit assumptions"), merge="assumptions", assumptions=_lines(text)
        )

    def _save_gaps(self, text: str) -> bool:
        return self._assess(self.tr("edit gaps"), merge="gaps", gaps=_lines(text))

    def _save_would_change(self, text: str) -> bool:
        return self._assess(
            self.tr("edit what would change our mind"), merge="change", would_change=_lines(text)
        )

    def _rated(self) -> Assess:
        """The rating that counts, as an action that would say it again."""
        assert self._claim is not None
        claim_id, rated = self._claim.row.id, self._claim.current
        return Assess(claim_id) if rated is None else _again(claim_id, rated)

    def _assess(self, text: str, *, merge: str = "", **changes: object) -> bool:
        """Rate the claim as before but for some changes; whether that was possible.

        What is being typed in the other fields is of the rating before this one.
        """
        self._shell.drafts.settle()
        before = self._rated()
        wanted: Assess = replace(before, **changes)  # type: ignore[arg-type]
        if wanted == before:
            return True
        key = f"{merge}:{before.claim_id}" if merge else ""
        done = self._shell.do(wanted, text, merge=key)
        if not done and self._claim is not None:
            rated = self._claim.current
            self.verdict.choose(rated.verdict if rated else "")
            self.confidence.choose(rated.confidence if rated else "")
            choose_in(self.likelihood, rated.likelihood if rated else "")
        return done


def _again(claim_id: str, rated: AssessmentRow) -> Assess:
    return Assess(
        claim_id,
        verdict=rated.verdict,
        confidence=rated.confidence,
        likelihood=rated.likelihood,
        reason=rated.reason,
        findings=tuple(rated.findings),
        correction=rated.correction,
        assumptions=tuple(rated.assumptions),
        gaps=tuple(rated.gaps),
        would_change=tuple(rated.would_change),
        verdict_scale=rated.verdict_scale,
        confidence_scale=rated.confidence_scale,
        likelihood_scale=rated.likelihood_scale,
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _choice(level: Level, tokens: Tokens) -> Choice:
    look = level.look
    chip = None
    if look is not None:
        ground, ink = (look.dark_chip, look.dark_ink) if tokens.dark else (look.chip, look.ink)
        chip = Chip(level.label, look.sign, ground, ink, look.icon)
    tip = f"{level.label}: {level.description}" if level.description else level.label
    return Choice(level.code, level.label, tip, chip)
