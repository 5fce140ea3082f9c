"""Documents that were taken out of the case, and what stands in one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from verifier.models import Claim, Document, Edition, Highlight
from verifier.queries.rows import fetch


@dataclass(frozen=True, slots=True)
class RemovedDocument:
    """A document that was taken out of the case and can be brought back."""

    id: str
    number: int
    title: str
    claims: int
    """How many claims have a passage in it."""


def _claims_in(document_id: Any) -> ColumnElement[int]:
    """How many claims of the case have a passage in any edition of a document."""
    return (
        select(func.count(Claim.id.distinct()))
        .join(Highlight, Highlight.claim_id == Claim.id)
        .join(Edition, Edition.id == Highlight.edition_id)
        .where(
            Edition.document_id == document_id,
            Edition.withdrawn_at.is_(None),
            Highlight.withdrawn_at.is_(None),
            Claim.withdrawn_at.is_(None),
        )
        .correlate(Document)
        .scalar_subquery()
    )


def claims_in(session: Session, case_id: str, document_id: str) -> int:  # noqa: ARG001
    """How many claims have a passage in a document, in whichever of its editions."""
    return int(session.scalar(select(_claims_in(document_id))) or 0)


def removed(session: Session, case_id: str) -> tuple[RemovedDocument, ...]:
    """Documents that were removed, by number; not those whose import was undone."""
    statement = (
        select(Document.id, Document.number, Document.title, _claims_in(Document.id))
        .where(
            Document.case_id == case_id,
            Document.withdrawn_at.is_not(None),
            select(Edition.id)
            .where(Edition.document_id == Document.id, Edition.withdrawn_at.is_(None))
            .exists(),
        )
        .order_by(Document.number)
    )
    return fetch(session, RemovedDocument, statement)
