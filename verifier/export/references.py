"""The sources for reference managers: RIS and CSL JSON.

What a publication is, is said as in the report's list of sources (`verifier.references`); added is
what only the case knows: when it was captured, where it is archived, how it was graded.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC
from typing import Any

from verifier.export import palette
from verifier.queries.evidence import EvidenceRow, SourceRow
from verifier.queries.report import ReportData
from verifier.references.csl import item_of
from verifier.states import EvidenceKind

_RIS_TYPES = {
    "article-journal": "JOUR",
    "article-newspaper": "NEWS",
    "article-magazine": "MGZN",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "interview": "PCOMM",
    "legal_case": "CASE",
    "legislation": "STAT",
    "personal_communication": "PCOMM",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
}
_KINDS = {
    EvidenceKind.DATASET.value: "dataset",
    EvidenceKind.INTERVIEW.value: "interview",
    EvidenceKind.EMAIL.value: "personal_communication",
}


def csl_json(data: ReportData) -> bytes:
    """The sources as CSL JSON (citeproc), in the order of the case."""
    items = csl_items(data)
    return (json.dumps(items, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def csl_items(data: ReportData) -> list[dict[str, Any]]:
    """One item for each source."""
    captured = captured_items(data)
    return [
        _item(source, number, captured.get(source.id))
        for number, source in enumerate(data.sources, 1)
    ]


def captured_items(data: ReportData) -> dict[str, EvidenceRow]:
    """The item of evidence that stands for a source: the first captured one, else the first."""
    found: dict[str, EvidenceRow] = {}
    for item in data.evidence:
        if not item.source_id:
            continue
        known = found.get(item.source_id)
        if known is None or (known.captured_at is None and item.captured_at is not None):
            found[item.source_id] = item
    return found


def _item(source: SourceRow, number: int, item: EvidenceRow | None) -> dict[str, Any]:
    made = item_of(source)
    if not source.csl and item is not None:
        made["type"] = _KINDS.get(item.kind, made["type"])
    added = {
        "id": source.label or f"S{number}",
        "title": made.get("title") or source.url,
        "accessed": accessed(item),
        "archive_location": source.archive_url,
        "abstract": made.get("abstract") or (source.description if source.title else ""),
        "note": " ".join((*filter(None, [made.get("note", "")]), *_notes(source))),
    }
    return {**made, **{key: value for key, value in added.items() if value}}


def accessed(item: EvidenceRow | None) -> dict[str, Any]:
    """The day on which an item was captured, as CSL has it."""
    if item is None or item.captured_at is None:
        return {}
    at = item.captured_at.astimezone(UTC)
    return {"date-parts": [[at.year, at.month, at.day]]}


def _notes(source: SourceRow) -> Iterator[str]:
    """What neither format has a field for."""
    if source.reliability or source.credibility:
        grade = palette.grade(source.reliability, source.credibility)
        yield f"Admiralty grade {grade}."
    if source.date_note:
        yield f"Date: {source.date_note}"
    if source.independence_group:
        yield f"Shares its origin with: {source.independence_group}."


def ris(data: ReportData) -> bytes:
    """The sources as RIS: one record each, lines ended by CR LF."""
    lines = []
    for item in csl_items(data):
        lines += [f"{tag}  - {value}".rstrip() for tag, value in _ris_fields(item)]
        lines += ["ER  - ", ""]
    return "\r\n".join([*lines, ""]).encode("utf-8", "replace")


def _ris_fields(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield "TY", _RIS_TYPES.get(str(item.get("type")), "GEN")
    yield "ID", _line(item.get("id"))
    for tag, key in (("TI", "title"), ("T2", "container-title"), ("PB", "publisher")):
        if item.get(key):
            yield tag, _line(item[key])
    for author in item.get("author", ()):
        yield "AU", _line(_name(author))
    issued = _parts_of(item.get("issued"))
    if issued:
        yield "PY", f"{issued[0]:04d}"
        yield "DA", _ris_date(issued)
    accessed = _parts_of(item.get("accessed"))
    if accessed:
        yield "Y2", _ris_date(accessed)
    for tag, key in (
        ("UR", "URL"),
        ("DO", "DOI"),
        ("L2", "archive_location"),
        ("LA", "language"),
        ("AB", "abstract"),
        ("N1", "note"),
    ):
        if item.get(key):
            yield tag, _line(item[key])


def _name(author: Any) -> str:
    if not isinstance(author, dict):
        return str(author)
    if author.get("family"):
        return ", ".join(str(author[key]) for key in ("family", "given") if author.get(key))
    return str(author.get("literal", ""))


def _parts_of(written: Any) -> list[int]:
    """The numbers of a CSL date; none where it has only words."""
    if not isinstance(written, dict):
        return []
    parts = (written.get("date-parts") or [[]])[0]
    return [int(part) for part in parts if str(part).isdecimal()]


def _ris_date(parts: list[int]) -> str:
    """Year, month, day with slashes; what is not known is left empty."""
    year, month, day = (*parts, 0, 0)[:3]
    return f"{year:04d}/{f'{month:02d}' if month else ''}/{f'{day:02d}' if day else ''}/"


def _line(value: Any) -> str:
    return " ".join(str(value).split())
