"""The text of evidence: whether quotes stand in it where they say, and what is logged of it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from verifier.errors import Conflict
from verifier.models import Citation, Claim, CustodyEvent, Evidence, Page, TextLayer
from verifier.states import Custody


def text_of(session: Session, text_layer_id: str | None) -> str:
    """The whole text of a layer; empty where there is none."""
    statement = select(Page.text).where(Page.text_layer_id == text_layer_id).order_by(Page.number)
    return "".join(session.scalars(statement))


def quoting(session: Session, evidence_id: str) -> Sequence[tuple[Citation, Claim]]:
    """The citations that quote words of an item, with their claims."""
    statement = (
        select(Citation, Claim)
        .join(Claim, Claim.id == Citation.claim_id)
        .where(
            Citation.evidence_id == evidence_id,
            Citation.withdrawn_at.is_(None),
            Citation.quote != "",
        )
        .order_by(Claim.number, Citation.id)
    )
    return [(citation, claim) for citation, claim in session.execute(statement)]


def check_quotes(session: Session, item: Evidence) -> None:
    """Stop where a citation quotes words by their place, and they do not stand there."""
    text = text_of(session, item.text_layer_id)
    for citation, claim in quoting(session, item.id):
        if citation.start is not None and text[citation.start : citation.stop] != citation.quote:
            raise Conflict(
                f"This cannot be undone: C{claim.number} quotes words of the text.",
                "Take the quote away there first.",
            )


def put_back(session: Session, item: Evidence) -> CustodyEvent:
    """The entry of the custody log that an item has the text again that it had before, or none."""
    layer = session.get(TextLayer, item.text_layer_id) if item.text_layer_id else None
    note = "Undone: the text that was read is taken away again."
    if layer is not None:
        note = f"Undone or done again: its text is that which {layer.reader} read."
    return CustodyEvent(
        evidence_id=item.id,
        action=Custody.ANNOTATED.value,
        sha256_before=item.blob_sha256 or "",
        sha256_after=item.blob_sha256 or "",
        note=note,
    )
