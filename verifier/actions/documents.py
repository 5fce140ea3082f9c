"""Taking documents into the case."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from verifier.actions.base import LOCKED, Ledger, check_unlocked, edit
from verifier.actions.values import storable
from verifier.errors import Conflict, NotFound
from verifier.ids import new_id
from verifier.models import Blob, Claim, Document, Edition, Highlight, Page, TextLayer
from verifier.models.documents import text_layer_id
from verifier.text.document import ReadDocument
from verifier.text.structure import pack_structure

LETTERS_OF_A_TITLE = 3
MADE_BY_PROGRAMS = ("microsoft word", "untitled", "powerpoint presentation", "slide 1")
"""How titles begin that nobody wrote: names of templates and printer jobs."""
DOCUMENT_FIELDS = frozenset("title author publisher published url language note".split())


@dataclass(frozen=True)
class ImportDocument:
    """Keep a file's bytes and the text read from it as a new document."""

    read: ReadDocument
    data: bytes = field(repr=False)
    file_name: str
    id: str = field(default_factory=new_id)
    edition_id: str = field(default_factory=new_id)
    title: str = "import document"

    def do(self, ledger: Ledger) -> None:
        """Add document and first edition; the same bytes twice are refused in words."""
        session = ledger.session
        sha256 = keep_blob(session, self.data, self.read.media_type)
        twin = _document_of(session, ledger.case_id, sha256)
        if twin is not None:
            raise Conflict(
                f"{self.file_name} is in this case already, as “{twin}”.",
                "Work on that one; nothing was added.",
            )
        layer_id = keep_text_layer(session, sha256, self.read)
        last = session.scalar(
            select(func.max(Document.number)).where(Document.case_id == ledger.case_id)
        )
        properties = self.read.properties
        ledger.add(
            Document(
                id=self.id,
                case_id=ledger.case_id,
                number=(last or 0) + 1,
                title=title_of(self.read.properties, self.file_name),
                author=properties.get("author", ""),
                language=properties.get("language", ""),
            )
        )
        session.flush()
        ledger.add(
            Edition(
                id=self.edition_id,
                document_id=self.id,
                number=1,
                blob_sha256=sha256,
                text_layer_id=layer_id,
                file_name=self.file_name,
            )
        )


@dataclass(frozen=True)
class EditDocument:
    """Say who wrote it, who published it and when."""

    document_id: str
    changes: Mapping[str, Any]
    title: str = "edit document"

    def do(self, ledger: Ledger) -> None:
        """Change the fields."""
        edit(ledger, Document, self.document_id, self.changes, DOCUMENT_FIELDS)


@dataclass(frozen=True)
class RemoveDocument:
    """Take a document out of sight, with the passages in it; all of it can be brought back."""

    document_id: str
    title: str = "remove document"

    def do(self, ledger: Ledger) -> None:
        """Withdraw it, unless an approved claim would lose a passage. Claims stay."""
        document = ledger.get(Document, self.document_id)
        locked = (
            select(Claim)
            .join(Highlight, Highlight.claim_id == Claim.id)
            .join(Edition, Edition.id == Highlight.edition_id)
            .where(
                Edition.document_id == document.id,
                Highlight.withdrawn_at.is_(None),
                Claim.withdrawn_at.is_(None),
                Claim.status.in_(LOCKED),
            )
            .order_by(Claim.number)
            .limit(1)
        )
        claim = ledger.session.scalar(locked)
        if claim is not None:
            check_unlocked(claim)
        ledger.withdraw(document)


@dataclass(frozen=True)
class RestoreDocument:
    """Bring a removed document back, with the passages in it."""

    document_id: str
    title: str = "restore document"

    def do(self, ledger: Ledger) -> None:
        """Clear the mark; what was imported anew meanwhile is not there twice."""
        session = ledger.session
        document = session.get(Document, self.document_id)
        if document is None or document.case_id != ledger.case_id:
            raise NotFound("There is no such document in the case.", "Look at the removed ones.")
        if document.withdrawn_at is None:
            return
        held = select(Edition.blob_sha256).where(
            Edition.document_id == document.id, Edition.withdrawn_at.is_(None)
        )
        for sha256 in session.scalars(held).all():
            twin = _document_of(session, ledger.case_id, sha256)
            if twin is not None:
                raise Conflict(
                    f"The same file is in this case again, as “{twin}”.", "Remove that one first."
                )
        ledger.change(document, {"withdrawn_at": None})


def title_of(properties: Mapping[str, str], file_name: str) -> str:
    """The title that the file gives itself, or its name where a program filled in the title."""
    title = " ".join(properties.get("title", "").split())
    letters = sum(character.isalpha() for character in title)
    if letters < LETTERS_OF_A_TITLE or title.lower().startswith(MADE_BY_PROGRAMS):
        return file_name
    return title


def keep_blob(session: Session, data: bytes, media_type: str) -> str:
    """Keep original bytes, once per content; their SHA-256."""
    sha256 = hashlib.sha256(data).hexdigest()
    if session.scalar(select(Blob.sha256).where(Blob.sha256 == sha256)) is None:
        session.add(Blob(sha256=sha256, size=len(data), media_type=media_type, data=data))
        session.flush()
    return sha256


def keep_text_layer(session: Session, sha256: str, read: ReadDocument) -> str:
    """Keep what a reader made of a blob, once per reader and text; the layer's id."""
    storable([read.text, read.reader, dict(read.properties)])
    text_sha256 = hashlib.sha256(read.text.encode()).hexdigest()
    layer_id = text_layer_id(sha256, read.reader, text_sha256)
    if session.scalar(select(TextLayer.id).where(TextLayer.id == layer_id)) is not None:
        return layer_id
    layer = TextLayer(
        id=layer_id,
        blob_sha256=sha256,
        reader=read.reader,
        characters=len(read.text),
        text_sha256=text_sha256,
        structure=pack_structure(read.blocks, read.spans, read.remarks),
        properties=dict(read.properties),
        notices=[
            asdict(notice)
            for notice in (*read.notices, *(n for page in read.pages for n in page.notices))
        ],
    )
    session.add(layer)
    session.flush()
    session.execute(
        insert(Page),
        [
            {
                "text_layer_id": layer.id,
                "number": page.number,
                "start": page.start,
                "stop": page.stop,
                "width": page.width,
                "height": page.height,
                "rotation": page.rotation,
                "label": page.label,
                "text": read.text[page.start : page.stop],
                "boxes": page.boxes,
            }
            for page in read.pages
        ],
    )
    return layer.id


def _document_of(session: Session, case_id: str, sha256: str) -> str | None:
    """The title of a document of the case with these bytes."""
    return session.scalar(
        select(Document.title)
        .join(Edition, Edition.document_id == Document.id)
        .where(
            Document.case_id == case_id,
            Document.withdrawn_at.is_(None),
            Edition.withdrawn_at.is_(None),
            Edition.blob_sha256 == sha256,
        )
        .limit(1)
    )
