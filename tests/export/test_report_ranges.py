"""The comment on a claim covers exactly the claim's words, whatever the text is made of."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import factories_report as make
from docx_reading import Docx
from hypothesis import given
from hypothesis import strategies as st

from verifier.export.marked import paragraphs
from verifier.export.report import build_report
from verifier.export.settings import Part, ReportSettings
from verifier.queries.report import ReportData
from verifier.text.document import Block

TEXT_ONLY = ReportSettings(parts=(Part.TEXT,))
LETTERS = st.sampled_from([*"ab é\n\tאبß<&\"'", "👩🏽‍🚀", "e\u0301", "\r\n", "\u2028", "\xa0"])


def ranges(data: ReportData, tmp_path: Path) -> list[str]:
    target = tmp_path / "report.docx"
    package = build_report(data, exported_at=make.EXPORTED, settings=TEXT_ONLY)
    with target.open("wb") as file:
        package.save(file)
    return list(Docx(target).ranges().values())


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]], tuple[Block, ...]]:
    text = "".join(draw(st.lists(LETTERS, min_size=1, max_size=60)))
    place = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(place, place), min_size=1, max_size=8))
    blocks = draw(st.lists(st.tuples(place, place), max_size=4))
    return (
        text,
        [(min(pair), max(pair)) for pair in spans],
        tuple(Block(min(pair), max(pair), "quote") for pair in blocks),
    )


@given(marked_texts())
def test_every_range_is_its_passage(
    drawn: tuple[str, list[tuple[int, int]], tuple[Block, ...]],
) -> None:
    text, spans, blocks = drawn
    file = BytesIO()
    data = make.marked(text, *spans, blocks=blocks)
    build_report(data, exported_at=make.EXPORTED, settings=TEXT_ONLY).save(file)
    written = Docx(file)
    quotes = [h.quote for shown in data.documents for h in shown.highlights]
    assert sorted(written.ranges().values()) == sorted(quotes)


@given(st.text("ab \n"), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5))
def test_paragraphs_joined_by_line_feeds_are_the_text(
    text: str, pairs: list[tuple[int, int]]
) -> None:
    blocks = [Block(min(pair), min(max(pair), len(text))) for pair in pairs]
    cut = paragraphs(text, blocks)
    assert "\n".join(text[p.start : p.stop] for p in cut) == text


def test_the_same_sentence_three_times_is_marked_where_it_was_marked(tmp_path: Path) -> None:
    sentence = "It rained. "
    data = make.marked(sentence * 3, (11, 21))
    target = tmp_path / "report.docx"
    with target.open("wb") as file:
        build_report(data, exported_at=make.EXPORTED, settings=TEXT_ONLY).save(file)
    body = Docx(target).words()
    assert body.count("It rained.") == 3
    assert "It rained. It rained.\u202f[C1\u00a0√] It rained." in body


def test_nested_and_overlapping_passages_keep_their_own_words(tmp_path: Path) -> None:
    text = "Kyiv said on Friday that it was hit."
    found = ranges(make.marked(text, (0, 36), (5, 19), (10, 30)), tmp_path)
    assert found == [text, "said on Friday", "on Friday that it wa"]


def test_a_passage_may_cross_paragraphs_and_empty_lines(tmp_path: Path) -> None:
    text = "One.\n\nTwo.\nThree."
    assert ranges(make.marked(text, (2, 14)), tmp_path) == ["e.\n\nTwo.\nThr"]


def test_characters_that_xml_cannot_hold_shift_nothing(tmp_path: Path) -> None:
    text = "a\x00b\x0bc\ud800d\uffff end"
    found = ranges(make.marked(text, (2, 3), (8, 12)), tmp_path)
    assert found == ["b", " end"]


def test_a_place_without_words_carries_its_comment(tmp_path: Path) -> None:
    assert ranges(make.marked("Figure here.", (6, 6)), tmp_path) == [""]


def test_a_claim_in_two_passages_is_commented_on_in_both(tmp_path: Path) -> None:
    shown = make.document("It fell. It fell.")
    passages = tuple(
        make.highlight(shown, 1, start, start + 8, part=part)
        for part, start in enumerate((0, 9), start=1)
    )
    data = make.data([shown], [make.claim(1, highlights=passages)])
    assert ranges(data, tmp_path) == ["It fell.", "It fell."]


def test_offsets_past_the_end_are_held_inside_the_text(tmp_path: Path) -> None:
    assert ranges(make.marked("short", (2, 99)), tmp_path) == ["ort"]
