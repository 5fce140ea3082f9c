"""Sources, the evidence locker with its custody log, and citations of evidence for claims."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from verifier.models.base import Base, Entity, belongs_to, may_belong_to, one_of
from verifier.states import Basis, Custody, EvidenceKind, Stance


class Source(Entity, Base):
    """A publisher or person, or one publication of theirs."""

    __tablename__ = "sources"

    case_id: Mapped[str] = belongs_to("cases")
    label: Mapped[str] = mapped_column(default="")
    """Short name in the case, such as S40."""
    parent_id: Mapped[str | None] = may_belong_to("sources")
    """The publisher's own entry, where there is one."""
    kind: Mapped[str] = mapped_column(default="publication")
    title: Mapped[str] = mapped_column(default="")
    publisher: Mapped[str] = mapped_column(default="")
    author: Mapped[str] = mapped_column(default="")
    published: Mapped[str] = mapped_column(default="")
    date_note: Mapped[str] = mapped_column(default="")
    url: Mapped[str] = mapped_column(default="")
    archive_url: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    description: Mapped[str] = mapped_column(default="")
    interests: Mapped[str] = mapped_column(default="")
    reliability: Mapped[str] = mapped_column(default="")
    """Code of the scale nato-reliability; empty: not graded."""
    credibility: Mapped[str] = mapped_column(default="")
    """Code of the scale nato-credibility, as a starting value for citations of this source."""
    reliability_reason: Mapped[str] = mapped_column(default="")
    independence_group: Mapped[str] = mapped_column(default="")
    """Sources with one origin share it; "independently confirmed" counts groups."""
    basis: Mapped[str] = mapped_column(default=Basis.FOUND)
    csl: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """Citation data in CSL JSON, where more is known than the fields above hold."""
    merged_into_id: Mapped[str | None] = mapped_column(String(36))


class Evidence(Entity, Base):
    """An item in the locker: a file, saved page or picture with its bytes, or a link."""

    __tablename__ = "evidence"
    __table_args__ = (one_of("kind", EvidenceKind),)

    case_id: Mapped[str] = belongs_to("cases")
    source_id: Mapped[str | None] = may_belong_to("sources", index=True)
    title: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default=EvidenceKind.LINK)
    blob_sha256: Mapped[str | None] = mapped_column(ForeignKey("blobs.sha256"))
    text_layer_id: Mapped[str | None] = may_belong_to("text_layers")
    file_name: Mapped[str] = mapped_column(default="")
    url: Mapped[str] = mapped_column(default="")
    final_url: Mapped[str] = mapped_column(default="")
    archive_url: Mapped[str] = mapped_column(default="")
    archive_service: Mapped[str] = mapped_column(default="")
    archived_at: Mapped[datetime | None]
    captured_at: Mapped[datetime | None]
    captured_offset: Mapped[int] = mapped_column(default=0)
    """Minutes east of UTC at the place of capture."""
    collector: Mapped[str] = mapped_column(default="")
    method: Mapped[str] = mapped_column(default="")
    tool: Mapped[str] = mapped_column(default="")
    http_status: Mapped[int | None]
    language: Mapped[str] = mapped_column(default="")
    tlp: Mapped[str] = mapped_column(default="clear")
    rights: Mapped[str] = mapped_column(default="")
    origin_group: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    properties: Mapped[dict[str, Any]] = mapped_column(default=dict)


class CustodyEvent(Entity, Base):
    """One entry of an item's custody log: made when, by whom. Only ever added."""

    __tablename__ = "custody_events"
    __table_args__ = (one_of("action", Custody),)

    evidence_id: Mapped[str] = belongs_to("evidence")
    action: Mapped[str]
    sha256_before: Mapped[str] = mapped_column(default="")
    sha256_after: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class Citation(Entity, Base):
    """Evidence applied to a claim.

    `start` and `stop` are code points of the evidence's text layer where the quote was found
    there; both are empty where the evidence has no text or the quote was typed.
    """

    __tablename__ = "citations"
    __table_args__ = (one_of("stance", Stance), one_of("basis", Basis))

    claim_id: Mapped[str] = belongs_to("claims")
    evidence_id: Mapped[str] = belongs_to("evidence")
    stance: Mapped[str]
    quote: Mapped[str] = mapped_column(default="")
    prefix: Mapped[str] = mapped_column(default="")
    suffix: Mapped[str] = mapped_column(default="")
    start: Mapped[int | None]
    stop: Mapped[int | None]
    rectangles: Mapped[list[list[float]]] = mapped_column(default=list)
    """Each [page, x0, y0, x1, y1] in points of the page as shown, where a region is cited; of a
    picture's region its number and percent (text/regions)."""
    picture: Mapped[str] = mapped_column(String(64), default="")
    """SHA-256 of the picture inside the text whose region is cited; empty: none."""
    locator: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    credibility: Mapped[str] = mapped_column(default="")
    """Code of the scale nato-credibility; empty: not graded."""
    credibility_reason: Mapped[str] = mapped_column(default="")
    basis: Mapped[str] = mapped_column(default=Basis.FOUND)
