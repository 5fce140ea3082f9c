"""What the inspector shows of a claim, read in one go."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from verifier.queries import attributions, case, claims, evidence, locker, proposals, reviews, rules
from verifier.queries.attributions import AttributionRow
from verifier.queries.claims import AssessmentRow, ClaimRow, HighlightRow, RelationRow
from verifier.queries.evidence import CitationRow, EvidenceRow, SourceRow
from verifier.queries.proposals import ProposalRow
from verifier.queries.reviews import CommentRow, ReviewRow
from verifier.queries.running import RunningLines, running_lines
from verifier.queries.seen_text import SeenText, seen_texts
from verifier.states import Stance

KINDS = frozenset(
    "Claim Highlight Assessment Citation Evidence Source Comment Proposal Review Document Person "
    "Attribution Case ClaimRelation CustodyEvent".split()
)
OWN = frozenset({"Claim", "Assessment"})
"""Kinds of row whose change leaves everything else that hangs on the claim as it was."""


@dataclass(frozen=True, slots=True)
class ClaimData:
    """A claim with all that hangs on it."""

    row: ClaimRow
    highlights: tuple[HighlightRow, ...]
    history: tuple[AssessmentRow, ...]
    current: AssessmentRow | None
    citations: tuple[CitationRow, ...]
    evidence: Mapping[str, EvidenceRow]
    sources: Mapping[str, SourceRow]
    comments: tuple[CommentRow, ...]
    proposals: tuple[ProposalRow, ...]
    """What waits for a decision."""
    attributions: tuple[AttributionRow, ...]
    reviews: tuple[ReviewRow, ...]
    cited: tuple[rules.Cited, ...]
    """The citations as the house rules see them."""
    breaches: tuple[rules.Breach, ...]
    """House rules that the claim breaks as it is rated now; none where it is not rated."""
    origins: Mapping[str, int]
    """How many independent origins stand behind each stance."""
    flagged: Collection[str]
    """Items whose files are not what was put in."""
    seen: Mapping[str, SeenText]
    """By item, the text that was seen in its pictures."""
    relations: tuple[RelationRow, ...]
    running: RunningLines
    """Heads, feet and line numbers of the pages that quotes go over."""

    @property
    def is_locked(self) -> bool:
        """Whether an approval forbids changes."""
        return self.row.status in ("approved", "published")

    def is_seen(self, citation: CitationRow) -> bool:
        """Whether the quoted words were seen in a picture."""
        seen = self.seen.get(citation.evidence_id)
        return seen is not None and seen.holds(citation.start, citation.stop)

    def source_of(self, citation: CitationRow) -> SourceRow | None:
        """The source of what is cited, where it is known."""
        return self.sources.get(citation.source_id or "")


def read_claim(session: Any, case_id: str, claim_id: str) -> ClaimData:
    """Read a claim for the inspector."""
    history = claims.assessments(session, case_id, claim_id=claim_id)
    current = claims.current_assessment(history)
    cited = evidence.citations(session, case_id, claim_id=claim_id)
    item_ids = {citation.evidence_id for citation in cited}
    known = rules.citations_of(session, case_id, claim_id=claim_id).get(claim_id, ())
    source_ids = {citation.source_id for citation in cited if citation.source_id}
    passages = claims.highlights(session, case_id, claim_id=claim_id)
    items = {row.id: row for row in evidence.evidence(session, case_id, evidence_ids=item_ids)}
    return ClaimData(
        row=claims.claim(session, case_id, claim_id),
        highlights=passages,
        history=history,
        current=current,
        citations=cited,
        evidence=items,
        sources={row.id: row for row in evidence.sources(session, case_id, source_ids=source_ids)},
        comments=reviews.comments(session, case_id, claim_id=claim_id),
        proposals=proposals.proposals(session, case_id, claim_id=claim_id, only_open=True),
        attributions=attributions.attributions(session, case_id, claim_id=claim_id),
        reviews=reviews.reviews(session, case_id, claim_id=claim_id),
        cited=known,
        breaches=_breaches(session, case_id, current, known),
        origins={stance: rules.origins(known, stance) for stance in Stance},
        flagged=locker.flagged(session, case_id, evidence_ids=item_ids).keys(),
        seen=seen_texts(session, case_id, evidence_ids=item_ids),
        relations=claims.relations(session, case_id, claim_id=claim_id),
        running=running_lines(session, passages, cited, items),
    )


def read_own(session: Any, case_id: str, data: ClaimData) -> ClaimData:
    """Read the claim and its ratings again: nothing but rows of the kinds `OWN` has changed."""
    claim_id = data.row.id
    history = claims.assessments(session, case_id, claim_id=claim_id)
    current = claims.current_assessment(history)
    return replace(
        data,
        row=claims.claim(session, case_id, claim_id),
        history=history,
        current=current,
        breaches=_breaches(session, case_id, current, data.cited),
        relations=claims.relations(session, case_id, claim_id=claim_id),
    )


def _breaches(
    session: Any, case_id: str, current: AssessmentRow | None, cited: tuple[rules.Cited, ...]
) -> tuple[rules.Breach, ...]:
    if current is None:
        return ()
    return rules.judged(case.case_row(session, case_id), rules.rating_of(current), cited)
