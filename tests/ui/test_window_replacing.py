"""A document is replaced while other things happen: what was stopped stays out, nothing is lost."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from reading_samples import make_pdf, rest, top_line
from window_driving import CTRL, REPORT, Bench

from verifier.actions.documents import RemoveDocument
from verifier.exchange import editions
from verifier.exchange.editions import Plan
from verifier.queries import documents
from verifier.queries.editions import undecided
from verifier.text.ranges import TextRange
from verifier.ui.document_tab import DocumentTab
from verifier.ui.replacing import Replacer


@pytest.fixture
def replacer(bench: Bench) -> Replacer:
    """A report with one passage is open, to be replaced."""
    bench.new_case()
    bench.import_file(bench.write())
    bench.drag_over("prices doubled in a year")
    bench.key(Qt.Key.Key_H)
    bench.view.setFocus()
    return bench.window.controllers.documents.replacer


@pytest.fixture
def long_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who types here goes on typing, however slow the machine is."""
    monkeypatch.setattr("verifier.ui.drafts.PAUSE_MS", 60_000)


def at_rest(bench: Bench) -> None:
    """The document in front is set for its pane, and drawn."""
    rest(bench.qtbot, bench.view)


def text_of(bench: Bench) -> str:
    """Of the document in front."""
    provider = bench.view.provider
    assert provider is not None
    return provider.text


def top_words(bench: Bench) -> str:
    """The first line of which at least half shows."""
    return top_line(bench.view).of(text_of(bench))


def waiting(bench: Bench) -> frozenset[str]:
    """The passages of earlier editions that wait for a decision."""
    (document,) = bench.shell.documents
    with bench.shell.workspace.reading() as session:
        case_id = bench.shell.workspace.case_id
        return undecided(session, case_id, document.id, document.edition_id)


