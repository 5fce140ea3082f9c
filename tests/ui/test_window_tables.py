"""Tables of a document: opened as a grid, copied to a spreadsheet, saved, found in a region."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pdf_making import line, pdf_of
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from window_driving import CTRL, LEFT, NONE, Bench

from verifier.export.csv_tables import grid_bytes
from verifier.text.regions import Region
from verifier.text.tables import Cell, Table, as_html, part_of
from verifier.ui.tables_window import Grid, TablesDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the plugin without a screen
ROWS = [["Country", "Attacks"], ["Ukraine", "2,040"], ["Poland", "-120"], ["Latvia", "=1+1"]]


def drawn(rows: Sequence[Sequence[str]], *, ruled: bool) -> str:
    """A table as a content stream, with rules around its cells or without."""
    made = ""
    for down, cells in enumerate(rows):
        for across, text in enumerate(cells):
            made += line(104 + 150 * across, 606 - 30 * down, text, 11)
    if ruled:
        for down in range(len(rows) + 1):
            made += f"100 {626 - 30 * down} m 400 {626 - 30 * down} l S\n"
        for across in range(3):
            made += f"{100 + 150 * across} 626 m {100 + 150 * across} {626 - 30 * len(rows)} l S\n"
    return made


def dialog(bench: Bench) -> TablesDialog:
    found = bench.window.controllers.pages.tables.dialog
    assert found is not None
    return found


def shown_page(bench: Bench) -> int:
    """The page of the table that is shown."""
    table = dialog(bench).table
    return table.page if table is not None else 0


def test_tables_are_opened_copied_and_saved(bench: Bench) -> None:
    bench.new_case()
    path = bench.folder / "report.pdf"
    prose = line(100, 700, "Nothing but words.")
    path.write_bytes(pdf_of([prose, drawn(ROWS, ruled=True), drawn(ROWS, ruled=False)]))
    bench.import_file(path)
    tables = bench.window.controllers.pages.tables
    bench.view.setFocus()
    bench.key(Qt.Key.Key_T, CTRL)
    bench.jobs_are_done()
    assert "Page 1 has no table" in bench.told
    button = bench.window.notices.waiting.findChildren(QPushButton)[-1]
    button.click()
    bench.until(lambda: tables.dialog is not None)
    assert dialog(bench).list.count() == 1
    assert bench.view.current_page() == 2
    grid = dialog(bench).grid
    assert (grid.rowCount(), grid.columnCount()) == (4, 2)
    dialog(bench).copy_button.click()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "Country\tAttacks\nUkraine\t2,040\nPoland\t-120\nLatvia\t'=1+1\n"
    assert "<td>Ukraine</td><td>2,040</td>" in data.html()
    assert "<td>&#x27;=1+1</td>" in data.html()
    grid.setCurrentCell(1, 1)
    QTest.keyClick(grid, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "2,040\n"
    target = bench.folder / "table.csv"
    bench.answer("table_target", target)
    dialog(bench).save_button.click()
    assert target.read_bytes().decode("utf-8-sig").splitlines()[1:3] == [
        'Ukraine,"2,040"',
        "Poland,-120",
    ]
    # A table without rules is read in the region that is marked around it.
    bench.view.set_region(Region(3, 90, 150, 420, 300), settled=True)
    bench.window.actions_of.run("tables")
    bench.until(lambda: shown_page(bench) == 3)
    found = dialog(bench).table
    assert found is not None
    assert found.words() == ROWS
    assert bench.view.region is None
    dialog(bench).close_button.click()
    assert tables.dialog is None


def test_cells_that_do_not_stand_together_cannot_be_selected_to_be_copied_in_part(
    qtbot: QtBot,
) -> None:
    grid = Grid()
    qtbot.addWidget(grid)
    grid.show_table(Table(1, tuple(tuple(map(Cell, row)) for row in ROWS)))
    for number, modifier in ((1, NONE), (3, CTRL)):
        place = grid.visualRect(grid.model().index(number, 0)).center()
        QTest.mouseClick(grid.viewport(), LEFT, modifier, place)
    chosen = {(index.row(), index.column()) for index in grid.selectedIndexes()}
    QTest.keyClick(grid, Qt.Key.Key_C, CTRL)
    assert len(QGuiApplication.clipboard().text().split()) == len(chosen)


def test_a_text_without_pages_shows_its_own_tables_or_says_that_there_is_none(
    bench: Bench,
) -> None:
    bench.new_case()
    bench.import_file(bench.write())
    bench.view.setFocus()
    bench.key(Qt.Key.Key_T, CTRL)
    assert "no table" in bench.told
    bench.import_file(bench.write("table.md", "| a | b |\n|---|---|\n| one | two |\n"))
    bench.key(Qt.Key.Key_T, CTRL)
    found = dialog(bench).table
    assert found is not None
    assert found.words() == [["a", "b"], ["one", "two"]]
    assert not dialog(bench).all_button.isVisible()
    dialog(bench).close()


def test_a_table_as_html_keeps_its_words_and_lines() -> None:
    table = Table(1, ((Cell("a < b"), Cell("two\nlines")), (Cell("c"), Cell("d"))))
    assert as_html(table).count("<tr>") == 2
    assert "<td>a &lt; b</td><td>two<br>lines</td>" in as_html(table)
    assert part_of(table, range(1, 2), range(1)).words() == [["c"]]


def test_numbers_stay_numbers_and_formulas_become_words() -> None:
    rows = [["-12.5", "+3 %", "=HYPERLINK(1)", "@x", "- dash"]]
    assert grid_bytes(rows).decode("utf-8-sig").strip() == "-12.5,+3 %,'=HYPERLINK(1),'@x,'- dash"
