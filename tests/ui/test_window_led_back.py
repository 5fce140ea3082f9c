"""A click on what is chosen already leads back to it, wherever somebody read meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView
from reading_samples import long_text, make_pdf, rest
from window_driving import CTRL, CTRL_SHIFT, LEFT, NONE, Bench


def click_on(view: QAbstractItemView, index: QModelIndex) -> None:
    QTest.mouseClick(view.viewport(), LEFT, NONE, view.visualRect(index).center())


def read_on(bench: Bench) -> int:
    """Scroll to the end; how far down that is."""
    rest(bench.qtbot, bench.view)
    bar = bench.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    rest(bench.qtbot, bench.view)
    assert bar.value() > 500
    return bar.value()


def test_a_click_on_the_open_claim_leads_back_to_its_passage(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(bench.write(text=long_text()))
    bench.drag_over("Paragraph 3 says")
    bench.key(Qt.Key.Key_H)
    bench.view.setFocus()
    end = read_on(bench)
    panel, table = bench.window.desk.claims, bench.window.desk.table
    click_on(panel.list, panel.lines.index(0))
    assert bench.view.verticalScrollBar().value() < end - 500
    end = read_on(bench)
    click_on(table.view, table.model.index(table.model.row_of(bench.shell.selection), 0))
    assert bench.view.verticalScrollBar().value() < end - 500


def test_a_click_on_the_find_one_stands_on_leads_back_to_it(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(bench.write(text=long_text()))
    bench.view.setFocus()
    bench.key(Qt.Key.Key_F, CTRL)
    bar = bench.window.desk.find_bar
    bar.field.setText("Paragraph 3 says")
    bench.until(lambda: bar.results.finds.rowCount() == 1)
    end = read_on(bench)
    click_on(bar.results, bar.results.finds.index(0))
    assert bench.view.verticalScrollBar().value() < end - 500


def test_a_click_on_the_small_picture_of_the_page_that_is_read_leads_to_its_top(
    bench: Bench,
) -> None:
    bench.new_case()
    make_pdf(bench.folder / "pages.pdf", [[f"Page {number}"] for number in range(3)])
    bench.import_file(bench.folder / "pages.pdf")
    bench.view.setFocus()
    bench.key(Qt.Key.Key_T, CTRL_SHIFT)
    view, panel = bench.view, bench.window.desk.thumbnails
    view.go_to(1, 200.0)
    assert view.current_page() == 2
    low = view.verticalScrollBar().value()
    bench.until(lambda: panel.list.currentIndex().row() == 1)
    click_on(panel.list, panel.list.currentIndex())
    assert view.verticalScrollBar().value() < low
    assert view.current_page() == 2
