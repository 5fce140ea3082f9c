"""Times are told as people where the computer stands write them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale

from verifier.ui.words import moment

AT = datetime(2026, 11, 22, 21, 51, tzinfo=UTC)


@pytest.fixture(autouse=True)
def locale_kept() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


def test_without_a_country_a_time_is_in_the_order_of_the_standard() -> None:
    QLocale.setDefault(QLocale.c())
    assert moment(AT) == f"{AT.astimezone():%Y-%m-%d %H:%M}"


def test_elsewhere_it_is_in_the_countrys_order() -> None:
    QLocale.setDefault(QLocale("de_DE"))
    assert moment(AT) == f"{AT.astimezone():%d.%m.%y %H:%M}"
