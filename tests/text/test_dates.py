"""Dates as precise as they are known."""

from __future__ import annotations

from datetime import date

import pytest

from verifier.text.dates import DateSpan, date_span, is_date, is_day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022-01-14", date(2022, 1, 14), date(2022, 1, 14)),
        ("2022-01-09/2022-01-15", date(2022, 1, 9), date(2022, 1, 15)),
        ("2021/2022-01", date(2021, 1, 1), date(2022, 1, 31)),
        ("2022-01-14/2022-01-14", date(2022, 1, 14), date(2022, 1, 14)),
    ],
)
def test_a_date_spans_the_days_it_may_mean(text: str, first: date, last: date) -> None:
    assert date_span(text) == DateSpan(first, last)


@pytest.mark.parametrize("text", ["", "  ", "unknown"])
def test_an_unknown_date_spans_nothing(text: str) -> None:
    assert date_span(text) is None
    assert is_date(text)


@pytest.mark.parametrize(
    "text",
    [
        *("22", "2022-1", "2022-13", "2022-02-30", "14.01.2022", "0000", "yesterday"),
        *("2022-01-15/2022-01-09", "2022/", "/2022", "2022/2023/2024", "2022-01-14T10:00"),
        "٢٠٢٢-٠١-٣٢",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    assert not is_date(text)


def test_a_due_date_is_one_day() -> None:
    assert is_day("2022-01-14")
    assert not any(map(is_day, ("", "unknown", "2022-01", "2022-01-14/2022-01-15", "2022-02-30")))
