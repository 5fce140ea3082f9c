"""Work runs beside the window, and its end is told on the window's thread."""

from __future__ import annotations

import sys
import threading
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton
from pytestqt.qtbot import QtBot

from verifier.errors import Cancelled, Unreadable, VerifierError
from verifier.ui.job_strip import JobStrip
from verifier.ui.jobs import Jobs, Progress

WAIT = 20_000


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    assert made.shutdown()


def until_cancelled(progress: Progress, cancelled: Callable[[], bool]) -> None:
    progress(0.25, "page 1 of 4")
    pause = threading.Event()
    while not cancelled():
        pause.wait(0.002)
    raise Cancelled


def test_the_result_is_delivered_on_the_thread_of_the_window(jobs: Jobs, qtbot: QtBot) -> None:
    # Numbers, not Qt's threads: one of its pool's ends by itself, and a Python object that still
    # stands for it would be taken for whatever Qt makes at that address next.
    told: list[tuple[int, int]] = []
    worked: list[int] = []

    def work(progress: Progress, cancelled: Callable[[], bool]) -> int:
        worked.append(threading.get_ident())
        return 42

    jobs.run("Count", work, lambda result: told.append((result, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(told), timeout=WAIT)
    assert told == [(42, threading.get_ident())]
    assert worked[0] != threading.get_ident()
    assert jobs.running == ()


def test_a_job_that_is_over_holds_on_to_nothing_of_the_window(jobs: Jobs, qtbot: QtBot) -> None:
    """Its thread may be the last to let go of it, and must not delete what is the window's."""

    class Dialog:
        def show(self, result: object) -> None:
            told.append(result)

    told: list[object] = []
    dialog = Dialog()
    is_there = weakref.ref(dialog)
    job = jobs.run("Count", lambda _progress, _cancelled: 42, dialog.show)
    del dialog
    qtbot.waitUntil(lambda: bool(told), timeout=WAIT)
    assert not is_there()
    assert not job.is_cancelled


def test_what_a_person_can_mend_is_told_and_nothing_is_delivered(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[VerifierError] = []
    delivered: list[object] = []

    def work(progress: Progress, cancelled: Callable[[], bool]) -> None:
        raise Unreadable("a.pdf is damaged.", "Get it again.")

    jobs.run("Read", work, delivered.append, told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=WAIT)
    assert "a.pdf" in str(told[0])
    assert delivered == []


def test_a_bug_goes_to_the_excepthook(
    jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bugs: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda *told: bugs.append(told[1]))

    def work(progress: Progress, cancelled: Callable[[], bool]) -> None:
        raise ZeroDivisionError

    jobs.run("Fail", work)
    qtbot.waitUntil(lambda: bool(bugs), timeout=WAIT)
    assert isinstance(bugs[0], ZeroDivisionError)
    assert bugs[0].__traceback__ is not None


def test_the_strip_shows_progress_and_stops_the_work(jobs: Jobs, qtbot: QtBot) -> None:
    bar_below = QStatusBar()
    qtbot.addWidget(bar_below)
    strip = JobStrip(jobs)
    bar_below.addPermanentWidget(strip)
    told: list[object] = []
    assert strip.isHidden()
    job = jobs.run("Reading a.pdf", until_cancelled, told.append, told.append)
    assert not strip.isHidden()
    bar, label = strip.findChild(QProgressBar), strip.findChild(QLabel)
    stop = strip.findChild(QToolButton)
    assert bar is not None
    assert label is not None
    assert stop is not None
    qtbot.waitUntil(lambda: bar.value() == 250, timeout=WAIT)
    assert label.text() == "Reading a.pdf: page 1 of 4"
    with qtbot.waitSignal(job.ended, timeout=WAIT):
        stop.click()
    qtbot.waitUntil(strip.isHidden, timeout=WAIT)
    assert told == []


def test_shutdown_ends_every_thread_and_delivers_nothing(qtbot: QtBot) -> None:
    made = Jobs()
    told: list[object] = []
    for _ in range(6):
        made.run("Wait", until_cancelled, told.append, told.append)
    assert made.shutdown()
    qtbot.wait(1)
    assert told == []
    assert made.running == ()
