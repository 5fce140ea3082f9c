"""House rules: what a claim needs before it may be called rated, submitted or approved.

A case says of each rule whether it warns, blocks, or is off. The rules look at plain facts, so that
a form can ask about a rating that is not stored yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from verifier import scales
from verifier.models import Citation, Claim, Evidence, Source
from verifier.queries import case
from verifier.queries.rows import Question, Statement
from verifier.scales import Scale
from verifier.states import EvidenceKind, Rule, Severity, SourceKind, Stance
from verifier.text.estimates import mixed_sentences

TITLES: Mapping[Rule, str] = {
    Rule.RATED_AS_WORDED: "A rating is of the words as they stand now",
    Rule.REASON: "A rating has a reason",
    Rule.TWO_SOURCES: "A rating rests on two independent sources",
    Rule.ARCHIVED_PRIMARY: "High confidence rests on an archived primary source",
    Rule.CITED: "A verdict cites evidence",
    Rule.GRADED: "Every citation is graded",
    Rule.LIKELIHOOD_NEEDS_CONFIDENCE: "A likelihood comes with a confidence",
    Rule.NEVER_IN_ONE_SENTENCE: "Likelihood and confidence never stand in one sentence",
    Rule.QUOTES_LOCATED: "Quotes are found in the text of their evidence",
}
"""Each rule as a setting names it."""
FIRST_HAND = frozenset({EvidenceKind.INTERVIEW, EvidenceKind.DATASET, EvidenceKind.EMAIL})
"""Kinds of evidence that are primary whatever their source."""
TAKES_SIDES = (Stance.SUPPORTS, Stance.REFUTES)


@dataclass(frozen=True, slots=True)
class Cited:
    """What the rules need to know of a citation."""

    stance: str
    origin: str
    """The origin it shares with others, or its own."""
    graded: bool
    primary: bool
    archived: bool
    """The bytes are in the case, or a link leads to an archived copy."""
    quote: str
    located: bool
    readable: bool
    """The evidence has text in which a quote could be found."""


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating as the rules see it; empty codes are "not rated"."""

    verdict_scale: str = ""
    verdict: str = ""
    confidence_scale: str = ""
    confidence: str = ""
    likelihood_scale: str = ""
    likelihood: str = ""
    reason: str = ""
    reopened_because: str = ""
    """What changed in the passage after it was rated; empty where nothing did."""

    @property
    def is_rated(self) -> bool:
        """Whether any of the three was given."""
        return bool(self.verdict or self.confidence or self.likelihood)


@dataclass(frozen=True, slots=True)
class Facts:
    """A claim as the rules see it, with the ids of the case's scales for words."""

    rating: Rating
    citations: tuple[Cited, ...] = ()
    confidence_scale: str = "analytic"
    likelihood_scale: str = "icd203"


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that is broken, and how."""

    rule: Rule
    severity: Severity
    text: str


def severities(house_rules: Mapping[str, Any]) -> dict[Rule, Severity]:
    """What the case says of every rule; one it says nothing of warns."""
    return {rule: Severity(house_rules.get(rule.value, Severity.WARN)) for rule in Rule}


def breaches(facts: Facts, rules: Mapping[Rule, Severity]) -> tuple[Breach, ...]:
    """The rules that are on and broken, those that block first."""
    found = [
        Breach(rule, severity, text)
        for rule, severity in rules.items()
        if severity is not Severity.OFF
        for text in CHECKS[rule](facts)
    ]
    return tuple(sorted(found, key=lambda breach: breach.severity is not Severity.BLOCK))


def origins(citations: tuple[Cited, ...], stance: Stance) -> int:
    """Independent origins among the citations with this stance."""
    return len({cited.origin for cited in citations if cited.stance == stance})


def judged(row: case.CaseRow, rating: Rating, cited: tuple[Cited, ...]) -> tuple[Breach, ...]:
    """The rules of a case that a rating breaks with these citations."""
    facts = Facts(rating, cited, row.confidence_scale, row.likelihood_scale)
    return breaches(facts, severities(row.house_rules))


def draft_breaches(
    session: Session, case_id: str, claim_id: str, rating: Rating
) -> tuple[Breach, ...]:
    """The rules that a claim would break with a rating that is still being written."""
    cited = citations_of(session, case_id, claim_id=claim_id).get(claim_id, ())
    return judged(case.case_row(session, case_id), rating, cited)


def rating_of(row: Any) -> Rating:
    """The rating in an assessment, whether it is a row of the database or of a query."""
    return Rating(
        verdict_scale=row.verdict_scale,
        verdict=row.verdict,
        confidence_scale=row.confidence_scale,
        confidence=row.confidence,
        likelihood_scale=row.likelihood_scale,
        likelihood=row.likelihood,
        reason=row.reason,
        reopened_because=row.reopened_because,
    )


@Question
def _citations(case_id: Any, claim_id: Any) -> Statement:
    statement = (
        select(
            Citation.claim_id,
            Citation.stance,
            Citation.credibility,
            Citation.quote,
            Citation.start,
            Evidence.id,
            Evidence.kind,
            Evidence.origin_group,
            Evidence.blob_sha256,
            Evidence.text_layer_id,
            Evidence.archive_url,
            Source.id.label("source_id"),
            Source.kind.label("source_kind"),
            Source.independence_group,
            Source.archive_url.label("source_archive_url"),
        )
        .join(Claim, Claim.id == Citation.claim_id)
        .join(Evidence, Evidence.id == Citation.evidence_id)
        .outerjoin(Source, Source.id == Evidence.source_id)
        .where(
            Claim.case_id == case_id,
            Claim.withdrawn_at.is_(None),
            Citation.withdrawn_at.is_(None),
        )
        .order_by(Citation.created_at, Citation.id)
    )
    if claim_id is not None:
        statement = statement.where(Citation.claim_id == claim_id)
    return statement


def citations_of(
    session: Session, case_id: str, *, claim_id: str | None = None
) -> dict[str, tuple[Cited, ...]]:
    """What the rules need to know of each claim's citations, in one query."""
    found: dict[str, list[Cited]] = defaultdict(list)
    for row in _citations.ask(session, case_id=case_id, claim_id=claim_id):
        found[row.claim_id].append(
            Cited(
                stance=row.stance,
                origin=_origin(row),
                graded=bool(row.credibility),
                primary=row.source_kind == SourceKind.PRIMARY or row.kind in FIRST_HAND,
                archived=bool(row.blob_sha256 or row.archive_url or row.source_archive_url),
                quote=row.quote,
                located=row.start is not None,
                readable=row.text_layer_id is not None,
            )
        )
    return {claim_id: tuple(cited) for claim_id, cited in found.items()}


