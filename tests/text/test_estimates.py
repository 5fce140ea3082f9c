"""Likelihood and confidence never stand in one sentence."""

from __future__ import annotations

import pytest

from verifier import scales
from verifier.text.estimates import mixed_sentences, sentences

ICD = [word for level in scales.scale("icd203").levels for word in (level.label, level.also)]
LEVELS = [level.label for level in scales.scale("analytic").levels]


def mixed(text: str) -> list[str]:
    return [text[where.start : where.stop] for where in mixed_sentences(text, ICD, LEVELS)]


@pytest.mark.parametrize(
    "text",
    [
        "It is very likely, with high confidence, that the group did it.",
        "We judge with moderate confidence that it probably was a wiper.",
        "Our confidence is low that an unlikely actor was behind it.",
        "We are highly confident that it is almost certain.",
        "It was LIKELY them (High confidence).",
    ],
)
def test_a_sentence_with_both_is_found(text: str) -> None:
    assert mixed(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "It is very likely that the group did it. We have high confidence in this.",
        "It is very likely.\nConfidence: high",
        "The high likelihood was not questioned.",
        "Investors lost confidence; it is likely that prices fall to a new low.",
        "",
    ],
)
def test_apart_they_may_stand(text: str) -> None:
    assert mixed(text) == []


def test_only_the_sentence_that_mixes_is_named() -> None:
    text = "Two bulletins agree. It is likely, with high confidence. No more is known."
    assert mixed(text) == ["It is likely, with high confidence."]


def test_sentences_keep_numbers_and_addresses_whole() -> None:
    text = " It cost 3.5 million. See example.org for more!  "
    found = [text[where.start : where.stop] for where in sentences(text)]
    assert found == ["It cost 3.5 million.", "See example.org for more!"]
