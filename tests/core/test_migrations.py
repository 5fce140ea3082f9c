"""A case of every released schema opens, with every row it had."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from verifier import database
from verifier.migrations import REVISIONS
from verifier.queries import integrity
from verifier.workspace import Workspace

CASES = sorted((Path(__file__).parents[1] / "data").glob("schema-*.vcase"))
OWNER = "Olena Kovalenko"

Table = tuple[tuple[str, ...], list[tuple[object, ...]]]


@pytest.fixture(params=CASES, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a case that an earlier version wrote."""
    path = tmp_path / "old.vcase"
    shutil.copyfile(request.param, path)
    return path


def tables(path: Path) -> dict[str, Table]:
    """Columns and rows of every table that a case of the first schema has."""
    found: dict[str, Table] = {}
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' "
            "AND name NOT LIKE 'sqlite%' AND name <> 'alembic_version'"
        ).fetchall()
        for (name,) in names:
            cursor = connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2")
            columns = tuple(column[0] for column in cursor.description)
            found[name] = columns, cursor.fetchall()
    return found


def test_every_row_is_there_after_the_upgrade(old: Path) -> None:
    before = tables(old)
    Workspace.open(old, person=OWNER).close()
    after = tables(old)
    for name, (columns, rows) in before.items():
        places = [after[name][0].index(column) for column in columns]
        assert [tuple(row[place] for place in places) for row in after[name][1]] == rows, name


def test_the_upgraded_case_is_sound_and_of_the_newest_schema(old: Path) -> None:
    with Workspace.open(old, person=OWNER) as workspace:
        assert workspace.schema_version() == REVISIONS[-1]
        assert database.integrity_problems(workspace.location) == []
        with workspace.reading() as session:
            assert list(integrity.problems(session, workspace.case_id)) == []


def test_the_case_as_it_was_is_kept_beside_it(old: Path) -> None:
    before = old.read_bytes()
    with Workspace.open(old, person=OWNER) as workspace:
        backup = workspace.backup
    assert backup is not None
    assert tables(backup) == tables_of_bytes(before, old.with_name("was.vcase"))


def test_an_upgrade_that_fails_changes_nothing(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tables(old)

    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(database, "_upgrade", fail)
    with pytest.raises(Exception, match="disk is full"):
        Workspace.open(old, person=OWNER)
    assert tables(old) == before


def test_every_table_of_the_first_schema_has_rows_in_the_kept_case() -> None:
    whole = next(path for path in CASES if path.stem.endswith("all-tables"))
    assert [name for name, (_, rows) in tables(whole).items() if not rows] == []


def tables_of_bytes(content: bytes, path: Path) -> dict[str, Table]:
    """The tables of a case that is held in memory."""
    path.write_bytes(content)
    return tables(path)
