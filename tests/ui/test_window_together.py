"""Two people work on one case at once: each sees what the other does, and nothing is lost."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from factories import add_document, join
from postgresql_server import Server
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from test_window_killed import window_on
from window_driving import PATIENCE_MS, REPORT, Bench, window_of

from verifier import watching
from verifier.actions.assessments import Assess
from verifier.actions.claims import AddClaim, EditClaim, WithdrawClaim
from verifier.actions.evidence import AddSource
from verifier.actions.reviews import AddComment
from verifier.errors import CannotWrite
from verifier.queries.audit import trail
from verifier.queries.integrity import problems
from verifier.settings import Settings
from verifier.ui.crash import CrashHandler
from verifier.ui.server_dialog import ServerDialog
from verifier.workspace import Workspace

ANNA, BEN = "Anna Nowak", "Ben Okoye"


@pytest.fixture(params=["file", "server"])
def ben(request: pytest.FixtureRequest, bench: Bench) -> Iterator[Workspace]:
    """Anna's window on a case with a document, in a file or on a server; and Ben, who joined."""
    if request.param == "file":
        place: str = str(bench.folder / "prices.vcase")
    else:
        place = request.getfixturevalue("postgresql")
    with Workspace.create(place, title="Prices", person=ANNA) as made:
        add_document(made, REPORT)
        assert bench.shell.open(made.address)
        with join(made, BEN) as joined:
            joined.do(AddClaim("Ben was here."))
            yield joined


def heard(bench: Bench) -> None:
    """The window has asked what others did, and shows it."""
    others = bench.window.others
    bench.until(lambda: not others._is_looking)
    others.look()
    bench.until(lambda: not others._is_looking)


def looks_at_a_claim_of(person: Workspace, bench: Bench) -> AddClaim:
    """Somebody else makes a claim, and it is the one that the window shows."""
    claim = AddClaim("Prices doubled.")
    person.do(claim)
    heard(bench)
    bench.shell.select(claim.id)
    return claim


def test_what_another_person_does_is_seen(bench: Bench, ben: Workspace) -> None:
    claim = looks_at_a_claim_of(ben, bench)
    assert "Prices doubled." in [line.claim.statement for line in bench.claims]
    ben.do(Assess(claim.id, "supported", "high", reason="The table says so."))
    ben.do(AddComment(claim.id, "Look at page 2."))
    heard(bench)
    assert bench.inspector.claim is not None
    assert [row.reason for row in bench.inspector.claim.history] == ["The table says so."]
    assert [row.text for row in bench.inspector.claim.comments] == ["Look at page 2."]


def test_ones_own_changes_are_no_news(bench: Bench, ben: Workspace) -> None:
    heard(bench)
    changes: list[object] = []
    bench.shell.changed.connect(changes.append)
    assert bench.shell.do(AddClaim("Mine"))
    assert len(changes) == 1
    heard(bench)
    assert len(changes) == 1
    assert not bench.shell.workspace.own_events


