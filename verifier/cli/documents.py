"""Documents: take them in, print their text."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from verifier.actions.base import Action
from verifier.actions.documents import ImportDocument
from verifier.cli.base import CASE, JSON, Session, command, error_data, printing, say, session, show
from verifier.errors import VerifierError
from verifier.queries import documents
from verifier.queries.documents import DocumentRow
from verifier.reading.files import read_file
from verifier.reading.worker import Worker
from verifier.states import TakeOver
from verifier.workspace import Workspace

REMARKS = "remarks"
"""Code of the notice that a file holds highlights or comments."""


@command("import")
@CASE
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--take-over",
    type=click.Choice([how.value for how in TakeOver]),
    default=TakeOver.NONE.value,
    show_default=True,
    help="Make claims, or a note of the document, of highlights and comments in the file.",
)
@JSON
@session
def import_(
    session: Session, case_path: str, files: tuple[str, ...], take_over: str, as_json: bool
) -> None:
    """Take documents into the case: PDF, Word, HTML, Markdown, e-mail, text.

    What a file is, is told by its content, not by its name's ending.
    """
    how = TakeOver(take_over)
    done: list[dict[str, Any]] = []
    failed = False
    with session.open(case_path) as workspace, Worker() as worker:
        for name in files:
            try:
                done.append(import_document(workspace, Path(name), worker, how))
            except VerifierError as error:
                failed = True
                say(f"Error: {error}")
                done.append({"file": name, "error": error_data(error)})
            else:
                if not as_json:
                    show_imported(done[-1], how)
    if as_json:
        show(done, as_json, "")
    if failed:
        raise SystemExit(1)


@command("text")
@CASE
@click.argument("document")
@session
def text(session: Session, case_path: str, document: str) -> None:
    """Print a document's canonical text.

    In UTF-8, exactly as offsets count it: in Unicode code points, nothing added at the end.
    """
    with session.open(case_path) as workspace, workspace.reading() as reading:
        row = documents.document(reading, workspace.case_id, document)
        whole = documents.text(reading, row.text_layer_id)
    with printing():
        sys.stdout.flush()
        sys.stdout.buffer.write(whole.encode("utf-8", "surrogatepass"))
        sys.stdout.buffer.flush()


def import_document(
    workspace: Workspace, path: Path, worker: Worker, how: TakeOver = TakeOver.NONE
) -> dict[str, Any]:
    """Read a file in a worker process and keep it; what there is to say about it."""
    with progress_of(path.name) as progress:
        data, read = read_file(path, worker=worker, progress=progress)
    action = ImportDocument(read, data, path.name)
    workspace.do(action if how is TakeOver.NONE else _taking_over(action, how))
    with workspace.reading() as reading:
        row = documents.document(reading, workspace.case_id, action.edition_id)
    return {"file": str(path), **document_data(row)}


def _taking_over(action: ImportDocument, how: TakeOver) -> Action:
    # Claims of remarks are asked for now and then; all about claims would be loaded each time.
    from verifier.actions.takeover import importing

    return importing(action, how)


def document_data(row: DocumentRow) -> dict[str, Any]:
    """A document as JSON shows it."""
    return {
        "id": row.id,
        "number": row.number,
        "title": row.title,
        "file_name": row.file_name,
        "edition": row.edition,
        "edition_id": row.edition_id,
        "media_type": row.media_type,
        "sha256": row.sha256,
        "bytes": row.size,
        "reader": row.reader,
        "pages": row.pages,
        "characters": row.characters,
        "warnings": row.notices,
    }


def show_imported(data: dict[str, Any], how: TakeOver) -> None:
    """A document that was imported, in words."""
    pages = "1 page" if data["pages"] == 1 else f"{data['pages']} pages"
    click.echo(f"{data['id']}  {data['file_name']}: {pages}, {data['characters']} characters")
    warnings = data["warnings"]
    if how is not TakeOver.NONE and any(each["code"] == REMARKS for each in warnings):
        click.echo(f"  Highlights and comments in the file were taken over as {how.value}.")
        warnings = [each for each in warnings if each["code"] != REMARKS]
    for words, found in warnings_by_page(warnings).items():
        where = f" (on {len(found)} pages, first {found[0]})" if len(found) > 1 else ""
        click.echo(f"  Warning{where}: {words}")


def warnings_by_page(notices: list[dict[str, Any]]) -> dict[str, list[int]]:
    """Each warning once, with the pages it holds for; one that speaks of the whole has none."""
    found: dict[str, tuple[str, list[int]]] = {}
    for notice in notices:
        key = notice["code"] if notice.get("page") else notice["text"]
        pages = found.setdefault(key, (notice["text"], []))[1]
        if notice.get("page"):
            pages.append(notice["page"])
    return dict(found.values())


@contextmanager
def progress_of(name: str) -> Iterator[Callable[[int, int | None], None] | None]:
    """A progress bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label=name, file=sys.stderr) as bar:

        def progress(done: int, total: int | None) -> None:
            bar.length = total or max(done, 1)
            bar.update(done - bar.pos)

        yield progress
