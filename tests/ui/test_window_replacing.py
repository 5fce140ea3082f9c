"""A document is replaced while other things happen: what was stopped stays out, nothing is lost."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from window_driving import REPORT, Bench

from verifier.exchange import editions
from verifier.exchange.editions import Plan
from verifier.queries import documents
from verifier.queries.editions import undecided
from verifier.ui.replacing import Replacer


@pytest.fixture
def replacer(bench: Bench) -> Replacer:
    """A report with one passage is open, to be replaced."""
    bench.new_case()
    bench.import_file(bench.write())
    bench.drag_over("prices doubled in a year")
    bench.key(Qt.Key.Key_H)
    bench.view.setFocus()
    return bench.window.controllers.documents.replacer


def waiting(bench: Bench) -> frozenset[str]:
    """The passages of earlier editions that wait for a decision."""
    (document,) = bench.shell.documents
    with bench.shell.workspace.reading() as session:
        case_id = bench.shell.workspace.case_id
        return undecided(session, case_id, document.id, document.edition_id)


def test_a_new_edition_that_is_stopped_while_its_passages_are_sought_stays_out(
    bench: Bench, replacer: Replacer, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, stopped = threading.Event(), threading.Event()
    true_plan = editions.plan

    def slow(*given: object, **named: object) -> Plan:
        begun.set()
        assert stopped.wait(20)
        return true_plan(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(editions, "plan", slow)
    (document,) = bench.shell.documents
    replacer.replace(document.id, bench.write("second.txt", REPORT + "More.\n"))
    bench.until(begun.is_set)
    for job in bench.shell.jobs.running:
        job.cancel()
    stopped.set()
    bench.jobs_are_done()
    assert len(bench.shell.read(documents.editions)) == 1
    assert "new edition" not in bench.told


def test_of_two_new_editions_at_once_the_later_one_takes_over_from_the_earlier_one(
    bench: Bench, replacer: Replacer
) -> None:
    (document,) = bench.shell.documents
    for name in ("second", "third"):
        replacer.replace(document.id, bench.write(f"{name}.txt", f"{REPORT}The {name}.\n"))
    bench.until(lambda: len(bench.shell.read(documents.editions)) == 3)
    bench.jobs_are_done()
    assert not waiting(bench)
    (line,) = bench.claims
    (passage,) = [
        each for each in line.highlights if each.edition_id == bench.shell.documents[0].edition_id
    ]
    assert passage.quote == "prices doubled in a year"
