"""A document that came in by mistake leaves the case, and comes back with its passages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from window_driving import Bench

from verifier.actions.assessments import Assess
from verifier.actions.documents import EditDocument, RemoveDocument, RestoreDocument
from verifier.actions.reviews import ReviewClaim
from verifier.states import Decision
from verifier.ui.removing import RemovingDialog
from verifier.ui.withdrawn import RemovedDialog
from verifier.workspace import Workspace

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", "grabbing the keyboard")
WORDS = "prices doubled in a year"


def with_documents(bench: Bench) -> None:
    """A case of two documents; a claim stands in the first, which is in front."""
    bench.new_case()
    bench.import_file(bench.write())
    bench.drag_over(WORDS)
    bench.key(Qt.Key.Key_H)
    bench.until(lambda: bench.claims)
    bench.import_file(bench.write("minutes.txt", "Minutes of the meeting.\n"))
    bench.window.desk.show_document(bench.shell.documents[0].id)


def asked(bench: Bench) -> RemovingDialog:
    dialog = bench.window.controllers.documents.remover.dialog
    assert dialog is not None
    return dialog


def titles(bench: Bench) -> list[str]:
    return [row.title for row in bench.shell.documents]


def passages(bench: Bench) -> list[str]:
    return [each.quote for line in bench.claims for each in line.highlights]


def shown(bench: Bench) -> list[str]:
    """The passages of the claim that is looked at."""
    assert bench.inspector.claim is not None
    return [each.quote for each in bench.inspector.claim.highlights]


def test_a_document_without_passages_is_removed_unasked_with_its_tab_and_comes_back_by_undo(
    bench: Bench,
) -> None:
    with_documents(bench)
    bench.window.desk.show_document(bench.shell.documents[1].id)
    tabs = bench.window.desk.tabs
    bench.window.actions_of["document.remove"].trigger()
    assert titles(bench) == ["report.txt"]
    assert [tab.title for tab in tabs.documents()] == ["report.txt"]
    assert bench.window.actions_of["undo"].text() == "&Undo remove document"
    bench.undo()
    assert titles(bench) == ["report.txt", "minutes.txt"]
    assert bench.window.desk.current is not None
    assert bench.window.desk.current.title == "minutes.txt"


def test_another_document_is_shown_where_the_only_one_that_was_open_is_removed(
    bench: Bench,
) -> None:
    with_documents(bench)
    desk = bench.window.desk
    desk.tabs.close_tab(1)
    bench.view.setFocus()
    bench.window.actions_of["document.remove"].trigger()
    bench.click(asked(bench).remove)
    assert desk.current is not None
    assert desk.current.title == "minutes.txt"
    desk.tabs.close_tab(0)
    assert bench.shell.do(EditDocument(bench.shell.documents[0].id, {"author": "The ministry"}))
    assert desk.tabs.count() == 0


def test_a_document_with_passages_is_removed_after_a_question_and_its_claims_stay(
    bench: Bench,
) -> None:
    with_documents(bench)
    bench.window.actions_of["document.remove"].trigger()
    dialog = asked(bench)
    assert "passage in “report.txt”: 1" in dialog.words.text()
    assert "stay in the case" in dialog.words.text()
    bench.click(dialog.stay)
    assert titles(bench) == ["report.txt", "minutes.txt"]
    bench.window.actions_of["document.remove"].trigger()
    bench.click(asked(bench).remove)
    assert titles(bench) == ["minutes.txt"]
    assert len(bench.claims) == 1
    assert passages(bench) == []
    assert shown(bench) == []
    bench.undo()
    assert titles(bench) == ["report.txt", "minutes.txt"]
    assert passages(bench) == [WORDS]
    assert bench.shell.claims.count_in(bench.shell.documents[0].id) == 1
    assert shown(bench) == [WORDS]


def test_the_list_of_documents_removes_by_the_delete_key_and_by_its_menu(bench: Bench) -> None:
    with_documents(bench)
    lines = bench.window.desk.documents.list
    lines.setCurrentRow(1)
    lines.setFocus()
    bench.key(Qt.Key.Key_Delete)
    assert titles(bench) == ["report.txt"]
    lines.customContextMenuRequested.emit(lines.visualItemRect(lines.item(0)).center())
    (menu,) = lines.findChildren(QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Up)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    bench.click(asked(bench).remove)
    assert titles(bench) == []


def test_a_document_that_was_removed_in_another_sitting_is_restored_from_a_list(
    bench: Bench,
) -> None:
    with_documents(bench)
    path = bench.shell.path
    bench.window.actions_of["document.remove"].trigger()
    bench.click(asked(bench).remove)
    assert bench.shell.close()
    assert bench.shell.open(path)
    bench.window.actions_of["document.restore"].trigger()
    (dialog,) = bench.window.findChildren(RemovedDialog)
    assert dialog.list.item(0).text() == "D1  report.txt · claims: 1"
    bench.click(dialog.restore)
    assert titles(bench) == ["report.txt", "minutes.txt"]
    assert passages(bench) == [WORDS]
    assert not dialog.restore.isEnabled()
    bench.undo()
    assert dialog.list.count() == 1
    dialog.close()


def test_a_document_in_which_an_approved_claim_stands_stays_and_it_is_said_why(
    bench: Bench,
) -> None:
    with_documents(bench)
    (line,) = bench.claims
    assert bench.shell.do(Assess(line.claim.id, "supported", "high", reason="It is so."))
    assert bench.shell.do(ReviewClaim(line.claim.id, Decision.SUBMIT))
    assert bench.shell.do(ReviewClaim(line.claim.id, Decision.APPROVE))
    bench.window.actions_of["document.remove"].trigger()
    bench.click(asked(bench).remove)
    assert "C1 is approved and locked" in bench.told
    assert titles(bench) == ["report.txt", "minutes.txt"]


def test_claims_lose_and_get_back_their_passages_when_somebody_else_removes_the_document(
    bench: Bench,
) -> None:
    with_documents(bench)
    document_id = bench.shell.documents[0].id
    with Workspace.open(bench.shell.path, person="Ben Okoye") as other:
        other.do(RemoveDocument(document_id))
        bench.until(lambda: titles(bench) == ["minutes.txt"])
        assert passages(bench) == []
        other.do(RestoreDocument(document_id))
        bench.until(lambda: len(titles(bench)) == 2)
        assert passages(bench) == [WORDS]


def test_what_is_asked_about_a_document_that_goes_meanwhile_ends_in_words(bench: Bench) -> None:
    with_documents(bench)
    bench.key(Qt.Key.Key_Escape)
    bench.window.actions_of["document.remove"].trigger()
    dialog = asked(bench)
    assert bench.shell.do(RemoveDocument(bench.shell.documents[0].id))
    bench.click(dialog.remove)
    assert titles(bench) == ["minutes.txt"]
    assert bench.shell.do(EditDocument(bench.shell.documents[0].id, {"title": "Minutes"}))
    assert bench.window.desk.documents.list.item(0).text() == "Minutes"
