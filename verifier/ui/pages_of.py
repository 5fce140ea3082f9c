"""From a document of the case to the pages that the reader shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from verifier.queries import documents
from verifier.queries.documents import DocumentRow, PageRow
from verifier.text.document import Block, Span
from verifier.ui.reader.flow import FlowProvider
from verifier.ui.reader.pdf import PdfProvider
from verifier.ui.reader.provider import PageProvider

PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Content:
    """What the pages are made of."""

    row: DocumentRow
    text: str
    pages: tuple[PageRow, ...]
    blocks: tuple[Block, ...]
    spans: tuple[Span, ...]
    data: bytes
    """The file itself, where its pages are drawn from it."""


def read_content(session: Any, case_id: str, document_id: str) -> Content:
    """Read a document of the case."""
    row = documents.document(session, case_id, document_id)
    blocks, spans = documents.structure(session, row.text_layer_id)
    return Content(
        row=row,
        text=documents.text(session, row.text_layer_id),
        pages=documents.pages(session, row.text_layer_id),
        blocks=blocks,
        spans=spans,
        data=documents.blob(session, row.sha256) if row.media_type == PDF else b"",
    )


def pages_of(content: Content, boxes_of: Callable[[int], bytes]) -> PageProvider:
    """The pages to show. `boxes_of` fetches the packed boxes of a page, counted from 1."""
    row = content.row
    if row.media_type != PDF:
        return FlowProvider(content.text, content.blocks, content.spans, row.title)
    return PdfProvider(
        content.data,
        content.text,
        content.pages,
        lambda page: boxes_of(page + 1),
        blocks=content.blocks,
        title=row.title,
    )
