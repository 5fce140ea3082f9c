"""Sources, the locker, and what is cited for which claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from verifier.errors import NotFound
from verifier.models import Blob, Citation, Claim, CustodyEvent, Evidence, Person, Source
from verifier.queries.rows import Question, Statement, columns
from verifier.text.ranges import TextRange
from verifier.text.regions import Kept, PictureRegion, Region, region_of


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A publisher, a person, or one publication."""

    id: str
    label: str
    parent_id: str | None
    kind: str
    title: str
    publisher: str
    author: str
    published: str
    date_note: str
    url: str
    archive_url: str
    language: str
    description: str
    interests: str
    reliability: str
    credibility: str
    reliability_reason: str
    independence_group: str
    basis: str
    csl: dict[str, Any]
    version: int

    @property
    def name(self) -> str:
        """What to call it where one line must do."""
        return self.title or self.description or self.publisher or self.author or self.url


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """An item in the locker, without its bytes."""

    id: str
    source_id: str | None
    title: str
    kind: str
    blob_sha256: str | None
    text_layer_id: str | None
    file_name: str
    url: str
    final_url: str
    archive_url: str
    archive_service: str
    archived_at: datetime | None
    captured_at: datetime | None
    captured_offset: int
    collector: str
    method: str
    tool: str
    http_status: int | None
    language: str
    tlp: str
    rights: str
    origin_group: str
    note: str
    properties: dict[str, Any]
    version: int
    size: int | None
    media_type: str | None


@dataclass(frozen=True, slots=True)
class CitationRow:
    """Evidence applied to a claim."""

    id: str
    claim_id: str
    evidence_id: str
    stance: str
    quote: str
    prefix: str
    suffix: str
    start: int | None
    stop: int | None
    locator: str
    note: str
    credibility: str
    credibility_reason: str
    basis: str
    version: int
    rectangles: list[list[float]]
    picture: str
    source_id: str | None

    @property
    def region(self) -> Region | PictureRegion | None:
        """The rectangle that is cited instead of words."""
        return region_of(self.start or 0, self.stop or 0, self.rectangles, self.picture)

    @property
    def place(self) -> Kept | None:
        """Where the evidence is quoted; None where the quote has no place in it."""
        if self.region is not None:
            return self.region
        if self.start is None or self.stop is None or self.start >= self.stop:
            return None
        return TextRange(self.start, self.stop)


@dataclass(frozen=True, slots=True)
class CustodyRow:
    """One entry of a custody log."""

    id: str
    evidence_id: str
    at: datetime
    person: str | None
    action: str
    sha256_before: str
    sha256_after: str
    note: str


@Question
def _sources(case_id: Any, source_ids: Any) -> Statement:
    statement = (
        select(*columns(SourceRow, Source))
        .where(
            Source.case_id == case_id,
            Source.withdrawn_at.is_(None),
            Source.merged_into_id.is_(None),
        )
        .order_by(Source.created_at, Source.id)
    )
    if source_ids is not None:
        statement = statement.where(Source.id.in_(source_ids))
    return statement


def sources(
    session: Session, case_id: str, *, source_ids: Collection[str] | None = None
) -> tuple[SourceRow, ...]:
    """All or some of the sources that stand (not withdrawn, not merged), in the order they came."""
    return _sources.fetch(session, SourceRow, case_id=case_id, source_ids=source_ids)


@Question
def _evidence(case_id: Any, evidence_ids: Any) -> Statement:
    statement = (
        select(*columns(EvidenceRow, Evidence), Blob.size, Blob.media_type)
        .outerjoin(Blob, Blob.sha256 == Evidence.blob_sha256)
        .where(Evidence.case_id == case_id, Evidence.withdrawn_at.is_(None))
        .order_by(Evidence.created_at, Evidence.id)
    )
    if evidence_ids is not None:
        statement = statement.where(Evidence.id.in_(evidence_ids))
    return statement


