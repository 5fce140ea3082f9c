"""Who is said to have done it, and how the competing accounts stand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from verifier.models import (
    AchCell,
    AchItem,
    AchItemEvidence,
    Attribution,
    AttributionEvidence,
    Claim,
    Hypothesis,
    Incident,
)
from verifier.queries.rows import Question, Statement, columns, fetch, together


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """A cyberattack."""

    id: str
    name: str
    aliases: list[str]
    start: str
    end: str
    victims: list[str]
    victim_countries: list[str]
    kind: str
    initial_access: list[str]
    description: str
    version: int


@dataclass(frozen=True, slots=True)
class AttributionRow:
    """One party's statement of who did it, and what we make of it."""

    id: str
    claim_id: str | None
    incident_id: str | None
    actor: str
    actor_aliases: list[str]
    actor_category: str
    sponsor_state: str
    state_responsibility: str
    level: str
    party: str
    party_country: str
    basis: str
    kind: str
    natures: list[str]
    date: str
    stated_confidence: str
    stated_band: str
    likelihood_scale: str
    likelihood: str
    confidence_scale: str
    confidence: str
    reason: str
    indicators: list[str]
    not_disclosed: str
    contested_by: list[str]
    legal: list[dict[str, Any]]
    different_incident: bool
    note: str
    version: int
    evidence_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HypothesisRow:
    """A competing account."""

    id: str
    claim_id: str
    label: str
    text: str
    note: str
    optional: bool
    position: int
    version: int


@dataclass(frozen=True, slots=True)
class AchItemRow:
    """A row of the matrix with its cells: hypothesis id -> code."""

    id: str
    claim_id: str
    label: str
    text: str
    date: str
    kind: str
    credibility: str
    relevance: str
    dependency_group: str
    reason: str
    position: int
    version: int
    evidence_ids: tuple[str, ...] = ()
    cells: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class AchMatrix:
    """The matrix of one claim."""

    claim_id: str
    hypotheses: tuple[HypothesisRow, ...]
    items: tuple[AchItemRow, ...]


def incidents(session: Session, case_id: str) -> tuple[IncidentRow, ...]:
    """Every incident of the case."""
    statement = (
        select(*columns(IncidentRow, Incident))
        .where(Incident.case_id == case_id, Incident.withdrawn_at.is_(None))
        .order_by(Incident.start, Incident.id)
    )
    return fetch(session, IncidentRow, statement)


def _linked(
    session: Session, owner: Any, model: type[AttributionEvidence] | type[AchItemEvidence]
) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    statement = (
        select(owner, model.evidence_id)
        .where(model.withdrawn_at.is_(None))
        .order_by(model.created_at, model.id)
    )
    for owner_id, evidence_id in session.execute(statement):
        found[owner_id].append(evidence_id)
    return {owner_id: tuple(ids) for owner_id, ids in found.items()}


@Question
def _attributions(case_id: Any, claim_id: Any) -> Statement:
    statement = (
        select(*columns(AttributionRow, Attribution))
        .where(Attribution.case_id == case_id, Attribution.withdrawn_at.is_(None))
        .order_by(Attribution.date == "", Attribution.date, Attribution.created_at, Attribution.id)
    )
    if claim_id is not None:
        statement = statement.where(Attribution.claim_id == claim_id)
    return statement


def attributions(
    session: Session, case_id: str, *, claim_id: str | None = None
) -> tuple[AttributionRow, ...]:
    """The timeline: by date, undated last; of one claim where given."""
    rows = _attributions.fetch(session, AttributionRow, case_id=case_id, claim_id=claim_id)
    if not rows:
        return ()
    linked = _linked(session, AttributionEvidence.attribution_id, AttributionEvidence)
    return tuple(replace(row, evidence_ids=linked.get(row.id, ())) for row in rows)


def _hypotheses(session: Session, case_id: str) -> tuple[HypothesisRow, ...]:
    statement = (
        select(*columns(HypothesisRow, Hypothesis))
        .join(Claim, Claim.id == Hypothesis.claim_id)
        .where(
            Claim.case_id == case_id,
            Claim.withdrawn_at.is_(None),
            Hypothesis.withdrawn_at.is_(None),
        )
        .order_by(Hypothesis.position, Hypothesis.id)
    )
    return fetch(session, HypothesisRow, statement)


def _cells(session: Session) -> dict[str, tuple[tuple[str, str], ...]]:
    """Cells by item; where several people rated a cell, the latest word counts."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    statement = (
        select(AchCell.item_id, AchCell.hypothesis_id, AchCell.code)
        .where(AchCell.withdrawn_at.is_(None))
        .order_by(AchCell.created_at, AchCell.id)
    )
    for item_id, hypothesis_id, code in session.execute(statement):
        found[item_id][hypothesis_id] = code
    return {item_id: tuple(cells.items()) for item_id, cells in found.items()}


def matrices(session: Session, case_id: str) -> tuple[AchMatrix, ...]:
    """The matrix of every claim that has hypotheses or rows."""
    statement = (
        select(*columns(AchItemRow, AchItem))
        .join(Claim, Claim.id == AchItem.claim_id)
        .where(
            Claim.case_id == case_id, Claim.withdrawn_at.is_(None), AchItem.withdrawn_at.is_(None)
        )
        .order_by(AchItem.position, AchItem.id)
    )
    linked, cells, supposed, rows = together(
        session,
        partial(_linked, session, AchItemEvidence.item_id, AchItemEvidence),
        partial(_cells, session),
        partial(_hypotheses, session, case_id),
        partial(fetch, session, AchItemRow, statement),
    )
    hypotheses: dict[str, list[HypothesisRow]] = defaultdict(list)
    for hypothesis in supposed:
        hypotheses[hypothesis.claim_id].append(hypothesis)
    items: dict[str, list[AchItemRow]] = defaultdict(list)
    for row in rows:
        whole = replace(row, evidence_ids=linked.get(row.id, ()), cells=cells.get(row.id, ()))
        items[row.claim_id].append(whole)
    return tuple(
        AchMatrix(claim_id, tuple(hypotheses[claim_id]), tuple(items[claim_id]))
        for claim_id in sorted({*hypotheses, *items})
    )
