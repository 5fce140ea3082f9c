"""The fields of an item of the locker."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from verifier.actions.locker import moment
from verifier.errors import Invalid
from verifier.queries.evidence import EvidenceRow
from verifier.ui.forms.field import CONTEXT, Choices, Field, words_of

EVIDENCE_KINDS: Mapping[str, object] = {
    "link": QT_TRANSLATE_NOOP("Fields", "Link"),
    "file": QT_TRANSLATE_NOOP("Fields", "File"),
    "page": QT_TRANSLATE_NOOP("Fields", "Saved page"),
    "picture": QT_TRANSLATE_NOOP("Fields", "Picture"),
    "email": QT_TRANSLATE_NOOP("Fields", "E-mail"),
    "interview": QT_TRANSLATE_NOOP("Fields", "Interview"),
    "dataset": QT_TRANSLATE_NOOP("Fields", "Data set"),
}
TLP: Mapping[str, object] = {
    "clear": QT_TRANSLATE_NOOP("Fields", "Clear: for everybody"),
    "green": QT_TRANSLATE_NOOP("Fields", "Green: for the community"),
    "amber": QT_TRANSLATE_NOOP("Fields", "Amber: for those who need it"),
    "amber+strict": QT_TRANSLATE_NOOP("Fields", "Amber, strict: inside the house only"),
    "red": QT_TRANSLATE_NOOP("Fields", "Red: for named persons only"),
}
CUSTODY: Mapping[str, object] = {
    "captured": QT_TRANSLATE_NOOP("Fields", "Captured"),
    "imported": QT_TRANSLATE_NOOP("Fields", "Taken into the case"),
    "verified": QT_TRANSLATE_NOOP("Fields", "Verified"),
    "copied": QT_TRANSLATE_NOOP("Fields", "Copied"),
    "exported": QT_TRANSLATE_NOOP("Fields", "Exported"),
    "redacted": QT_TRANSLATE_NOOP("Fields", "Redacted"),
    "annotated": QT_TRANSLATE_NOOP("Fields", "Annotated"),
    "hash_failed": QT_TRANSLATE_NOOP("Fields", "Changed or missing"),
}
TIMES = ("captured_at", "archived_at")


def _kinds() -> Choices:
    return words_of(EVIDENCE_KINDS, CONTEXT)


def _tlp() -> Choices:
    return words_of(TLP, CONTEXT)


def _nothing() -> Choices:
    return []


FIELDS: tuple[Field, ...] = (
    Field("title", QT_TRANSLATE_NOOP("Fields", "Title"), wide=True),
    Field("kind", QT_TRANSLATE_NOOP("Fields", "Kind"), "choice", choices=_kinds, optional=False),
    Field("source_id", QT_TRANSLATE_NOOP("Fields", "Source"), "choice", choices=_nothing),
    Field(
        "url",
        QT_TRANSLATE_NOOP("Fields", "Link"),
        hint="https://",
        part=QT_TRANSLATE_NOOP("Fields", "Where it comes from"),
    ),
    Field("final_url", QT_TRANSLATE_NOOP("Fields", "Address it led to"), hint="https://"),
    Field(
        "captured_at",
        QT_TRANSLATE_NOOP("Fields", "Captured, with its zone"),
        hint="2022-01-14 10:30 +02:00",
    ),
    Field("collector", QT_TRANSLATE_NOOP("Fields", "Collected by")),
    Field("method", QT_TRANSLATE_NOOP("Fields", "How")),
    Field("tool", QT_TRANSLATE_NOOP("Fields", "With which tool")),
    Field("archive_url", QT_TRANSLATE_NOOP("Fields", "Archived copy"), hint="https://"),
    Field(
        "archived_at",
        QT_TRANSLATE_NOOP("Fields", "Archived, with its zone"),
        hint="2022-01-14 10:30 +02:00",
    ),
    Field(
        "origin_group",
        QT_TRANSLATE_NOOP("Fields", "Shared origin"),
        hint=QT_TRANSLATE_NOOP("Fields", "Items with the same words here count once"),
        part=QT_TRANSLATE_NOOP("Fields", "What to know of it"),
    ),
    Field(
        "tlp", QT_TRANSLATE_NOOP("Fields", "Sharing (TLP)"), "choice", choices=_tlp, optional=False
    ),
    Field("language", QT_TRANSLATE_NOOP("Fields", "Language"), hint="uk"),
    Field("rights", QT_TRANSLATE_NOOP("Fields", "Rights")),
    Field("note", QT_TRANSLATE_NOOP("Fields", "Note"), "text", wide=True),
)


def values_of(item: EvidenceRow) -> dict[str, Any]:
    """What the form shows of an item."""
    found = {field.name: getattr(item, field.name) for field in FIELDS}
    found["captured_at"] = written(item.captured_at, item.captured_offset)
    found["archived_at"] = written(item.archived_at, 0)
    return found


def change_of(name: str, value: Any) -> dict[str, Any]:
    """The change of an item that a field asks for; Invalid for a time that is none."""
    if name == "source_id":
        return {name: value or None}
    if name not in TIMES:
        return {name: value}
    at = _time(value)
    offset = at.utcoffset() if at is not None else None
    changes: dict[str, Any] = {name: at.astimezone(UTC) if at is not None else None}
    if name == "captured_at":
        changes["captured_offset"] = int(offset.total_seconds() // 60) if offset else 0
    return changes


def written(at: datetime | None, offset: int) -> str:
    """A time on the clock of where it was, with its zone; `offset` in minutes east of UTC."""
    if at is None:
        return ""
    there = at.astimezone(timezone(timedelta(minutes=offset)))
    seconds = "%H:%M:%S" if there.second else "%H:%M"
    zone = there.strftime("%z")
    return f"{there.strftime(f'%Y-%m-%d {seconds}')} {zone[:3]}:{zone[3:]}"


def _time(text: str) -> datetime | None:
    if not text:
        return None
    at = moment(text.replace(" +", "+").replace(" -", "-").replace(" Z", "Z"))
    if at is None:
        raise Invalid(
            f"“{text}” is not a time with its zone.", "Write it as 2022-01-14 10:30 +02:00."
        )
    return at
