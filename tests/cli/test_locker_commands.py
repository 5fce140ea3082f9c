"""main.py attach and main.py check-evidence."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from verifier.actions.claims import AddClaim
from verifier.actions.evidence import AddSource
from verifier.cli import main
from verifier.workspace import Workspace

pytestmark = pytest.mark.usefixtures("files_are_read_once")


@pytest.fixture
def case(case_file: Path) -> str:
    """A case with a claim C1 and a source S1."""
    with Workspace.open(case_file, person="Anna") as workspace:
        workspace.do(AddClaim("70 sites were down."))
        workspace.do(AddSource({"title": "The bulletin", "label": "S1"}))
    return str(case_file)


@pytest.fixture
def bulletin(tmp_path: Path) -> str:
    """A text file."""
    path = tmp_path / "bulletin.txt"
    path.write_text("Officials spoke of 70 sites on Friday.")
    return str(path)


def test_a_file_is_attached_with_its_quote_located(
    case: str, bulletin: str, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["attach", case, "C1", bulletin, "--stance", "supports", "--quote", "70 sites"]
    more = ["--source", "S1", "--credibility", "2", "--captured", "2022-01-14T10:30+02:00"]
    assert main([*arguments, *more, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["citation"]["start"], told["citation"]["stop"]) == (19, 27)
    assert told["citation"]["stance"] == "supports"
    assert told["evidence"]["captured_offset"] == 120
    assert told["evidence"]["captured_at"].startswith("2022-01-14 08:30")
    assert told["evidence"]["source_id"]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--source", "S9"], "no source goes by “S9”"),
        (["--captured", "yesterday"], "not a time with its zone"),
        (["--credibility", "9"], "not a level"),
    ],
)
def test_what_does_not_fit_is_refused(
    case: str, bulletin: str, capsys: pytest.CaptureFixture[str], more: list[str], words: str
) -> None:
    assert main(["attach", case, "C1", bulletin, *more]) == 1
    assert words in capsys.readouterr().err


def test_a_quote_that_is_not_there_is_told(
    case: str, bulletin: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["attach", case, "C1", bulletin, "--quote", "80 pages"]) == 0
    assert "was not located" in capsys.readouterr().err


def test_a_changed_file_is_told_and_before_an_export(
    case: str, bulletin: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["attach", case, "C1", bulletin]) == 0
    assert main(["check-evidence", case]) == 0
    with closing(sqlite3.connect(case)) as connection:
        connection.execute("UPDATE blobs SET data = x'00'")
        connection.commit()
    capsys.readouterr()
    assert main(["check-evidence", case]) == 1
    assert "“bulletin.txt” was changed" in capsys.readouterr().out
    assert main(["export", case, "-o", str(tmp_path / "report.docx")]) == 0
    assert "Warning: The file of “bulletin.txt” was changed" in capsys.readouterr().err
