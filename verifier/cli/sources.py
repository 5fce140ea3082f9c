"""Sources: take them over from other tools."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from verifier.cli.base import CASE, JSON, Session, command, read_bytes, session, show
from verifier.exchange.restoring import keep_before
from verifier.exchange.sources import plan_sources
from verifier.references.formatting import formatted
from verifier.references.parsing import parse_references


@command("import-sources")
@CASE
@click.argument("file", metavar="FILE")
@JSON
@session
def import_sources(session: Session, case_path: str, file: str, as_json: bool) -> None:
    """Take sources over from RIS, BibTeX, CSL JSON, or lines with a DOI or a link.

    What FILE is, is told by its content; “-” reads standard input. Nothing is looked up on the
    network. What is in the case already, by DOI or link, is left out.
    """
    data = sys.stdin.buffer.read() if file == "-" else read_bytes(Path(file))
    items = parse_references(data, "the pasted text" if file == "-" else Path(file).name)
    with session.open(case_path) as workspace:
        plan = plan_sources(workspace, items)
        if plan.added:
            keep_before(workspace, plan.action)
            workspace.do(plan.action)
    added, known = formatted(plan.added), formatted(plan.known)
    words = [f"Added: {line}" for line in added] + [f"In the case already: {x}" for x in known]
    show({"added": list(plan.added), "known": list(plan.known)}, as_json, "\n".join(words))
