"""Titles of the text's own size are told by the white above them, or by their number."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_making import line, lines
from pdf_pages import Reading, reading_in

FULL = "the number of people without work fell by four per cent in the quarter that"
BEFORE = [f"In May {FULL}", FULL, "wages rose."]
AFTER = [f"In June {FULL}", FULL, "prices fell."]


@pytest.fixture
def read(tmp_path: Path) -> Reading:
    return reading_in(tmp_path)


def kinds(read: Reading, title: str, above: float, below: float) -> list[str]:
    """The kinds of the blocks of a page with a title between two paragraphs."""
    page = lines(60, 700, BEFORE) + line(60, 670 - above, title)
    document = read(page + lines(60, 670 - above - below, AFTER))
    return [block.kind for block in document.blocks]


@pytest.mark.parametrize(
    ("title", "above", "below"),
    [
        ("What the committee found", 30, 15),
        ("WHAT THE COMMITTEE FOUND", 30, 25),
        ("4.2 What was found", 20, 15),
        ("4. What was found", 20, 15),
    ],
)
def test_a_line_nearer_to_what_follows_is_a_title(
    read: Reading, title: str, above: float, below: float
) -> None:
    assert kinds(read, title, above, below) == ["paragraph", "heading", "paragraph"]


@pytest.mark.parametrize(
    ("title", "above", "below"),
    [
        ("The committee found nothing.", 30, 15),
        ("The committee found the following:", 30, 15),
        ("What the committee found", 30, 30),
        ("45.2 per cent of 1,200,000", 30, 15),
        ("and by the committee itself", 30, 15),
    ],
    ids=["a stop", "a colon", "as far from both", "figures", "a small letter"],
)
def test_other_lines_between_paragraphs_are_none(
    read: Reading, title: str, above: float, below: float
) -> None:
    assert "heading" not in kinds(read, title, above, below)


def test_an_item_of_a_list_is_none(read: Reading) -> None:
    page = lines(60, 700, ["1. The register", "2. The minutes"]) + line(60, 655, "3. The box")
    document = read(page + lines(60, 635, AFTER))
    assert [block.kind for block in document.blocks] == ["list-item"] * 3 + ["paragraph"]


def test_lines_of_a_table_are_none(read: Reading) -> None:
    rows = ["Name of the state", "Number of people", "Number of firms"]
    page = lines(60, 700, BEFORE) + lines(60, 630, rows) + lines(60, 575, AFTER)
    assert "heading" not in [block.kind for block in read(page).blocks]
