"""A case file has its name only when it is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from verifier import database
from verifier.errors import CannotWrite, Invalid
from verifier.workspace import Workspace


def test_nothing_is_left_where_making_the_schema_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(location: str, *, wal: bool = True) -> None:
        Path(location).write_bytes(b"half")
        raise CannotWrite("The disk is full.", "Make room.")

    monkeypatch.setattr(database, "create_schema", fail)
    with pytest.raises(CannotWrite):
        Workspace.create(tmp_path / "a.vcase", title="A", person="Anna")
    assert list(tmp_path.iterdir()) == []


def test_the_name_is_not_taken_before_the_case_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.vcase"
    seen: list[bool] = []
    create = database.create_schema

    def watch(location: str, *, wal: bool = True) -> None:
        create(location, wal=wal)
        seen.append(path.exists())

    monkeypatch.setattr(database, "create_schema", watch)
    Workspace.create(path, title="A", person="Anna").close()
    assert seen == [False]
    assert [file.name for file in tmp_path.iterdir()] == ["a.vcase"]


def test_who_takes_the_name_meanwhile_keeps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.vcase"
    create = database.create_schema

    def race(location: str, *, wal: bool = True) -> None:
        create(location, wal=wal)
        path.write_bytes(b"somebody else's")

    monkeypatch.setattr(database, "create_schema", race)
    with pytest.raises(CannotWrite, match="exists already"):
        Workspace.create(path, title="A", person="Anna")
    assert path.read_bytes() == b"somebody else's"
    assert [file.name for file in tmp_path.iterdir()] == ["a.vcase"]


def test_a_language_that_is_none_is_refused_and_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="not a language tag"):
        Workspace.create(tmp_path / "a.vcase", title="A", person="Anna", language="English!")
    assert list(tmp_path.iterdir()) == []
