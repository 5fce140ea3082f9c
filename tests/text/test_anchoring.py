"""Passages are found again: exactly where nothing changed, never on other words."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from verifier.text.anchoring import Anchorer, AnchorStatus, locate
from verifier.text.normalize import folded
from verifier.text.ranges import TextRange
from verifier.text.selectors import (
    PositionSelector,
    QuoteSelector,
    Selectors,
    describe,
    snap_to_graphemes,
)

REPORT = (
    "Between January 9 and 15, the Joint Forces Operation reported that Russian-backed forces "
    "committed 12 ceasefire violations in eastern Ukraine. Two soldiers were injured.\n"
    "On January 10, a bilateral extraordinary session met in Geneva. Two days later, the council "
    "met in Brussels for the first time in two years.\n"
    "Moscow’s security demands, which Sherman declared “are simply non-starters,” were "
    "rejected once more.\n"
)
WORDS = st.sampled_from(
    [
        "Kyiv",
        "звіт",
        "שלום",
        "مرحبا",
        "👩🏽‍💻",
        "🇺🇦",
        "e\u0301t\u0301",
        "ﬁn",
        "\r\n",
        " ",
        " ",
        "\n",
        "12",
        "“so”",
        "한국",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=40).map("".join)


def _find(text: str, words: str, nth: int = 0) -> TextRange:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return TextRange(start, start + len(words))


def _selectors(words: str, nth: int = 0, text: str = REPORT) -> Selectors:
    return describe(text, _find(text, words, nth))


@st.composite
def _passages(draw: st.DrawFn) -> tuple[str, TextRange]:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    return text, TextRange(start, draw(st.integers(start + 1, len(text))))


@given(_passages())
def test_an_unchanged_text_gives_every_passage_back_exactly(case: tuple[str, TextRange]) -> None:
    text, passage = case
    anchor = locate(text, describe(text, passage))
    assert (anchor.range, anchor.status, anchor.score) == (passage, AnchorStatus.EXACT, 1.0)


@given(_passages(), st.text(alphabet="abc 👍\n", max_size=30))
def test_text_put_before_moves_a_passage_and_keeps_its_words(
    case: tuple[str, TextRange], added: str
) -> None:
    text, passage = case
    anchor = locate(added + text, describe(text, passage))
    if anchor.range is not None and anchor.status in (AnchorStatus.EXACT, AnchorStatus.MOVED):
        assert anchor.range.of(added + text) == passage.of(text)


@given(st.text(alphabet="abc 👍é\n", min_size=1, max_size=200))
def test_a_sentence_is_found_after_whatever_was_put_before(added: str) -> None:
    words = "committed 12 ceasefire violations"
    anchor = locate(added + REPORT, _selectors(words))
    assert anchor.status is AnchorStatus.MOVED
    assert anchor.range == _find(REPORT, words).shifted(len(added))


@given(st.integers(0, 2), st.sampled_from(["It rained. ", "🌧️ день. ", "مطر. "]))
def test_the_same_sentence_three_times_is_found_by_its_position(nth: int, sentence: str) -> None:
    text = sentence * 3
    passage = TextRange(nth * len(sentence), (nth + 1) * len(sentence))
    alone = Selectors(QuoteSelector(sentence), PositionSelector(passage.start, passage.stop))
    assert locate(text, alone).range == passage
    assert locate(text, describe(text, passage)).range == passage


def test_the_same_sentence_three_times_without_more_is_ambiguous() -> None:
    anchor = locate("It rained. " * 3, Selectors(QuoteSelector("It rained.")))
    assert (anchor.status, anchor.range) == (AnchorStatus.AMBIGUOUS, None)
    assert [found.start for found in anchor.candidates] == [0, 11, 22]


def test_surroundings_choose_among_the_same_sentences() -> None:
    old = "On Monday it rained. No one came. On Friday it rained. Many came. Then it rained."
    new = "A new first line. " + old
    for nth in range(3):
        anchor = locate(new, _selectors("it rained", nth, old))
        assert anchor.range == _find(new, "it rained", nth)
        assert anchor.status is AnchorStatus.MOVED


def test_surroundings_beat_a_position_that_now_holds_the_same_words() -> None:
    old = "North: it rained all day. Not a soul was about."
    new = "South: it rained all day. North: it rained all day. Not a soul was about."
    anchor = locate(new, _selectors("it rained all day", text=old))
    assert anchor.range == _find(new, "it rained all day", 1)


@pytest.mark.parametrize(
    ("words", "change"),
    [
        ("Sherman declared “are simply non-starters,”", ("“", '"')),
        ("the Joint Forces Operation reported", ("Operation", "Opera\u00ad\ntion")),
        ("bilateral extraordinary session", ("extraordinary", "extra-\nordinary")),
        ("committed 12 ceasefire violations", (" ", "\u00a0")),
        ("committed 12 ceasefire violations", (" ", "  \r\n")),
        ("Moscow’s security demands", ("’", "'")),
        ("Russian-backed forces", ("-", "‑")),
        ("for the first time in two years", ("first", "ﬁrst")),
    ],
)
def test_what_a_reader_does_not_see_does_not_matter(words: str, change: tuple[str, str]) -> None:
    text = "Front page.\n" + REPORT.replace(*change)
    anchor = locate(text, _selectors(words))
    assert anchor.status is AnchorStatus.MOVED
    assert anchor.range is not None
    assert folded(anchor.range.of(text)) == folded(words)
    assert not anchor.range.of(text).startswith((" ", "\n"))


def test_changed_words_in_the_same_surroundings_are_found_as_changed() -> None:
    new = REPORT.replace("committed 12 ceasefire violations", "committed at least 15 violations")
    anchor = locate(new, _selectors("committed 12 ceasefire violations"))
    assert anchor.status is AnchorStatus.FUZZY
    assert anchor.range is not None
    assert anchor.range.of(new) == "committed at least 15 violations"
    assert 0.6 <= anchor.score < 1


def test_changed_words_are_found_in_a_script_without_spaces() -> None:
    old = (
        "乌克兰外交部发言人周五表示。该部网站在夜间遭到大规模网络攻击后无法访问。专家正在恢复系统。"
    )
    new = "最新消息。" + old.replace("夜间", "周五凌晨")
    anchor = locate(new, _selectors("该部网站在夜间遭到大规模网络攻击后无法访问。", text=old))
    assert anchor.status is AnchorStatus.FUZZY
    assert anchor.range is not None
    assert anchor.range.of(new).startswith("该部网站在周五凌晨遭到")


def test_a_very_long_passage_with_a_change_inside_is_found() -> None:
    words = " ".join(f"word{number}" for number in range(3000))
    long = words[2000:14_000]
    new = "Foreword. " + words.replace("word900", "another word altogether")
    anchor = locate(new, _selectors(long, text=words))
    assert anchor.status is AnchorStatus.FUZZY
    assert anchor.range is not None
    assert anchor.range.of(new)[:50] == long[:50]
    assert anchor.range.of(new)[-50:] == long[-50:]


def test_a_word_that_stands_everywhere_is_found_by_its_surroundings() -> None:
    old = "".join(f"row {number}: n/a;\n" for number in range(1000))
    mark = TextRange(old.index("row 777: ") + 9, old.index("row 777: ") + 12)
    anchor = locate("Title.\n" + old, describe(old, mark))
    assert anchor.range == mark.shifted(7)
    assert locate(old, Selectors(QuoteSelector("n/a"))).status is AnchorStatus.AMBIGUOUS


def test_a_deleted_sentence_is_gone() -> None:
    sentence = "On January 10, a bilateral extraordinary session met in Geneva. "
    anchor = locate(REPORT.replace(sentence, ""), _selectors(sentence.strip()))
    assert (anchor.status, anchor.range) == (AnchorStatus.GONE, None)


def test_a_deleted_line_is_not_mistaken_for_its_neighbour() -> None:
    lines = [
        f"On {day} January the mission counted {day * 7} violations in Donetsk.\n"
        for day in range(9, 16)
    ]
    old = "".join(lines)
    for gone in lines:
        new = old.replace(gone, "")
        anchor = Anchorer(new, before=old).locate(_selectors(gone.strip(), text=old))
        assert anchor.range is None


def test_a_short_word_is_not_taken_from_other_surroundings() -> None:
    old = "The total was 12 in the north."
    new = "Of all regions, none reported. In another year 12 people had come by train."
    assert locate(new, _selectors("12", text=old)).range is None


def test_one_of_two_deleted_is_not_laid_on_the_other() -> None:
    sentence = "The ministry declined to comment on the report."
    old = f"Alpha went home early. {sentence} Beta stayed. Quite another paragraph. {sentence} End."
    new = "Quite another paragraph. " + sentence + " End."
    anchor = Anchorer(new, before=old).locate(_selectors(sentence, 0, old))
    assert (anchor.status, anchor.range) == (AnchorStatus.AMBIGUOUS, None)


def test_a_moved_paragraph_is_found_whole() -> None:
    paragraphs = REPORT.splitlines(keepends=True)
    for order in itertools.permutations(paragraphs):
        new = "".join(order)
        for paragraph in paragraphs:
            anchor = locate(new, _selectors(paragraph.strip()))
            assert anchor.range is not None
            assert anchor.range.of(new) == paragraph.strip()


def test_a_quote_without_words_or_text_is_gone() -> None:
    assert locate("", _selectors("Geneva")).status is AnchorStatus.GONE
    assert locate(REPORT, Selectors(QuoteSelector(""))).status is AnchorStatus.GONE
    assert locate(REPORT, Selectors(QuoteSelector("\u00ad"))).status is AnchorStatus.GONE


@given(_passages(), TEXTS)
@example(("Kyiv 12 звіт", TextRange(0, 12)), "Kyiv 13 звіт")
def test_a_passage_is_never_laid_on_words_unlike_it(
    case: tuple[str, TextRange], other: str
) -> None:
    text, passage = case
    words = passage.of(text)
    anchor = locate(other, describe(text, passage))
    if anchor.range is not None:
        assert fuzz.ratio(folded(words), folded(anchor.range.of(other))) >= 60


def test_a_position_beyond_the_text_is_no_error() -> None:
    lost = Selectors(QuoteSelector("Geneva"), PositionSelector(10_000, 10_006))
    assert locate(REPORT, lost).range == _find(REPORT, "Geneva")


def test_a_passage_grows_to_whole_characters() -> None:
    text = "a👩🏽‍💻b🇺🇦🇵🇱e\u0301x\r\ny각"
    for whole in ("👩🏽‍💻", "🇺🇦", "🇵🇱", "e\u0301", "\r\n", "각"):
        span = _find(text, whole)
        for start in range(span.start, span.stop):
            assert snap_to_graphemes(text, TextRange(start, start + 1)) == span


@given(_passages())
def test_surroundings_never_cut_a_character(case: tuple[str, TextRange]) -> None:
    text, passage = case
    passage = snap_to_graphemes(text, passage)
    quote = describe(text, passage, context=3).quote
    before = TextRange(passage.start - len(quote.prefix), passage.start)
    after = TextRange(passage.stop, passage.stop + len(quote.suffix))
    assert snap_to_graphemes(text, before) == before
    assert snap_to_graphemes(text, after) == after
