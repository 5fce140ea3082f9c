"""Reading scanned pages by Tesseract: the text becomes a new edition of the same file.

Nothing that was read before is changed: the edition before keeps its text, passages on pages with
text are taken over, and so are regions. The new text says of itself what it is and how sure.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from verifier.actions.base import Batch
from verifier.errors import Invalid
from verifier.exchange import editions
from verifier.exchange.editions import Plan
from verifier.exchange.places import Places
from verifier.queries import documents
from verifier.queries.documents import DocumentRow
from verifier.reading.ocr import SeenPage, page_of, picture_of, with_seen, words_of
from verifier.reading.render import PdfView
from verifier.reading.tesseract import Tesseract
from verifier.text.document import Notice, ReadDocument, ReadPage
from verifier.workspace import Workspace

PDF = "application/pdf"
NO_TEXT = "no-text"
OCR = "ocr"


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


def scanned_pages(row: DocumentRow) -> tuple[int, ...]:
    """The pages of a document that are pictures without text."""
    found = {each.get("page") for each in row.notices if each.get("code") == NO_TEXT}
    return tuple(sorted(page for page in found if isinstance(page, int)))


def ocr_pages(row: DocumentRow) -> frozenset[int]:
    """The pages of a document whose text was seen in their pictures."""
    found = {each.get("page") for each in row.notices if each.get("code") == OCR}
    return frozenset(page for page in found if isinstance(page, int))


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
    wanted = sorted(scanned_pages(row) if pages is None else set(pages))
    if not wanted:
        raise Invalid(
            f"Every page of {row.file_name} has text.", "Name the pages that are to be read anew."
        )
    if wanted[0] < 1 or wanted[-1] > len(before.pages):
        raise Invalid(f"{row.file_name} has {len(before.pages)} pages.", "Name some of them.")
    seen: dict[int, SeenPage] = {}
    with PdfView(data, row.file_name) as view:
        for done, number in enumerate(wanted):
            if progress is not None:
                progress(done, len(wanted))
            picture, scale = picture_of(view, number)
            table = tesseract.table(
                picture, languages, dots=max(70, round(scale * 72)), cancelled=cancelled
            )
            seen[number] = page_of(words_of(table), scale)
    engine = f"Tesseract {tesseract.version} ({'+'.join(languages)})"
    read = with_seen(before, seen, engine)
    plan = editions.plan(
        workspace, row.id, read.text, places=Places.of_read(read), is_same_file=True
    )
    with_words = [page for page in seen.values() if page.text]
    said = sum(len(page.text) for page in with_words)
    sure = sum(page.confidence * len(page.text) for page in with_words)
    return Reread(read, plan, data, row.file_name, len(with_words), sure / said if said else 0.0)


def _stored(workspace: Workspace, document: str) -> tuple[DocumentRow, bytes, ReadDocument]:
    """A PDF of the case with its text as it was read last."""
    with workspace.reading() as session:
        row = documents.document(session, workspace.case_id, document)
        if row.media_type != PDF:
            raise Invalid(
                f"{row.file_name} is no PDF.", "Only pages of a PDF are read by their pictures."
            )
        layer = row.text_layer_id
        blocks, spans = documents.structure(session, layer)
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
                documents.page_boxes(session, layer, page.number),
                tuple(notice for notice in notices if notice.page == page.number),
            )
            for page in documents.pages(session, layer)
        )
        read = ReadDocument(
            media_type=row.media_type,
            reader=row.reader,
            text=documents.text(session, layer),
            pages=pages,
            blocks=blocks,
            spans=spans,
            notices=tuple(notice for notice in notices if notice.page is None),
            properties={str(name): str(value) for name, value in row.properties.items()},
            remarks=documents.remarks(session, layer),
        )
        return row, documents.blob(session, row.sha256), read
