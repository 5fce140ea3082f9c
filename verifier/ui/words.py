"""The program's own vocabularies in the language of the window."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDateTime, QLocale

CONTEXT = "Words"

KINDS: Mapping[str, object] = {
    "": QT_TRANSLATE_NOOP("Words", "No kind chosen"),
    "statistic": QT_TRANSLATE_NOOP("Words", "Statistic"),
    "quotation": QT_TRANSLATE_NOOP("Words", "Quotation"),
    "event": QT_TRANSLATE_NOOP("Words", "Event"),
    "attribution": QT_TRANSLATE_NOOP("Words", "Attribution"),
    "forecast": QT_TRANSLATE_NOOP("Words", "Forecast"),
    "image": QT_TRANSLATE_NOOP("Words", "Image"),
    "background": QT_TRANSLATE_NOOP("Words", "Background"),
    "opinion": QT_TRANSLATE_NOOP("Words", "Opinion"),
}
STATUSES: Mapping[str, object] = {
    "unstarted": QT_TRANSLATE_NOOP("Words", "Not started"),
    "in_progress": QT_TRANSLATE_NOOP("Words", "In progress"),
    "ready_for_review": QT_TRANSLATE_NOOP("Words", "Ready for review"),
    "changes_requested": QT_TRANSLATE_NOOP("Words", "Changes requested"),
    "approved": QT_TRANSLATE_NOOP("Words", "Approved"),
    "published": QT_TRANSLATE_NOOP("Words", "Published"),
    "corrected": QT_TRANSLATE_NOOP("Words", "Corrected"),
    "dropped": QT_TRANSLATE_NOOP("Words", "Dropped"),
}
WORTHS: Mapping[str, object] = {
    "": QT_TRANSLATE_NOOP("Words", "Not looked at"),
    "yes": QT_TRANSLATE_NOOP("Words", "Worth checking"),
    "partly": QT_TRANSLATE_NOOP("Words", "Partly worth checking"),
    "no": QT_TRANSLATE_NOOP("Words", "Not worth checking"),
}
STANCES: Mapping[str, object] = {
    "supports": QT_TRANSLATE_NOOP("Words", "Supports"),
    "refutes": QT_TRANSLATE_NOOP("Words", "Refutes"),
    "mixed": QT_TRANSLATE_NOOP("Words", "Mixed"),
    "context": QT_TRANSLATE_NOOP("Words", "Context"),
}
RELATIONS: Mapping[str, object] = {
    "repeats": QT_TRANSLATE_NOOP("Words", "repeats"),
    "contradicts": QT_TRANSLATE_NOOP("Words", "contradicts"),
    "depends_on": QT_TRANSLATE_NOOP("Words", "depends on"),
    "part_of": QT_TRANSLATE_NOOP("Words", "is part of"),
}
RELATED: Mapping[str, object] = {
    "repeats": QT_TRANSLATE_NOOP("Words", "is repeated by"),
    "contradicts": QT_TRANSLATE_NOOP("Words", "is contradicted by"),
    "depends_on": QT_TRANSLATE_NOOP("Words", "is needed by"),
    "part_of": QT_TRANSLATE_NOOP("Words", "has as a part"),
}
"""The same, seen from the other claim."""
ROLES: Mapping[str, object] = {
    "checker": QT_TRANSLATE_NOOP("Words", "Checker"),
    "editor": QT_TRANSLATE_NOOP("Words", "Editor"),
    "owner": QT_TRANSLATE_NOOP("Words", "Owner"),
}
DECISIONS: Mapping[str, object] = {
    "submit": QT_TRANSLATE_NOOP("Words", "Submitted for review"),
    "request_changes": QT_TRANSLATE_NOOP("Words", "Changes requested"),
    "approve": QT_TRANSLATE_NOOP("Words", "Approved"),
    "reopen": QT_TRANSLATE_NOOP("Words", "Reopened"),
}


def word(vocabulary: Mapping[str, object], code: str) -> str:
    """The word for a code; the code itself where there is none."""
    if code not in vocabulary:
        return code
    return QCoreApplication.translate(CONTEXT, cast(str, vocabulary[code]))


def moment(at: datetime) -> str:
    """A time of the case, on the clock of whoever looks at it."""
    local = QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
    if QLocale().language() is QLocale.Language.C:
        return local.toString("yyyy-MM-dd HH:mm")
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)
