"""Every character has its own place, in whatever mixture of scripts and directions."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from reading_samples import own_fonts, plain

from verifier.text.ranges import TextRange
from verifier.ui.reader.boundaries import snapped, word_at
from verifier.ui.reader.flow_text import LONGEST, FlowText

PIECES = (
    "a",
    "b",
    " ",
    "fi",
    "ffl",
    "של",
    "ם",
    "عر",
    "لا",
    "漢",
    "字",
    "e\u0301",
    "👍🏽",
    "👨‍👩‍👧",
    "1",
    ".",
    "\t",
)
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=24).map("".join)


@pytest.mark.qt_log_ignore("OpenType support missing")
@settings(max_examples=settings().max_examples // 2)
@example(text="aשל👨‍👩‍👧1a")
@example(text="של👍🏽a..ם")
@given(text=TEXTS)
def test_a_place_belongs_to_one_character_as_people_see_it(text: str, qapp: QApplication) -> None:
    own_fonts()
    geometry = plain(text).geometry(0)
    assert len(geometry.boxes) == len(text)
    for k, (x0, y0, x1, y1) in enumerate(geometry.boxes.tolist()):
        # Qt draws some blanks beside families of faces as one with them.
        if x1 - x0 > 0.1 and not text[k].isspace():
            found = geometry.character_at((x0 + x1) / 2, (y0 + y1) / 2)
            assert found is not None
            assert snapped(text, found) == snapped(text, k)
            start = geometry.caret_at(x0 + 0.1 * (x1 - x0), (y0 + y1) / 2)
            stop = geometry.caret_at(x1 - 0.1 * (x1 - x0), (y0 + y1) / 2)
            assert {start, stop} <= set(range(len(text) + 1))
            assert start != stop


@given(lines=st.lists(st.integers(0, 9000), max_size=30))
def test_stretches_hold_every_character_once(lines: list[int]) -> None:
    text = "\n".join("x y " * (size // 4) for size in lines)
    flow = FlowText(text, ())
    assert flow.starts[0] == 0
    assert flow.starts[-1] == len(text)
    for start, stop in zip(flow.starts, flow.starts[1:], strict=False):
        assert 0 <= stop - start <= LONGEST
        assert start < stop or not text
    covered = [
        (part.start, part.stop)
        for stretch in range(len(flow.starts) - 1)
        for part in flow.paragraphs(stretch)
    ]
    assert covered == sorted(covered)
    inside = {k for start, stop in covered for k in range(start, stop)}
    assert all(text[k].isspace() for k in range(len(text)) if k not in inside)


@pytest.mark.parametrize(
    ("text", "index", "word"),
    [
        ("Two words here", 5, "words"),
        ("co\u00ad\noperation goes on", 1, "co\u00ad\noperation"),
        ("co\u00ad\noperation goes on", 7, "co\u00ad\noperation"),
        ("don't stop", 2, "don't"),
        ("the 👨‍👩‍👧 there", 5, "👨‍👩‍👧"),
    ],
)
def test_a_word_is_what_people_take_for_one(text: str, index: int, word: str) -> None:
    assert word_at(text, index).of(text) == word


def test_there_is_no_word_in_nothing() -> None:
    assert word_at("", 0) == TextRange(0, 0)
