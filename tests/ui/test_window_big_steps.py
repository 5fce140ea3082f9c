"""Steps that need a restore point: done beside the window, whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from window_driving import Bench

from verifier.actions.base import Batch
from verifier.actions.claims import AddClaim, EditClaim
from verifier.actions.evidence import AddSource
from verifier.exchange.restoring import folder_of, restore_points
from verifier.queries.evidence import evidence, sources
from verifier.ui.evidence_import import EvidenceTaker
from verifier.ui.places.sources import Sources

# Warnings of the plugin without a screen.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", "grabbing the keyboard")
MANY = 40


def case_of_many(bench: Bench) -> None:
    bench.new_case()
    added = tuple(AddClaim(f"Statement {number}") for number in range(MANY))
    bench.do(Batch("add claims", added), "add claims")
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


def stop(bench: Bench) -> None:
    for job in bench.shell.jobs.running:
        job.cancel()


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
        stop(bench)
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


def two_claims(bench: Bench) -> None:
    """The first is open, and is asked to take the second in."""
    bench.new_case()
    bench.do(Batch("add claims", (AddClaim("Bread is dear"), AddClaim("Bread costs more"))))
    bench.shell.select(bench.claims[0].claim.id)
    bench.window.actions_of["claim.merge"].trigger()
    bench.type("c2")


def merge(bench: Bench) -> None:
    bench.click(bench.inspector.regroup.merge)
    assert bench.shell.big.doing


def test_two_claims_become_one_beside_the_window_after_a_restore_point(bench: Bench) -> None:
    two_claims(bench)
    first, second = (line.claim.id for line in bench.claims)
    with held(bench):
        merge(bench)
        bench.until(lambda: restore_points(bench.shell.path))
        assert len(bench.claims) == 2
        bench.shell.select(second)
        assert opened(bench) == "Bread costs more"
        assert not bench.shell.close()
        assert "is still under way" in bench.told
        bench.shell.select(first)
    bench.until(lambda: len(bench.claims) == 1)
    assert [point.why for point in restore_points(bench.shell.path)] == ["before merge claims"]
    bench.undo()
    assert [line.claim.id for line in bench.claims] == [first, second]
    bench.redo()
    assert [line.claim.id for line in bench.claims] == [first]


def opened(bench: Bench) -> str:
    assert bench.inspector.claim is not None
    return bench.inspector.claim.row.statement


def test_a_merge_that_is_stopped_leaves_both_claims_and_asks_on(bench: Bench) -> None:
    two_claims(bench)
    before = bench.shell.history.count()
    with held(bench):
        merge(bench)
        stop(bench)
    bench.jobs_are_done()
    assert len(bench.claims) == 2
    assert bench.shell.history.count() == before
    assert not list(folder_of(bench.shell.path).glob("*.part"))
    assert bench.inspector.regroup.isVisible()
    merge(bench)
    bench.until(lambda: len(bench.claims) == 1)
    assert not bench.inspector.regroup.isVisible()


def test_sources_become_one_although_their_view_is_closed_meanwhile(bench: Bench) -> None:
    bench.new_case()
    for url in ("https://example.org/a", "http://www.example.org/a/"):
        assert bench.shell.do(AddSource({"title": "Bulletin", "url": url}))
    view = bench.window.desk.show_place("sources")
    assert isinstance(view, Sources)
    bench.click(view.duplicates)
    assert view.merging is not None
    tabs = bench.window.desk.tabs
    with held(bench), bench.qtbot.waitSignal(view.destroyed):
        bench.click(view.merging.merge)
        tabs.close_tab(tabs.indexOf(view))
    bench.until(lambda: len(bench.shell.read(sources)) == 1)
    bench.jobs_are_done()
    bench.undo()
    assert len(bench.shell.read(sources)) == 2


def test_a_file_read_meanwhile_is_kept_after_the_step(bench: Bench, tmp_path: Path) -> None:
    case_of_many(bench)
    file = tmp_path / "letter.txt"
    file.write_text("Dear reader", encoding="utf-8")
    with held(bench):
        set_priority(bench)
        EvidenceTaker(bench.shell, bench.window).take([file])
        bench.until(lambda: len(bench.shell.jobs.running) == 1)
        assert not bench.shell.read(evidence)
    bench.until(lambda: len(bench.shell.read(evidence)) == 1)
    assert priorities(bench) == {3}
