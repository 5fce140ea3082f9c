"""The history of one claim in words: who, when, what, from what to what, and why.

Read from the audit trail, so it tells of everything that hangs on the claim now, or did.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from verifier import scales
from verifier.errors import Invalid
from verifier.models import (
    AchCell,
    AchItem,
    Assessment,
    Attribution,
    Citation,
    Claim,
    ClaimRelation,
    Comment,
    Evidence,
    Highlight,
    Hypothesis,
    Person,
    Proposal,
    Review,
    Source,
)
from verifier.models.audit import snapshot
from verifier.queries.audit import AuditRow, latest, spaced, trail

OF_CLAIM: tuple[type[Any], ...] = (
    *(Highlight, Citation, Assessment, Comment, Proposal, Review, Attribution),
    *(Hypothesis, AchItem),
)
NOUNS: Mapping[str, str] = {
    "Claim": "claim",
    "Highlight": "passage",
    "Citation": "citation",
    "Assessment": "rating",
    "Comment": "comment",
    "Proposal": "proposed change",
    "Review": "review",
    "Attribution": "attribution",
    "Hypothesis": "hypothesis",
    "AchItem": "matrix row",
    "AchCell": "matrix cell",
    "ClaimRelation": "relation",
    "Case": "case",
    "Person": "person",
    "Document": "document",
    "Edition": "edition",
    "Source": "source",
    "Evidence": "evidence",
    "CustodyEvent": "custody entry",
    "Incident": "incident",
    "Report": "report",
}
SHOWN: Mapping[str, Sequence[str]] = {
    "Claim": (
        "statement claimant reported_by date date_note kind worth priority tags assignee_id due "
        "status note"
    ).split(),
    "Highlight": ("quote", "page", "anchoring"),
    "Citation": ("evidence_id", "stance", "quote", "locator", "credibility", "note"),
    "Assessment": (
        "verdict confidence likelihood findings correction assumptions gaps would_change"
    ).split(),
    "Comment": ("text", "resolved_at"),
    "Proposal": ("field", "old", "new", "decision"),
    "Review": ("decision",),
    "Attribution": (
        "actor party date likelihood confidence stated_confidence sponsor_state reason note"
    ).split(),
    "Hypothesis": ("label", "text", "note"),
    "AchItem": ("label", "text", "credibility", "relevance"),
    "AchCell": ("code", "note"),
    "ClaimRelation": ("kind", "other_id"),
    "Case": "title description language verdict_scale confidence_scale likelihood_scale".split(),
    "Person": ("name", "initials", "role"),
    "Document": ("title", "publisher", "author", "published", "note"),
    "Source": (
        "title publisher author published url reliability reliability_reason "
        "independence_group interests"
    ).split(),
    "Evidence": "title url archive_url origin_group note".split(),
    "CustodyEvent": ("action", "note"),
    "Incident": ("name", "kind", "summary", "started", "ended"),
}
"""The fields of each kind of row that a person reads; the rest is machinery."""
WHY = {"Assessment": ("reopened_because", "reason"), "Review": ("text",)}
PEOPLE = frozenset({"assignee_id"})
CHUNK = 10_000
"""Ids in one question."""
LONGEST = 200
"""Characters of a value that are shown."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field, from what to what, as people read it; empty is "nothing"."""

    field: str
    old: str
    new: str

    def __str__(self) -> str:
        if not self.old:
            return f"{self.field}: {self.new}"
        return f"{self.field}: {self.old} → {self.new or 'nothing'}"


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """What one step did to one thing: added, changed, withdrew, restored, moved."""

    deed: str
    noun: str
    entity_id: str
    changes: tuple[FieldChange, ...]
    subject: str = ""
    """Which one it is, as people name it: C3, a title; empty in the history of one claim."""
    claim_id: str = ""

    def __str__(self) -> str:
        listed = "; ".join(map(str, self.changes))
        return f"{self.deed} {self.noun}" + (f" ({listed})" if listed else "")


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One step: who did which verb when, to what, and why."""

    seq: int
    at: datetime
    person: str
    verb: str
    lines: tuple[HistoryLine, ...]
    why: str
    last: int = 0
    """The number of its last event."""

    def __str__(self) -> str:
        done = ", ".join(map(str, self.lines))
        undone = "undid or redid: " if self.verb == "Undo" else ""
        return f"{self.person} {undone}{done}" + (f". Why: {self.why}" if self.why else "")


def claim_history(session: Session, case_id: str, claim_id: str) -> tuple[HistoryEntry, ...]:
    """Every step that touched a claim or what hangs on it, the newest first."""
    ids = _ids(session, claim_id)
    events = trail(session, case_id, entity_ids=(claim_id, *ids))
    return _entries(events, _Words(session, events))


def case_history(
    session: Session, case_id: str, *, after: int = 0, limit: int = 5000
) -> tuple[HistoryEntry, ...]:
    """The last steps of the case, the newest first: at most `limit` events, later than `after`."""
    events = tuple(reversed(latest(session, case_id, limit, after=after)))
    words = _Words(session, events)
    words.name_claims(session, case_id)
    return _entries(events, words)


def _entries(events: tuple[AuditRow, ...], words: _Words) -> tuple[HistoryEntry, ...]:
    entries = []
    for (at, person, verb), group in groupby(
        events, key=lambda event: (event.at, event.person_name, event.verb)
    ):
        own = tuple(group)
        lines = tuple(line for event in own if (line := words.line(event)) is not None)
        if lines:
            why = next((why for event in own if (why := _why(event))), "")
            entries.append(HistoryEntry(own[0].seq, at, person, verb, lines, why, own[-1].seq))
    return tuple(reversed(entries))


def _ids(session: Session, claim_id: str) -> list[str]:
    found: list[str] = []
    for model in OF_CLAIM:
        found += session.scalars(select(model.id).where(model.claim_id == claim_id))
    relation = (ClaimRelation.claim_id == claim_id) | (ClaimRelation.other_id == claim_id)
    found += session.scalars(select(ClaimRelation.id).where(relation))
    items = select(AchItem.id).where(AchItem.claim_id == claim_id)
    found += session.scalars(select(AchCell.id).where(AchCell.item_id.in_(items)))
    return found


class _Words:
    """Turns events into words; keeps what each row was, to tell old from new."""

    def __init__(self, session: Session, events: tuple[AuditRow, ...]) -> None:
        self._rows: dict[str, dict[str, Any]] = {}
        for event in events:
            self._rows.setdefault(event.entity_id, {}).update(event.after or {})
        self._names = dict(session.execute(select(Person.id, Person.name)).all())
        self._claims: dict[str, str] = {}
        self._recall(session)
        wanted = {row["evidence_id"] for row in self._rows.values() if row.get("evidence_id")}
        titles = (
            select(Evidence.id, Evidence.title, Source.title)
            .outerjoin(Source, Source.id == Evidence.source_id)
            .where(Evidence.id.in_(wanted))
        )
        for evidence_id, title, source in session.execute(titles):
            self._names[evidence_id] = title or source or ""

    def _recall(self, session: Session) -> None:
        """Ratings that were revised before what is told begins: what they said."""
        wanted = {
            row["supersedes_id"]
            for row in self._rows.values()
            if row.get("supersedes_id") and row["supersedes_id"] not in self._rows
        }
        if wanted:
            for earlier in session.scalars(select(Assessment).where(Assessment.id.in_(wanted))):
                self._rows[earlier.id] = snapshot(earlier)

    def name_claims(self, session: Session, case_id: str) -> None:
        """Say of each line which claim it is about."""
        numbers = select(Claim.id, Claim.number).where(Claim.case_id == case_id)
        self._claims = {each: f"C{number}" for each, number in session.execute(numbers)}
        for model in (Highlight, Citation, Assessment, AchItem, Attribution):
            ids = [each for each, row in self._rows.items() if "claim_id" not in row]
            for chunk in (ids[at : at + CHUNK] for at in range(0, len(ids), CHUNK)):
                owners = select(model.id, model.claim_id).where(model.id.in_(chunk))
                for row_id, claim_id in session.execute(owners):
                    self._rows[row_id].setdefault("claim_id", claim_id)

    def _about(self, event: AuditRow) -> tuple[str, str]:
        """How what an event is about is named, and the claim that it belongs to."""
        row = self._rows.get(event.entity_id, {})
        claim_id = event.entity_id if event.entity == "Claim" else str(row.get("claim_id") or "")
        if claim_id in self._claims:
            return self._claims[claim_id], claim_id
        return _short(str(row.get("title") or row.get("name") or "")), ""

    def line(self, event: AuditRow) -> HistoryLine | None:
        """What an event did; `None` where only machinery changed."""
        before, after = event.before, event.after or {}
        if before is None:
            replaced = self._rows.get(after.get("supersedes_id") or "", {})
            deed = "revised" if replaced else "added"
            changes = tuple(self._changes(event, replaced, after))
        else:
            deed = _deed(before, after)
            changes = tuple(self._changes(event, before, after))
            if deed == "changed" and not changes:
                return None
        noun = NOUNS.get(event.entity, spaced(event.entity).lower())
        subject, claim_id = self._about(event) if self._claims else ("", "")
        return HistoryLine(deed, noun, event.entity_id, changes, subject, claim_id)

    def _changes(
        self, event: AuditRow, before: Mapping[str, Any], after: Mapping[str, Any]
    ) -> Iterator[FieldChange]:
        row = {**self._rows.get(event.entity_id, {}), **after}
        for name in SHOWN.get(event.entity, ()):
            if name not in after:
                continue
            old = self._value(name, before.get(name), {**row, **before})
            new = self._value(name, after[name], row)
            if old != new:
                yield FieldChange(_label(name), old, new)

    def _value(self, name: str, value: Any, row: Mapping[str, Any]) -> str:
        if value in (None, "", [], 0):
            return ""
        if name == "other_id":
            return self._claims.get(value, "") or str(value)
        if name in PEOPLE or name == "evidence_id":
            return self._names.get(value) or str(value)
        if name == "resolved_at":
            return "yes"
        if isinstance(value, list):
            return ", ".join(map(str, value))
        if scale_id := row.get(f"{name}_scale"):
            return _level(scale_id, value)
        if name == "credibility" and "stance" in row:
            return _level("nato-credibility", value)
        return _short(str(value).replace("_", " ") if name in CODES else str(value))


CODES = frozenset({"field", "status", "stance", "decision", "kind", "worth", "anchoring"})
"""Fields whose value is a word of a vocabulary."""


def _deed(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    if "withdrawn_at" in after:
        return "withdrew" if after["withdrawn_at"] else "restored"
    return "moved" if "claim_id" in after and "claim_id" in before else "changed"


def _why(event: AuditRow) -> str:
    after = event.after or {}
    found = (str(after.get(name) or "") for name in WHY.get(event.entity, ()))
    return next((text for text in found if text), "")


def _level(scale_id: str, code: str) -> str:
    try:
        return scales.scale(scale_id).level(code).label
    except Invalid:
        return code


def _label(name: str) -> str:
    return name.removesuffix("_id").removesuffix("_at").replace("_", " ")


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
