"""Pages are called as their document calls them, in every place of the window alike."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from reading_samples import make_pdf
from window_driving import CTRL, Bench

from verifier.text.page_names import PageNames
from verifier.ui.find_results import WHERE_ROLE
from verifier.ui.inspector.head import PassageCard
from verifier.ui.search_panel import where_of

FRONT_MATTER = PageNames({1: "i", 2: "ii", 3: "1", 4: "2", 5: "A-1"})
SECOND_PART = PageNames({4: "1", 5: "2"})


@pytest.mark.parametrize(
    ("names", "typed", "number"),
    [
        (FRONT_MATTER, "ii", 2), (FRONT_MATTER, " II ", 2), (FRONT_MATTER, "2", 4),
        (FRONT_MATTER, "a-1", 5), (FRONT_MATTER, "5", 5), (FRONT_MATTER, "99", 99),
        (FRONT_MATTER, "iii", None), (FRONT_MATTER, "", None), (FRONT_MATTER, "-3", None),
        (SECOND_PART, "2", 2), (SECOND_PART, "4", 4),
        (PageNames(), "7", 7), (PageNames(), "x", None),
    ],
)  # fmt: skip
def test_a_page_is_found_by_its_name_and_by_its_number(
    names: PageNames, typed: str, number: int | None
) -> None:
    assert names.number_of(typed) == number


def labelled(folder: Path) -> Path:
    """A report of five pages: i and ii, then 1 and on."""
    path = folder / "report.pdf"
    make_pdf(path, [["Title"], ["Preface"], ["Prices doubled."], ["Wages rose."], ["End"]]).close()
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        file.Root.PageLabels = pikepdf.Dictionary(
            Nums=[0, pikepdf.Dictionary(S=pikepdf.Name.r), 2, pikepdf.Dictionary(S=pikepdf.Name.D)]
        )
        file.save(path)
    return path


def test_toolbar_status_finds_inspector_table_and_search_name_a_page_alike(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(labelled(bench.folder))
    field = bench.window.toolbar.pages
    assert field.number.text() == "i"
    assert field._all.text() == "(1 of 5)"
    bench.view.go_to_page(4)
    assert (field.number.text(), field._all.text()) == ("2", "(4 of 5)")
    assert bench.window.status.where.text().startswith("Page 2 (4 of 5)")
    assert bench.view.accessibleDescription() == "Page 2 (4 of 5)"
    bench.drag_over("Wages rose")
    bench.view.setFocus()
    bench.key(Qt.Key.Key_H)
    (card,) = bench.inspector.head.findChildren(PassageCard)
    assert any(each.text().startswith("Page 2 (4) · ") for each in card.findChildren(QLabel))
    model = bench.window.desk.table.model
    shown = [model.index(0, at).data() for at in range(model.columnCount())]
    assert any(str(words).endswith(", 2") for words in shown)
    bench.view.setFocus()
    bench.key(Qt.Key.Key_F, CTRL)
    bench.window.desk.find_bar.field.setText("Wages")
    results = bench.window.desk.find_bar.results
    bench.until(lambda: results.finds.rowCount() == 1)
    assert results.finds.index(0, 0).data(WHERE_ROLE) == "2"
    panel = bench.window.controllers.finding.search
    bench.window.controllers.finding.across()
    panel.field.setText("wages")
    bench.until(lambda: panel.hits)
    assert {where_of(hit, bench.shell).rpartition(" · ")[2] for hit in panel.hits} == {"p. 2"}


def test_the_page_field_takes_a_name_or_a_number_and_says_where_there_is_none(
    bench: Bench,
) -> None:
    bench.new_case()
    bench.import_file(labelled(bench.folder))
    field = bench.window.toolbar.pages

    def go(words: str) -> int:
        bench.window.actions_of["go.page"].trigger()
        QTest.keyClicks(field.number, words)
        QTest.keyClick(field.number, Qt.Key.Key_Return)
        return bench.view.current_page()

    assert go("ii") == 2
    assert go("2") == 4
    assert go("4") == 4
    assert go("xx") == 4
    assert "There is no page “xx”" in bench.told
