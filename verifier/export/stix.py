"""Incidents, actors and who attributes what to whom, as a STIX 2.1 bundle.

The party that attributes stands on the relationship (`created_by_ref`), so that others can assert
theirs; its own words are kept as they are, and its confidence becomes a number only where it used
a plain level. What the checkers make of it is an `opinion` of their own about that relationship.
Ids are made from the case's ids, so that two exports of a case speak of the same objects.
"""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from verifier.export import palette
from verifier.export.wording import is_web
from verifier.queries.attributions import AttributionRow, IncidentRow
from verifier.queries.evidence import EvidenceRow
from verifier.queries.report import ReportData

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_BANDS = {"none": 0, "low": 15, "moderate": 50, "medium": 50, "high": 85}
"""STIX 2.1, confidence scales: None, Low, Med, High."""
_NO_ATTRIBUTION = "no attribution"
_OPINIONS = (
    (20, "strongly-disagree"),
    (40, "disagree"),
    (60, "neutral"),
    (80, "agree"),
    (101, "strongly-agree"),
)
Object = dict[str, Any]


def bundle(data: ReportData, exported_at: datetime) -> bytes:
    """The bundle; the same case and time give the same bytes."""
    writer = _Writer(data, exported_at)
    objects = list(writer.objects())
    made = {
        "type": "bundle",
        "id": _id("bundle", f"{data.case.id} {writer.now}"),
        "objects": objects,
    }
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


class _Writer:
    def __init__(self, data: ReportData, exported_at: datetime) -> None:
        self._data = data
        self.now = _time(exported_at)
        self._items = {item.id: item for item in data.evidence}
        self._us = _id("identity", data.case.id)
        self._made: dict[str, Object] = {}

    def objects(self) -> Iterator[Object]:
        """Every object once: who we are, incidents, victims, actors, what is said, the report."""
        self._add(
            "identity",
            data_id=self._data.case.id,
            name=f"Checkers of “{self._data.case.title}”",
            identity_class="group",
        )
        for incident in self._data.incidents:
            self._incident(incident)
        for row in self._data.attributions:
            self._attribution(row)
        self._report()
        yield from self._made.values()

    def _add(self, kind: str, data_id: str, **fields: Any) -> str:
        """An object with what all have in common; empty fields are left out. Its id."""
        object_id = _id(kind, data_id)
        if object_id not in self._made:
            kept = {name: value for name, value in fields.items() if value not in ("", [], None)}
            self._made[object_id] = {
                "type": kind,
                "spec_version": "2.1",
                "id": object_id,
                "created_by_ref": self._us,
                "created": self.now,
                "modified": self.now,
                **kept,
            }
        return object_id

    def _incident(self, row: IncidentRow) -> None:
        span = "/".join(dict.fromkeys(day for day in (row.start, row.end) if day))
        about = [row.description, f"Dates: {span}." if span else "", _also(row.aliases)]
        incident = self._add(
            "incident",
            row.id,
            name=row.name,
            description=" ".join(filter(None, about)),
            labels=[row.kind] if row.kind else [],
        )
        for victim in row.victims:
            target = self._add(
                "identity", f"victim {row.id} {victim}", name=victim, identity_class="organization"
            )
            self._relate(f"{row.id} {victim}", incident, "targets", target)
        for country in row.victim_countries:
            place = self._add(
                "location", f"country {country}", name=country, country=_country(country)
            )
            self._relate(f"{row.id} {country}", incident, "located-at", place)

    def _attribution(self, row: AttributionRow) -> None:
        party = self._add(
            "identity", f"party {row.party}", name=row.party, identity_class="organization"
        )
        subject = _id("incident", row.incident_id) if row.incident_id else ""
        common = {
            "created_by_ref": party,
            "external_references": list(self._references(row)),
            "confidence": _stated(row),
        }
        if row.different_incident or not subject or _names_nobody(row):
            about = subject if subject in self._made else self._us
            note = self._add(
                "note",
                row.id,
                **common,
                content=f"{row.party}: {row.actor}. {_words(row)}".strip(),
                object_refs=[about],
            )
            self._judge(row, note)
            return
        actor = self._add(
            "threat-actor",
            f"actor {row.actor}",
            name=row.actor,
            aliases=row.actor_aliases,
            threat_actor_types=[_actor_type(row)],
        )
        relation = self._relate(
            row.id,
            subject,
            "attributed-to",
            actor,
            **common,
            description=_words(row),
            start_time=_day(row.date),
        )
        self._judge(row, relation)

    def _relate(self, data_id: str, source: str, kind: str, target: str, **more: Any) -> str:
        return self._add(
            "relationship",
            f"{kind} {data_id}",
            relationship_type=kind,
            source_ref=source,
            target_ref=target,
            **more,
        )

    def _judge(self, row: AttributionRow, about: str) -> None:
        """What the checkers think of it, where they rated it."""
        case = self._data.case
        likely = _number(row.likelihood_scale or case.likelihood_scale, row.likelihood)
        if likely is None:
            return
        self._add(
            "opinion",
            row.id,
            opinion=next(word for limit, word in _OPINIONS if likely < limit),
            explanation=row.reason,
            confidence=_number(row.confidence_scale or case.confidence_scale, row.confidence),
            object_refs=[about],
        )

    def _references(self, row: AttributionRow) -> Iterator[Object]:
        for evidence_id in row.evidence_ids:
            item = self._items.get(evidence_id)
            if item is not None:
                yield _reference(item)
        for legal in row.legal:
            said = ", ".join(
                str(legal[key]) for key in ("kind", "date", "reference") if legal.get(key)
            )
            if said:
                yield {"source_name": "Legal step", "description": said}

    def _report(self) -> None:
        others = [object_id for object_id in self._made if object_id != self._us]
        if not others:
            return
        self._add(
            "report",
            f"report {self._data.case.id}",
            name=self._data.case.title,
            description=self._data.case.description,
            published=self.now,
            object_refs=others,
            report_types=["threat-actor"],
        )


