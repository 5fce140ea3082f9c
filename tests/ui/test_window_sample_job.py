"""The whole job on the sample's report, once with mouse and keys, once with keys alone.

Import, a claim, a source with a file as evidence, a rating, two attributions, a row of the matrix,
the Word report: nothing but events of mouse and keyboard. Only the system's own dialogs for files
are answered for the person.
"""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QWidget
from window_driving import CTRL, LEFT, NONE, Bench

from verifier.paths import resources
from verifier.queries.attributions import attributions, matrices
from verifier.queries.evidence import evidence
from verifier.ui.places.matrix import Matrix
from verifier.ui.places.matrix_model import FIXED
from verifier.ui.places.timeline import Timeline
from verifier.ui.reader.claim_button import ClaimButton

# Warnings of the plugin without a screen.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", "grabbing the keyboard")
SHIFT = Qt.KeyboardModifier.ShiftModifier
WORDS = "2 Ukrainian soldiers were injured"
PARTIES = (("2022-01-14", "SSSCIP", "none named"), ("2022-05-10", "EU", "Russia"))


def answered(bench: Bench) -> Path:
    """What the person chooses in the dialogs of the system; where the report will be."""
    evidence_file = bench.folder / "bulletin.txt"
    evidence_file.write_text("The bulletin says that 2 soldiers were injured.", encoding="utf-8")
    bench.answer("new_case", bench.folder / "job.vcase")
    bench.answer("documents", [resources() / "sample" / "report.txt"])
    bench.answer("evidence_files", [evidence_file])
    bench.answer("report_target", bench.folder / "job.docx")
    return bench.folder / "job.docx"


def sees_focus(bench: Bench) -> None:
    """The keyboard is somewhere that is on the screen."""
    bench.until(lambda: bench.focus.isVisible())
    assert bench.focus is not bench.window


def check_all(bench: Bench, report: Path) -> None:
    """The case holds what was done, and so does the report."""
    (line,) = bench.claims
    assert [each.quote for each in line.highlights] == [WORDS]
    assert line.claim.statement == "Two soldiers were injured."
    rated = line.assessment
    assert rated is not None
    assert (rated.verdict, rated.confidence) == ("supported", "moderate")
    assert rated.reason == "The bulletin says so."
    assert line.citations == 2
    assert [item.file_name for item in bench.shell.read(evidence) if item.file_name] == [
        "bulletin.txt"
    ]
    rows = bench.shell.read(attributions)
    assert {(row.date, row.party, row.actor) for row in rows} == set(PARTIES)
    (matrix,) = bench.shell.read(matrices)
    (item,) = matrix.items
    assert [dict(item.cells)[each.id] for each in matrix.hypotheses] == ["I", "CC"]
    bench.until(lambda: report.is_file() and not bench.shell.jobs.running)
    with zipfile.ZipFile(report) as file:
        assert "Two soldiers were injured." in file.read("word/document.xml").decode()


# With the mouse


def menu(bench: Bench, title: str, command: str) -> None:
    """Click on a menu, then on its entry."""
    bar = bench.window.menuBar()
    above = next(each for each in bar.actions() if each.text().replace("&", "") == title)
    QTest.mouseClick(bar, LEFT, NONE, bar.actionGeometry(above).center())
    opened = cast(QMenu, above.menu())
    bench.until(opened.isVisible)
    place = opened.actionGeometry(bench.window.actions_of[command]).center()
    QTest.mouseClick(opened, LEFT, NONE, place)
    bench.until(opened.isHidden)
    bench.window.activateWindow()  # the plugin without a screen does not do it
    bench.until(bench.window.isActiveWindow)


def into(bench: Bench, field: QWidget, text: str) -> None:
    """Click into a field, and type."""
    bench.click(field.viewport() if isinstance(field, QAbstractScrollArea) else field)
    assert bench.focus is field
    bench.type(text)


