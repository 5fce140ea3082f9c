"""Every view and every dialog has room for its words, in each look; the scenes show all of them."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from clipping import clipped
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sample_case import sample_file
from scenes import PERSON
from screenshots import CHECKED, check

from verifier.ui import about

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the plugin without a screen

SCRIPT = Path(__file__).parents[2] / "scripts" / "screenshots.py"


@pytest.fixture
def nobodys_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A scene replaces what the box about the program tells of this computer."""
    monkeypatch.setattr(about, "facts", about.facts)


@pytest.fixture
def work() -> Iterator[Path]:
    """A folder with a name of usual length (the start view shows it) and the sample case in it."""
    with tempfile.TemporaryDirectory() as folder:
        sample_file(Path(folder) / "sample", PERSON)
        yield Path(folder)


@pytest.mark.usefixtures("nobodys_facts", "own_language")
def test_nothing_is_cut_in_any_view_left_to_right_or_right_to_left(
    qapp: QApplication, work: Path
) -> None:
    """Light is as large as dark."""
    assert check(qapp, CHECKED["dark"], work, both_ways=True) == []


def test_nothing_is_cut_in_ukrainian_at_twice_the_size(tmp_path: Path) -> None:
    """The longest words and the least room. The scale is chosen before Qt starts: a process."""
    done = subprocess.run(
        [sys.executable, SCRIPT, "--check", "uk-large", sample_file(tmp_path, PERSON)],
        env=CHECKED["uk-large"].environment,
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
