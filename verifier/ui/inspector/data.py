"""What the inspector shows of a claim, read in one go."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from verifier.queries import attributions, case, claims, evidence, locker, proposals, reviews, rules
from verifier.queries.attributions import AttributionRow
from verifier.queries.case import CaseRow
from verifier.queries.claims import AssessmentRow, ClaimRow, HighlightRow, RelationRow
from verifier.queries.evidence import CitationRow, EvidenceRow, SourceRow
from verifier.queries.proposals import ProposalRow
from verifier.queries.reviews import CommentRow, ReviewRow
from verifier.queries.rows import together
from verifier.queries.running import RunningLines, running_lines
from verifier.queries.seen_text import SeenText, seen_texts
from verifier.states import Stance

KINDS = frozenset(
    "Claim Highlight Edition Assessment Citation Evidence Source Comment Proposal Review Document "
    "Person Attribution Case ClaimRelation CustodyEvent".split()
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

    def of_claim(query: Callable[..., Any], **more: object) -> Callable[[], Any]:
        return partial(query, session, case_id, claim_id=claim_id, **more)

    row, history, passages, cited, rated, comments, waiting, says_who, decided, relations, whole = (
        together(
            session,
            partial(claims.claim, session, case_id, claim_id),
            of_claim(claims.assessments),
            of_claim(claims.highlights),
            of_claim(evidence.citations),
            of_claim(rules.citations_of),
            of_claim(reviews.comments),
            of_claim(proposals.proposals, only_open=True),
            of_claim(attributions.attributions),
            of_claim(reviews.reviews),
            of_claim(claims.relations),
            partial(case.case_row, session, case_id),
        )
    )
    item_ids = {citation.evidence_id for citation in cited}
    source_ids = {citation.source_id for citation in cited if citation.source_id}

    def of_items(query: Callable[..., Any]) -> Callable[[], Any]:
        return partial(query, session, case_id, evidence_ids=item_ids)

    def read_items() -> tuple[dict[str, EvidenceRow], RunningLines]:
        items = {row.id: row for row in evidence.evidence(session, case_id, evidence_ids=item_ids)}
        return items, running_lines(session, passages, cited, items)

    (items, running), sources, flagged, seen = together(
        session,
        read_items,
        partial(evidence.sources, session, case_id, source_ids=source_ids),
        of_items(locker.flagged),
        of_items(seen_texts),
    )
    current = claims.current_assessment(history)
    known = rated.get(claim_id, ())
    return ClaimData(
        row=row,
        highlights=passages,
        history=history,
        current=current,
        citations=cited,
        evidence=items,
        sources={row.id: row for row in sources},
        comments=comments,
        proposals=waiting,
        attributions=says_who,
        reviews=decided,
        cited=known,
        breaches=_breaches(whole, current, known),
        origins={stance: rules.origins(known, stance) for stance in Stance},
        flagged=flagged.keys(),
        seen=seen,
        relations=relations,
        running=running,
    )


def read_own(session: Any, case_id: str, data: ClaimData) -> ClaimData:
    """Read the claim and its ratings again: nothing but rows of the kinds `OWN` has changed."""
    claim_id = data.row.id
    row, history, relations, whole = together(
        session,
        partial(claims.claim, session, case_id, claim_id),
        partial(claims.assessments, session, case_id, claim_id=claim_id),
        partial(claims.relations, session, case_id, claim_id=claim_id),
        partial(case.case_row, session, case_id),
    )
    current = claims.current_assessment(history)
    return replace(
        data,
        row=row,
        history=history,
        current=current,
        breaches=_breaches(whole, current, data.cited),
        relations=relations,
    )


def _breaches(
    whole: CaseRow, current: AssessmentRow | None, cited: tuple[rules.Cited, ...]
) -> tuple[rules.Breach, ...]:
    if current is None:
        return ()
    return rules.judged(whole, rules.rating_of(current), cited)
