"""Scanned pages: read by Tesseract, where it is installed."""

from __future__ import annotations

import click

from verifier.cli.base import CASE, JSON, Session, command, session, show
from verifier.cli.documents import progress_of
from verifier.exchange import ocr
from verifier.exchange.restoring import make_restore_point
from verifier.reading import tesseract


@command("ocr")
@CASE
@click.argument("document")
@click.option(
    "--language",
    "languages",
    multiple=True,
    default=("eng",),
    show_default=True,
    metavar="CODE",
    help="What the pages are written in, as Tesseract calls it. May be given several times.",
)
@click.option(
    "--page",
    "pages",
    multiple=True,
    type=click.IntRange(min=1),
    help="Read this page anew. May be given several times. Default: all pages without text.",
)
@JSON
@session
def ocr_(
    session: Session,
    case_path: str,
    document: str,
    languages: tuple[str, ...],
    pages: tuple[int, ...],
    as_json: bool,
) -> None:
    """Read the text of a PDF's scanned pages.

    The program Tesseract must be installed. The text becomes a new edition of the same file, says
    that it was read by OCR and how sure, and passages and regions are taken over.
    """
    engine = tesseract.find()
    with session.open(case_path) as workspace:
        with progress_of(document) as progress:
            found = ocr.read_again(
                workspace, document, engine, languages, pages=pages or None, progress=progress
            )
        make_restore_point(workspace, "before reading scanned pages")
        workspace.do(found.batch())
    data = {
        "document": found.plan.document.id,
        "engine": found.read.properties["ocr"],
        "pages": found.pages,
        "confidence": round(found.confidence, 1),
        "counts": found.plan.counts,
    }
    words = (
        f"{data['engine']} saw text on {found.pages} pages and is {found.confidence:.0f} % sure. "
        f"It is edition {found.plan.document.edition + 1} of “{found.plan.document.title}”: "
        "compare quotes with the picture."
    )
    show(data, as_json, words)
