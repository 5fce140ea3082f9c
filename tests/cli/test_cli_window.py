"""Without a command the window opens; without a display, words say why it cannot."""

from __future__ import annotations

import sys

import pytest

from verifier.cli.entry import main


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is a display")
@pytest.mark.parametrize("arguments", [[], ["case.vcase"], ["window"], ["CASE.VCASE"]])
def test_without_a_display_the_commands_that_work_are_named(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert main(arguments) == 1
    assert "no display" in capsys.readouterr().err


def test_what_is_neither_command_nor_case_is_wrong_usage() -> None:
    assert main(["unheard-of"]) == 2
