"""Which rows belong to a case: on a server many cases share the tables."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, select, union

from verifier.models import (
    AchItem,
    Attribution,
    Base,
    Case,
    Claim,
    Document,
    Edition,
    Evidence,
)
from verifier.models.base import Entity

OWNERS: dict[str, type[Any]] = {
    "claim_id": Claim,
    "document_id": Document,
    "attribution_id": Attribution,
    "item_id": AchItem,
    "evidence_id": Evidence,
}
"""The column that says what a row hangs on, for rows that do not name their case."""


def entities() -> dict[str, type[Any]]:
    """Every kind of row that people make and the audit trail speaks of, by its name."""
    models = (mapper.class_ for mapper in Base.registry.mappers)
    return {model.__name__: model for model in models if issubclass(model, Entity)}


def in_case(model: type[Any], case_id: str) -> ColumnElement[bool]:
    """The condition that a row of the model belongs to the case."""
    if model is Case:
        return Case.id == case_id
    if hasattr(model, "case_id"):
        condition: ColumnElement[bool] = model.case_id == case_id
        return condition
    link, owner = next((link, owner) for link, owner in OWNERS.items() if hasattr(model, link))
    within: ColumnElement[bool] = getattr(model, link).in_(
        select(owner.id).where(in_case(owner, case_id))
    )
    return within


def blobs_of(case_id: str) -> Select[str]:
    """SHA-256 of every blob that the case's documents and evidence hold."""
    return _held(Edition.blob_sha256, Evidence.blob_sha256, case_id)


def text_layers_of(case_id: str) -> Select[str]:
    """Ids of every text layer that the case's documents and evidence hold."""
    return _held(Edition.text_layer_id, Evidence.text_layer_id, case_id)


def _held(of_edition: Any, of_evidence: Any, case_id: str) -> Select[str]:
    both = union(
        select(of_edition.label("held")).where(in_case(Edition, case_id)),
        select(of_evidence.label("held")).where(
            in_case(Evidence, case_id), of_evidence.is_not(None)
        ),
    ).subquery()
    return select(both.c.held).order_by(both.c.held)
