"""Every view and every dialog has room for its words, in each look; the scenes show all of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from clipping import clipped
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from screenshots import CHECKED

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the plugin without a screen

SCRIPT = Path(__file__).parents[2] / "scripts" / "screenshots.py"


@pytest.mark.parametrize("look", ["dark", "large", "rtl", "uk"])
def test_nothing_is_cut_in_any_view(look: str) -> None:
    """Light is as large as dark. A process of its own: the scale is chosen before Qt starts."""
    done = subprocess.run(
        [sys.executable, SCRIPT, "--check", look],
        env=CHECKED[look].environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.stdout.strip(), done.returncode) == ("", 0), done.stderr


def test_what_is_cut_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = QHBoxLayout(window)
    words, button = QLabel("More words than there is room for"), QPushButton("Agreed")
    line.addWidget(words)
    line.addWidget(button)
    window.show()
    assert clipped(window) == []
    words.setFixedWidth(40)
    button.setFixedWidth(20)
    window.layout().activate()  # type: ignore[union-attr]
    found = clipped(window)
    assert len(found) == 2
    assert "More words" in found[0]
    assert "'Agreed'" in found[1]
