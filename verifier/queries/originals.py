"""A document as it came, for the exports that give it back with marks in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from verifier.errors import Invalid
from verifier.queries import documents
from verifier.queries.documents import DocumentRow


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of a document's latest edition, and where its characters stand."""

    row: DocumentRow
    data: bytes = field(repr=False)
    boxes: Mapping[int, bytes] = field(repr=False)
    """Packed boxes by the number of the page; no entry for a page whose reader knows none."""


def original(session: Session, case_id: str, wanted: str = "") -> Original:
    """The document with this id, number, title or name; without one, the only one there is."""
    row = documents.document(session, case_id, wanted) if wanted else _only(session, case_id)
    pages = documents.pages(session, row.text_layer_id)
    found = {
        page.number: documents.page_boxes(session, row.text_layer_id, page.number) for page in pages
    }
    boxes = {number: packed for number, packed in found.items() if packed}
    return Original(row, documents.blob(session, row.sha256), boxes)


def files(session: Session, case_id: str, media_type: str) -> dict[str, bytes]:
    """The bytes of every document of one kind, by the document's id."""
    return {
        row.id: documents.blob(session, row.sha256)
        for row in documents.documents(session, case_id)
        if row.media_type == media_type
    }


def _only(session: Session, case_id: str) -> DocumentRow:
    rows = documents.documents(session, case_id)
    if len(rows) != 1:
        raise Invalid(
            f"The case holds {len(rows)} documents.",
            "Say which one: " + ", ".join(f"{row.number} ({row.file_name})" for row in rows) + "."
            if rows
            else "Import one first.",
        )
    return rows[0]
