"""A case file of an older version: refused, brought up to date, or left as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from verifier import database
from verifier.errors import Cancelled, CaseOutdated
from verifier.migrations import REVISIONS
from verifier.upgrading import Upgrading
from verifier.workspace import Workspace

KEPT = Path(__file__).parents[1] / "data" / "schema-0001-all-tables.vcase"
OWNER = "Olena Kovalenko"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A case of the first schema, in a folder of its own."""
    path = tmp_path / "cases" / "old.vcase"
    path.parent.mkdir()
    shutil.copyfile(KEPT, path)
    return path


def test_an_older_case_is_refused_untouched_where_nobody_said_it_may_be_changed(old: Path) -> None:
    with pytest.raises(CaseOutdated, match=r"old\.vcase is of an older version"):
        Workspace.open(old, person=OWNER, upgrading=None)
    assert old.read_bytes() == KEPT.read_bytes()
    assert list(old.parent.iterdir()) == [old]


def test_how_far_the_copy_is_gets_told_up_to_its_end(old: Path) -> None:
    told: list[float] = []
    with Workspace.open(old, person=OWNER, upgrading=Upgrading(told.append)) as workspace:
        assert workspace.schema_version() == REVISIONS[-1]
        assert workspace.backup is not None
    assert told == sorted(told)
    assert told[-1] == 1


@pytest.mark.parametrize("until", ["the copy begins", "the copy is made"])
def test_an_upgrade_that_is_stopped_leaves_the_case_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch, until: str
) -> None:
    monkeypatch.setattr(database, "STEPS_BETWEEN_LOOKS", 1000)
    told: list[float] = []
    stopped = (lambda: True) if until == "the copy begins" else (lambda: 1 in told)
    with pytest.raises(Cancelled):
        Workspace.open(old, person=OWNER, upgrading=Upgrading(told.append, stopped))
    assert [path.name for path in old.parent.iterdir() if "before" in path.name] == []
    with pytest.raises(CaseOutdated):
        Workspace.open(old, person=OWNER, upgrading=None)
    with Workspace.open(old, person=OWNER) as workspace:
        assert database.integrity_problems(workspace.location) == []
