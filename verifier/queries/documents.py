"""Documents, their editions, pages and text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import String, and_, cast, func, or_, select
from sqlalchemy.orm import Session

from verifier.errors import NotFound
from verifier.models import Blob, Document, Edition, Evidence, Highlight, Page, TextLayer
from verifier.queries.rows import Question, Statement, columns, fetch
from verifier.text.document import Block, Remark, Span
from verifier.text.page_names import PageNames
from verifier.text.structure import unpack_remarks, unpack_structure


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in one of its editions (usually the latest)."""

    id: str
    number: int
    title: str
    author: str
    publisher: str
    published: str
    url: str
    language: str
    note: str
    edition_id: str
    edition: int
    file_name: str
    imported_at: datetime
    sha256: str
    size: int
    media_type: str
    text_layer_id: str
    reader: str
    characters: int
    text_sha256: str
    notices: list[dict[str, Any]]
    properties: dict[str, Any]
    pages: int


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page without its text and boxes; sizes in points as shown, range in code points."""

    number: int
    start: int
    stop: int
    width: float
    height: float
    rotation: int
    label: str


@dataclass(frozen=True, slots=True)
class LayerRow:
    """What is known of a text layer, without its text."""

    id: str
    media_type: str | None
    """Of its file; None where that is missing from the case."""
    reader: str
    notices: list[dict[str, Any]]
    properties: dict[str, Any]


@Question
def _documents(case_id: Any) -> Statement:
    page_count = (
        select(func.count())
        .select_from(Page)
        .where(Page.text_layer_id == TextLayer.id)
        .scalar_subquery()
    )
    return (
        select(
            Document.id,
            Document.number,
            Document.title,
            Document.author,
            Document.publisher,
            Document.published,
            Document.url,
            Document.language,
            Document.note,
            Edition.id,
            Edition.number,
            Edition.file_name,
            Edition.created_at,
            Blob.sha256,
            Blob.size,
            Blob.media_type,
            TextLayer.id,
            TextLayer.reader,
            TextLayer.characters,
            TextLayer.text_sha256,
            TextLayer.notices,
            TextLayer.properties,
            page_count,
        )
        .join(Edition, and_(Edition.document_id == Document.id, Edition.withdrawn_at.is_(None)))
        .join(Blob, Blob.sha256 == Edition.blob_sha256)
        .join(TextLayer, TextLayer.id == Edition.text_layer_id)
        .where(Document.case_id == case_id, Document.withdrawn_at.is_(None))
        .order_by(Document.number, Edition.number)
    )


def editions(session: Session, case_id: str) -> tuple[DocumentRow, ...]:
    """Every edition of every document, oldest first."""
    return _documents.fetch(session, DocumentRow, case_id=case_id)


def documents(session: Session, case_id: str) -> tuple[DocumentRow, ...]:
    """Each document in its latest edition."""
    return tuple({row.id: row for row in editions(session, case_id)}.values())


def document(session: Session, case_id: str, wanted: str) -> DocumentRow:
    """The document with this id, edition id, number ("1", "D1"), title or file name."""
    rows = editions(session, case_id)
    latest = {row.id: row for row in rows}
    for row in rows:
        if wanted == row.edition_id:
            return row
    number = wanted[1:] if wanted[:1] in "Dd" else wanted
    for row in latest.values():
        if wanted in (row.id, row.title, row.file_name) or number == str(row.number):
            return row
    raise NotFound(
        f"There is no document “{wanted}” in this case.",
        "Give its id, its number or its file name as “info” lists them.",
    )


def layer(session: Session, text_layer_id: str) -> LayerRow:
    """The text layer with this id."""
    statement = (
        select(
            TextLayer.id,
            Blob.media_type,
            TextLayer.reader,
            TextLayer.notices,
            TextLayer.properties,
        )
        .outerjoin(Blob, Blob.sha256 == TextLayer.blob_sha256)
        .where(TextLayer.id == text_layer_id)
    )
    (row,) = fetch(session, LayerRow, statement)
    return row


def page_labels(session: Session, case_id: str, owner_id: str) -> dict[int, str]:  # noqa: ARG001
    """What pages of an edition or of an item of the locker are called, where not by number."""
    of_edition = select(Edition.text_layer_id).where(Edition.id == owner_id)
    of_evidence = select(Evidence.text_layer_id).where(Evidence.id == owner_id)
    statement = select(Page.number, Page.label).where(
        or_(Page.text_layer_id.in_(of_edition), Page.text_layer_id.in_(of_evidence)),
        Page.label != "",
        Page.label != cast(Page.number, String),
    )
    return {row.number: row.label for row in session.execute(statement)}


def quoted_page_names(session: Session, case_id: str) -> dict[str, PageNames]:
    """By edition, what the pages that highlights begin on are called, where not by number."""
    statement = (
        select(Edition.id, Page.number, Page.label)
        .join(Document, Document.id == Edition.document_id)
        .join(Highlight, Highlight.edition_id == Edition.id)
        .join(
            Page,
            and_(Page.text_layer_id == Edition.text_layer_id, Page.number == Highlight.page),
        )
        .where(
            Document.case_id == case_id,
            Page.label != "",
            Page.label != cast(Page.number, String),
        )
        .distinct()
    )
    found: dict[str, dict[int, str]] = {}
    for row in session.execute(statement):
        found.setdefault(row.id, {})[row.number] = row.label
    return {edition_id: PageNames(labels) for edition_id, labels in found.items()}


@Question
def _pages(text_layer_id: Any) -> Statement:
    return (
        select(*columns(PageRow, Page))
        .where(Page.text_layer_id == text_layer_id)
        .order_by(Page.number)
    )


def pages(session: Session, text_layer_id: str) -> tuple[PageRow, ...]:
    """The pages of a text layer in order, without text and boxes."""
    return _pages.fetch(session, PageRow, text_layer_id=text_layer_id)


@Question
def _text(text_layer_id: Any) -> Statement:
    return select(Page.text).where(Page.text_layer_id == text_layer_id).order_by(Page.number)


def text(session: Session, text_layer_id: str) -> str:
    """The canonical text, exactly as offsets count it."""
    return "".join(_text.ask(session, text_layer_id=text_layer_id).scalars())


@Question
def _boxes(text_layer_id: Any, number: Any) -> Statement:
    return select(Page.boxes).where(Page.text_layer_id == text_layer_id, Page.number == number)


def page_boxes(session: Session, text_layer_id: str, number: int) -> bytes:
    """The packed boxes of a page; empty where its reader knows none."""
    found = _boxes.ask(session, text_layer_id=text_layer_id, number=number)
    return found.scalars().one_or_none() or b""


def blob(session: Session, sha256: str) -> bytes:
    """The original bytes."""
    data = session.scalars(select(Blob.data).where(Blob.sha256 == sha256)).one_or_none()
    if data is None:
        raise NotFound(
            "The original file is missing from the case.", "Take it from a backup of the case."
        )
    return data


@Question
def _structure(text_layer_id: Any) -> Statement:
    return select(TextLayer.structure).where(TextLayer.id == text_layer_id)


def structure(session: Session, text_layer_id: str) -> tuple[tuple[Block, ...], tuple[Span, ...]]:
    """Blocks and spans of a text layer."""
    packed = _structure.ask(session, text_layer_id=text_layer_id).scalars().one_or_none()
    return unpack_structure(packed or b"")


def remarks(session: Session, text_layer_id: str) -> tuple[Remark, ...]:
    """Highlights and comments that came with the file."""
    packed = _structure.ask(session, text_layer_id=text_layer_id).scalars().one_or_none()
    return unpack_remarks(packed or b"")
