"""Which lines the claims table shows, and in which order: without a window."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from verifier.queries.claims import AssessmentRow, ClaimRow, ClaimSummary, HighlightRow
from verifier.ui.table.arranging import Arranger
from verifier.ui.table.columns import Names
from verifier.ui.table.grouping import Group
from verifier.ui.table.views import (
    LEAST_WIDTH,
    MOST_WIDTH,
    USUAL_COLUMNS,
    Now,
    TableView,
    Wanted,
    shipped_views,
    view_from_json,
)

NAMES = Names(
    {"p1": "Anna", "p2": "Zoe"}, {"d1": "Report"}, "Not rated", lambda _, number: str(number)
)
NOW = Now("p1", "2026-03-01")


def claim(
    number: int, statement: str, *, citations: int = 0, origins: int = 0, **fields: Any
) -> Any:
    values: dict[str, Any] = dict.fromkeys(ClaimRow.__slots__, "")
    values |= {"id": f"c{number}", "number": number, "statement": statement, "priority": 0}
    values |= {"tags": [], "assignee_id": None, "status": "unstarted"}
    row = ClaimRow(**(values | fields))
    return ClaimSummary(row, (), None, citations, origins)


def rated(line: ClaimSummary, verdict: str) -> ClaimSummary:
    values: dict[str, Any] = dict.fromkeys(AssessmentRow.__slots__, "")
    values |= {"verdict_scale": "verifier", "verdict": verdict, "at": datetime.now(UTC)}
    return ClaimSummary(line.claim, (), AssessmentRow(**values), line.citations, line.origins)


def placed(line: ClaimSummary, *documents: str) -> ClaimSummary:
    values: dict[str, Any] = dict.fromkeys(HighlightRow.__slots__, "")
    found = tuple(HighlightRow(**(values | {"document_id": each})) for each in documents)
    return ClaimSummary(line.claim, found, None, 0)


LINES = (
    claim(1, "Bread is dear", claimant="Minister", tags=["food", "prices"], assignee_id="p2"),
    claim(2, "Apples are cheap", tags=["food"], due="2026-02-01", citations=3, origins=1),
    claim(3, "Corn is gone", priority=3, assignee_id="p1", status="approved", due="2026-01-01"),
)


def shown(wanted: Wanted, lines: Any = LINES, closed: Any = ()) -> list[Any]:
    arranged = Arranger(NAMES).arrange(lines, wanted, NOW, closed)
    return [
        (line.title, line.count) if isinstance(line, Group) else line.claim.number
        for line in arranged
    ]


def test_words_are_looked_for_in_every_column_or_in_the_one_that_is_named() -> None:
    assert shown(Wanted(words="minister BREAD")) == [1]
    assert shown(Wanted(words="tags:food")) == [1, 2]
    assert shown(Wanted(words="claim:food")) == []
    assert shown(Wanted(words="assignee:anna")) == [3]
    assert shown(Wanted(words="status:approved corn")) == [3]


def test_lines_that_are_equal_in_a_column_keep_their_order() -> None:
    assert shown(Wanted(sort="statement")) == [2, 1, 3]
    assert shown(Wanted(sort="priority")) == [3, 1, 2]
    assert shown(Wanted(sort="claimant", descending=True)) == [1, 2, 3]
    assert shown(Wanted()) == [1, 2, 3]


def test_a_claim_with_two_tags_stands_under_both_headings() -> None:
    assert shown(Wanted(group="tag")) == [
        *(("food", 2), 1, 2),
        *(("prices", 1), 1),
        *(("No tag", 1), 3),
    ]
    assert shown(Wanted(group="tag"), closed={"food"})[:2] == [("food", 2), ("prices", 1)]


def test_groups_are_in_the_order_of_what_they_stand_for() -> None:
    assert shown(Wanted(group="assignee", sort="statement")) == [
        *(("Anna", 1), 3),
        *(("Zoe", 1), 1),
        *(("Nobody", 1), 2),
    ]
    headings = [each for each in shown(Wanted(group="status")) if isinstance(each, tuple)]
    assert headings == [("Not started", 2), ("Approved", 1)]
    both = (placed(LINES[0], "d1"), LINES[1])
    assert shown(Wanted(group="document"), both) == [("Report", 1), 1, ("In no document", 1), 2]


def test_the_shipped_views_show_what_their_names_say() -> None:
    found = {view.wanted.only: shown(view.wanted) for view in shipped_views()}
    assert found == {
        "": [1, 2, 3],
        "mine": [3],
        "nobody": [2],
        "to_rate": [1, 2],
        "uncited": [1],
        "one_origin": [2],
        "late": [2],
        "in_review": [],
    }


def test_a_verdict_is_chosen_by_its_code_and_none_by_an_empty_one() -> None:
    lines = (rated(LINES[0], "refuted"), LINES[1])
    assert shown(Wanted(verdict="refuted"), lines) == [1]
    assert shown(Wanted(verdict=""), lines) == [2]


def test_what_is_kept_of_a_claim_is_forgotten_when_it_changes() -> None:
    arranger = Arranger(NAMES)
    before, after = claim(1, "Bread"), claim(1, "Cake")
    assert arranger.filtered((before,), Wanted(words="bread"), NOW)
    arranger.forget(["c1"])
    assert not arranger.filtered((after,), Wanted(words="bread"), NOW)


def test_a_view_comes_back_from_the_settings_as_it_was_kept() -> None:
    wanted = Wanted("a b", "refuted", "mine", "due", True, "tag")
    columns = ("due", "statement", "tags")
    for widths in (None, (), (("due", 120), ("tags", 300))):
        view = TableView("Mine, by date", wanted, columns, widths)
        assert view_from_json(view.to_json()) == view


def test_a_view_that_somebody_spoilt_in_the_settings_shows_what_it_can() -> None:
    assert view_from_json({"name": ""}) is None
    found = view_from_json({"name": "X", "sort": "colour", "columns": ["due"], "verdict": 3})
    assert found == TableView("X", Wanted(), USUAL_COLUMNS)
    spoilt = {"status": "wide", "colour": 30, "due": 5, "tags": 10**9}
    found = view_from_json({"name": "X", "widths": spoilt})
    assert found is not None
    assert found.widths == (("due", LEAST_WIDTH), ("tags", MOST_WIDTH))
