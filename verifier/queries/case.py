"""The case itself, its people, and how much of everything it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from verifier import models
from verifier.errors import NotFound
from verifier.queries.rows import columns, fetch


@dataclass(frozen=True, slots=True)
class CaseRow:
    """The case and the scales it has chosen."""

    id: str
    title: str
    language: str
    description: str
    verdict_scale: str
    confidence_scale: str
    likelihood_scale: str
    house_rules: dict[str, Any]
    report_settings: dict[str, Any]
    notes: list[dict[str, Any]]
    created_at: datetime


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who works on the case."""

    id: str
    name: str
    initials: str
    email: str
    role: str


def case_row(session: Session, case_id: str) -> CaseRow:
    """The case."""
    statement = select(*columns(CaseRow, models.Case)).where(models.Case.id == case_id)
    for row in fetch(session, CaseRow, statement):
        return row
    raise NotFound("The case is not there.", "Open it again, or choose another one.")


def people(session: Session, case_id: str) -> tuple[PersonRow, ...]:
    """Everybody on the case, by name."""
    person = models.Person
    statement = (
        select(*columns(PersonRow, person))
        .where(person.case_id == case_id, person.withdrawn_at.is_(None))
        .order_by(person.name)
    )
    return fetch(session, PersonRow, statement)


COUNTED: dict[str, type[Any]] = {
    "people": models.Person,
    "documents": models.Document,
    "editions": models.Edition,
    "blobs": models.Blob,
    "pages": models.Page,
    "claims": models.Claim,
    "highlights": models.Highlight,
    "claim_relations": models.ClaimRelation,
    "sources": models.Source,
    "evidence": models.Evidence,
    "custody_events": models.CustodyEvent,
    "citations": models.Citation,
    "assessments": models.Assessment,
    "comments": models.Comment,
    "reviews": models.Review,
    "incidents": models.Incident,
    "attributions": models.Attribution,
    "hypotheses": models.Hypothesis,
    "ach_items": models.AchItem,
    "ach_cells": models.AchCell,
    "reports": models.Report,
    "audit_events": models.AuditEvent,
}


def counts(session: Session) -> dict[str, int]:
    """Rows of each kind in the file that are not withdrawn."""
    found = {}
    for name, model in COUNTED.items():
        statement = select(func.count()).select_from(model)
        if hasattr(model, "withdrawn_at"):
            statement = statement.where(model.withdrawn_at.is_(None))
        found[name] = session.scalars(statement).one()
    return found
