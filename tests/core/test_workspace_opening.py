"""Opening a case: what one has cost the next need not pay."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from factories import OWNER, copy_of
from sqlalchemy import Connection

from verifier import database
from verifier.queries import claims
from verifier.workspace import Workspace


def test_what_was_compiled_for_one_case_serves_the_next(ready_case: Path, tmp_path: Path) -> None:
    with copy_of(ready_case, tmp_path / "one.vcase") as one, one.reading() as session:
        assert claims.summaries(session, one.case_id) == ()
    before = set(database._compiled)
    with copy_of(ready_case, tmp_path / "two.vcase") as two, two.reading() as session:
        assert claims.summaries(session, two.case_id) == ()
    assert set(database._compiled) == before


def test_a_case_is_opened_by_one_connection(
    case_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[sqlite3.Connection] = []
    true_connect = sqlite3.connect

    def connect(*how: Any, **more: Any) -> sqlite3.Connection:
        made.append(true_connect(*how, **more))
        return made[-1]

    for module in (sqlite3, sqlite3.dbapi2):
        monkeypatch.setattr(module, "connect", connect)
    with Workspace.open(case_file, person=OWNER) as opened, opened.reading() as session:
        assert claims.summaries(session, opened.case_id) == ()
    assert len(made) == 1
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        made[0].execute("SELECT 1")


def test_a_second_case_on_a_server_finds_its_schema_there(
    postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def upgrade(_connection: Connection) -> None:
        pytest.fail("the schema is there")

    Workspace.create(postgresql, title="First", person=OWNER).close()
    monkeypatch.setattr(database, "_upgrade", upgrade)
    Workspace.create(postgresql, title="Second", person=OWNER).close()
