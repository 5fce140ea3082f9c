"""The sample case."""

from __future__ import annotations

from pathlib import Path

import click

from verifier.cli.base import JSON, Session, command, session, show
from verifier.cli.reports import export_case
from verifier.exchange import sample
from verifier.export.formats import FORMATS
from verifier.reading.files import read_file


@command("sample")
@click.argument("directory")
@JSON
@session
def sample_(session: Session, directory: str, as_json: bool) -> None:
    """Build and export the sample case.

    DIRECTORY is made if need be; sample.vcase and sample.docx are written into it.
    """
    _, read = read_file(sample.folder() / sample.REPORT)
    built = sample.build(Path(directory), person=session.person, read=read)
    report = built.with_suffix(".docx")
    with session.open(str(built)) as workspace:
        export_case(workspace, FORMATS["report"], report)
    show({"case": str(built), "report": str(report)}, as_json, f"Built {built} and {report}.")
