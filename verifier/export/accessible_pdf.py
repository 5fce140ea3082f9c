"""The report as a PDF that a screen reader can follow (PDF/UA): structure, language, title, words.

LibreOffice makes it; some of its versions leave out what a chart says in words, so that is put
back from the Word file.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pikepdf

from verifier.export import libreoffice

FILTER = (
    "pdf:writer_pdf_Export:"
    '{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"}}'
)
_TOLD = re.compile(r'<wp:docPr [^>]*descr="([^"]*)"')


def accessible_pdf(report: Path, cancelled: Callable[[], bool] | None = None) -> bytes:
    """A Word report as a tagged PDF in which every chart says what it shows."""
    made = libreoffice.convert(report, FILTER, cancelled=cancelled)
    with ZipFile(report) as package:
        told = _TOLD.findall(package.read("word/document.xml").decode())
    return _with_words(made, [html.unescape(words) for words in told])


def _with_words(pdf: bytes, told: list[str]) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as document:
        tree: Any = document.Root.get("/StructTreeRoot")
        figures = list(_figures(tree.get("/K"))) if tree is not None else []
        if len(figures) != len(told) or all("/Alt" in figure for figure in figures):
            return pdf
        for figure, words in zip(figures, told, strict=True):
            figure["/Alt"] = pikepdf.String(words)
        out = BytesIO()
        document.save(out, deterministic_id=True)
        return out.getvalue()


def _figures(node: Any) -> Iterator[Any]:
    """The figures of a structure tree in the order of the document."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Array):
            waiting.extend(reversed(list(one)))
        elif isinstance(one, pikepdf.Dictionary):
            if one.get("/S") == pikepdf.Name.Figure:
                yield one
            waiting.append(one.get("/K"))
