"""What goes wrong is told in words, in the window, and nothing is lost by it."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from window_driving import Bench

from verifier import database
from verifier.actions.claims import AddClaim, EditClaim
from verifier.ui.crash import CrashDialog, CrashHandler
from verifier.workspace import Workspace


def test_dropped_files_are_imported_as_jobs(bench: Bench) -> None:
    bench.new_case()
    bench.drop(bench.write("one.txt", "One.\n"), bench.write("two.txt", "Two.\n"))
    bench.until(lambda: len(bench.shell.documents) == 2)
    assert {document.title for document in bench.shell.documents} == {"one.txt", "two.txt"}
    assert bench.window.desk.tabs.count() == 2


def test_a_dropped_case_is_opened(bench: Bench) -> None:
    path = bench.folder / "other.vcase"
    with Workspace.create(path, title="Other", person="Anna Nowak"):
        pass
    bench.drop(path)
    assert bench.shell.is_open
    assert bench.shell.case.title == "Other"


def test_a_report_dropped_without_a_case_is_not_swallowed(bench: Bench) -> None:
    bench.drop(bench.write())
    assert "Open or begin a case first" in bench.told


def test_the_same_file_twice_is_recognised(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(bench.write())
    bench.drop(bench.write("again.txt"))
    bench.until(lambda: "in this case already" in bench.told)
    assert len(bench.shell.documents) == 1


def test_a_notice_that_outlives_its_document_leads_nowhere_in_words(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(bench.write())
    bench.window.controllers.documents.choose()
    bench.until(lambda: "in this case already" in bench.told)
    bench.undo()
    assert not bench.shell.documents
    go = next(
        button
        for button in bench.window.findChildren(QPushButton)
        if button.text() == "Go to it" and button.isVisible()
    )
    go.click()
    assert "no longer in the case" in bench.told
    assert bench.window.desk.current is None


def test_a_file_that_cannot_be_read_is_told_by_its_name(bench: Bench) -> None:
    bench.new_case()
    empty = bench.folder / "empty.docx"
    empty.write_bytes(b"")
    bench.drop(empty)
    bench.until(lambda: "empty.docx" in bench.told)
    assert bench.shell.documents == ()


def test_an_import_can_be_undone_and_redone(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(bench.write())
    bench.undo()
    assert bench.shell.documents == ()
    assert bench.window.desk.tabs.count() == 0
    bench.redo()
    assert len(bench.shell.documents) == 1


def test_undo_refuses_what_somebody_else_has_changed_since(bench: Bench) -> None:
    path = bench.new_case()
    action = AddClaim("Prices doubled.")
    assert bench.shell.do(action)
    with Workspace.open(path, person="Ben Okoye") as other:
        other.do(EditClaim(action.id, {"statement": "Prices rose."}))
    bench.undo()
    assert "changed since" in bench.told
    assert not bench.window.actions_of["undo"].isEnabled()
    assert not bench.shell.history.canRedo()


def test_what_could_not_be_undone_for_want_of_room_is_undone_when_there_is_some(
    bench: Bench,
) -> None:
    bench.new_case()
    long = AddClaim("Prices doubled. " * 4000)
    assert bench.shell.do(long, "add claim")
    assert bench.shell.do(EditClaim(long.id, {"statement": "Prices rose."}), "edit claim")
    bench.may_grow(1)
    bench.undo()
    assert "the disk is full" in bench.told
    assert bench.claims[0].claim.statement == "Prices rose."
    assert bench.window.actions_of["undo"].text() == "&Undo edit claim"
    bench.may_grow(1_000_000)
    bench.undo()
    assert bench.claims[0].claim.statement == long.statement.strip()
    bench.redo()
    assert bench.claims[0].claim.statement == "Prices rose."


def test_what_is_typed_while_another_program_writes_stays_with_its_claim(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_MILLISECONDS", 1)
    path = bench.new_case()
    typed_into, other = AddClaim("Prices doubled."), AddClaim("Wages rose.")
    bench.do(typed_into)
    bench.do(other)
    bench.shell.select(typed_into.id)
    statement = bench.inspector.head.statement
    statement.setFocus()
    with closing(sqlite3.connect(path, isolation_level=None)) as somebody:
        somebody.execute("BEGIN IMMEDIATE")
        statement.setPlainText("Prices rose.")
        bench.shell.select(other.id)
        assert "is busy" in bench.told
        assert bench.shell.selection == typed_into.id
        assert statement.toPlainText() == "Prices rose."
    bench.shell.select(other.id)
    assert bench.shell.selection == other.id
    assert {line.claim.statement for line in bench.claims} == {"Prices rose.", "Wages rose."}


def test_an_empty_statement_is_refused_in_words_and_stays_to_be_mended(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(bench.write())
    bench.drag_over("Wages rose by 4 per cent")
    bench.key(Qt.Key.Key_H)
    bench.key(Qt.Key.Key_Delete)
    bench.view.setFocus()
    assert "needs a statement" in bench.told
    assert bench.claims[0].claim.statement == "Wages rose by 4 per cent"
    bench.inspector.begin_statement()
    bench.type("Wages rose.")
    bench.view.setFocus()
    assert bench.claims[0].claim.statement == "Wages rose."


def test_a_report_that_cannot_be_written_is_told(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(bench.write())
    bench.answer("report_target", bench.folder / "no folder" / "out.docx")
    bench.window.controllers.reports.word()
    bench.until(lambda: "out.docx" in bench.told)


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the plugin without a screen
def test_a_bug_is_told_once_with_a_report_to_copy(bench: Bench) -> None:
    handler = CrashHandler()
    heard: list[BaseException] = []
    before, sys.excepthook = sys.excepthook, lambda _kind, error, _trace: heard.append(error)
    try:
        handler.install()
        for words in ("first", "second"):
            error = ValueError(words)
            handler.tell(ValueError, error, None)
        dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog)]
        assert len(dialogs) == 1
        assert [str(error) for error in heard] == ["first", "second"]
        dialogs[0].copy_report()
        assert "ValueError: first" in QApplication.clipboard().text()
        dialogs[0].accept()
    finally:
        sys.excepthook = before
