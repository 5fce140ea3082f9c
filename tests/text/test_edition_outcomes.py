"""What became of a passage: told by words, surroundings and the order of the text."""

from __future__ import annotations

import re
import textwrap

import pytest

from verifier.text.editions import Fate, Landmarks, Mark, differences, outcomes
from verifier.text.ranges import TextRange
from verifier.text.selectors import describe

LINES = [f"Paragraph number {number} speaks of {number * 7} things.\n" for number in range(30)]


def mark(text: str, words: str) -> Mark:
    where = TextRange(text.index(words), text.index(words) + len(words))
    return Mark(words, describe(text, where), where)


def fate(old: str, new: str, words: str) -> Fate:
    return outcomes(old, new, [mark(old, words)])[0].fate


def test_words_pushed_down_by_new_ones_are_the_same() -> None:
    old = "".join(LINES)
    assert fate(old, "A new paragraph stands in front.\n" + old, "speaks of 49") is Fate.SAME


def test_a_paragraph_carried_elsewhere_has_moved() -> None:
    new = "".join([*LINES[:5], *LINES[6:20], LINES[5], *LINES[20:]])
    old = "".join(LINES)
    assert fate(old, new, "speaks of 35") is Fate.MOVED
    assert fate(old, new, "speaks of 42") is Fate.SAME
    assert fate(old, new, "speaks of 140") is Fate.SAME


OLD = (
    "The dam at Nova failed at dawn.\nOfficials counted 70 flooded houses along the river.\n"
    "Nobody was hurt, the mayor told reporters.\n"
)


@pytest.mark.parametrize(
    "wording",
    [
        "Officials counted 95 flooded houses along the river bank.",
        "On Monday officials counted 95 flooded houses along the river.",
        "Officials counted 95 houses.",
        "Officials counted 70 flooded houses along the river, and two bridges!",
    ],
)
def test_changed_words_are_told_from_what_stood_before_them_to_what_stood_behind(
    wording: str,
) -> None:
    words = "Officials counted 70 flooded houses along the river."
    (found,) = outcomes(OLD, OLD.replace(words, wording), [mark(OLD, words)])
    assert (found.fate, found.new_words) == (Fate.CHANGED, wording)


def test_words_added_beyond_a_passage_are_not_part_of_it() -> None:
    new = OLD.replace(
        "counted 70 flooded houses along", "counted 95 flooded houses, say many, along"
    )
    (found,) = outcomes(OLD, new, [mark(OLD, "counted 70 flooded houses")])
    assert found.fate is Fate.CHANGED
    assert found.new_words.startswith("counted 95 flooded houses")


def test_a_region_without_words_is_gone() -> None:
    empty = Mark("region", describe("abc", TextRange(1, 1)), TextRange(1, 1))
    assert outcomes("abc", "abc", [empty])[0].fate is Fate.GONE


def test_landmarks_keep_the_longest_order() -> None:
    landmarks = Landmarks("".join(LINES), "".join([LINES[29], *LINES[:29]]))
    assert landmarks.same_place(0, len(LINES[29]))
    assert not landmarks.same_place(sum(map(len, LINES[:29])), 0)


def test_differences_are_told_word_by_word() -> None:
    found = differences("Officials counted 70 houses.", "Officials saw 95 houses there.")
    assert "".join(each.old for each in found) == "Officials counted 70 houses."
    assert "".join(each.new for each in found) == "Officials saw 95 houses there."
    assert ("replace", "70", "95") in [(each.kind, each.old, each.new) for each in found]


SHARED = "No comment was received before publication."
"""Stands in every paragraph of a form, between words that differ by a figure."""
FORM = [
    f"The office in region {n} reported {n * 37 + 111} cases. {SHARED} It said no more.\n"
    for n in range(12)
]


def mark_in(paragraphs: list[str], number: int) -> Mark:
    """A mark on the shared sentence in one paragraph."""
    text = "".join(paragraphs)
    start = text.index(SHARED, len("".join(paragraphs[:number])))
    where = TextRange(start, start + len(SHARED))
    return Mark(str(number), describe(text, where), where)


def shared_in(new: list[str], number: int) -> TextRange:
    """Where the shared sentence of a paragraph stands in the new text."""
    text = "".join(new)
    start = text.index(SHARED, text.index(FORM[number]))
    return TextRange(start, start + len(SHARED))


def test_a_sentence_that_all_paragraphs_of_a_form_share_stays_in_its_own() -> None:
    new = ["A foreword is new here.\n", *FORM]
    marks = [mark_in(FORM, number) for number in range(12)]
    found = outcomes("".join(FORM), "".join(new), marks)
    assert [each.fate for each in found] == [Fate.SAME] * 12
    assert [each.new for each in found] == [shared_in(new, number) for number in range(12)]


def test_a_shared_sentence_is_not_laid_on_the_paragraph_of_another() -> None:
    rewritten = f"Nobody there would talk. {SHARED} It said no more.\n"
    for new in ([*FORM[:4], *FORM[5:]], [*FORM[:4], rewritten, *FORM[5:]]):
        (found,) = outcomes("".join(FORM), "".join(new), [mark_in(FORM, 4)])
        theirs = [shared_in(new, number) for number in range(12) if number != 4]
        assert found.new not in theirs
    own = "".join(new).index(SHARED, "".join(new).index(rewritten))
    assert found.new is None or found.new.start == own


def test_a_shared_sentence_that_was_reworded_is_told_beside_its_own_new_words() -> None:
    new = [*FORM[:4], FORM[4].replace("No comment", "A long comment"), *FORM[5:]]
    (found,) = outcomes("".join(FORM), "".join(new), [mark_in(FORM, 4)])
    assert found.fate is Fate.CHANGED
    assert found.new_words == SHARED.replace("No comment", "A long comment")


def test_of_two_sentences_between_the_very_same_words_the_one_that_is_left_is_nobodys() -> None:
    twins = [*FORM[:3], FORM[5], *FORM[3:]]
    new = ["A foreword is new here.\n", *FORM]
    (found,) = outcomes("".join(twins), "".join(new), [mark_in(twins, 3)])
    assert (found.fate, found.candidates.count(shared_in(new, 5))) == (Fate.AMBIGUOUS, 1)


def test_a_word_that_stands_often_is_found_where_lines_break_elsewhere() -> None:
    spoken = [
        f"In region {n} prices rose by {n * 7 + 3} per cent, say the offices." for n in range(9)
    ]
    old = " ".join(spoken)
    new = "A foreword is new here.\n" + textwrap.fill(old, 31)
    starts = [match.start() for match in re.finditer("prices", old)]
    where = [TextRange(at, at + len("prices")) for at in starts]
    found = outcomes(old, new, [Mark(str(each), describe(old, each), each) for each in where])
    again = [match.start() for match in re.finditer("prices", new)]
    assert [each.new.start if each.new else None for each in found] == again
