"""The reading process takes its memory from mimalloc where that is installed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pdf_making import line, pdf_of

from verifier.reading.allocator import with_allocator
from verifier.reading.worker import Worker

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="another system preloads otherwise")


def installed_in(folder: Path) -> Path:
    library = folder / "cmeel.prefix" / "lib" / "libmimalloc.so"
    library.parent.mkdir(parents=True)
    library.touch()
    return library


@LINUX
@pytest.mark.skipif(bool({":", " "} & {*sys.prefix}), reason="such a path cannot be preloaded")
def test_the_reading_process_works_with_mimalloc() -> None:
    with Worker() as worker:
        assert worker.read(pdf_of([line(100, 700, "Words")]), name="a.pdf").text == "Words\n"
        assert "libmimalloc" in Path(f"/proc/{worker.process_id}/maps").read_text()


@LINUX
def test_what_the_user_preloads_and_sets_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = installed_in(tmp_path)
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    given = {"LD_PRELOAD": "/lib/mine.so", "MIMALLOC_PURGE_DELAY": "5", "HOME": "/home"}
    made = with_allocator(given)
    assert made["LD_PRELOAD"] == f"{library}:/lib/mine.so"
    assert (made["MIMALLOC_PURGE_DELAY"], made["HOME"]) == ("5", "/home")


@LINUX
def test_a_library_whose_path_cannot_be_preloaded_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed_in(tmp_path / "my programs")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "my programs")])
    assert with_allocator({"HOME": "/home"}) == {"HOME": "/home"}


def test_without_the_wheel_the_environment_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    assert with_allocator({"HOME": "/home"}) == {"HOME": "/home"}


def test_other_systems_keep_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed_in(tmp_path)
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    monkeypatch.setattr(sys, "platform", "darwin")
    assert with_allocator({"HOME": "/home"}) == {"HOME": "/home"}
