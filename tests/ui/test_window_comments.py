"""What a person does with their own comments: reword them, take them back, and undo that."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from window_driving import CTRL, Bench

from verifier.actions.claims import AddClaim
from verifier.actions.reviews import AddComment, EditComment, ResolveComment
from verifier.ui.inspector.remark import Remark
from verifier.workspace import Workspace

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", "grabbing the keyboard")


def commented(bench: Bench, *texts: str) -> tuple[Remark, ...]:
    """A claim with these comments, by whoever sits at the window."""
    bench.new_case()
    claim = AddClaim("Prices doubled.")
    assert bench.shell.do(claim)
    bench.shell.select(claim.id)
    for text in texts:
        assert bench.shell.do(AddComment(claim.id, text), "add comment")
    return bench.inspector.comments.remarks


def texts(bench: Bench) -> list[str]:
    return [remark.text.text() for remark in bench.inspector.comments.remarks]


def choose_in_menu(bench: Bench, remark: Remark, steps: int) -> None:
    """Open a comment's menu by the keyboard, and choose in it."""
    remark.more.setFocus()
    menu = remark.more.menu()
    assert isinstance(menu, QMenu)

    def press() -> None:
        for _ in range(steps):
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)

    menu.aboutToShow.connect(press, Qt.ConnectionType.QueuedConnection)
    bench.key(Qt.Key.Key_Space)
    bench.window.activateWindow()  # the plugin without a screen does not do it


def test_a_comment_is_reworded_in_its_place_says_so_and_comes_back_by_undo(bench: Bench) -> None:
    first, second = commented(bench, "Ask the office", "Which year?")
    assert not first._edited.isVisibleTo(first)
    choose_in_menu(bench, first, 1)
    assert first.field is not None
    bench.until(first.field.hasFocus)
    bench.type(" again")
    bench.key(Qt.Key.Key_Return, CTRL)
    assert first.field is None
    assert first.more.hasFocus()
    assert texts(bench) == ["Ask the office again", "Which year?"]
    assert first._edited.isVisibleTo(first)
    assert not second._edited.isVisibleTo(second)
    assert bench.window.actions_of["undo"].text() == "&Undo edit comment"
    bench.undo()
    assert texts(bench) == ["Ask the office", "Which year?"]
    assert not first._edited.isVisibleTo(first)


def test_a_comment_is_withdrawn_by_its_menu_and_comes_back_by_undo(bench: Bench) -> None:
    first, _ = commented(bench, "Ask the office", "Which year?")
    choose_in_menu(bench, first, 2)
    assert texts(bench) == ["Which year?"]
    bench.until(bench.inspector.comments.field.hasFocus)
    bench.undo()
    assert texts(bench) == ["Ask the office", "Which year?"]


def test_the_menus_commands_go_to_ones_last_comment(bench: Bench) -> None:
    commented(bench, "Ask the office", "Which year?")
    bench.window.actions_of["claim.edit_comment"].trigger()
    bench.key(Qt.Key.Key_A, CTRL)
    bench.type("Which month?")
    bench.key(Qt.Key.Key_Escape)
    assert texts(bench) == ["Ask the office", "Which month?"]
    bench.window.actions_of["claim.withdraw_comment"].trigger()
    bench.window.actions_of["claim.withdraw_comment"].trigger()
    assert texts(bench) == []
    bench.window.actions_of["claim.withdraw_comment"].trigger()
    bench.window.actions_of["claim.edit_comment"].trigger()
    assert bench.window.notices.passing.isVisible()


def test_other_peoples_comments_cannot_be_changed(bench: Bench) -> None:
    (own,) = commented(bench, "Ask the office")
    path, claim_id = bench.shell.path, bench.shell.selection
    with Workspace.open(path, person="Ben Okoye") as other:
        other.do(AddComment(claim_id, "I did."))
    bench.until(lambda: len(bench.inspector.comments.remarks) == 2)
    theirs = bench.inspector.comments.remarks[1]
    assert own.more.isVisibleTo(own)
    assert not theirs.more.isVisibleTo(theirs)
    assert bench.inspector.comments.own is own
    assert not bench.shell.do(EditComment(theirs.comment.id, "I did not."))
    assert "somebody else's" in bench.told


def test_a_comment_that_was_answered_is_not_withdrawn_and_it_is_said_why(bench: Bench) -> None:
    (first,) = commented(bench, "Ask the office")
    claim_id, parent = bench.shell.selection, first.comment.id
    assert bench.shell.do(AddComment(claim_id, "I did.", parent_id=parent))
    first.withdraw()
    assert "has been answered" in bench.told
    assert texts(bench) == ["Ask the office", "I did."]


def test_what_is_typed_in_a_comment_stays_when_somebody_else_comments(bench: Bench) -> None:
    (first,) = commented(bench, "Ask the office")
    first.begin()
    bench.type(" agai")
    with Workspace.open(bench.shell.path, person="Ben Okoye") as other:
        other.do(AddComment(bench.shell.selection, "I did."))
    bench.until(lambda: len(bench.inspector.comments.remarks) == 2)
    bench.type("n")
    assert first.field is not None
    assert first.field.toPlainText() == "Ask the office again"
    bench.inspector.head.statement.setFocus()
    bench.until(lambda: first.field is None)
    assert texts(bench) == ["Ask the office again", "I did."]


def test_an_empty_field_is_refused_and_escape_brings_the_comment_back(bench: Bench) -> None:
    (first,) = commented(bench, "Ask the office")
    first.begin()
    bench.key(Qt.Key.Key_A, CTRL)
    bench.key(Qt.Key.Key_Delete)
    bench.key(Qt.Key.Key_Return, CTRL)
    assert "The comment is empty" in bench.told
    assert first.field is not None
    bench.key(Qt.Key.Key_Escape)
    assert first.field is None
    assert texts(bench) == ["Ask the office"]
    assert bench.shell.drafts.are_saved


def test_the_keyboard_stays_on_a_comment_that_is_settled(bench: Bench) -> None:
    (first,) = commented(bench, "Ask the office")
    first.settle.setFocus()
    bench.key(Qt.Key.Key_Space)
    assert first.settle.hasFocus()
    assert first.settle.accessibleName() == "Open again"
    assert bench.shell.do(ResolveComment(first.comment.id, resolved=False))
    assert first.settle.accessibleName() == "Mark as settled"
