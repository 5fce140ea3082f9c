"""What rests on what: no item, source or edition is taken away that something stands on."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from verifier import models
from verifier.errors import Conflict, Invalid
from verifier.models import Claim, Highlight
from verifier.queries.rows import together

Link = tuple[str, str, str]
"""What may rest on something, its field that says on what, and what it is in words. By name, since
not all tables are loaded for each command."""
ON_EVIDENCE: tuple[Link, ...] = (
    ("Citation", "evidence_id", "a claim"),
    ("AttributionEvidence", "evidence_id", "an attribution"),
    ("AchItemEvidence", "evidence_id", "a row of a matrix"),
)
ON_SOURCES: tuple[Link, ...] = (
    ("Evidence", "source_id", "evidence"),
    ("Source", "parent_id", "publications"),
)
AT_ONCE = 500
"""Ids in one question."""


def check_items_free(session: Session, item_ids: Collection[str]) -> None:
    """Stop where anything rests on one of these items of the locker."""
    if what := _what_rests_on(session, ON_EVIDENCE, item_ids):
        raise Invalid(f"Here {what} rests on this item.", "Take it away there first.")


def check_sources_free(session: Session, source_ids: Collection[str]) -> None:
    """Stop where anything belongs to one of these sources."""
    if what := _what_rests_on(session, ON_SOURCES, source_ids):
        raise Invalid(
            f"This source has {what} in the case.",
            "Merge it with the right source, or move what belongs to it first.",
        )


def check_editions_free(session: Session, edition_ids: Collection[str]) -> None:
    """Stop where a passage of a claim stands in one of these editions of documents."""
    standing = (
        select(Claim.number)
        .join(Highlight, Highlight.claim_id == Claim.id)
        .where(
            Highlight.edition_id.in_(edition_ids),
            Highlight.withdrawn_at.is_(None),
            Claim.withdrawn_at.is_(None),
        )
        .order_by(Claim.number)
    )
    number = session.scalar(standing.limit(1)) if edition_ids else None
    if number is not None:
        raise Conflict(
            f"This cannot be undone: C{number} has a passage in this edition.",
            "Take the passage away there first.",
        )


def _what_rests_on(session: Session, links: tuple[Link, ...], ids: Collection[str]) -> str:
    """What in words, the first that is found; empty for nothing."""
    wanted = list(ids)
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        asks = [partial(_rests, session, model, on, some) for model, on, _ in links]
        for (_, _, what), rests in zip(links, together(session, *asks), strict=True):
            if rests:
                return what
    return ""


def _rests(session: Session, name: str, on: str, ids: list[str]) -> bool:
    model: Any = getattr(models, name)
    standing = select(model.id).where(getattr(model, on).in_(ids), model.withdrawn_at.is_(None))
    return session.scalar(standing.limit(1)) is not None
