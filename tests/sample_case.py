"""The shipped sample case, built once for all tests, and as the exports see it."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from verifier.exchange import sample
from verifier.export.formats import Export
from verifier.queries.report import ReportData, report_data
from verifier.reading.here import read_here
from verifier.workspace import Workspace

CHECKER = "Olena Kovalenko"
EXPORTED = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


@cache
def _built(person: str) -> bytes:
    read = read_here(sample.folder() / sample.REPORT)
    with tempfile.TemporaryDirectory() as folder:
        return sample.build(Path(folder), person=person, read=read).read_bytes()


def sample_file(folder: Path, person: str = CHECKER) -> Path:
    """The sample case, closed, in a folder that is made if need be."""
    folder.mkdir(exist_ok=True)
    path = folder / "sample.vcase"
    path.write_bytes(_built(person))
    return path


@cache
def sample_data() -> ReportData:
    """Everything the sample case holds."""
    with tempfile.TemporaryDirectory() as folder:
        path = sample_file(Path(folder))
        with Workspace.open(path, person=CHECKER) as workspace, workspace.reading() as session:
            return report_data(session, workspace.case_id)


def sample_export() -> Export:
    """The sample, ready to be exported."""
    return Export(sample_data(), EXPORTED)
