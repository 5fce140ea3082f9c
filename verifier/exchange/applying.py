"""Annotations into actions: find every passage, match what the case has, plan one batch.

Applying the same file twice adds nothing the second time: people are matched by name, sources by
label and address, claims by statement, attributions by party, date and actor. Nothing is written
here; the plan's one action is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from verifier.actions.assessments import Assess
from verifier.actions.attributions import AddAchItem, AddHypothesis, AddIncident, RecordAttribution
from verifier.actions.base import Batch
from verifier.actions.claims import AddClaim, Passage, RelateClaims
from verifier.actions.evidence import AddEvidence, Cite, CiteSource
from verifier.actions.reviews import AddComment
from verifier.exchange import ratings
from verifier.exchange.entries import (
    AchEntry,
    Annotations,
    AssessmentEntry,
    AttributionEntry,
    CitationEntry,
    ClaimEntry,
)
from verifier.exchange.planning import Planner, details_of, moment_of
from verifier.ids import new_id
from verifier.queries.claims import ClaimRow
from verifier.states import Anchoring, ClaimStatus, EvidenceKind, Relation, Stance
from verifier.workspace import Workspace

CLAIM_DETAILS = "claimant reported_by date date_note kind implied worth priority note".split()
CITATION_DETAILS = "quote locator note credibility credibility_reason basis".split()
INCIDENT_DETAILS = "name start end kind description".split()
INCIDENT_LISTS = "aliases victims victim_countries initial_access".split()
ATTRIBUTION_DETAILS = (
    "party actor actor_category sponsor_state state_responsibility level party_country basis kind "
    "date stated_confidence stated_band likelihood likelihood_scale confidence confidence_scale "
    "reason not_disclosed different_incident note"
).split()
ATTRIBUTION_LISTS = "actor_aliases natures indicators contested_by".split()
NAMED = 10
"""How many claims a notice names."""
ITEM_DETAILS = "date kind credibility relevance dependency_group reason".split()


@dataclass(frozen=True, slots=True)
class Unlocated:
    """A passage that was not found."""

    claim: str
    document: str
    quote: str
    why: str


@dataclass(frozen=True)
class Plan:
    """What applying a file would do."""

    action: Batch
    counts: Mapping[str, int]
    unlocated: tuple[Unlocated, ...]
    notices: tuple[str, ...]


def plan(workspace: Workspace, file: Annotations, base: Path | None = None) -> Plan:
    """Plan to apply a file of annotations. Its items' files are looked for below `base`."""
    return _Planner(workspace, file, base).plan()


