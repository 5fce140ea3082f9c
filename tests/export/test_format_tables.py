"""Claims, sources and citations as CSV and as a workbook."""

from __future__ import annotations

import csv
import importlib
import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import factories_report as make
import pytest
from lxml import etree
from sample_case import sample_data, sample_export

from verifier.errors import CannotWrite
from verifier.export.csv_tables import csv_bytes
from verifier.export.flat import FlatTable, tables
from verifier.export.formats import FORMATS
from verifier.export.xlsx import write_workbook

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def table_of(*cells: str | int) -> FlatTable:
    return FlatTable("T", ("Head",) * len(cells), (10,) * len(cells), (cells,))


def sheet_of(content: bytes, number: int = 1) -> list[list[str]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
    return [
        ["".join(str(text) for text in cell.itertext()) for cell in row.iter(f"{MAIN}c")]
        for row in root.iter(f"{MAIN}row")
    ]


def workbook(*found: FlatTable) -> bytes:
    file = io.BytesIO()
    write_workbook(found, file)
    return file.getvalue()


def test_csv_is_three_files_with_a_row_for_each_claim_source_and_citation(tmp_path: Path) -> None:
    data = sample_data()
    written = FORMATS["csv"].write(sample_export(), tmp_path / "case.csv")
    assert [path.name for path in written] == [
        "case.csv",
        "case-sources.csv",
        "case-citations.csv",
    ]
    claims, sources, citations = (read_csv(path.read_bytes()) for path in written)
    assert len(claims) == len(data.claims) + 1
    assert len(sources) == len(data.sources) + 1
    assert len(citations) == sum(len(claim.citations) for claim in data.claims) + 1
    statement = claims[0].index("Statement")
    assert [row[statement] for row in claims[1:]] == [c.row.statement for c in data.claims]


def test_no_table_replaces_an_old_one_unless_all_can_be_written(tmp_path: Path) -> None:
    old = tmp_path / "case.csv"
    old.write_text("old", encoding="utf-8")
    (tmp_path / "case-citations.csv").mkdir()
    with pytest.raises(CannotWrite, match="case-citations"):
        FORMATS["csv"].write(sample_export(), old)
    assert old.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case-citations.csv", "case.csv"]


def test_csv_begins_with_a_byte_order_mark_and_ends_lines_as_excel_wants() -> None:
    content = csv_bytes(table_of("Київ"))
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith('"Київ"\r\n'.encode())


@pytest.mark.parametrize(
    "words", ["=1+1", "+49 30", "-2", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "\n=1"]
)
def test_csv_never_holds_a_text_that_a_spreadsheet_would_calculate(words: str) -> None:
    (_, row) = read_csv(csv_bytes(table_of(words)))
    assert row == [f"'{words}"]


def test_csv_keeps_numbers_and_quotes_and_line_ends() -> None:
    (_, row) = read_csv(csv_bytes(table_of(-5, 'He said "no",\nthen left')))
    assert row == ["-5", 'He said "no",\nthen left']


def test_a_workbook_holds_the_same_tables_as_the_csv_files() -> None:
    content = workbook(*tables(sample_data()))
    for number, table in enumerate(tables(sample_data()), 1):
        head, *rows = sheet_of(content, number)
        assert head == list(table.heads)
        assert rows == [[str(cell) for cell in row if cell != ""] for row in table.rows]


def test_a_workbook_never_holds_a_formula_and_escapes_what_excel_would_unescape() -> None:
    content = workbook(table_of("=1+1", "_x0041_", "a\x01b"))
    assert sheet_of(content)[1] == ["=1+1", "_x005F_x0041_", "a\ufffdb"]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_a_text_longer_than_a_cell_may_hold_is_cut_with_an_ellipsis() -> None:
    (_, (cell,)) = sheet_of(workbook(table_of("👩" * 20_000)))
    assert len(cell.encode("utf-16-le")) // 2 <= 32767
    assert cell.endswith("👩…")


def test_the_same_case_gives_the_same_workbook() -> None:
    assert workbook(*tables(sample_data())) == workbook(*tables(sample_data()))


def test_an_unrated_claim_without_a_passage_has_a_row_too() -> None:
    shown = make.document("Some text.")
    claim = make.claim(1)
    data = make.data([shown], [replace(claim, highlights=(), history=(), assessment=None)])
    claims, *_ = tables(data)
    (row,) = claims.rows
    assert "Not rated" in row
    assert len(row) == len(claims.heads)


def test_another_program_opens_the_workbook_and_finds_the_same_rows() -> None:
    openpyxl: Any = importlib.import_module("openpyxl")
    file = io.BytesIO()
    wanted = tables(sample_data())
    write_workbook(wanted, file)
    book = openpyxl.load_workbook(file)
    assert book.sheetnames == [table.name for table in wanted]
    for table, sheet in zip(wanted, book, strict=True):
        rows = [["" if value is None else value for value in row] for row in sheet.values]
        assert rows[0] == list(table.heads)
        assert len(rows) == 1 + len(table.rows)
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {
            "s",
            "n",
            "inlineStr",
        }
        for written, row in zip(rows[1:], table.rows, strict=True):
            assert [str(value) for value in written] == [str(value) for value in row]
