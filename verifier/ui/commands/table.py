"""All commands together, and the toolbar.

Menus, toolbar, shortcuts and the command palette are all made from it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from verifier.ui.commands.claim_menu import CLAIM
from verifier.ui.commands.claims_table import CLAIMS_TABLE
from verifier.ui.commands.command import Command
from verifier.ui.commands.edit_menu import EDIT
from verifier.ui.commands.file_menu import FILE
from verifier.ui.commands.go_menu import GO
from verifier.ui.commands.help_menu import HELP
from verifier.ui.commands.rate_menu import RATE
from verifier.ui.commands.view_menu import VIEW

COMMANDS: tuple[Command, ...] = (*RATE, *FILE, *EDIT, *VIEW, *CLAIM, *GO, *CLAIMS_TABLE, *HELP)
"""In the order in which they stand in their menus and in the palette."""

TOOLBAR: tuple[str, ...] = (
    "view.left",
    "undo",
    "redo",
    "|",
    "claim.add*",
    "claim.source*",
    "claim.comment*",
    "|",
    "PAGES",
    "|",
    "view.zoom_out",
    "ZOOM",
    "view.zoom_in",
    ">",
    "SEARCH",
    "view.table",
    "view.right",
    "THEME",
)
"""Ids in order; "|" a line, ">" room, "*" with words; in capitals what is more than a button."""


def by_id() -> Mapping[str, Command]:
    """Every command under its id."""
    return {command.id: command for command in COMMANDS}


def clashes(shortcuts: Sequence[tuple[str, str]]) -> list[str]:
    """Shortcuts that two commands want, of (command id, shortcut): then neither would work."""
    seen: dict[str, str] = {}
    found = []
    for name, shortcut in shortcuts:
        key = shortcut.casefold()
        if key and key in seen:
            found.append(f"{shortcut}: {seen[key]} and {name}")
        seen[key] = name
    return found
