"""The tables. One set of models for SQLite and PostgreSQL."""

from verifier.models.assessments import (
    AchCell,
    AchItem,
    AchItemEvidence,
    Assessment,
    Attribution,
    AttributionEvidence,
    Hypothesis,
    Incident,
)
from verifier.models.audit import AuditEvent
from verifier.models.base import Base
from verifier.models.claims import Claim, ClaimRelation, Highlight
from verifier.models.documents import Blob, Document, Edition, Page, TextLayer
from verifier.models.evidence import Citation, CustodyEvent, Evidence, Source
from verifier.models.people import Case, Person
from verifier.models.reviews import Comment, Proposal, Report, Review

__all__ = [
    "AchCell",
    "AchItem",
    "AchItemEvidence",
    "Assessment",
    "Attribution",
    "AttributionEvidence",
    "AuditEvent",
    "Base",
    "Blob",
    "Case",
    "Citation",
    "Claim",
    "ClaimRelation",
    "Comment",
    "CustodyEvent",
    "Document",
    "Edition",
    "Evidence",
    "Highlight",
    "Hypothesis",
    "Incident",
    "Page",
    "Person",
    "Proposal",
    "Report",
    "Review",
    "Source",
    "TextLayer",
]
