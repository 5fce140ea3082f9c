"""The table of claims: sorting, filtering, and the same done to many claims at once."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from window_driving import Bench

from verifier.actions.assessments import Assess
from verifier.actions.base import Batch
from verifier.actions.claims import AddClaim, EditClaim
from verifier.ui.table.claims_table import ClaimsTable
from verifier.ui.table.columns import COLUMNS

COLUMN = {column.id: at for at, column in enumerate(COLUMNS)}


def table_of(bench: Bench, *statements: str) -> ClaimsTable:
    bench.new_case()
    actions = tuple(AddClaim(words) for words in statements or ("Bread", "Apples", "Corn"))
    assert bench.shell.do(Batch("add claims", actions))
    return bench.window.desk.table


def shown(table: ClaimsTable) -> list[str]:
    return [table.model.summary(at).claim.statement for at in range(table.model.rowCount())]


def choose_all(table: ClaimsTable) -> tuple[str, ...]:
    table.view.selectAll()
    return table.selected_ids()


def test_a_click_on_a_title_sorts_and_the_third_one_gives_the_order_of_the_text_back(
    bench: Bench,
) -> None:
    table = table_of(bench)
    table.view.sortByColumn(COLUMN["statement"], Qt.SortOrder.AscendingOrder)
    assert shown(table) == ["Apples", "Bread", "Corn"]
    table.view.sortByColumn(COLUMN["statement"], Qt.SortOrder.DescendingOrder)
    assert shown(table) == ["Corn", "Bread", "Apples"]
    table.view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert shown(table) == ["Bread", "Apples", "Corn"]


def test_sorting_keeps_the_chosen_lines(bench: Bench) -> None:
    table = table_of(bench)
    flags = QItemSelectionModel.SelectionFlag
    table.view.selectionModel().select(table.model.index(2, 0), flags.Select | flags.Rows)
    before = table.selected_ids()
    table.view.sortByColumn(COLUMN["statement"], Qt.SortOrder.DescendingOrder)
    assert set(table.selected_ids()) == set(before)


def test_verdicts_sort_by_their_rank_and_the_unrated_come_first(bench: Bench) -> None:
    table = table_of(bench)
    first, second, _ = (line.claim.id for line in bench.claims)
    bench.shell.do(Assess(first, verdict="supported"))
    bench.shell.do(Assess(second, verdict="refuted"))
    table.view.sortByColumn(COLUMN["verdict"], Qt.SortOrder.AscendingOrder)
    assert shown(table) == ["Corn", "Apples", "Bread"]


def test_a_chip_shows_the_claims_of_one_verdict(bench: Bench) -> None:
    table = table_of(bench)
    bench.shell.do(Assess(bench.claims[0].claim.id, verdict="refuted"))
    chips = {chip.code: chip for chip in table.verdicts.chips}
    assert {code: chip.text() for code, chip in chips.items()} == {
        "*": "All 3",
        "refuted": "Refuted 1",
        "": "Not rated 2",
    }
    bench.click(chips["refuted"])
    assert shown(table) == ["Bread"]
    bench.click(chips["refuted"])
    assert len(shown(table)) == 3


def test_words_filter_over_all_columns(bench: Bench) -> None:
    table = table_of(bench)
    bench.shell.do(EditClaim(bench.claims[1].claim.id, {"claimant": "The Minister"}))
    table.filter.setText("minister apples")
    bench.until(lambda: shown(table) == ["Apples"])


def test_many_claims_are_edited_in_one_step(bench: Bench) -> None:
    table = table_of(bench)
    chosen = choose_all(table)
    assert table.edit(chosen, "kind", "statistic")
    assert {line.claim.kind for line in bench.claims} == {"statistic"}
    assert table.selected_ids() == chosen
    assert table.edit(chosen, "assignee_id", bench.shell.actor.id)
    assert table.edit(chosen, "priority", "2")
    assert table.edit(chosen, "status", "in_progress")
    assert {(line.claim.priority, line.claim.status) for line in bench.claims} == {
        (2, "in_progress")
    }
    for _ in range(4):
        bench.undo()
    assert {(line.claim.kind, line.claim.priority) for line in bench.claims} == {("", 0)}


def test_the_menu_of_the_chosen_lines_withdraws_them(bench: Bench) -> None:
    table = table_of(bench)
    menu = table.edit_menu(choose_all(table))
    menu.actions()[-1].trigger()
    assert bench.claims == ()
    bench.undo()
    assert len(bench.claims) == 3
    menu.deleteLater()


def test_a_chosen_line_opens_its_claim_and_the_open_claim_is_the_chosen_line(bench: Bench) -> None:
    table = table_of(bench)
    table.view.selectRow(1)
    assert bench.shell.selection == table.model.summary(1).claim.id
    bench.window.controllers.going.next_claim()
    assert table.view.currentIndex().row() == 2


def test_columns_and_sorting_are_remembered(bench: Bench) -> None:
    table = table_of(bench)
    table.show_column("claimant", True)
    table.show_column("sources", False)
    table.view.sortByColumn(COLUMN["status"], Qt.SortOrder.DescendingOrder)
    again = ClaimsTable(bench.shell)
    bench.qtbot.addWidget(again)
    assert not again.view.isColumnHidden(COLUMN["claimant"])
    assert again.view.isColumnHidden(COLUMN["sources"])
    assert again.model.sorted_by == COLUMN["status"]


def test_every_cell_has_words(bench: Bench) -> None:
    table = table_of(bench, "Bread")
    texts = [table.model.index(0, at).data() for at in range(len(COLUMNS))]
    assert all(isinstance(text, str) for text in texts)
    assert texts[:3] == ["C1", "Bread", "Not rated"]
