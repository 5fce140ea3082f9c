"""Claims and the passages they stand in."""

from datetime import datetime

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from verifier.models.base import Base, Entity, belongs_to, may_belong_to, one_of
from verifier.states import Anchoring, ClaimKind, ClaimStatus, Relation, Worth


class Claim(Entity, Base):
    """One statement somebody will check, apart from the passages it was read in."""

    __tablename__ = "claims"
    __table_args__ = (
        UniqueConstraint("case_id", "number"),
        one_of("kind", ClaimKind, optional=True),
        one_of("status", ClaimStatus),
        one_of("worth", Worth, optional=True),
    )

    case_id: Mapped[str] = belongs_to("cases", index=False)
    number: Mapped[int]
    """Shown as C19; never given twice in a case."""
    statement: Mapped[str]
    claimant: Mapped[str] = mapped_column(default="")
    reported_by: Mapped[str] = mapped_column(default="")
    date: Mapped[str] = mapped_column(default="")
    """When it was claimed or is said to have happened: ISO 8601, reduced precision, or a range."""
    date_note: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="")
    implied: Mapped[bool] = mapped_column(default=False)
    worth: Mapped[str] = mapped_column(default="")
    priority: Mapped[int] = mapped_column(default=0)
    """0 none, 1 low, 2 normal, 3 high."""
    tags: Mapped[list[str]] = mapped_column(default=list)
    assignee_id: Mapped[str | None] = may_belong_to("people")
    due: Mapped[str] = mapped_column(default="")
    status: Mapped[str] = mapped_column(default=ClaimStatus.UNSTARTED)
    note: Mapped[str] = mapped_column(default="")


class Highlight(Entity, Base):
    """A passage of an edition that a claim stands in.

    Selectors: quote with prefix and suffix; position in code points; page with rectangles (points
    of the page as shown). `start` and `stop` are the range as resolved in the edition's text layer.
    A region without text has an empty range and rectangles only.
    """

    __tablename__ = "highlights"
    __table_args__ = (one_of("anchoring", Anchoring),)

    claim_id: Mapped[str] = belongs_to("claims")
    edition_id: Mapped[str] = belongs_to("editions")
    quote: Mapped[str]
    prefix: Mapped[str] = mapped_column(default="")
    suffix: Mapped[str] = mapped_column(default="")
    start: Mapped[int]
    stop: Mapped[int]
    page: Mapped[int] = mapped_column(default=1)
    """Number of the page on which it begins."""
    rectangles: Mapped[list[list[float]]] = mapped_column(default=list)
    """Each [page, x0, y0, x1, y1]; of a picture's region its number and percent (text/regions)."""
    picture: Mapped[str] = mapped_column(String(64), default="")
    """SHA-256 of the picture inside the text whose region this is; empty: none."""
    anchoring: Mapped[str] = mapped_column(default=Anchoring.EXACT)
    replaces_id: Mapped[str | None] = mapped_column(String(36), index=True)
    """The highlight on the edition before, of which this one is the heir."""
    confirmed_at: Mapped[datetime | None]


class ClaimRelation(Entity, Base):
    """How one claim stands to another."""

    __tablename__ = "claim_relations"
    __table_args__ = (one_of("kind", Relation),)

    claim_id: Mapped[str] = belongs_to("claims")
    other_id: Mapped[str] = belongs_to("claims")
    kind: Mapped[str]