def evidence(
    session: Session, case_id: str, *, evidence_ids: Collection[str] | None = None
) -> tuple[EvidenceRow, ...]:
    """Items in the locker, all or some, in the order they came."""
    return _evidence.fetch(session, EvidenceRow, case_id=case_id, evidence_ids=evidence_ids)


def item(session: Session, case_id: str, wanted: str) -> EvidenceRow:
    """The one item of the locker with this id, title or file name."""
    found = [
        row for row in evidence(session, case_id) if wanted in (row.id, row.title, row.file_name)
    ]
    if not found:
        raise NotFound(f"No item of the locker goes by “{wanted}”.", "Give its title or file name.")
    if len(found) > 1:
        ids = ", ".join(row.id for row in found)
        raise NotFound(f"Several items of the locker go by “{wanted}”.", f"Give an id: {ids}.")
    return found[0]


@Question
def _citations(case_id: Any, claim_id: Any, evidence_id: Any) -> Statement:
    statement = (
        select(*columns(CitationRow, Citation), Evidence.source_id)
        .join(Claim, Claim.id == Citation.claim_id)
        .join(Evidence, Evidence.id == Citation.evidence_id)
        .where(
            Claim.case_id == case_id,
            Claim.withdrawn_at.is_(None),
            Citation.withdrawn_at.is_(None),
        )
        .order_by(Citation.created_at, Citation.id)
    )
    if claim_id is not None:
        statement = statement.where(Citation.claim_id == claim_id)
    if evidence_id is not None:
        statement = statement.where(Citation.evidence_id == evidence_id)
    return statement


def citations(
    session: Session,
    case_id: str,
    *,
    claim_id: str | None = None,
    evidence_id: str | None = None,
) -> tuple[CitationRow, ...]:
    """Citations in the order they were made; of one claim or of one item where given."""
    return _citations.fetch(
        session, CitationRow, case_id=case_id, claim_id=claim_id, evidence_id=evidence_id
    )


def count(session: Session, case_id: str) -> int:
    """How many items the locker holds."""
    statement = select(func.count()).where(
        Evidence.case_id == case_id, Evidence.withdrawn_at.is_(None)
    )
    return session.scalars(statement).one()


def times_cited(session: Session, case_id: str) -> Counter[str]:
    """How many citations each item of the locker has."""
    statement = (
        select(Citation.evidence_id, func.count())
        .join(Claim, Claim.id == Citation.claim_id)
        .where(
            Claim.case_id == case_id,
            Claim.withdrawn_at.is_(None),
            Citation.withdrawn_at.is_(None),
        )
        .group_by(Citation.evidence_id)
    )
    found: Counter[str] = Counter()
    for evidence_id, count in session.execute(statement):
        found[evidence_id] = count
    return found


@Question
def _custody(case_id: Any, evidence_id: Any) -> Statement:
    statement = (
        select(
            CustodyEvent.id,
            CustodyEvent.evidence_id,
            CustodyEvent.created_at,
            Person.name,
            CustodyEvent.action,
            CustodyEvent.sha256_before,
            CustodyEvent.sha256_after,
            CustodyEvent.note,
        )
        .join(Evidence, Evidence.id == CustodyEvent.evidence_id)
        .outerjoin(Person, Person.id == CustodyEvent.created_by)
        .where(Evidence.case_id == case_id, CustodyEvent.withdrawn_at.is_(None))
        .order_by(CustodyEvent.created_at, CustodyEvent.id)
    )
    if evidence_id is not None:
        statement = statement.where(CustodyEvent.evidence_id == evidence_id)
    return statement


def custody(
    session: Session, case_id: str, *, evidence_id: str | None = None
) -> tuple[CustodyRow, ...]:
    """The custody logs of all items or of one, oldest entry first."""
    return _custody.fetch(session, CustodyRow, case_id=case_id, evidence_id=evidence_id)
