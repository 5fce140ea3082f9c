"""`main.py remove`: a document leaves the case and comes back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from factories import add_claim, add_document

from verifier.cli import main
from verifier.workspace import Workspace

FORMATS = "report pdf html csv xlsx ris csl-json annotations claimreview qdpx stix".split()


@pytest.fixture
def case(workspace: Workspace) -> str:
    """A case with a claim in D1 and none in D2."""
    add_claim(workspace, add_document(workspace), "70 sites")
    add_document(workspace, "Minutes of the meeting.\n", name="minutes.txt")
    return str(workspace.location)


def test_a_document_without_passages_is_removed_and_brought_back(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["remove", case, "minutes.txt"]) == 0
    assert "D2, “minutes.txt”, is out of the case" in capsys.readouterr().out
    assert main(["remove", case, "D2", "--back", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["number"], told["claims"], told["removed"]) == (2, 0, False)


def test_a_document_with_passages_is_removed_only_when_that_is_meant(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["remove", case, "D1"]) == 1
    assert "Claims with a passage in “report.txt”: 1." in capsys.readouterr().err
    assert main(["remove", case, "D1", "--with-passages"]) == 0
    assert main(["remove", case, "D7", "--back"]) == 1
    assert "Removed are: D1 “report.txt”." in capsys.readouterr().err
    assert main(["claims", case]) == 0
    assert "no passage" in capsys.readouterr().out
    assert main(["verify", case]) == 0


def test_every_format_can_be_written_after_a_document_with_passages_was_removed(
    case: str, tmp_path: Path
) -> None:
    assert main(["remove", case, "D1", "--with-passages"]) == 0
    for name in FORMATS:
        target = str(tmp_path / f"out.{name}")
        site = ["--site", "https://example.org/"] if name == "claimreview" else []
        assert main(["export", case, "--format", name, "-o", target, *site]) == 0, name
