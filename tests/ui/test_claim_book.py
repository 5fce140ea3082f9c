"""The claims of a case are in the lists, few at once, very many as soon as they have been read."""

from __future__ import annotations

import pytest
from test_window_cases import spoil
from window_driving import Bench

from verifier.actions.assessments import Assess
from verifier.actions.claims import AddClaim, EditClaim, WithdrawClaim
from verifier.ui import claim_book

REWORDED = "Reworded while the others were being read."


def test_many_claims_are_read_beside_the_window(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = bench.new_case()
    bench.import_file(bench.write())
    bench.drag_over("Wages rose")
    bench.key(bench.view.take_key)
    looked_at = bench.shell.selection
    other = AddClaim("Another claim.")
    assert bench.shell.do(other)
    assert bench.shell.close()
    monkeypatch.setattr(claim_book, "AT_ONCE", 1)
    assert bench.shell.open(path)
    assert bench.shell.claims.is_reading
    assert len(bench.shell.claims) == 0
    assert bench.shell.do(EditClaim(other.id, {"statement": REWORDED}))
    bench.until(lambda: not bench.shell.claims.is_reading)
    assert REWORDED in {line.claim.statement for line in bench.claims}
    assert len(bench.claims) == 2
    assert bench.shell.selection == looked_at
    assert len(bench.view.highlights()) == 1

    assert bench.shell.close()
    assert bench.shell.open(path)
    assert bench.shell.claims.is_reading
    assert bench.shell.close(), "nobody waits for what is no longer wanted"
    bench.jobs_are_done()
    assert len(bench.shell.claims) == 0


def test_many_claims_that_cannot_be_read_are_told_and_not_waited_for(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = bench.new_case()
    for claim in (AddClaim("One"), AddClaim("Two")):
        assert bench.shell.do(claim)
        assert bench.shell.do(Assess(claim.id, "supported", "high", reason="The table says so."))
    assert bench.shell.close()
    spoil(path, "assessments")
    monkeypatch.setattr(claim_book, "AT_ONCE", 1)
    assert bench.shell.open(path)
    assert bench.shell.claims.is_reading
    bench.until(lambda: "is damaged" in bench.told)
    assert not bench.shell.claims.is_reading
    assert len(bench.shell.claims) == 0


def test_what_is_to_be_checked_next_keeps_up_with_each_change(bench: Bench) -> None:
    bench.new_case()
    one, two = AddClaim("One"), AddClaim("Two", details={"priority": 2})
    book = bench.shell.claims
    assert book.to_check_after("") == ""
    assert bench.shell.do(one)
    assert bench.shell.do(two)
    assert [book.to_check_after(each) for each in ("", two.id, one.id)] == [two.id, one.id, two.id]
    assert bench.shell.do(EditClaim(one.id, {"priority": 3}))
    assert book.to_check_after("") == one.id
    assert bench.shell.do(WithdrawClaim(one.id))
    assert book.to_check_after(two.id) == two.id
    bench.undo()
    assert book.to_check_after("") == one.id
