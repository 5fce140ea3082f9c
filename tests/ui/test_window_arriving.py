"""Files on their way into the case: shown while they are read, one line each, stopped, killed."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest
from pdf_making import line, pdf_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from window_driving import Bench

from verifier.text.ranges import TextRange
from verifier.ui.arriving_tab import ArrivingTab
from verifier.ui.leaving import LeavingDialog

PAGES = 500
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no process can be paused there")


def long_pdf(bench: Bench, name: str = "long.pdf", word: str = "Page") -> Path:
    path = bench.folder / name
    texts = (f"{word} {number} says that prices doubled." for number in range(1, PAGES + 1))
    rows = range(700, 140, -14)
    path.write_bytes(pdf_of("".join(line(72, y, text) for y in rows) for text in texts))
    return path


def arriving(bench: Bench) -> list[ArrivingTab]:
    tabs = bench.window.desk.tabs
    found = [tabs.widget(at) for at in range(tabs.count())]
    return [tab for tab in found if isinstance(tab, ArrivingTab)]


def told_readers(bench: Bench, what: signal.Signals) -> None:
    for worker in bench.shell.workers.at_work:
        if worker.process_id is not None:
            os.kill(worker.process_id, what)


def text_of(tab: ArrivingTab) -> str:
    return tab.view.provider.text if tab.view.provider is not None else ""


def has_pictures(tab: ArrivingTab) -> bool:
    return tab.view.pictures is not None and tab.view.pictures.cache.size > 0


def draws(bench: Bench, page: int) -> bool:
    """Whether a picture of a page (from 1) is there."""
    pictures = bench.view.pictures
    return pictures is not None and pictures.cache.has_page(page - 1)


def test_a_long_pdf_can_be_looked_at_while_it_is_read(bench: Bench) -> None:
    bench.new_case()
    bench.drop(long_pdf(bench))
    bench.until(lambda: arriving(bench) and text_of(arriving(bench)[0]))
    told_readers(bench, signal.SIGSTOP)
    (tab,) = arriving(bench)
    assert tab.view.page_count == PAGES
    assert bench.shell.documents == ()
    bench.until(lambda: has_pictures(tab))
    assert text_of(tab).startswith("Page 1 says")
    tab.view.select(TextRange(0, 11))
    tab.view.setFocus()
    bench.key(Qt.Key.Key_H)
    assert "as soon as the document is read" in bench.told
    tab.view.go_to_page(3)
    told_readers(bench, signal.SIGCONT)
    bench.until(lambda: len(bench.shell.documents) == 1 and not arriving(bench))
    assert bench.view.current_page() == 3
    assert [line.claim.statement for line in bench.claims] == ["Page 1 says"]
    assert bench.view.highlights()[0].range == TextRange(0, 11)
    bench.view.go_to_page(400)
    bench.until(lambda: draws(bench, 400))
    bench.undo()
    bench.undo()
    assert bench.shell.documents == ()


def test_a_file_that_a_mistake_of_the_program_stops_is_shown_no_longer(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.new_case()

    def mistaken(_action: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(bench.shell.workspace, "do", mistaken)
    with bench.qtbot.capture_exceptions() as told:
        bench.drop(long_pdf(bench))
        bench.until(lambda: arriving(bench))
        bench.jobs_are_done()
        bench.until(lambda: not arriving(bench))
    assert [kind for kind, _, _ in told] == [ZeroDivisionError]
    assert bench.window.desk.tabs.count() == 0


def test_several_files_have_a_line_each_and_can_be_stopped(bench: Bench) -> None:
    bench.new_case()
    first, second = long_pdf(bench, "one.pdf"), long_pdf(bench, "two.pdf", "Sheet")
    bench.drop(first, second, long_pdf(bench, "same.pdf"))
    bench.until(lambda: len(arriving(bench)) == 2)
    told_readers(bench, signal.SIGSTOP)
    bench.until(lambda: "is being read already" in bench.told)
    jobs = bench.window.job_list
    bench.until(lambda: len(jobs.lines) == 2)
    assert jobs.isVisible()
    stopped = next(row for row in jobs.lines if "two.pdf" in row.job.title)
    bench.click(stopped.stop_button)
    bench.until(lambda: len(arriving(bench)) == 1)
    told_readers(bench, signal.SIGCONT)
    bench.until(lambda: len(bench.shell.documents) == 1 and not arriving(bench))
    assert bench.shell.documents[0].title != "two.pdf"
    assert jobs.isHidden()
    bench.drop(first)
    bench.until(lambda: "in this case already" in bench.told)
    bench.window.desk.tabs.close_tab(0)
    assert bench.window.desk.current is None
    cards = bench.window.notices.cards
    (card,) = [card for card in cards if "in this case already" in card.notice.text]
    bench.click(next(b for b in card.findChildren(QPushButton) if b.text() == "Go to it"))
    assert bench.window.desk.current is not None


def test_a_reader_that_is_killed_is_told_and_the_next_file_is_read(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(bench.write())
    bench.drop(long_pdf(bench))
    bench.until(lambda: arriving(bench))
    told_readers(bench, signal.SIGKILL)
    bench.until(lambda: "Reading long.pdf failed" in bench.told)
    bench.jobs_are_done()
    assert arriving(bench) == []
    assert [row.title for row in bench.shell.documents] == ["report.txt"]
    bench.drop(bench.write("next.txt", "Next.\n"))
    bench.until(lambda: len(bench.shell.documents) == 2)


def asked(bench: Bench) -> LeavingDialog:
    dialog = bench.window.leaving.dialog
    assert dialog is not None
    return dialog


def paused_at_its_beginning(bench: Bench) -> ArrivingTab:
    bench.drop(long_pdf(bench))
    bench.until(lambda: arriving(bench) and text_of(arriving(bench)[0]))
    told_readers(bench, signal.SIGSTOP)
    return arriving(bench)[0]


def test_closing_the_case_asks_and_keeps_what_was_waited_for_with_its_marks(bench: Bench) -> None:
    path = bench.new_case()
    tab = paused_at_its_beginning(bench)
    tab.view.select(TextRange(0, 11))
    tab.view.setFocus()
    bench.key(Qt.Key.Key_H)
    bench.window.controllers.cases.close()
    assert bench.shell.is_open
    bench.until(asked(bench).isVisible)
    bench.click(asked(bench).wait)
    assert asked(bench).wait.isHidden()
    told_readers(bench, signal.SIGCONT)
    bench.until(lambda: not bench.shell.is_open)
    assert bench.window.leaving.dialog is None
    assert bench.shell.open(path)
    assert [document.title for document in bench.shell.documents] == ["long.pdf"]
    bench.until(lambda: [line.claim.statement for line in bench.claims] == ["Page 1 says"])


def test_whoever_stays_goes_on_and_the_file_is_read_to_its_end(bench: Bench) -> None:
    bench.new_case()
    paused_at_its_beginning(bench)
    assert not bench.window.close()
    assert not bench.window.close(), "asking twice shows one question"
    bench.until(asked(bench).isVisible)
    QTest.keyClick(asked(bench), Qt.Key.Key_Escape)
    assert bench.window.leaving.dialog is None
    told_readers(bench, signal.SIGCONT)
    bench.until(lambda: len(bench.shell.documents) == 1 and not arriving(bench))
    assert bench.window.isVisible()


def test_what_fails_while_the_case_waits_to_be_closed_keeps_it_open(bench: Bench) -> None:
    bench.new_case()
    paused_at_its_beginning(bench)
    bench.window.controllers.cases.close()
    bench.click(asked(bench).wait)
    told_readers(bench, signal.SIGKILL)
    bench.until(lambda: "Reading long.pdf failed" in bench.told)
    assert bench.window.leaving.dialog is None
    assert bench.shell.is_open


def test_another_case_is_opened_when_what_held_it_back_was_stopped(bench: Bench) -> None:
    first = bench.new_case("first.vcase")
    second = bench.new_case("second.vcase")
    paused_at_its_beginning(bench)
    assert not bench.shell.open(first)
    bench.click(asked(bench).stop)
    assert bench.shell.path == first
    told_readers(bench, signal.SIGCONT)
    bench.jobs_are_done()
    assert bench.shell.open(second)
    assert bench.shell.documents == ()


def test_closing_the_case_stops_what_is_on_its_way_where_that_is_wanted(bench: Bench) -> None:
    path = bench.new_case()
    paused_at_its_beginning(bench)
    assert not bench.shell.close()
    bench.click(asked(bench).stop)
    assert not bench.shell.is_open
    told_readers(bench, signal.SIGCONT)
    bench.jobs_are_done()
    assert bench.window.desk.tabs.count() == 0
    assert bench.shell.open(path)
    assert bench.shell.documents == ()


def test_pages_are_enlarged_turned_and_gone_to_while_they_are_read(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(bench.write())
    bench.window.actions_of.run("find")
    bench.type("ministry")
    find = bench.window.desk.find_bar
    bench.until(lambda: find.count.text() == "1 of 1")
    tab = paused_at_its_beginning(bench)
    bench.window.desk.tabs.setCurrentWidget(tab)
    assert find.count.text() == "", "what was found stands in another document"
    commands = bench.window.actions_of
    assert commands["view.zoom_in"].isEnabled()
    before = tab.view.zoom()
    commands["view.zoom_in"].trigger()
    assert tab.view.zoom() > before
    commands["view.turn_right"].trigger()
    bench.window.controllers.going.to_page("7")
    assert tab.view.current_page() == 7
    assert bench.window.toolbar.pages.isVisible()
    told_readers(bench, signal.SIGCONT)
    bench.until(lambda: len(bench.shell.documents) == 2 and not arriving(bench))
    assert (bench.view.rotation(), bench.view.current_page()) == (90, 7)


def test_words_marked_meanwhile_become_a_claim_of_their_own_document_wherever_one_reads(
    bench: Bench,
) -> None:
    bench.new_case()
    bench.import_file(bench.write(text="Short.\n"))
    short = bench.shell.documents[0].id
    bench.drop(long_pdf(bench))
    bench.until(lambda: arriving(bench) and text_of(arriving(bench)[0]))
    told_readers(bench, signal.SIGSTOP)
    (tab,) = arriving(bench)
    bench.window.desk.tabs.setCurrentWidget(tab)
    tab.view.select(TextRange(0, 11))
    tab.view.setFocus()
    bench.key(Qt.Key.Key_H)
    bench.window.desk.beside.show_document(short)
    assert bench.window.desk.looked_at.is_beside
    told_readers(bench, signal.SIGCONT)
    bench.until(lambda: len(bench.claims) == 1)
    (highlight,) = bench.claims[0].highlights
    assert bench.claims[0].claim.statement == "Page 1 says"
    assert highlight.document_id != short


def test_a_file_whose_reading_was_just_stopped_is_taken_again(bench: Bench) -> None:
    bench.new_case()
    path = long_pdf(bench)
    bench.drop(path)
    bench.until(lambda: arriving(bench) and text_of(arriving(bench)[0]))
    told_readers(bench, signal.SIGSTOP)
    (job,) = bench.shell.jobs.awaited
    job.cancel()
    bench.drop(path)
    bench.until(lambda: len(bench.shell.documents) == 1 and not arriving(bench))
    assert "is being read already" not in bench.told


def test_lines_put_in_order_are_told_in_passing_and_hidden_words_stay_told(bench: Bench) -> None:
    texts = [f"line number {n} of a single column that is wide" for n in range(12)]
    order = (5, 2, 9, 0, 7, 1, 11, 3, 4, 10, 6, 8)
    shuffled = "".join(line(60, 650 - 15 * n, texts[n]) for n in order)
    bench.new_case()
    path = bench.folder / "drawn.pdf"
    path.write_bytes(pdf_of([shuffled] * 4))
    bench.import_file(path)
    bench.jobs_are_done()
    assert "drawn.pdf is in the case now. The lines of page 1 were put" in bench.told
    assert "The same on pages: 2–4." in bench.told
    assert bench.window.notices.waiting.cards == []
    unseen = "3 Tr\n" + "".join(line(100, 500 - 15 * n, texts[n]) for n in range(4)) + "0 Tr\n"
    path = bench.folder / "hidden.pdf"
    path.write_bytes(pdf_of([unseen + line(100, 700, "seen"), line(100, 700, "seen"), unseen]))
    bench.import_file(path)
    bench.jobs_are_done()
    (card,) = bench.window.notices.waiting.cards
    assert "Page 1 holds text that nobody sees" in card.notice.text
    assert "The same on pages: 3." in card.notice.text
