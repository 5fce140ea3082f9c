"""A report that cannot be written says why, and leaves what was there as it was."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import factories_report as make
import pytest

from verifier.errors import CannotWrite
from verifier.export.files import replacing
from verifier.export.report import write_report


@pytest.fixture
def target(tmp_path: Path) -> Path:
    file = tmp_path / "report.docx"
    file.write_bytes(b"the old report")
    return file


def export(target: Path) -> None:
    write_report(make.marked("Words.", (0, 5)), target, exported_at=make.EXPORTED)


def refuse(number: int) -> Any:
    def refused(*_: Any, **__: Any) -> None:
        raise OSError(number, os.strerror(number))

    return refused


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "open in another program"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_the_old_file_is_intact_when_writing_fails(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str, step: str
) -> None:
    owner: object = os if step == "fsync" else Path
    monkeypatch.setattr(owner, step, refuse(number))
    with pytest.raises(CannotWrite, match=words):
        export(target)
    assert target.read_bytes() == b"the old report"
    assert [file.name for file in target.parent.iterdir()] == ["report.docx"]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="folder is not there"):
        export(tmp_path / "nowhere" / "report.docx")


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="folder of that name"):
        export(tmp_path)


def test_a_new_report_takes_the_place_of_the_old_one(target: Path) -> None:
    target.chmod(0o640)
    export(target)
    assert target.read_bytes().startswith(b"PK")
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_bug_while_writing_leaves_the_old_file(target: Path) -> None:
    with pytest.raises(ZeroDivisionError), replacing(target) as file:
        file.write(b"%d" % (1 // 0))
    assert target.read_bytes() == b"the old report"
    assert len(list(target.parent.iterdir())) == 1


def test_a_case_is_never_written_over(tmp_path: Path) -> None:
    case = tmp_path / "war.vcase"
    case.write_bytes(b"SQLite format 3\0 and all the work of a month")
    with pytest.raises(CannotWrite, match="not written over"):
        export(case)
    assert case.read_bytes().endswith(b"a month")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_or_a_device_is_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(CannotWrite, match="not a file"):
        export(pipe)
    assert pipe.is_fifo()
