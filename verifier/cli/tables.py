"""Tables of a document, as rows for people and for spreadsheets."""

from __future__ import annotations

from dataclasses import asdict

import click

from verifier.cli.base import CASE, JSON, Session, command, session, show
from verifier.cli.documents import progress_of
from verifier.queries import documents
from verifier.reading.worker import Worker
from verifier.text.page_names import PageNames, names_of
from verifier.text.tables import Table, as_csv, as_tsv, tables_of


@command("tables")
@CASE
@click.argument("document")
@click.option("--page", type=click.IntRange(min=1), help="Only this page. Default: all pages.")
@click.option(
    "--area",
    type=float,
    nargs=4,
    metavar="X0 Y0 X1 Y1",
    help="With --page: the table in this rectangle, ruled or not, in points from the top left.",
)
@click.option("--csv", "as_csv_", is_flag=True, help="Comma-separated values, nothing around them.")
@JSON
@session
def tables_(
    session: Session,
    case_path: str,
    document: str,
    page: int | None,
    area: tuple[float, float, float, float] | None,
    as_csv_: bool,
    as_json: bool,
) -> None:
    """Print a document's tables, cell by cell.

    In a PDF, tables with a full grid of rules are found; any other is read in the --area around
    it. Without --json or --csv: one line a row, tabs between cells.
    """
    if area is not None and page is None:
        raise click.UsageError("--area needs --page.")
    with session.open(case_path) as workspace, workspace.reading() as reading:
        row = documents.document(reading, workspace.case_id, document)
        if row.media_type == "application/pdf":
            data = documents.blob(reading, row.sha256)
            with Worker() as worker, progress_of(row.file_name) as progress:
                pages = [page] if page else None
                found = worker.tables(
                    data, pages=pages, area=area, name=row.file_name, progress=progress
                )
        else:
            blocks, _ = documents.structure(reading, row.text_layer_id)
            found = tables_of(documents.text(reading, row.text_layer_id), blocks)
        names = names_of(documents.pages(reading, row.text_layer_id))
    if as_csv_ and not as_json:
        click.echo("\n".join(as_csv(table) for table in found), nl=False)
        return
    show(
        [{**asdict(table), "page_label": names.own(table.page) or None} for table in found],
        as_json,
        "\n\n".join(table_words(number, table, names) for number, table in enumerate(found, 1))
        or "No table was found. --page and --area read one without rules.",
    )


def table_words(number: int, table: Table, names: PageNames) -> str:
    """A table under a line that says where it stands."""
    rows = as_tsv(table).removesuffix("\n")
    size = f"{len(table.rows)} rows, {table.columns} columns"
    return f"Table {number}, page {names.with_number(table.page)}: {size}\n{rows}"
