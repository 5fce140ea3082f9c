"""The columns of the claims table, as data: what each shows, how it sorts, how wide it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from verifier.queries.claims import ClaimSummary
from verifier.ui.looks import label, level
from verifier.ui.words import KINDS, STATUSES, WORTHS, word

CONTEXT = "Columns"


@dataclass(frozen=True)
class Names:
    """Names of what a line only has the ids of."""

    people: Mapping[str, str]
    documents: Mapping[str, str]
    unrated: str
    page: Callable[[str, int], str]
    """What a page of an edition is called, by its number."""


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
    field: str = ""
    """The claim's field that may be changed in the cell; empty where it may not."""
    editor: str = "line"
    """line, tags, or choice"""
    tip: object = ""
    """What the title says when the pointer rests on it."""

    @property
    def title(self) -> str:
        """In the language of the window."""
        return QCoreApplication.translate(CONTEXT, cast(str, self.words))

    @property
    def hint(self) -> str:
        """What the title says when the pointer rests on it."""
        return QCoreApplication.translate(CONTEXT, cast(str, self.tip)) if self.tip else self.title


def verdict_text(line: ClaimSummary, names: Names) -> str:
    """The verdict in words."""
    rated = line.assessment
    if rated is None or not rated.verdict:
        return names.unrated
    return label(rated.verdict_scale, rated.verdict)


def verdict_key(line: ClaimSummary, names: Names) -> tuple[int, str]:  # noqa: ARG001
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
    page = names.page(first.edition_id, first.page)
    return f"{names.documents.get(first.document_id, '')}, {page}"


def _place_key(line: ClaimSummary, names: Names) -> tuple[str, int]:
    if not line.highlights:
        return ("\uffff", 0)
    first = line.highlights[0]
    return (names.documents.get(first.document_id, "").casefold(), first.start)


STATUS_ORDER = {code: at for at, code in enumerate(STATUSES)}


WORTH_ORDER = {"yes": 0, "partly": 1, "": 2, "no": 3}


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
        field="statement",
    ),
    Column(
        "verdict",
        QT_TRANSLATE_NOOP("Columns", "Verdict"),
        verdict_text,
        verdict_key,
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
        lambda line, _: STATUS_ORDER.get(line.claim.status, 99),
        130,
        "status",
        field="status",
        editor="choice",
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
        "origins",
        QT_TRANSLATE_NOOP("Columns", "Origins"),
        lambda line, _: str(line.origins or ""),
        lambda line, _: line.origins,
        76,
        "number",
        is_shown=False,
        tip=QT_TRANSLATE_NOOP(
            "Columns", "Independently confirmed by so many origins: one group counts once"
        ),
    ),
    Column(
        "kind",
        QT_TRANSLATE_NOOP("Columns", "Kind"),
        lambda line, _: word(KINDS, line.claim.kind) if line.claim.kind else "",
        lambda line, _: line.claim.kind,
        100,
        is_shown=False,
        field="kind",
        editor="choice",
    ),
    Column(
        "claimant",
        QT_TRANSLATE_NOOP("Columns", "Claimant"),
        lambda line, _: line.claim.claimant,
        lambda line, _: line.claim.claimant.casefold(),
        150,
        is_shown=False,
        field="claimant",
    ),
    Column(
        "assignee",
        QT_TRANSLATE_NOOP("Columns", "Assignee"),
        _assignee,
        lambda line, names: _assignee(line, names).casefold() or "\uffff",
        120,
        is_shown=False,
        field="assignee_id",
        editor="choice",
    ),
    Column(
        "priority",
        QT_TRANSLATE_NOOP("Columns", "Priority"),
        lambda line, _: str(line.claim.priority or ""),
        lambda line, _: -line.claim.priority,
        72,
        "number",
        is_shown=False,
        field="priority",
        editor="choice",
    ),
    Column(
        "worth",
        QT_TRANSLATE_NOOP("Columns", "Worth checking"),
        lambda line, _: word(WORTHS, line.claim.worth) if line.claim.worth else "",
        lambda line, _: WORTH_ORDER.get(line.claim.worth, 2),
        130,
        is_shown=False,
        field="worth",
        editor="choice",
    ),
    Column(
        "date",
        QT_TRANSLATE_NOOP("Columns", "Date"),
        lambda line, _: line.claim.date,
        lambda line, _: line.claim.date or "\uffff",
        100,
        is_shown=False,
        field="date",
    ),
    Column(
        "due",
        QT_TRANSLATE_NOOP("Columns", "Due"),
        lambda line, _: line.claim.due,
        lambda line, _: line.claim.due or "\uffff",
        100,
        is_shown=False,
        field="due",
    ),
    Column(
        "tags",
        QT_TRANSLATE_NOOP("Columns", "Tags"),
        lambda line, _: ", ".join(line.claim.tags),
        lambda line, _: ", ".join(line.claim.tags).casefold() or "\uffff",
        140,
        is_shown=False,
        field="tags",
        editor="tags",
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
BY_ID = {column.id: column for column in COLUMNS}
