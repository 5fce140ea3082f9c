"""A case that cannot take the last words, closed all the same: what becomes of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from window_driving import Bench

from verifier import settings
from verifier.actions.claims import AddClaim
from verifier.errors import CannotWrite
from verifier.settings import Settings
from verifier.ui.kept_words import KeepingDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the plugin without a screen
WORDS = "What they said, at length. " * 4000


def without_room(bench: Bench) -> Path:
    """A case on a full disk, and words in the field of the statement."""
    path = bench.new_case()
    claim = AddClaim("Prices doubled.")
    bench.do(claim)
    bench.shell.select(claim.id)
    bench.may_grow(1)
    bench.inspector.head.statement.setFocus()
    bench.inspector.head.statement.setPlainText(WORDS)
    return path


def asked(bench: Bench) -> KeepingDialog:
    """The question that keeps the window open."""
    assert not bench.window.close()
    dialog = bench.window.kept_words.dialog
    assert dialog is not None
    return dialog


def said(dialog: KeepingDialog) -> str:
    return "\n".join(each.text() for each in dialog.labels)


def settings_disk_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Settings) -> None:
        raise CannotWrite("The settings cannot be written.", "Free space there.")

    monkeypatch.setattr(settings, "save", refuse)


def test_a_window_with_a_full_disk_says_what_would_be_lost_and_stays_if_wanted(
    bench: Bench,
) -> None:
    without_room(bench)
    dialog = asked(bench)
    assert "the disk is full" in said(dialog)
    assert "Not saved: Statement" in said(dialog)
    assert dialog.words.toPlainText() == WORDS
    bench.click(dialog.stay)
    assert bench.shell.is_open
    assert bench.shell.drafts.words == WORDS
    bench.may_grow(1_000_000)
    assert bench.window.close()
    assert not bench.shell.is_open


def test_words_that_a_full_disk_has_no_room_for_are_kept_and_shown_at_the_next_opening(
    bench: Bench,
) -> None:
    path = without_room(bench)
    bench.click(asked(bench).keep)
    assert bench.window.isHidden()
    assert not bench.shell.is_open
    bench.window.show()
    assert bench.shell.open(path)
    assert bench.claims[0].claim.statement == "Prices doubled."
    assert "could not be saved" in bench.told
    buttons = bench.window.notices.waiting.findChildren(QPushButton)
    bench.click(next(each for each in buttons if each.text() == "Copy what you were writing"))
    assert QApplication.clipboard().text() == WORDS


def test_words_go_to_the_clipboard_where_no_disk_has_room_for_them(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_room(bench)
    dialog = asked(bench)
    settings_disk_is_full(monkeypatch)
    bench.click(dialog.keep)
    assert bench.shell.is_open
    assert not dialog.keep.isEnabled()
    assert dialog.focusWidget() is dialog.copy
    assert "cannot be kept" in said(dialog)
    bench.click(dialog.copy)
    assert not bench.shell.is_open
    assert QApplication.clipboard().text() == WORDS


def test_a_comment_that_is_not_sent_is_not_lost_where_the_settings_cannot_be_written(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.new_case()
    claim = AddClaim("Prices doubled.")
    bench.do(claim)
    bench.shell.select(claim.id)
    bench.inspector.comments.field.setPlainText("Ask the office")
    settings_disk_is_full(monkeypatch)
    dialog = asked(bench)
    assert "The settings cannot be written" in said(dialog)
    assert "Not saved: New comment" in said(dialog)
    assert dialog.words.toPlainText() == "Ask the office"
    assert not dialog.keep.isEnabled()
    bench.click(dialog.stay)
    assert bench.shell.is_open
    bench.click(asked(bench).copy)
    assert not bench.shell.is_open
    assert QApplication.clipboard().text() == "Ask the office"


def test_all_that_would_be_lost_is_shown_at_once_where_no_disk_has_room(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_room(bench)
    bench.inspector.citations.begin()
    form = bench.inspector.citations.form
    assert form is not None
    form.title.setText("Statistics office")
    settings_disk_is_full(monkeypatch)
    dialog = asked(bench)
    assert "Not saved: Statement, New source" in said(dialog)
    assert dialog.words.toPlainText() == f"{WORDS}\n\nStatistics office"
    bench.click(dialog.drop)
    assert not bench.shell.is_open


def test_a_window_is_closed_without_the_words_by_whoever_wants_that(bench: Bench) -> None:
    path = without_room(bench)
    bench.click(asked(bench).drop)
    assert not bench.shell.is_open
    bench.window.show()
    assert bench.shell.open(path)
    assert bench.claims[0].claim.statement == "Prices doubled."
    assert "could not be saved" not in bench.told
