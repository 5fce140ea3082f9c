"""Tables of a PDF page, found when somebody asks: pdfplumber takes a tenth of a second and more.

Tables drawn with a full grid of rules are found by themselves. Any other is read in the rectangle
that a person draws around it.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any

import pdfplumber

from verifier.errors import NotFound, TooLarge, Unreadable
from verifier.reading.arrays import np
from verifier.reading.pdf import open_pdf
from verifier.reading.pdf_copy import FAULTS, PageCopies
from verifier.reading.pdf_grid import Rule, Word, grid
from verifier.reading.pdf_turn import as_shown, upright
from verifier.reading.pdfium import Geometry, geometry
from verifier.text.tables import Box, Cell, Table

_WORDS = {"x_tolerance_ratio": 0.15}
"""White between two words, in sizes of the font."""
_FULL = 0.9
"""A ruled table is what a person drew around if it holds so many of the words."""


def find_tables(source: Path, page: int, name: str = "") -> tuple[Table, ...]:
    """The ruled tables of page `page` (from 1), from top to bottom."""
    with TableReader(source, name) as reader:
        return reader.ruled(page)


def table_in(source: Path, page: int, rectangle: Box, name: str = "") -> Table | None:
    """The table inside a rectangle (points of the shown page); None where there is none."""
    with TableReader(source, name) as reader:
        return reader.inside(page, rectangle)


class TableReader:
    """A PDF whose tables are wanted."""

    def __init__(self, source: Path, name: str = "") -> None:
        self.name = name or source.name
        self._file, _, data = open_pdf(source, self.name)
        self._copies = PageCopies(data or source)

    def __enter__(self) -> TableReader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._copies.close()
        self._file.close()

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return self._file.page_count

    def ruled(self, number: int) -> tuple[Table, ...]:
        """Tables with a full grid of rules, two rows and two columns at least."""
        with self._page(number) as (page, shape, turn):
            found = [_ruled(one, number) for one in page.find_tables()]
            return tuple(_turned(one, turn, shape) for one in found if one is not None)

    def inside(self, number: int, rectangle: Box) -> Table | None:
        """The table in a rectangle, ruled or not."""
        with self._page(number) as (page, shape, turn):
            row = np.array([rectangle], np.float32)
            x0, y0, x1, y1 = upright(row, turn, shape.width, shape.height)[0].tolist()
            box = (max(x0, 0.0), max(y0, 0.0), min(x1, page.width), min(y1, page.height))
            if box[0] >= box[2] or box[1] >= box[3]:
                return None
            table = _full_grid(page, box, number) or _loose(page, box, number)
            return _turned(table, turn, shape) if table else None

    @contextmanager
    def _page(self, number: int) -> Iterator[tuple[Any, Geometry, int]]:
        """pdfplumber's page with its text upright, the shape shown, and the turn between them."""
        if not 1 <= number <= self.page_count:
            raise NotFound(
                f"{self.name} has no page {number}.", f"Its last page is {self.page_count}."
            )
        with self._file.page(number) as handle:
            shape = geometry(handle)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                with self._opened(number, shape) as pdf:
                    turn = _turn_of(pdf.pages[0].chars)
                    if not turn:
                        yield pdf.pages[0], shape, 0
                        return
                turned = replace(shape, rotation=(shape.rotation - turn) % 360)
                with self._opened(number, turned) as pdf:
                    yield pdf.pages[0], shape, turn
        except FAULTS as error:
            raise Unreadable(
                f"The tables of page {number} of {self.name} cannot be read.",
                "The page may be damaged. Copy the table's text instead.",
            ) from error

    def _opened(self, number: int, shape: Geometry) -> Any:
        copy = self._copies.copy(number, shape)
        if copy is None:
            raise TooLarge(
                f"Page {number} of {self.name} draws too much to look for tables.",
                "Copy the table's text instead.",
            )
        return pdfplumber.open(copy)


def _turn_of(chars: list[dict[str, Any]]) -> int:
    """Degrees clockwise that most characters are turned by."""
    counts = dict.fromkeys((0, 90, 180, 270), 0)
    for char in chars:
        across, up = char["matrix"][:2]
        if abs(across) >= abs(up):
            counts[0 if across >= 0 else 180] += 1
        else:
            counts[270 if up > 0 else 90] += 1
    return max(counts, key=lambda turn: counts[turn])


def _ruled(found: Any, number: int) -> Table | None:
    """pdfplumber's table as ours, if it is more than a frame."""
    words = found.extract(**_WORDS)
    rows = tuple(
        tuple(
            Cell(text or "", tuple(box) if box else None)
            for text, box in zip(texts, row.cells, strict=True)
        )
        for texts, row in zip(words, found.rows, strict=True)
    )
    if len(rows) < 2 or len(rows[0]) < 2 or not any(cell.text for row in rows for cell in row):
        return None
    return Table(number, rows, tuple(found.bbox))


def _full_grid(page: Any, box: Box, number: int) -> Table | None:
    """The ruled table that holds nearly all the words in the box."""
    part = page.crop(box)
    words = part.extract_words(**_WORDS)
    for found in part.find_tables():
        table = _ruled(found, number)
        held = sum(_holds(found.bbox, word) for word in words)
        if table is not None and held >= _FULL * len(words):
            return table
    return None


def _loose(page: Any, box: Box, number: int) -> Table | None:
    """A table told by its words' places."""
    inside = page.filter(lambda one: one["object_type"] != "char" or _holds(box, one))
    words = [
        Word(one["text"], one["x0"], one["top"], one["x1"], one["bottom"])
        for one in inside.extract_words(**_WORDS)
    ]
    x0, top, x1, bottom = box
    level, standing = [], []
    for edge in page.edges:
        across = Rule(edge["top"], edge["x0"], edge["x1"])
        along = Rule(edge["x0"], edge["top"], edge["bottom"])
        if edge["orientation"] == "h" and top <= across.place <= bottom:
            level.append(across)
        elif edge["orientation"] == "v" and x0 <= along.place <= x1:
            standing.append(along)
    return grid(words, level, standing, number)


def _holds(box: Box, one: dict[str, Any]) -> bool:
    x, y = (one["x0"] + one["x1"]) / 2, (one["top"] + one["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _turned(table: Table, turn: int, shape: Geometry) -> Table:
    """The table with its rectangles on the shown page."""
    if not turn:
        return table

    def shown(box: Box | None) -> Box | None:
        if box is None:
            return None
        row = as_shown(np.array([box], np.float32), turn, shape.width, shape.height)
        x0, y0, x1, y1 = row[0].tolist()
        return x0, y0, x1, y1

    rows = tuple(tuple(Cell(one.text, shown(one.box)) for one in row) for row in table.rows)
    return Table(table.page, rows, shown(table.box))
