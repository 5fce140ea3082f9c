"""Annotations into actions: find every passage, match what the case has, plan one batch.

Applying the same file twice adds nothing the second time: people are matched by name, sources by
label and address, claims by statement, attributions by party, date and actor. Nothing is written
here; the plan's one action is.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from verifier.actions.assessments import Assess
from verifier.actions.attributions import AddAchItem, AddHypothesis, AddIncident, RecordAttribution
from verifier.actions.base import Action, Actor, Batch
from verifier.actions.claims import AddClaim, Passage, RelateClaims
from verifier.actions.documents import EditDocument
from verifier.actions.evidence import AddEvidence, AddSource, Cite, CiteSource
from verifier.actions.people import EditCase, JoinCase
from verifier.actions.reviews import AddComment
from verifier.errors import Invalid, NotFound
from verifier.exchange import ratings
from verifier.exchange.entries import (
    AchEntry,
    Annotations,
    AssessmentEntry,
    AttributionEntry,
    CitationEntry,
    ClaimEntry,
    EvidenceEntry,
    NoteEntry,
    SourceEntry,
)
from verifier.exchange.locating import Locator
from verifier.exchange.places import Places
from verifier.ids import new_id
from verifier.queries import attributions, case, claims, documents, evidence
from verifier.queries.claims import ClaimRow
from verifier.states import Anchoring, ClaimStatus, EvidenceKind, Relation, Role, Stance
from verifier.workspace import Workspace

SOURCE_DETAILS = (
    "title publisher author published date_note url archive_url language description interests "
    "reliability credibility reliability_reason independence_group basis kind"
).split()
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
PDF = "application/pdf"
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
class _Planner:
    workspace: Workspace
    file: Annotations
    base: Path | None
    actions: list[Action] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    unlocated: list[Unlocated] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    people: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    """Local id -> id in the case; likewise below."""
    items: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    """Source id -> id of its link in the locker, known or still to be made."""
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

    def _read_case(self) -> None:
        case_id = self.workspace.case_id
        with self.workspace.reading() as session:
            self.case = case.case_row(session, case_id)
            rows = documents.documents(session, case_id)
            texts = {row.id: documents.text(session, row.text_layer_id) for row in rows}
            self.people_here = {p.name: p.id for p in case.people(session, case_id)}
            self.sources_here = evidence.sources(session, case_id)
            evidence_here = evidence.evidence(session, case_id)
            self.claims_here = claims.claim_rows(session, case_id)
            self.ratings_here = claims.assessments(session, case_id)
            self.incidents_here = attributions.incidents(session, case_id)
            self.attributions_here = attributions.attributions(session, case_id)
            self.matrices_here = attributions.matrices(session, case_id)
        places = {
            row.id: Places.of_layer(self.workspace, row.text_layer_id)
            for row in rows
            if row.media_type == PDF
        }
        self.locator = Locator(rows, texts, self.file.document, places)
        self.items_here = {(item.title, item.url, item.file_name): item for item in evidence_here}
        for item in evidence_here:
            if item.source_id and item.kind == EvidenceKind.LINK.value:
                self.links.setdefault(item.source_id, item.id)

    def _add(self, name: str, action: Action) -> None:
        self.actions.append(action)
        self.counts[name] = self.counts.get(name, 0) + 1

    def _plan_case(self) -> None:
        """Carry over what is said of the case and of the document, where nothing is said yet."""
        entry = self.file.case
        if entry is not None:
            notes = [_plain(note) for note in entry.notes]
            changes: dict[str, Any] = {}
            if entry.description and not self.case.description:
                changes["description"] = entry.description
            if notes and not self.case.notes:
                changes["notes"] = notes
            if changes:
                self._add("notes on the case", EditCase(changes))
        said = self.file.document
        row = self.locator.document
        if said is None or row is None:
            return
        details = {
            name: getattr(said, name)
            for name in ("title", "author", "publisher", "published", "language", "url")
            if getattr(said, name)
            and getattr(row, name) in ("", row.file_name)
            and getattr(row, name) != getattr(said, name)
        }
        if details:
            self._add("details of documents", EditDocument(row.id, details))

    def _plan_people(self) -> None:
        for entry in self.file.people:
            known = self.people_here.get(entry.name)
            self.people[entry.id] = known or new_id()
            if known is None:
                may_give_roles = self.workspace.actor.role == Role.OWNER
                role = entry.role if may_give_roles else Role.CHECKER
                newcomer = Actor(self.people[entry.id], entry.name, role)
                self._add("people", JoinCase(newcomer, entry.initials))

    def _plan_sources(self) -> None:
        known = {(row.label, row.url, row.title): row.id for row in self.sources_here}
        for entry in self.file.sources:
            twin = known.get((entry.id, entry.url, entry.title))
            self.sources[entry.id] = twin or new_id()
            if twin is None:
                details = {"label": entry.id, **_details(entry, SOURCE_DETAILS)}
                self._add("sources", AddSource(details, self.sources[entry.id]))

    def _plan_evidence(self) -> None:
        for entry in self.file.evidence:
            name = PurePosixPath(entry.file).name
            twin = self.items_here.get((entry.title, entry.url, name))
            self.items[entry.id] = twin.id if twin else new_id()
            if twin is None:
                self._add("evidence", self._evidence(entry, name))

    def _evidence(self, entry: EvidenceEntry, name: str) -> AddEvidence:
        names = "title url archive_url collector method language tlp origin_group note".split()
        return AddEvidence(
            EvidenceKind(entry.kind),
            _details(entry, names),
            self.sources.get(entry.source),
            data=self._bytes(entry.file) if entry.file else None,
            media_type=mimetypes.guess_type(name)[0] or "application/octet-stream",
            file_name=name,
            captured_at=_moment(entry.captured_at),
            id=self.items[entry.id],
        )

    def _bytes(self, name: str) -> bytes:
        """A file that lies below the annotations' own folder; nothing outside it is read."""
        inside = PurePosixPath(name)
        if self.base is None or inside.is_absolute() or ".." in inside.parts:
            raise Invalid(
                f"The evidence file “{name}” is not below the annotations' folder.",
                "Put it beside the annotations and name it from there.",
            )
        try:
            return (self.base / inside).read_bytes()
        except OSError as error:
            raise NotFound(
                f"The evidence file {name} cannot be read ({error.strerror}).",
                "Put it beside the annotations.",
            ) from error

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
        details = {**_details(entry, CLAIM_DETAILS), "tags": list(entry.tags)}
        self._add(
            "claims",
            AddClaim(entry.statement, passages, details, claim_id, _number(entry.id)),
        )
        for citation in entry.citations:
            self._plan_citation(claim_id, citation)
        if entry.assessment is not None:
            self._add("assessments", self._rating(claim_id, entry.assessment))

    def _rating(self, claim_id: str, entry: AssessmentEntry) -> Assess:
        return ratings.rating(claim_id, entry, self.people.get(entry.by), _moment(entry.at))

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
        details = _details(entry, CITATION_DETAILS)
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

    def _links_of(self, local_ids: Iterable[str]) -> tuple[str, ...]:
        """Ids in the locker of sources or items; links that are missing are planned."""
        found = []
        for local_id in local_ids:
            if local_id in self.items:
                found.append(self.items[local_id])
                continue
            source_id = self.sources[local_id]
            if source_id not in self.links:
                self.links[source_id] = new_id()
                self.actions.append(self._link(source_id, self._source(local_id)))
            found.append(self.links[source_id])
        return tuple(found)

    def _source(self, local_id: str) -> SourceEntry:
        return next(entry for entry in self.file.sources if entry.id == local_id)

    def _link(self, source_id: str, entry: SourceEntry) -> AddEvidence:
        details = {
            "title": entry.title or entry.description,
            "url": entry.url,
            "archive_url": entry.archive_url,
            "language": entry.language,
            "origin_group": entry.independence_group,
        }
        return AddEvidence(EvidenceKind.LINK, details, source_id, id=self.links[source_id])

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
                    **_details(entry, INCIDENT_DETAILS),
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
            **_details(entry, ATTRIBUTION_DETAILS),
            **{name: list(getattr(entry, name)) for name in ATTRIBUTION_LISTS},
            "legal": [_details(legal, "kind date reference".split()) for legal in entry.legal],
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
            details = {"label": item.id, **_details(item, ITEM_DETAILS)}
            links = self._links_of(item.sources)
            self._add("matrix rows", AddAchItem(claim_id, item.text, details, links, cells))

    def _plan_comments(self) -> None:
        for entry in self.file.comments:
            if entry.claim in self.claims and entry.claim not in self.known_claims:
                action = AddComment(
                    self.claims[entry.claim],
                    entry.text,
                    person_id=self.people.get(entry.by),
                    at=_moment(entry.at),
                )
                self._add("comments", action)


def _details(entry: Any, names: Iterable[str]) -> dict[str, Any]:
    """Fields of an entry by name: exchange and model share the names."""
    return {name: getattr(entry, name) for name in names}


def _plain(note: NoteEntry) -> dict[str, Any]:
    """A note as the case keeps it: only what it has."""
    found = {**asdict(note), "urls": list(note.urls)}
    return {name: value for name, value in found.items() if value}


def _number(local_id: str) -> int | None:
    """The number that an id such as C19 asks for."""
    digits = local_id[1:]
    return int(digits) if local_id[:1] in ("C", "c") and digits.isdecimal() else None


def _moment(value: str) -> datetime | None:
    """A time from ISO 8601 text; it must say its zone."""
    if not value:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise Invalid(f"“{value}” is no time.", "Write it as 2022-01-16T12:00:00Z.") from error
    if moment.tzinfo is None:
        raise Invalid(f"The time “{value}” has no zone.", "Add Z for UTC, or +02:00.")
    return moment
