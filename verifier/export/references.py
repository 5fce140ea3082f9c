"""The sources for reference managers: RIS and CSL JSON.

What a source's own CSL data says goes before what its fields say. Names of authors are written
as they stand: which part is the family name cannot be told from them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC
from typing import Any

from verifier.export import palette
from verifier.queries.evidence import EvidenceRow, SourceRow
from verifier.queries.report import ReportData
from verifier.states import EvidenceKind

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:$|T|/)")
_AUTHORS = re.compile(r"\s*;\s*")
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
    captured = _captured(data)
    return [
        _item(source, number, captured.get(source.id))
        for number, source in enumerate(data.sources, 1)
    ]


def _captured(data: ReportData) -> dict[str, EvidenceRow]:
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
    kind = _KINDS.get(item.kind if item else "", "webpage" if source.url else "document")
    made = {
        "id": source.label or f"S{number}",
        "type": kind,
        "title": source.title or source.description or source.url,
        "author": [{"literal": name} for name in _AUTHORS.split(source.author) if name],
        "publisher": source.publisher,
        "container-title": source.publisher if source.title and source.url else "",
        "issued": _csl_date(source.published),
        "accessed": _accessed(item),
        "URL": source.url,
        "archive_location": source.archive_url,
        "language": source.language,
        "abstract": source.description if source.title else "",
        "note": " ".join(_notes(source)),
    }
    return {key: value for key, value in made.items() if value} | source.csl


def _csl_date(written: str) -> dict[str, Any]:
    parts = date_parts(written)
    if parts:
        return {"date-parts": [parts]}
    return {"literal": written} if written else {}


def _accessed(item: EvidenceRow | None) -> dict[str, Any]:
    if item is None or item.captured_at is None:
        return {}
    at = item.captured_at.astimezone(UTC)
    return {"date-parts": [[at.year, at.month, at.day]]}


def date_parts(written: str) -> list[int]:
    """Year, month and day of an ISO date, as far as it says; of a range, those of its start."""
    found = _DATE.match(written)
    if not found:
        return []
    parts = [int(part) for part in found.groups() if part]
    if len(parts) > 1 and not 1 <= parts[1] <= 12:
        return parts[:1]
    return parts


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
