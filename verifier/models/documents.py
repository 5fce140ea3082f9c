"""Documents under check: editions, the original bytes, and the text read from them."""

import hashlib
import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from verifier.models.base import Base, Entity, belongs_to, utc_now


class Blob(Base):
    """Original bytes, kept once per content and never changed."""

    __tablename__ = "blobs"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    size: Mapped[int]
    media_type: Mapped[str]
    data: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class TextLayer(Base):
    """The canonical text of a blob as one reader saw it. Never changed; a better reader adds one.

    Its id says which text it is (see `text_layer_id`), so that the audit trail, which names the
    layer of each edition, vouches for the text as well.
    `structure` is the zlib-packed JSON of blocks and spans (see `verifier.reading.document`).
    """

    __tablename__ = "text_layers"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    blob_sha256: Mapped[str] = mapped_column(ForeignKey("blobs.sha256"), index=True)
    reader: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    characters: Mapped[int]
    text_sha256: Mapped[str] = mapped_column(String(64))
    structure: Mapped[bytes] = mapped_column(LargeBinary, default=b"", deferred=True)
    properties: Mapped[dict[str, Any]] = mapped_column(default=dict)
    notices: Mapped[list[dict[str, Any]]] = mapped_column(default=list)


class Page(Base):
    """A page of a text layer: its stretch of the text, and a box for each character.

    Sizes are points as shown; `boxes` is packed by `verifier.reading.boxes`.
    """

    __tablename__ = "pages"
    __table_args__ = (Index(None, "text_layer_id", "start"),)

    text_layer_id: Mapped[str] = mapped_column(
        String(36), ForeignKey("text_layers.id"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[int]
    stop: Mapped[int]
    width: Mapped[float]
    height: Mapped[float]
    rotation: Mapped[int]
    label: Mapped[str] = mapped_column(default="")
    text: Mapped[str]
    boxes: Mapped[bytes] = mapped_column(LargeBinary, default=b"", deferred=True)


class Document(Entity, Base):
    """A report under check. What was imported first and later are its editions."""

    __tablename__ = "documents"

    case_id: Mapped[str] = belongs_to("cases")
    number: Mapped[int]
    title: Mapped[str]
    author: Mapped[str] = mapped_column(default="")
    publisher: Mapped[str] = mapped_column(default="")
    published: Mapped[str] = mapped_column(default="")
    """A date as precise as it is known: 2022, 2022-01, 2022-01-16."""
    url: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class Edition(Entity, Base):
    """One state of a document: which bytes, read how, taken in when."""

    __tablename__ = "editions"
    __table_args__ = (UniqueConstraint("document_id", "number"),)

    document_id: Mapped[str] = belongs_to("documents")
    number: Mapped[int]
    blob_sha256: Mapped[str] = mapped_column(ForeignKey("blobs.sha256"))
    text_layer_id: Mapped[str] = belongs_to("text_layers")
    file_name: Mapped[str]


def text_layer_id(blob_sha256: str, reader: str, text_sha256: str) -> str:
    """A UUIDv8 (RFC 9562) made of the SHA-256 of what the layer is: same text, same id."""
    digest = hashlib.sha256(f"{blob_sha256}\n{reader}\n{text_sha256}".encode()).digest()
    value = int.from_bytes(digest[:16], "big")
    value = value & ~(0xF << 76) | 0x8 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))
