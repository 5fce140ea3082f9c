"""Tables of PDF pages: ruled ones are found, any other is read in a rectangle around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from pdf_making import line, pdf_of

from verifier.errors import NotFound
from verifier.reading.tables import find_tables, table_in
from verifier.reading.worker import Worker
from verifier.text.tables import Table

ROWS = [
    ["Country", "Attacks", "Share of all", "First seen"],
    ["Ukraine", "2,040", "31.5 %", "14 January 2022"],
    ["Poland", "120", "1.9 %", "2 March 2022"],
    ["United Kingdom", "98", "1.5 %", "24 March 2022"],
    ["Latvia", "7", "0.1 %", "5 May 2022"],
]
WRAPPED = [
    ["Who", "What was said", "When"],
    ["The ministry", "that seventy websites\nhad been defaced", "on Friday"],
    ["A company", "that the software was\nmeant to destroy", "a day\nlater"],
]  # fmt: skip
WIDTHS = (120, 120, 110, 120)
LEFT, TOP, PITCH, LEADING = 70, 640, 20, 13
REGION = (60, 100, 560, 420)

Style = Callable[[Sequence[Sequence[str]]], str]


def words_of(rows: Sequence[Sequence[str]]) -> tuple[str, list[float]]:
    """The cells' words, and the heights of the borders between rows."""
    drawn, borders, top = "", [float(TOP)], float(TOP)
    edges = list(accumulate(WIDTHS, initial=LEFT))
    for row in rows:
        for left, text in zip(edges, row, strict=False):
            for n, part in enumerate(text.split("\n")):
                drawn += line(left + 4, top - 14 - LEADING * n, part, 11)
        top -= PITCH + LEADING * max(text.count("\n") for text in row)
        borders.append(top)
    return drawn, borders


def across(y: float, right: float = LEFT + sum(WIDTHS)) -> str:
    return f"0.5 w {LEFT} {y} m {right} {y} l S\n"


def ruled(rows: Sequence[Sequence[str]]) -> str:
    drawn, borders = words_of(rows)
    edges = list(accumulate(WIDTHS[: len(rows[0])], initial=LEFT))
    drawn += "".join(across(y, edges[-1]) for y in borders)
    return drawn + "".join(f"{x} {borders[0]} m {x} {borders[-1]} l S\n" for x in edges)


def row_rules(rows: Sequence[Sequence[str]]) -> str:
    drawn, borders = words_of(rows)
    return drawn + "".join(map(across, borders))


def head_rule(rows: Sequence[Sequence[str]]) -> str:
    drawn, borders = words_of(rows)
    return drawn + across(borders[0]) + across(borders[1]) + across(borders[-1])


def bare(rows: Sequence[Sequence[str]]) -> str:
    return words_of(rows)[0]


def zebra(rows: Sequence[Sequence[str]]) -> str:
    drawn, borders = words_of(rows)
    stripes = [
        f"{LEFT} {low} {sum(WIDTHS)} {high - low} re f\n"
        for high, low in list(pairwise(borders))[::2]
    ]
    return "0.9 g\n" + "".join(stripes) + "0 g\n" + drawn


def words(table: Table | None) -> list[list[str]]:
    assert table is not None
    return table.words()


@pytest.fixture
def keep(tmp_path: Path) -> Callable[..., Path]:
    def kept(*pages: str, **keys: str) -> Path:
        path = tmp_path / "tables.pdf"
        path.write_bytes(pdf_of(pages, **keys))
        return path

    return kept


@pytest.mark.parametrize(
    ("style", "rows"),
    [
        (ruled, ROWS), (ruled, WRAPPED), (row_rules, ROWS), (row_rules, WRAPPED),
        (head_rule, ROWS), (bare, ROWS), (zebra, ROWS), (zebra, WRAPPED),
    ],
)  # fmt: skip
def test_a_table_in_a_rectangle_is_read_cell_by_cell(
    keep: Callable[..., Path], style: Style, rows: list[list[str]]
) -> None:
    assert words(table_in(keep(style(rows)), 1, REGION)) == rows


@pytest.mark.parametrize("rows", [ROWS, WRAPPED])
def test_a_ruled_table_is_found_by_itself(keep: Callable[..., Path], rows: list[list[str]]) -> None:
    prose = line(70, 720, "The table shows what was counted, and where.")
    (table,) = find_tables(keep(prose + ruled(rows)), 1)
    assert words(table) == rows
    assert table.rows[0][0].box == pytest.approx((70, 792 - 640, 190, 792 - 620), abs=1)


def test_a_frame_around_prose_is_no_table(keep: Callable[..., Path]) -> None:
    page = line(70, 700, "A box of words, nothing more.") + "60 690 400 30 re S\n"
    assert find_tables(keep(page), 1) == ()
    assert table_in(keep(page), 1, REGION) is None
    assert table_in(keep(page), 1, (900, 900, 950, 950)) is None


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_cells_lie_on_their_words_on_a_cropped_and_turned_page(
    keep: Callable[..., Path], rotation: int
) -> None:
    keys = f"/MediaBox [-20 -10 612 792] /CropBox [30 300 600 780] /Rotate {rotation}"
    (table,) = find_tables(keep(ruled(ROWS), page_keys=keys), 1)
    assert words(table) == ROWS
    x0, y0, x1, y1 = 70 - 30, 780 - 640, 190 - 30, 780 - 620
    width, height = 570, 480
    shown = {
        0: (x0, y0, x1, y1), 90: (height - y1, x0, height - y0, x1),
        180: (width - x1, height - y1, width - x0, height - y0),
        270: (y0, width - x1, y1, width - x0),
    }[rotation]  # fmt: skip
    assert table.rows[0][0].box == pytest.approx(shown, abs=1)


def test_a_heading_over_two_columns_leaves_the_columns_apart(keep: Callable[..., Path]) -> None:
    over = line(LEFT + 124, TOP + 6, "Attacks and their share of all of them", 11)
    table = words(table_in(keep(over + bare(ROWS)), 1, REGION))
    assert table[0] == ["", "Attacks and their share of all of them", "", ""]
    assert table[1:] == ROWS


def test_wrapped_words_without_rules_join_the_row_above(keep: Callable[..., Path]) -> None:
    rows = [*ROWS[:3], ["France", "11", "0.2 %", "not known, most\nlikely in May"], ROWS[4]]
    assert words(table_in(keep(head_rule(rows)), 1, REGION)) == rows


def test_only_words_inside_the_rectangle_belong_to_the_table(keep: Callable[..., Path]) -> None:
    three_rows = (60, 792 - 640 + 15, 560, 792 - 640 + 55)
    assert words(table_in(keep(bare(ROWS)), 1, three_rows)) == ROWS[1:3]


def test_a_page_that_is_not_there_is_said(keep: Callable[..., Path]) -> None:
    with pytest.raises(NotFound, match="no page 9"):
        find_tables(keep(bare(ROWS)), 9)


def test_the_worker_reads_tables_page_by_page(keep: Callable[..., Path]) -> None:
    path = keep(ruled(ROWS), bare(ROWS), ruled(WRAPPED))
    seen: list[tuple[int, int | None]] = []
    with Worker() as worker:
        found = worker.tables(path, progress=lambda done, total: seen.append((done, total)))
        assert [table.page for table in found] == [1, 3]
        assert words(found[1]) == WRAPPED
        (drawn,) = worker.tables(path, pages=[2], area=REGION)
        assert words(drawn) == ROWS
        with pytest.raises(NotFound):
            worker.tables(path, pages=[4])
        assert len(worker.read(path).pages) == 3
    assert seen[-1] == (3, 3)
