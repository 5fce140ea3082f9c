"""Every way out, when the disk is full, the file is taken, or somebody was there first."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from originals import case_of
from pdf_making import line, pdf_of
from sample_case import EXPORTED

from verifier.errors import CannotWrite
from verifier.export import accessible_pdf, libreoffice
from verifier.export.formats import FORMATS, Export
from verifier.reading.here import read_here
from verifier.text.ranges import TextRange

WORDS = "The dam failed at dawn."


def export_of(format_id: str, folder: Path) -> Export:
    """A case of one document that every format can be made of."""
    if format_id == "original":
        path = folder / "in.docx"
        written = docx.Document()
        written.add_paragraph(WORDS)
        written.save(str(path))
    else:
        path = folder / "in.pdf"
        path.write_bytes(pdf_of([line(72, 700, WORDS)]))
    start = read_here(path).text.index("failed")
    data, source = case_of(path, [TextRange(start, start + 6)])
    path.unlink()
    marked = source if format_id in ("original", "pdf") else None
    return Export(data, EXPORTED, original=marked)


@pytest.fixture(params=sorted(FORMATS))
def attempt(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Callable[[], Any], Path]:
    """Writing a format over an old file."""
    export = export_of(request.param, tmp_path)
    target = tmp_path / "out"
    target.write_bytes(b"the old file")
    return (lambda: FORMATS[request.param].write(export, target)), target


@pytest.mark.parametrize(
    ("step", "number", "words"),
    [
        ("mkstemp", errno.EACCES, "You may not write there"),
        ("fsync", errno.ENOSPC, "disk is full"),
        ("replace", errno.EACCES, "open in another program"),
        ("replace", errno.EROFS, "read-only"),
    ],
)
def test_the_old_file_stays_and_it_is_said_why(
    attempt: tuple[Callable[[], Any], Path],
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    number: int,
    words: str,
) -> None:
    write, target = attempt

    def refused(*_: Any, **__: Any) -> None:
        raise OSError(number, os.strerror(number))

    owners = {"mkstemp": tempfile, "fsync": os, "replace": Path}
    with monkeypatch.context() as broken:
        broken.setattr(owners[step], step, refused)
        with pytest.raises(CannotWrite, match=words):
            write()
    assert target.read_bytes() == b"the old file"
    assert list(target.parent.iterdir()) == [target]


def test_a_file_that_somebody_else_put_there_meanwhile_stays(
    attempt: tuple[Callable[[], Any], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    write, target = attempt
    flush = os.fsync

    def somebody_else_is_faster(handle: int) -> None:
        target.write_bytes(b"what somebody else wrote")
        flush(handle)

    monkeypatch.setattr(os, "fsync", somebody_else_is_faster)
    with pytest.raises(CannotWrite, match="changed by somebody else"):
        write()
    assert target.read_bytes() == b"what somebody else wrote"
    assert list(target.parent.iterdir()) == [target]


def test_a_report_that_somebody_replaced_while_it_was_laid_out_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.pdf"
    target.write_bytes(b"the old file")

    def slowly(*_: Any) -> bytes:
        target.write_bytes(b"what somebody else wrote")
        return b"%PDF"

    monkeypatch.setattr(libreoffice, "find", lambda: tmp_path)
    monkeypatch.setattr(accessible_pdf, "accessible_pdf", slowly)
    export = export_of("report", tmp_path)
    with pytest.raises(CannotWrite, match="changed by somebody else"):
        FORMATS["pdf"].write(export, target)
    assert target.read_bytes() == b"what somebody else wrote"
