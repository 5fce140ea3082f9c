"""Drives the window as a person does: mouse, keys, drops, and looking at what it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from reading_samples import place_before
from sqlalchemy import event

from verifier import settings
from verifier.actions.base import Action
from verifier.queries.claims import ClaimSummary
from verifier.settings import Settings
from verifier.ui import file_dialogs
from verifier.ui.app import make_window
from verifier.ui.choices import ChoiceButton, Choices
from verifier.ui.inspector.inspector import Inspector
from verifier.ui.main_window import USUAL, MainWindow
from verifier.ui.reader.view import ReaderView
from verifier.ui.shell import Shell

PATIENCE_MS = 20_000
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
REPORT = (
    "Report of the week\n\n"
    "The ministry said that prices doubled in a year. Wages rose by 4 per cent.\n\n"
    "On Friday 👍🏽 unknown attackers took 70 government sites offline.\n"
)


@dataclass
class Bench:
    """A window under test."""

    window: MainWindow
    shell: Shell
    qtbot: QtBot
    folder: Path
    monkeypatch: pytest.MonkeyPatch

    # Files

    def answer(self, dialog: str, path: Path | list[Path] | None) -> None:
        """What the person chooses in a dialog of the system."""
        self.monkeypatch.setattr(file_dialogs, dialog, lambda *_: path)

    def new_case(self, name: str = "prices.vcase") -> Path:
        """A new case, open."""
        path = self.folder / name
        self.answer("new_case", path)
        self.window.controllers.cases.new()
        assert self.shell.is_open
        return path

    def write(self, name: str = "report.txt", text: str = REPORT) -> Path:
        """A file to import."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def import_file(self, file: Path) -> None:
        """Import a file by the command, and wait until it is shown."""
        self.answer("documents", [file])
        before = {document.id for document in self.shell.documents}
        self.window.controllers.documents.choose()
        self.until(lambda: len(self.shell.documents) == len(before) + 1)
        (new,) = {document.id for document in self.shell.documents} - before
        desk = self.window.desk
        self.until(lambda: desk.current is not None and desk.current.document_id == new)

    def drop(self, *files: Path) -> None:
        """Drop files on the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        place, action = QPoint(200, 200), Qt.DropAction.CopyAction
        QApplication.sendEvent(self.window, QDragEnterEvent(place, action, data, LEFT, NONE))
        QApplication.sendEvent(self.window, QDropEvent(QPointF(place), action, data, LEFT, NONE))

    # Looking

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds."""
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=PATIENCE_MS)

    def jobs_are_done(self) -> None:
        """Wait until nothing runs in the background."""
        self.until(lambda: not self.shell.jobs.running)

    @property
    def view(self) -> ReaderView:
        """The document in front."""
        tab = self.window.desk.current
        assert tab is not None
        return tab.view

    @property
    def inspector(self) -> Inspector:
        """The right side."""
        return self.window.desk.inspector

    @property
    def claims(self) -> tuple[ClaimSummary, ...]:
        """The claims as the lists show them."""
        return self.shell.claims.ordered

    @property
    def told(self) -> str:
        """All that the window says at its top."""
        return "\n".join(self.window.notices.texts)

    # Doing

    def may_grow(self, pages: int) -> None:
        """How many pages the disk has room for in the case's file, whoever writes from now on."""

        @event.listens_for(self.shell.workspace._engine, "checkout")
        def _bound(connection: Any, *_: Any) -> None:
            connection.execute(f"PRAGMA max_page_count={pages}")

    def drag_over(self, words: str) -> None:
        """Select words with the mouse."""
        view = self.view
        provider = view.provider
        assert provider is not None
        start = provider.text.index(words)
        first, last = place_before(view, start), place_before(view, start + len(words))
        port = view.viewport()
        QTest.mousePress(port, LEFT, NONE, first.toPoint())
        middle = QPoint((first.toPoint().x() + last.toPoint().x()) // 2, last.toPoint().y())
        for point in (middle, last.toPoint()):
            QTest.mouseMove(port, point)
        QTest.mouseRelease(port, LEFT, NONE, last.toPoint())
        selected = view.selection()
        assert selected is not None
        assert selected.of(provider.text) == words

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key wherever the focus is."""
        QTest.keyClick(self.focus, key, modifier)

    def type(self, text: str) -> None:
        """Type letters wherever the focus is."""
        for letter in text:
            QTest.keyClicks(self.focus, letter)

    @property
    def focus(self) -> QWidget:
        """What has the keyboard."""
        found = QApplication.focusWidget()
        return found if found is not None else self.window

    def click(self, widget: QWidget) -> None:
        """Click on a control."""
        QTest.mouseClick(widget, LEFT)

    def choose(self, choices: Choices, code: str) -> None:
        """Click on an answer."""
        self.click(button_of(choices, code))

    def do(self, action: Action, text: str = "") -> None:
        """Have something done as a view has it, and wait until it is."""
        assert self.shell.do_beside(action, text or action.title)
        self.until(lambda: not self.shell.big.doing)

    def undo(self) -> None:
        """Undo by the menu's action."""
        self.window.actions_of["undo"].trigger()

    def redo(self) -> None:
        """Redo by the menu's action."""
        self.window.actions_of["redo"].trigger()


@contextmanager
def window_of(
    qtbot: QtBot,
    app: QApplication,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    kept: Settings | None = None,
) -> Iterator[Bench]:
    """The window of Anna Nowak, on the screen, without a case; `kept` is from a start before."""
    settings.save(kept or Settings(person="Anna Nowak", theme="light"))
    window, shell = make_window(app)
    window.resize(*USUAL)  # the screen of the offscreen plugin is small
    qtbot.addWidget(window)
    try:
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        yield Bench(window, shell, qtbot, folder, monkeypatch)
    finally:
        refused = not closed(window, shell, qtbot)
        shell.theme.deleteLater()
        shell.deleteLater()
    if refused:
        pytest.fail("the window did not close: text that was refused stood in it")


def closed(window: MainWindow, shell: Shell, qtbot: QtBot) -> bool:
    """Close the window after a test; whether it would have closed for a person, too.

    A test that fails in the middle may leave a step under way, or text that is refused. The window
    would stay, with its threads, and take the process of the tests with it.
    """
    qtbot.waitUntil(lambda: not shell.big.doing, timeout=PATIENCE_MS)
    shell.jobs.shutdown()
    if window.close():
        return True
    shell.drafts.abandon()
    assert window.close()
    return False


def button_of(choices: Choices, code: str) -> ChoiceButton:
    """The button of an answer."""
    return next(button for button in choices.buttons if button.choice.code == code)
