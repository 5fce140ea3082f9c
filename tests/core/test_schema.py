"""One set of models for both databases, and migrations that say the same."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from factories import OWNER, add_document, make_ready_case
from sqlalchemy import Connection, inspect, make_url
from sqlalchemy.exc import StatementError
from sqlalchemy.schema import CreateIndex, CreateTable

from verifier import database
from verifier.actions.claims import AddClaim
from verifier.actions.evidence import AddEvidence, AddSource
from verifier.errors import Invalid
from verifier.models import AuditEvent, Base, Evidence, Source
from verifier.models.base import utc_now
from verifier.queries.belonging import entities, in_case
from verifier.states import EvidenceKind
from verifier.workspace import Workspace


def is_of_the_models(name: str | None, _kind: str, _parents: object) -> bool:
    """The search index stands beside the models: it is derived, and made by hand."""
    return not (name or "").startswith("search_")


def differences(connection: Connection) -> list[object]:
    options = {"compare_type": True, "include_name": is_of_the_models}
    context = MigrationContext.configure(connection, opts=options)
    return list(compare_metadata(context, Base.metadata))


def test_the_migrations_make_what_the_models_say(anywhere: Workspace) -> None:
    with anywhere._engine.connect() as connection:
        assert differences(connection) == []
        tables = set(inspect(connection).get_table_names()) - {"alembic_version"}
    tables = {name for name in tables if is_of_the_models(name, "table", None)}
    assert tables == set(Base.metadata.tables)


@pytest.mark.parametrize("address", ["sqlite://", "postgresql+psycopg://"])
def test_the_schema_compiles_for_both_databases(address: str) -> None:
    dialect = make_url(address).get_dialect()()
    for table in Base.metadata.sorted_tables:
        sql = str(CreateTable(table).compile(dialect=dialect))
        assert sql.strip().startswith("CREATE TABLE")
        for index in table.indexes:
            assert str(CreateIndex(index).compile(dialect=dialect)).startswith("CREATE INDEX")


def test_every_kind_of_row_belongs_to_a_case() -> None:
    for model in entities().values():
        assert in_case(model, "x") is not None


def test_times_without_a_zone_are_refused_and_others_become_utc(anywhere: Workspace) -> None:
    with pytest.raises(ValueError, match="without a zone"):
        anywhere.do(AddEvidence(EvidenceKind.LINK, captured_at=datetime(2022, 1, 13)))  # noqa: DTZ001
    with anywhere.reading() as session:
        session.get_one(AuditEvent, (anywhere.case_id, 1)).at = datetime(2022, 1, 13)  # noqa: DTZ001
        with pytest.raises(StatementError, match="without a zone"):
            session.flush()
    kyiv = datetime(2022, 1, 14, 1, 30, tzinfo=timezone(timedelta(hours=2)))
    action = AddEvidence(EvidenceKind.LINK, {"url": "https://a.example"}, captured_at=kyiv)
    anywhere.do(action)
    with anywhere.reading() as session:
        found = session.get_one(Evidence, action.id).captured_at
    assert found == kyiv
    assert found is not None
    assert found.tzinfo is UTC
    assert utc_now().tzinfo is UTC


def test_json_comes_back_as_it_went_in(anywhere: Workspace) -> None:
    csl = {"title": "Київ 👩🏽\u200d💻", "issued": [[2022, 1]], "n": 1.5, "no": None, "yes": True}
    action = AddSource({"title": "T", "csl": csl})
    anywhere.do(action)
    with anywhere.reading() as session:
        assert session.get_one(Source, action.id).csl == csl
        event = session.get_one(AuditEvent, (anywhere.case_id, 1))
        assert event.before is None


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b"])
def test_characters_that_no_database_holds_are_refused_in_words(
    anywhere: Workspace, text: str
) -> None:
    with pytest.raises(Invalid, match="cannot be stored"):
        anywhere.do(AddClaim(text))
    with pytest.raises(Invalid, match="cannot be stored"):
        anywhere.do(AddSource({"title": "T", "csl": {"x": [text]}}))
    with pytest.raises(Invalid, match="can be stored"):
        anywhere.do(AddSource({"title": "T", "csl": {"x": float("nan")}}))


def test_text_that_cannot_be_stored_is_not_imported(workspace: Workspace) -> None:
    from factories import read_text

    from verifier.actions.documents import ImportDocument

    with pytest.raises(Invalid, match="cannot be stored"):
        workspace.do(ImportDocument(read_text("a\0b"), b"a\0b", "bad.txt"))


def test_a_case_of_this_version_is_opened_without_a_backup(case_file: Path) -> None:
    with Workspace.open(case_file, person=OWNER) as workspace:
        assert workspace.backup is None
        assert workspace.schema_version() == database.newest_revision()
    assert [each.name for each in case_file.parent.iterdir()] == [case_file.name]


def test_a_case_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "new.vcase"
    make_ready_case(path)
    with closing(sqlite3.connect(path)) as connection:
        (found,) = connection.execute("PRAGMA application_id").fetchone()
    assert found == database.APPLICATION_ID
    database.check_is_case(path)
    with Workspace.open(path, person=OWNER) as workspace:
        add_document(workspace)
