"""The list of claims at the side: what its filter lets through, letter by letter."""

from __future__ import annotations

import pytest
from window_driving import Bench

from verifier.actions.base import Batch
from verifier.actions.claims import AddClaim, EditClaim
from verifier.queries.claims import ClaimSummary
from verifier.ui import warming
from verifier.ui.panels.claim_lines import ClaimLines


def listed(bench: Bench) -> list[str]:
    lines = bench.window.desk.claims.lines
    return [lines.summary(row).claim.statement for row in range(lines.rowCount())]


def filter_by(bench: Bench, words: str) -> list[str]:
    panel = bench.window.desk.claims
    panel.filter.setText(words)
    panel._apply_filter()
    return listed(bench)


def test_a_filter_narrows_widens_and_follows_what_changes_under_it(bench: Bench) -> None:
    bench.new_case()
    words = ("Bread is dear", "Brown bread", "Corn is cheap")
    assert bench.shell.do(Batch("add claims", tuple(map(AddClaim, words))))
    assert filter_by(bench, "br") == ["Bread is dear", "Brown bread"]
    assert filter_by(bench, "bro") == ["Brown bread"]
    assert filter_by(bench, "br is") == ["Bread is dear"]
    assert filter_by(bench, "br is zinc") == []
    assert filter_by(bench, "br") == ["Bread is dear", "Brown bread"]
    corn = next(line.claim for line in bench.claims if line.claim.statement.startswith("Corn"))
    assert bench.shell.do(EditClaim(corn.id, {"statement": "Brittle corn"}))
    assert listed(bench) == ["Bread is dear", "Brown bread", "Brittle corn"]
    assert filter_by(bench, "bri") == ["Brittle corn"]
    bread = next(line.claim for line in bench.claims if line.claim.statement == "Brown bread")
    filter_by(bench, "br")
    assert bench.shell.do(EditClaim(bread.id, {"statement": "Bright bread"}))
    assert filter_by(bench, "bri") == ["Bright bread", "Brittle corn"]
    lines = bench.window.desk.claims.lines
    assert [lines.row_of(lines.summary(row).claim.id) for row in range(2)] == [0, 1]
    assert lines.row_of("") == -1
    assert len(filter_by(bench, "")) == 3


def test_the_words_of_many_claims_are_ready_before_the_first_letter(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warming, "FEW", 1)
    monkeypatch.setattr(warming, "PIECE", 2)
    path = bench.new_case()
    words = ("Bread is dear", "Brown bread", "Corn is cheap")
    assert bench.shell.do(Batch("add claims", tuple(map(AddClaim, words))))
    bench.window.controllers.cases.close()
    assert bench.shell.open(path)
    ready: list[str] = []
    told = ClaimLines.verdict

    def verdict(lines: ClaimLines, summary: ClaimSummary) -> str:
        if lines is bench.window.desk.claims.lines:
            ready.append(summary.claim.statement)
        return told(lines, summary)

    monkeypatch.setattr(ClaimLines, "verdict", verdict)
    bench.until(lambda: set(ready) == set(words))
    ready.clear()
    assert filter_by(bench, "br") == ["Bread is dear", "Brown bread"]
    assert not ready


def test_the_chosen_line_stays_in_sight_when_the_list_gets_lower(bench: Bench) -> None:
    bench.new_case()
    for first in (0, 12):
        some = tuple(AddClaim(f"Claim {n}") for n in range(first, first + 12))
        assert bench.shell.do(Batch("add claims", some))
    bench.until(bench.window.desk.isVisible)
    view = bench.window.desk.claims.list
    bench.shell.select(bench.claims[16].claim.id)

    def is_whole() -> bool:
        return view.viewport().rect().contains(view.visualRect(view.currentIndex()))

    assert is_whole()
    bench.window.resize(bench.window.width(), bench.window.height() - 60)
    assert is_whole()
    view.scrollToTop()
    bench.window.resize(bench.window.width(), bench.window.height() - 40)
    assert view.verticalScrollBar().value() == 0
