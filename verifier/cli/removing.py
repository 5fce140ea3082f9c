"""Documents that came in by mistake: out of the case, and back."""

from __future__ import annotations

import click

from verifier.actions.documents import RemoveDocument, RestoreDocument
from verifier.cli.base import CASE, JSON, Session, command, session, show
from verifier.errors import Conflict, NotFound
from verifier.queries import documents
from verifier.queries.removed import RemovedDocument, claims_in, removed
from verifier.workspace import Workspace


@command("remove")
@CASE
@click.argument("document")
@click.option(
    "--with-passages",
    is_flag=True,
    help="Also where passages of claims stand in it. The claims stay, without these passages.",
)
@click.option("--back", is_flag=True, help="Bring a removed document back, with its passages.")
@JSON
@session
def remove(
    session: Session,
    case_path: str,
    document: str,
    with_passages: bool,
    back: bool,
    as_json: bool,
) -> None:
    """Take a document out of the case, by its id, number or file name; or bring it back.

    Nothing is deleted: file, text and passages stay, and come back with --back. A passage of an
    approved claim keeps its document in the case.
    """
    with session.open(case_path) as workspace:
        row = (
            _bring_back(workspace, document)
            if back
            else _take_out(workspace, document, with_passages)
        )
    done = "in the case again" if back else "out of the case"
    told = f"D{row.number}, “{row.title}”, is {done}. Claims with a passage in it: {row.claims}."
    data = {"id": row.id, "number": row.number, "title": row.title, "claims": row.claims}
    show({**data, "removed": not back}, as_json, told)


def _take_out(workspace: Workspace, wanted: str, with_passages: bool) -> RemovedDocument:
    with workspace.reading() as reading:
        row = documents.document(reading, workspace.case_id, wanted)
        claims = claims_in(reading, workspace.case_id, row.id)
    if claims and not with_passages:
        raise Conflict(
            f"Claims with a passage in “{row.title}”: {claims}.",
            "With --with-passages it is removed all the same; the claims stay.",
        )
    workspace.do(RemoveDocument(row.id))
    return RemovedDocument(row.id, row.number, row.title, claims)


def _bring_back(workspace: Workspace, wanted: str) -> RemovedDocument:
    with workspace.reading() as reading:
        found = removed(reading, workspace.case_id)
    number = wanted[1:] if wanted[:1] in "Dd" else wanted
    for row in found:
        if wanted in (row.id, row.title) or number == str(row.number):
            workspace.do(RestoreDocument(row.id))
            return row
    names = ", ".join(f"D{row.number} “{row.title}”" for row in found)
    raise NotFound(
        f"No document “{wanted}” was removed from this case.",
        f"Removed are: {names}." if names else "None was.",
    )
