"""The evidence locker: attach a file to a claim, check what is kept."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from verifier.actions.locker import moment
from verifier.cli.base import CASE, JSON, Session, command, say, session, show
from verifier.errors import Invalid, NotFound
from verifier.exchange.locker import attaching, verify_evidence
from verifier.queries import claims, evidence
from verifier.reading.evidence import examine
from verifier.states import Stance
from verifier.workspace import Workspace


@command("attach")
@CASE
@click.argument("claim")
@click.argument("file", metavar="FILE")
@click.option(
    "--stance",
    type=click.Choice([stance.value for stance in Stance]),
    default=Stance.CONTEXT.value,
    show_default=True,
    help="What it does to the claim.",
)
@click.option("--quote", default="", help="Words that are looked for in the file's text.")
@click.option("--source", default="", help="Label, title or id of the source it belongs to.")
@click.option("--title", default="", help="What to call it. Default: what the file says.")
@click.option("--url", default="", help="Where it was found.")
@click.option("--archive-url", default="", help="An archived copy.")
@click.option("--captured", default="", metavar="TIME", help="Such as 2022-01-14T10:30+02:00.")
@click.option("--locator", default="", help="Where in it: p. 3, minute 12.")
@click.option("--credibility", default="", metavar="1-6", help="Admiralty grade of the citation.")
@click.option("--note", default="", help="Why it matters.")
@JSON
@session
def attach(
    session: Session,
    case_path: str,
    claim: str,
    file: str,
    stance: str,
    quote: str,
    source: str,
    title: str,
    url: str,
    archive_url: str,
    captured: str,
    locator: str,
    credibility: str,
    note: str,
    as_json: bool,
) -> None:
    """Put FILE into the evidence locker and cite it for CLAIM (C19).

    The original is kept with its SHA-256. Pictures, e-mails, saved pages, web archives (WARC,
    WACZ) and documents are read; a file that cannot be read is kept all the same.
    """
    at = _captured(captured)
    with session.open(case_path) as workspace:
        claim_id, source_id = _claim(workspace, claim), _source(workspace, source)
        examined = examine(Path(file))
        action = attaching(
            examined,
            claim_id=claim_id,
            stance=Stance(stance),
            citation={
                "quote": quote,
                "locator": locator,
                "credibility": credibility,
                "note": note,
            },
            source_id=source_id,
            details={
                "title": title,
                "url": url,
                "archive_url": archive_url,
                "captured_offset": _minutes_east(at),
            },
            captured_at=at,
        )
        workspace.do(action)
        with workspace.reading() as reading:
            (item,) = (
                row for row in evidence.evidence(reading, workspace.case_id) if row.id == action.id
            )
            (cited,) = (
                row
                for row in evidence.citations(reading, workspace.case_id, claim_id=claim_id)
                if row.id == action.citation_id
            )
    if examined.notice:
        say(f"It is kept without its text. {examined.notice}")
    if quote and cited.start is None and examined.read is not None:
        say("The quote was not located in the file's text, or stands there more than once.")
    where = "" if cited.start is None else f", quote at {cited.start}–{cited.stop}"
    words = f"Attached {examined.file_name} ({item.kind}, SHA-256 {item.blob_sha256}){where}."
    show({"evidence": asdict(item), "citation": asdict(cited)}, as_json, words)


@command("check-evidence")
@CASE
@JSON
@session
def check_evidence(session: Session, case_path: str, as_json: bool) -> None:
    """Hash every file in the locker again.

    A changed or missing file is written into its custody log and flagged, never replaced.
    """
    with session.open(case_path) as workspace:
        report = verify_evidence(workspace)
    words = "\n".join(map(str, report.faulty)) or (
        f"All {report.checked} files in the locker are what was put in."
    )
    show(asdict(report), as_json, words)
    if report.faulty:
        raise SystemExit(1)


def _claim(workspace: Workspace, wanted: str) -> str:
    with workspace.reading() as reading:
        return claims.claim(reading, workspace.case_id, wanted).id


def _source(workspace: Workspace, wanted: str) -> str | None:
    """The one source that goes by this label, title or id."""
    if not wanted:
        return None
    with workspace.reading() as reading:
        rows = evidence.sources(reading, workspace.case_id)
    found = [row.id for row in rows if wanted in (row.id, row.label, row.name)]
    if len(found) != 1:
        number = "several sources go" if found else "no source goes"
        raise NotFound(f"In this case {number} by “{wanted}”.", "Give its label or id.")
    return found[0]


def _captured(text: str) -> datetime | None:
    if not text:
        return None
    found = moment(text)
    if found is None:
        raise Invalid(
            f"“{text}” is not a time with its zone.", "Write it as 2022-01-14T10:30+02:00."
        )
    return found


def _minutes_east(at: datetime | None) -> int:
    offset = None if at is None else at.utcoffset()
    return 0 if offset is None else int(offset.total_seconds() // 60)
