"""Whoever touches the file past the program is noticed; whoever works with it is not."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from factories import OWNER, add_claim, add_document, copy_of, passage, read_text

from verifier import database
from verifier.actions.assessments import Assess
from verifier.actions.claims import EditClaim, MoveHighlight
from verifier.actions.evidence import AddEvidence, AddSource, Cite, CiteSource
from verifier.queries.integrity import Problem, problems
from verifier.states import EvidenceKind, Stance
from verifier.text.document import ReadDocument
from verifier.workspace import Workspace


@pytest.fixture(scope="module")
def ready_used_case(ready_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed case with something of each kind that can be tampered with; to be copied."""
    path = tmp_path_factory.mktemp("used") / "used.vcase"
    with copy_of(ready_case, path) as workspace:
        document = add_document(workspace, "One. Two. Three.", 5, 5)
        claim_id = add_claim(workspace, document, "Two.")
        workspace.do(EditClaim(claim_id, {"statement": "There are two."}))
        workspace.do(Assess(claim_id, verdict="refuted", reason="There are three."))
        source = AddSource({"title": "The count"})
        workspace.do(source)
        workspace.do(CiteSource(claim_id, source.id, Stance.REFUTES))
        item = AddEvidence(
            EvidenceKind.FILE,
            data=document.text.encode(),
            read=_same(document.text),
            file_name="count.txt",
        )
        workspace.do(item)
        details = {"quote": "Three.", "start": 10, "stop": 16}
        workspace.do(Cite(claim_id, item.id, Stance.REFUTES, details))
    return path


@pytest.fixture
def used_case(ready_used_case: Path, tmp_path: Path) -> Path:
    """A copy that may be tampered with."""
    return Path(shutil.copy(ready_used_case, tmp_path))


def _same(text: str) -> ReadDocument:
    return read_text(text, 5, 5)


def found(path: Path) -> list[Problem]:
    with Workspace.open(path, person=OWNER) as workspace, workspace.reading() as session:
        return list(problems(session, workspace.case_id))


def tamper(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            assert connection.execute(statement).rowcount != 0
        connection.commit()


def test_a_case_that_was_only_worked_with_is_sound(used_case: Path) -> None:
    assert found(used_case) == []
    assert database.integrity_problems(str(used_case)) == []


TAMPERING = {
    "the original file": ("blob", "UPDATE blobs SET data = data || x'00'"),
    "a page's text": ("text", "UPDATE pages SET text = 'Four.' WHERE number = 2"),
    "a page's range": ("text", "UPDATE pages SET start = 6 WHERE number = 2"),
    "the text's length": ("text", "UPDATE text_layers SET characters = 99"),
    "a missing page": ("text", "DELETE FROM pages WHERE number = 3"),
    "a highlight's quote": ("passage", "UPDATE highlights SET quote = 'Ten.'"),
    "a highlight's place": ("passage", "UPDATE highlights SET start = 99, stop = 103"),
    "a highlight's prefix": ("passage", "UPDATE highlights SET prefix = 'Zero. '"),
    "a highlight's page": ("passage", "UPDATE highlights SET page = 3"),
    "a citation's quote": ("passage", "UPDATE citations SET quote = 'Tree.' WHERE start = 10"),
    "a statement": ("row", "UPDATE claims SET statement = 'There are none.'"),
    "a verdict": ("row", "UPDATE assessments SET verdict = 'supported'"),
    "a time": ("row", "UPDATE assessments SET created_at = '2020-01-01 00:00:00.000000'"),
    "a name": ("row", "UPDATE people SET name = 'Somebody Else'"),
    "a deleted rating": ("row", "DELETE FROM assessments"),
    "a withdrawn claim": ("row", "UPDATE claims SET withdrawn_at = '2020-01-01 00:00:00.000000'"),
    "an event's words": ("trail", "UPDATE audit_events SET person_name = 'X' WHERE seq = 3"),
    "an event's values": ("trail", "UPDATE audit_events SET after = '{}' WHERE seq = 4"),
    "an event's hash": ("trail", "UPDATE audit_events SET hash = 'x' WHERE seq = 4"),
    "a missing event": ("trail", "DELETE FROM audit_events WHERE seq = 4"),
    "the last events": ("row", "DELETE FROM audit_events WHERE seq > 8"),
}


@pytest.mark.parametrize("what", TAMPERING)
def test_tampering_is_noticed(used_case: Path, what: str) -> None:
    kind, statement = TAMPERING[what]
    tamper(used_case, statement)
    assert kind in {problem.kind for problem in found(used_case)}


def test_a_text_and_its_hash_changed_together_are_noticed(used_case: Path) -> None:
    tamper(
        used_case,
        "UPDATE pages SET text = 'Zero.' WHERE number = 1",
        "UPDATE text_layers SET text_sha256 = "
        "'7d8e6b4d0b2f3a0b8f6d5c5e5b3c9d1f0a7a2b1c3d4e5f60718293a4b5c6d7e8'",
    )
    assert "text" in {problem.kind for problem in found(used_case)}


def test_a_row_put_in_past_the_program_is_noticed(used_case: Path) -> None:
    tamper(
        used_case,
        "INSERT INTO comments (id, version, created_at, claim_id, subject, subject_id, "
        "person_id, text) SELECT 'mine', 1, created_at, id, 'claim', id, "
        "(SELECT id FROM people), 'psst' FROM claims",
    )
    assert [p.text for p in found(used_case)] == ["Comment mine was put in past the program."]


def test_a_row_that_belongs_to_nothing_is_found_by_the_database(used_case: Path) -> None:
    tamper(used_case, "DELETE FROM claims")
    lines = database.integrity_problems(str(used_case))
    assert any("highlights belongs to something missing in claims" in line for line in lines)


def test_a_passage_moved_in_the_program_is_sound(workspace: Workspace) -> None:
    document = add_document(workspace)
    claim_id = add_claim(workspace, document, "70 sites")
    with workspace.reading() as session:
        from verifier.queries import claims

        (mark,) = claims.highlights(session, workspace.case_id, claim_id=claim_id)
    workspace.do(MoveHighlight(mark.id, passage(document, "cafe\u0301")))
    with workspace.reading() as session:
        assert list(problems(session, workspace.case_id)) == []


@pytest.fixture
def two_cases(postgresql: str) -> Iterator[tuple[Workspace, Workspace]]:
    """Two cases in one database on a server."""
    with (
        Workspace.create(postgresql, title="One", person=OWNER) as one,
        Workspace.create(postgresql, title="Two", person=OWNER) as two,
    ):
        yield one, two


def test_each_case_on_a_server_has_its_own_trail(two_cases: tuple[Workspace, Workspace]) -> None:
    for workspace in two_cases:
        document = add_document(workspace)
        add_claim(workspace, document, "70 sites")
    for workspace in two_cases:
        with workspace.reading() as session:
            assert list(problems(session, workspace.case_id)) == []
