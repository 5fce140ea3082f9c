"""The columns of the claims table, as data: what each shows, how it sorts, how wide it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from verifier.queries.claims import ClaimSummary
from verifier.ui.looks import label, level
from verifier.ui.words import KINDS, STATUSES, word

CONTEXT = "Columns"


@dataclass(frozen=True)
class Names:
    """Names of what a line only has the ids of."""

    people: Mapping[str, str]
    documents: Mapping[str, str]
    unrated: str


@dataclass(frozen=True)
class Column:
    """One column."""

    id: str
    words: object
    text: Callable[[ClaimSummary, Names], str]
    key: Callable[[ClaimSummary, Names], Any]
    width: int
    look: str = "text"
    """text, chip, status, number"""
    is_shown: bool = True

    @property
    def title(self) -> str:
        """In the language of the window."""
        return QCoreApplication.translate(CONTEXT, cast(str, self.words))


def verdict_text(line: ClaimSummary, names: Names) -> str:
    """The verdict in words."""
    rated = line.assessment
    if rated is None or not rated.verdict:
        return names.unrated
    return label(rated.verdict_scale, rated.verdict)


def _verdict_key(line: ClaimSummary, names: Names) -> tuple[int, str]:  # noqa: ARG001
    rated = line.assessment
    if rated is None or not rated.verdict:
        return (-2, "")
    found = level(rated.verdict_scale, rated.verdict)
    rank = found.rank if found is not None and found.rank is not None else -1
    return (rank, rated.verdict)


def _confidence(line: ClaimSummary, names: Names) -> str:  # noqa: ARG001
    rated = line.assessment
    return label(rated.confidence_scale, rated.confidence) if rated and rated.confidence else ""


def _confidence_key(line: ClaimSummary, names: Names) -> int:  # noqa: ARG001
    rated = line.assessment
    found = level(rated.confidence_scale, rated.confidence) if rated else None
    return found.rank if found is not None and found.rank is not None else -1


def _likelihood(line: ClaimSummary, names: Names) -> str:  # noqa: ARG001
    rated = line.assessment
    return label(rated.likelihood_scale, rated.likelihood) if rated and rated.likelihood else ""


def _likelihood_key(line: ClaimSummary, names: Names) -> int:  # noqa: ARG001
    rated = line.assessment
    found = level(rated.likelihood_scale, rated.likelihood) if rated else None
    return found.rank if found is not None and found.rank is not None else -1


def _place(line: ClaimSummary, names: Names) -> str:
    if not line.highlights:
        return ""
    first = line.highlights[0]
    return f"{names.documents.get(first.document_id, '')}, {first.page}"


def _place_key(line: ClaimSummary, names: Names) -> tuple[str, int]:
    if not line.highlights:
        return ("\uffff", 0)
    first = line.highlights[0]
    return (names.documents.get(first.document_id, "").casefold(), first.start)


_ORDER = {code: at for at, code in enumerate(STATUSES)}


def _assignee(line: ClaimSummary, names: Names) -> str:
    return names.people.get(line.claim.assignee_id or "", "")


COLUMNS: tuple[Column, ...] = (
    Column(
        "number",
        QT_TRANSLATE_NOOP("Columns", "No."),
        lambda line, _: line.claim.label,
        lambda line, _: line.claim.number,
        56,
    ),
    Column(
        "statement",
        QT_TRANSLATE_NOOP("Columns", "Claim"),
        lambda line, _: " ".join(line.claim.statement.split()),
        lambda line, _: line.claim.statement.casefold(),
        320,
    ),
    Column(
        "verdict",
        QT_TRANSLATE_NOOP("Columns", "Verdict"),
        verdict_text,
        _verdict_key,
        160,
        "chip",
    ),
    Column(
        "confidence",
        QT_TRANSLATE_NOOP("Columns", "Confidence"),
        _confidence,
        _confidence_key,
        100,
    ),
    Column(
        "likelihood",
        QT_TRANSLATE_NOOP("Columns", "Likelihood"),
        _likelihood,
        _likelihood_key,
        110,
        is_shown=False,
    ),
    Column(
        "status",
        QT_TRANSLATE_NOOP("Columns", "Status"),
        lambda line, _: word(STATUSES, line.claim.status),
        lambda line, _: _ORDER.get(line.claim.status, 99),
        130,
        "status",
    ),
    Column(
        "sources",
        QT_TRANSLATE_NOOP("Columns", "Sources"),
        lambda line, _: str(line.citations),
        lambda line, _: line.citations,
        76,
        "number",
    ),
    Column(
        "kind",
        QT_TRANSLATE_NOOP("Columns", "Kind"),
        lambda line, _: word(KINDS, line.claim.kind) if line.claim.kind else "",
        lambda line, _: line.claim.kind,
        100,
        is_shown=False,
    ),
    Column(
        "claimant",
        QT_TRANSLATE_NOOP("Columns", "Claimant"),
        lambda line, _: line.claim.claimant,
        lambda line, _: line.claim.claimant.casefold(),
        150,
        is_shown=False,
    ),
    Column(
        "assignee",
        QT_TRANSLATE_NOOP("Columns", "Assignee"),
        _assignee,
        lambda line, names: _assignee(line, names).casefold() or "\uffff",
        120,
        is_shown=False,
    ),
    Column(
        "priority",
        QT_TRANSLATE_NOOP("Columns", "Priority"),
        lambda line, _: str(line.claim.priority or ""),
        lambda line, _: -line.claim.priority,
        72,
        "number",
        is_shown=False,
    ),
    Column(
        "date",
        QT_TRANSLATE_NOOP("Columns", "Date"),
        lambda line, _: line.claim.date,
        lambda line, _: line.claim.date or "\uffff",
        100,
        is_shown=False,
    ),
    Column(
        "due",
        QT_TRANSLATE_NOOP("Columns", "Due"),
        lambda line, _: line.claim.due,
        lambda line, _: line.claim.due or "\uffff",
        100,
        is_shown=False,
    ),
    Column(
        "tags",
        QT_TRANSLATE_NOOP("Columns", "Tags"),
        lambda line, _: ", ".join(line.claim.tags),
        lambda line, _: ", ".join(line.claim.tags).casefold() or "\uffff",
        140,
        is_shown=False,
    ),
    Column(
        "place",
        QT_TRANSLATE_NOOP("Columns", "Document, page"),
        _place,
        _place_key,
        180,
        is_shown=False,
    ),
)
