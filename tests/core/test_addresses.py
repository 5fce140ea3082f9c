"""Where cases are: files, and cases of a server, whose passwords are never shown."""

from __future__ import annotations

import pytest

from verifier import addresses


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("postgresql://ann@host/cases", True),
        ("postgres://host/cases", True),
        ("/home/ann/postgres.vcase", False),
        ("C:\\postgresql\\one.vcase", False),
    ],
)
def test_a_server_is_told_from_a_file(location: str, expected: bool) -> None:
    assert addresses.is_server(location) is expected


def test_an_address_may_name_a_case() -> None:
    named = addresses.of_case("postgresql://ann@host/cases?host=%2Ftmp", "0197-ab")
    assert addresses.parted(named) == ("postgresql://ann@host/cases?host=%2Ftmp", "0197-ab")
    assert addresses.parted("postgresql://host/cases") == ("postgresql://host/cases", None)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("postgresql://ann:secret@host:1/cases#1", "postgresql://ann@host:1/cases#1"),
        (
            "postgresql://ann@/c?host=%2Ftmp&password=secret",
            "postgresql://ann@/c?host=%2Ftmp",
        ),
        ("postgresql:///cases", "postgresql:///cases"),
        ("postgresql://[broken/cases", ""),
    ],
)
def test_a_password_is_never_shown(address: str, shown: str) -> None:
    assert addresses.without_password(address) == shown


def test_a_password_typed_beside_the_address_may_hold_any_letter() -> None:
    made = addresses.with_password("postgresql://ann:old@host/cases", "p@ss/w#rd")
    assert made == "postgresql://ann:p%40ss%2Fw%23rd@host/cases"
    assert addresses.parted(made)[1] is None
    assert addresses.with_password("postgresql://ann@host/cases", "").endswith("ann@host/cases")
