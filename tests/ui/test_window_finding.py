"""Find in the document, search across the case, and decide about a new edition, in the window."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from window_driving import CTRL, CTRL_SHIFT, LEFT, REPORT, Bench

from verifier.actions.assessments import Assess
from verifier.actions.evidence import AddEvidence, AddSource
from verifier.actions.reviews import AddComment
from verifier.exchange import editions
from verifier.states import Anchoring, EvidenceKind
from verifier.text.ranges import TextRange
from verifier.ui.editions import EditionsDialog
from verifier.ui.evidence_tab import EvidenceTab
from verifier.ui.find_results import where_in
from verifier.ui.inspector.head import PassageCard
from verifier.ui.places.locker import Locker
from verifier.ui.places.sources import Sources

SHIFT = Qt.KeyboardModifier.ShiftModifier


def with_report(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(bench.write(text=REPORT + "Prices, “PRICES” and pricés.\n"))
    bench.view.setFocus()


def count(bench: Bench) -> str:
    return bench.window.desk.find_bar.count.text()


def test_words_are_found_as_they_are_typed_and_stepped_through(bench: Bench) -> None:
    with_report(bench)
    bench.key(Qt.Key.Key_F, CTRL)
    bench.type("prices")
    bench.until(lambda: count(bench) == "1 of 4")
    bench.key(Qt.Key.Key_Return)
    assert count(bench) == "2 of 4"
    bench.key(Qt.Key.Key_Return, SHIFT)
    bench.key(Qt.Key.Key_Return, SHIFT)
    assert count(bench) == "4 of 4"
    bench.window.desk.find_bar.match_case.click()
    bench.until(lambda: count(bench).endswith("of 2"))
    bench.key(Qt.Key.Key_Escape)
    assert not bench.window.desk.find_bar.isVisible()
    assert bench.view.hasFocus()


def test_what_is_found_is_listed_with_the_words_around_it(bench: Bench) -> None:
    with_report(bench)
    bar = bench.window.desk.find_bar
    bench.key(Qt.Key.Key_F, CTRL)
    bench.type("prices")
    bench.until(lambda: count(bench) == "1 of 4")
    lines = [bar.results.finds.index(row, 0) for row in range(bar.results.finds.rowCount())]
    assert len(lines) == 4
    assert "said that prices doubled in a year" in lines[0].data()
    bench.key(Qt.Key.Key_Down)
    assert (count(bench), bar.results.currentIndex().row()) == ("2 of 4", 1)
    place = bar.results.visualRect(lines[3]).center()
    QTest.mouseClick(bar.results.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
    assert count(bench) == "4 of 4"
    bar.results.grab()
    bench.click(bar.listing)
    assert not bar.results.isVisible()
    bar.field.setText("marmalade")
    bench.until(lambda: count(bench) == "Not found")


def test_a_find_tells_its_page_also_where_there_is_one_only() -> None:
    found = TextRange(50, 60)
    assert where_in([0], ["iv"], 100, paged=True)(found) == "iv"
    assert where_in([0, 40], ["1", "2"], 100, paged=True)(found) == "2"
    assert where_in([0], ["1"], 100, paged=False)(found) == "50 %"


def test_selected_words_are_what_is_looked_for(bench: Bench) -> None:
    with_report(bench)
    bench.drag_over("Wages rose")
    bench.key(Qt.Key.Key_F, CTRL)
    bench.until(lambda: count(bench) == "1 of 1")
    assert bench.window.desk.find_bar.field.text() == "Wages rose"


def test_an_expression_that_makes_no_sense_is_told_at_the_field(bench: Bench) -> None:
    with_report(bench)
    bench.key(Qt.Key.Key_F, CTRL)
    bench.window.desk.find_bar.regular.click()
    bench.window.desk.find_bar.field.setText("(")
    bench.until(lambda: "cannot be read" in count(bench))
    bench.window.desk.find_bar.field.setText(r"\d+")
    bench.until(lambda: count(bench) == "1 of 2")
    bench.window.desk.find_bar.field.setText("marmalade")
    bench.until(lambda: count(bench) == "Not found")


def test_a_search_across_the_case_leads_to_a_page_and_to_a_claim(bench: Bench) -> None:
    with_report(bench)
    bench.drag_over("attackers took 70")
    bench.key(Qt.Key.Key_H)
    claim = bench.claims[0].claim.id
    bench.shell.do(AddComment(claim, "Ask the marmalade ministry"))
    bench.shell.select("")
    bench.key(Qt.Key.Key_F, CTRL_SHIFT)
    panel = bench.window.controllers.finding.search
    assert panel.field.hasFocus()
    bench.type("marma")
    bench.until(lambda: [hit.kind for hit in panel.hits] == ["comment"])
    bench.key(Qt.Key.Key_Return)
    assert bench.shell.selection == claim
    assert not panel.isVisible()
    bench.key(Qt.Key.Key_F, CTRL_SHIFT)
    panel.field.setText("wages")
    bench.until(lambda: [hit.kind for hit in panel.hits] == ["document"])
    bench.key(Qt.Key.Key_Return)
    assert bench.view.hasFocus()


def test_words_of_evidence_are_shown_in_it_and_a_source_in_its_view(bench: Bench) -> None:
    with_report(bench)
    office = "Office of statistics\n\n" + "Nothing here.\n" * 300 + "Grain rose by 12 per cent.\n"
    bench.inspector.taker.take([bench.write("office.txt", office)])
    bench.jobs_are_done()
    bench.shell.do(AddSource({"title": "Marmalade Quarterly"}))
    bench.shell.do(AddEvidence(EvidenceKind.LINK, {"title": "Jam", "url": "https://example.org/j"}))
    panel, desk = bench.window.controllers.finding.search, bench.window.desk

    def go_to(words: str, kind: str) -> None:
        bench.window.controllers.finding.across()
        panel.field.setText(words)
        bench.key(Qt.Key.Key_Return)
        bench.until(lambda: not panel.isVisible())
        assert [hit.kind for hit in panel.hits] == [kind]

    go_to("grain rose", "evidence")
    tab = desk.beside.current
    assert isinstance(tab, EvidenceTab)
    assert tab.view.hasFocus()
    assert [hit.of(tab.content.text) for hit in tab.view._hits] == ["Grain"]
    assert tab.view.current_page() > 1 or tab.view.verticalScrollBar().value() > 0
    desk.beside.hide()
    go_to("rose by 12", "evidence")
    assert desk.beside.isVisible()
    go_to("marmalade", "source")
    sources = desk.tabs.currentWidget()
    assert isinstance(sources, Sources)
    assert sources.table.currentIndex().isValid()
    go_to("jam", "evidence")
    locker = desk.tabs.currentWidget()
    assert isinstance(locker, Locker)
    assert locker.current is not None
    assert locker.current.title == "Jam"


def test_a_search_lists_what_it_finds_while_the_typing_goes_on(bench: Bench) -> None:
    with_report(bench)
    bench.key(Qt.Key.Key_F, CTRL_SHIFT)
    panel = bench.window.controllers.finding.search
    panel._pause.setInterval(600_000)  # nobody pauses here
    for letters in ("pri", "ces dou"):
        bench.type(letters)
        bench.until(lambda: len(panel.hits) == 1 and not panel._latest.is_asking)
    bench.type("zz")
    bench.until(lambda: not panel._latest.is_asking)
    assert len(panel.hits) == 1  # it may become a word that there is
    bench.key(Qt.Key.Key_Return)
    assert panel.isVisible()
    assert (panel.hits, panel.count.text()) == ([], "Nothing was found.")


def test_the_panel_groups_what_it_finds_and_says_where_there_is_nothing(bench: Bench) -> None:
    with_report(bench)
    bench.drag_over("prices doubled")
    bench.key(Qt.Key.Key_H)
    bench.window.controllers.finding.across()
    panel = bench.window.controllers.finding.search
    panel.field.setText("prices")
    bench.until(lambda: len(panel.hits) == 2)
    heads = [panel.list.item(at).text() for at in (0, 2)]
    assert heads == ["Documents  1", "Claims  1"]
    bench.key(Qt.Key.Key_Down)
    assert panel.list.currentRow() == 3
    panel.field.setText("mnistry said")
    bench.until(lambda: panel.count.text() == "Nothing was found.")
    assert panel.list.item(0).text() == "Did you mean “ministry said”?"
    bench.key(Qt.Key.Key_Return)
    assert panel.field.text() == "ministry said"
    bench.until(lambda: len(panel.hits) == 1)
    panel.field.setText("xyzzy")
    bench.until(lambda: panel.count.text() == "Nothing was found.")
    bench.key(Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_a_new_edition_that_is_stopped_while_its_passages_are_looked_for_is_not_taken(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.new_case()
    bench.import_file(bench.write())
    before = bench.shell.documents

    def stopped_meanwhile(*args: Any, **kwargs: Any) -> editions.Plan:
        bench.shell.jobs.awaited[0].cancel()
        return plan(*args, **kwargs)

    plan = editions.plan
    monkeypatch.setattr(editions, "plan", stopped_meanwhile)
    bench.answer("edition", bench.write("second.txt", REPORT.replace("70", "95")))
    bench.window.controllers.documents.replace()
    bench.jobs_are_done()
    assert bench.shell.documents == before


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the plugin without a screen
def test_a_new_edition_is_taken_in_and_its_changed_words_decided(bench: Bench) -> None:
    with_report(bench)
    for words in ("prices doubled in a year", "took 70 government sites offline", "Wages rose"):
        bench.drag_over(words)
        bench.key(Qt.Key.Key_H)
        bench.view.setFocus()
    new = REPORT.replace("took 70 government", "took 95 government").replace("Wages rose by", "By")
    bench.answer("edition", bench.write("second.txt", new))
    bench.window.controllers.documents.replace()
    bench.until(lambda: bench.window.controllers.documents.replacer.dialog is not None)
    dialog = bench.window.controllers.documents.replacer.dialog
    assert isinstance(dialog, EditionsDialog)
    provider = bench.view.provider
    assert provider is not None
    assert "95 government" in provider.text
    waiting = [dialog.list.item(at).toolTip() for at in range(dialog.list.count())]
    assert sorted(waiting[:2]) == ["Changed wording", "Gone"]
    assert waiting[2:] == ["The same words"]
    dialog.list.setCurrentRow(2)
    assert "taken over" in dialog.what.text()
    assert "prices doubled in a year" in dialog.new.toPlainText()
    assert dialog.leave_button.isHidden()
    assert dialog.accept_button.isHidden()
    dialog.list.setCurrentRow(waiting.index("Changed wording"))
    assert "70" in dialog.old.toPlainText()
    assert "<" in dialog.new.toHtml()
    assert "95" in dialog.new.toPlainText()
    assert dialog.old.toPlainText().startswith("… On Friday")  # no part of the word before
    bench.click(dialog.accept_button)
    with bench.qtbot.waitSignal(dialog.destroyed):
        bench.click(dialog.leave_button)
    changed = next(line for line in bench.claims if "70" in line.claim.statement)
    assert changed.highlights[0].anchoring == Anchoring.CONFIRMED
    assert changed.claim.status == "unstarted"
    bench.jobs_are_done()


def test_a_search_that_finds_nothing_says_which_filter_names_nothing(bench: Bench) -> None:
    with_report(bench)
    bench.key(Qt.Key.Key_F, CTRL_SHIFT)
    bench.type("verdict:fasle")
    panel = bench.window.controllers.finding.search
    bench.until(lambda: panel.count.text() == "Nothing was found: there is no verdict:fasle.")
    bench.key(Qt.Key.Key_Escape)


def test_in_a_narrow_pane_how_to_compare_stands_below_what_is_looked_for(bench: Bench) -> None:
    with_report(bench)
    bench.view.setFocus()
    bench.key(Qt.Key.Key_F, CTRL)
    bar = bench.window.desk.find_bar

    def below() -> int:
        return bar.match_case.mapTo(bar, QPoint()).y() - bar.field.mapTo(bar, QPoint()).y()

    for width in (330, 900, 330):
        bar.setFixedWidth(width)
        if width < 600:
            bench.until(lambda: below() > bar.field.height() // 2)
        else:
            bench.until(lambda: below() < bar.field.height() // 2)
        assert bar.field.width() >= 100


def test_a_document_without_passages_says_that_it_was_replaced(bench: Bench) -> None:
    with_report(bench)
    bench.answer("edition", bench.write("second.txt", REPORT + "One more line.\n"))
    bench.window.controllers.documents.replace()
    bench.until(lambda: "second.txt is the new edition." in bench.told)
    assert bench.view.provider is not None
    assert "One more line." in bench.view.provider.text


def test_passages_that_were_taken_over_are_not_shown_in_another_case(bench: Bench) -> None:
    with_report(bench)
    bench.drag_over("Wages rose by 4 per cent")
    bench.key(Qt.Key.Key_H)
    bench.view.setFocus()
    bench.answer("edition", bench.write("second.txt", REPORT + "One more line.\n"))
    bench.window.controllers.documents.replace()
    bench.until(lambda: "second.txt is the new edition." in bench.told)
    buttons = bench.window.findChildren(QPushButton)
    show = next(button for button in buttons if button.text() == "Show them")
    bench.new_case("another.vcase")
    bench.click(show)
    assert bench.window.controllers.documents.replacer.dialog is None


THRICE = "Nobody answered when asked."


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the plugin without a screen
def test_who_chooses_among_several_places_sees_what_stood_around_the_passage(bench: Bench) -> None:
    old = (
        f"On Monday the office of Lviv was called. {THRICE} It closed early.\n\n"
        f"On Tuesday that of Odesa was. {THRICE} It was open.\n\n"
        f"On Friday that of Sumy was. {THRICE} It had moved.\n"
    )
    bench.new_case()
    bench.import_file(bench.write("first.txt", old))
    bench.drag_over(THRICE)
    bench.key(Qt.Key.Key_H)
    bench.view.setFocus()
    new = [f"Rung up at {hour} by a reader. {THRICE} Then {hour} calls more." for hour in "789"]
    bench.answer("edition", bench.write("second.txt", "\n\n".join(new)))
    bench.window.controllers.documents.replace()
    bench.until(lambda: bench.window.controllers.documents.replacer.dialog is not None)
    dialog = bench.window.controllers.documents.replacer.dialog
    assert isinstance(dialog, EditionsDialog)
    assert dialog.places.count() == 3
    assert "Lviv was called" in dialog.old.toPlainText()
    assert dialog.old_page.text() == "Page 1"
    dialog.places.setCurrentIndex(1)
    assert "at 8 by a reader" in dialog.new.toPlainText()
    assert dialog.new_page.text() == "Page 1"
    assert dialog.places.itemText(2).startswith("3. Page 1 · …")
    with bench.qtbot.waitSignal(dialog.destroyed):
        bench.click(dialog.later_button)
    bench.jobs_are_done()


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the plugin without a screen
def test_a_rating_of_earlier_words_is_said_to_be_one_until_it_is_confirmed(bench: Bench) -> None:
    with_report(bench)
    bench.drag_over("took 70 government sites offline")
    bench.key(Qt.Key.Key_H)
    bench.shell.do(Assess(bench.claims[0].claim.id, verdict="supported"), "rate")
    rating = bench.inspector.rating
    assert not rating.confirm_button.isVisible()
    bench.answer("edition", bench.write("second.txt", REPORT.replace("70", "95")))
    bench.window.controllers.documents.replace()
    bench.until(lambda: bench.window.controllers.documents.replacer.dialog is not None)
    dialog = bench.window.controllers.documents.replacer.dialog
    assert isinstance(dialog, EditionsDialog)
    (card,) = bench.inspector.findChildren(PassageCard)
    assert card.told_of_edition == "In an earlier edition only: waits for a decision"
    card.wanted.emit()
    assert "This passage stands in an earlier edition" in bench.told
    with bench.qtbot.waitSignal(dialog.destroyed):
        bench.click(dialog.accept_button)
    (card,) = bench.inspector.findChildren(PassageCard)
    assert card.told_of_edition == ""
    said = "The rating was given before the passage changed."
    assert said in bench.inspector.review.wanting.text()
    assert rating.confirm_button.isVisible()
    bench.click(rating.confirm_button)
    assert said not in bench.inspector.review.wanting.text()
    assert not rating.confirm_button.isVisible()
    bench.jobs_are_done()
