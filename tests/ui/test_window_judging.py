"""Citations with their origins, and how a judgement came about, as the inspector tells them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from test_window_places import with_claim
from window_driving import CTRL, Bench

from verifier.actions.assessments import Assess
from verifier.actions.claims import AddClaim
from verifier.actions.evidence import AddEvidence
from verifier.actions.reviews import AddComment
from verifier.queries.claims import AssessmentRow
from verifier.queries.evidence import citations, evidence, sources
from verifier.queries.reviews import ReviewRow
from verifier.states import EvidenceKind
from verifier.ui.combo import choose_in
from verifier.ui.inspector.history import changes, dissent, steps
from verifier.ui.tokens import ThemeMode

NOON = datetime(2022, 1, 14, 12, tzinfo=UTC)
RATED = AssessmentRow(
    id="1",
    claim_id="c",
    person_id="a",
    person="Anna",
    at=NOON,
    verdict_scale="verification",
    verdict="supported",
    confidence_scale="analytic",
    confidence="high",
    likelihood_scale="",
    likelihood="",
    reason="Seen.",
    findings=[],
    correction="",
    assumptions=[],
    gaps=[],
    would_change=[],
    supersedes_id=None,
    reopened_because="",
)


def later(rated: AssessmentRow, hours: float, **changed: object) -> AssessmentRow:
    at = rated.at + timedelta(hours=hours)
    base = replace(rated, id=f"{rated.id}+", at=at, supersedes_id=rated.id)
    return replace(base, **changed)  # type: ignore[arg-type]


def test_what_one_sitting_changed_is_one_step() -> None:
    typed = later(RATED, 0.01, reason="Seen by two of us.")
    revised = later(typed, 5, verdict="mixed", gaps=["No logs"])
    told = steps((RATED, typed, revised))
    assert [step.rated for step in told] == [typed, revised]
    assert changes(told[0].before, typed) == ["Verdict: Supported", "Confidence: High"]
    assert changes(told[1].before, revised) == ["Verdict: Supported → Mixed", "Gaps: No logs"]


def test_a_rating_taken_back_and_a_likelihood_stand_in_lines_of_their_own() -> None:
    revised = later(RATED, 5, confidence="", likelihood_scale="icd203", likelihood="likely")
    assert changes(RATED, revised) == ["Confidence: High → nothing", "Likelihood: nothing → likely"]


def test_reviews_stand_between_the_ratings() -> None:
    review = ReviewRow(
        "r", "c", "b", "Boris", NOON + timedelta(hours=1), "request_changes", "?", {}
    )
    told = steps((RATED, later(RATED, 5)), (review,))
    assert [step.review is not None for step in told] == [False, True, False]


def test_who_judges_otherwise_dissents_until_they_agree() -> None:
    boris = replace(RATED, id="2", person_id="b", person="Boris", at=NOON + timedelta(hours=1))
    assert dissent((RATED, boris)) == []
    other = replace(boris, verdict="mixed")
    assert dissent((RATED, other)) == [RATED]
    assert dissent((RATED, other, later(RATED, 5, verdict="mixed"))) == []


def test_whoever_took_their_rating_back_does_not_dissent() -> None:
    silent = replace(RATED, id="0", person_id="b", person="Boris", verdict="", confidence="")
    assert dissent((silent, RATED)) == []


def test_evidence_with_one_origin_confirms_once(bench: Bench) -> None:
    claim_id = with_claim(bench)
    kept = AddEvidence(
        EvidenceKind.FILE, {"title": "Bulletin"}, data=b"x", file_name="b.bin", media_type="a/b"
    )
    assert bench.shell.do(kept)
    for number in (1, 2):
        bench.key(Qt.Key.Key_L)
        form = bench.inspector.citations.form
        assert form is not None
        bench.type(f"Report {number}")
        form.origin.setFocus()
        bench.type("Ministry")
        form.note.setFocus()
        bench.type("Says so")
        bench.key(Qt.Key.Key_Return, CTRL)
        assert bench.inspector.citations.form is None
    confirmed = bench.inspector.citations.confirmed
    assert confirmed.text() == "Supported by one origin: not independently confirmed."
    assert [row.note for row in bench.shell.read(citations)] == ["Says so", "Says so"]
    assert len(bench.shell.read(sources)) == 2

    bench.key(Qt.Key.Key_L)
    form = bench.inspector.citations.form
    assert form is not None
    at = form.source.findText("File: Bulletin")
    form.source.setCurrentIndex(at)
    choose_in(form.credibility, "2")
    form.why.setFocus()
    bench.type("Signed")
    bench.key(Qt.Key.Key_Return, CTRL)
    assert confirmed.text() == "Independently confirmed by 2 origins (items: 3)."
    cited = bench.shell.read(citations, claim_id=claim_id)[-1]
    assert (cited.evidence_id, cited.credibility_reason) == (kept.id, "Signed")
    bench.undo()
    assert "not independently" in confirmed.text()
    assert [item.origin_group for item in bench.shell.read(evidence)][1:] == ["Ministry"] * 2


def heads(part: QWidget) -> list[str]:
    return [each.text() for each in part.findChildren(QLabel) if "COMMENTS" in each.text()]


def test_the_lower_parts_of_a_claim_follow_and_are_there_at_once_for_whoever_asks(
    bench: Bench,
) -> None:
    first, other = with_claim(bench), AddClaim("Wages rose")
    assert bench.shell.do(AddComment(first, "By whom?"))
    assert bench.shell.do(other)
    shown = bench.inspector.comments
    bench.shell.select(other.id)
    bench.until(lambda: heads(shown) == ["COMMENTS"])
    bench.shell.select(first)
    assert heads(shown) == ["COMMENTS"]
    assert heads(bench.inspector.comments) == ["COMMENTS · 1"]
    bench.shell.select(other.id)
    bench.until(lambda: heads(shown) == ["COMMENTS"])
    bench.shell.select("")
    bench.shell.select(first)
    bench.until(lambda: heads(shown) == ["COMMENTS · 1"])


def test_another_theme_colours_the_claim_without_asking_the_case(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_claim(bench)
    bench.shell.do(Assess(bench.shell.selection, verdict="refuted", reason="No such table."))
    inspector, theme = bench.window.desk.inspector, bench.shell.theme
    before = inspector.history.findChildren(QLabel)
    asked: list[object] = []
    monkeypatch.setattr(bench.shell, "read", lambda query, *_args, **_more: asked.append(query))
    theme.set_mode(ThemeMode.LIGHT if theme.tokens.dark else ThemeMode.DARK)
    bench.until(lambda: inspector.history.findChildren(QLabel) != before)
    assert asked == []
