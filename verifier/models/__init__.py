"""The tables. One set of models for SQLite and PostgreSQL.

What is written about claims is half of what there is to match with classes, and many commands
never touch it: it is loaded when a class of it is asked for. The other tables refer to none of
these. Whoever asks here for `Base` gets it with every table there is.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from verifier.models.audit import AuditEvent
from verifier.models.claims import Claim, ClaimRelation, Highlight
from verifier.models.documents import Blob, Document, Edition, Page, TextLayer
from verifier.models.evidence import Citation, CustodyEvent, Evidence, Source
from verifier.models.people import Case, Person

if TYPE_CHECKING:
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
    from verifier.models.base import Base
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

_LATER = {
    "assessments": (
        *("AchCell", "AchItem", "AchItemEvidence", "Hypothesis"),
        *("Assessment", "Attribution", "AttributionEvidence", "Incident"),
    ),
    "reviews": ("Comment", "Proposal", "Report", "Review"),
    "base": ("Base",),
}
"""Modules of this package, and what is asked of each."""


def __getattr__(name: str) -> Any:
    """What stands in a module that may not be loaded yet."""
    module = next((one for one, names in _LATER.items() if name in names), None)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    for needed in _LATER if name == "Base" else (module,):
        import_module(f"{__name__}.{needed}")
    return getattr(import_module(f"{__name__}.{module}"), name)