def test_what_could_not_be_shown_when_it_was_heard_is_shown_later(
    bench: Bench, ben: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard(bench)

    def is_busy(_kinds: object) -> None:
        raise CannotWrite("The case is busy.", "Try again in a moment.")

    ben.do(AddClaim("Prices doubled."))
    with monkeypatch.context() as once, bench.qtbot.capture_exceptions() as told:
        once.setattr(bench.shell.workspace, "follow", is_busy)
        heard(bench)
    assert [kind for kind, _, _ in told] == [CannotWrite]
    heard(bench)
    assert "Prices doubled." in [line.claim.statement for line in bench.claims]


def test_a_document_of_another_person_appears(bench: Bench, ben: Workspace) -> None:
    add_document(ben, "Another report.\n")
    heard(bench)
    assert len(bench.shell.documents) == 2


def test_a_claim_taken_away_while_one_writes_in_it_is_told_and_the_words_kept(
    bench: Bench, ben: Workspace
) -> None:
    claim = looks_at_a_claim_of(ben, bench)
    bench.inspector.begin_reason()
    bench.type("Because")
    ben.do(WithdrawClaim(claim.id))
    heard(bench)
    assert bench.shell.selection == ""
    assert "C2, which you were looking at, was taken out of the case by Ben Okoye" in bench.told
    buttons = bench.window.notices.waiting.findChildren(QPushButton)
    copy = next(button for button in buttons if button.text() == "Copy what you were writing")
    bench.click(copy)
    assert QApplication.clipboard().text() == "Because"


def test_a_statement_changed_by_another_while_one_writes_it_is_told(
    bench: Bench, ben: Workspace
) -> None:
    claim = looks_at_a_claim_of(ben, bench)
    bench.inspector.begin_statement()
    bench.type("Prices rose.")
    ben.do(EditClaim(claim.id, {"statement": "Prices fell."}))
    heard(bench)
    assert "Ben Okoye changed C2 while you are writing in it" in bench.told
    bench.view.setFocus()
    assert "Prices rose." in [line.claim.statement for line in bench.claims]


def test_undo_of_what_another_person_changed_is_refused_in_words(
    bench: Bench, ben: Workspace
) -> None:
    claim = AddClaim("Prices doubled.")
    assert bench.shell.do(claim)
    ben.do(EditClaim(claim.id, {"statement": "Prices fell."}))
    bench.undo()
    assert "changed since" in bench.told


def test_very_much_changed_at_once_is_read_beside_the_window(
    bench: Bench, ben: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("verifier.ui.others.READ_AGAIN", 3)
    for at in range(4):
        ben.do(AddClaim(f"Claim {at}"))
    heard(bench)
    bench.until(lambda: len(bench.claims) == 5)


def test_two_windows_at_work_show_each_others_highlights(
    bench: Bench,
    ben: Workspace,
    qtbot: QtBot,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = Settings(person="Cleo Adams", theme="light")
    folder = bench.folder / "cleo"
    folder.mkdir()
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    with window_of(qtbot, qapp, folder, monkeypatch, kept) as cleo:
        assert cleo.shell.open(ben.address)
        cleo.drag_over("Wages rose by 4 per cent")
        cleo.key(Qt.Key.Key_H)
        heard(bench)
        line = next(each for each in bench.claims if "Wages" in each.claim.statement)
        bench.shell.select(line.claim.id)
        assert bench.shell.do(Assess(line.claim.id, "supported", "high", reason="It says so."))
        heard(cleo)
        assert cleo.inspector.claim is not None
        assert cleo.inspector.claim.row.id == line.claim.id
        assert [row.reason for row in cleo.inspector.claim.history] == ["It says so."]
        cleo.undo()
        assert "changed since" in cleo.told
        assert len(cleo.claims) == len(bench.claims) == 2


@pytest.fixture
def on_server(bench: Bench, postgresql_server: Server) -> Iterator[Workspace]:
    """Anna's window on a case of a server with a document and a claim; and Ben, who joined."""
    with Workspace.create(postgresql_server.address, title="Prices", person=ANNA) as made:
        add_document(made, REPORT)
        assert bench.shell.open(made.address)
        with join(made, BEN) as joined:
            joined.do(AddClaim("Prices doubled."))
            heard(bench)
            yield joined


@pytest.fixture
def mendable(bench: Bench) -> Iterator[None]:
    """What a view cannot read is told as in the program."""
    handler = CrashHandler()
    handler.mendable = bench.shell.tell_error
    handler.install()
    yield
    handler.remove()


def test_a_server_that_stops_and_starts_again_is_told_and_nothing_is_lost(
    bench: Bench, on_server: Workspace, postgresql_server: Server, mendable: None
) -> None:
    claim_id = bench.claims[0].claim.id
    bench.shell.select(claim_id)
    bench.inspector.begin_reason()
    with postgresql_server.stopped():
        bench.type("The table says so.")
        heard(bench)
        assert "The server does not answer" in bench.told
        bench.view.setFocus()
        assert "cannot be reached" in bench.told
        assert not bench.shell.do(AddClaim("Not now"))
        bench.shell.select("")
        bench.undo()
        heard(bench)
        assert bench.window.isEnabled()
    heard(bench)
    bench.until(lambda: "The server answers again" in bench.told)
    assert "does not answer" not in bench.told
    assert "cannot be reached" not in bench.told
    assert bench.shell.do(AddClaim("Now"))
    assert len(bench.claims) == 2


def test_what_was_being_written_while_the_server_was_gone_is_saved_when_it_is_back(
    bench: Bench, on_server: Workspace, postgresql_server: Server, mendable: None
) -> None:
    assert bench.shell.do(AddClaim("Wages rose."))
    first, second = (line.claim.id for line in bench.claims)
    bench.shell.select(first)
    bench.inspector.begin_statement()
    with postgresql_server.stopped():
        bench.type("Prices rose.")
        bench.shell.select(second)
        assert bench.shell.selection == first
        assert bench.claims[0].claim.statement == "Prices doubled."
        heard(bench)
    heard(bench)
    bench.until(lambda: bench.claims[0].claim.statement == "Prices rose.")


def test_a_tag_for_many_claims_that_could_not_be_put_on_stays_in_its_field(
    bench: Bench, on_server: Workspace, postgresql_server: Server, mendable: None
) -> None:
    assert bench.shell.do(AddClaim("Wages rose."))
    table = bench.window.desk.table
    table.view.choose([line.claim.id for line in bench.claims])
    table.many.tags.setFocus()
    with postgresql_server.stopped():
        bench.type("energy")
        bench.key(Qt.Key.Key_Return)
        assert table.many.tags.text() == "energy"
        heard(bench)
    heard(bench)
    bench.until(lambda: "answers again" in bench.told)
    table.view.choose([line.claim.id for line in bench.claims])
    table.many.tags.setFocus()
    bench.key(Qt.Key.Key_Return)
    assert [line.claim.tags for line in bench.claims] == [["energy"], ["energy"]]
    assert table.many.tags.text() == ""


def test_a_claim_that_cannot_be_read_is_not_looked_at(
    bench: Bench, on_server: Workspace, postgresql_server: Server, mendable: None
) -> None:
    assert bench.shell.do(AddClaim("Wages rose."))
    first, second = (line.claim.id for line in bench.claims)
    bench.shell.select(first)
    with postgresql_server.stopped():
        bench.shell.select(second)
        assert "cannot be reached" in bench.told
        assert bench.shell.selection == first
        assert bench.inspector.claim is not None
        assert bench.inspector.claim.row.id == first
    heard(bench)
    bench.shell.select(second)
    assert bench.inspector.claim.row.id == second


def test_a_click_after_the_watch_has_missed_the_server_says_that_it_is_gone(
    bench: Bench, on_server: Workspace, mendable: None
) -> None:
    (line,) = bench.claims
    bench.shell.workspace.is_cut_off = True
    bench.shell.select(line.claim.id)
    assert "cannot be reached" in bench.told
    assert bench.shell.selection == ""
    heard(bench)
    bench.until(lambda: "answers again" in bench.told)
    assert "cannot be reached" not in bench.told
    bench.shell.select(line.claim.id)
    assert bench.shell.selection == line.claim.id


def test_what_is_typed_after_a_claim_that_cannot_be_shown_goes_into_no_other(
    bench: Bench, on_server: Workspace, postgresql_server: Server, mendable: None
) -> None:
    bench.shell.select(bench.claims[0].claim.id)
    bench.shell.do(WithdrawClaim(bench.claims[0].claim.id))
    bench.drag_over("Wages rose")
    made = bench.shell.changed.connect(lambda _change: postgresql_server.stop())
    bench.key(Qt.Key.Key_H)
    bench.shell.changed.disconnect(made)
    assert len(bench.claims) == 1
    assert not bench.inspector.head.statement.hasFocus()
    assert bench.shell.drafts.are_saved
    postgresql_server.start()
    heard(bench)
    bench.shell.select(bench.claims[0].claim.id)
    assert bench.inspector.claim is not None


def test_a_source_that_is_begun_while_the_server_is_gone_has_its_form(
    bench: Bench, on_server: Workspace, postgresql_server: Server, mendable: None
) -> None:
    on_server.do(AddSource({"title": "Yearbook"}))
    heard(bench)
    bench.shell.select(bench.claims[0].claim.id)
    with postgresql_server.stopped():
        bench.key(Qt.Key.Key_L)
        assert "cannot be reached" in bench.told
        bench.type("Gazette")
        bench.key(Qt.Key.Key_Return)
        form = bench.inspector.citations.form
        assert form is not None
        assert form.title.text() == "Gazette"
        heard(bench)
    heard(bench)
    bench.until(lambda: form.source.findText("Yearbook") > 0)
    bench.key(Qt.Key.Key_Return)
    assert bench.inspector.claim is not None
    assert [source.title for source in bench.inspector.claim.sources.values()] == ["Gazette"]


@pytest.fixture
def unwatched(monkeypatch: pytest.MonkeyPatch) -> None:
    """However long a server takes to stop and start, nobody looks at it meanwhile."""
    monkeypatch.setattr(watching, "EVERY_SECONDS", 3600.0)


def test_after_a_restart_nobody_noticed_work_goes_on(
    unwatched: None, bench: Bench, on_server: Workspace, postgresql_server: Server
) -> None:
    watch = bench.shell.workspace._watch
    assert watch is not None
    watch.stop(PATIENCE_MS / 1000)  # a slow restart would not go unnoticed
    bench.until(lambda: not bench.window.others._is_looking)
    with postgresql_server.stopped():
        pass
    assert bench.shell.do(AddClaim("After the restart"))
    on_server.do(AddClaim("Ben's, after it"))
    heard(bench)
    assert len(bench.claims) == 3


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the plugin without a screen
def test_a_case_is_chosen_from_those_of_a_server(bench: Bench, postgresql: str) -> None:
    bench.window.actions_of["case.server"].trigger()
    dialog = bench.window.findChild(ServerDialog)
    assert dialog is not None
    dialog.address.setText(postgresql)
    dialog.title.setText("Begun in the window")
    bench.click(dialog.begin)
    bench.until(lambda: bench.shell.is_open)
    assert bench.shell.case.title == "Begun in the window"
    assert bench.shell.path.name == "Begun in the window.vcase"
    bench.window.controllers.cases.save_copy()
    assert "not one file" in bench.told
    bench.window.controllers.cases.restore_points()
    assert "no restore points" in bench.told
    bench.shell.close()
    (recent,) = bench.shell.settings.recent
    assert not recent.is_missing
    again = ServerDialog(bench.shell, bench.window)
    again.open()
    assert again.address.text() == postgresql
    again.show_cases()
    bench.until(lambda: again.cases.count())
    (at,) = [
        at
        for at in range(again.cases.count())
        if again.cases.item(at).text() == "Begun in the window"
    ]
    again.cases.setCurrentRow(at)
    bench.click(again.choose)
    bench.until(lambda: bench.shell.is_open)
    assert bench.shell.case.title == "Begun in the window"
    bench.shell.close()
    bench.window.controllers.cases.open_recent(recent.path)
    bench.until(lambda: bench.shell.is_open)


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the plugin without a screen
def test_a_server_that_is_not_there_is_told_beside_what_was_typed(bench: Bench) -> None:
    dialog = ServerDialog(bench.shell, bench.window)
    dialog.open()
    dialog.address.setText("no address")
    assert not dialog.ask.isEnabled()
    dialog.address.setText("postgresql://ann@/cases?host=/nowhere")
    dialog.password.setText("secret")
    dialog.show_cases()
    bench.until(lambda: "cannot be reached" in dialog.words.text())
    assert "secret" not in dialog.words.text()
    dialog.close()


def lines_of(process: subprocess.Popen[str], wanted: int) -> list[dict[str, Any]]:
    """What a day tells in so many lines."""
    assert process.stdout is not None
    assert process.stderr is not None
    lines = [process.stdout.readline() for _ in range(wanted)]
    assert all(lines), process.stderr.read()
    return [json.loads(line) for line in lines]


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_two_days_at_once_with_a_restart_of_the_server_and_a_kill(
    postgresql_server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Workspace.create(postgresql_server.address, title="Prices", person=ANNA) as case:
        add_document(case, "".join(f"This is fact {at:02} of the report.\n\n" for at in range(40)))
    with ExitStack() as until_the_end:
        days = []
        for seed, who in enumerate((ANNA, BEN), 11):
            monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / who))
            monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / who))
            days.append(until_the_end.enter_context(window_on(case.address, seed, 12, who)))
        anna, ben = days
        told = [*lines_of(anna, 4), *lines_of(ben, 4)]
        assert told[3]["tokens"]
        assert told[-1]["tokens"]
        with postgresql_server.stopped():
            pass
        told += [*lines_of(anna, 3), *lines_of(ben, 3)]
        anna.kill()
        told.append(lines_of(ben, 6)[-1])
        for process in days:
            _, errors = process.communicate(timeout=60)
            assert errors == ""
        assert ben.returncode == 0
    with Workspace.open(case.address, person=BEN) as opened, opened.reading() as session:
        events = trail(session, opened.case_id)
        written = json.dumps([event.after for event in events], ensure_ascii=False)
        kept = [written, *(words for each in told for words in each["handed_back"])]
        tokens = {token for each in told for token in each["tokens"]}
        assert [token for token in sorted(tokens) if not any(token in at for at in kept)] == []
        assert len(events) >= max(each["events"] for each in told)
        assert list(problems(session, opened.case_id)) == []
