"""What this is: version, licences, and the facts that somebody who helps asks for."""

from __future__ import annotations

import platform

import PySide6
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QTextBrowser, QVBoxLayout, QWidget

from verifier import __version__, paths
from verifier.ui.shell import Shell
from verifier.ui.widgets import label, push_button, resize_in_room, row


def facts(shell: Shell) -> str:
    """Versions and places, and of an open case its file and schema: nothing that it says."""
    lines = [
        f"Verifier {__version__}",
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        f"Settings: {paths.user_config()}",
        f"Crash reports: {paths.user_state() / 'crashes'}",
    ]
    if shell.is_open:
        lines.append(f"Case: {shell.place}")
        lines.append(f"Schema: {shell.workspace.schema_version()}")
    return "\n".join(lines)


def licences() -> str:
    """The licences of everything that comes with the program, as Markdown."""
    file = paths.resources().parent / "docs" / "licences.md"
    return file.read_text(encoding="utf-8") if file.is_file() else ""


class AboutDialog(QDialog):
    """Version and facts above, licences below."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Verifier"))
        resize_in_room(self, 680, 600)
        self._facts = facts(shell)
        words = self.tr("Verifier %1, under the Apache License 2.0.").replace("%1", __version__)
        shown = QPlainTextEdit(self._facts)
        shown.setReadOnly(True)
        shown.setFixedHeight(150)
        shown.setAccessibleName(self.tr("Versions and places"))
        self.licences = QTextBrowser()
        self.licences.setMarkdown(licences())
        self.licences.setOpenLinks(False)
        self.licences.setAccessibleName(self.tr("Licences"))
        self.copy = push_button(self.tr("Copy report"))
        self.copy.clicked.connect(self.copy_report)
        close = push_button(self.tr("Close"), "primary")
        close.clicked.connect(self.close)
        buttons = row(self.copy, close)
        buttons.insertStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.addWidget(label(words, "title"))
        whole.addWidget(shown)
        whole.addWidget(self.licences, 1)
        whole.addLayout(buttons)

    @Slot()
    def copy_report(self) -> None:
        """Put the facts on the clipboard."""
        QGuiApplication.clipboard().setText(self._facts)
