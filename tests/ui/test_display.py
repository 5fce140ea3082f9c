"""Whether a window can open is told in words, before Qt would abort."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from verifier.ui import display
from verifier.ui.display import display_problem, x_answers


def nobody_answers(_: str) -> bool:
    return False


def somebody_answers(_: str) -> bool:
    return True


def test_without_a_display_it_is_said_where_the_other_commands_are_listed() -> None:
    problem = display_problem({}, "linux")
    assert problem is not None
    assert "no display" in problem
    assert "--help" in problem


def test_a_display_that_answers_is_no_problem() -> None:
    assert display_problem({"DISPLAY": ":0"}, "linux", somebody_answers) is None


def test_a_display_nobody_answers_on_is_named() -> None:
    problem = display_problem({"DISPLAY": ":7"}, "linux", nobody_answers)
    assert problem is not None
    assert "':7'" in problem


def test_wayland_is_a_display_where_its_socket_is(tmp_path: Path) -> None:
    environment = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert display_problem(environment, "linux") is not None
    (tmp_path / "wayland-0").touch()
    assert display_problem(environment, "linux") is None


@pytest.mark.parametrize("chosen", ["offscreen", "vnc:size=800x600", "wayland;offscreen"])
def test_qt_may_be_told_to_draw_elsewhere(chosen: str) -> None:
    assert display_problem({"QT_QPA_PLATFORM": chosen}, "linux") is None


@pytest.mark.parametrize("chosen", ["xcb", "wayland-egl", "wayland;xcb"])
def test_qt_told_to_use_a_display_still_needs_one(chosen: str) -> None:
    assert display_problem({"QT_QPA_PLATFORM": chosen}, "linux") is not None


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_always_have_a_display(platform: str) -> None:
    assert display_problem({}, platform) is None


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="X displays are a thing of Unix")
def test_a_local_display_is_asked_at_its_socket(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(display, "X_SOCKETS", str(tmp_path / "X"))
    assert not x_answers(":5")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "X5"))
        server.listen()
        assert x_answers(":5")
        assert x_answers("unix:5.0")


def test_a_forwarded_display_is_asked_at_its_port(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setattr(display, "X_PORT", server.getsockname()[1] - 10)
        assert x_answers("127.0.0.1:10.0")


@pytest.mark.parametrize("name", ["", "nonsense", ":x"])
def test_what_is_no_display_does_not_answer(name: str) -> None:
    assert not x_answers(name)
