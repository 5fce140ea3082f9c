"""Real documents, read and reported: valid Word files in which each comment has its own words."""

from __future__ import annotations

import random
import re
from io import BytesIO
from pathlib import Path

import factories_report as make
import pytest
from docx_reading import Docx, validator

from verifier.errors import VerifierError
from verifier.export.report import build_report
from verifier.export.settings import Part, ReportSettings
from verifier.reading.here import read_here

SMALL = 300_000
TEXT_AND_CARDS = ReportSettings(parts=(Part.COVER, Part.TEXT, Part.CARDS))
ILLEGAL = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def as_written(words: str) -> str:
    """What XML can hold of the words, one for one."""
    return ILLEGAL.sub("\ufffd", words).replace("\x0b", "\n").replace("\x0c", "\n")


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_reports_on_real_documents_are_valid_and_exact(
    shared: Path, tmp_path: Path, kind: str
) -> None:
    check = validator(shared)
    files = [f for f in sorted((shared / "corpus").rglob(f"*.{kind}")) if f.stat().st_size < SMALL]
    target = tmp_path / "report.docx"
    reported = 0
    for number, file in enumerate(files):
        if kind == "pdf" and number % 8:
            continue
        try:
            read = read_here(file)
        except VerifierError:
            continue
        ranges = some_ranges(random.Random(file.name), len(read.text))
        data = make.marked(read.text, *ranges, blocks=read.blocks, spans=read.spans)
        written = BytesIO()
        build_report(data, exported_at=make.EXPORTED, settings=TEXT_AND_CARDS).save(written)
        target.write_bytes(written.getvalue())
        assert check is None or check.validate(target) == [], file.name
        wanted = sorted(as_written(read.text[slice(*one)]) for one in ranges)
        assert sorted(Docx(written).ranges().values()) == wanted, file.name
        reported += 1
    assert reported


def some_ranges(chance: random.Random, length: int) -> list[tuple[int, int]]:
    starts = [chance.randrange(length) for _ in range(10)] if length else []
    return [(at, min(length, at + chance.choice((1, 5, 40, 400)))) for at in starts]
