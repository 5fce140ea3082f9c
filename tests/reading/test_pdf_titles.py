"""Titles of the text's own size are told by the white above them, or by their number."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_making import line, lines, pdf_of
from pdf_pages import Reading, reading_in

from verifier.reading.limits import Limits
from verifier.reading.parts import document_of
from verifier.reading.pdf import read_pdf

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


@pytest.mark.parametrize(("left", "below"), [(60, 25), (75, 15)], ids=["white", "an indent"])
def test_the_first_line_of_a_page_is_a_title_by_what_is_below_it(
    read: Reading, left: float, below: float
) -> None:
    page = line(60, 700, "What the committee found") + line(left, 700 - below, AFTER[0])
    document = read(page + lines(60, 685 - below, AFTER[1:]))
    assert [block.kind for block in document.blocks] == ["heading", "paragraph"]


def test_the_end_of_a_sentence_from_the_page_before_is_none(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    second = line(60, 700, "Committee of the Senate") + lines(60, 670, AFTER)
    path.write_bytes(pdf_of([lines(60, 700, [FULL, "as it was said before the"]), second]))
    document = document_of(read_pdf(path, path.name, Limits()))
    assert "heading" not in [block.kind for block in document.blocks]
