"""What is typed about a claim stays as it is typed while the cursor is there, and is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from test_window_places import timeline
from test_window_whole_job import rating, with_claim
from window_driving import CTRL, LEFT, NONE, Bench, window_of

from verifier import settings
from verifier.actions.claims import AddClaim
from verifier.queries.evidence import citations, sources
from verifier.states import Stance
from verifier.ui.drafts import DraftText
from verifier.ui.inspector.citation_card import CitationCard

pytestmark = pytest.mark.usefixtures("short_pauses")

KEPT = "All changes saved"


def pause(bench: Bench) -> None:
    """Stop typing until it is saved."""
    bench.until(lambda: bench.window.status.saved.text() == KEPT)


def test_a_sentence_goes_on_behind_the_blank_it_paused_at(bench: Bench) -> None:
    with_claim(bench)
    bench.type("What they ")
    bench.until(lambda: bench.claims[0].claim.statement == "What they")
    bench.type("said ")
    pause(bench)
    assert bench.claims[0].claim.statement == "What they said"
    assert bench.inspector.head.statement.toPlainText() == "What they said "
    bench.view.setFocus()
    assert bench.inspector.head.statement.toPlainText() == "What they said"


def test_the_next_tag_is_typed_behind_the_comma(bench: Bench) -> None:
    with_claim(bench)
    bench.view.setFocus()
    bench.key(Qt.Key.Key_D)
    field = bench.inspector.details.tags
    field.setFocus()
    bench.type("energy, ")
    bench.until(lambda: bench.claims[0].claim.tags == ["energy"])
    bench.type("prices, energy")
    bench.key(Qt.Key.Key_Return)
    assert bench.claims[0].claim.tags == ["energy", "prices"]
    assert field.text() == "energy, prices, energy"
    bench.key(Qt.Key.Key_Tab)
    assert field.text() == "energy, prices"


@pytest.mark.parametrize("name", ["findings", "assumptions", "gaps", "would_change"])
def test_a_rating_may_begin_with_any_of_its_lists_line_by_line(bench: Bench, name: str) -> None:
    with_claim(bench)
    field: DraftText = getattr(bench.inspector.rating, name)
    bench.inspector.rating.unfold()
    field.setFocus()
    bench.type("First.")
    bench.key(Qt.Key.Key_Return)
    pause(bench)
    bench.type("Second.")
    pause(bench)
    assert getattr(rating(bench), name) == ["First.", "Second."]


def test_the_only_verdict_is_taken_back_by_choosing_it_again(bench: Bench) -> None:
    with_claim(bench)
    verdict = bench.inspector.rating.verdict
    for _ in range(2):
        bench.choose(verdict, "refuted")
    assert (rating(bench).verdict, verdict.code) == ("", "")
    bench.undo()
    assert (rating(bench).verdict, verdict.code) == ("refuted", "refuted")
    assert "nothing in this rating" not in bench.told


def test_the_only_reason_can_be_deleted_and_the_case_closed(bench: Bench) -> None:
    with_claim(bench)
    bench.inspector.rating.reason.setFocus()
    bench.type("Because")
    pause(bench)
    bench.key(Qt.Key.Key_A, CTRL)
    bench.key(Qt.Key.Key_Delete)
    pause(bench)
    assert rating(bench).reason == ""
    assert bench.shell.close()


def test_what_is_typed_is_saved_before_its_claim_is_withdrawn(bench: Bench) -> None:
    with_claim(bench)
    bench.type("What they said")
    bench.window.actions_of["claim.withdraw"].trigger()
    assert not bench.claims
    assert bench.window.status.saved.text() == KEPT
    bench.undo()
    assert bench.claims[0].claim.statement == "What they said"
    assert bench.window.actions_of["undo"].text() == "&Undo edit statement"


def test_what_a_mistake_of_the_program_kept_from_being_saved_is_saved_later(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_claim(bench)

    def mistaken(_action: object) -> None:
        raise ZeroDivisionError

    statement = bench.inspector.head.statement
    statement.setPlainText("What they said")
    with monkeypatch.context() as once:
        once.setattr(bench.shell.workspace, "do", mistaken)
        with pytest.raises(ZeroDivisionError):
            bench.shell.drafts.settle()
    assert not bench.shell.drafts.are_saved
    assert bench.shell.drafts.settle()
    assert bench.claims[0].claim.statement == "What they said"


def test_what_is_refused_goes_with_its_claim(bench: Bench) -> None:
    with_claim(bench)
    bench.inspector.head.date.setFocus()
    bench.type("some day")
    bench.key(Qt.Key.Key_Return)
    assert "no date" in bench.told
    bench.window.actions_of["claim.withdraw"].trigger()
    bench.undo()
    assert (bench.claims[0].claim.date, bench.inspector.head.date.text()) == ("", "")
    assert bench.shell.close()


def test_a_view_is_not_closed_over_what_it_refused(bench: Bench) -> None:
    with_claim(bench)
    view = timeline(bench)
    view.incidents.add()
    (card,) = view.incidents.cards.values()
    end = card.form.widgets["end"]
    end.setFocus()
    bench.type("soon")
    tabs = bench.window.desk.tabs
    tabs.close_tab(tabs.currentIndex())
    assert "no date" in bench.told
    assert tabs.currentWidget() is view
    bench.click(view.add_incident)
    assert len(view.incidents.cards) == 2
    tabs.close_tab(tabs.currentIndex())
    assert tabs.currentWidget() is not view
    assert bench.shell.close()


def test_a_source_that_is_being_written_waits_for_its_claim(bench: Bench) -> None:
    with_claim(bench)
    other = AddClaim("Wages rose")
    bench.do(other)
    bench.view.setFocus()
    bench.key(Qt.Key.Key_L)
    bench.type("Statistics office")
    first = bench.shell.selection
    bench.shell.select(other.id)
    assert bench.inspector.citations.form is None
    bench.shell.select(first)
    form = bench.inspector.citations.form
    assert form is not None
    bench.until(form.isVisible)
    assert form.title.text() == "Statistics office"
    bench.click(form.save)
    assert (bench.claims[0].citations, bench.claims[1].citations) == (1, 0)


def test_a_form_in_which_nothing_was_written_does_not_wait(bench: Bench) -> None:
    with_claim(bench)
    other = AddClaim("Wages rose")
    bench.do(other)
    bench.view.setFocus()
    bench.key(Qt.Key.Key_L)
    first = bench.shell.selection
    for claim_id in (other.id, first):
        bench.shell.select(claim_id)
        assert bench.inspector.citations.form is None


def test_a_comment_that_was_not_sent_is_there_at_the_next_start(
    bench: Bench, qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_claim(bench)
    bench.view.setFocus()
    bench.key(Qt.Key.Key_C)
    bench.type("Ask the office")
    path = bench.shell.path
    assert bench.window.close()
    with window_of(qtbot, qapp, tmp_path, monkeypatch, settings.load().settings) as later:
        assert later.shell.open(path)
        later.until(lambda: later.shell.selection)
        assert later.inspector.comments.field.toPlainText() == "Ask the office"


def test_a_source_that_is_being_written_waits_while_another_citation_is_corrected(
    bench: Bench,
) -> None:
    with_claim(bench)
    bench.view.setFocus()
    bench.key(Qt.Key.Key_L)
    bench.type("Statistics office")
    bench.key(Qt.Key.Key_Return, CTRL)
    bench.key(Qt.Key.Key_L)
    bench.type("The ministry")
    cited = bench.inspector.citations
    (card,) = cited.findChildren(CitationCard)
    card.edit_wanted.emit()
    bench.until(lambda: cited.form is not None and cited.form.citation_id == card.citation.id)
    bench.type(" of Poland")
    cited.begin()
    assert cited.form is not None
    assert cited.form.title.text() == "The ministry"
    bench.click(cited.form.cancel)
    assert cited.form is not None
    assert cited.form.title.text() == "Statistics office of Poland", "what was begun comes back"
    bench.click(cited.form.save)
    assert cited.form is None
    assert [row.title for row in bench.shell.read(sources)] == ["Statistics office of Poland"]


def test_a_form_that_was_left_by_escape_can_be_had_again(bench: Bench) -> None:
    with_claim(bench)
    bench.view.setFocus()
    bench.key(Qt.Key.Key_L)
    bench.key(Qt.Key.Key_Escape)
    assert "was left" not in bench.told
    bench.view.setFocus()
    bench.key(Qt.Key.Key_L)
    bench.type("Statistics office")
    bench.key(Qt.Key.Key_Escape)
    assert bench.inspector.citations.form is None
    (card,) = [card for card in bench.window.notices.cards if "was left" in card.notice.text]
    bench.click(next(b for b in card.findChildren(QPushButton) if b.text() == "Bring it back"))
    form = bench.inspector.citations.form
    assert form is not None
    assert form.title.text() == "Statistics office"
    bench.key(Qt.Key.Key_Return, CTRL)
    assert [row.title for row in bench.shell.read(sources)] == ["Statistics office"]


def test_a_source_that_was_begun_is_there_at_the_next_start(
    bench: Bench, qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_claim(bench)
    bench.view.setFocus()
    bench.key(Qt.Key.Key_L)
    bench.type("Statistics office")
    form = bench.inspector.citations.form
    assert form is not None
    form.stance.choose(Stance.REFUTES)
    form.quote.setFocus()
    bench.type("Prices rose by 4 per cent")
    path = bench.shell.path
    assert bench.window.close()
    with window_of(qtbot, qapp, tmp_path, monkeypatch, settings.load().settings) as later:
        assert later.shell.open(path)
        later.until(lambda: later.shell.selection)
        again = later.inspector.citations.form
        assert again is not None
        assert again.title.text() == "Statistics office"
        later.click(again.save)
        (row,) = later.shell.read(citations)
        assert (row.stance, row.quote) == (Stance.REFUTES, "Prices rose by 4 per cent")
        assert later.shell.close()
        assert later.shell.open(path)
        later.until(lambda: later.shell.selection)
        assert later.inspector.citations.form is None


def test_what_is_typed_while_the_disk_is_full_stays_with_its_claim_until_there_is_room(
    bench: Bench,
) -> None:
    with_claim(bench)
    typed_into = bench.shell.selection
    other = AddClaim("Another one.")
    bench.do(other)
    bench.shell.select(typed_into)
    words = "What they said, at length. " * 4000
    bench.may_grow(1)
    bench.inspector.head.statement.setFocus()
    bench.inspector.head.statement.setPlainText(words)
    lines = bench.window.desk.claims.list
    there = lines.model().index(1, 0)
    QTest.mouseClick(lines.viewport(), LEFT, NONE, lines.visualRect(there).center())
    assert "the disk is full" in bench.told
    assert bench.shell.selection == typed_into
    bench.until(lambda: not lines.selectionModel().isSelected(there))
    assert lines.selectionModel().isSelected(lines.model().index(0, 0))
    table = bench.window.desk.table.view
    QTest.mouseClick(
        table.viewport(), LEFT, NONE, table.visualRect(table.model().index(1, 1)).center()
    )
    bench.until(lambda: table.chosen() == (typed_into,))
    assert bench.inspector.head.statement.toPlainText() == words
    assert "Not saved" in bench.window.status.saved.text()
    bench.may_grow(1_000_000)
    bench.shell.select(other.id)
    assert bench.shell.selection == other.id
    line = bench.shell.claims.get(typed_into)
    assert line is not None
    assert line.claim.statement == words.strip()


def test_a_reason_that_is_being_typed_stays_when_the_menu_gives_the_verdict(bench: Bench) -> None:
    with_claim(bench)
    bench.inspector.rating.reason.setFocus()
    bench.type("Because")
    bench.window.actions_of["rate.verdict1"].trigger()
    assert rating(bench).verdict
    assert rating(bench).reason == "Because"


def test_two_fields_of_a_rating_that_waited_are_both_saved(bench: Bench) -> None:
    with_claim(bench)
    fields = bench.inspector.rating
    fields.unfold()
    bench.may_grow(1)
    for field in (fields.reason, fields.correction):
        field.setFocus()
        field.setPlainText("What they said, at length. " * 4000)
    assert "the disk is full" in bench.told
    bench.may_grow(1_000_000)
    assert bench.shell.drafts.settle()
    assert rating(bench).reason.startswith("What they said")
    assert rating(bench).correction.startswith("What they said")
