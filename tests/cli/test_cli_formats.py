"""Every format from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sample_case import CHECKER

from verifier.cli import main
from verifier.exchange import sample
from verifier.export.formats import FORMATS
from verifier.reading.here import read_here

WHOLE_CASE = [each.id for each in FORMATS.values() if not each.needs_document]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("formats")
    read = read_here(sample.folder() / sample.REPORT)
    return sample.build(folder, person=CHECKER, read=read)


def run(*arguments: str | Path) -> int:
    return main(["--as", CHECKER, *map(str, arguments)])


@pytest.mark.parametrize("name", WHOLE_CASE)
def test_the_sample_can_be_written_in_each_format(case: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / f"case{FORMATS[name].extension}"
    assert run("export", case, "-o", out, "--format", name) == 0
    assert out.stat().st_size > 1000


@pytest.mark.parametrize("name", WHOLE_CASE)
def test_what_stood_there_is_kept_where_the_new_file_cannot_be_written(
    case: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "old"
    out.mkdir()
    assert run("export", case, "-o", out, "--format", name) == 1
    assert "could not be written" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [out]
    assert list(out.iterdir()) == []


def test_every_file_that_was_written_is_named(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "case.csv"
    assert run("export", case, "-o", out, "--format", "csv", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["format"] == "csv"
    assert sorted(map(Path, said["files"])) == sorted(tmp_path.iterdir())


def test_a_format_that_there_is_not_is_wrong_usage(case: Path, tmp_path: Path) -> None:
    assert run("export", case, "-o", tmp_path / "x", "--format", "odt") == 2
