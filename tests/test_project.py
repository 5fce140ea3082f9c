"""What the project promises about its own files."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")


def locked() -> Iterator[tuple[str, str, str]]:
    """Name, version and whole text of each entry of the lock."""
    for entry in re.split(r"\n(?=[A-Za-z0-9])", LOCK):
        if pinned := PINNED.match(entry):
            yield pinned["name"], pinned["version"], entry


def test_the_lock_names_no_host_and_no_index() -> None:
    assert re.findall(r"\w+://|--(?:extra-)?index-url|--find-links|file:", LOCK) == []


def test_every_line_of_the_lock_belongs_to_a_pinned_entry() -> None:
    starts = [line for line in LOCK.splitlines() if line and line[0] not in " #"]
    assert [line for line in starts if not PINNED.match(line)] == []


def test_every_locked_package_has_hashes() -> None:
    assert [name for name, _, entry in locked() if not HASH.search(entry)] == []


def test_the_lock_has_everything_the_project_asks_for() -> None:
    wanted = [
        *PROJECT["project"]["dependencies"],
        *PROJECT["project"]["optional-dependencies"]["server"],
        *PROJECT["dependency-groups"]["dev"],
    ]
    names = {re.split(r"[^A-Za-z0-9._-]", text)[0].lower() for text in wanted}
    assert names <= {name.lower() for name, _, _ in locked()}


def test_qt_is_locked_below_the_release_that_aborts_python_3_11() -> None:
    versions = [v for name, v, _ in locked() if name in {"pyside6-essentials", "shiboken6"}]
    assert len(versions) == 2
    for version in versions:
        assert tuple(map(int, version.split(".")[:2])) < (6, 12)


@pytest.mark.parametrize("name", ["run", "check", ".ci/run"])
def test_the_commands_may_be_executed(name: str) -> None:
    script = ROOT / name
    assert script.read_bytes().startswith(b"#!")
    assert script.stat().st_mode & 0o111, f"{name} has lost its executable bit"


@pytest.mark.parametrize("name", ["run.cmd", "check.cmd"])
def test_the_windows_twins_end_their_lines_as_windows_wants(name: str) -> None:
    text = (ROOT / name).read_bytes()
    assert text.count(b"\n") == text.count(b"\r\n") > 0


def test_every_locked_package_has_its_licence_in_the_table() -> None:
    table = (ROOT / "docs" / "licences.md").read_text("utf-8")
    rows = set(re.findall(r"^\| ([a-z0-9-]+)[ (]", table, re.MULTILINE)) - {"package"}
    assert rows == {name.lower() for name, _, _ in locked()}
