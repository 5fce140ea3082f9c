"""The search index holds what it would hold if it were built anew, whatever was done."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from factories import add_claim, add_document, copy_of
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection
from test_undo_properties import WORDS, Desk, actions

from verifier import database
from verifier.actions.base import Done
from verifier.actions.claims import AddClaim
from verifier.errors import VerifierError
from verifier.migrations import search_sqlite
from verifier.queries.search import search
from verifier.workspace import Workspace

INSTANCES = "CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'search_index', 'instance')"


def indexed(connection: Connection) -> list[tuple[object, ...]]:
    """Every word of the index with the row it belongs to, its column and its place there."""
    connection.exec_driver_sql(INSTANCES)
    rows = connection.exec_driver_sql(
        "SELECT i.kind, i.subject_id, coalesce(i.number, 0), coalesce(i.start, 0), w.col,"
        " w.offset, w.term FROM temp.words w LEFT JOIN search_items i ON i.id = w.doc"
    ).all()
    connection.exec_driver_sql("DROP TABLE temp.words")
    return sorted(tuple(row) for row in rows)


def is_true(workspace: Workspace) -> bool:
    """Whether the index is as one that is built anew."""
    with workspace._engine.execution_options(**database.WRITE).connect() as connection:
        before = indexed(connection)
        search_sqlite.install(connection)
        same = indexed(connection) == before
        connection.rollback()
    return same


@settings(max_examples=settings().max_examples // 4)
@given(
    st.lists(st.tuples(st.integers(0, 29), st.integers(0, 20), WORDS, st.booleans()), max_size=15)
)
def test_the_index_is_true_after_any_actions_and_undoing_them(
    ready_case: Path, steps: list[tuple[int, int, str, bool]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(ready_case, Path(folder))
        done: list[Done] = []
        with desk.workspace as workspace:
            for which, choice, word, back in steps:
                made = actions(choice, word)
                try:
                    if back and done:
                        workspace.undo(done.pop())
                    else:
                        done.append(workspace.do(made[which % len(made)](desk)))
                        desk.note(done[-1].steps)
                except VerifierError:
                    continue
            assert is_true(workspace)


def test_what_another_program_changed_is_indexed_with_the_next_change(
    ready_case: Path, tmp_path: Path
) -> None:
    path = tmp_path / "case.vcase"
    with copy_of(ready_case, path) as workspace:
        add_claim(workspace, add_document(workspace), "70 sites")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE claims SET statement = 'marmalade'")
        connection.execute("DELETE FROM pages")
        connection.commit()
    with Workspace.open(path, person="Somebody new") as workspace:
        workspace.do(AddClaim("another"))
        with workspace.reading() as session:
            assert len(search(session, workspace.case_id, "marmalade")) == 1
            assert search(session, workspace.case_id, "sites") == ()
        assert is_true(workspace)


def test_every_trigger_of_the_index_is_there(workspace: Workspace) -> None:
    with workspace._engine.connect() as connection:
        names = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).scalars()
        assert {name for name, _ in search_sqlite.triggers()} <= set(names)
