"""The window on a case whose server is far away, or cannot be heard any more."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from factories import add_document, claim_at
from PySide6.QtWidgets import QApplication, QPushButton
from slow_network import Network
from window_driving import REPORT, Bench

from verifier import watching
from verifier.actions.assessments import Assess
from verifier.actions.claims import AddClaim
from verifier.round_trips import ServerConnection
from verifier.settings import place_of
from verifier.ui import document_tab, far_documents, pages_of
from verifier.ui.crash import CrashHandler
from verifier.ui.pages_of import Content
from verifier.workspace import Workspace

ANNA = "Anna Nowak"


@pytest.fixture
def far(network: Network, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a case with a document and a claim; silence is noticed soon."""
    monkeypatch.setattr(watching, "EVERY_SECONDS", 0.05)
    monkeypatch.setattr(watching, "PATIENCE_SECONDS", 0.5)
    with Workspace.create(network.address, title="Prices", person=ANNA) as made:
        add_document(made, REPORT)
        made.do(AddClaim("Prices doubled."))
        address = made.address
    handler = CrashHandler()
    handler.install()
    yield address
    handler.remove()


def opened(bench: Bench, address: str) -> None:
    """The window shows it."""
    handler = CrashHandler()
    handler.mendable = bench.shell.tell_error
    assert bench.shell.open_beside(address)
    bench.until(lambda: bench.shell.is_open)
    bench.jobs_are_done()


def is_heard_again(bench: Bench) -> None:
    """The window has found the server back."""

    def answers() -> bool:
        bench.window.others.look()
        return "The server answers again" in bench.told

    bench.until(answers)


def test_a_case_is_opened_beside_the_window_and_shown_without_another_question(
    bench: Bench, far: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    ask = ServerConnection.ask

    def noted(self: ServerConnection, *questions: Any) -> None:
        threads.append(threading.current_thread())
        ask(self, *questions)

    monkeypatch.setattr(ServerConnection, "ask", noted)
    bench.window.open_path(far)
    assert not bench.shell.is_open
    assert [job.title for job in bench.shell.jobs.running if job.title]
    bench.until(lambda: bench.shell.is_open)
    assert [line.claim.statement for line in bench.claims] == ["Prices doubled."]
    assert bench.window.desk.current is not None
    assert threads
    assert threading.main_thread() not in threads


def test_an_opening_that_is_stopped_leaves_the_case_to_be_opened_again(
    bench: Bench, far: str, network: Network
) -> None:
    with network.silent():
        bench.window.open_path(far)
        (job,) = [job for job in bench.shell.jobs.running if job.title]
        job.cancel()
    bench.jobs_are_done()
    assert not bench.shell.is_open
    opened(bench, far)
    assert bench.shell.place == place_of(far)


def test_silence_is_noticed_before_somebody_waits_for_the_server(
    bench: Bench, far: str, network: Network
) -> None:
    opened(bench, far)
    with network.silent():
        bench.until(lambda: bench.shell.workspace.is_cut_off)
        bench.window.others.look()
        assert "The server does not answer" in bench.told
        assert not bench.shell.do(AddClaim("Not now"))
    is_heard_again(bench)
    assert bench.shell.do(AddClaim("Now"))
    assert len(bench.claims) == 2


def test_who_asks_a_silent_server_is_let_go_and_nothing_is_lost(
    bench: Bench, far: str, network: Network
) -> None:
    opened(bench, far)
    (line,) = bench.claims
    with network.silent():
        # Nothing of it arrives; the network holds it back, and its connection is ended.
        assert not bench.shell.do(Assess(line.claim.id, "supported", "high", reason="So it says."))
        assert bench.shell.workspace.is_cut_off
    is_heard_again(bench)
    assert bench.shell.do(Assess(line.claim.id, "refuted", "high", reason="It does not."))
    bench.shell.select(line.claim.id)
    assert bench.inspector.claim is not None
    assert bench.inspector.claim.current is not None
    assert bench.inspector.claim.current.verdict == "refuted"


def test_another_document_of_a_far_case_is_read_beside_the_window(
    bench: Bench, far: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Workspace.open(far, person=ANNA) as near:
        long = add_document(near, "Rents doubled. " * 4000, *[600] * 99, name="rents.txt")
        near.do(claim_at(long, "Rents doubled.", 3900))
    opened(bench, far)
    desk, claim = bench.window.desk, bench.claims[0].claim
    first = desk.current
    threads: list[threading.Thread] = []
    read = pages_of.read_content

    def noted(*asked: Any) -> Content:
        threads.append(threading.current_thread())
        return read(*asked)

    for module in (far_documents, document_tab):
        monkeypatch.setattr(module, "read_content", noted)
    assert claim.statement == "Rents doubled."
    bench.shell.select(claim.id)
    assert desk.current is first
    bench.until(lambda: desk.current is not first and desk.current is not None)
    assert desk.current is not None
    assert desk.current.title == "rents.txt"
    assert len(threads) == 1
    assert threading.main_thread() not in threads
    bar = desk.current.view.verticalScrollBar()
    bench.until(lambda: bar.value() > bar.maximum() / 2)
    bench.jobs_are_done()


def test_of_documents_that_are_wanted_one_after_the_other_the_last_is_shown(
    bench: Bench, far: str
) -> None:
    with Workspace.open(far, person=ANNA) as near:
        for name in ("b.txt", "c.txt"):
            add_document(near, f"Words of {name}.", name=name)
    opened(bench, far)
    desk = bench.window.desk
    _, second, third = bench.shell.documents
    for document in (second, third, third):
        desk.show_document(document.id)
    assert len([job for job in bench.shell.jobs.running if job.title]) == 2
    bench.jobs_are_done()
    assert desk.current is not None
    assert desk.current.document_id == third.id
    assert not desk.tabs.has_document(second.id)


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the plugin without a screen
def test_words_that_a_server_cannot_be_told_are_kept_and_shown_at_the_next_opening(
    bench: Bench, far: str, network: Network
) -> None:
    opened(bench, far)
    bench.shell.select(bench.claims[0].claim.id)
    bench.inspector.begin_statement()
    with network.silent():
        bench.type("Rents doubled.")
        bench.until(lambda: bench.shell.workspace.is_cut_off)
        assert not bench.shell.close()
        dialog = bench.window.kept_words.dialog
        assert dialog is not None
        assert dialog.words.toPlainText() == "Rents doubled."
        bench.click(dialog.stay)
        assert bench.shell.is_open
        assert bench.shell.drafts.words == "Rents doubled."
        assert not bench.shell.close()
        dialog = bench.window.kept_words.dialog
        assert dialog is not None
        bench.click(dialog.keep)
        assert not bench.shell.is_open
    bench.jobs_are_done()
    opened(bench, far)
    assert bench.claims[0].claim.statement == "Prices doubled."
    assert "Rents doubled." in bench.told
    buttons = bench.window.notices.waiting.findChildren(QPushButton)
    bench.click(next(each for each in buttons if each.text() == "Copy what you were writing"))
    assert QApplication.clipboard().text() == "Rents doubled."
    bench.shell.close()
    opened(bench, far)
    assert "Rents doubled." not in bench.told
