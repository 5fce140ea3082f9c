"""Where the keyboard is after each thing that is done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from test_window_whole_job import with_claim
from window_driving import CTRL, Bench


def test_the_keyboard_is_in_the_document_when_the_claim_with_the_cursor_is_gone(
    bench: Bench,
) -> None:
    with_claim(bench)
    bench.until(bench.inspector.head.statement.hasFocus)
    bench.key(Qt.Key.Key_Z, CTRL)
    assert not bench.claims
    assert bench.view.hasFocus()


def test_who_gives_up_splitting_or_merging_does_not_stand_on_the_button_to_withdraw(
    bench: Bench,
) -> None:
    with_claim(bench)
    for name in ("claim.split", "claim.merge"):
        bench.window.actions_of[name].trigger()
        bench.type("x")
        bench.key(Qt.Key.Key_Escape)
        assert not bench.inspector.regroup.isVisible()
        assert bench.view.hasFocus()
    bench.key(Qt.Key.Key_Return)
    assert len(bench.claims) == 1


def test_ctrl_d_goes_to_the_document_from_a_view_of_the_whole_case(bench: Bench) -> None:
    with_claim(bench)
    bench.window.desk.show_place("matrix")
    assert bench.window.desk.current is None
    bench.key(Qt.Key.Key_D, CTRL)
    assert bench.view.hasFocus()


def test_ctrl_d_says_that_there_is_no_document(bench: Bench) -> None:
    bench.new_case()
    bench.key(Qt.Key.Key_D, CTRL)
    assert "no document yet" in bench.told
