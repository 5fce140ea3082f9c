"""Items of lists are told by their marks, and by the marks of those around them."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_making import line, lines
from pdf_pages import Reading, reading_in

from verifier.reading.document import ReadDocument
from verifier.reading.pdf_items import may_be_item

FIRST, SECOND = "The register of the agency", "The minutes of the board"
FULL = "the number of people without work fell by four per cent in the quarter that"


@pytest.fixture
def read(tmp_path: Path) -> Reading:
    return reading_in(tmp_path)


def blocks(document: ReadDocument) -> list[tuple[str, str]]:
    return [(one.kind, document.text[one.start : one.stop]) for one in document.blocks]


@pytest.mark.parametrize("marks", ["A. B.", "C. D.", "i. ii.", "IX. X.", "A) B)", "(A) (B)",
                                   "1.1 1.2", "2.3.9 2.3.10"])  # fmt: skip
def test_marks_that_follow_each_other_begin_items(read: Reading, marks: str) -> None:
    texts = [f"{mark} {words}" for mark, words in zip(marks.split(), (FIRST, SECOND), strict=True)]
    assert blocks(read(lines(60, 700, texts))) == [("list-item", text) for text in texts]


def test_a_letter_or_a_number_within_a_sentence_begins_no_item(read: Reading) -> None:
    texts = [f"In May {FULL}", f"J. Smith told, as {FULL[:55]}", "4.5 million had wanted."]
    assert blocks(read(lines(60, 700, texts))) == [("paragraph", "\n".join(texts))]


def test_a_numbered_title_between_paragraphs_is_no_item(read: Reading) -> None:
    titles = ["1.1 What was found", "1.2 What was done"]
    page = "".join(
        line(60, 700 - 100 * n, title) + lines(60, 680 - 100 * n, [f"In May {FULL}", "wages rose."])
        for n, title in enumerate(titles)
    )
    assert "list-item" not in [kind for kind, _ in blocks(read(page))]


def test_a_numbered_title_in_larger_type_is_a_heading(read: Reading) -> None:
    page = line(60, 700, "2. What was found", 16) + lines(60, 670, [f"In May {FULL}", FULL, FULL])
    assert blocks(read(page))[0] == ("heading", "2. What was found")


@pytest.mark.parametrize("left", [60, 66, 75])
def test_what_follows_on_the_last_item_is_apart(read: Reading, left: int) -> None:
    items = ["a) the register of the agency", "b) the minutes of the board"]
    texts = [f"In May {FULL}", FULL, "wages rose."]
    page = lines(66, 700, items) + line(left, 670, texts[0]) + lines(60, 655, texts[1:])
    expected = [*(("list-item", item) for item in items), ("paragraph", "\n".join(texts))]
    assert blocks(read(page)) == expected


def test_an_indented_paragraph_below_an_item_that_fills_its_line_is_apart(read: Reading) -> None:
    item = f"1. {FULL}."
    texts = [f"In {FULL}", FULL, "wages rose."]
    page = line(60, 700, item) + line(72, 685, texts[0]) + lines(60, 670, texts[1:])
    assert blocks(read(page)) == [("list-item", item), ("paragraph", "\n".join(texts))]


@pytest.mark.parametrize("text", ["• Word", "•Word", "✓ Word", "– Word", "12) Word", "iii) Word"])
def test_a_bullet_or_a_number_says_so_by_itself(text: str) -> None:
    assert may_be_item(text, 0, len(text))


@pytest.mark.parametrize("text", ["Word", "–Word", "12 Word", "A. Word", "•"])
def test_other_beginnings_do_not(text: str) -> None:
    assert not may_be_item(text, 0, len(text))
