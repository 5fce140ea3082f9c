"""Cases come and go: new, open, of late, held elsewhere, and nothing is left beside the file."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pdf_making import line, pdf_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_driving import Bench

from verifier import settings
from verifier.settings import Settings
from verifier.ui import start_view
from verifier.ui.app import make_window, open_at_start
from verifier.ui.main_window import MainWindow
from verifier.ui.shell import Shell
from verifier.ui.start_view import RecentLine
from verifier.workspace import Workspace

OLD_CASE = Path(__file__).parents[1] / "data" / "schema-0001-all-tables.vcase"


def beside(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.iterdir() if file.name.startswith(path.stem))


def recent_lines(window: MainWindow) -> list[RecentLine]:
    return [line for line in window.start.findChildren(RecentLine) if line.isVisible()]


def test_a_new_case_opens_with_a_hint_of_what_to_do(bench: Bench) -> None:
    path = bench.new_case()
    assert bench.shell.case.title == "prices"
    assert bench.window.windowTitle() == "prices – Verifier"
    assert bench.shell.actor.name == "Anna Nowak"
    assert path.is_file()
    assert bench.window.desk.current is None


def test_closing_leaves_one_file(bench: Bench) -> None:
    path = bench.new_case()
    bench.import_file(bench.write())
    bench.drag_over("Wages rose by 4 per cent")
    bench.key(Qt.Key.Key_H)
    bench.window.close()
    assert beside(path) == ["prices.vcase"]


def test_a_case_that_is_closed_before_anybody_saw_it_leaves_the_start_view(bench: Bench) -> None:
    bench.new_case()
    assert bench.window.start.isVisible()
    bench.window.controllers.cases.close()
    QTest.qWait(0)
    assert bench.window.start.isVisible()
    assert not bench.window.desk.isVisible()
    bench.new_case("second.vcase")
    bench.until(bench.window.desk.isVisible)


def test_a_case_goes_on_where_it_was_left(bench: Bench) -> None:
    path = bench.new_case()
    bench.import_file(bench.write())
    bench.import_file(bench.write("second.txt", "Another text.\n" * 500))
    first = bench.shell.documents[0].id
    bench.window.desk.show_document(bench.shell.documents[1].id)
    bench.view.verticalScrollBar().setValue(700)
    bench.window.desk.show_document(first)
    bench.window.controllers.cases.close()
    assert not bench.shell.is_open
    assert bench.shell.open(path)
    desk = bench.window.desk
    assert desk.tabs.count() == 2
    assert desk.current is not None
    assert desk.current.document_id == first
    desk.show_document(bench.shell.documents[1].id)
    assert bench.view.verticalScrollBar().value() > 300


def test_a_case_of_late_is_one_click_away_and_a_missing_one_is_marked(bench: Bench) -> None:
    path = bench.new_case("here.vcase")
    bench.window.controllers.cases.close()
    gone = bench.folder / "gone.vcase"
    bench.shell.remember(bench.shell.settings.with_recent(gone, "Gone"))
    bench.until(lambda: len(recent_lines(bench.window)) == 2)
    lines = {line.button.accessibleName(): line for line in recent_lines(bench.window)}
    assert set(lines) == {"here", "Gone (missing)"}
    assert not lines["Gone (missing)"].button.isEnabled()
    bench.click(lines["here"].button)
    assert bench.shell.path == path


def test_a_case_that_is_open_in_another_window_is_refused_in_words(
    bench: Bench, qtbot: QtBot, qapp: QApplication
) -> None:
    path = bench.new_case()
    second = Shell(bench.shell.theme, bench.shell.settings)
    told: list[str] = []
    second.told.connect(lambda notice: told.append(notice.text))
    assert not second.open(path)
    assert "open in another window" in told[0]
    bench.window.controllers.cases.close()
    assert second.open(path)
    assert second.close()


def test_what_is_no_case_is_refused_in_words_and_the_open_one_stays_closed(bench: Bench) -> None:
    text = bench.write("notes.vcase", "not a case")
    assert not bench.shell.open(text)
    assert "notes.vcase" in bench.told
    assert text.read_text("utf-8") == "not a case"


def spoil(case: Path, table: str) -> None:
    """Write over the page of a case file at which a table begins."""
    with closing(sqlite3.connect(case)) as file:
        ask = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        (page,) = file.execute(ask, (table,)).fetchone()
        (size,) = file.execute("PRAGMA page_size").fetchone()
    with case.open("r+b") as whole:
        whole.seek((page - 1) * size)
        whole.write(b"\xff" * size)


def test_a_case_whose_documents_cannot_be_read_is_not_open_and_can_be_tried_again(
    bench: Bench,
) -> None:
    path = bench.new_case()
    bench.import_file(bench.write())
    assert bench.shell.close()
    spoil(path, "documents")
    for _ in range(2):
        bench.window.notices.clear()
        assert not bench.shell.open_beside(path)
        assert "is damaged" in bench.told
        assert not bench.shell.is_open
    whole = bench.new_case("whole.vcase")
    assert bench.shell.path == whole


def test_a_document_whose_bytes_are_spoilt_is_told_and_the_others_are_shown(bench: Bench) -> None:
    path = bench.new_case()
    pdf = bench.folder / "lost.pdf"
    pdf.write_bytes(pdf_of(line(72, 700, "Prices doubled.")))
    bench.import_file(pdf)
    bench.import_file(bench.write())
    kept = bench.shell.documents[1].id
    assert bench.shell.close()
    with closing(sqlite3.connect(path)) as file:
        file.execute("UPDATE blobs SET data = x'00' WHERE media_type = 'application/pdf'")
        file.commit()
    assert bench.shell.open(path)
    assert "is damaged or incomplete" in bench.told
    assert [tab.document_id for tab in bench.window.desk.tabs.documents()] == [kept]
    assert bench.window.desk.current is not None
    bench.window.desk.documents.wanted.emit(bench.shell.documents[0].id)
    assert bench.window.desk.current.document_id == kept


def test_an_existing_file_is_never_overwritten_by_a_new_case(bench: Bench) -> None:
    path = bench.write("prices.vcase", "something else")
    bench.answer("new_case", path)
    bench.window.controllers.cases.new()
    assert "exists already" in bench.told
    assert path.read_text("utf-8") == "something else"


def test_a_copy_is_a_whole_case(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(bench.write())
    copy = bench.folder / "copy.vcase"
    bench.answer("copy_target", copy)
    bench.window.controllers.cases.save_copy()
    bench.until(lambda: "The copy is written" in bench.told)
    with Workspace.open(copy, person="Anna Nowak") as workspace:
        assert workspace.case_id == bench.shell.workspace.case_id


def test_the_sample_case_is_built_and_opened(bench: Bench) -> None:
    bench.answer("sample_folder", bench.folder)
    bench.click(bench.window.start.sample)
    bench.until(lambda: bench.shell.is_open)
    assert len(bench.claims) == 26
    assert len(bench.view.highlights()) >= 26


@pytest.fixture
def nameless(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[MainWindow, Shell]]:
    """A window of somebody who was never here, on a computer that calls them ben."""
    monkeypatch.setattr(settings, "login_name", lambda: "ben")
    monkeypatch.setattr(start_view, "login_name", lambda: "ben")
    settings.save(Settings())
    window, shell = make_window(qapp)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    yield window, shell
    window.close()
    shell.theme.deleteLater()
    shell.deleteLater()


def test_who_has_no_name_is_asked_for_it_in_the_window(
    nameless: tuple[MainWindow, Shell],
) -> None:
    window, _ = nameless
    assert window.start.name.text() == "ben"
    QTest.keyClicks(window.start.name, "Ben Okoye")
    QTest.keyClick(window.start.name, Qt.Key.Key_Return)
    assert settings.load().settings.person == "Ben Okoye"


def test_a_case_that_is_named_at_the_start_opens_at_once(
    nameless: tuple[MainWindow, Shell], tmp_path: Path
) -> None:
    window, shell = nameless
    case = tmp_path / "a.vcase"
    Workspace.create(case, title="A", person="Somebody").close()
    open_at_start(window, shell, case)
    assert shell.is_open
    assert shell.actor.name == "ben"


def test_a_name_given_at_the_start_is_that_of_this_time_only(
    nameless: tuple[MainWindow, Shell], tmp_path: Path
) -> None:
    window, shell = nameless
    shell.name_person("Ben Okoye")
    shell.work_as("Anna Nowak")
    case = tmp_path / "a.vcase"
    Workspace.create(case, title="A", person="Somebody").close()
    open_at_start(window, shell, case)
    assert shell.actor.name == "Anna Nowak"
    assert settings.load().settings.person == "Ben Okoye"
    shell.name_person("Carla Diaz")
    assert settings.load().settings.person == "Carla Diaz"


def test_the_theme_and_the_panels_are_remembered(bench: Bench) -> None:
    bench.new_case()
    bench.window.controllers.looking.theme_dark()
    bench.window.controllers.looking.toggle_right()
    bench.window.close()
    kept = settings.load().settings
    assert kept.theme == "dark"
    assert kept.window["right"] is False
    assert kept.window["left"] is True


def test_a_case_of_an_older_version_is_brought_up_to_date_beside_the_window(bench: Bench) -> None:
    path = bench.folder / "old.vcase"
    shutil.copyfile(OLD_CASE, path)
    bench.answer("open_case", path)
    bench.window.controllers.cases.open()
    assert not bench.shell.is_open
    assert [job.title for job in bench.shell.jobs.running] == ["Bringing old.vcase up to date"]
    bench.until(lambda: bench.shell.is_open)
    assert "old.before-" in bench.told
    bench.jobs_are_done()


def test_a_case_that_is_no_longer_to_be_brought_up_to_date_can_be_opened_again(
    bench: Bench,
) -> None:
    path = bench.folder / "old.vcase"
    shutil.copyfile(OLD_CASE, path)
    assert bench.shell.open_beside(path)
    (job,) = bench.shell.jobs.running
    job.cancel()
    bench.jobs_are_done()
    assert not bench.shell.is_open
    assert bench.shell.open(path)


def test_a_second_click_on_a_case_that_is_on_its_way_changes_nothing(bench: Bench) -> None:
    path = bench.folder / "old.vcase"
    shutil.copyfile(OLD_CASE, path)
    assert bench.shell.open_beside(path)
    assert bench.shell.open_beside(path)
    assert len(bench.shell.jobs.running) == 1
    bench.until(lambda: bench.shell.is_open)
    assert "another window of yours" not in bench.told
    bench.jobs_are_done()


def test_files_that_come_with_a_case_of_an_older_version_wait_for_it(bench: Bench) -> None:
    path, report = bench.folder / "old.vcase", bench.folder / "more.txt"
    shutil.copyfile(OLD_CASE, path)
    report.write_text("The dam failed at dawn.", encoding="utf-8")
    bench.window.take_files([report, path])
    assert not bench.shell.is_open
    assert [job.title for job in bench.shell.jobs.running] == ["Bringing old.vcase up to date"]
    bench.until(lambda: "more.txt" in [row.file_name for row in bench.shell.documents])
    bench.jobs_are_done()


def test_files_that_come_with_a_case_that_is_not_opened_are_left(bench: Bench) -> None:
    path, report = bench.folder / "old.vcase", bench.folder / "more.txt"
    shutil.copyfile(OLD_CASE, path)
    report.write_text("The dam failed at dawn.", encoding="utf-8")
    bench.window.take_files([report, path])
    (job,) = bench.shell.jobs.running
    job.cancel()
    bench.jobs_are_done()
    assert not bench.shell.is_open
    assert not bench.shell.jobs.running
