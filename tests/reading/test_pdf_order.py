"""A page is read from above, column by column, in whatever order the file draws it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_making import line, lines
from pdf_pages import LEFT, RIGHT, Reading, reading_in

from verifier.reading.document import ReadDocument
from verifier.reading.pdf_lines import Line
from verifier.reading.pdf_order import in_order, is_drawn_in_order

TITLE = "What the committee found"
FIRST = ["The committee examined records that were kept by the agency",
         "and found that several had been altered before they were",
         "released to the public in March of that year."]  # fmt: skip
SECOND = ["Witnesses told the court on Monday that nobody had seen the",
          "register since it was moved to the second floor of the old",
          "building where it was kept in a box."]  # fmt: skip


@pytest.fixture
def read(tmp_path: Path) -> Reading:
    return reading_in(tmp_path)


def notices(document: ReadDocument) -> list[str]:
    return [notice.code for notice in document.pages[0].notices]


def test_a_title_drawn_last_is_read_first(read: Reading) -> None:
    document = read(lines(60, 640, FIRST) + lines(60, 580, SECOND) + line(180, 690, TITLE, 18))
    assert document.text.splitlines() == [TITLE, *FIRST, *SECOND]
    assert notices(document) == ["reordered"]


def test_a_title_over_two_columns_drawn_last_is_read_first(read: Reading) -> None:
    columns = lines(60, 600, LEFT, 10, 13) + lines(320, 600, RIGHT, 10, 13)
    document = read(columns + line(180, 690, TITLE, 18))
    assert document.text.splitlines() == [TITLE, *LEFT, *RIGHT]


def test_a_first_paragraph_drawn_last_is_read_first(read: Reading) -> None:
    document = read(line(60, 690, TITLE, 18) + lines(60, 580, SECOND) + lines(60, 640, FIRST))
    assert document.text.splitlines() == [TITLE, *FIRST, *SECOND]


def test_a_note_below_the_text_drawn_first_is_read_last(read: Reading) -> None:
    note = "1 As the agency itself said in its report to the board."
    document = read(line(60, 120, note, 8) + lines(60, 640, FIRST) + lines(60, 580, SECOND))
    assert document.text.splitlines() == [*FIRST, *SECOND, note]


@pytest.mark.parametrize("order", [(1, 0), (2, 1, 0), (1, 2, 0), (2, 0, 1)])
def test_columns_are_read_from_the_left(read: Reading, order: Sequence[int]) -> None:
    columns = [LEFT, RIGHT, [text.replace("o", "a") for text in LEFT]][: len(order)]
    page = line(60, 690, "Of the agency and of its records, from the first to the last", 14)
    page += "".join(lines(40 + 190 * n, 600, columns[n], 9, 12) for n in order)
    document = read(page)
    assert document.text.splitlines()[1:] == [text for column in columns for text in column]
    assert notices(document) == ["reordered"]


def test_a_box_in_the_margin_drawn_last_stays_last(read: Reading) -> None:
    box = ["Received in the month", "of May and accepted", "in the next one"]
    document = read(lines(200, 650, [*FIRST, *SECOND], 12, 15) + lines(40, 650, box, 8, 10))
    assert document.text.splitlines() == [*FIRST, *SECOND, *box]
    assert notices(document) == []


def test_lines_drawn_from_the_bottom_up_are_read_from_the_top(read: Reading) -> None:
    texts = [*FIRST, *SECOND]
    page = "".join(line(60, 650 - 15 * n, texts[n]) for n in reversed(range(len(texts))))
    assert read(page).text.splitlines() == texts


def test_a_caption_inside_a_sentence_stays_where_it_is_drawn(read: Reading) -> None:
    caption = "A picture of the register, as it was seen in the old building"
    page = lines(60, 650, SECOND[:2]) + line(60, 500, SECOND[2]) + line(60, 560, caption, 8)
    document = read(page)
    assert document.text.splitlines() == [*SECOND, caption]
    assert notices(document) == []


def test_what_lies_on_other_text_stays_where_it_is_drawn() -> None:
    text, drawn = a_column([12] * 6)
    copy = [one._replace(x0=one.x0 + 3, y0=one.y0 + 2, y1=one.y1 + 2) for one in drawn]
    assert in_order(text, made := [*drawn, *copy], is_leftward=False) is made


def test_cells_of_a_table_that_are_drawn_whole_stay_so(read: Reading) -> None:
    rows = [(["Agriculture and", "forestry"], ["in millions of", "euros and a half"]),
            (["Fishing"], ["in thousands", "of tonnes a year"])]  # fmt: skip
    page = "".join(lines(60, 650 - 40 * n, left, 10, 12) + lines(250, 650 - 40 * n, right, 10, 12)
                   for n, (left, right) in enumerate(rows))  # fmt: skip
    assert "reordered" not in notices(read(page))


def a_column(pitches: Sequence[int]) -> tuple[str, list[Line]]:
    """A column of lines of text with these distances between them."""
    texts = [
        f"Line number {n} of a column, which ends with a full stop." for n in range(len(pitches))
    ]
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    tops = accumulate(pitches)
    made = [
        Line(start, start + len(text), 60, 100 + top, 60 + 5 * len(text), 110 + top, 10)
        for start, text, top in zip(starts, texts, tops, strict=False)
    ]
    return "\n".join(texts) + "\n", made


@given(st.lists(st.sampled_from([12, 13, 30, 60]), min_size=1, max_size=12), st.randoms())
def test_a_column_is_read_from_the_top_in_whatever_order_it_is_drawn(pitches, random) -> None:  # type: ignore[no-untyped-def]
    text, ordered = a_column(pitches)
    assert is_drawn_in_order(ordered)
    assert in_order(text, ordered, is_leftward=False) is ordered
    drawn = list(ordered)
    random.shuffle(drawn)
    assert in_order(text, drawn, is_leftward=False) == ordered


@given(st.lists(st.tuples(*[st.integers(0, 600)] * 2, st.integers(1, 40)), max_size=30))
def test_no_line_is_lost_and_a_second_look_changes_nothing(places) -> None:  # type: ignore[no-untyped-def]
    made, text = [], ""
    for x, y, length in places:
        made.append(Line(len(text), len(text) + length, x, y, x + 5 * length, y + 10, 10))
        text += "a" * length + "\n"
    once = in_order(text, made, is_leftward=False)
    assert sorted(once) == sorted(made)
