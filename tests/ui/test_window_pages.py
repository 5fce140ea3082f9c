"""Pages in the window: small pictures, turns, rows; regions, and the ends of passages moved."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from reading_samples import make_pdf
from window_driving import CTRL, CTRL_SHIFT, LEFT, NONE, Bench

from verifier.actions.assessments import Assess
from verifier.text.regions import Region
from verifier.ui.panels.thumbnails import ThumbnailsPanel

ALT = Qt.KeyboardModifier.AltModifier
PAGES = [["Prices doubled in one year.", "Wages rose."], [], ["Third page"], ["Fourth page"], []]


def with_report(bench: Bench) -> None:
    """A case with a PDF of five pages, two of which hold no words."""
    bench.new_case()
    path = bench.folder / "report.pdf"
    make_pdf(path, PAGES).close()
    bench.import_file(path)


def click_on(panel: ThumbnailsPanel, page: int) -> None:
    """Click on the small picture of a page, counted from 1."""
    index = panel.lines.index(page - 1)
    panel.list.scrollTo(index)
    place = panel.list.visualRect(index).center()
    QTest.mouseClick(panel.list.viewport(), LEFT, NONE, place)


def test_pages_are_shown_small_and_lead_to_the_page(bench: Bench) -> None:
    with_report(bench)
    bench.drag_over("Prices doubled in one year.")
    bench.view.setFocus()
    bench.key(Qt.Key.Key_H)
    bench.view.setFocus()
    bench.key(Qt.Key.Key_T, CTRL_SHIFT)
    panel = bench.window.desk.thumbnails
    assert panel.isVisible()
    small = panel.lines.small
    assert small is not None
    assert panel.lines.rowCount() == 5
    bench.until(lambda: small.picture(0) is not None)
    click_on(panel, 3)
    assert bench.view.current_page() == 3
    bench.view.go_to_page(4)
    assert panel.list.currentIndex().row() == 3
    tip = Qt.ItemDataRole.ToolTipRole
    assert panel.lines.index(0).data(tip) == "Page 1: C1"
    assert panel.lines.index(1).data(tip) == "Page 2"
    bench.view.setFocus()
    bench.key(Qt.Key.Key_O, CTRL_SHIFT)
    assert not panel.isVisible()
    bench.key(Qt.Key.Key_T, CTRL_SHIFT)
    bench.import_file(bench.write())
    assert panel.lines.rowCount() == 0


def test_pages_are_turned_set_in_rows_and_found_by_number(bench: Bench) -> None:
    with_report(bench)
    view = bench.view
    bench.key(Qt.Key.Key_R, CTRL)
    assert view.rotation() == 90
    bench.key(Qt.Key.Key_R, CTRL_SHIFT)
    bench.key(Qt.Key.Key_R, CTRL_SHIFT)
    assert view.rotation() == 270
    bench.key(Qt.Key.Key_R, CTRL)
    bench.key(Qt.Key.Key_7, CTRL)
    assert view.columns() == 2
    assert bench.window.actions_of["view.two_pages"].isChecked()
    bench.key(Qt.Key.Key_7, CTRL)
    bench.key(Qt.Key.Key_8, CTRL)
    assert view.zoom() == 1.0
    bench.key(Qt.Key.Key_9, CTRL)
    assert view.page_layout.rect(0).height() <= view.viewport().height()
    bench.key(Qt.Key.Key_G, CTRL)
    bench.type("4")
    bench.key(Qt.Key.Key_Return)
    assert view.current_page() == 4


def test_a_region_becomes_a_claim_that_is_moved_undone_and_done_again(bench: Bench) -> None:
    with_report(bench)
    bench.view.go_to_page(2)
    bench.key(Qt.Key.Key_M)
    region = bench.view.region
    assert region is not None
    assert region.page == 2
    bench.key(Qt.Key.Key_Return)
    (line,) = bench.claims
    assert line.claim.statement == "Region on page 2"
    (passage,) = line.highlights
    kept = Region(*region.as_rectangle)  # type: ignore[arg-type]
    assert (passage.region, passage.page, passage.quote) == (kept, 2, "")
    bench.view.setFocus()
    bench.key(Qt.Key.Key_Right, ALT)
    bench.until(lambda: bench.claims[0].highlights[0].region != kept)
    moved = bench.claims[0].highlights[0].region
    assert moved is not None
    assert (moved.x0, moved.x1) == (kept.x0, round(kept.x1 + 6, 2))
    bench.undo()
    assert bench.claims[0].highlights[0].region == kept
    bench.undo()
    assert not bench.claims
    bench.redo()
    assert bench.view.highlights()[0].region == kept
    bench.write()
    bench.import_file(bench.folder / "report.txt")
    bench.key(Qt.Key.Key_M)
    assert "pages of a PDF" in bench.told


def test_moving_an_end_over_a_page_keeps_the_rating(bench: Bench) -> None:
    with_report(bench)
    bench.drag_over("Prices doubled")
    bench.key(Qt.Key.Key_H)
    (line,) = bench.claims
    assert bench.shell.do(Assess(line.claim.id, verdict="refuted", reason="Seen."))
    bench.view.setFocus()
    far = ALT | Qt.KeyboardModifier.ControlModifier
    for _ in range(6):
        QTest.keyPress(bench.view, Qt.Key.Key_Right, far)
    bench.view.mover.settle()
    (line,) = bench.claims
    (passage,) = line.highlights
    assert passage.quote.split() == "Prices doubled in one year. Wages rose".split()
    assert {rectangle[0] for rectangle in passage.rectangles} == {1}
    assert line.assessment is not None
    assert line.assessment.verdict == "refuted"
    for _ in range(3):
        QTest.keyPress(bench.view, Qt.Key.Key_Right, far)
    bench.view.mover.settle()
    (passage,) = bench.claims[0].highlights
    assert {rectangle[0] for rectangle in passage.rectangles} == {1, 3}
    bench.undo()
    bench.undo()
    assert bench.claims[0].highlights[0].quote == "Prices doubled"


def test_a_link_to_the_world_is_opened_only_when_asked_for(bench: Bench) -> None:
    with_report(bench)
    opened: list[QUrl] = []
    bench.monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    bench.view.link_activated.emit("https://example.org/a")
    assert not opened
    assert "https://example.org/a" in bench.told
    button = bench.window.notices.waiting.findChild(QPushButton)
    assert button is not None
    QTest.mouseClick(button, LEFT, NONE, QPoint(5, 5))
    assert [url.toString() for url in opened] == ["https://example.org/a"]
    bench.view.link_activated.emit("file:///etc/passwd")
    assert len(opened) == 1
