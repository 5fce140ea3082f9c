"""A test that leaves the window in a state in which it does not close fails, and is over."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_driving import Bench, window_of

from verifier.actions.claims import AddClaim


def leave_refused_text(bench: Bench) -> None:
    bench.new_case()
    claim = AddClaim("Prices rose")
    bench.do(claim)
    bench.shell.select(claim.id)
    bench.inspector.head.date.setFocus()
    bench.type("some day")
    bench.key(Qt.Key.Key_Return)
    assert "no date" in bench.told


def test_text_that_is_refused_fails_its_test_and_the_window_closes_all_the_same(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driving = window_of(qtbot, qapp, tmp_path, monkeypatch)
    bench = driving.__enter__()
    leave_refused_text(bench)
    with pytest.raises(pytest.fail.Exception, match="did not close"):
        driving.__exit__(None, None, None)
    assert not bench.window.isVisible()
    assert not bench.shell.is_open