def _reference(item: EvidenceRow) -> Object:
    url = item.final_url or item.url
    found: Object = {"source_name": item.title or item.file_name or url or "Evidence"}
    if is_web(url):
        found["url"] = url
    if item.blob_sha256 and is_web(url):
        found["hashes"] = {"SHA-256": item.blob_sha256}
    if len(found) == 1:
        found["description"] = item.note or item.kind
    return found


def _names_nobody(row: AttributionRow) -> bool:
    return row.stated_band.strip().lower() == _NO_ATTRIBUTION or not row.actor.strip()


def _stated(row: AttributionRow) -> int | None:
    """The party's confidence as a number, where it gave a plain level."""
    return _BANDS.get(row.stated_band.strip().lower())


def _number(scale_id: str, code: str) -> int | None:
    """The STIX number of a code; None for what is not rated."""
    level = palette.known_level(scale_id, code) if code else None
    if level is None or level.rank is None or "stix" not in level.numbers:
        return None
    return round(level.numbers["stix"])


def _words(row: AttributionRow) -> str:
    """What the party said and on what it rests."""
    said = (
        ("Stated confidence", row.stated_confidence),
        ("Band", row.stated_band),
        ("Date", row.date),
        ("Basis", row.basis),
        ("Indicators", ", ".join(row.indicators)),
        ("Not disclosed", row.not_disclosed),
        ("Contested by", ", ".join(row.contested_by)),
        ("State responsibility", row.state_responsibility),
        ("Note", row.note),
    )
    return " ".join(f"{name}: {words}." for name, words in said if words)


def _actor_type(row: AttributionRow) -> str:
    """A word of STIX's open vocabulary; most categories have none there."""
    is_state = row.actor_category == "state" or row.level == "responsible-state"
    return "nation-state" if is_state else "unknown"


def _also(aliases: list[str]) -> str:
    return f"Also called: {', '.join(aliases)}." if aliases else ""


def _country(code: str) -> str:
    return code.upper() if len(code) == 2 and code.isalpha() else ""


def _day(written: str) -> str:
    """A whole day as a time stamp; empty for a less precise date."""
    found = _DAY.match(written)
    if not found:
        return ""
    try:
        day = date(*(int(part) for part in found.groups()))
    except ValueError:
        return ""
    return f"{day:%Y-%m-%d}T00:00:00.000Z"


def _time(at: datetime) -> str:
    """UTC with milliseconds, as STIX wants created and modified."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03d}Z"


def _id(kind: str, name: str) -> str:
    """STIX wants version 4 here; the random bits are a hash of the name."""
    digest = hashlib.sha256(f"{kind} {name}".encode()).digest()
    return f"{kind}--{uuid.UUID(bytes=digest[:16], version=4)}"
