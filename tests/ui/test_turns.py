"""Work of several turns: what waits comes between, and nothing is done for what is gone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from verifier.ui.turns import next_turn, paint_in_next_turn


class Told(QObject):
    """Notes the events that it is sent."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def customEvent(self, _event: QEvent) -> None:
        self.seen.append("event")

    def work(self) -> None:
        self.seen.append("work")


def test_what_waits_comes_before_the_next_turn(qtbot: QtBot) -> None:
    told = Told()
    next_turn(told, told.work)
    assert not told.seen
    QCoreApplication.postEvent(told, QEvent(QEvent.Type.User))
    qtbot.waitUntil(lambda: len(told.seen) == 2)
    assert told.seen == ["event", "work"]
    qtbot.waitUntil(lambda: not told.children())


def test_nothing_is_done_for_what_is_gone(qtbot: QtBot) -> None:
    owner, told = QObject(), Told()
    next_turn(owner, told.work)
    delete(owner)
    next_turn(told, told.work)
    qtbot.waitUntil(lambda: bool(told.seen))
    assert told.seen == ["work"]


class Painted(QWidget):
    """Counts how often it is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.times += 1
        super().paintEvent(event)


def test_what_changes_is_painted_once_and_in_a_turn_of_its_own(qtbot: QtBot) -> None:
    window = Painted()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.times > 0)
    before = window.times
    paint_in_next_turn(window)
    paint_in_next_turn(window)
    window.update()
    QCoreApplication.sendPostedEvents()
    assert window.times == before
    qtbot.waitUntil(lambda: window.times == before + 1)
    assert window.updatesEnabled()


def test_a_window_that_is_asked_to_paint_while_it_pauses_is_painted_afterwards(
    qtbot: QtBot,
) -> None:
    """As when a case is named at the start: the window comes into sight while it is laid out."""
    window = Painted()
    qtbot.addWidget(window)
    window.show()
    paint_in_next_turn(window)
    QApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))
    assert not window.times
    qtbot.waitUntil(lambda: window.times > 0)
    before = window.times
    window.update()
    paint_in_next_turn(window)
    QApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))
    assert window.times == before
    qtbot.waitUntil(lambda: window.times > before)
