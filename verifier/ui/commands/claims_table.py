"""The table of all claims: going there, its views, grouping, columns, and writing it down."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from verifier.ui.commands.command import Command, Group, Needs

CLAIMS_TABLE: tuple[Command, ...] = (
    Command(
        "table.focus",
        Group.GO,
        QT_TRANSLATE_NOOP("Commands", "To the table of claims"),
        "table.focus",
        "Ctrl+Shift+L",
        "table",
        Needs.CASE,
    ),
    Command(
        "table.views",
        Group.VIEW,
        QT_TRANSLATE_NOOP("Commands", "Views of the table of claims…"),
        "table.views",
        "Ctrl+Shift+V",
        "bookmark",
        Needs.CASE,
        starts_section=True,
    ),
    Command(
        "table.keep",
        Group.VIEW,
        QT_TRANSLATE_NOOP("Commands", "Keep this view of the table…"),
        "table.keep",
        icon="bookmark",
        needs=Needs.CASE,
    ),
    Command(
        "table.group",
        Group.VIEW,
        QT_TRANSLATE_NOOP("Commands", "Group the claims of the table…"),
        "table.groups",
        "Ctrl+Shift+G",
        "list-tree",
        Needs.CASE,
    ),
    Command(
        "table.columns",
        Group.VIEW,
        QT_TRANSLATE_NOOP("Commands", "Columns of the table…"),
        "table.columns",
        icon="columns-3",
        needs=Needs.CASE,
    ),
)
