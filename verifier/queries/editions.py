"""Which passages of a document's earlier editions wait for a decision about its latest one."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from verifier.models import Claim, Edition, Highlight
from verifier.states import Anchoring


def undecided(session: Session, case_id: str, document_id: str, latest_id: str) -> frozenset[str]:
    """Highlights of earlier editions that have no heir and that nobody has left behind."""
    heir = aliased(Highlight)
    ids = session.scalars(
        select(Highlight.id)
        .join(Edition, Edition.id == Highlight.edition_id)
        .join(Claim, Claim.id == Highlight.claim_id)
        .where(
            Claim.case_id == case_id,
            Claim.withdrawn_at.is_(None),
            Edition.document_id == document_id,
            Edition.id != latest_id,
            Edition.withdrawn_at.is_(None),
            Highlight.withdrawn_at.is_(None),
            Highlight.anchoring != Anchoring.GONE,
            ~select(heir.id)
            .where(heir.replaces_id == Highlight.id, heir.withdrawn_at.is_(None))
            .exists(),
        )
    )
    return frozenset(ids)
