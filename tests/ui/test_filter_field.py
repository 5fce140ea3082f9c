"""Filters above lists: Escape takes them back and leaves, Down and Return go to the lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from test_window_whole_job import with_claim
from window_driving import Bench

from verifier.actions.claims import AddClaim


def test_escape_in_the_claims_filter_takes_it_back_and_then_leaves(bench: Bench) -> None:
    with_claim(bench)
    bench.do(AddClaim("Wages rose"))
    panel = bench.window.desk.claims
    bench.window.actions_of.run("go.filter")
    assert bench.focus is panel.filter
    bench.type("wages")
    bench.until(lambda: panel.lines.rowCount() == 1)
    bench.key(Qt.Key.Key_Escape)
    assert panel.filter.text() == ""
    assert panel.lines.rowCount() == 2
    assert panel.filter.hasFocus()
    bench.key(Qt.Key.Key_Escape)
    assert bench.view.hasFocus()


def test_return_in_a_filter_goes_to_the_first_line_that_is_left(bench: Bench) -> None:
    with_claim(bench)
    other = AddClaim("Wages rose")
    bench.do(other)
    bench.shell.select("")
    panel = bench.window.desk.claims
    bench.window.actions_of.run("go.filter")
    bench.type("wages")
    bench.key(Qt.Key.Key_Return)
    assert bench.focus is panel.list
    assert bench.shell.selection == other.id


def test_escape_in_the_tables_filter_goes_back_to_the_table(bench: Bench) -> None:
    with_claim(bench)
    table = bench.window.desk.table
    table.filter.setFocus()
    bench.type("x")
    for _ in range(2):
        bench.key(Qt.Key.Key_Escape)
    assert table.filter.text() == ""
    assert bench.focus is table.view
