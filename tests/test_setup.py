"""The set-up: when it has something to do, how it recovers, what it says."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import setup
import system_packages
from setup import Place, SetupProblem
from system_packages import Missing

Run = Callable[..., list[str] | None]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    root = tmp_path / "a checkout"
    root.mkdir()
    (root / "requirements.lock").write_text("click==8.5.1\n")
    return Place(root)


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """The commands the set-up runs, in place of running them; they make the environment's Python.

    Nothing is missing on this system.
    """
    seen: list[Sequence[str]] = []

    def run(command: Sequence[str], place: Place, *_: object, **__: object) -> None:
        seen.append(command)
        place.python.parent.mkdir(parents=True, exist_ok=True)
        place.python.touch()

    monkeypatch.setattr(setup, "run", run)
    monkeypatch.setattr(system_packages, "missing_libraries", tuple)
    monkeypatch.setattr(system_packages, "missing_venv", bool)
    return seen


def failing_at(word: str, then: BaseException | list[str], run: Run) -> Run:
    """`run`, but the command that holds the word raises, or fails with that output."""

    def failing(command: Sequence[str], *rest: object, **named: object) -> list[str] | None:
        run(command, *rest, **named)
        if word not in command:
            return None
        if isinstance(then, BaseException):
            raise then
        return then

    return failing


def test_the_first_start_makes_the_environment_then_installs_the_locked_packages(
    place: Place, commands: list[Sequence[str]]
) -> None:
    setup.ensure(place)
    make, install = commands
    assert make[-2:] == ["venv", str(place.venv)]
    assert install[0] == str(place.python)
    assert "--require-hashes" in install
    assert install[-1] == str(place.packages)
    assert setup.is_ready(place)


def test_the_second_start_runs_nothing(place: Place, commands: list[Sequence[str]]) -> None:
    setup.ensure(place)
    commands.clear()
    setup.ensure(place)
    assert commands == []


def test_the_environment_is_not_ready_before_the_last_package_is_in(
    place: Place, commands: list[Sequence[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    ready_while_running: list[bool] = []
    run = setup.run

    def watching(command: Sequence[str], *rest: object, **named: object) -> None:
        run(command, *rest, **named)  # type: ignore[arg-type]
        ready_while_running.append(setup.is_ready(place))

    monkeypatch.setattr(setup, "run", watching)
    setup.ensure(place)
    assert ready_while_running == [False, False]


def test_a_set_up_that_was_killed_is_begun_again_from_nothing(
    place: Place, commands: list[Sequence[str]]
) -> None:
    leftover = place.venv / "half" / "a package"
    leftover.mkdir(parents=True)
    setup.ensure(place)
    assert not leftover.exists()
    assert setup.is_ready(place)


@pytest.mark.parametrize("word", ["venv", "pip"])
def test_a_set_up_that_is_stopped_leaves_no_half_environment(
    word: str, place: Place, commands: list[Sequence[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup, "run", failing_at(word, KeyboardInterrupt(), setup.run))
    with pytest.raises(KeyboardInterrupt):
        setup.ensure(place)
    assert not place.venv.exists()


def test_without_the_network_it_says_so_and_keeps_nothing(
    place: Place, commands: list[Sequence[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = ["WARNING: ... NewConnectionError ...\n", "No matching distribution found for click\n"]
    monkeypatch.setattr(setup, "run", failing_at("pip", said, setup.run))
    with pytest.raises(SetupProblem, match="needs the network, once"):
        setup.ensure(place)
    assert not place.venv.exists()


def test_other_packages_need_a_new_environment(place: Place, commands: list[Sequence[str]]) -> None:
    setup.ensure(place)
    place.packages.write_text("click==8.5.2\n")
    assert not setup.is_ready(place)


def test_another_native_loop_needs_a_new_environment(
    place: Place, commands: list[Sequence[str]]
) -> None:
    setup.ensure(place)
    source = place.root / "verifier" / "reading" / "native" / "characters.c"
    source.parent.mkdir(parents=True)
    source.write_text("/* another */")
    assert not setup.is_ready(place)


def test_a_moved_checkout_needs_a_new_environment(
    place: Place, commands: list[Sequence[str]], tmp_path: Path
) -> None:
    setup.ensure(place)
    moved = Place(place.root.rename(tmp_path / "moved"))
    assert not setup.is_ready(moved)


def test_a_python_that_is_gone_needs_a_new_environment(
    place: Place, commands: list[Sequence[str]]
) -> None:
    setup.ensure(place)
    place.python.unlink()
    assert not setup.is_ready(place)


def test_only_one_set_up_runs_at_a_time(place: Place) -> None:
    with setup.alone(place), place.guard.open("a+b") as second:
        assert not setup.locked(second, wait=False)
    with place.guard.open("a+b") as later:
        assert setup.locked(later, wait=False)


@pytest.mark.skipif(sys.platform == "win32", reason="only there files have no such rights")
def test_a_folder_that_cannot_be_written_is_told_in_words(place: Place) -> None:
    place.guard.mkdir()
    with pytest.raises(SetupProblem, match="cannot be written"), setup.alone(place):
        pass


@pytest.mark.parametrize("version", [(2, 7), (3, 10), (3, 15)])
def test_a_python_out_of_range_is_refused_by_its_version(version: tuple[int, int]) -> None:
    with pytest.raises(SetupProblem, match=f"this is {version[0]}.{version[1]}"):
        setup.refuse_wrong_python(version)


@pytest.mark.parametrize("version", [(3, 11), (3, 14)])
def test_a_python_in_range_is_taken(version: tuple[int, int]) -> None:
    assert setup.python_fits(version)


def test_an_unknown_failure_shows_the_last_words_of_pip() -> None:
    told = setup.words_for([f"line {number}\n" for number in range(100)])
    assert "line 99" in told
    assert "line 80\n" not in told


def test_a_missing_wheel_is_named() -> None:
    told = setup.words_for(["ERROR: No matching distribution found for numpy==2.4.6\n"])
    assert "no ready-made package of numpy==2.4.6" in told


def test_python_and_pip_are_not_led_astray_by_the_person_s_environment() -> None:
    given = {"PYTHONPATH": "/elsewhere", "PIP_TARGET": "/elsewhere", "PIP_INDEX_URL": "a mirror"}
    assert setup.clean_environment(given) == {"PIP_INDEX_URL": "a mirror"}


def test_a_library_the_loader_does_not_find_is_missing() -> None:
    def load(name: str) -> None:
        if name in {"libEGL.so.1", "libxcb-cursor.so.0"}:
            raise OSError(name)

    assert system_packages.missing_libraries(load, "linux") == (
        "libEGL.so.1",
        "libxcb-cursor.so.0",
    )
    assert system_packages.missing_libraries(load, "darwin") == ()


def test_venv_is_missing_where_debian_left_ensurepip_out() -> None:
    assert system_packages.missing_venv({"venv": object()}.get)
    assert not system_packages.missing_venv({"venv": object(), "ensurepip": object()}.get)


MISSING = Missing(("libglib-2.0.so.0", "libgthread-2.0.so.0", "libEGL.so.1"), venv=True)


def which(*tools: str) -> Callable[[str], str | None]:
    return {tool: f"/usr/bin/{tool}" for tool in tools}.get


def test_the_one_command_names_each_package_once() -> None:
    command = system_packages.command_to_type(MISSING, which("apt-get", "sudo"))
    packages = f"libegl1 libglib2.0-0 {system_packages.venv_package()}"
    assert command == (
        "sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends " + packages + "'"
    )


@pytest.mark.parametrize(
    ("tools", "begin"),
    [
        (("apt-get",), "su -c 'apt-get update && "),
        (("dnf",), "sudo dnf install 'libglib-2.0.so.0()(64bit)'"),
        (("zypper",), "sudo zypper install 'libglib-2.0.so.0()(64bit)'"),
        ((), ""),
    ],
)
def test_the_one_command_is_that_of_the_system(tools: tuple[str, ...], begin: str) -> None:
    command = system_packages.command_to_type(MISSING, which(*tools))
    assert command.startswith(begin)
    assert bool(command) == bool(begin)


def test_the_advice_names_what_is_missing_and_ends_with_the_command() -> None:
    told = setup.advice_for(MISSING, "", "sudo something")
    assert "libEGL.so.1" in told
    assert told.rstrip().endswith("sudo something")


def test_apt_updates_its_lists_before_it_installs() -> None:
    update, install = system_packages.apt_steps(["sudo", "-n", "env"], ["libegl1"])
    assert update[-1] == "update"
    assert install[-4:] == ["install", "-y", "--no-install-recommends", "libegl1"]


def test_apt_is_not_called_where_there_is_none() -> None:
    assert system_packages.apt_prefix(which()) is None
