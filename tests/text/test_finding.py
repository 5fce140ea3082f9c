"""Find in a document: offsets are of the original text, whatever was folded away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.text.finding import Finder, FindOptions
from verifier.text.ranges import TextRange

TEXT = (
    "The “café” of Kyiv – a cafe\u0301 – was re-\nopened. CAFÉ owners said: don’t.\n"
    "The oﬃce\u00adworkers\nagree, 70 of 700. Hangul 한국. \u05d4\u05d0\u05ea\u05e8.\n"
)


def found(wanted: str, **options: bool) -> list[str]:
    finds = Finder(TEXT).find(wanted, FindOptions(**options))
    assert not finds.problem
    return [where.of(TEXT) for where in finds.ranges]


def test_accents_case_and_composition_do_not_matter_unless_asked_for() -> None:
    assert found("cafe") == ["café", "cafe\u0301", "CAFÉ"]
    assert found("Café", match_accents=True) == ["café", "cafe\u0301", "CAFÉ"]
    assert found("cafe", match_accents=True) == []
    assert found("CAFÉ", match_case=True, match_accents=True) == ["CAFÉ"]


def test_a_letter_that_is_two_in_capitals_is_found_as_either() -> None:
    text = "Die Straße heißt STRASSE, die Strasse nicht."
    whole = Finder(text)
    for wanted in ("straße", "STRASSE"):
        words = [where.of(text) for where in whole.find(wanted).ranges]
        assert words == ["Straße", "STRASSE", "Strasse"]
    exact = whole.find("Straße", FindOptions(match_case=True))
    assert [where.of(text) for where in exact.ranges] == ["Straße"]
    assert len(whole.find("s").ranges) == text.lower().count("s")


def test_kinds_of_quotes_line_breaks_and_divided_words_do_not_matter() -> None:
    assert found('"café"') == ["“café”"]
    assert found("don't") == ["don’t"]
    assert found("reopened") == ["re-\nopened"]
    assert found("re-opened") == ["re-\nopened"]
    assert found("office-workers") == []
    assert found("officeworkers agree") == ["oﬃce\u00adworkers\nagree"]


def test_whole_words_are_not_parts_of_longer_ones() -> None:
    assert found("70") == ["70", "70"]
    assert found("70", whole_words=True) == ["70"]


def test_an_expression_sees_lines_and_plain_letters() -> None:
    assert found(r"^The \W?\w+", regular=True) == ["The “café", "The oﬃce"]
    assert found(r"\d+", regular=True) == ["70", "700"]
    assert found("caf[eé]", regular=True, match_case=True) == ["café", "cafe"]


def test_scripts_of_every_direction_are_found() -> None:
    assert found("한국") == ["한국"]
    assert found("\u05d0\u05ea\u05e8") == ["\u05d0\u05ea\u05e8"]


@pytest.mark.parametrize("wanted", ["(", "[a", "*", "(?P<x>", "a{99999999999}", "\\"])
def test_an_expression_that_makes_no_sense_is_told_in_words(wanted: str) -> None:
    finds = Finder(TEXT).find(wanted, FindOptions(regular=True))
    assert finds.problem
    assert finds.ranges == ()


@pytest.mark.parametrize(
    "wanted",
    ["((a{1000}){1000}){1000}", "(?:a{1,900}){9}{9}{900}", "a{9999999}", "(?R)", "(a|(?1)b)"],
)
def test_an_expression_that_would_take_all_memory_is_refused(wanted: str) -> None:
    finds = Finder(TEXT).find(wanted, FindOptions(regular=True))
    assert finds.problem in ("The expression is too large.", "An expression cannot contain itself.")


@pytest.mark.parametrize("regular", [False, True])
def test_more_words_than_anybody_looks_for_are_refused(regular: bool) -> None:
    finds = Finder("a" * 9000).find("a" * 5000, FindOptions(regular=regular))
    assert finds.problem == "Look for fewer words: at most 1,000 characters."


@pytest.mark.parametrize("wanted", [r"\d{1,3}(,\d{3})*", r"[({]{2}", r"(\w+ ){1,20}a", r"\{9\}"])
def test_usual_counts_are_far_from_too_large(wanted: str) -> None:
    assert not Finder(TEXT).find(wanted, FindOptions(regular=True)).problem


def test_an_expression_that_would_never_end_is_stopped() -> None:
    text = "a" * 5000 + "b"
    finds = Finder(text).find(r"(a|aa|a+)+\d", FindOptions(regular=True), seconds=0.05)
    assert "too long" in finds.problem


def test_more_than_can_be_listed_is_said() -> None:
    finds = Finder("ab " * 50).find("ab", most=10)
    assert len(finds.ranges) == 10
    assert finds.more


def test_a_find_is_told_with_what_stands_around_it() -> None:
    finder = Finder(TEXT)
    context = finder.context(finder.find("owners").ranges[0], around=12)
    assert context.words == "owners"
    assert context.before == "pened. CAFÉ "
    assert context.after == " said: don’t"


@given(st.text(), st.text(min_size=1), st.booleans(), st.booleans(), st.booleans())
def test_whatever_is_looked_for_finds_ranges_of_the_text(
    text: str, wanted: str, whole: bool, case: bool, accents: bool
) -> None:
    options = FindOptions(whole_words=whole, match_case=case, match_accents=accents)
    for where in Finder(text).find(wanted, options).ranges:
        assert 0 <= where.start < where.stop <= len(text)


@given(st.text(), st.text("abc", min_size=3), st.text())
def test_words_that_stand_in_a_text_are_found_there(before: str, words: str, after: str) -> None:
    text = f"{before} {words} {after}"
    here = TextRange(len(before) + 1, len(before) + 1 + len(words))
    finds = Finder(text).find(words, FindOptions(match_case=True, match_accents=True))
    assert any(each.start < here.stop and here.start < each.stop for each in finds.ranges)
