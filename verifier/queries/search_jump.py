"""Where to go for something that was found and has no place of its own."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from verifier.models import Citation, Claim, Evidence


def claim_citing(session: Session, case_id: str, kind: str, entity_id: str) -> str:
    """The first claim that cites a source or an item of the locker; empty where none does."""
    cited = Evidence.source_id if kind == "source" else Evidence.id
    found = session.scalar(
        select(Claim.id)
        .join(Citation, Citation.claim_id == Claim.id)
        .join(Evidence, Evidence.id == Citation.evidence_id)
        .where(
            Claim.case_id == case_id,
            Claim.withdrawn_at.is_(None),
            Citation.withdrawn_at.is_(None),
            cited == entity_id,
        )
        .order_by(Claim.number)
        .limit(1)
    )
    return found or ""
