"""main.py import-sources."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from verifier.cli import main


def test_references_are_imported_and_told(
    case_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = tmp_path / "list.ris"
    listed.write_text("TY  - BOOK\nTI  - Findings\nUR  - https://e.org/f\nER  - \n")
    assert main(["import-sources", str(case_file), str(listed)]) == 0
    assert capsys.readouterr().out == "Added: “Findings”. https://e.org/f\n"
    assert main(["import-sources", str(case_file), str(listed), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["added"], len(told["known"])) == ([], 1)


def test_a_file_without_references_is_refused(
    case_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = tmp_path / "letter.txt"
    listed.write_text("Dear all")
    assert main(["import-sources", str(case_file), str(listed)]) == 1
    assert "no reference in letter.txt" in capsys.readouterr().err
