"""Dates as precise as they are known: 2022, 2022-01, 2022-01-14, or a range a/b.

ISO 8601 at reduced precision, as people know dates of claims and attacks. Nothing, or the word
"unknown", is a date that nobody knows.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

UNKNOWN = "unknown"
_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class DateSpan:
    """The first and the last day that a date may mean."""

    first: date
    last: date


def date_span(text: str) -> DateSpan | None:
    """The days a date may mean; `None` where it is unknown. ValueError where it is no date."""
    text = text.strip()
    if text in ("", UNKNOWN):
        return None
    start, slash, stop = text.partition("/")
    if not slash:
        return _one(start)
    span = DateSpan(_one(start).first, _one(stop).last)
    if span.last < _one(start).last:
        raise ValueError(f"{text} ends before it begins")
    return span


def is_date(text: str) -> bool:
    """Whether the text is a date, a range of dates, or says that it is unknown."""
    try:
        date_span(text)
    except ValueError:
        return False
    return True


def is_day(text: str) -> bool:
    """Whether the text is one day, such as 2022-01-14."""
    match = _PARTIAL.fullmatch(text)
    return bool(match and match[3]) and is_date(text)


def _one(text: str) -> DateSpan:
    match = _PARTIAL.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a date such as 2022, 2022-01 or 2022-01-14")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        return DateSpan(date(year, 1, 1), date(year, 12, 31))
    if day is None:
        first = date(year, month, 1)
        return DateSpan(first, date(year, month, monthrange(year, month)[1]))
    return DateSpan(date(year, month, day), date(year, month, day))
