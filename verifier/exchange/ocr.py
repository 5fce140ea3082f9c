"""Reading scanned pages by Tesseract: the text becomes a new edition of the same file.

Nothing that was read before is changed: the edition before keeps its text, passages on pages with
text are taken over, and so are regions. The new text says of itself what it is and how sure.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from verifier.actions.base import Batch
from verifier.errors import Cancelled, Invalid
from verifier.exchange import editions
from verifier.exchange.editions import Plan
from verifier.exchange.places import Places
from verifier.queries import documents
from verifier.queries.documents import DocumentRow
from verifier.queries.seen_text import scanned_pages
from verifier.reading.ocr import (
    SeenPage,
    confidence_of,
    page_of,
    picture_of,
    with_seen,
    words_of,
)
from verifier.reading.render import PdfView
from verifier.reading.tesseract import Tesseract
from verifier.text.document import Notice, ReadDocument, ReadPage
from verifier.workspace import Workspace

PDF = "application/pdf"


@dataclass(frozen=True)
class Reread:
    """A document with the text of its scanned pages, and what becomes of its passages."""

    read: ReadDocument
    plan: Plan
    data: bytes = field(repr=False)
    file_name: str
    pages: int
    """Pages on which text was seen."""
    confidence: float
    """0 to 100, on average."""

    def batch(self) -> Batch:
        """The step that adds the edition and takes over what stands as it stood."""
        made, _ = editions.replacing(self.plan, self.read, self.data, self.file_name)
        return Batch("read scanned pages", made.actions)


def read_again(
    workspace: Workspace,
    document: str,
    tesseract: Tesseract,
    languages: Sequence[str],
    *,
    pages: Collection[int] | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Reread:
    """Read pages of a PDF by their pictures: those without text, or the ones given (from 1)."""
    tesseract.check(languages)
    row, data, before = _stored(workspace, document)
    wanted = sorted(scanned_pages(row.notices) if pages is None else set(pages))
    if not wanted:
        raise Invalid(
            f"Every page of {row.file_name} has text.", "Name the pages that are to be read anew."
        )
    if wanted[0] < 1 or wanted[-1] > len(before.pages):
        raise Invalid(f"{row.file_name} has {len(before.pages)} pages.", "Name some of them.")
    with PdfView(data, row.file_name) as view:
        seen = see_pages(view, wanted, tesseract, languages, progress, cancelled)
    read = with_seen(before, seen, engine_of(tesseract, languages))
    plan = editions.plan(
        workspace, row.id, read.text, places=Places.of_read(read), is_same_file=True
    )
    return Reread(read, plan, data, row.file_name, with_words(seen), confidence_of(seen))


def see_pages(
    view: PdfView,
    wanted: Sequence[int],
    tesseract: Tesseract,
    languages: Sequence[str],
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> dict[int, SeenPage]:
    """What is seen on pages of a PDF (from 1); Cancelled where somebody wants no more of it."""
    seen: dict[int, SeenPage] = {}
    for done, number in enumerate(wanted):
        if progress is not None:
            progress(done, len(wanted))
        picture, scale = picture_of(view, number, cancelled)
        table = tesseract.table(
            picture, languages, dots=max(70, round(scale * 72)), cancelled=cancelled
        )
        if cancelled is not None and cancelled():
            raise Cancelled
        seen[number] = page_of(words_of(table), scale)
    return seen


def engine_of(tesseract: Tesseract, languages: Sequence[str]) -> str:
    """What reads, as the text is labelled with it."""
    return f"Tesseract {tesseract.version} ({'+'.join(languages)})"


def with_words(seen: Mapping[int, SeenPage]) -> int:
    """The number of pages on which any text was seen."""
    return sum(bool(page.text) for page in seen.values())


def _stored(workspace: Workspace, document: str) -> tuple[DocumentRow, bytes, ReadDocument]:
    """A PDF of the case with its text as it was read last."""
    with workspace.reading() as session:
        row = documents.document(session, workspace.case_id, document)
        if row.media_type != PDF:
            raise Invalid(
                f"{row.file_name} is no PDF.", "Only pages of a PDF are read by their pictures."
            )
        return row, documents.blob(session, row.sha256), read_of(session, row.text_layer_id)


def read_of(session: Session, text_layer_id: str) -> ReadDocument:
    """A text layer of the case as its reader gave it."""
    row = documents.layer(session, text_layer_id)
    blocks, spans = documents.structure(session, row.id)
    notices = [Notice(n["code"], n["text"], n.get("page")) for n in row.notices]
    pages = tuple(
        ReadPage(
            page.number,
            page.start,
            page.stop,
            page.width,
            page.height,
            page.rotation,
            page.label,
            documents.page_boxes(session, row.id, page.number),
            tuple(notice for notice in notices if notice.page == page.number),
        )
        for page in documents.pages(session, row.id)
    )
    return ReadDocument(
        media_type=row.media_type or "",
        reader=row.reader,
        text=documents.text(session, row.id),
        pages=pages,
        blocks=blocks,
        spans=spans,
        notices=tuple(notice for notice in notices if notice.page is None),
        properties={str(name): str(value) for name, value in row.properties.items()},
        remarks=documents.remarks(session, row.id),
    )
