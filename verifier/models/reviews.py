"""What editors and colleagues say: reviews, comments, and the reports that went out."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from verifier.models.base import Base, Entity, belongs_to, may_belong_to, one_of
from verifier.states import Decision, ProposalDecision, ProposedField


class Review(Entity, Base):
    """A step of the review of a claim."""

    __tablename__ = "reviews"
    __table_args__ = (one_of("decision", Decision),)

    claim_id: Mapped[str] = belongs_to("claims")
    person_id: Mapped[str] = belongs_to("people")
    decision: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    checklist: Mapped[dict[str, Any]] = mapped_column(default=dict)


class Comment(Entity, Base):
    """A remark in a thread on a claim, or on a citation or assessment of it."""

    __tablename__ = "comments"
    __table_args__ = (
        CheckConstraint("subject IN ('claim', 'citation', 'assessment')", name="subject"),
    )

    claim_id: Mapped[str] = belongs_to("claims")
    subject: Mapped[str] = mapped_column(default="claim")
    subject_id: Mapped[str] = mapped_column(String(36))
    parent_id: Mapped[str | None] = may_belong_to("comments")
    person_id: Mapped[str] = belongs_to("people")
    text: Mapped[str]
    resolved_at: Mapped[datetime | None]
    resolved_by: Mapped[str | None] = mapped_column(String(36))


class Proposal(Entity, Base):
    """Words of the case as somebody would have them, until it is decided on.

    `old` and `new` are the field whole, a line for each entry where it is a list. For a passage
    they are its words, which stay as they are: accepting makes `new` the correction. Elsewhere
    they are what was taken out and put in, between `before` and `after`.
    """

    __tablename__ = "proposals"
    __table_args__ = (
        one_of("field", ProposedField),
        one_of("decision", ProposalDecision, optional=True),
    )

    claim_id: Mapped[str] = belongs_to("claims")
    person_id: Mapped[str] = belongs_to("people")
    field: Mapped[str]
    old: Mapped[str] = mapped_column(default="")
    new: Mapped[str] = mapped_column(default="")
    before: Mapped[str] = mapped_column(default="")
    after: Mapped[str] = mapped_column(default="")
    file_name: Mapped[str] = mapped_column(default="")
    decision: Mapped[str] = mapped_column(default="")
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str | None] = mapped_column(String(36))


class Report(Entity, Base):
    """A dated export with its data frozen."""

    __tablename__ = "reports"

    case_id: Mapped[str] = belongs_to("cases")
    person_id: Mapped[str | None] = may_belong_to("people")
    format: Mapped[str]
    file_name: Mapped[str]
    sha256: Mapped[str] = mapped_column(String(64))
    settings: Mapped[dict[str, Any]] = mapped_column(default=dict)
    data: Mapped[dict[str, Any]] = mapped_column(default=dict, deferred=True)
