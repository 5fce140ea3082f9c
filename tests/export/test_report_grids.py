"""Tables of the text under check are tables again, unless a passage reaches beyond a cell."""

from __future__ import annotations

from io import BytesIO

import factories_report as make
import pytest
from docx_reading import Docx, W

from verifier.export.report import build_report
from verifier.export.settings import Part, ReportSettings
from verifier.text.document import Block

TEXT = "Before.\nDay\nShots\nMon\n12\nAfter."


def cell(start: int, stop: int, row: int, col: int) -> Block:
    return Block(start, stop, "table-cell", 0, {"table": 1, "row": row, "col": col})


BLOCKS = (
    Block(0, 7),
    cell(8, 11, 0, 0),
    cell(12, 17, 0, 1),
    cell(18, 21, 1, 0),
    cell(22, 24, 1, 1),
    Block(25, 31),
)


def written(*ranges: tuple[int, int]) -> Docx:
    file = BytesIO()
    data = make.marked(TEXT, *ranges, blocks=BLOCKS)
    settings = ReportSettings(parts=(Part.TEXT,))
    build_report(data, exported_at=make.EXPORTED, settings=settings).save(file)
    return Docx(file)


def test_cells_are_set_as_a_table_with_their_passages() -> None:
    report = written((22, 24), (25, 30))
    rows = [
        ["".join(t.text or "" for t in c.iter(f"{W}t")) for c in row.iter(f"{W}tc")]
        for row in report.document.iter(f"{W}tr")
    ]
    assert rows == [["Day", "Shots"], ["Mon", "12\u202f[C1\u00a0√]"]]
    assert sorted(report.ranges().values()) == ["12", "After"]


@pytest.mark.parametrize("passage", [(18, 24), (0, 31), (7, 10), (5, 8)])
def test_a_passage_beyond_a_cell_keeps_its_words_in_lines(passage: tuple[int, int]) -> None:
    report = written(passage)
    assert list(report.document.iter(f"{W}tbl")) == []
    assert list(report.ranges().values()) == [TEXT[slice(*passage)]]
