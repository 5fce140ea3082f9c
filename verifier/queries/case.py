"""The case itself, its people, and how much of everything it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from verifier import models
from verifier.errors import NotFound
from verifier.queries.rows import Question, Statement, columns


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


@Question
def _case(case_id: Any) -> Statement:
    return select(*columns(CaseRow, models.Case)).where(models.Case.id == case_id)


def case_row(session: Session, case_id: str) -> CaseRow:
    """The case."""
    for row in _case.fetch(session, CaseRow, case_id=case_id):
        return row
    raise NotFound("The case is not there.", "Open it again, or choose another one.")


@Question
def _people(case_id: Any) -> Statement:
    person = models.Person
    return (
        select(*columns(PersonRow, person))
        .where(person.case_id == case_id, person.withdrawn_at.is_(None))
        .order_by(person.name)
    )


def people(session: Session, case_id: str) -> tuple[PersonRow, ...]:
    """Everybody on the case, by name."""
    return _people.fetch(session, PersonRow, case_id=case_id)


def counts(session: Session, case_id: str) -> dict[str, int]:
    """Rows of each kind in the case that are not withdrawn."""
    claims = select(models.Claim.id).where(models.Claim.case_id == case_id)
    editions = (
        select(models.Edition.text_layer_id)
        .join(models.Document, models.Document.id == models.Edition.document_id)
        .where(models.Document.case_id == case_id)
    )
    documents = select(models.Document.id).where(models.Document.case_id == case_id)
    evidence = select(models.Evidence.id).where(models.Evidence.case_id == case_id)
    items = select(models.AchItem.id).where(models.AchItem.claim_id.in_(claims))
    layers = models.TextLayer
    return {
        name: _count(session, model, condition)
        for name, model, condition in (
            ("people", models.Person, models.Person.case_id == case_id),
            ("documents", models.Document, models.Document.case_id == case_id),
            ("editions", models.Edition, models.Edition.document_id.in_(documents)),
            ("pages", models.Page, models.Page.text_layer_id.in_(editions)),
            ("text_layers", layers, layers.id.in_(editions)),
            ("claims", models.Claim, models.Claim.case_id == case_id),
            ("highlights", models.Highlight, models.Highlight.claim_id.in_(claims)),
            ("claim_relations", models.ClaimRelation, models.ClaimRelation.claim_id.in_(claims)),
            ("sources", models.Source, models.Source.case_id == case_id),
            ("evidence", models.Evidence, models.Evidence.case_id == case_id),
            (
                "custody_events",
                models.CustodyEvent,
                models.CustodyEvent.evidence_id.in_(evidence),
            ),
            ("citations", models.Citation, models.Citation.claim_id.in_(claims)),
            ("assessments", models.Assessment, models.Assessment.claim_id.in_(claims)),
            ("comments", models.Comment, models.Comment.claim_id.in_(claims)),
            ("proposals", models.Proposal, models.Proposal.claim_id.in_(claims)),
            ("reviews", models.Review, models.Review.claim_id.in_(claims)),
            ("incidents", models.Incident, models.Incident.case_id == case_id),
            ("attributions", models.Attribution, models.Attribution.case_id == case_id),
            ("hypotheses", models.Hypothesis, models.Hypothesis.claim_id.in_(claims)),
            ("ach_items", models.AchItem, models.AchItem.claim_id.in_(claims)),
            ("ach_cells", models.AchCell, models.AchCell.item_id.in_(items)),
            ("reports", models.Report, models.Report.case_id == case_id),
            ("audit_events", models.AuditEvent, models.AuditEvent.case_id == case_id),
        )
    }


def _count(session: Session, model: type[Any], condition: ColumnElement[bool]) -> int:
    statement = select(func.count()).select_from(model).where(condition)
    if hasattr(model, "withdrawn_at"):
        statement = statement.where(model.withdrawn_at.is_(None))
    return session.scalars(statement).one()
