"""Claims with what is shown of them: passages, the current assessment, how many citations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import func, select, union
from sqlalchemy.orm import Session, aliased

from verifier.errors import NotFound
from verifier.models import (
    Assessment,
    Citation,
    Claim,
    ClaimRelation,
    Document,
    Edition,
    Evidence,
    Highlight,
    Person,
)
from verifier.queries.rows import Question, Statement, columns, together
from verifier.queries.tallies import NONE, tallies
from verifier.text.one_line import in_one_line
from verifier.text.ranges import TextRange
from verifier.text.regions import Kept, PictureRegion, Region, region_of

AT_ONCE = 4000
"""Ids in one statement: SQLite takes 32,766 parameters, and some are named six times."""
CHILDREN = (Highlight, Assessment, Citation)
"""Rows that belong to a claim and change its line."""


@dataclass(frozen=True, slots=True)
class HighlightRow:
    """A passage. Offsets are code points of its edition's text layer."""

    id: str
    claim_id: str
    document_id: str
    edition_id: str
    quote: str
    prefix: str
    suffix: str
    start: int
    stop: int
    page: int
    rectangles: list[list[float]]
    picture: str
    anchoring: str
    version: int

    @property
    def range(self) -> TextRange:
        """The passage as a range of the text."""
        return TextRange(self.start, self.stop)

    @property
    def region(self) -> Region | PictureRegion | None:
        """The rectangle that is marked instead of words; None where there are words."""
        return region_of(self.start, self.stop, self.rectangles, self.picture)

    @property
    def place(self) -> Kept:
        """The region that is marked, or else the range of the words."""
        return self.region or self.range

    @property
    def words(self) -> str:
        """The quote in one line; where a region is marked, its page or picture instead."""
        return self.words_on(str(self.page))

    def words_on(self, page: str) -> str:
        """The same where the page is called so."""
        region = self.region
        if isinstance(region, PictureRegion):
            return f"[region of picture {region.number}]"
        if region is not None and not self.quote:
            return f"[region on page {page}]"
        return in_one_line(self.quote)


