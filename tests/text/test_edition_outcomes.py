"""What became of a passage: told by words, surroundings and the order of the text."""

from __future__ import annotations

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
