"""Ids in an annotation file: none given twice, none that leads nowhere, no impossible date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from verifier.exchange.entries import (
    AchEntry,
    AchItemEntry,
    Annotations,
    AssessmentEntry,
    AttributionEntry,
    CitationEntry,
    ClaimEntry,
    CommentEntry,
    DocumentEntry,
    EvidenceEntry,
    HighlightEntry,
    HypothesisEntry,
    IncidentEntry,
    PersonEntry,
    RelationEntry,
    SourceEntry,
)

# Which field of which entry holds ids of which kinds of entry.
LEADS_TO: dict[tuple[type, str], tuple[type, ...]] = {
    (DocumentEntry, "source"): (SourceEntry,),
    (EvidenceEntry, "source"): (SourceEntry,),
    (HighlightEntry, "document"): (DocumentEntry,),
    (AssessmentEntry, "by"): (PersonEntry,),
    (CitationEntry, "source"): (SourceEntry,),
    (CitationEntry, "evidence"): (EvidenceEntry,),
    (RelationEntry, "claim"): (ClaimEntry,),
    (AttributionEntry, "claim"): (ClaimEntry,),
    (AttributionEntry, "incident"): (IncidentEntry,),
    (AttributionEntry, "sources"): (SourceEntry, EvidenceEntry),
    (AchEntry, "claim"): (ClaimEntry,),
    (AchItemEntry, "sources"): (SourceEntry, EvidenceEntry),
    (CommentEntry, "claim"): (ClaimEntry,),
    (CommentEntry, "by"): (PersonEntry,),
}
DATES = frozenset({"date", "published", "start", "end"})


def loose_ends(file: Annotations) -> Iterator[str]:
    """Each mistake in words, with the place where it stands."""
    entries = list(_walk(file, ""))
    ids: dict[type, set[str]] = {}
    for path, entry in entries:
        one = "" if isinstance(entry, (HypothesisEntry, AchItemEntry)) else _id(entry)
        known = ids.setdefault(type(entry), set())
        if one and one in known:
            yield f"{path}.id: “{one}” is given twice"
        known.add(one)
    for one in sorted(ids.get(SourceEntry, set()) & ids.get(EvidenceEntry, set()) - {""}):
        yield f"evidence: “{one}” is the id of a source too"
    for path, entry in entries:
        yield from _lost(path, entry, ids)
        yield from _impossible_dates(path, entry)
        if isinstance(entry, AchEntry):
            yield from _matrix(path, entry)


def _id(entry: Any) -> str:
    return str(getattr(entry, "id", ""))


def _walk(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _walk(item, f"{path}[{number}]")
    elif is_dataclass(value):
        yield path, value
        for each in fields(value):
            yield from _walk(getattr(value, each.name), f"{path}.{each.name}".lstrip("."))


def _lost(path: str, entry: Any, ids: dict[type, set[str]]) -> Iterator[str]:
    for each in fields(entry):
        kinds = LEADS_TO.get((type(entry), each.name))
        if kinds is None:
            continue
        value = getattr(entry, each.name)
        wanted = (value,) if isinstance(value, str) else value
        known = {one for kind in kinds for one in ids.get(kind, set())}
        yield from _unknown(f"{path}.{each.name}", (one for one in wanted if one), known)


def _matrix(path: str, matrix: AchEntry) -> Iterator[str]:
    columns, rows = [each.id for each in matrix.hypotheses], [each.id for each in matrix.items]
    for name, given in (("hypotheses", columns), ("items", rows)):
        for number, one in enumerate(given):
            if one in given[:number]:
                yield f"{path}.{name}[{number}].id: “{one}” is given twice"
    known = set(columns)
    for number, item in enumerate(matrix.items):
        yield from _unknown(f"{path}.items[{number}].cells", item.cells or (), known)


def _unknown(path: str, wanted: Iterable[str], known: set[str]) -> Iterator[str]:
    for one in wanted:
        if one not in known:
            yield f"{path}: nothing in the file has the id “{one}”"


def _impossible_dates(path: str, entry: Any) -> Iterator[str]:
    for each in fields(entry):
        value = getattr(entry, each.name)
        if each.name in DATES and isinstance(value, str) and value and not _is_date(value):
            yield f"{path}.{each.name}: “{value}” is not a date of the calendar"


def _is_date(value: str) -> bool:
    """Whether each end of a date or range exists; month and day may be left out."""
    try:
        ends = [date.fromisoformat(f"{end}-01-01"[:10]) for end in value.split("/")]
    except ValueError:
        return False
    return ends == sorted(ends)