@dataclass(frozen=True, slots=True)
class AssessmentRow:
    """One person's judgement at one time."""

    id: str
    claim_id: str
    person_id: str
    person: str
    at: datetime
    verdict_scale: str
    verdict: str
    confidence_scale: str
    confidence: str
    likelihood_scale: str
    likelihood: str
    reason: str
    findings: list[str]
    correction: str
    assumptions: list[str]
    gaps: list[str]
    would_change: list[str]
    supersedes_id: str | None
    reopened_because: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim without its children."""

    id: str
    number: int
    statement: str
    claimant: str
    reported_by: str
    date: str
    date_note: str
    kind: str
    implied: bool
    worth: str
    priority: int
    tags: list[str]
    assignee_id: str | None
    due: str
    status: str
    note: str
    version: int
    created_at: datetime

    @property
    def label(self) -> str:
        """The name it goes by in the case: C19."""
        return f"C{self.number}"


@dataclass(frozen=True, slots=True)
class ClaimSummary:
    """A line of the claims list."""

    claim: ClaimRow
    highlights: tuple[HighlightRow, ...]
    assessment: AssessmentRow | None
    citations: int
    origins: int = 0
    """Independent origins that confirm it, or speak against it: whichever are more."""


@dataclass(frozen=True, slots=True)
class RelationRow:
    """How one claim stands to another."""

    id: str
    claim_id: str
    other_id: str
    kind: str


@Question
def _claims(case_id: Any, claim_ids: Any, number: Any = None) -> Statement:
    statement = (
        select(*columns(ClaimRow, Claim))
        .where(Claim.case_id == case_id, Claim.withdrawn_at.is_(None))
        .order_by(Claim.number)
    )
    if claim_ids is not None:
        statement = statement.where(Claim.id.in_(claim_ids))
    if number is not None:
        statement = statement.where(Claim.number == number)
    return statement


def claim_rows(
    session: Session, case_id: str, *, claim_ids: Collection[str] | None = None
) -> tuple[ClaimRow, ...]:
    """Every claim that is not withdrawn, or some of them, by number."""
    return _claims.fetch(session, ClaimRow, case_id=case_id, claim_ids=claim_ids)


def claim(session: Session, case_id: str, wanted: str) -> ClaimRow:
    """The claim with this id or label ("C19", "19")."""
    label = wanted[1:] if wanted[:1] in ("C", "c") else wanted
    number = int(label) if label.isdecimal() else None
    claim_ids = None if number is not None else (wanted,)
    for row in _claims.fetch(
        session, ClaimRow, case_id=case_id, claim_ids=claim_ids, number=number
    ):
        return row
    raise NotFound(f"There is no claim “{wanted}” in this case.", "It may have been withdrawn.")


@Question
def _highlights(case_id: Any, edition_id: Any, claim_id: Any, claim_ids: Any) -> Statement:
    statement = (
        select(
            Highlight.id,
            Highlight.claim_id,
            Edition.document_id,
            Highlight.edition_id,
            Highlight.quote,
            Highlight.prefix,
            Highlight.suffix,
            Highlight.start,
            Highlight.stop,
            Highlight.page,
            Highlight.rectangles,
            Highlight.picture,
            Highlight.anchoring,
            Highlight.version,
        )
        .join(Edition, Edition.id == Highlight.edition_id)
        .join(Document, Document.id == Edition.document_id)
        .join(Claim, Claim.id == Highlight.claim_id)
        .where(
            Claim.case_id == case_id,
            Claim.withdrawn_at.is_(None),
            Highlight.withdrawn_at.is_(None),
            Document.withdrawn_at.is_(None),
        )
        .order_by(Edition.document_id, Highlight.start, Highlight.stop)
    )
    if edition_id is None:
        heir = aliased(Highlight)
        heirs = select(heir.id).where(heir.replaces_id == Highlight.id, heir.withdrawn_at.is_(None))
        statement = statement.where(~heirs.exists())
    if claim_ids is not None:
        statement = statement.where(Highlight.claim_id.in_(claim_ids))
    if edition_id is not None:
        statement = statement.where(Highlight.edition_id == edition_id)
    if claim_id is not None:
        statement = statement.where(Highlight.claim_id == claim_id)
    return statement


def highlights(
    session: Session,
    case_id: str,
    *,
    edition_id: str | None = None,
    claim_id: str | None = None,
    claim_ids: Collection[str] | None = None,
) -> tuple[HighlightRow, ...]:
    """Passages in the order of the text; of one edition or some claims where given.

    Of no edition in particular: a passage that has an heir on a later one is not told twice.
    """
    return _highlights.fetch(
        session,
        HighlightRow,
        case_id=case_id,
        edition_id=edition_id,
        claim_id=claim_id,
        claim_ids=claim_ids,
    )


@Question
def _assessments(case_id: Any, claim_id: Any, claim_ids: Any) -> Statement:
    statement = (
        select(
            Assessment.id,
            Assessment.claim_id,
            Assessment.person_id,
            Person.name,
            Assessment.created_at,
            Assessment.verdict_scale,
            Assessment.verdict,
            Assessment.confidence_scale,
            Assessment.confidence,
            Assessment.likelihood_scale,
            Assessment.likelihood,
            Assessment.reason,
            Assessment.findings,
            Assessment.correction,
            Assessment.assumptions,
            Assessment.gaps,
            Assessment.would_change,
            Assessment.supersedes_id,
            Assessment.reopened_because,
        )
        .join(Person, Person.id == Assessment.person_id)
        .join(Claim, Claim.id == Assessment.claim_id)
        .where(
            Claim.case_id == case_id,
            Claim.withdrawn_at.is_(None),
            Assessment.withdrawn_at.is_(None),
        )
        .order_by(Assessment.created_at, Assessment.id)
    )
    if claim_ids is not None:
        statement = statement.where(Assessment.claim_id.in_(claim_ids))
    if claim_id is not None:
        statement = statement.where(Assessment.claim_id == claim_id)
    return statement


def assessments(
    session: Session,
    case_id: str,
    *,
    claim_id: str | None = None,
    claim_ids: Collection[str] | None = None,
) -> tuple[AssessmentRow, ...]:
    """Every assessment that stands or stood, oldest first."""
    return _assessments.fetch(
        session, AssessmentRow, case_id=case_id, claim_id=claim_id, claim_ids=claim_ids
    )


def current_assessment(history: tuple[AssessmentRow, ...]) -> AssessmentRow | None:
    """The one nobody has superseded, the latest where several people rated; `None` if unrated."""
    superseded = {row.supersedes_id for row in history}
    standing = [row for row in history if row.id not in superseded]
    return standing[-1] if standing else None


def summaries(
    session: Session, case_id: str, *, claim_ids: Collection[str] | None = None
) -> tuple[ClaimSummary, ...]:
    """The claims list, or some of its lines, in four queries whatever its length."""
    rows, marked, rated, tallied = together(
        session,
        *(
            partial(query, session, case_id, claim_ids=claim_ids)
            for query in (claim_rows, highlights, assessments, tallies)
        ),
    )
    passages: dict[str, list[HighlightRow]] = defaultdict(list)
    for highlight in marked:
        passages[highlight.claim_id].append(highlight)
    history: dict[str, list[AssessmentRow]] = defaultdict(list)
    for assessment in rated:
        history[assessment.claim_id].append(assessment)
    return tuple(
        ClaimSummary(
            claim=row,
            highlights=tuple(passages[row.id]),
            assessment=current_assessment(tuple(history[row.id])),
            citations=tallied.get(row.id, NONE).citations,
            origins=tallied.get(row.id, NONE).origins,
        )
        for row in rows
    )


@Question
def _count(case_id: Any) -> Statement:
    return select(func.count()).where(Claim.case_id == case_id, Claim.withdrawn_at.is_(None))


def count(session: Session, case_id: str) -> int:
    """How many claims stand in a case."""
    return int(_count.ask(session, case_id=case_id).scalar_one())


@Question
def _claims_of(case_id: Any, ids: Any) -> Statement:
    cited = select(Citation.claim_id).join(Evidence, Evidence.id == Citation.evidence_id)
    parts = [
        select(Claim.id).where(Claim.case_id == case_id, Claim.id.in_(ids)),
        *(select(each.claim_id).where(each.id.in_(ids)) for each in CHILDREN),
        cited.where(Evidence.id.in_(ids)),
        cited.where(Evidence.source_id.in_(ids)),
        select(Highlight.claim_id)
        .join(Edition, Edition.id == Highlight.edition_id)
        .where(Edition.document_id.in_(ids)),
    ]
    return select(union(*parts).subquery())


def claims_of(session: Session, case_id: str, ids: Collection[str]) -> frozenset[str]:
    """The claims that some rows are, or belong to, withdrawn ones included."""
    found: set[str] = set()
    every = list(ids)
    for at in range(0, len(every), AT_ONCE):
        some = every[at : at + AT_ONCE]
        found.update(_claims_of.ask(session, case_id=case_id, ids=some).scalars())
    return frozenset(found)


@Question
def _relations(case_id: Any, claim_id: Any) -> Statement:
    other = aliased(Claim)
    statement = (
        select(*columns(RelationRow, ClaimRelation))
        .join(Claim, Claim.id == ClaimRelation.claim_id)
        .join(other, other.id == ClaimRelation.other_id)
        .where(
            Claim.case_id == case_id,
            Claim.withdrawn_at.is_(None),
            other.withdrawn_at.is_(None),
            ClaimRelation.withdrawn_at.is_(None),
        )
        .order_by(ClaimRelation.created_at)
    )
    if claim_id is not None:
        ends = (ClaimRelation.claim_id == claim_id) | (ClaimRelation.other_id == claim_id)
        statement = statement.where(ends)
    return statement


def relations(
    session: Session, case_id: str, *, claim_id: str | None = None
) -> tuple[RelationRow, ...]:
    """Relations between claims that both stand; those of one claim, at either end, where given."""
    return _relations.fetch(session, RelationRow, case_id=case_id, claim_id=claim_id)
