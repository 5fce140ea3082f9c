"""The direction of a paragraph is that of its first strong letter."""

from __future__ import annotations

import pytest

from verifier.text.direction import is_rtl, runs_rtl


@pytest.mark.parametrize(
    ("words", "has_some", "runs"),
    [
        ("The ministry", False, False),
        ("قال الوزير", True, True),
        ("12 – «אמר» said", True, True),
        ("He said: قال", True, False),
        ("1234 (–)", False, False),
        ("", False, False),
        ("\u200f12", False, False),
    ],
)
def test_the_first_strong_letter_says_which_way_a_paragraph_runs(
    words: str, *, has_some: bool, runs: bool
) -> None:
    assert is_rtl(words) is has_some
    assert runs_rtl(words) is runs
