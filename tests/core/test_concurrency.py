"""Several writers at once: the trail stays whole, nothing is lost, copies are sound."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from factories import OWNER, add_document, join
from test_durability import child

from verifier import database
from verifier.actions.claims import AddClaim, EditClaim
from verifier.errors import CannotWrite, CaseTooNew, Conflict, Invalid, NotFound
from verifier.queries import audit, case, claims
from verifier.queries.integrity import problems
from verifier.workspace import Workspace

EACH = 25


def together(*works: Callable[[], None]) -> None:
    """Run in threads at once; what one raises is raised here."""
    failures: list[BaseException] = []

    def run(work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


def test_writers_at_once_keep_one_trail_and_lose_nothing(anywhere: Workspace) -> None:
    def write(workspace: Workspace) -> Callable[[], None]:
        def work() -> None:
            for number in range(EACH):
                workspace.do(AddClaim(f"{workspace.actor.name} {number}"))

        return work

    with join(anywhere, "Ann") as ann, join(anywhere, "Ben") as ben:
        together(write(ann), write(ben), write(anywhere))
    with anywhere.reading() as session:
        rows = claims.claim_rows(session, anywhere.case_id)
        assert [row.number for row in rows] == list(range(1, 3 * EACH + 1))
        events = audit.trail(session, anywhere.case_id)
        assert [event.at for event in events] == sorted(event.at for event in events)
        assert list(problems(session, anywhere.case_id)) == []


@pytest.mark.skipif(sys.platform == "win32", reason="the child needs POSIX")
def test_two_processes_at_once_and_a_copy_meanwhile(case_file: Path, tmp_path: Path) -> None:
    copies = []
    with child(case_file, 100) as first, child(case_file, 100) as second:
        with Workspace.open(case_file, person=OWNER) as workspace:
            for number in range(3):
                assert first.stdout is not None
                first.stdout.readline()
                copies.append(tmp_path / f"copy{number}.vcase")
                workspace.save_copy(copies[-1])
        for process in (first, second):
            _, errors = process.communicate()
            assert errors == ""
    with Workspace.open(case_file, person=OWNER) as workspace, workspace.reading() as session:
        assert case.counts(session, workspace.case_id)["claims"] == 200
    for path in (*copies, case_file):
        assert database.integrity_problems(str(path)) == []
        with Workspace.open(path, person=OWNER) as workspace, workspace.reading() as session:
            assert list(problems(session, workspace.case_id)) == []


def test_everything_read_inside_belongs_to_one_moment(anywhere: Workspace) -> None:
    with join(anywhere, "Ann") as ann, anywhere.reading() as session:
        assert claims.claim_rows(session, anywhere.case_id) == ()
        ann.do(AddClaim("Meanwhile"))
        assert claims.claim_rows(session, anywhere.case_id) == ()


def test_the_same_action_twice_is_told_in_words(anywhere: Workspace) -> None:
    action = AddClaim("Once")
    anywhere.do(action)
    with pytest.raises(Conflict, match="already"):
        anywhere.do(action)


def test_what_speaks_of_nothing_is_told_in_words(anywhere: Workspace) -> None:
    with pytest.raises(NotFound):
        anywhere.do(AddClaim("x", details={"assignee_id": "nobody"}))
    with pytest.raises(Invalid):
        anywhere.do(AddClaim("x", details={"worth": "perhaps"}))


def test_a_case_does_not_reach_into_another(postgresql: str) -> None:
    with (
        Workspace.create(postgresql, title="One", person=OWNER) as one,
        Workspace.create(postgresql, title="Two", person=OWNER) as two,
    ):
        action = AddClaim("Theirs")
        two.do(action)
        with pytest.raises(NotFound):
            one.do(EditClaim(action.id, {"statement": "mine"}))
        document = add_document(two)
        add_document(one)
        with one.reading() as session:
            assert case.counts(session, one.case_id)["documents"] == 1
        assert document.id


def test_opening_a_case_that_a_server_does_not_hold(postgresql: str) -> None:
    with Workspace.create(postgresql, title="One", person=OWNER) as one:
        with pytest.raises(NotFound, match="no case nothing"):
            Workspace.open(postgresql, person=OWNER, case_id="nothing")
        with Workspace.open(postgresql, person=OWNER, case_id=one.case_id) as again:
            assert again.actor == one.actor
            with pytest.raises(CannotWrite, match="not one file"):
                again.save_copy(Path("copy.vcase"))


def test_a_server_without_cases_or_from_a_newer_program(postgresql: str) -> None:
    with (
        Workspace.create(postgresql, title="One", person=OWNER) as one,
        one._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection,
    ):
        connection.exec_driver_sql("CREATE DATABASE empty")
        connection.exec_driver_sql("CREATE DATABASE newer")
    with pytest.raises(NotFound, match="holds no cases"):
        Workspace.open(postgresql.replace("/postgres?", "/empty?"), person=OWNER)
    newer = postgresql.replace("/postgres?", "/newer?")
    with (
        Workspace.create(newer, title="One", person=OWNER) as one,
        one._engine.begin() as connection,
    ):
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(CaseTooNew):
        Workspace.open(newer, person=OWNER)
    with pytest.raises(CaseTooNew):
        Workspace.create(newer, title="T", person=OWNER)


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("postgresql://ann:secret@/cases?host=/nowhere", CannotWrite),
        ("postgresql://ann:secret@127.0.0.1:1/cases", CannotWrite),
        ("postgresql://ann:secret@127.0.0.1:port/cases", Invalid),
        ("postgresql+nosuch://ann:secret@127.0.0.1/cases", Invalid),
    ],
)
def test_a_server_that_is_not_there_is_told_without_the_password(
    address: str, kind: type[Exception]
) -> None:
    with pytest.raises(kind) as told:
        Workspace.open(address, person=OWNER)
    assert "secret" not in str(told.value)
    with pytest.raises(kind) as told:
        Workspace.create(address, title="T", person=OWNER)
    assert "secret" not in str(told.value)
