"""The ways out: the verification report, and every other format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import click

from verifier.actions.reports import RecordReport
from verifier.cli.base import CASE, JSON, Session, command, say, session, show
from verifier.exchange import qdpx, taking_back
from verifier.exchange.locker import verify_evidence
from verifier.exchange.restoring import keep_before
from verifier.export.formats import FORMATS, PDF, Export, Format, format_named
from verifier.export.frozen import frozen
from verifier.export.settings import changed, settings_from_json
from verifier.queries.originals import files, original
from verifier.queries.report import report_data
from verifier.workspace import Workspace


@command("export")
@CASE
@click.option("-o", "--output", required=True, metavar="FILE", help="Where to write it.")
@click.option(
    "--format",
    "format_id",
    type=click.Choice(list(FORMATS)),
    default="report",
    show_default=True,
    help="What to write.",
)
@click.option(
    "--document",
    "document_id",
    metavar="ID",
    help="For the formats original and pdf: which document, by id, number or file name.",
)
@click.option(
    "--keep",
    is_flag=True,
    help="Keep in the case what the report says, so that the next one can say what changed.",
)
@click.option(
    "--set",
    "changes",
    multiple=True,
    metavar="NAME=VALUE",
    help="A setting of the report for this once; `report-settings` names and keeps them.",
)
@click.option("--site", default="", metavar="URL", help="For claimreview: the page's address.")
@JSON
@session
def export(
    session: Session,
    case_path: str,
    output: str,
    format_id: str,
    document_id: str | None,
    keep: bool,
    site: str,
    changes: tuple[str, ...],
    as_json: bool,
) -> None:
    """Write the verification report to a Word file, or the case in another format."""
    notices: list[str] = []
    with session.open(case_path) as workspace:
        for faulty in verify_evidence(workspace).faulty:
            say(f"Warning: {faulty}")
        written = export_case(
            workspace,
            format_named(format_id),
            Path(output),
            document_id=document_id,
            site=site,
            changes=changes,
            keep=keep,
            notices=notices,
        )
    names = [str(path) for path in written]
    for notice in notices:
        say(notice)
    told = {"format": format_id, "files": names, "notices": notices}
    show(told, as_json, f"Wrote {', '.join(names)}.")


@command("take-back")
@CASE
@click.argument("report", metavar="REPORT.docx")
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@JSON
@session
def take_back(session: Session, case_path: str, report: str, dry_run: bool, as_json: bool) -> None:
    """Take an exported Word file back: remarks, replies, settled threads, proposed changes.

    Tracked edits become proposed changes (see `proposals`, `accept`, `reject`); until one of them
    is accepted, the case's own words stay as they are.
    """
    with session.open(case_path) as workspace:
        planned = taking_back.plan(workspace, Path(report))
        if planned.action.actions and not dry_run:
            keep_before(workspace, planned.action)
            workspace.do(planned.action)
    told = {
        "done": not dry_run,
        "changes": [asdict(one) for one in planned.taken],
        "unplaced": [asdict(one) for one in planned.unplaced],
    }
    head = f"{'Would take' if dry_run else 'Took'} back {len(planned.taken)}."
    lines = [head, *taking_back.in_words(planned.taken)]
    if planned.unplaced:
        lines += ["Left out, because no claim is near:", *taking_back.in_words(planned.unplaced)]
    show(told, as_json, "\n".join(lines))


@command("import-from")
@CASE
@click.argument("project", metavar="FILE.qdpx")
@click.option("--dry-run", is_flag=True, help="Only say what would come in.")
@JSON
@session
def import_from(
    session: Session, case_path: str, project: str, dry_run: bool, as_json: bool
) -> None:
    """Take in a project of another tool (REFI-QDA): texts, selections, codes, notes."""
    with session.open(case_path) as workspace:
        planned = qdpx.plan(workspace, Path(project))
        if planned.action.actions and not dry_run:
            keep_before(workspace, planned.action)
            workspace.do(planned.action)
    counts = ", ".join(f"{name}: {number}" for name, number in planned.counts.items())
    for notice in planned.notices:
        say(notice)
    told = {"done": not dry_run, "counts": planned.counts, "notices": planned.notices}
    show(told, as_json, f"{'Would take' if dry_run else 'Took'} in: {counts or 'nothing new'}.")


def export_case(
    workspace: Workspace,
    chosen: Format,
    target: Path,
    *,
    document_id: str | None = None,
    site: str = "",
    changes: Sequence[str] = (),
    keep: bool = False,
    notices: list[str] | None = None,
) -> tuple[Path, ...]:
    """Freeze the case and write it in a format; every file that was written.

    What the person should know of the outcome is added to `notices`.
    """
    with workspace.reading() as reading:
        data = report_data(reading, workspace.case_id)
        source = None
        if chosen.needs_document or (document_id and chosen.takes_document):
            source = original(reading, workspace.case_id, document_id or "")
        held = files(reading, workspace.case_id, PDF) if chosen.holds_files else {}
    kept = settings_from_json(data.case.report_settings)
    settings = changed(kept, changes, data.case.confidence_scale)
    now = datetime.now(UTC).astimezone()
    export = Export(data, now, settings, original=source, files=held, site=site)
    written = chosen.write(export, target)
    if keep:
        digest = sha256(target.read_bytes()).hexdigest()
        told = frozen(export.shown)
        workspace.do(RecordReport(target.name, digest, told, settings.to_json(), chosen.id))
    if notices is not None:
        notices += export.notices
    return written
