"""The table of commands holds together: each can be reached, none stands in another's way."""

from __future__ import annotations

from typing import get_type_hints

from PySide6.QtGui import QKeySequence

from verifier.ui.commands.command import GROUPS
from verifier.ui.commands.go_menu import PLACES
from verifier.ui.commands.table import COMMANDS, TOOLBAR, by_id, clashes
from verifier.ui.controllers.all import Controllers
from verifier.ui.icons import icon_names
from verifier.ui.places.table_of import PLACES as VIEWS


def test_every_command_has_its_own_id() -> None:
    assert len(by_id()) == len(COMMANDS)


def test_no_two_commands_share_a_shortcut() -> None:
    assert clashes([(command.id, command.shortcut) for command in COMMANDS]) == []


def test_clashing_shortcuts_are_found() -> None:
    assert clashes([("a", "Ctrl+I"), ("b", "ctrl+i"), ("c", ""), ("d", "")]) == ["ctrl+i: a and b"]


def test_every_shortcut_is_one_that_qt_understands() -> None:
    for command in COMMANDS:
        if command.shortcut:
            assert QKeySequence(command.shortcut).toString() == command.shortcut


def test_every_command_is_a_method_of_a_controller() -> None:
    kinds = get_type_hints(Controllers)
    handlers = {command.id: command.handler.split(".") for command in COMMANDS}
    assert [
        name
        for name, (who, does) in handlers.items()
        if not callable(getattr(kinds[who], does, None))
    ] == []


def test_each_view_of_the_case_has_a_command_and_each_such_command_a_view() -> None:
    assert [name for name, _, _ in PLACES] == list(VIEWS)


def test_every_icon_and_every_button_of_the_toolbar_exists() -> None:
    assert {command.icon for command in COMMANDS if command.icon} <= set(icon_names())
    named = {name.removesuffix("*") for name in TOOLBAR if name.islower() and name not in "|>"}
    assert named <= by_id().keys()


def test_no_two_commands_of_a_menu_are_called_by_the_same_letter() -> None:
    for group, _ in GROUPS:
        words = [command.text for command in COMMANDS if command.group is group]
        letters = [text[text.index("&") + 1].lower() for text in words if "&" in text]
        assert len(letters) == len(set(letters)), (group, words)
