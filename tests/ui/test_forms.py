"""What lines of a form mean, and that they come back as they were."""

from __future__ import annotations

import pytest

from verifier.ui.forms.field import as_line, as_records, from_line, from_records

PARTS = ("kind", "date", "reference")


@pytest.mark.parametrize(
    "values", [[], ["A"], ["A", "B, C"], ["About 70 sites, of ministries"], ["a b", "c"]]
)
def test_a_line_gives_its_values_back(values: list[str]) -> None:
    assert from_line(as_line(values)) == values


def test_commas_part_where_no_semicolon_does() -> None:
    assert from_line("GRU, Unit 29155 ") == ["GRU", "Unit 29155"]


@pytest.mark.parametrize(
    "record",
    [
        {"kind": "indictment", "date": "2024-09-05", "reference": "US v. Stigal; sealed"},
        {"kind": "sanctions"},
        {"kind": "sanctions", "reference": "EU 2024/1"},
    ],
)
def test_a_record_gives_its_parts_back(record: dict[str, str]) -> None:
    assert from_records(as_records([record], PARTS), PARTS) == [record]


def test_a_date_is_told_by_its_look_wherever_it_stands() -> None:
    assert from_records("2024; indictment", PARTS) == [{"kind": "indictment", "date": "2024"}]
