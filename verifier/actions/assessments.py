"""Rating claims. A rating is superseded, never overwritten."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import bindparam, select

from verifier import scales
from verifier.actions.base import Ledger
from verifier.actions.claims import editable_claim
from verifier.actions.own_scales import keep_scale
from verifier.errors import Invalid, NotAllowed
from verifier.ids import new_id
from verifier.models import Assessment
from verifier.queries import claims, rules
from verifier.queries.rules import Rating
from verifier.states import ClaimStatus, Severity

# Made once: putting a statement together costs more than running it.
_GIVEN = (
    select(Assessment.id, Assessment.person_id, Assessment.supersedes_id)
    .where(Assessment.claim_id == bindparam("claim"), Assessment.withdrawn_at.is_(None))
    .order_by(Assessment.created_at.desc(), Assessment.id.desc())
)
"""The ratings of a claim, the latest first."""


@dataclass(frozen=True)
class Assess:
    """Give a verdict, a confidence and, about an unknown, a likelihood, with the reason.

    Codes are those of the case's scales, or of the scales that are named; empty means not rated.
    `person_id` is who judged, the actor where it is `None`; `at` when, now where it is `None`.
    """

    claim_id: str
    verdict: str = ""
    confidence: str = ""
    likelihood: str = ""
    reason: str = ""
    findings: tuple[str, ...] = ()
    correction: str = ""
    assumptions: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    would_change: tuple[str, ...] = ()
    person_id: str | None = None
    at: datetime | None = None
    verdict_scale: str = ""
    confidence_scale: str = ""
    likelihood_scale: str = ""
    id: str = field(default_factory=new_id)
    title: str = "rate claim"

    def _says_something(self) -> bool:
        codes = (self.verdict, self.confidence, self.likelihood)
        words = (self.reason.strip(), self.correction.strip())
        return any((*codes, *words, self.findings, self.assumptions, self.gaps, self.would_change))

    def do(self, ledger: Ledger) -> None:
        """Add the assessment in place of the one that person gave before.

        One that says nothing takes back what was said before.
        """
        case = ledger.case()
        rated = (
            (self.verdict_scale or case.verdict_scale, self.verdict),
            (self.confidence_scale or case.confidence_scale, self.confidence),
            (self.likelihood_scale or case.likelihood_scale, self.likelihood),
        )
        for scale_id, code in rated:
            if code:
                scales.scale(scale_id).level(code)
                keep_scale(ledger, scale_id)
        if not self._says_something() and not _is_rated(ledger, self.claim_id):
            raise Invalid("There is nothing in this rating.", "Choose a verdict or give a reason.")
        verdict_scale, confidence_scale, likelihood_scale = (
            scale_id if code else "" for scale_id, code in rated
        )
        claim = editable_claim(ledger, self.claim_id)
        person_id = self.person_id or ledger.actor.id
        rating = Rating(
            verdict_scale,
            self.verdict,
            confidence_scale,
            self.confidence,
            likelihood_scale,
            self.likelihood,
            self.reason,
        )
        check_rules(ledger, self.claim_id, rating)
        ledger.add(
            Assessment(
                id=self.id,
                claim_id=self.claim_id,
                person_id=person_id,
                verdict_scale=verdict_scale,
                verdict=self.verdict,
                confidence_scale=confidence_scale,
                confidence=self.confidence,
                likelihood_scale=likelihood_scale,
                likelihood=self.likelihood,
                reason=self.reason.strip(),
                findings=list(self.findings),
                correction=self.correction.strip(),
                assumptions=list(self.assumptions),
                gaps=list(self.gaps),
                would_change=list(self.would_change),
                supersedes_id=_standing(ledger, self.claim_id, person_id),
            ),
            self.at,
        )
        if claim.status == ClaimStatus.UNSTARTED:
            ledger.change(claim, {"status": ClaimStatus.IN_PROGRESS.value})


def check_rules(ledger: Ledger, claim_id: str, rating: Rating) -> None:
    """Stop where the claim, rated like this, breaks a house rule that blocks."""
    severities = rules.severities(ledger.case().house_rules)
    if Severity.BLOCK not in severities.values():
        return
    broken = rules.draft_breaches(ledger.session, ledger.case_id, claim_id, rating)
    blocking = [breach.text for breach in broken if breach.severity is Severity.BLOCK]
    if blocking:
        raise NotAllowed(
            f"A house rule forbids this. {' '.join(blocking)}",
            "Mend that first; the rules stand in the case's settings.",
        )


def current_rating(ledger: Ledger, claim_id: str) -> Rating:
    """The rating of a claim that counts now; an empty one where it is not rated."""
    history = claims.assessments(ledger.session, ledger.case_id, claim_id=claim_id)
    current = claims.current_assessment(history)
    return Rating() if current is None else rules.rating_of(current)


def _is_rated(ledger: Ledger, claim_id: str) -> bool:
    """Whether there is a rating that could be taken back."""
    any_of_it = Assessment.claim_id == claim_id, Assessment.withdrawn_at.is_(None)
    return ledger.session.scalar(select(Assessment.id).where(*any_of_it).limit(1)) is not None


def _standing(ledger: Ledger, claim_id: str, person_id: str) -> str | None:
    """The person's assessment of the claim that counted until now.

    All of the claim are read: asked for the person's, SQLite would look through all that person's.
    """
    given = ledger.ask(_GIVEN, {"claim": claim_id}).all()
    own = [row for row in given if row.person_id == person_id]
    superseded = {row.supersedes_id for row in own}
    return next((row.id for row in own if row.id not in superseded), None)
