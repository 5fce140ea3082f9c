"""A child process for tests of killed windows: somebody's day at the window, by keys and mouse.

Arguments: the case, a seed, how many steps, who it is. After each step it waits until the window
says that all is saved, and then prints what the window shows, as a line of JSON.
"""
# ruff: noqa: E402

from __future__ import annotations

import gc
import json
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
gc.set_threshold(100_000)  # as main.py

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from reading_samples import place_before

from verifier import settings
from verifier.cli.window import located
from verifier.errors import Unreachable
from verifier.queries.audit import latest
from verifier.queries.claims import ClaimSummary
from verifier.settings import Settings
from verifier.ui.app import make_window
from verifier.ui.crash import CrashHandler
from verifier.ui.garbage import IdleGarbage
from verifier.ui.main_window import USUAL
from verifier.ui.notices import Notice

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
PATIENCE_SECONDS = 60
LOOK_AGAIN_MS = 100
PERSON = "Anna Nowak"
SAVED = "All changes saved"
HANDED_BACK = "Copy what you were writing"


def shown(line: ClaimSummary) -> list[object]:
    """What the lists show of a claim."""
    claim, rated = line.claim, line.assessment
    judged = [rated.verdict, rated.confidence, rated.reason] if rated else ["", "", ""]
    counted = [len(line.highlights), line.citations]
    return [
        claim.statement,
        claim.status,
        claim.priority,
        claim.worth,
        claim.tags,
        *judged,
        *counted,
    ]


class Day:
    """The window, and the steps that are done in it."""

    def __init__(self, case: Path | str, seed: int, person: str) -> None:
        settings.save(Settings(person=person, theme="light"))
        self.app = QApplication([])
        self.window, self.shell = make_window(self.app)
        self.crashes = CrashHandler()
        self.crashes.mendable = self.shell.tell_error
        self.crashes.install()
        self.window.resize(*USUAL)
        self.window.resize(1300, 860)
        self.window.show()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window, 10_000)
        IdleGarbage(self.app)  # or a thread of a job may delete what is the window's
        assert self.shell.open(case)
        self.chance = random.Random(seed)
        self.tokens: list[str] = []
        self.handed_back: list[str] = []
        """What was being written in a claim that somebody else took away."""
        self.shell.told.connect(self.hear)
        self.number = len(self.shell.claims)
        self.mark = f"{seed}-"

    def hear(self, notice: Notice) -> None:
        """Take what a notice hands back."""
        if notice.act is not None and notice.action == HANDED_BACK:
            notice.act()
            self.handed_back.append(self.app.clipboard().text())

    # Driving

    @property
    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.focus, key, modifier)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self.focus, letter)

    def write(self, kind: str) -> None:
        """Type something that was never typed before."""
        token = f"{kind} {self.mark}{len(self.tokens)}"
        self.tokens.append(token)
        self.type(token)

    def to_document(self) -> None:
        self.key(Qt.Key.Key_D, CTRL)

    # Steps

    def make_claim(self) -> None:
        """Drag over the words of a line, press H, write the statement."""
        tab = self.window.desk.current
        assert tab is not None
        view, text = tab.view, tab.content.text
        words = f"fact {self.number % 40:02}"
        self.number += 1
        start = text.index(words)
        view.go_to_page(1)
        first, last = place_before(view, start), place_before(view, start + len(words))
        if not view.viewport().rect().contains(last.toPoint()):
            self.rate()
            return
        port = view.viewport()
        QTest.mousePress(port, LEFT, NONE, first.toPoint())
        QTest.mouseMove(port, last.toPoint())
        QTest.mouseRelease(port, LEFT, NONE, last.toPoint())
        self.key(Qt.Key.Key_H)
        if self.window.desk.inspector.head.statement.hasFocus():
            self.write("Statement")
        self.to_document()

    def rate(self) -> None:
        self.key(self.chance.choice((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)))
        self.key(self.chance.choice((Qt.Key.Key_1, Qt.Key.Key_2)), Qt.KeyboardModifier.AltModifier)

    def reason(self) -> None:
        self.key(Qt.Key.Key_R)
        self.write("Because")
        if self.chance.random() < 0.5:
            self.to_document()

    def remark(self) -> None:
        self.key(Qt.Key.Key_C)
        self.write("Remark")
        self.key(Qt.Key.Key_Return, CTRL)
        self.to_document()

    def source(self) -> None:
        self.key(Qt.Key.Key_L)
        self.write("Source")
        self.key(Qt.Key.Key_Return)
        self.to_document()

    def details(self) -> None:
        for key in (Qt.Key.Key_P, Qt.Key.Key_W, Qt.Key.Key_A):
            self.key(key)

    def tag_all(self) -> None:
        """Choose every line of the table, and put a tag on all."""
        self.key(Qt.Key.Key_L, CTRL | SHIFT)
        self.key(Qt.Key.Key_A, CTRL)
        if self.window.desk.table.many.isVisible():
            self.window.desk.table.many.tags.setFocus()
            self.write("tag")
            self.key(Qt.Key.Key_Return)
        self.to_document()

    def undo(self) -> None:
        self.key(Qt.Key.Key_Z, CTRL)
        if self.chance.random() < 0.5:
            self.key(Qt.Key.Key_Z, CTRL | SHIFT)

    def walk(self) -> None:
        self.key(self.chance.choice((Qt.Key.Key_J, Qt.Key.Key_K)))

    # The day

    def until(self, is_so: Callable[[], bool], otherwise: str) -> None:
        """Wait as a person would who looks at the window."""
        ended = time.monotonic() + PATIENCE_SECONDS
        clock = QTimer()
        clock.start(LOOK_AGAIN_MS)
        while not is_so():
            self.app.processEvents(WAIT)
            assert time.monotonic() < ended, otherwise

    @property
    def shows_the_document(self) -> bool:
        tab = self.window.desk.current
        return tab is not None and tab.view.isVisible()

    def step(self) -> None:
        """Something that a person does, in what is in sight."""
        self.until(lambda: self.shows_the_document, "no document")
        self.app.processEvents()
        self.to_document()
        steps: list[Callable[[], None]] = [self.make_claim]
        if self.shell.selection:
            some = (self.rate, self.reason, self.remark, self.source, self.details, self.walk)
            steps += [*some, self.tag_all, self.undo, self.make_claim]
        self.chance.choice(steps)()

    @property
    def begun(self) -> list[str]:
        """What stands in fields that are sent as a whole."""
        desk = self.window.desk
        inspector = desk.inspector
        begun = (inspector.comments.unsent, inspector.citations.begun)
        return [desk.table.many.tags.text(), *(json.dumps(each, default=str) for each in begun)]

    @property
    def is_saved(self) -> bool:
        return self.window.status.saved.text() == SAVED and not self.shell.workspace.is_cut_off

    def tell(self) -> None:
        """Once the window says that all is saved: say what it shows."""
        self.until(lambda: self.is_saved, "not saved")
        try:
            events = self.shell.read(latest, 1)
        except Unreachable:
            self.window.others.look()
            self.tell()
            return
        said = {
            "events": events[0].seq if events else 0,
            "tokens": self.tokens,
            "handed_back": [*self.handed_back, *self.begun],
            "claims": {line.claim.id: shown(line) for line in self.shell.claims.ordered},
        }
        print(json.dumps(said), flush=True)


def main(case: str, seed: int, steps: int, person: str = PERSON) -> None:
    """Work, and tell after each step."""
    day = Day(located(case), seed, person)
    day.tell()
    for _ in range(steps):
        day.step()
        day.tell()
    day.window.close()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:])
