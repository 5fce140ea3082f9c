"""Starts the window."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from verifier import settings
from verifier.errors import CannotWrite
from verifier.paths import APPLICATION
from verifier.ui.crash import CrashHandler
from verifier.ui.display import display_problem
from verifier.ui.garbage import IdleGarbage
from verifier.ui.icons import icon
from verifier.ui.language import use_language
from verifier.ui.main_window import MainWindow
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.shell import Shell
from verifier.ui.theme import Theme
from verifier.ui.tokens import ThemeMode
from verifier.ui.told import told
from verifier.ui.warm_up import warm_up

SIGNAL_POLL_MS = 250


def run(arguments: Sequence[str], case: Path | str | None = None, person: str = "") -> int:
    """Open the window, on a case and in a name where they are given; the program's exit code."""
    problem = display_problem()
    if problem is not None:
        raise CannotWrite(problem)
    options = settings.load().settings.options
    size = str(options.get("size", "100"))
    if size.isdigit() and size != "100":
        os.environ.setdefault("QT_SCALE_FACTOR", str(int(size) / 100))
    app = QApplication([APPLICATION, *arguments])
    app.setApplicationName(APPLICATION)
    app.setApplicationDisplayName(APPLICATION)
    app.setDesktopFileName("verifier")
    use_language(app, str(options.get("language", "")))
    crashes = CrashHandler()
    crashes.install()
    window, shell = make_window(app)
    if person.strip():
        shell.work_as(person)
    crashes.mendable = shell.tell_error
    opener = FileOpener(window)
    app.installEventFilter(opener)
    window.show()
    if case is not None:
        open_at_start(window, shell, case)
    else:
        shell.jobs.run("", warm_up)
    _end_on_interrupt(app, window)
    garbage = IdleGarbage(app)
    garbage.follow(shell)
    code = app.exec()
    garbage.stop()
    crashes.remove()
    return code


def make_window(app: QApplication) -> tuple[MainWindow, Shell]:
    """The window and its shell, as the person left them."""
    loaded = settings.load()
    known = {mode.value for mode in ThemeMode}
    mode = loaded.settings.theme if loaded.settings.theme in known else ThemeMode.SYSTEM
    theme = Theme(app, ThemeMode(mode))
    app.setWindowIcon(icon("shield-check", theme.tokens.accent))
    shell = Shell(theme, loaded.settings, app)
    with theme.put_on_last():
        window = MainWindow(shell)
    if loaded.problem:
        shell.tell(Notice(NoticeKind.WARNING, told(loaded.problem)))
    return window, shell


def open_at_start(window: MainWindow, shell: Shell, case: Path | str) -> None:
    """Open the case that was named, in the name this computer knows where none was given yet."""
    if not shell.settings.person:
        shell.name_person(os.environ.get("VERIFIER_PERSON") or settings.login_name())
    window.open_path(case)


class FileOpener(QObject):
    """Opens what the system asks for: a case that was double-clicked on macOS."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the event that carries a file."""
        if isinstance(event, QFileOpenEvent):
            self._window.take_files([Path(event.file())])
            return True
        return super().eventFilter(watched, event)


def _end_on_interrupt(app: QApplication, window: MainWindow) -> None:
    """Ctrl+C in the terminal closes the window as a click would."""

    def interrupted(*_: object) -> None:
        window.close()

    signal.signal(signal.SIGINT, interrupted)
    poll = QTimer(app)  # Python hears of signals only when it runs
    poll.timeout.connect(_nothing)
    poll.start(SIGNAL_POLL_MS)
    if sys.platform != "win32":
        signal.signal(signal.SIGTERM, interrupted)


def _nothing() -> None:
    pass
