"""What a page draws twice at one place is read once."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_making import lines
from pdf_pages import Reading, reading_in

BOX = [
    "UE 8. Circulation and metabolism",
    "Know how to prescribe an examination",
    "of blood gases.",
]
AFTER = [f"Sample {n} was taken without air in a syringe." for n in range(20)]
"""PDFium itself leaves out what was drawn among the last dozen pieces of text."""


@pytest.fixture
def read(tmp_path: Path) -> Reading:
    return reading_in(tmp_path)


@pytest.mark.parametrize("by", [0, 1.5])
def test_a_box_that_is_drawn_again_over_itself_is_read_once(read: Reading, by: float) -> None:
    document = read(lines(60, 640, BOX) + lines(60, 560, AFTER) + lines(60 + by, 640 - by, BOX))
    assert document.text.splitlines() == [*BOX, *AFTER]


def test_the_same_words_at_another_place_are_read_again(read: Reading) -> None:
    page = lines(60, 640, BOX) + lines(60, 560, AFTER) + lines(320, 640, BOX) + lines(60, 200, BOX)
    assert read(page).text.splitlines().count(BOX[1]) == 3
