"""A document in the making: what a reader yields piece by piece, and the whole put together.

A reader is a generator: one `Opening`, a `PagePart` for each page, one `Closing`. So pages can be
stored and shown while the rest is still being read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from verifier.errors import Unreadable
from verifier.reading.document import Block, Notice, ReadDocument, ReadPage, Remark, Span
from verifier.reading.limits import Limits


@dataclass(frozen=True, slots=True)
class Opening:
    """The file is open and about to be read."""

    media_type: str
    reader: str
    page_count: int


@dataclass(frozen=True, slots=True)
class PagePart:
    """One page; its ranges already count in the whole document's text."""

    page: ReadPage
    text: str
    blocks: tuple[Block, ...] = ()
    spans: tuple[Span, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Closing:
    """The last page has been read."""

    notices: tuple[Notice, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)


Part = Opening | PagePart | Closing
Reader = Callable[[Path, str, Limits], Iterator[Part]]
"""(file, name to use in words, limits) -> parts."""


def document_of(parts: Iterable[Part]) -> ReadDocument:
    """The parts of one file as a document."""
    opening: Opening | None = None
    closing = Closing()
    pages: list[PagePart] = []
    for part in parts:
        if isinstance(part, PagePart):
            pages.append(part)
        elif isinstance(part, Opening):
            opening = part
        else:
            closing = part
    if opening is None:
        raise Unreadable("The document has no beginning.", "Read it again.")
    remarks = tuple(remark for part in pages for remark in part.remarks)
    return ReadDocument(
        media_type=opening.media_type,
        reader=opening.reader,
        text="".join(part.text for part in pages),
        pages=tuple(part.page for part in pages),
        blocks=tuple(block for part in pages for block in part.blocks),
        spans=tuple(span for part in pages for span in part.spans),
        notices=(*closing.notices, *_told(remarks)),
        properties=closing.properties,
        remarks=remarks,
    )


def _told(remarks: tuple[Remark, ...]) -> tuple[Notice, ...]:
    """A word on remarks that came with the file."""
    if not remarks:
        return ()
    many = len(remarks) > 1
    words = (
        f"The file holds {len(remarks)} highlights or comments that somebody put into it. They"
        if many
        else "The file holds a highlight or comment that somebody put into it. It"
    )
    return (Notice("remarks", f"{words} can be taken over as claims or as notes."),)


def parts_of(document: ReadDocument) -> Iterator[Part]:
    """A document that was read in one go, as the parts of a reader.

    All its text is on its one page; pages of a scan have none.
    """
    first, *others = document.pages
    yield Opening(document.media_type, document.reader, len(document.pages))
    yield PagePart(first, document.text, document.blocks, document.spans, document.remarks)
    yield from (PagePart(page, "", ()) for page in others)
    yield Closing(document.notices, document.properties)
