"""What went wrong stays until it was read; what went well passes and moves nothing."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser
from window_driving import Bench

from verifier.ui.drafts import DraftLine
from verifier.ui.guide import GuideWindow
from verifier.ui.notices import AT_MOST, Notice, NoticeKind

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the plugin without a screen


def test_problems_are_not_pushed_out_and_passing_words_move_nothing(bench: Bench) -> None:
    bench.new_case()
    notices = bench.window.notices
    notices.clear()
    before = bench.window.desk.geometry()
    bench.shell.tell(Notice(NoticeKind.DONE, "It is done."))
    assert bench.window.desk.geometry() == before
    assert notices.passing.isVisible()
    for number in range(AT_MOST + 2):
        bench.shell.tell(Notice(NoticeKind.PROBLEM, f"File {number} cannot be read."))
    for number in range(AT_MOST + 2):
        bench.shell.tell(Notice(NoticeKind.WARNING, f"File {number} is a scan."))
    problems = [text for text in notices.texts if "cannot be read" in text]
    assert len(problems) == AT_MOST + 2
    bench.until(lambda: notices.waiting.height() > 0)
    assert bench.window.desk.height() > bench.window.height() / 2
    notices.clear()
    assert notices.texts == []


def test_the_guide_opens_beside_the_work_and_return_presses_its_buttons(bench: Bench) -> None:
    bench.new_case()
    bench.key(Qt.Key.Key_F1)
    guide = bench.window.findChild(GuideWindow)
    assert guide is not None
    pages = guide.findChild(QTextBrowser)
    assert pages is not None
    assert "claim" in pages.toPlainText()
    guide.close()


def test_the_palette_says_when_nothing_fits(bench: Bench) -> None:
    bench.new_case()
    bench.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = bench.window.controllers.finding.palette
    bench.type("zzzz")
    assert palette.nothing.isVisible()
    assert palette.list.isHidden()


def test_a_narrow_window_puts_the_lists_away_until_there_is_room(bench: Bench) -> None:
    bench.new_case()
    left = bench.window.desk.left
    bench.window.resize(1300, 800)
    bench.until(left.isVisible)
    bench.window.resize(940, 700)
    bench.until(left.isHidden)
    bench.window.resize(1300, 800)
    bench.until(left.isVisible)


def test_a_refused_field_is_marked_and_the_status_says_so(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(bench.write())
    bench.drag_over("prices doubled in a year")
    bench.key(Qt.Key.Key_H)
    fields = bench.inspector.findChildren(DraftLine)
    field = next(each for each in fields if each.accessibleName() == "Date of the claim")
    field.setFocus()
    field.selectAll()
    bench.type("Januray 2022")
    bench.key(Qt.Key.Key_Tab)
    assert field.property("refused")
    assert "Not saved" in bench.window.status.saved.text()
    field.setFocus()
    field.selectAll()
    bench.type("2022-01")
    bench.key(Qt.Key.Key_Tab)
    assert not field.property("refused")
    assert bench.window.status.saved.text() == "All changes saved"


def test_what_lies_over_the_lower_edge_stays_there_when_the_window_is_resized(bench: Bench) -> None:
    bench.new_case()
    window = bench.window
    window.notices.clear()
    is_over = threading.Event()
    for title in ("One", "Two"):
        bench.shell.jobs.run(title, lambda _progress, _cancelled: is_over.wait())
    bench.until(window.job_list.isVisible)
    bench.shell.tell(Notice(NoticeKind.DONE, "It is done."))
    foot = window.statusBar()
    above = foot.y() - window.job_list.geometry().bottom()
    window.resize(window.width() - 200, window.height() - 150)
    bench.until(lambda: foot.geometry().bottom() <= window.height())
    assert foot.y() - window.job_list.geometry().bottom() == above
    assert window.notices.passing.geometry().bottom() < foot.y()
    assert window.notices.passing.width() <= window.width()
    is_over.set()
    bench.jobs_are_done()
