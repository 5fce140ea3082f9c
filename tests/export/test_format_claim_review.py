"""ClaimReview by Google's rules."""

from __future__ import annotations

import json
from typing import Any

import factories_report as make
import pytest
from sample_case import sample_data

from verifier.export.claim_review import claim_reviews
from verifier.scales import scale


def reviews_of(scale_id: str, code: str, **more: Any) -> list[dict[str, Any]]:
    shown = make.document("A claim.", url="https://example.org/report")
    claim = make.claim(
        1,
        highlights=(make.highlight(shown, 1, 0, 8),),
        history=(make.assessment(1, code, verdict_scale=scale_id),),
        **more,
    )
    made = json.loads(claim_reviews(make.data([shown], [claim]), "https://facts.example/c#top"))
    found: list[dict[str, Any]] = made["@graph"]
    return found


@pytest.mark.parametrize(
    ("code", "value"),
    [("false", 1), ("mostly-false", 2), ("half-true", 3), ("mostly-true", 4), ("true", 5)],
)
def test_a_step_of_the_house_scale_has_its_number_between_worst_and_best(
    code: str, value: int
) -> None:
    (review,) = reviews_of("house-5", code)
    rating = review["reviewRating"]
    assert rating["ratingValue"] == value
    assert (rating["worstRating"], rating["bestRating"]) == (1, 5)
    assert rating["alternateName"] == scale("house-5").level(code).label


def test_an_unrated_code_has_words_and_no_number() -> None:
    for level in scale("house-5").levels:
        if not level.is_rated:
            (review,) = reviews_of("house-5", level.code)
            assert review["reviewRating"] == {"@type": "Rating", "alternateName": level.label}


def test_a_scale_without_documented_numbers_has_words_only() -> None:
    (review,) = reviews_of("politifact", "true")
    assert set(review["reviewRating"]) == {"@type", "alternateName"}


def test_what_google_requires_is_there() -> None:
    (review,) = reviews_of("house-5", "false", claimant="The ministry", date="2022-01-13")
    assert review["url"] == "https://facts.example/c#claim-1"
    assert review["claimReviewed"]
    assert review["author"] == {"@type": "Person", "name": "A. Novak"}
    claim = review["itemReviewed"]
    assert claim["author"]["name"] == "The ministry"
    assert claim["datePublished"] == "2022-01-13"
    assert claim["appearance"][0]["url"] == "https://example.org/report"


def test_a_claim_without_a_claimant_has_no_author_rather_than_an_empty_one() -> None:
    (review,) = reviews_of("house-5", "false", claimant="", date="2022-01")
    assert "author" not in review["itemReviewed"]
    assert "datePublished" not in review["itemReviewed"]


def test_only_rated_claims_are_reviewed_and_the_rating_is_not_in_the_claim() -> None:
    made = json.loads(claim_reviews(sample_data()))["@graph"]
    rated = [c for c in sample_data().claims if c.assessment and c.assessment.verdict]
    assert [r["claimReviewed"] for r in made] == [c.row.statement for c in rated]
    assert all(r["url"] == f"#claim-{c.row.number}" for r, c in zip(made, rated, strict=True))
