"""The shipped sample case as the exports see it, read once for all tests."""

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
def sample_data() -> ReportData:
    """Everything the sample case holds."""
    with tempfile.TemporaryDirectory() as folder:
        path = sample.build(
            Path(folder), person=CHECKER, read=read_here(sample.folder() / sample.REPORT)
        )
        with Workspace.open(path, person=CHECKER) as workspace, workspace.reading() as session:
            return report_data(session, workspace.case_id)


def sample_export() -> Export:
    """The sample, ready to be exported."""
    return Export(sample_data(), EXPORTED)
