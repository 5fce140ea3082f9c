"""Changes of two people to the same words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.text.merging import changes, merge

WORDS = st.lists(st.sampled_from(["dam", "river", "failed", ".", "on", "13", " "]), max_size=12)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged"),
    [
        (
            "70 sites",
            "70 web sites",
            "Officials spoke of 70 sites",
            "Officials spoke of 70 web sites",
        ),
        ("Two. Both.", "Three. Both.", "Two. All.", "Three. All."),
        ("One, two, three.", "One, 2, three.", "One, two, four.", "One, 2, four."),
        ("70 sites", "70 web sites", "Many were defaced", None),
        ("", "New words", "Others", None),
    ],
)
def test_changes_meet_where_they_do_not_touch(
    base: str, mine: str, theirs: str, merged: str | None
) -> None:
    assert merge(base, mine, theirs) == merged


@given(WORDS, WORDS)
def test_nothing_is_lost_where_only_one_of_the_two_changed_anything(
    base: list[str], other: list[str]
) -> None:
    old, new = "".join(base), "".join(other)
    assert merge(old, new, old) == new
    assert merge(old, old, new) == new


@given(st.text(max_size=40), st.text(max_size=40))
def test_stretches_hold_both_texts_whole(old: str, new: str) -> None:
    found = changes(old, new)
    assert "".join(words for kind, words in found if kind != "in") == old
    assert "".join(words for kind, words in found if kind != "out") == new
