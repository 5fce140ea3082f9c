"""The bytes in the locker, and whether they are what was put in."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from verifier.errors import NotFound
from verifier.models import Blob, CustodyEvent, Evidence
from verifier.queries.rows import Question, Statement
from verifier.states import Custody


@dataclass(frozen=True, slots=True)
class Original:
    """An item's bytes as they are now."""

    evidence_id: str
    title: str
    file_name: str
    media_type: str
    sha256: str
    """What they were put in with."""
    found: str
    """SHA-256 of what is there; empty where the bytes are missing."""
    data: bytes

    @property
    def is_intact(self) -> bool:
        """Whether nobody changed or removed them."""
        return self.found == self.sha256


def original(session: Session, case_id: str, evidence_id: str) -> Original:
    """An item's bytes, hashed again as they are opened."""
    for item in _originals(session, case_id, evidence_id):
        return item
    raise NotFound(
        "This item has no file in the case.", "It is a link: open its address, or attach a file."
    )


def damaged(session: Session, case_id: str) -> Iterator[Original]:
    """Items whose bytes are not what was put in; each is hashed, one at a time."""
    return (item for item in _originals(session, case_id) if not item.is_intact)


def held(session: Session, case_id: str) -> int:
    """How many items have bytes."""
    statement = (
        select(func.count())
        .select_from(Evidence)
        .where(
            Evidence.case_id == case_id,
            Evidence.withdrawn_at.is_(None),
            Evidence.blob_sha256.is_not(None),
        )
    )
    return session.scalars(statement).one()


@Question
def _checks(case_id: Any, evidence_ids: Any) -> Statement:
    statement = (
        select(CustodyEvent.evidence_id, CustodyEvent.action, CustodyEvent.sha256_after)
        .join(Evidence, Evidence.id == CustodyEvent.evidence_id)
        .where(
            Evidence.case_id == case_id,
            Evidence.withdrawn_at.is_(None),
            CustodyEvent.withdrawn_at.is_(None),
            CustodyEvent.action.in_([Custody.VERIFIED.value, Custody.HASH_FAILED.value]),
        )
        .order_by(CustodyEvent.created_at, CustodyEvent.id)
    )
    if evidence_ids is not None:
        statement = statement.where(CustodyEvent.evidence_id.in_(evidence_ids))
    return statement


def flagged(
    session: Session, case_id: str, *, evidence_ids: Collection[str] | None = None
) -> dict[str, str]:
    """Items whose last check failed, with the hash that was found then (empty: missing).

    Of all items, or of some.
    """
    found = _checks.ask(session, case_id=case_id, evidence_ids=evidence_ids)
    last = {row.evidence_id: row for row in found}
    return {
        evidence_id: row.sha256_after
        for evidence_id, row in last.items()
        if row.action == Custody.HASH_FAILED
    }


def _originals(
    session: Session, case_id: str, evidence_id: str | None = None
) -> Iterator[Original]:
    statement = (
        select(
            Evidence.id,
            Evidence.title,
            Evidence.file_name,
            Evidence.blob_sha256,
        )
        .where(
            Evidence.case_id == case_id,
            Evidence.withdrawn_at.is_(None),
            Evidence.blob_sha256.is_not(None),
        )
        .order_by(Evidence.created_at, Evidence.id)
    )
    if evidence_id is not None:
        statement = statement.where(Evidence.id == evidence_id)
    for row in session.execute(statement).all():
        blob = session.execute(
            select(Blob.data, Blob.media_type).where(Blob.sha256 == row.blob_sha256)
        ).one_or_none()
        data, media_type = (b"", "") if blob is None else (blob.data, blob.media_type)
        found = "" if blob is None else hashlib.sha256(data).hexdigest()
        yield Original(row.id, row.title, row.file_name, media_type, row.blob_sha256, found, data)
