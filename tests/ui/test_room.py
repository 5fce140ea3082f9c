"""Dialogs are no larger than the screen they open on: their buttons stand at the bottom."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from verifier.ui.widgets import TITLE_BAR, resize_in_room

VIEWS = Path(__file__).parents[2] / "verifier" / "ui"
OWN_RULE = {"main_window.py"}
"""It asks the screen itself."""


def test_a_dialog_gets_its_size_where_there_is_room_and_else_what_there_is(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    room = dialog.screen().availableSize()
    resize_in_room(dialog, 300, 200)
    assert dialog.size() == QSize(300, 200)
    resize_in_room(dialog, room.width() + 300, room.height() + 300)
    assert dialog.size() == QSize(room.width(), room.height() - TITLE_BAR)


def test_a_dialog_may_be_as_large_as_the_window_it_belongs_to(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(window.screen().availableSize() * 2)
    dialog = QDialog(window)
    resize_in_room(dialog, window.width(), window.height() - 1)
    assert dialog.size() == QSize(window.width(), window.height() - 1)


def test_no_view_gives_itself_a_size_without_looking_for_room() -> None:
    sized = re.compile(r"self\.resize\((\*|\d)")
    found = {path.name for path in VIEWS.rglob("*.py") if sized.search(path.read_text("utf-8"))}
    assert found <= OWN_RULE
