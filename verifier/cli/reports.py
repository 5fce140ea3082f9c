"""The ways out: the verification report."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from verifier.cli.base import CASE, JSON, Session, command, session, show
from verifier.export.report import write_report
from verifier.queries.report import report_data
from verifier.workspace import Workspace


@command("export")
@CASE
@click.option("-o", "--output", required=True, metavar="REPORT.docx", help="Where to write it.")
@JSON
@session
def export(session: Session, case_path: str, output: str, as_json: bool) -> None:
    """Write the verification report to a Word file."""
    with session.open(case_path) as workspace:
        export_report(workspace, Path(output))
    show({"report": output}, as_json, f"Wrote {output}.")


def export_report(workspace: Workspace, target: Path) -> None:
    """Freeze the case and write its report."""
    with workspace.reading() as reading:
        data = report_data(reading, workspace.case_id)
    write_report(data, target, exported_at=datetime.now(UTC).astimezone())
