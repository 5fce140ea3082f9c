"""The review of a claim in the window: submitted, sent back, approved, reopened."""

from __future__ import annotations

from PySide6.QtCore import Qt
from window_driving import Bench

from verifier.actions.assessments import Assess
from verifier.actions.claims import AddClaim
from verifier.ui.inspector.review_bar import ReviewBar


def bar_of(bench: Bench) -> ReviewBar:
    bench.new_case()
    action = AddClaim("Prices doubled.")
    assert bench.shell.do(action)
    bench.shell.select(action.id)
    return bench.inspector.review


def rated_bar(bench: Bench) -> ReviewBar:
    bar = bar_of(bench)
    assert bench.shell.do(Assess(bench.shell.selection, verdict="refuted", reason="It did not."))
    return bar


def status(bench: Bench) -> str:
    return bench.claims[0].claim.status


def test_what_is_not_rated_cannot_be_submitted(bench: Bench) -> None:
    assert not bar_of(bench).submit.isEnabled()


def test_broken_house_rules_stand_beside_the_claim(bench: Bench) -> None:
    bar = rated_bar(bench)
    assert "no evidence is cited" in bar.wanting.text()


def test_a_claim_goes_through_its_review(bench: Bench) -> None:
    bar = rated_bar(bench)
    bench.click(bar.submit)
    assert status(bench) == "ready_for_review"
    bench.click(bar.ask)
    assert bar.words.hasFocus()
    bench.type("Which year?")
    bench.key(Qt.Key.Key_Return)
    assert status(bench) == "changes_requested"
    bench.click(bar.submit)
    bench.click(bar.approve)
    assert status(bench) == "approved"
    assert bench.inspector.head.statement.isReadOnly()
    assert not bench.inspector.rating.verdict.isEnabled()
    bench.click(bar.reopen)
    assert status(bench) == "in_progress"
    assert not bench.inspector.head.statement.isReadOnly()


def test_what_is_to_change_waits_while_another_claim_is_looked_at(bench: Bench) -> None:
    bar = rated_bar(bench)
    claim_id = bench.shell.selection
    other = AddClaim("Wages rose.")
    assert bench.shell.do(other)
    bench.click(bar.submit)
    bench.click(bar.ask)
    bench.type("Which year?")
    bench.shell.select(other.id)
    assert (bar.words.text(), bar.words.isHidden()) == ("", True)
    bench.shell.select(claim_id)
    assert (bar.words.text(), bar.words.isHidden()) == ("Which year?", False)
    assert bench.shell.close()
    bench.new_case("another.vcase")
    assert bench.shell.do(other)
    bench.shell.select(other.id)
    assert bar.words.text() == ""


def test_asking_for_changes_needs_words(bench: Bench) -> None:
    bar = rated_bar(bench)
    bench.click(bar.submit)
    bench.click(bar.ask)
    bench.key(Qt.Key.Key_Return)
    assert status(bench) == "ready_for_review"
    assert "needs words" in bench.told


def test_an_approval_is_undone(bench: Bench) -> None:
    bar = rated_bar(bench)
    bench.click(bar.submit)
    bench.click(bar.approve)
    bench.undo()
    assert status(bench) == "ready_for_review"
