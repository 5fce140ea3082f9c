"""The watch over Qt's leftovers sees what it should and leaves the rest alone."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from qt_leftovers import QtLeftovers


def leftovers() -> QtLeftovers:
    return QtLeftovers(frozenset(), patience_seconds=5.0)


def test_a_ticking_timer_is_named_and_stopped(qapp: QApplication) -> None:
    with leftovers() as watch:
        timer = QTimer()
        timer.setObjectName("blink")
        timer.start(1000)
        assert watch.found() == ["a QTimer named 'blink' every 1000 ms"]
    assert not timer.isActive()


def test_a_stopped_timer_is_no_leftover(qapp: QApplication) -> None:
    with leftovers() as watch:
        timer = QTimer()
        timer.start(1000)
        timer.stop()
        assert watch.found() == []


def test_a_running_thread_is_named_with_its_owner_and_ended(qapp: QApplication) -> None:
    owner = QObject()
    with leftovers() as watch:
        thread = QThread(owner)
        thread.start()
        assert watch.found() == ["a QThread of a QObject"]
    assert thread.isFinished()


def test_a_forgotten_window_is_named_and_closed(qapp: QApplication) -> None:
    with leftovers() as watch:
        window = QWidget()
        window.setObjectName("forgotten")
        assert watch.found() == ["a QWidget named 'forgotten'"]
        assert watch.found() == []
    del window


def test_windows_of_before_and_children_are_no_leftovers(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    with leftovers() as watch:
        child = QWidget(parent)
        assert watch.found() == []
    assert child.parent() is parent


def test_a_timer_that_words_start_starts(qtbot: QtBot) -> None:
    with leftovers() as watch:
        field, timer = QLineEdit(), QTimer()
        qtbot.addWidget(field)
        field.textChanged.connect(timer.start)
        field.setText("words")
        assert timer.isActive()
        timer.stop()
        field.close()
        field.deleteLater()
        assert watch.found() == []


def test_python_does_not_search_for_cycles_by_itself_while_tests_run() -> None:
    assert not gc.isenabled()
