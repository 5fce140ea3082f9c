"""Columns that a file draws row by row are read one after the other; rows of a table stay."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path

import pytest
from pdf_making import line, lines
from pdf_pages import LEFT, RIGHT, Reading, reading_in

from verifier.reading.boxes import rectangles, unpack_boxes

NARROW = ["Officials of the border", "guard said that no one", "had crossed there since",
          "the bridge was closed", "in the spring."]  # fmt: skip


@pytest.fixture
def read(tmp_path: Path) -> Reading:
    return reading_in(tmp_path)


def row_by_row(top: float, *columns: tuple[float, Sequence[str]]) -> str:
    """A page that draws the first line of each column, then the second of each, and so on."""
    drawn = ""
    for row, texts in enumerate(zip_longest(*(texts for _, texts in columns))):
        for (x, _), text in zip(columns, texts, strict=True):
            drawn += line(x, top - 12 * row, text, 9) if text else ""
    return drawn


@pytest.mark.parametrize("x", [250, 330])
def test_columns_drawn_row_by_row_are_read_one_after_the_other(read: Reading, x: float) -> None:
    document = read(row_by_row(650, (80, LEFT), (x, RIGHT)))
    assert document.text.splitlines() == LEFT + RIGHT
    (page,) = document.pages
    assert [notice.code for notice in page.notices] == ["reordered"]
    boxes = unpack_boxes(page.boxes, page.width, page.height)
    at = document.text.index("Witnesses")
    assert all(box[0] >= x - 1 for box in rectangles(boxes, at, len(document.text)))
    assert all(box[2] < x for box in rectangles(boxes, 0, at))


def test_columns_drawn_row_by_row_from_the_right_are_read_from_the_left(read: Reading) -> None:
    document = read(row_by_row(650, (330, RIGHT), (80, LEFT)))
    assert document.text.splitlines() == LEFT + RIGHT


def test_three_columns_drawn_row_by_row_are_read_one_after_the_other(read: Reading) -> None:
    second, third = [text.replace("o", "a") for text in NARROW], [*NARROW[1:], "of the year."]
    document = read(row_by_row(650, (60, NARROW), (220, second), (380, third)))
    assert document.text.splitlines() == NARROW + second + third


def test_three_columns_of_which_the_last_is_drawn_before_the_second(read: Reading) -> None:
    second, third = [text.replace("o", "a") for text in NARROW], [*NARROW[1:], "of the year."]
    document = read(row_by_row(650, (60, NARROW), (380, third), (220, second)))
    assert document.text.splitlines() == NARROW + second + third


def test_columns_whose_lines_stand_at_heights_of_their_own_are_told_apart(read: Reading) -> None:
    drawn = [(650.0 - 12 * n, 60, text) for n, text in enumerate(LEFT)]
    drawn += [(652 - 12.4 * n, 330, text) for n, text in enumerate(RIGHT)]
    document = read("".join(line(x, y, text, 9) for y, x, text in sorted(drawn, reverse=True)))
    assert document.text.splitlines() == LEFT + RIGHT


def test_a_heading_across_the_page_parts_what_stands_above_from_what_stands_below(
    read: Reading,
) -> None:
    heading = "What the committee found in the archive of the agency itself"
    page = row_by_row(690, (60, LEFT), (330, RIGHT)) + line(60, 605, heading, 14)
    page += row_by_row(585, (60, RIGHT), (330, LEFT[:5]))
    whole = ["A paragraph set across the page follows on the columns, and it goes on",
             "in a second line that crosses the white between what stands above."]  # fmt: skip
    document = read(page + lines(60, 500, whole, 9, 12))
    assert document.text.splitlines() == [
        *LEFT, *RIGHT, heading, *RIGHT, *LEFT[:5], *whole,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        [("Agriculture and forestry", "in millions of euros and a half"),
         ("fishing at sea", "in thousands of tonnes"), ("trade in goods", "of the year before"),
         ("other services", "as reported in May"), ("construction", "as corrected")],
        [("Members of the board at the end of year", "12"), ("of whom women were elected", "15"),
         ("of whom men were elected", "17"), ("employees at the end of the year", "1,204"),
         ("of whom in the head office", "310")],
    ],
)  # fmt: skip
def test_rows_of_a_table_stay_whole(read: Reading, rows: list[tuple[str, str]]) -> None:
    left, right = zip(*rows, strict=True)
    document = read(row_by_row(650, (60, left), (330, right)))
    assert document.text.splitlines() == [" ".join(row) for row in rows]
