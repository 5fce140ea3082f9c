"""A person's own scales are honoured everywhere, and a case carries those it uses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import OWNER, add_claim, add_document, state_of

from verifier import paths, scales
from verifier.actions.assessments import Assess
from verifier.actions.people import EditCase
from verifier.cli import main
from verifier.errors import Invalid
from verifier.queries.integrity import problems
from verifier.scales import read_scale, table_of
from verifier.workspace import Workspace

OWN = """\
id = "desk"
title = "The desk's own"
kind = "confidence"
version = "1"
source = "House style"
ordered = true
[[level]]
code = "shaky"
label = "Shaky"
rank = 1
[[level]]
code = "firm"
label = "Firm"
rank = 2
"""


@pytest.fixture(autouse=True)
def fresh_scales() -> Iterator[None]:
    """Nothing is known from another test."""
    scales.forget()
    yield
    scales.forget()


def put(text: str, name: str = "desk.toml") -> Path:
    """A file in the person's own folder."""
    folder = paths.user_scales()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    scales.forget()
    return folder / name


def labels() -> list[str]:
    return [level.label for level in scales.scale("desk").levels]


@pytest.fixture
def claim_id(workspace: Workspace) -> str:
    return add_claim(workspace, add_document(workspace), "70 sites")


def test_an_own_scale_rates_claims(workspace: Workspace, claim_id: str) -> None:
    put(OWN)
    workspace.do(EditCase({"confidence_scale": "desk"}))
    workspace.do(Assess(claim_id, confidence="firm", reason="Two lists."))
    with pytest.raises(Invalid, match="not a level"):
        workspace.do(Assess(claim_id, confidence="high"))


def test_a_case_opens_elsewhere_with_its_scales(case_file: Path) -> None:
    path = put(OWN)
    with Workspace.open(case_file, person=OWNER) as workspace:
        workspace.do(EditCase({"confidence_scale": "desk"}))
    path.unlink()
    scales.forget()
    with pytest.raises(Invalid, match="no scale “desk”"):
        scales.scale("desk")
    with Workspace.open(case_file, person=OWNER) as workspace:
        assert labels() == ["Shaky", "Firm"]
        claim_id = add_claim(workspace, add_document(workspace), "70 sites")
        workspace.do(Assess(claim_id, confidence="firm"))
        with workspace.reading() as session:
            assert list(problems(session, workspace.case_id)) == []


def test_a_scale_named_in_a_rating_is_carried_too(workspace: Workspace, claim_id: str) -> None:
    path = put(OWN)
    rating = Assess(claim_id, confidence="firm", confidence_scale="desk")
    before = state_of(workspace)
    done = workspace.do(rating)
    path.unlink()
    scales.forget()
    with Workspace.open(workspace.location, person=OWNER):
        assert labels() == ["Shaky", "Firm"]
    workspace.undo(done)
    assert state_of(workspace) == before


def test_editing_a_file_changes_a_case_only_when_it_is_chosen_again(
    workspace: Workspace, claim_id: str
) -> None:
    put(OWN)
    workspace.do(EditCase({"confidence_scale": "desk"}))
    put(OWN.replace("Firm", "Solid"))
    with Workspace.open(workspace.location, person=OWNER) as again:
        again.do(Assess(claim_id, confidence="firm"))
        assert labels() == ["Shaky", "Firm"]
        again.do(EditCase({"confidence_scale": "desk"}))
        assert labels() == ["Shaky", "Solid"]


def test_a_broken_file_is_told_and_keeps_nobody_from_working(
    workspace: Workspace, claim_id: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put(OWN)
    broken = put("id = ", "broken.toml")
    put(OWN, "twice.toml")
    workspace.do(Assess(claim_id, verdict="supported", confidence="high"))
    first, second = scales.own_faults()
    assert str(broken) in first
    assert "taken by another file" in second
    assert labels() == ["Shaky", "Firm"]
    assert main(["scales"]) == 1
    said = capsys.readouterr()
    assert "The desk's own (your own)" in said.out
    assert str(broken) in said.err


def test_the_scales_of_a_case_are_listed(
    case_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = put(OWN)
    with Workspace.open(case_file, person=OWNER) as workspace:
        workspace.do(EditCase({"confidence_scale": "desk"}))
    path.unlink()
    scales.forget()
    assert main(["scales", str(case_file), "--json"]) == 0
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)["scales"]}
    assert (rows["desk"]["from"], rows["desk"]["levels"]) == ("the case", ["shaky", "firm"])
    assert rows["icd203"]["from"] == "Verifier"


@pytest.mark.parametrize("table", [{}, {"id": "desk"}, [], 5, None, {"level": [{"x": 1}]}])
def test_a_carried_table_that_is_no_scale_is_passed_over(table: object) -> None:
    scales.adopt({"desk": table})
    assert "desk" not in scales.known_scales()


@pytest.mark.parametrize(
    "path", sorted((paths.resources() / "scales").glob("*.toml")), ids=lambda path: path.stem
)
def test_a_scale_comes_back_from_a_case_as_it_was(path: Path) -> None:
    scale = read_scale(path)
    scales.adopt({scale.id: json.loads(json.dumps(table_of(scale)))})
    assert scales.scale(scale.id) == scale
