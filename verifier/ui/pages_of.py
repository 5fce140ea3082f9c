"""From a document of the case to the pages that the reader shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from verifier.errors import NotFound
from verifier.exchange.evidence_ocr import can_be_seen, is_picture
from verifier.queries import documents
from verifier.queries.documents import DocumentRow, LayerRow, PageRow
from verifier.queries.evidence import EvidenceRow, evidence
from verifier.queries.seen_text import scanned_pages
from verifier.reading.grey import POINTS_PER_PIXEL
from verifier.reading.picture import MOST_PAGES
from verifier.reading.render import PdfView
from verifier.text.document import Block, Span
from verifier.text.ranges import TextRange
from verifier.text.selectors import snap_to_graphemes
from verifier.ui.reader.flow import FlowProvider
from verifier.ui.reader.image import ImageProvider
from verifier.ui.reader.pdf import PdfProvider
from verifier.ui.reader.provider import PageProvider

PDF = "application/pdf"
_PIXELS = re.compile(r"(\d{1,6}) × (\d{1,6}) ")
_SIZES = re.compile(r"(\d{1,3})(?:–(\d{1,3}))?: (\d{1,6}) × (\d{1,6})")


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


def pages_of(
    content: Content, boxes_of: Callable[[int], bytes], view: PdfView | None = None
) -> PageProvider:
    """The pages to show. `boxes_of` fetches the packed boxes of a page, counted from 1.

    `view` is the file where it is open already; it is closed with the pages.
    """
    row = content.row
    if row.media_type != PDF:
        return FlowProvider(content.text, content.blocks, content.spans, row.title)
    return PdfProvider(
        content.data if view is None else view,
        content.text,
        content.pages,
        lambda page: boxes_of(page + 1),
        blocks=content.blocks,
        title=row.title,
    )


@dataclass(frozen=True, slots=True)
class EvidenceContent:
    """What the pages of an item of the locker are made of."""

    item: EvidenceRow
    text: str
    pages: tuple[PageRow, ...]
    blocks: tuple[Block, ...]
    spans: tuple[Span, ...]
    data: bytes
    """The PDF itself, where it is one."""
    layer: LayerRow | None
    """What read the text, where there is any."""

    @property
    def scanned(self) -> tuple[int, ...]:
        """The pages that are pictures without text."""
        if self.layer is not None and not is_picture(self.item):
            return scanned_pages(self.layer.notices)
        return tuple(page.number for page in self.pages if page.start == page.stop)


def title_of(item: EvidenceRow) -> str:
    """What to call an item of the locker."""
    return item.title or item.file_name or item.url


def is_readable(item: EvidenceRow) -> bool:
    """Whether an item can be opened for reading: it has text, or pages to look at."""
    return item.text_layer_id is not None or can_be_seen(item)


def read_evidence(session: Any, case_id: str, evidence_id: str) -> EvidenceContent:
    """Read an item of the locker; NotFound where there is nothing in it to be read."""
    item = next(iter(evidence(session, case_id, evidence_ids=[evidence_id])), None)
    if item is None or not is_readable(item):
        name = title_of(item) if item is not None else evidence_id
        raise NotFound(
            f"There is no text and no page to show in “{name}”.",
            "Open its link, or add the page or the file itself to the locker.",
        )
    is_pdf = item.media_type == PDF and item.blob_sha256 is not None
    data = documents.blob(session, item.blob_sha256 or "") if is_pdf else b""
    layer = item.text_layer_id
    if layer is None:
        pages = _pages_without_text(data, title_of(item)) if is_pdf else picture_pages_of(item)
        return EvidenceContent(item, "", pages, (), (), data, None)
    blocks, spans = documents.structure(session, layer)
    text, pages = documents.text(session, layer), documents.pages(session, layer)
    if is_picture(item):
        pages = picture_pages_of(item, pages, len(text))
    row = documents.layer(session, layer)
    return EvidenceContent(item, text, pages, blocks, spans, data, row)


def page_count_of(item: EvidenceRow) -> int:
    """How many pages the file of a picture has, of which the first ones are shown."""
    told = str(item.properties.get("pages", ""))
    return int(told) if told.isdecimal() else 1


def picture_pages_of(
    item: EvidenceRow, read: Sequence[PageRow] = (), length: int = 0
) -> tuple[PageRow, ...]:
    """The pages of a picture, of which some were read as a text of this length.

    They are as large as the file told; nothing by nothing where it told nothing.
    """
    usual = _PIXELS.match(str(item.properties.get("size", "")))
    width, height = map(int, usual.groups()) if usual is not None else (0, 0)
    sizes = dict.fromkeys(range(1, min(page_count_of(item), MOST_PAGES) + 1), (width, height))
    for first, last, wide, high in _SIZES.findall(str(item.properties.get("page sizes", ""))):
        pages = range(int(first), int(last or first) + 1)
        sizes |= {page: (int(wide), int(high)) for page in pages if page in sizes}
    rest = (
        PageRow(page, length, length, x * POINTS_PER_PIXEL, y * POINTS_PER_PIXEL, 0, "")
        for page, (x, y) in sizes.items()
        if page > len(read)
    )
    return (*read, *rest)


def _pages_without_text(data: bytes, name: str) -> tuple[PageRow, ...]:
    with PdfView(data, name) as view:
        sizes = [view.page_size(number + 1) for number in range(view.page_count)]
    return tuple(
        PageRow(number, 0, 0, width, height, 0, "")
        for number, (width, height) in enumerate(sizes, 1)
    )


def evidence_pages_of(content: EvidenceContent, boxes_of: Callable[[int], bytes]) -> PageProvider:
    """The pages of an item. `boxes_of` fetches the packed boxes of a page, counted from 1."""
    title = title_of(content.item)
    if is_picture(content.item):
        return ImageProvider(
            title,
            content.pages,
            content.text,
            lambda page: boxes_of(page + 1),
            blocks=content.blocks,
        )
    if not content.data:
        return FlowProvider(content.text, content.blocks, content.spans, title)
    return PdfProvider(
        content.data,
        content.text,
        content.pages,
        lambda page: boxes_of(page + 1),
        blocks=content.blocks,
        title=title,
    )


def exact_range(text: str, wanted: TextRange) -> TextRange:
    """A selected range without the blanks around it, and never half a letter."""
    start, stop = wanted.start, wanted.stop
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return snap_to_graphemes(text, TextRange(start, stop))
