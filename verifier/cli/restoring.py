"""Going back: restore points, and the history of one claim."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from verifier.cli.base import CASE, JSON, Session, command, session, show
from verifier.exchange.restoring import go_back, make_restore_point
from verifier.exchange.restoring import restore_points as points_of
from verifier.queries.claims import claim as claim_row
from verifier.queries.history import claim_history


@command("restore-points")
@CASE
@click.option("--make", is_flag=True, help="Make one now.")
@click.option("--restore", metavar="NAME", help="Go back to the one whose name begins like this.")
@JSON
@session
def restore_points(
    session: Session, case_path: str, make: bool, restore: str | None, as_json: bool
) -> None:
    """List the copies that were made of the case before big operations.

    They lie beside the case in NAME.restore. Going back keeps the present case as one of them.
    """
    path = Path(case_path)
    said = []
    if restore is not None:
        point = go_back(path, restore, person=session.person)
        said.append(f"The case is as it was at {point.name}.")
    if make:
        with session.open(case_path) as workspace:
            make_restore_point(workspace, "made by hand")
    points = points_of(path)
    said += [f"{point.name}  {point.size} bytes" for point in points]
    data = [{**asdict(point), "name": point.name} for point in points]
    show(data, as_json, "\n".join(said) or "There are no restore points yet.")


@command("history")
@CASE
@click.argument("claim")
@JSON
@session
def history(session: Session, case_path: str, claim: str, as_json: bool) -> None:
    """Tell what was done to CLAIM (C19), by whom and why, the newest first."""
    with session.open(case_path) as workspace, workspace.reading() as reading:
        row = claim_row(reading, workspace.case_id, claim)
        entries = claim_history(reading, workspace.case_id, row.id)
    words = "\n".join(f"{entry.at:%Y-%m-%d %H:%M} UTC  {entry}" for entry in entries)
    show([asdict(entry) for entry in entries], as_json, words)