def test_a_new_edition_that_is_stopped_while_its_passages_are_sought_stays_out(
    bench: Bench, replacer: Replacer, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, stopped = threading.Event(), threading.Event()
    true_plan = editions.plan

    def slow(*given: object, **named: object) -> Plan:
        begun.set()
        assert stopped.wait(20)
        return true_plan(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(editions, "plan", slow)
    (document,) = bench.shell.documents
    replacer.replace(document.id, bench.write("second.txt", REPORT + "More.\n"))
    bench.until(begun.is_set)
    for job in bench.shell.jobs.running:
        job.cancel()
    stopped.set()
    bench.jobs_are_done()
    assert len(bench.shell.read(documents.editions)) == 1
    assert "new edition" not in bench.told


def test_of_two_new_editions_at_once_the_later_one_takes_over_from_the_earlier_one(
    bench: Bench, replacer: Replacer
) -> None:
    (document,) = bench.shell.documents
    for name in ("second", "third"):
        replacer.replace(document.id, bench.write(f"{name}.txt", f"{REPORT}The {name}.\n"))
    bench.until(lambda: len(bench.shell.read(documents.editions)) == 3)
    bench.jobs_are_done()
    assert not waiting(bench)
    (line,) = bench.claims
    (passage,) = [
        each for each in line.highlights if each.edition_id == bench.shell.documents[0].edition_id
    ]
    assert passage.quote == "prices doubled in a year"


def replaced(bench: Bench, text: str) -> None:
    """Replace the report that is in front, and wait until that is done."""
    document = bench.shell.documents[0]
    file = bench.write(f"edition {document.edition_id[-6:]}.txt", text)
    bench.window.controllers.documents.replacer.replace(document.id, file)
    bench.until(lambda: f"{file.name} is the new edition" in bench.told)
    bench.jobs_are_done()


def test_a_new_edition_leaves_the_keyboard_in_the_text(bench: Bench, replacer: Replacer) -> None:
    before = bench.view
    replaced(bench, REPORT + "More.\n")
    assert bench.view is not before
    assert bench.view.hasFocus()
    bench.undo()
    assert bench.view.hasFocus()
    bench.key(Qt.Key.Key_Space)  # no button that rates took it
    assert bench.inspector.claim is not None
    assert not bench.inspector.claim.history


@pytest.mark.parametrize("kind", ["pdf", "txt"])
def test_what_was_read_is_at_the_top_of_the_new_edition_though_much_came_in_before_it(
    bench: Bench, kind: str
) -> None:
    old = [f"Fact {number} of the report says so in a line of its own." for number in range(150)]
    new = [*(f"News {number} came in before." for number in range(70)), *old]
    files = [bench.folder / f"{name}.{kind}" for name in ("first", "second")]
    for file, lines in zip(files, (old, new), strict=True):
        if kind == "pdf":
            make_pdf(file, [lines[at : at + 40] for at in range(0, len(lines), 40)])
        else:
            file.write_text("\n\n".join(lines), encoding="utf-8")
    bench.new_case()
    bench.import_file(files[0])
    place = text_of(bench).index("Fact 90 ")
    bench.view.show_caret(place)
    at_rest(bench)
    before = top_words(bench)
    assert before.startswith("Fact ")
    bench.window.controllers.documents.replacer.replace(bench.shell.documents[0].id, files[1])
    bench.until(lambda: "second" in bench.told)
    bench.jobs_are_done()
    at_rest(bench)
    assert text_of(bench).index("Fact 90 ") > place
    assert top_words(bench) == before
    bench.undo()
    at_rest(bench)
    assert top_words(bench) == before


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the plugin without a screen
def test_a_claim_whose_passage_waits_in_an_earlier_edition_leads_to_no_other_words(
    bench: Bench,
) -> None:
    lines = [f"Fact {number} of the report stands on a line of its own." for number in range(200)]
    bench.new_case()
    bench.import_file(bench.write(text="\n\n".join(lines)))
    replacer = bench.window.controllers.documents.replacer
    for words in ("Fact 1 of", "Fact 3 of"):
        bench.drag_over(words)
        bench.key(Qt.Key.Key_H)
        bench.view.setFocus()
    bench.shell.select(bench.claims[0].claim.id)
    lines[3] = ""
    bench.answer("edition", bench.write("second.txt", "\n\n".join(lines)))
    bench.window.controllers.documents.replace()
    bench.until(lambda: replacer.dialog is not None)
    dialog = replacer.dialog
    assert dialog is not None
    with bench.qtbot.waitSignal(dialog.destroyed):
        bench.click(dialog.later_button)
    bench.view.show_caret(text_of(bench).index("Fact 150 "))
    at_rest(bench)
    before = top_words(bench)
    bench.shell.select(bench.claims[1].claim.id)
    at_rest(bench)
    assert top_words(bench) == before
    bench.shell.select(bench.claims[0].claim.id)
    at_rest(bench)
    assert top_words(bench) != before


def test_the_first_document_of_a_case_has_the_keyboard(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(bench.write())
    assert bench.view.hasFocus()


def test_a_document_that_leaves_the_case_leaves_the_keyboard_to_the_next_one(
    bench: Bench, replacer: Replacer
) -> None:
    bench.import_file(bench.write("other.txt", "Other words.\n"))
    bench.view.setFocus()
    bench.undo()
    assert len(bench.shell.documents) == 1
    assert bench.view.hasFocus()


def test_a_document_that_is_replaced_stays_open_beside(bench: Bench, replacer: Replacer) -> None:
    bench.key(Qt.Key.Key_B, CTRL)
    beside = bench.window.desk.beside
    replaced(bench, REPORT + "More.\n")
    tab = beside.current
    assert isinstance(tab, DocumentTab)
    assert tab.content.text.endswith("More.\n")
    start = tab.content.text.index("Wages rose")
    tab.view.select(TextRange(start, start + len("Wages rose")))
    tab.view.setFocus()
    bench.key(Qt.Key.Key_H)
    assert "Wages rose" in [line.claim.statement for line in bench.claims]
    bench.view.setFocus()
    assert bench.shell.do(RemoveDocument(bench.shell.documents[0].id))
    assert not beside.isVisible()


def test_what_is_beside_and_goes_takes_the_keyboard_from_no_field(
    bench: Bench, replacer: Replacer
) -> None:
    bench.key(Qt.Key.Key_B, CTRL)
    bench.inspector.begin_statement()
    field = bench.focus
    bench.window.desk.beside.close_tab(0)
    assert bench.focus is field
    bench.window.desk.toggle_beside()
    tab = bench.window.desk.beside.current
    assert tab is not None
    tab.view.setFocus()
    bench.window.desk.beside.close_tab(0)
    assert bench.view.hasFocus()


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the plugin without a screen
def test_whoever_is_typing_is_not_asked_about_passages_until_they_want_to(
    long_pauses: None, bench: Bench, replacer: Replacer
) -> None:
    bench.inspector.begin_statement()
    bench.type("Prices went")
    replaced(bench, REPORT.replace("doubled", "trebled"))
    assert replacer.dialog is None
    bench.type(" up")
    bench.shell.drafts.settle()
    assert bench.claims[0].claim.statement == "Prices went up"
    buttons = bench.window.notices.waiting.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "Decide now").click()
    bench.until(lambda: replacer.dialog is not None)
    dialog = replacer.dialog
    assert dialog is not None
    with bench.qtbot.waitSignal(dialog.destroyed):
        bench.click(dialog.later_button)


def test_tabs_are_closed_by_a_key_where_one_looks(bench: Bench, replacer: Replacer) -> None:
    bench.import_file(bench.write("other.txt", "Other words.\n"))
    bench.view.setFocus()
    bench.key(Qt.Key.Key_B, CTRL)
    desk = bench.window.desk
    assert bench.focus is not bench.view
    bench.key(Qt.Key.Key_W, CTRL)
    assert not desk.beside.isVisible()
    assert desk.tabs.count() == 2
    assert bench.view.hasFocus()
    bench.key(Qt.Key.Key_W, CTRL)
    assert [tab.title for tab in desk.tabs.documents()] == ["report.txt"]
    assert bench.view.hasFocus()
    bench.key(Qt.Key.Key_W, CTRL)
    assert not desk.tabs.count()
    bench.key(Qt.Key.Key_W, CTRL)
    assert bench.shell.is_open
