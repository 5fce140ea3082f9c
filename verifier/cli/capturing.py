"""Capturing: fetch one page from the network into the locker, because somebody asks for it."""

from __future__ import annotations

import tempfile
from dataclasses import asdict
from pathlib import Path

import click

from verifier.capturing.page import capture
from verifier.cli.base import CASE, JSON, Session, command, session, show
from verifier.exchange.locker import capturing
from verifier.queries import evidence
from verifier.reading.evidence import examine


@command("capture")
@CASE
@click.argument("url", metavar="URL")
@JSON
@session
def capture_(session: Session, case_path: str, url: str, as_json: bool) -> None:
    """Fetch the page at URL into the evidence locker, now.

    This is the one command that connects to the network: to the page, to what it redirects to, and
    to the pictures and style sheets that it names. No script is fetched or run, no cookie kept. The
    page is kept as a web archive (WARC); an address that leads to a file gives the file.
    """
    with session.open(case_path) as workspace:
        page = capture(url)
        with tempfile.TemporaryDirectory(prefix="verifier-") as folder:
            file = Path(folder) / page.file_name
            file.write_bytes(page.data)
            examined = examine(file)
        action = capturing(
            examined,
            address=page.address,
            final_address=page.final_address,
            status=page.status,
            captured_at=page.captured_at.astimezone(),
            note=page.note,
        )
        workspace.do(action)
        with workspace.reading() as reading:
            item = evidence.evidence(reading, workspace.case_id)[-1]
    words = f"Captured {page.note}: {item.file_name} (SHA-256 {item.blob_sha256})."
    show({"evidence": asdict(item)}, as_json, words)
