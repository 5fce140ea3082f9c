"""Work of several turns: what waits comes between, and nothing is done for what is gone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from verifier.ui.turns import next_turn


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
