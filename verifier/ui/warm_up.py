"""What opening the first case would wait for, done in a thread while the person still chooses."""

from __future__ import annotations

from collections.abc import Callable

from verifier import scales
from verifier.queries import (
    attributions,
    case,
    claims,
    documents,
    evidence,
    locker,
    proposals,
    reviews,
    rules,
)
from verifier.ui.jobs import Progress
from verifier.workspace import rehearsing

NOBODY = "0"
OF_CASE = (
    case.people,
    documents.documents,
    claims.count,
    claims.summaries,
    evidence.sources,
    evidence.evidence,
    evidence.times_cited,
    locker.flagged,
    attributions.matrices,
)
"""What the lists ask."""
OF_CLAIM = (
    claims.assessments,
    claims.highlights,
    claims.relations,
    evidence.citations,
    rules.citations_of,
    reviews.comments,
    reviews.reviews,
    proposals.proposals,
    attributions.attributions,
)
"""What the inspector asks."""


def warm_up(_progress: Progress, _cancelled: Callable[[], bool]) -> None:
    """Read the scales; ask an empty case in memory what a window asks."""
    scales.known_scales()
    with rehearsing() as session:
        for ask in OF_CASE:
            ask(session, NOBODY)
        for ask_of in OF_CLAIM:
            ask_of(session, NOBODY, claim_id=NOBODY)
        claims.claims_of(session, NOBODY, [NOBODY])
        claims.summaries(session, NOBODY, claim_ids=[NOBODY])