def test_the_whole_job_with_the_mouse(bench: Bench) -> None:
    report = answered(bench)
    bench.click(bench.window.start.new)
    bench.until(lambda: bench.shell.is_open)
    menu(bench, "File", "document.import")
    bench.until(lambda: bench.shell.documents and bench.window.desk.current is not None)
    bench.jobs_are_done()
    bench.drag_over(WORDS)
    (button,) = bench.view.findChildren(ClaimButton)
    bench.until(button.isVisible)
    bench.click(button)
    bench.type("Two soldiers were injured.")
    bench.choose(bench.inspector.rating.verdict, "supported")
    bench.choose(bench.inspector.rating.confidence, "moderate")
    into(bench, bench.inspector.rating.reason, "The bulletin says so.")
    bench.click(bench.inspector.citations.add)
    form = bench.inspector.citations.form
    assert form is not None
    into(bench, form.title, "The bulletin")
    bench.choose(form.stance, "supports")
    bench.click(form.save)
    bench.click(bench.inspector.citations.attach)
    bench.until(lambda: bench.claims[0].citations == 2)
    menu(bench, "Go", "go.attribution")
    view = cast(Timeline, bench.window.desk.tabs.currentWidget())
    for date, party, actor in PARTIES:
        bench.click(view.add)
        assert view.form is not None
        for name, text in (("date", date), ("party", party), ("actor", actor)):
            into(bench, view.form.fields[name], text)
        bench.click(view.form.save)
    menu(bench, "Go", "go.matrix")
    matrix = cast(Matrix, bench.window.desk.tabs.currentWidget())
    for account in ("The state did it", "Somebody else did it"):
        into(bench, matrix.hypothesis, account)
        bench.key(Qt.Key.Key_Return)
    into(bench, matrix.item, "Malware shared with earlier attacks")
    bench.key(Qt.Key.Key_Return)
    for at, keys in enumerate(((Qt.Key.Key_I,), (Qt.Key.Key_C, Qt.Key.Key_C))):
        place = matrix.table.visualRect(matrix.model.index(0, FIXED + at)).center()
        QTest.mouseClick(matrix.table.viewport(), LEFT, NONE, place)
        for key in keys:
            bench.key(key)
    menu(bench, "File", "report.word")
    check_all(bench, report)


# With keys alone


def tab_to(bench: Bench, wanted: QWidget) -> None:
    """Press Tab until the keyboard is there; every stop on the way can be seen."""
    for _ in range(120):
        if bench.focus is wanted:
            return
        bench.key(Qt.Key.Key_Tab)
        sees_focus(bench)
    raise AssertionError(f"Tab does not lead to {wanted.accessibleName()}")


def test_the_whole_job_by_keyboard_alone(bench: Bench) -> None:
    report = answered(bench)
    bench.key(Qt.Key.Key_N, CTRL)
    bench.until(lambda: bench.shell.is_open)
    bench.key(Qt.Key.Key_I, CTRL)
    bench.until(lambda: bench.shell.documents and bench.window.desk.current is not None)
    bench.jobs_are_done()
    bench.key(Qt.Key.Key_D, CTRL)
    sees_focus(bench)
    text = bench.window.desk.current.content.text if bench.window.desk.current else ""
    bench.key(Qt.Key.Key_F, CTRL)
    sees_focus(bench)
    bench.type(WORDS)
    bench.key(Qt.Key.Key_Return)
    bench.until(lambda: bench.window.desk.find_bar.count.text().startswith("1"))
    bench.key(Qt.Key.Key_Escape)
    selected = bench.view.selection()
    assert selected is not None
    assert selected.of(text) == WORDS
    bench.key(Qt.Key.Key_H)
    sees_focus(bench)
    bench.type("Two soldiers were injured.")
    tab_to(bench, bench.inspector.rating.verdict.buttons[0])
    bench.key(Qt.Key.Key_Space)
    tab_to(bench, bench.inspector.rating.confidence.buttons[1])
    bench.key(Qt.Key.Key_Space)
    tab_to(bench, bench.inspector.rating.reason)
    bench.type("The bulletin says so.")
    bench.key(Qt.Key.Key_D, CTRL)
    bench.key(Qt.Key.Key_L)
    sees_focus(bench)
    bench.type("The bulletin")
    bench.key(Qt.Key.Key_Return)
    bench.key(Qt.Key.Key_D, CTRL)
    bench.key(Qt.Key.Key_L, SHIFT)
    bench.until(lambda: bench.claims[0].citations == 2)
    bench.key(Qt.Key.Key_1, CTRL)
    view = cast(Timeline, bench.window.desk.tabs.currentWidget())
    for date, party, actor in PARTIES:
        tab_to(bench, view.add)
        bench.key(Qt.Key.Key_Space)
        assert view.form is not None
        for name, words in (("date", date), ("party", party), ("actor", actor)):
            tab_to(bench, view.form.fields[name])
            bench.type(words)
        tab_to(bench, view.form.save)
        bench.key(Qt.Key.Key_Space)
    bench.key(Qt.Key.Key_2, CTRL)
    matrix = cast(Matrix, bench.window.desk.tabs.currentWidget())
    tab_to(bench, matrix.hypothesis)
    for account in ("The state did it", "Somebody else did it"):
        bench.type(account)
        bench.key(Qt.Key.Key_Return)
    tab_to(bench, matrix.item)
    bench.type("Malware shared with earlier attacks")
    bench.key(Qt.Key.Key_Return)
    tab_to(bench, matrix.table)
    while matrix.table.currentIndex().column() < FIXED:
        bench.key(Qt.Key.Key_Right)
    bench.key(Qt.Key.Key_I)
    if matrix.table.currentIndex().column() == FIXED:
        bench.key(Qt.Key.Key_Right)
    bench.key(Qt.Key.Key_C)
    if matrix.table.currentIndex().column() == FIXED + 1:
        bench.key(Qt.Key.Key_C)
    bench.key(Qt.Key.Key_E, CTRL)
    check_all(bench, report)
