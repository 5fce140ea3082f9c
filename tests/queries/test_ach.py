"""Competing hypotheses: scores with known answers, and what they must not say."""

from __future__ import annotations

import json

import pytest

from verifier import paths
from verifier.queries.ach import (
    DECIMAL,
    OPEN_SOURCE,
    PARC,
    UNWEIGHTED,
    AchRow,
    Method,
    as_of,
    best,
    consensus,
    diagnosticity,
    ranking,
    scores,
    sensitivity,
    without,
)

THREE = ("H1", "H2", "H3")
FOUR = ("H1", "H2", "H3", "H4")


def _row(row_id: str, weights: str, codes: str) -> AchRow:
    cells = dict(zip(THREE, codes.split(), strict=True))
    return AchRow(row_id, cells, credibility=weights[0], relevance=weights[1])


VECTOR = [
    _row("E1", "HH", "II C N"),
    _row("E2", "ML", "I I I"),
    _row("E3", "LM", "CC II I"),
    _row("E4", "HL", "C I NA"),
]


@pytest.fixture(scope="module")
def sample() -> list[AchRow]:
    text = (paths.resources() / "sample" / "case.json").read_text(encoding="utf-8")
    return [
        AchRow(
            item["id"],
            item["cells"],
            item["credibility"],
            item["relevance"],
            item["dependency_group"],
            item["date"],
        )
        for item in json.loads(text)["ach"][0]["items"]
    ]


def _rounded(rows: list[AchRow], *, one_per_group: bool = False) -> tuple[float, ...]:
    scored = scores(rows, FOUR, DECIMAL, one_per_group=one_per_group)
    return tuple(round(scored[hypothesis], 2) for hypothesis in FOUR)


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        (UNWEIGHTED, (3, 4, 2)),
        (PARC, (-4.7071, -3.1213, -1.4142)),
        (OPEN_SOURCE, (5.0, 4.0, 1.5)),
    ],
)
def test_the_published_methods_give_their_known_scores(
    method: Method, expected: tuple[float, ...]
) -> None:
    scored = scores(VECTOR, THREE, method)
    assert tuple(scored.values()) == pytest.approx(expected, abs=5e-5)


def test_weights_can_change_which_account_stands_worst() -> None:
    assert ranking(scores(VECTOR, THREE, UNWEIGHTED)) == ["H3", "H1", "H2"]
    assert ranking(scores(VECTOR, THREE, PARC)) == ["H3", "H2", "H1"]


def test_a_row_rated_the_same_everywhere_tells_nothing() -> None:
    assert [diagnosticity(row, THREE) for row in VECTOR] == [3, 0, 4, 2]


def test_cells_that_are_empty_or_not_applicable_are_not_rated() -> None:
    assert diagnosticity(AchRow("E", {"H1": "NA", "H2": "II", "H3": ""}), THREE) == 0
    assert diagnosticity(AchRow("E", {}), THREE) == 0
    assert scores([AchRow("E", {"H1": "NA", "H2": ""})], THREE) == {"H1": 0.0}


def test_an_account_that_nobody_rated_does_not_seem_the_best(sample: list[AchRow]) -> None:
    scored = scores(sample, (*FOUR, "H5"))
    assert "H5" not in scored
    assert best(scored) == {"H1"}


def test_equal_accounts_stand_best_together() -> None:
    assert best(scores(VECTOR[1:2], THREE)) == set(THREE)
    assert best({}) == set()


def test_the_sample_has_its_published_totals(sample: list[AchRow]) -> None:
    assert _rounded(sample) == (1.1, 6.89, 10.73, 13.01)
    assert _rounded(sample, one_per_group=True) == (1.1, 4.19, 5.1, 7.59)


@pytest.mark.parametrize(
    ("day", "items", "every_row", "one_per_group"),
    [
        ("2022-01-16", 11, (1.1, 1.4, 2.54, 2.03), (1.1, 1.4, 2.1, 1.59)),
        ("2022-01-31", 14, (1.1, 1.89, 3.73, 3.01), (1.1, 1.89, 2.1, 1.59)),
        ("2022-05-31", 16, (1.1, 3.89, 7.73, 7.01), (1.1, 2.89, 4.1, 3.59)),
        ("2023-06-30", 17, (1.1, 4.89, 8.73, 9.01), (1.1, 3.19, 4.1, 5.59)),
        ("2024-09-30", 19, (1.1, 6.89, 10.73, 13.01), (1.1, 4.19, 5.1, 7.59)),
    ],
)
def test_the_sample_stood_so_on_a_given_day(
    sample: list[AchRow],
    day: str,
    items: int,
    every_row: tuple[float, ...],
    one_per_group: tuple[float, ...],
) -> None:
    known = as_of(sample, day)
    assert len(known) == items
    assert _rounded(known) == every_row
    assert _rounded(known, one_per_group=True) == one_per_group


@pytest.mark.parametrize(
    ("dropped", "every_row", "one_per_group"),
    [
        ("E15 E16 E18 E19", (1.1, 2.89, 4.73, 5.01), (1.1, 2.19, 2.1, 3.59)),
        ("E05 E06 E17", (0.4, 5.19, 8.73, 11.01), (0.4, 3.19, 4.1, 5.59)),
        ("E15 E16 E17 E18 E19", (1.1, 1.89, 3.73, 3.01), (1.1, 1.89, 2.1, 1.59)),
        ("E01 E02 E03 E04 E07 E09 E11 E14", (0.7, 6.4, 8.0, 10.49), (0.7, 3.7, 4.0, 6.49)),
    ],
)
def test_the_sample_without_some_of_its_evidence(
    sample: list[AchRow],
    dropped: str,
    every_row: tuple[float, ...],
    one_per_group: tuple[float, ...],
) -> None:
    rest = without(sample, dropped.split())
    assert _rounded(rest) == every_row
    assert _rounded(rest, one_per_group=True) == one_per_group


def test_no_single_row_of_the_sample_carries_its_answer(sample: list[AchRow]) -> None:
    dropped = sensitivity(sample, FOUR)
    assert [each.dropped for each in dropped] == [row.id for row in sample]
    assert not any(each.changes_best for each in dropped)


def test_a_row_that_carries_the_answer_is_told() -> None:
    told = {each.dropped: each.changes_best for each in sensitivity(VECTOR, THREE, UNWEIGHTED)}
    assert told["E1"] is True
    assert told["E2"] is False


@pytest.mark.parametrize(
    ("date", "known"),
    [
        ("", True),
        ("2022-01-15", True),
        ("2022-01-09/2022-01-15", True),
        ("2022-01-09/2022-01-17", False),
        ("2021", True),
        ("2022", False),
        ("2022-01", False),
        ("2021-12", True),
    ],
)
def test_a_vague_date_counts_from_its_last_day(date: str, known: bool) -> None:
    assert bool(as_of([AchRow("E", {}, date=date)], "2022-01-16")) is known


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        ([], "Consensus"),
        (["C"], "Consensus"),
        (["C", "CC"], "Consensus"),
        (["N", "C"], "Mild Disagreement"),
        (["C", "I"], "Strong Disagreement"),
        (["CC", "II"], "Extreme Disagreement"),
    ],
)
def test_raters_of_a_cell_agree_more_or_less(codes: list[str], words: str) -> None:
    assert consensus(codes) == words
