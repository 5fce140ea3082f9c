"""Restore points: made before big operations, kept in turn, gone back to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from factories import OWNER, add_claim, add_document, state_of

from verifier.actions.base import Batch
from verifier.actions.claims import AddClaim
from verifier.actions.splitting import MergeClaims
from verifier.actions.triage import EditClaims
from verifier.errors import CannotWrite, NotFound
from verifier.exchange import restoring
from verifier.exchange.restoring import (
    BIG,
    KEPT,
    folder_of,
    go_back,
    keep_before,
    make_restore_point,
    restore_points,
    size_of,
)
from verifier.workspace import Workspace

NOON = datetime(2022, 1, 14, 12, tzinfo=UTC)


def many(number: int) -> Batch:
    return Batch("import claims", tuple(AddClaim(f"Claim {each}") for each in range(number)))


def test_a_big_operation_leaves_a_way_back(case_file: Path) -> None:
    with Workspace.open(case_file, person=OWNER) as workspace:
        before = state_of(workspace)
        assert keep_before(workspace, many(BIG - 1)) is None
        point = keep_before(workspace, many(BIG))
        workspace.do(many(BIG))
        after = state_of(workspace)
    assert point is not None
    assert point.why == "before import claims"
    go_back(case_file, point.name, person=OWNER)
    with Workspace.open(case_file, person=OWNER) as workspace:
        assert state_of(workspace) == before
    newest = restore_points(case_file)[0]
    assert newest.why == "before going back"
    go_back(case_file, newest.name, person=OWNER)
    with Workspace.open(case_file, person=OWNER) as workspace:
        assert state_of(workspace) == after


def test_merging_and_a_new_edition_leave_one_however_small(workspace: Workspace) -> None:
    document = add_document(workspace)
    first, second = (add_claim(workspace, document, "70 sites", at) for at in (1, 2))
    assert keep_before(workspace, EditClaims((first,))) is None
    point = keep_before(workspace, Batch("x", (MergeClaims(first, (second,)),)))
    assert point is not None
    assert keep_before(workspace, Batch("take in other.qdpx", ())) is not None


def test_only_the_newest_are_kept(workspace: Workspace) -> None:
    for number in range(KEPT + 3):
        make_restore_point(workspace, f"step {number}", at=NOON + timedelta(minutes=number))
    found = restore_points(Path(workspace.location))
    assert [point.why for point in found] == [
        f"step {number}" for number in reversed(range(3, KEPT + 3))
    ]
    assert found[0].at == NOON + timedelta(minutes=KEPT + 2)


def test_a_reason_never_leaves_the_folder(workspace: Workspace) -> None:
    point = make_restore_point(workspace, "../../x: “Київ”\0 " + "y" * 200, at=NOON)
    assert point is not None
    assert point.path.parent == folder_of(Path(workspace.location))
    assert point.why.startswith("x Київ y")


def test_an_open_case_is_not_replaced(workspace: Workspace) -> None:
    point = make_restore_point(workspace, "now", at=NOON)
    assert point is not None
    workspace.do(AddClaim("Another"))
    with pytest.raises(CannotWrite, match="is open"):
        go_back(Path(workspace.location), point.name, person=OWNER)


def test_a_name_must_mean_one_restore_point(case_file: Path) -> None:
    with pytest.raises(NotFound, match="no restore point"):
        go_back(case_file, "2022", person=OWNER)
    with Workspace.open(case_file, person=OWNER) as workspace:
        for minute in range(2):
            make_restore_point(workspace, "x", at=NOON + timedelta(minutes=minute))
    with pytest.raises(NotFound, match="more than one"):
        go_back(case_file, "2022", person=OWNER)


def test_files_that_are_none_are_left_alone(case_file: Path) -> None:
    folder = folder_of(case_file)
    assert restore_points(case_file) == ()
    folder.mkdir()
    (folder / "my own.vcase").write_text("x")
    assert restore_points(case_file) == ()


def test_a_case_that_is_gone_can_be_brought_back(case_file: Path) -> None:
    with Workspace.open(case_file, person=OWNER) as workspace:
        point = make_restore_point(workspace, "now", at=NOON)
    assert point is not None
    case_file.unlink()
    go_back(case_file, point.name, person=OWNER)
    Workspace.open(case_file, person=OWNER).close()


def test_a_damaged_case_is_gone_back_from_and_kept_as_it_is(case_file: Path) -> None:
    with Workspace.open(case_file, person=OWNER) as workspace:
        before = state_of(workspace)
        point = make_restore_point(workspace, "now", at=NOON)
    assert point is not None
    head = case_file.read_bytes()[:100]
    damaged = head + b"\xff" * (case_file.stat().st_size - len(head))
    case_file.write_bytes(damaged)
    go_back(case_file, point.name, person=OWNER)
    with Workspace.open(case_file, person=OWNER) as workspace:
        assert state_of(workspace) == before
    newest = restore_points(case_file)[0]
    assert newest.why == "before going back"
    assert newest.path.read_bytes() == damaged


def test_how_big_an_operation_is() -> None:
    ids = tuple("abc")
    assert size_of(AddClaim("x")) == 1
    assert size_of(Batch("x", (many(4), EditClaims(ids), MergeClaims("d", ids)))) == 10


def test_a_folder_that_cannot_be_made_is_told(workspace: Workspace) -> None:
    folder_of(Path(workspace.location)).write_text("a file in its place")
    with pytest.raises(CannotWrite, match="cannot be made"):
        make_restore_point(workspace, "x")
    assert restoring.restore_points(Path(workspace.location)) == ()
