"""What annotations refer to, planned: the case's own details, people, sources and the locker."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from verifier.actions.base import Action, Actor
from verifier.actions.documents import EditDocument
from verifier.actions.evidence import AddEvidence, AddSource
from verifier.actions.people import EditCase, JoinCase
from verifier.errors import Invalid, NotFound
from verifier.exchange.entries import Annotations, EvidenceEntry, NoteEntry, SourceEntry
from verifier.exchange.locating import Locator
from verifier.exchange.places import Places
from verifier.ids import new_id
from verifier.queries import attributions, case, claims, documents, evidence
from verifier.states import EvidenceKind, Role
from verifier.workspace import Workspace

SOURCE_DETAILS = (
    "title publisher author published date_note url archive_url language description interests "
    "reliability credibility reliability_reason independence_group basis kind"
).split()
PDF = "application/pdf"


@dataclass
class Planner:
    """What the case has, and the actions that bring what it lacks."""

    workspace: Workspace
    file: Annotations
    base: Path | None
    actions: list[Action] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)
    people: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    """Local id -> id in the case; likewise below."""
    items: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    """Source id -> id of its link in the locker, known or still to be made."""

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
                details = {"label": entry.id, **details_of(entry, SOURCE_DETAILS)}
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
            details_of(entry, names),
            self.sources.get(entry.source),
            data=self._bytes(entry.file) if entry.file else None,
            media_type=mimetypes.guess_type(name)[0] or "application/octet-stream",
            file_name=name,
            captured_at=moment_of(entry.captured_at),
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


def details_of(entry: Any, names: Iterable[str]) -> dict[str, Any]:
    """Fields of an entry by name: exchange and model share the names."""
    return {name: getattr(entry, name) for name in names}


def _plain(note: NoteEntry) -> dict[str, Any]:
    """A note as the case keeps it: only what it has."""
    found = {**asdict(note), "urls": list(note.urls)}
    return {name: value for name, value in found.items() if value}


def moment_of(value: str) -> datetime | None:
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
