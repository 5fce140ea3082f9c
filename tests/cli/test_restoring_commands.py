"""main.py restore-points and main.py history."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from verifier.actions.claims import AddClaim
from verifier.cli import main
from verifier.workspace import Workspace


def test_restore_points_are_made_listed_and_gone_back_to(
    case_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = str(case_file)
    assert main(["restore-points", case]) == 0
    assert "no restore points yet" in capsys.readouterr().out
    assert main(["restore-points", case, "--make", "--json"]) == 0
    (point,) = json.loads(capsys.readouterr().out)
    with Workspace.open(case_file, person="Anna") as workspace:
        workspace.do(AddClaim("Another"))
    assert main(["restore-points", case, "--restore", point["name"]]) == 0
    assert "before going back" in capsys.readouterr().out
    assert main(["claims", case]) == 0
    assert "no claims yet" in capsys.readouterr().out
    assert main(["restore-points", case, "--restore", "1999"]) == 1


def test_the_history_of_a_claim_is_told(
    case_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Workspace.open(case_file, person="Anna") as workspace:
        workspace.do(AddClaim("It rained."))
    assert main(["history", str(case_file), "C1"]) == 0
    assert "Anna added claim (statement: It rained.; status: unstarted)" in capsys.readouterr().out
    assert main(["history", str(case_file), "C1", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["lines"][0]["noun"] == "claim"
