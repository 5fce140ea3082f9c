"""The table of claims: sorting, filtering, and the same done to many claims at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QMenu
from window_driving import Bench

from verifier.actions.assessments import Assess
from verifier.actions.base import Batch
from verifier.actions.claims import AddClaim, EditClaim
from verifier.ui import claim_book
from verifier.ui.table.claims_table import ClaimsTable
from verifier.ui.table.columns import COLUMNS
from verifier.ui.table.views import shipped_views

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


def test_every_title_has_room_for_its_words_and_the_mark_of_sorting(bench: Bench) -> None:
    table = table_of(bench)
    header = table.view.horizontalHeader()
    table.view.show_columns(tuple(column.id for column in COLUMNS))
    for at, column in enumerate(COLUMNS):
        if column.id != "statement":  # it takes the room that is left
            least = max(column.width, header.sectionSizeHint(at))
            assert header.sectionSize(at) >= least, column.id


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


def test_another_number_is_written_on_the_chips_that_are_there(bench: Bench) -> None:
    table = table_of(bench)
    bench.shell.do(Assess(bench.claims[0].claim.id, verdict="refuted"))
    before = table.verdicts.chips
    bench.shell.do(Assess(bench.claims[1].claim.id, verdict="refuted"))
    assert table.verdicts.chips is before
    assert [chip.text() for chip in before] == ["All 3", "Refuted 2", "Not rated 1"]
    assert before[1].accessibleName() == "Refuted 2"


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
    choose_all(table)
    menu = table.edit_menu()
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


def test_the_widths_of_columns_are_remembered_and_belong_to_a_kept_view(bench: Bench) -> None:
    table = table_of(bench)
    header = table.view.horizontalHeader()
    usual = header.sectionSize(COLUMN["status"])
    header.resizeSection(COLUMN["status"], usual + 70)
    table.show_column("status", False)
    table.show_column("status", True)
    again = ClaimsTable(bench.shell)
    bench.qtbot.addWidget(again)
    assert again.view.columnWidth(COLUMN["status"]) == usual + 70
    assert again.view.columnWidth(COLUMN["number"]) == table.view.columnWidth(COLUMN["number"])
    again.keep_view("Wide status")
    header.resizeSection(COLUMN["status"], usual + 20)
    table.show_view(shipped_views()[1])
    assert table.view.columnWidth(COLUMN["status"]) == usual + 20
    (wide,) = table.kept.views()
    table.show_view(wide)
    assert table.view.columnWidth(COLUMN["status"]) == usual + 70


def test_every_cell_has_words(bench: Bench) -> None:
    table = table_of(bench, "Bread")
    texts = [table.model.index(0, at).data() for at in range(len(COLUMNS))]
    assert all(isinstance(text, str) for text in texts)
    assert texts[:3] == ["C1", "Bread", "Not rated"]


def test_views_groups_and_cells_as_a_person_uses_them(bench: Bench) -> None:
    table = table_of(bench)
    for line, tags in zip(bench.claims, (["food"], ["food"], []), strict=True):
        bench.shell.do(EditClaim(line.claim.id, {"tags": tags}))
    chosen_from(table.head.groups_menu(), "Tag")
    titles = [table.model.index(at, 0).data() for at in range(table.model.rowCount())]
    assert titles == ["food, claims: 2", "C1", "C2", "No tag, claims: 1", "C3"]
    table.view.setFocus()
    table.view.setCurrentIndex(table.model.index(0, 0))
    bench.key(Qt.Key.Key_Left)
    assert table.model.rowCount() == 3
    bench.key(Qt.Key.Key_Return)
    assert table.model.rowCount() == 5
    table.view.sortByColumn(COLUMN["statement"], Qt.SortOrder.DescendingOrder)
    table.show_column("due", True)
    chosen_from(table.head.views_menu(), "Keep this view…")
    bench.type("By tag")
    bench.key(Qt.Key.Key_Return)
    chosen_from(table.head.views_menu(), "All claims")
    assert (table.model.rowCount(), table.model.wanted.sort) == (3, "")
    assert table.view.isColumnHidden(COLUMN["due"])
    chosen_from(table.head.views_menu(), "By tag")
    assert (table.model.rowCount(), table.model.wanted.sort) == (5, "statement")
    assert not table.view.isColumnHidden(COLUMN["due"])
    chosen_from(table.head.views_menu(), "Remove a view", "By tag")
    assert table.kept.views() == ()


def test_a_cell_is_changed_in_its_place(bench: Bench) -> None:
    table = table_of(bench)
    table.show_column("due", True)
    table.view.setFocus()
    table.view.setCurrentIndex(table.model.index(1, COLUMN["due"]))
    bench.key(Qt.Key.Key_F2)
    bench.type("2026-03-31")
    bench.key(Qt.Key.Key_Return)
    bench.until(lambda: bench.claims[1].claim.due == "2026-03-31")
    bench.until(lambda: bench.focus is table.view)
    bench.key(Qt.Key.Key_F2)
    bench.type("soon")
    bench.key(Qt.Key.Key_Return)
    bench.until(lambda: "no day" in bench.told)
    assert bench.claims[1].claim.due == "2026-03-31"
    table.view.setCurrentIndex(table.model.index(1, COLUMN["number"]))
    assert not table.model.flags(table.view.currentIndex()) & Qt.ItemFlag.ItemIsEditable


def test_the_bar_of_many_tags_dates_and_merges(bench: Bench) -> None:
    table = table_of(bench)
    assert table.many.isHidden()
    choose_all(table)
    assert not table.many.isHidden()
    table.many.tags.setFocus()
    bench.type("food, war")
    bench.key(Qt.Key.Key_Return)
    bench.type("-war")
    bench.key(Qt.Key.Key_Return)
    assert [line.claim.tags for line in bench.claims] == [["food"]] * 3
    table.many.due.setFocus()
    bench.type("2026-03-31")
    bench.key(Qt.Key.Key_Return)
    assert {line.claim.due for line in bench.claims} == {"2026-03-31"}
    first = bench.claims[0].claim.id
    bench.click(table.many.merge)
    bench.until(lambda: [line.claim.id for line in bench.claims] == [first])
    bench.until(lambda: not bench.shell.big.doing)
    assert bench.shell.selection == first
    for _ in range(4):
        bench.undo()
    assert len(bench.claims) == 3
    assert bench.claims[0].claim.tags == []


def test_the_lines_that_are_shown_are_written_as_csv(bench: Bench) -> None:
    table = table_of(bench, "Bread", "=Apples")
    target = bench.folder / "lines.csv"
    bench.answer("export_target", target)
    table.view.sortByColumn(COLUMN["statement"], Qt.SortOrder.DescendingOrder)
    table.view.show_columns(("statement", "number"))
    bench.click(table.head.export)
    text = target.read_text(encoding="utf-8-sig")
    assert text.splitlines() == ['"Claim","No."', '"Bread","C1"', '"\'=Apples","C2"']
    assert "2 claims are written" in bench.told


def chosen_from(menu: QMenu, *words: str) -> None:
    """Choose an entry of a menu, or of a menu in it."""
    entries = menu.actions()
    for title in words[:-1]:
        inner = next(each.menu() for each in entries if each.text() == title)
        assert isinstance(inner, QMenu)
        entries = inner.actions()
    next(each for each in entries if each.text() == words[-1]).trigger()
    menu.deleteLater()


def test_many_claims_are_read_beside_the_window_which_works_meanwhile(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = table_of(bench)
    path, last = bench.shell.path, bench.claims[2].claim.id
    bench.shell.select(last)
    bench.window.controllers.cases.close()
    monkeypatch.setattr(claim_book, "AT_ONCE", 0)
    assert bench.shell.open(path)
    assert (bench.shell.claims.is_reading, bench.claims) == (True, ())
    assert bench.shell.do(AddClaim("Salt"))
    assert shown(table) == ["Salt"]
    bench.until(lambda: not bench.shell.claims.is_reading)
    assert shown(table) == ["Bread", "Apples", "Corn", "Salt"]
    assert bench.shell.selection == last
    bench.undo()
    assert len(bench.claims) == 3
