"""Comments and reviews."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from verifier.models import Claim, Comment, Person, Review
from verifier.queries.rows import Question, Statement


@dataclass(frozen=True, slots=True)
class CommentRow:
    """A remark; `parent_id` is the remark it answers."""

    id: str
    claim_id: str
    subject: str
    subject_id: str
    parent_id: str | None
    person_id: str
    person: str
    initials: str
    at: datetime
    text: str
    resolved_at: datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A step of the review of a claim."""

    id: str
    claim_id: str
    person_id: str
    person: str
    at: datetime
    decision: str
    text: str
    checklist: dict[str, Any]


@Question
def _comments(case_id: Any, claim_id: Any) -> Statement:
    statement = (
        select(
            Comment.id,
            Comment.claim_id,
            Comment.subject,
            Comment.subject_id,
            Comment.parent_id,
            Comment.person_id,
            Person.name,
            Person.initials,
            Comment.created_at,
            Comment.text,
            Comment.resolved_at,
            Comment.version,
        )
        .join(Person, Person.id == Comment.person_id)
        .join(Claim, Claim.id == Comment.claim_id)
        .where(
            Claim.case_id == case_id, Claim.withdrawn_at.is_(None), Comment.withdrawn_at.is_(None)
        )
        .order_by(Comment.created_at, Comment.id)
    )
    if claim_id is not None:
        statement = statement.where(Comment.claim_id == claim_id)
    return statement


def comments(
    session: Session, case_id: str, *, claim_id: str | None = None
) -> tuple[CommentRow, ...]:
    """Remarks, oldest first; of one claim where given."""
    return _comments.fetch(session, CommentRow, case_id=case_id, claim_id=claim_id)


@Question
def _reviews(case_id: Any, claim_id: Any) -> Statement:
    statement = (
        select(
            Review.id,
            Review.claim_id,
            Review.person_id,
            Person.name,
            Review.created_at,
            Review.decision,
            Review.text,
            Review.checklist,
        )
        .join(Person, Person.id == Review.person_id)
        .join(Claim, Claim.id == Review.claim_id)
        .where(
            Claim.case_id == case_id, Claim.withdrawn_at.is_(None), Review.withdrawn_at.is_(None)
        )
        .order_by(Review.created_at, Review.id)
    )
    if claim_id is not None:
        statement = statement.where(Review.claim_id == claim_id)
    return statement


def reviews(
    session: Session, case_id: str, *, claim_id: str | None = None
) -> tuple[ReviewRow, ...]:
    """Steps of the review, oldest first; of one claim where given."""
    return _reviews.fetch(session, ReviewRow, case_id=case_id, claim_id=claim_id)
