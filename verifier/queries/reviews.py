"""Comments and reviews."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, false, func, select
from sqlalchemy.orm import Session

from verifier.models import AuditEvent, Claim, Comment, Person, Review
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
    edited: bool
    """Whether it says something else than it did at first."""


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


_FORMER = AuditEvent.before["text"].as_string()
"""The words of a remark before they were changed, in an event of the trail that changed them."""


def _first_words(case_id: Any) -> ColumnElement[str]:
    """What a remark said at first; NULL where nobody changed it.

    The order is an expression, for SQLite would walk the whole trail to have it from the key, and
    not look the remark up.
    """
    return (
        select(_FORMER)
        .where(
            AuditEvent.case_id == case_id,
            AuditEvent.entity_id == Comment.id,
            _FORMER.is_not(None),
        )
        .order_by(AuditEvent.seq + 0)
        .limit(1)
        .correlate(Comment)
        .scalar_subquery()
    )


def _rows(case_id: Any) -> Statement:
    """Remarks of a case with all that a row tells, those that are withdrawn among them."""
    return (
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
            func.coalesce(_first_words(case_id) != Comment.text, false()),
        )
        .join(Person, Person.id == Comment.person_id)
        .join(Claim, Claim.id == Comment.claim_id)
        .where(Claim.case_id == case_id, Claim.withdrawn_at.is_(None))
        .order_by(Comment.created_at, Comment.id)
    )


@Question
def _comments(case_id: Any, claim_id: Any) -> Statement:
    statement = _rows(case_id).where(Comment.withdrawn_at.is_(None))
    if claim_id is not None:
        statement = statement.where(Comment.claim_id == claim_id)
    return statement


@Question
def _withdrawn(case_id: Any) -> Statement:
    return _rows(case_id).where(Comment.withdrawn_at.is_not(None))


@Question
def _former(case_id: Any) -> Statement:
    return select(AuditEvent.entity_id, _FORMER).where(
        AuditEvent.case_id == case_id, AuditEvent.entity == "Comment", _FORMER.is_not(None)
    )


def comments(
    session: Session, case_id: str, *, claim_id: str | None = None
) -> tuple[CommentRow, ...]:
    """Remarks, oldest first; of one claim where given."""
    return _comments.fetch(session, CommentRow, case_id=case_id, claim_id=claim_id)


def withdrawn_comments(session: Session, case_id: str) -> tuple[CommentRow, ...]:
    """Remarks that were taken back: a report that went out before still has them."""
    return _withdrawn.fetch(session, CommentRow, case_id=case_id)


def former_words(session: Session, case_id: str) -> dict[str, set[str]]:
    """What remarks said before they were reworded, by the ids of the remarks."""
    found: dict[str, set[str]] = {}
    for comment_id, words in _former.ask(session, case_id=case_id):
        found.setdefault(comment_id, set()).add(words)
    return found


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
