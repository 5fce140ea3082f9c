"""The sample case: a real weekly report on Ukraine of January 2022, with its claims and sources."""

from __future__ import annotations

from pathlib import Path

from verifier import paths
from verifier.actions.documents import ImportDocument
from verifier.errors import CannotWrite, VerifierError
from verifier.exchange import applying
from verifier.exchange.annotations import parse
from verifier.text.document import ReadDocument
from verifier.workspace import Workspace

REPORT = "report.txt"
TITLE = "Weekly report on Ukraine, 9–15 January 2022"


def folder() -> Path:
    """Where the sample's report and annotations are."""
    return paths.resources() / "sample"


def build(directory: Path, *, person: str, read: ReadDocument, name: str = "sample.vcase") -> Path:
    """Make the sample case in a directory, which is made if need be; the case's path.

    `read` is the report as the reading worker read it.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(
            f"{directory} cannot be made ({error.strerror}).", "Choose another folder."
        ) from error
    path = directory / name
    workspace = Workspace.create(path, title=TITLE, person=person)
    try:
        with workspace:
            fill(workspace, read)
    except VerifierError:
        path.unlink(missing_ok=True)
        raise
    return path


def fill(workspace: Workspace, read: ReadDocument) -> None:
    """Import the report and apply its annotations."""
    workspace.do(ImportDocument(read, (folder() / REPORT).read_bytes(), REPORT))
    file = parse((folder() / "case.json").read_bytes())
    workspace.do(applying.plan(workspace, file, folder()).action)
