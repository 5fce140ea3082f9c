"""Tables as grids of words: what a reader finds on a page, and what goes to a spreadsheet."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Iterable
from dataclasses import dataclass

from verifier.text.document import Block

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's words, and its rectangle in points of the shown page, where there is one.

    A place that a wider or taller cell covers is a cell without words and without a rectangle.
    """

    text: str
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of cells, every row of the same length."""

    page: int
    """From 1."""
    rows: tuple[tuple[Cell, ...], ...]
    box: Box | None = None

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else 0

    def words(self) -> list[list[str]]:
        """The cells' words, line ends as they stand on the page."""
        return [[cell.text for cell in row] for row in self.rows]


def as_tsv(table: Table) -> str:
    """Rows as a spreadsheet takes them from the clipboard: one line a row, tabs between cells."""
    return "".join(
        "\t".join(" ".join(text.split()) for text in row) + "\n" for row in table.words()
    )


def as_html(table: Table) -> str:
    """Rows as word processors and spreadsheets take them from the clipboard with their cells."""
    rows = "".join(
        f"<tr>{''.join(f'<td>{_lines(text)}</td>' for text in row)}</tr>" for row in table.words()
    )
    return f'<table border="1">{rows}</table>'


def part_of(table: Table, rows: range, columns: range) -> Table:
    """Some rows and columns that stand together, as a table."""
    return Table(table.page, tuple(tuple(table.rows[r][c] for c in columns) for r in rows))


def _lines(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")


def as_csv(table: Table) -> str:
    """Rows as comma-separated values (RFC 4180, but for the line ends)."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(table.words())
    return out.getvalue()


def tables_of(text: str, blocks: Iterable[Block]) -> tuple[Table, ...]:
    """The tables of a document whose reader knows their cells, as Word's and HTML's do."""
    found: dict[int, dict[tuple[int, int], str]] = {}
    for block in blocks:
        if block.kind != "table-cell" or "table" not in block.data:
            continue
        cells = found.setdefault(block.data["table"], {})
        place = (block.data["row"], block.data["col"])
        number = str(block.data.get("number") or "")
        words = " ".join(filter(None, (number, text[block.start : block.stop])))
        # A table inside a cell cuts the cell's own words in two.
        cells[place] = f"{cells[place]}\n{words}" if place in cells else words
    return tuple(_grid(cells) for _, cells in sorted(found.items()))


def _grid(cells: dict[tuple[int, int], str]) -> Table:
    width = 1 + max(column for _, column in cells)
    height = 1 + max(row for row, _ in cells)
    return Table(
        1,
        tuple(
            tuple(Cell(cells.get((row, column), "")) for column in range(width))
            for row in range(height)
        ),
    )
