"""Undo, and finding."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from verifier.ui.commands.command import Command, Group, Needs

EDIT: tuple[Command, ...] = (
    Command(
        "undo",
        Group.EDIT,
        QT_TRANSLATE_NOOP("Commands", "&Undo"),
        "cases.undo",
        "Ctrl+Z",
        "undo-2",
        Needs.UNDO,
    ),
    Command(
        "redo",
        Group.EDIT,
        QT_TRANSLATE_NOOP("Commands", "&Redo"),
        "cases.redo",
        "Ctrl+Shift+Z",
        "redo-2",
        Needs.REDO,
    ),
    Command(
        "find",
        Group.EDIT,
        QT_TRANSLATE_NOOP("Commands", "&Find in the document…"),
        "finding.words",
        "Ctrl+F",
        "scan-text",
        Needs.DOCUMENT,
        starts_section=True,
    ),
    Command(
        "find.next",
        Group.EDIT,
        QT_TRANSLATE_NOOP("Commands", "Find ne&xt"),
        "finding.next",
        "F3",
        "chevron-down",
        Needs.DOCUMENT,
    ),
    Command(
        "find.previous",
        Group.EDIT,
        QT_TRANSLATE_NOOP("Commands", "Find pre&vious"),
        "finding.previous",
        "Shift+F3",
        "chevron-up",
        Needs.DOCUMENT,
    ),
    Command(
        "tables",
        Group.EDIT,
        QT_TRANSLATE_NOOP("Commands", "&Tables of this page…"),
        "pages.show_tables",
        "Ctrl+T",
        "table",
        Needs.DOCUMENT,
    ),
    Command(
        "search",
        Group.EDIT,
        QT_TRANSLATE_NOOP("Commands", "Sear&ch across the case…"),
        "finding.across",
        "Ctrl+Shift+F",
        "search",
        Needs.CASE,
    ),
    Command(
        "proposals",
        Group.EDIT,
        QT_TRANSLATE_NOOP("Commands", "Pro&posed changes…"),
        "reports.proposals",
        icon="pencil",
        needs=Needs.CASE,
    ),
    Command(
        "palette",
        Group.EDIT,
        QT_TRANSLATE_NOOP("Commands", "&Search or run a command…"),
        "finding.open_palette",
        "Ctrl+K",
        "search",
        starts_section=True,
    ),
)
