"""Scanned pages and pictures: read by Tesseract, where it is installed."""

from __future__ import annotations

from typing import Any

import click

from verifier.cli.base import CASE, JSON, Session, command, session, show
from verifier.cli.documents import progress_of
from verifier.exchange import ocr
from verifier.exchange.evidence_ocr import read_evidence
from verifier.exchange.locker import open_evidence
from verifier.exchange.restoring import make_restore_point
from verifier.queries import evidence
from verifier.reading import tesseract
from verifier.reading.tesseract import Tesseract
from verifier.reading.worker import Worker
from verifier.workspace import Workspace

BEFORE = "before reading scanned pages"


@command("ocr")
@CASE
@click.argument("subject", metavar="DOCUMENT")
@click.option(
    "--evidence",
    "is_evidence",
    is_flag=True,
    help="DOCUMENT is an item of the evidence locker: its id, title or file name.",
)
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
    subject: str,
    languages: tuple[str, ...],
    pages: tuple[int, ...],
    *,
    is_evidence: bool,
    as_json: bool,
) -> None:
    """Read the text of a PDF's scanned pages, or of evidence that is scanned or a picture.

    The program Tesseract must be installed. The text of a document becomes a new edition of the
    same file, that of evidence is kept beside its file, which never changes. Either says that it
    was read by OCR and how sure; passages and quotes are taken over.
    """
    engine = tesseract.find()
    read = _read_item if is_evidence else _read_document
    with session.open(case_path) as workspace:
        data, words = read(workspace, subject, engine, languages, pages)
    show(data, as_json, words)


def _read_document(
    workspace: Workspace,
    document: str,
    engine: Tesseract,
    languages: tuple[str, ...],
    pages: tuple[int, ...],
) -> tuple[dict[str, Any], str]:
    with progress_of(document) as progress:
        found = ocr.read_again(
            workspace, document, engine, languages, pages=pages or None, progress=progress
        )
    data = {
        "document": found.plan.document.id,
        "engine": found.read.properties["ocr"],
        "pages": found.pages,
        "confidence": round(found.confidence, 1),
        "counts": found.plan.counts,
    }
    if not found.pages:
        return data, _nothing(data)
    make_restore_point(workspace, BEFORE)
    workspace.do(found.batch())
    row = found.plan.document
    where = f"It is edition {row.edition + 1} of “{row.title}”"
    return data, _seen(data, where)


def _read_item(
    workspace: Workspace,
    wanted: str,
    engine: Tesseract,
    languages: tuple[str, ...],
    pages: tuple[int, ...],
) -> tuple[dict[str, Any], str]:
    with workspace.reading() as reading:
        item = evidence.item(reading, workspace.case_id, wanted)
    original = open_evidence(workspace, item.id)
    with progress_of(wanted) as progress, Worker() as worker:
        found = read_evidence(
            workspace,
            original,
            engine,
            languages,
            worker=worker,
            pages=pages or None,
            progress=progress,
        )
    data = {
        "evidence": item.id,
        "sha256": item.blob_sha256,
        "engine": found.read.properties["ocr"],
        "pages": found.pages,
        "confidence": round(found.confidence, 1),
    }
    if not found.pages:
        return data, _nothing(data)
    make_restore_point(workspace, BEFORE)
    workspace.do(found.action())
    return data, _seen(data, f"It is kept with “{found.title}”, whose file is as it was")


def _seen(data: dict[str, Any], where: str) -> str:
    pages = "1 page" if data["pages"] == 1 else f"{data['pages']} pages"
    return (
        f"{data['engine']} saw text on {pages} and is {data['confidence']:.0f} % sure. "
        f"{where}: compare quotes with the picture."
    )


def _nothing(data: dict[str, Any]) -> str:
    return f"{data['engine']} saw no text there. Nothing was added."
