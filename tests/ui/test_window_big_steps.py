"""Steps that change very much: done beside the window, whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from window_driving import Bench

from verifier.actions.base import Batch
from verifier.actions.claims import AddClaim, EditClaim
from verifier.exchange.restoring import restore_points

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the plugin without a screen
MANY = 40


def case_of_many(bench: Bench) -> None:
    bench.new_case()
    added = tuple(AddClaim(f"Statement {number}") for number in range(MANY))
    assert bench.shell.do(Batch("add claims", added), "add claims")
    bench.window.desk.table.view.selectAll()


def priorities(bench: Bench) -> set[int]:
    return {line.claim.priority for line in bench.claims}


@contextmanager
def held(bench: Bench) -> Iterator[None]:
    """Somebody else writes to the case: what is to be written waits."""
    with closing(sqlite3.connect(bench.shell.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def set_priority(bench: Bench) -> None:
    table = bench.window.desk.table
    assert table.edit(table.selected_ids(), "priority", "3")


def test_many_claims_are_edited_beside_the_window_and_undone_as_one(bench: Bench) -> None:
    case_of_many(bench)
    with held(bench):
        set_priority(bench)
        assert bench.shell.big.doing
        bench.shell.select(bench.claims[5].claim.id)
        assert bench.window.desk.inspector.claim is not None
    bench.until(lambda: priorities(bench) == {3})
    assert restore_points(bench.shell.path)
    bench.undo()
    bench.until(lambda: priorities(bench) == {0})
    bench.redo()
    bench.until(lambda: priorities(bench) == {3})
    bench.undo()
    bench.until(lambda: priorities(bench) == {0} and not bench.shell.big.doing)
    bench.undo()
    bench.until(lambda: not bench.claims)


def test_nothing_is_kept_of_a_step_that_was_stopped(bench: Bench) -> None:
    case_of_many(bench)
    before = bench.shell.history.count()
    with held(bench):
        set_priority(bench)
        for job in bench.shell.jobs.running:
            job.cancel()
    bench.jobs_are_done()
    assert priorities(bench) == {0}
    assert bench.shell.history.count() == before
    set_priority(bench)
    bench.until(lambda: priorities(bench) == {3})


def test_nothing_else_is_written_meanwhile_and_what_was_typed_is_saved_after(bench: Bench) -> None:
    case_of_many(bench)
    first, second = bench.claims[0].claim, bench.claims[1].claim
    bench.shell.select(first.id)
    bench.window.desk.table.view.selectAll()
    with held(bench):
        set_priority(bench)
        assert not bench.shell.do(EditClaim(first.id, {"claimant": "Minister"}))
        assert "is still under way" in bench.told
        bench.undo()
        assert not bench.shell.close()
        statement = bench.window.desk.inspector.head.statement
        statement.setPlainText("Another statement")
        bench.shell.select(second.id)
        assert bench.shell.selection == first.id
    bench.until(lambda: bench.claims[0].claim.statement == "Another statement")
    assert priorities(bench) == {3}
    assert bench.claims[0].claim.claimant == ""
    bench.shell.select(second.id)
    assert bench.shell.selection == second.id


def test_what_is_refused_is_said_and_nothing_is_changed(bench: Bench) -> None:
    case_of_many(bench)
    table = bench.window.desk.table
    assert table.edit(table.selected_ids(), "due", "no date at all")
    bench.jobs_are_done()
    assert {line.claim.due for line in bench.claims} == {""}
    assert "no date at all" in bench.told
    assert not bench.shell.big.doing
