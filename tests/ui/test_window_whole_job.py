"""The whole job in the window: a report in, a claim, a rating, a source, a Word report out."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from window_driving import CTRL, CTRL_SHIFT, Bench

from verifier.queries.claims import AssessmentRow
from verifier.ui.combo import choose_in
from verifier.ui.inspector.citation_form import CitationForm

pytestmark = pytest.mark.usefixtures("short_pauses")


def rating(bench: Bench) -> AssessmentRow:
    found = bench.claims[0].assessment
    assert found is not None
    return found


def form(bench: Bench) -> CitationForm:
    found = bench.inspector.citations.form
    assert found is not None
    return found


def with_claim(bench: Bench, words: str = "prices doubled in a year") -> None:
    bench.new_case()
    bench.import_file(bench.write())
    bench.drag_over(words)
    bench.key(Qt.Key.Key_H)


def with_source(bench: Bench) -> None:
    with_claim(bench)
    bench.click(bench.inspector.citations.add)
    opened = form(bench)
    assert opened.title.hasFocus()
    bench.type("Consumer prices")
    opened.publisher.setText("Statistics office")
    opened.url.setText("https://statistics.example/prices")
    bench.choose(opened.stance, "refutes")
    opened.quote.setPlainText("Prices rose by 9 per cent.")
    choose_in(opened.reliability, "B")
    choose_in(opened.credibility, "2")
    bench.click(opened.save)


def test_words_become_a_claim_and_the_cursor_stands_in_its_statement(bench: Bench) -> None:
    with_claim(bench)
    assert [line.claim.statement for line in bench.claims] == ["prices doubled in a year"]
    assert [h.quote for h in bench.claims[0].highlights] == ["prices doubled in a year"]
    assert bench.shell.selection == bench.claims[0].claim.id
    assert bench.inspector.head.statement.hasFocus()
    assert [h.label for h in bench.view.highlights()] == ["C1"]


def test_a_statement_begins_at_a_word_and_the_quote_where_the_selection_does(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(bench.write(text="The ministry (in Kyiv), said the agency, moved.\n"))
    bench.drag_over("), said the agency")
    bench.key(Qt.Key.Key_H)
    (line,) = bench.claims
    assert line.claim.statement == "said the agency"
    assert line.highlights[0].quote == "), said the agency"


def test_the_floating_button_makes_a_claim_too(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(bench.write())
    bench.drag_over("Wages rose by 4 per cent")
    bench.view.want_claim()
    assert bench.claims[0].claim.statement == "Wages rose by 4 per cent"


def test_offsets_are_code_points_beyond_an_emoji(bench: Bench) -> None:
    with_claim(bench, "70 government sites")
    highlight = bench.claims[0].highlights[0]
    tab = bench.window.desk.current
    assert tab is not None
    assert highlight.range.of(tab.content.text) == "70 government sites"


def test_a_statement_saves_itself_when_the_typing_pauses(bench: Bench) -> None:
    with_claim(bench)
    bench.type("Prices doubled.")
    assert bench.window.status.saved.text() == "Saving…"
    bench.until(lambda: bench.claims[0].claim.statement == "Prices doubled.")
    assert bench.window.status.saved.text() == "All changes saved"


def test_a_statement_saves_itself_when_the_field_is_left(bench: Bench) -> None:
    with_claim(bench)
    bench.type("Prices doubled.")
    bench.view.setFocus()
    assert bench.claims[0].claim.statement == "Prices doubled."


def test_a_rating_colours_the_passage_and_can_be_undone(bench: Bench) -> None:
    with_claim(bench)
    plain = bench.view.highlights()[0].tint
    bench.choose(bench.inspector.rating.verdict, "refuted")
    assert rating(bench).verdict == "refuted"
    assert bench.view.highlights()[0].tint == "#f0969f"
    bench.choose(bench.inspector.rating.confidence, "high")
    assert (rating(bench).verdict, rating(bench).confidence) == ("refuted", "high")
    bench.undo()
    assert rating(bench).confidence == ""
    assert bench.inspector.rating.confidence.code == ""
    bench.undo()
    assert bench.claims[0].assessment is None
    assert bench.view.highlights()[0].tint == plain
    bench.redo()
    bench.redo()
    assert (rating(bench).verdict, rating(bench).confidence) == ("refuted", "high")
    assert bench.inspector.rating.verdict.code == "refuted"


def test_likelihood_and_reason_belong_to_the_rating(bench: Bench) -> None:
    with_claim(bench)
    rated = bench.inspector.rating
    rated.likelihood.setCurrentIndex(rated.likelihood.findData("likely"))
    rated.likelihood.activated.emit(rated.likelihood.currentIndex())
    bench.view.setFocus()
    bench.key(Qt.Key.Key_R)
    bench.type("The table says otherwise.")
    bench.key(Qt.Key.Key_Escape)
    assert bench.view.hasFocus()
    assert (rating(bench).likelihood, rating(bench).reason) == (
        "likely",
        "The table says otherwise.",
    )
    bench.undo()
    assert rating(bench).reason == ""
    assert rated.reason.toPlainText() == ""
    bench.redo()
    assert rated.reason.toPlainText() == "The table says otherwise."


def test_choosing_the_chosen_verdict_takes_it_back(bench: Bench) -> None:
    with_claim(bench)
    bench.choose(bench.inspector.rating.confidence, "low")
    bench.choose(bench.inspector.rating.verdict, "mixed")
    bench.choose(bench.inspector.rating.verdict, "mixed")
    assert (rating(bench).verdict, rating(bench).confidence) == ("", "low")


def test_a_source_is_attached_with_stance_quote_and_grade(bench: Bench) -> None:
    with_source(bench)
    claim = bench.inspector.claim
    assert claim is not None
    citation = claim.citations[0]
    source = claim.source_of(citation)
    assert source is not None
    assert (citation.stance, citation.quote, citation.credibility) == (
        "refutes",
        "Prices rose by 9 per cent.",
        "2",
    )
    assert (source.title, source.publisher, source.reliability) == (
        "Consumer prices",
        "Statistics office",
        "B",
    )
    assert bench.inspector.citations.form is None
    bench.undo()
    assert bench.inspector.claim is not None
    assert bench.inspector.claim.citations == ()
    bench.redo()
    assert len(bench.inspector.claim.citations) == 1


def test_undo_and_redo_name_what_they_do(bench: Bench) -> None:
    with_claim(bench)
    bench.view.setFocus()
    assert bench.window.actions_of["undo"].text() == "&Undo add claim"
    bench.key(Qt.Key.Key_Z, CTRL)
    assert bench.claims == ()
    assert bench.view.highlights() == []
    assert bench.window.actions_of["redo"].text() == "&Redo add claim"
    bench.key(Qt.Key.Key_Z, CTRL_SHIFT)
    assert len(bench.claims) == 1
    assert bench.shell.selection == bench.claims[0].claim.id


def test_typing_taken_back_in_its_field_is_followed_by_what_was_done_before(bench: Bench) -> None:
    with_claim(bench)
    quote = bench.claims[0].claim.statement
    bench.until(bench.inspector.head.statement.hasFocus)
    bench.type("What they said")
    bench.until(lambda: bench.claims[0].claim.statement == "What they said")
    bench.key(Qt.Key.Key_Z, CTRL)
    bench.until(lambda: bench.claims[0].claim.statement == quote)
    assert bench.window.actions_of["undo"].text() == "&Undo add claim"
    bench.key(Qt.Key.Key_Z, CTRL)
    assert bench.claims == ()
    assert "undone" not in bench.told


def test_words_typed_in_two_breaths_are_undone_as_one(bench: Bench) -> None:
    with_claim(bench)
    quote = bench.claims[0].claim.statement
    bench.type("What they")
    bench.until(lambda: bench.claims[0].claim.statement == "What they")
    bench.type(" said")
    bench.until(lambda: bench.claims[0].claim.statement == "What they said")
    bench.view.setFocus()
    bench.key(Qt.Key.Key_Z, CTRL)
    assert bench.claims[0].claim.statement == quote
    bench.key(Qt.Key.Key_Z, CTRL_SHIFT)
    assert bench.claims[0].claim.statement == "What they said"
    assert "undone" not in bench.told


def test_the_report_is_written_and_offered(bench: Bench) -> None:
    with_source(bench)
    bench.choose(bench.inspector.rating.verdict, "refuted")
    target = bench.folder / "out.docx"
    bench.answer("report_target", target)
    with bench.qtbot.waitSignal(bench.shell.jobs.ended, timeout=20_000):
        bench.window.controllers.reports.word()
    bench.until(lambda: "The report is written" in bench.told)
    assert comments_of(target).count("<w:comment ") >= 1


def comments_of(report: Path) -> str:
    with zipfile.ZipFile(report) as file:
        return file.read("word/comments.xml").decode()


def test_typed_words_are_in_the_report_without_a_pause(bench: Bench) -> None:
    with_claim(bench)
    bench.type("Typed a moment ago")
    target = bench.folder / "out.docx"
    bench.answer("report_target", target)
    bench.window.controllers.reports.word()
    bench.until(lambda: "The report is written" in bench.told)
    with zipfile.ZipFile(target) as file:
        assert "Typed a moment ago" in file.read("word/document.xml").decode()


def test_a_withdrawn_claim_comes_back_with_its_highlight(bench: Bench) -> None:
    with_claim(bench)
    bench.window.controllers.claims.withdraw()
    assert bench.claims == ()
    assert bench.shell.selection == ""
    bench.undo()
    assert len(bench.claims) == 1
    assert len(bench.view.highlights()) == 1


def test_another_passage_joins_the_claim(bench: Bench) -> None:
    with_claim(bench)
    bench.drag_over("Wages rose by 4 per cent")
    bench.key(Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier)
    assert len(bench.claims) == 1
    assert len(bench.claims[0].highlights) == 2


def test_a_comment_is_written_and_settled(bench: Bench) -> None:
    with_claim(bench)
    bench.window.controllers.claims.comment()
    bench.type("Which year?")
    bench.key(Qt.Key.Key_Return, CTRL)
    assert bench.inspector.claim is not None
    assert [comment.text for comment in bench.inspector.claim.comments] == ["Which year?"]
    assert bench.inspector.comments.field.toPlainText() == ""


def test_clicking_a_highlight_opens_its_claim(bench: Bench) -> None:
    with_claim(bench)
    bench.shell.select("")
    assert bench.inspector.claim is None
    bench.view.highlight_clicked.emit(bench.view.highlights()[0].id)
    assert bench.inspector.claim is not None
