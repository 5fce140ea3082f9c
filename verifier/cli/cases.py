"""The case as a whole: make it, show it, check it; and the sample."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click

from verifier import database
from verifier.cli.base import CASE, JSON, Session, command, session, show
from verifier.cli.documents import document_data
from verifier.queries import case, documents, integrity
from verifier.workspace import Workspace


@command("new")
@CASE
@click.option("--title", required=True, help="What the case is called.")
@click.option("--language", default="en", show_default=True, help="Language of the report: en, uk.")
@JSON
@session
def new(session: Session, case_path: str, title: str, language: str, as_json: bool) -> None:
    """Create a case. An existing file is never touched."""
    with Workspace.create(
        case_path, title=title, person=session.person, language=language
    ) as workspace:
        data = {"case": case_path, "id": workspace.case_id, "title": title, "language": language}
    show(data, as_json, f"Created {case_path}.")


@command("info")
@CASE
@JSON
@session
def info(session: Session, case_path: str, as_json: bool) -> None:
    """Show what the case holds.

    Title, schema version, documents, and counts of everything.
    """
    with session.open(case_path) as workspace, workspace.reading() as reading:
        row = case.case_row(reading, workspace.case_id)
        listed = documents.documents(reading, workspace.case_id)
        data: dict[str, Any] = {
            "title": row.title,
            "id": row.id,
            "language": row.language,
            "schema_version": workspace.schema_version(),
            "scales": {
                "verdict": row.verdict_scale,
                "confidence": row.confidence_scale,
                "likelihood": row.likelihood_scale,
            },
            "people": [asdict(person) for person in case.people(reading, workspace.case_id)],
            "documents": [document_data(document) for document in listed],
            "counts": case.counts(reading, workspace.case_id),
        }
    lines = [f"{row.title} ({row.language}), schema {data['schema_version']}"]
    lines += [f"  D{d.number}  {d.title}  {d.characters} characters" for d in listed]
    lines += [f"  {number:6}  {name}" for name, number in data["counts"].items()]
    show(data, as_json, "\n".join(lines))


@command("verify")
@CASE
@JSON
@session
def verify(session: Session, case_path: str, as_json: bool) -> None:
    """Check that all is as it was written.

    The database, the hashes of all files, every passage against its text, the audit trail, and
    that the rows are what the trail says they should be.
    """
    with session.open(case_path) as workspace:
        found = [
            {"kind": "database", "text": problem}
            for problem in database.integrity_problems(workspace.location)
        ]
        with workspace.reading() as reading:
            found += [asdict(p) for p in integrity.problems(reading, workspace.case_id)]
            counted = case.counts(reading, workspace.case_id)
    words = "\n".join(f"{problem['kind']}: {problem['text']}" for problem in found) or (
        "All is well: documents, "
        f"{counted['highlights']} passages and {counted['audit_events']} entries of the audit "
        "trail are as they were written."
    )
    show({"ok": not found, "problems": found, "counts": counted}, as_json, words)
    if found:
        raise SystemExit(1)
