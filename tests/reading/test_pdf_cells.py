"""Cells and notes that a file draws line by line are read whole; lists and figures stay rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from textwrap import wrap

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_making import HELVETICA, line
from pdf_pages import Reading, reading_in

from verifier.reading.boxes import rectangles, unpack_boxes
from verifier.reading.document import ReadDocument
from verifier.reading.pdf_cells import whole_cells
from verifier.reading.pdf_characters import Characters
from verifier.reading.pdf_columns import unwoven

Cells = Sequence[Sequence[str]]
EDGES = (60, 190, 380)
TOP = 650

STATEMENTS = [
    [["Who"], ["What was said"], ["When"]],
    [["The ministry of", "foreign affairs"],
     ["that seventy websites had been", "defaced within a few hours of the",
      "Friday on which it began"],
     ["on a Friday"]],
    [["A company"], ["that the software was meant to", "destroy what it found"], ["a day later"]],
    [["The agency"], ["nothing"], ["in May"]],
]  # fmt: skip
EVEN = HELVETICA.replace("Helvetica", "Courier")
BODY = wrap(
    "The committee examined records that were kept by the agency and found that several had been "
    "altered before they were released to the public in March of that year. Witnesses told the "
    "court on Monday that nobody had seen the register since it was moved to the second floor of "
    "the old building.",
    56,
)
NOTE = ["See the report", "of the agency,", "page twelve"]


@pytest.fixture
def read(tmp_path: Path) -> Reading:
    return reading_in(tmp_path)


def line_by_line(rows: Sequence[Cells], *, between: float) -> str:
    """A table drawn one line after the other, each across all cells."""
    drawn, y = "", float(TOP)
    for row in rows:
        for n in range(max(map(len, row))):
            for x, cell in zip(EDGES, row, strict=False):
                drawn += line(x, y, cell[n], 10) if n < len(cell) else ""
            y -= 12
        y -= between
    return drawn


def lines_read(document: ReadDocument) -> list[str]:
    return document.text.splitlines()


@pytest.mark.parametrize("between", [0, 4, 10])
def test_wrapped_cells_are_read_whole_one_row_after_the_other(
    read: Reading, between: float
) -> None:
    document = read(line_by_line(STATEMENTS[:1] + STATEMENTS[2:], between=between))
    assert lines_read(document) == [
        "Who What was said When",
        "A company", "that the software was meant to", "destroy what it found", "a day later",
        "The agency nothing in May",
    ]  # fmt: skip
    (page,) = document.pages
    assert [notice.code for notice in page.notices] == ["reordered"]
    boxes = unpack_boxes(page.boxes, page.width, page.height)
    at = document.text.index("destroy")
    (box,) = rectangles(boxes, at, at + len("destroy what it found"))
    assert EDGES[1] - 1 < box[0] < box[2] < EDGES[2]


def test_cells_that_are_wrapped_side_by_side_are_told_by_the_white_between_rows(
    read: Reading,
) -> None:
    document = read(line_by_line(STATEMENTS, between=8))
    assert lines_read(document) == [
        "Who What was said When",
        "The ministry of", "foreign affairs", "that seventy websites had been",
        "defaced within a few hours of the", "Friday on which it began", "on a Friday",
        "A company", "that the software was meant to", "destroy what it found", "a day later",
        "The agency nothing in May",
    ]  # fmt: skip


def test_a_label_that_is_wrapped_stands_before_its_figures(read: Reading) -> None:
    rows = [[["Members of the board", "at the end of it"], ["12"], ["14"]],
            [["Members of staff"], ["1,204"], ["1,190"]]]  # fmt: skip
    document = read(line_by_line(rows, between=0))
    assert lines_read(document) == [
        "Members of the board", "at the end of it", "12 14",
        "Members of staff 1,204 1,190",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        [("agriculture and forestry", "in millions of euros"), ("fishing at sea", "in tonnes"),
         ("trade in goods", "of the year before"), ("services", "as reported")],
        [("2019", "12"), ("2020", "15"), ("2021", "17"), ("2022", "16")],
        [("void", "save( )"), ("void", "restore( )"), ("object", "getContext( id )")],
        [("Kyiv", "Ukraine"), ("Lviv", "Ukraine"), ("Riga", "Latvia"), ("Warsaw", "Poland")],
        [("Country of the office", "of the year"), ("Poland", "five"), ("Latvia", "six")],
    ],
)  # fmt: skip
@pytest.mark.parametrize("in_groups_of", [0, 2])
def test_rows_of_short_words_and_of_figures_stay_rows(
    read: Reading, rows: list[tuple[str, str]], in_groups_of: int
) -> None:
    drawn = ""
    for n, row in enumerate(rows):
        y = TOP - 12 * n - (10 * (n // in_groups_of) if in_groups_of else 0)
        drawn += "".join(line(x, y, text, 10) for x, text in zip(EDGES, row, strict=False))
    assert lines_read(read(drawn)) == [" ".join(row) for row in rows]


@pytest.mark.parametrize(("body_at", "note_at"), [(60, 380), (180, 60)])
@pytest.mark.parametrize("beside", [0, 2])
def test_a_note_in_the_margin_is_read_behind_or_before_its_paragraph(
    read: Reading, body_at: float, note_at: float, beside: int
) -> None:
    drawn = ""
    for n, text in enumerate(BODY):
        parts = [line(body_at, TOP - 12 * n, text, 8)]
        if 0 <= n - beside < len(NOTE):
            note = line(note_at, TOP - 12 * n, NOTE[n - beside], 8)
            parts.insert(0 if note_at < body_at else 1, note)
        drawn += "".join(parts)
    found = lines_read(read(drawn, EVEN))
    is_first = note_at < body_at and not beside
    assert found == ([*NOTE, *BODY] if is_first else [*BODY, *NOTE])


def characters_at(places: Sequence[tuple[int, int, str]]) -> Characters:
    """Words at these places, each drawn as a line."""
    codes, boxes = [], []
    for x, y, text in places:
        codes += [*map(ord, text), 10]
        boxes += [(x + 5 * n, y, x + 5 * n + 5, y + 10) for n in range(len(text))]
        boxes += [(x + 5 * len(text), y, x + 5 * len(text), y + 10)]
    sides = np.array(boxes, np.float32).reshape(-1, 4).T.copy()
    return Characters(np.array(codes, np.uint32), sides.T)


@given(
    st.lists(
        st.tuples(
            st.sampled_from([60, 61, 190, 230, 380]),
            st.integers(8, 16).map(lambda n: 12 * n),
            st.text("abR, 1.-\u00a0", max_size=50).map(lambda text: text.strip(" ") or "\u00a0"),
        ),
        max_size=25,
    )
)
def test_no_character_is_lost_whatever_stands_where(places: list[tuple[int, int, str]]) -> None:
    found = characters_at(places)
    for arranged in (unwoven, whole_cells):
        made = arranged(found, found.lines)
        if made is not None:
            assert sorted(made.text().replace(" ", "").replace("\n", "")) == sorted(
                found.text().replace(" ", "").replace("\n", "")
            )


def test_a_sentence_that_goes_on_below_its_heading_stays_whole(read: Reading) -> None:
    drawn = line(60, TOP, "General terms", 10) + line(
        150, TOP, "Design, measurement, experiments,", 10
    )
    drawn += line(60, TOP - 12, "performance and its", 10) + line(60, TOP - 24, "limits.", 10)
    assert lines_read(read(drawn)) == [
        "General terms Design, measurement, experiments,", "performance and its", "limits.",
    ]  # fmt: skip
