"""Where a passage stands, in words: its page, which document, and whether it is still in there."""

from __future__ import annotations

from verifier.export.words import tr
from verifier.queries.claims import HighlightRow
from verifier.queries.report import ReportData, ReportDocument
from verifier.states import Anchoring
from verifier.text.regions import PictureRegion


def edition_of(row: HighlightRow, *, is_earlier: bool) -> str:
    """What is to be said of the edition that a passage stands in; of the latest one nothing."""
    if not is_earlier:
        return ""
    if row.anchoring == Anchoring.GONE:
        return tr("In an earlier edition only")
    return tr("In an earlier edition only: waits for a decision")


def place_of(data: ReportData, row: HighlightRow) -> str:
    """Where the words of a passage stand; nothing where there is nothing to tell."""
    document = next((d for d in data.documents if d.row.id == row.document_id), None)
    edition = edition_of(row, is_earlier=data.is_earlier(row))
    names = data.names_of(row)
    page = title = ""
    # Of an earlier edition only the passage itself tells whether there are pages.
    has_page = bool(row.rectangles or names.own(row.page))
    if has_page or (document is not None and not edition and has_pages(document)):
        page = tr("Page {page}", page=names.with_number(row.page))
    if document is not None and len(data.documents) > 1 and (page or edition):
        title = document.row.title or document.row.file_name
    return " · ".join(filter(None, (page, title, edition)))


def region_of(data: ReportData, row: HighlightRow) -> str:
    """What to call a region, and the edition that it stands in."""
    region = row.region
    if isinstance(region, PictureRegion):
        words = tr("Region of picture {number}", number=region.number)
    else:
        words = tr("Region on page {page}", page=data.names_of(row).with_number(row.page))
    edition = edition_of(row, is_earlier=data.is_earlier(row))
    return " · ".join(filter(None, (words, edition)))


def has_pages(document: ReportDocument) -> bool:
    """Whether the pages of a document are its own, not stretches of a text."""
    return bool(document.pages and document.pages[0].width)
