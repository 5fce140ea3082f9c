"""How it is used, and what it is."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from verifier.ui.commands.command import Command, Group

HELP: tuple[Command, ...] = (
    Command(
        "help.guide",
        Group.HELP,
        QT_TRANSLATE_NOOP("Commands", "&User guide"),
        "program.guide",
        "F1",
        "book-open",
    ),
    Command(
        "help.about",
        Group.HELP,
        QT_TRANSLATE_NOOP("Commands", "&About Verifier"),
        "program.about",
        icon="info",
    ),
)
