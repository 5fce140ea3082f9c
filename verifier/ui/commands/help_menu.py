"""About the program."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from verifier.ui.commands.command import Command, Group

HELP: tuple[Command, ...] = (
    Command(
        "help.about",
        Group.HELP,
        QT_TRANSLATE_NOOP("Commands", "&About Verifier"),
        "program.about",
        icon="info",
    ),
)
