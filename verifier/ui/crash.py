"""What happens at a bug: the work is safe, the person is told, and a report can be copied."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QVBoxLayout

from verifier import __version__, paths
from verifier.errors import VerifierError
from verifier.ui.widgets import label, push_button, resize_in_room, row


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What a developer needs to know: versions and traceback, nothing of the case."""
    lines = [
        f"Verifier {__version__}",
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        datetime.now().astimezone().isoformat(timespec="seconds"),
        "",
        *traceback.format_exception(kind, error, trace),
    ]
    return "\n".join(lines)


class CrashDialog(QDialog):
    """Says that something went wrong, that nothing saved is lost, and what to do."""

    def __init__(self, text: str) -> None:
        super().__init__(QApplication.activeWindow())
        self._text = text
        self.setWindowTitle(self.tr("Something went wrong"))
        resize_in_room(self, 640, 420)
        whole = QVBoxLayout(self)
        whole.addWidget(label(self.tr("Verifier made a mistake"), "title"))
        words = self.tr(
            "Everything you did was saved as you did it and is in the case file. You can go on, "
            "or start Verifier again. The report below says what happened; it holds nothing of "
            "your case. Copy it for whoever looks after the program."
        )
        whole.addWidget(label(words, wrap=True))
        field = QPlainTextEdit(text)
        field.setReadOnly(True)
        field.setAccessibleName(self.tr("Report"))
        whole.addWidget(field, 1)
        copy = push_button(self.tr("Copy the report"))
        copy.clicked.connect(self.copy_report)
        go_on = push_button(self.tr("Go on"), "primary")
        go_on.clicked.connect(self.accept)
        go_on.setDefault(True)
        buttons = row(copy, go_on)
        buttons.insertStretch(0)
        whole.addLayout(buttons)

    @Slot()
    def copy_report(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self._text)


class CrashHandler(QObject):
    """Takes the place of Python's excepthook while the window is open."""

    def __init__(self) -> None:
        super().__init__()
        self.mendable: Callable[[VerifierError], None] | None = None
        """Tells what a person can mend: a view reads, say, from a server that is gone."""
        self._before = sys.excepthook
        self._is_telling = False

    def install(self) -> None:
        """Hear of bugs from now on."""
        self._before = sys.excepthook
        sys.excepthook = self.tell

    def remove(self) -> None:
        """Hear of them no more."""
        sys.excepthook = self._before

    def tell(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log a bug and tell it; a second one while the first is told is only logged."""
        if isinstance(error, VerifierError) and self.mendable is not None:
            self.mendable(error)
            return
        text = report(kind, error, trace)
        _log(text)
        self._before(kind, error, trace)
        if self._is_telling or issubclass(kind, KeyboardInterrupt):
            return
        self._is_telling = True
        dialog = CrashDialog(text)
        dialog.finished.connect(self._told)
        dialog.open()

    @Slot()
    def _told(self) -> None:
        self._is_telling = False
        dialog = self.sender()
        if isinstance(dialog, CrashDialog):
            dialog.deleteLater()


def _log(text: str) -> None:
    folder = paths.user_state() / "crashes"
    name = datetime.now().astimezone().strftime("%Y-%m-%d_%H-%M-%S_%f.txt")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    except OSError:
        return
