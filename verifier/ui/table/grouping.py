"""By what the claims table can be grouped, as data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from verifier.queries.claims import ClaimSummary
from verifier.ui.table.columns import STATUS_ORDER, WORTH_ORDER, Names, verdict_key, verdict_text
from verifier.ui.words import KINDS, STATUSES, WORTHS, word

CONTEXT = "Grouping"
LAST = "\uffff"
Heading = tuple[Any, str]
"""What a group sorts by, and its title."""


@dataclass(frozen=True, slots=True)
class Group:
    """The line above the claims of a group."""

    key: str
    title: str
    count: int
    is_open: bool


@dataclass(frozen=True)
class Grouping:
    """One way to group; a claim may stand in several groups, as by tags."""

    id: str
    words: object
    headings: Callable[[ClaimSummary, Names], tuple[Heading, ...]]

    @property
    def title(self) -> str:
        """In the language of the window."""
        return QCoreApplication.translate(CONTEXT, cast(str, self.words))


def _named(text: str, otherwise: str) -> tuple[Heading, ...]:
    return ((text.casefold(), text),) if text else ((LAST, otherwise),)


def _assignee(line: ClaimSummary, names: Names) -> tuple[Heading, ...]:
    nobody = QCoreApplication.translate("Grouping", "Nobody")
    return _named(names.people.get(line.claim.assignee_id or "", ""), nobody)


def _documents(line: ClaimSummary, names: Names) -> tuple[Heading, ...]:
    found = {h.document_id: names.documents.get(h.document_id, "") for h in line.highlights}
    if not found:
        return ((LAST, QCoreApplication.translate("Grouping", "In no document")),)
    return tuple((title.casefold(), title) for title in found.values())


def _tags(line: ClaimSummary, names: Names) -> tuple[Heading, ...]:  # noqa: ARG001
    if not line.claim.tags:
        return ((LAST, QCoreApplication.translate("Grouping", "No tag")),)
    return tuple((tag.casefold(), tag) for tag in line.claim.tags)


def _kind(line: ClaimSummary, names: Names) -> tuple[Heading, ...]:  # noqa: ARG001
    return ((line.claim.kind or LAST, word(KINDS, line.claim.kind)),)


def _claimant(line: ClaimSummary, names: Names) -> tuple[Heading, ...]:  # noqa: ARG001
    return _named(line.claim.claimant, QCoreApplication.translate("Grouping", "Claimant not known"))


def _status(line: ClaimSummary, names: Names) -> tuple[Heading, ...]:  # noqa: ARG001
    status = line.claim.status
    return ((STATUS_ORDER.get(status, 99), word(STATUSES, status)),)


def _verdict(line: ClaimSummary, names: Names) -> tuple[Heading, ...]:
    return ((verdict_key(line, names), verdict_text(line, names)),)


def _priority(line: ClaimSummary, names: Names) -> tuple[Heading, ...]:  # noqa: ARG001
    words = QCoreApplication.translate("Grouping", "Priority %1")
    return ((-line.claim.priority, words.replace("%1", str(line.claim.priority))),)


def _worth(line: ClaimSummary, names: Names) -> tuple[Heading, ...]:  # noqa: ARG001
    return ((WORTH_ORDER.get(line.claim.worth, 2), word(WORTHS, line.claim.worth)),)


GROUPINGS: tuple[Grouping, ...] = (
    Grouping("status", QT_TRANSLATE_NOOP("Grouping", "Status"), _status),
    Grouping("verdict", QT_TRANSLATE_NOOP("Grouping", "Verdict"), _verdict),
    Grouping("assignee", QT_TRANSLATE_NOOP("Grouping", "Assignee"), _assignee),
    Grouping("document", QT_TRANSLATE_NOOP("Grouping", "Document"), _documents),
    Grouping("tag", QT_TRANSLATE_NOOP("Grouping", "Tag"), _tags),
    Grouping("kind", QT_TRANSLATE_NOOP("Grouping", "Kind"), _kind),
    Grouping("claimant", QT_TRANSLATE_NOOP("Grouping", "Claimant"), _claimant),
    Grouping("priority", QT_TRANSLATE_NOOP("Grouping", "Priority"), _priority),
    Grouping("worth", QT_TRANSLATE_NOOP("Grouping", "Worth checking"), _worth),
)
BY_ID = {grouping.id: grouping for grouping in GROUPINGS}
