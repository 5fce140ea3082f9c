"""Reading a scanned PDF or a picture of the locker by Tesseract.

The bytes of the item never change. The text that was seen is kept beside them, says what read it
and how sure that was, and can be quoted like any other; the custody log has an entry of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from verifier.actions.seen_text import ReadTextOfEvidence
from verifier.errors import Cancelled, Invalid, NotFound
from verifier.exchange.locker import faulty
from verifier.exchange.ocr import PDF, engine_of, read_of, see_pages, with_words
from verifier.queries import evidence
from verifier.queries.evidence import EvidenceRow
from verifier.queries.locker import Original
from verifier.queries.seen_text import NO_TEXT
from verifier.reading.detect import EVIDENCE
from verifier.reading.grey import GreyPicture
from verifier.reading.ocr import SeenPage, confidence_of, page_of, with_seen, words_of
from verifier.reading.render import PdfView
from verifier.reading.tesseract import Tesseract
from verifier.reading.worker import Worker
from verifier.text.document import ReadDocument
from verifier.workspace import Workspace

TESSERACT_LEAST = 70
"""Dots an inch: Tesseract takes less for a mistake."""
CSS_DOTS = 96
"""Dots an inch of a picture as it is shown."""


@dataclass(frozen=True)
class SeenEvidence:
    """An item with the text that was seen in it, to be kept or not."""

    item: EvidenceRow
    read: ReadDocument = field(repr=False)
    pages: int
    """Pages on which text was seen."""
    confidence: float
    """0 to 100, on average."""

    @property
    def title(self) -> str:
        """What the item is called."""
        return self.item.title or self.item.file_name

    def action(self) -> ReadTextOfEvidence:
        """The step that keeps the text."""
        note = f"Text read by {self.read.properties['ocr']}, {self.confidence:.0f} % sure."
        sha256 = self.item.blob_sha256 or ""
        return ReadTextOfEvidence(self.item.id, sha256, self.item.text_layer_id, self.read, note)


def is_picture(item: EvidenceRow) -> bool:
    """Whether an item is a picture, to be looked at as a whole."""
    return item.blob_sha256 is not None and (item.media_type or "").startswith("image/")


def can_be_seen(item: EvidenceRow) -> bool:
    """Whether an item has pictures that text can be read from: it is a PDF or a picture."""
    return item.blob_sha256 is not None and (item.media_type == PDF or is_picture(item))


def read_evidence(
    workspace: Workspace,
    original: Original,
    tesseract: Tesseract,
    languages: Sequence[str],
    *,
    worker: Worker,
    pages: Collection[int] | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> SeenEvidence:
    """Read an item by its pictures: pages without text, or the ones given (from 1).

    `original` are the item's bytes as they were just opened; nothing is read from changed ones.
    """
    tesseract.check(languages)
    item = _item(workspace, original)
    name = original.file_name
    if is_picture(item):
        base = _scan(workspace, item, original, worker, cancelled)
        if len(base.pages) == 1 and pages is not None and set(pages) - {1}:
            raise Invalid(f"{name} is a picture.", "It has one page.")
        wanted = [1] if pages is None and len(base.pages) == 1 else _wanted(name, base, pages)
        greys = partial(_grey, worker, original, cancelled)
        base, seen = _see_pictures(base, wanted, greys, tesseract, languages, progress, cancelled)
    else:
        base = _base(workspace, item, original, worker, cancelled)
        wanted = _wanted(name, base, pages)
        with PdfView(original.data, name) as view:
            seen = see_pages(view, wanted, tesseract, languages, progress, cancelled)
    read = with_seen(base, seen, engine_of(tesseract, languages))
    return SeenEvidence(item, read, with_words(seen), confidence_of(seen))


def _item(workspace: Workspace, original: Original) -> EvidenceRow:
    """The item of these bytes, or why nothing can be read from it."""
    with workspace.reading() as session:
        found = evidence.evidence(session, workspace.case_id, evidence_ids=[original.evidence_id])
    if not found:
        raise NotFound(
            "This evidence is no longer in the case.",
            "Somebody may have withdrawn it; the history says who.",
        )
    (item,) = found
    if not original.is_intact:
        raise Invalid(
            str(faulty(original)), "Its text is not read: put in the file again, or go back to it."
        )
    if not can_be_seen(item):
        raise Invalid(
            f"{original.file_name} is neither a PDF nor a picture.",
            "Only these are read by what they look like.",
        )
    return item


def _base(
    workspace: Workspace,
    item: EvidenceRow,
    original: Original,
    worker: Worker,
    cancelled: Callable[[], bool] | None,
) -> ReadDocument:
    """A PDF as it was read last; one that had no text at all is read once more for its pages."""
    if item.text_layer_id is None:
        return _read(original, worker, cancelled)
    with workspace.reading() as session:
        return read_of(session, item.text_layer_id)


def _read(original: Original, worker: Worker, cancelled: Callable[[], bool] | None) -> ReadDocument:
    name = original.file_name
    return worker.read(original.data, name=name, cancelled=cancelled, reader=EVIDENCE)


def _wanted(name: str, base: ReadDocument, pages: Collection[int] | None) -> list[int]:
    without = [p.number for p in base.pages if any(n.code == NO_TEXT for n in p.notices)]
    wanted = without if pages is None else sorted(set(pages))
    if not wanted:
        raise Invalid(f"Every page of {name} has text.", "Name the pages that are to be read anew.")
    if wanted[0] < 1 or wanted[-1] > len(base.pages):
        raise Invalid(f"{name} has {len(base.pages)} pages.", "Name some of them.")
    return wanted


def _scan(
    workspace: Workspace,
    item: EvidenceRow,
    original: Original,
    worker: Worker,
    cancelled: Callable[[], bool] | None,
) -> ReadDocument:
    """A picture, or a scan of several pages; what was read of other pages stays."""
    fresh = _read(original, worker, cancelled)
    if item.text_layer_id is None or len(fresh.pages) == 1:
        return fresh
    with workspace.reading() as session:
        read = read_of(session, item.text_layer_id)
    return read if len(read.pages) == len(fresh.pages) else fresh


def _grey(
    worker: Worker, original: Original, cancelled: Callable[[], bool] | None, page: int
) -> GreyPicture:
    return worker.grey(original.data, name=original.file_name, page=page, cancelled=cancelled)


def _see_pictures(
    base: ReadDocument,
    wanted: Sequence[int],
    greys: Callable[[int], GreyPicture],
    tesseract: Tesseract,
    languages: Sequence[str],
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> tuple[ReadDocument, dict[int, SeenPage]]:
    """The pages of a scan in their sizes, and what is seen on those that are wanted."""
    seen: dict[int, SeenPage] = {}
    pages = {page.number: page for page in base.pages}
    for done, number in enumerate(wanted):
        if progress is not None:
            progress(done, len(wanted))
        grey = greys(number)
        dots = max(TESSERACT_LEAST, round(CSS_DOTS * grey.scale))
        table = tesseract.table(grey.png, languages, dots=dots, cancelled=cancelled)
        if cancelled is not None and cancelled():
            raise Cancelled
        upright = page_of(words_of(table), grey.pixels_a_point)
        seen[number] = replace(upright, boxes=grey.shown(upright.boxes))
        width, height = grey.size
        pages[number] = replace(pages[number], width=width, height=height)
    return replace(base, pages=tuple(pages.values())), seen