@dataclass
class _Planner(Planner):
    unlocated: list[Unlocated] = field(default_factory=list)
    claims: dict[str, str] = field(default_factory=dict)
    known_claims: set[str] = field(default_factory=set)
    incidents: dict[str, str] = field(default_factory=dict)

    def plan(self) -> Plan:
        """Go through the file from what others refer to, to what refers to it."""
        self._read_case()
        self._plan_case()
        self._plan_people()
        self._plan_sources()
        self._plan_evidence()
        for entry in self.file.claims:
            self._plan_claim(entry)
        self._tell_known_claims()
        self._plan_relations()
        self._plan_incidents()
        self._plan_attributions()
        for matrix in self.file.ach:
            self._plan_matrix(matrix)
        self._plan_comments()
        return Plan(
            Batch("apply annotations", tuple(self.actions)),
            self.counts,
            tuple(self.unlocated),
            tuple(self.notices),
        )

    def _plan_claim(self, entry: ClaimEntry) -> None:
        for row in self.claims_here:
            if row.statement == entry.statement and row.date == entry.date:
                self.claims[entry.id] = row.id
                self.known_claims.add(entry.id)
                self._plan_rating_again(entry, row)
                return
        passages = self._passages(entry)
        if entry.highlights and not passages:
            return
        claim_id = self.claims[entry.id] = new_id()
        details = {**details_of(entry, CLAIM_DETAILS), "tags": list(entry.tags)}
        self._add(
            "claims",
            AddClaim(entry.statement, passages, details, claim_id, _number(entry.id)),
        )
        for citation in entry.citations:
            self._plan_citation(claim_id, citation)
        if entry.assessment is not None:
            self._add("assessments", self._rating(claim_id, entry.assessment))

    def _rating(self, claim_id: str, entry: AssessmentEntry) -> Assess:
        return ratings.rating(claim_id, entry, self.people.get(entry.by), moment_of(entry.at))

    def _plan_rating_again(self, entry: ClaimEntry, row: ClaimRow) -> None:
        """A rating that differs from the one that stands supersedes it."""
        if entry.assessment is None:
            return
        wanted = self._rating(row.id, entry.assessment)
        person_id = wanted.person_id or self.workspace.actor.id
        if ratings.is_known(wanted, person_id, self.ratings_here, self.case):
            return
        if row.status == ClaimStatus.APPROVED:
            self.notices.append(
                f"{entry.id} is approved, and so its new rating was left out. Reopen it first."
            )
        elif ratings.is_outdated(wanted, person_id, self.ratings_here):
            self.notices.append(
                f"{entry.id} has been rated since, and so its rating of then was left out."
            )
        else:
            self._add("assessments", wanted)

    def _tell_known_claims(self) -> None:
        """Of a claim that the case has only a new rating is taken, and that is said."""
        if not self.known_claims:
            return
        known = [entry.id for entry in self.file.claims if entry.id in self.known_claims]
        more = f" and {len(known) - NAMED} more" if len(known) > NAMED else ""
        self.notices.append(
            f"The case has claims of that statement and date; only new ratings were taken for "
            f"them: {', '.join(known[:NAMED])}{more}."
        )

    def _passages(self, claim: ClaimEntry) -> tuple[Passage, ...]:
        """The claim's passages that were found; the others are noted as not located."""
        found = []
        for entry in claim.highlights:
            place = self.locator.find(entry)
            if place.passage is None:
                self.unlocated.append(Unlocated(claim.id, place.file, entry.quote, place.why))
                continue
            found.append(place.passage)
            if place.passage.anchoring is Anchoring.FUZZY:
                self.notices.append(
                    f"{claim.id}: the wording differs; found “{place.passage.quote}” for "
                    f"“{entry.quote}”."
                )
        return tuple(found)

    def _plan_citation(self, claim_id: str, entry: CitationEntry) -> None:
        details = details_of(entry, CITATION_DETAILS)
        stance = Stance(entry.stance)
        if entry.evidence:
            self._add("citations", Cite(claim_id, self.items[entry.evidence], stance, details))
        elif entry.source:
            source_id = self.sources[entry.source]
            link = self.links.setdefault(source_id, new_id())
            action = CiteSource(claim_id, source_id, stance, details, evidence_id=link)
            self._add("citations", action)
        else:
            remembered = AddEvidence(EvidenceKind.LINK, {"title": entry.note or entry.quote})
            self.actions.append(remembered)
            self._add("citations", Cite(claim_id, remembered.id, stance, details))

    def _new_claims(self) -> Iterator[ClaimEntry]:
        for entry in self.file.claims:
            if entry.id in self.claims and entry.id not in self.known_claims:
                yield entry

    def _plan_relations(self) -> None:
        for entry in self._new_claims():
            for relation in entry.relations:
                if relation.claim in self.claims:
                    action = RelateClaims(
                        self.claims[entry.id],
                        self.claims[relation.claim],
                        Relation(relation.kind),
                    )
                    self._add("relations", action)

    def _plan_incidents(self) -> None:
        known = {row.name: row.id for row in self.incidents_here}
        for entry in self.file.incidents:
            self.incidents[entry.id] = known.get(entry.name) or new_id()
            if entry.name not in known:
                details = {
                    **details_of(entry, INCIDENT_DETAILS),
                    **{name: list(getattr(entry, name)) for name in INCIDENT_LISTS},
                }
                self._add("incidents", AddIncident(details, self.incidents[entry.id]))

    def _plan_attributions(self) -> None:
        known = {(row.party, row.date, row.actor) for row in self.attributions_here}
        for entry in self.file.attributions:
            if entry.claim and entry.claim not in self.claims:
                continue
            if (entry.party, entry.date, entry.actor) not in known:
                self._add("attributions", self._attribution(entry))

    def _attribution(self, entry: AttributionEntry) -> RecordAttribution:
        details = {
            **details_of(entry, ATTRIBUTION_DETAILS),
            **{name: list(getattr(entry, name)) for name in ATTRIBUTION_LISTS},
            "legal": [details_of(legal, "kind date reference".split()) for legal in entry.legal],
        }
        return RecordAttribution(
            details,
            self.claims.get(entry.claim),
            self.incidents.get(entry.incident),
            self._links_of(entry.sources),
        )

    def _plan_matrix(self, entry: AchEntry) -> None:
        claim_id = self.claims.get(entry.claim)
        if claim_id is None or claim_id in {m.claim_id for m in self.matrices_here}:
            return
        hypotheses = {}
        for hypothesis in entry.hypotheses:
            hypotheses[hypothesis.id] = new_id()
            details = {
                "label": hypothesis.id,
                "note": hypothesis.note,
                "optional": hypothesis.optional,
            }
            action = AddHypothesis(claim_id, hypothesis.text, details, hypotheses[hypothesis.id])
            self._add("hypotheses", action)
        for item in entry.items:
            cells = {hypotheses[name]: code for name, code in (item.cells or {}).items()}
            details = {"label": item.id, **details_of(item, ITEM_DETAILS)}
            links = self._links_of(item.sources)
            self._add("matrix rows", AddAchItem(claim_id, item.text, details, links, cells))

    def _plan_comments(self) -> None:
        for entry in self.file.comments:
            if entry.claim in self.claims and entry.claim not in self.known_claims:
                action = AddComment(
                    self.claims[entry.claim],
                    entry.text,
                    person_id=self.people.get(entry.by),
                    at=moment_of(entry.at),
                )
                self._add("comments", action)


def _number(local_id: str) -> int | None:
    """The number that an id such as C19 asks for."""
    digits = local_id[1:]
    return int(digits) if local_id[:1] in ("C", "c") and digits.isdecimal() else None
