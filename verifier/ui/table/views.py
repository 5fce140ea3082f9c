"""Views of the claims table: what is shown of it, in which order, under which name.

A view is kept in the person's settings, not in the case: what one person looks for is theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from verifier.queries.claims import ClaimSummary
from verifier.queries.triage import is_settled
from verifier.states import ClaimStatus
from verifier.ui.table.columns import COLUMNS

CONTEXT = "TableViews"
COLUMN_IDS = tuple(column.id for column in COLUMNS)
USUAL_COLUMNS = tuple(column.id for column in COLUMNS if column.is_shown)

LEAST_WIDTH = 44
MOST_WIDTH = 2000
"""Pixels of a column."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims, in which order, under which headings. Empty words want everything."""

    words: str = ""
    """Each must stand in a claim's line; `status:approved` must stand in that column."""
    verdict: str | None = None
    """A code, "" for unrated, None for all."""
    only: str = ""
    """One of `ONLY`."""
    sort: str = ""
    """A column's id; empty is the order of the documents."""
    descending: bool = False
    group: str = ""
    """A grouping's id."""


@dataclass(frozen=True, slots=True)
class TableView:
    """A named view, with its columns from the left."""

    name: str
    wanted: Wanted = Wanted()
    columns: tuple[str, ...] = USUAL_COLUMNS
    widths: tuple[tuple[str, int], ...] | None = None
    """Columns that were dragged to another width than the usual, in pixels; None leaves all as they
    are."""

    def to_json(self) -> dict[str, Any]:
        """For the settings."""
        kept = {"name": self.name, "columns": list(self.columns), **asdict(self.wanted)}
        return kept if self.widths is None else {**kept, "widths": dict(self.widths)}


def view_from_json(data: Mapping[str, Any]) -> TableView | None:
    """A view out of the settings, which anybody may have edited; None where it makes no sense."""
    name = data.get("name")
    if not isinstance(name, str) or not name.strip():
        return None
    verdict, sort = data.get("verdict"), str(data.get("sort", ""))
    wanted = Wanted(
        words=str(data.get("words", "")),
        verdict=verdict if isinstance(verdict, str) else None,
        only=str(data.get("only", "")),
        sort=sort if sort in COLUMN_IDS else "",
        descending=bool(data.get("descending", False)),
        group=str(data.get("group", "")),
    )
    found = data.get("columns")
    columns = [each for each in found if each in COLUMN_IDS] if isinstance(found, Sequence) else []
    shown = tuple(dict.fromkeys(columns))
    shown = shown if "statement" in shown else USUAL_COLUMNS
    return TableView(name, wanted, shown, _widths(data.get("widths")))


def _widths(data: object) -> tuple[tuple[str, int], ...] | None:
    if not isinstance(data, Mapping):
        return None
    return tuple(
        (name, min(max(LEAST_WIDTH, width), MOST_WIDTH))
        for name, width in data.items()
        if name in COLUMN_IDS and isinstance(width, int)
    )


@dataclass(frozen=True, slots=True)
class Now:
    """Who looks, and when: what some views depend on."""

    person_id: str
    today: str
    """ISO date."""


def now_for(person_id: str) -> Now:
    """This person, today."""
    return Now(person_id, datetime.now().astimezone().date().isoformat())


Test = Callable[[ClaimSummary, Now], bool]


def _is_unrated(line: ClaimSummary, _: Now) -> bool:
    rated = line.assessment
    open_work = not is_settled(line.claim) and (rated is None or not rated.verdict)
    return open_work or line.claim.status == ClaimStatus.CHANGES_REQUESTED


def _is_late(line: ClaimSummary, now: Now) -> bool:
    return bool(line.claim.due) and line.claim.due < now.today and not is_settled(line.claim)


ONLY: Mapping[str, Test] = {
    "mine": lambda line, now: line.claim.assignee_id == now.person_id,
    "nobody": lambda line, _: not line.claim.assignee_id and not is_settled(line.claim),
    "to_rate": _is_unrated,
    "uncited": lambda line, _: not line.citations and not is_settled(line.claim),
    "one_origin": lambda line, _: line.citations > 0 and line.origins < 2,
    "late": _is_late,
    "in_review": lambda line, _: line.claim.status == ClaimStatus.READY_FOR_REVIEW,
}
"""Claims of which something holds."""

_TITLES: Mapping[str, object] = {
    "": QT_TRANSLATE_NOOP("TableViews", "All claims"),
    "mine": QT_TRANSLATE_NOOP("TableViews", "Assigned to me"),
    "nobody": QT_TRANSLATE_NOOP("TableViews", "Assigned to nobody"),
    "to_rate": QT_TRANSLATE_NOOP("TableViews", "Still to be rated"),
    "uncited": QT_TRANSLATE_NOOP("TableViews", "Without sources"),
    "one_origin": QT_TRANSLATE_NOOP("TableViews", "Not independently confirmed"),
    "late": QT_TRANSLATE_NOOP("TableViews", "Overdue"),
    "in_review": QT_TRANSLATE_NOOP("TableViews", "Waiting for review"),
}


def shipped_views() -> tuple[TableView, ...]:
    """The views that everybody has, in the language of the window."""
    return tuple(
        TableView(QCoreApplication.translate(CONTEXT, cast(str, words)), Wanted(only=name))
        for name, words in _TITLES.items()
    )