def _origin(row: Any) -> str:
    """A shared origin by its name; else the source is one origin, else the item is its own."""
    group = row.origin_group or row.independence_group
    return f"group {group}" if group else row.source_id or row.id


def _rated_as_worded(facts: Facts) -> Iterator[str]:
    if facts.rating.is_rated and facts.rating.reopened_because:
        yield "The rating was given before the passage changed."


def _reason(facts: Facts) -> Iterator[str]:
    if facts.rating.is_rated and not facts.rating.reason.strip():
        yield "The rating has no reason."


def _two_sources(facts: Facts) -> Iterator[str]:
    if not _is_settled(facts.rating):
        return
    count = max(origins(facts.citations, stance) for stance in TAKES_SIDES)
    mixed = origins(facts.citations, Stance.MIXED)
    if max(count, mixed) < 2:
        if max(count, mixed) == 1:
            yield "The verdict rests on one independent source; two are wanted."
        else:
            yield "The verdict rests on no source; two are wanted."


def _archived_primary(facts: Facts) -> Iterator[str]:
    rating = facts.rating
    if not rating.confidence or not _is_highest(
        scales.scale(rating.confidence_scale), rating.confidence
    ):
        return
    if not any(cited.primary and cited.archived for cited in facts.citations):
        yield "The highest confidence is given, but no archived primary source is cited."


def _cited(facts: Facts) -> Iterator[str]:
    if facts.rating.verdict and not facts.citations:
        yield "There is a verdict, but no evidence is cited."


def _graded(facts: Facts) -> Iterator[str]:
    if missing := sum(not cited.graded for cited in facts.citations):
        yield (
            "One citation has no grade." if missing == 1 else f"{missing} citations have no grade."
        )


def _likelihood_needs_confidence(facts: Facts) -> Iterator[str]:
    if facts.rating.likelihood and not facts.rating.confidence:
        yield "There is a likelihood without a confidence."


def _never_in_one_sentence(facts: Facts) -> Iterator[str]:
    rating = facts.rating
    if not rating.reason:
        return
    likelihood = scales.scale(rating.likelihood_scale or facts.likelihood_scale)
    confidence = scales.scale(rating.confidence_scale or facts.confidence_scale)
    words = [word for level in likelihood.levels for word in (level.label, level.also)]
    levels = [level.label for level in confidence.levels]
    for where in mixed_sentences(rating.reason, words, levels):
        sentence = rating.reason[where.start : where.stop]
        yield f"Likelihood and confidence stand in one sentence: “{sentence}”"


def _quotes_located(facts: Facts) -> Iterator[str]:
    for cited in facts.citations:
        if cited.quote and cited.readable and not cited.located:
            yield f"The quote “{_short(cited.quote)}” was not located in its evidence."


CHECKS: Mapping[Rule, Callable[[Facts], Iterator[str]]] = {
    Rule.RATED_AS_WORDED: _rated_as_worded,
    Rule.REASON: _reason,
    Rule.TWO_SOURCES: _two_sources,
    Rule.ARCHIVED_PRIMARY: _archived_primary,
    Rule.CITED: _cited,
    Rule.GRADED: _graded,
    Rule.LIKELIHOOD_NEEDS_CONFIDENCE: _likelihood_needs_confidence,
    Rule.NEVER_IN_ONE_SENTENCE: _never_in_one_sentence,
    Rule.QUOTES_LOCATED: _quotes_located,
}


def _is_settled(rating: Rating) -> bool:
    """Whether the verdict says something: "cannot be judged" needs no sources."""
    if not rating.verdict:
        return False
    scale = scales.scale(rating.verdict_scale)
    return scale.level(rating.verdict).is_rated or not scale.ordered


def _is_highest(scale: Scale, code: str) -> bool:
    ranks = [level.rank for level in scale.levels if level.rank is not None]
    return bool(ranks) and scale.level(code).rank == max(ranks)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
