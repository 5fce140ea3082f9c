"""Tables of the text under check, set as tables again where no passage reaches beyond a cell.

A passage over several cells keeps its words together only in lines, one cell each: there the
table stays as lines. What a comment covers comes before how the text looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice

from verifier.export.marked import Paragraph, Passage
from verifier.export.tables import TEXT_WIDTH
from verifier.export.wml import escape, paragraph
from verifier.export.words import tr

MOST_COLUMNS = 16
CELL = "table-cell"


def stretches(
    cut: Sequence[Paragraph], passages: Sequence[Passage]
) -> Iterator[tuple[bool, list[Paragraph]]]:
    """The paragraphs in order, and whether each stretch of them is to be set as a table."""
    ends = sorted({(p.start, p.stop) for p in passages})
    at = 0
    for table, group in groupby(cut, key=_table_of):
        pieces = list(group)
        while at < len(ends) and ends[at][1] < pieces[0].start:
            at += 1
        is_table = (
            table is not None
            and _is_grid(pieces)
            and not _is_crossed(pieces, islice(ends, at, None))
        )
        yield is_table, pieces


def grid(pieces: Sequence[Paragraph], written: Sequence[str]) -> str:
    """Written paragraphs as the cells of a table; places without a cell stay empty."""
    columns = max(_place(piece)[1] for piece in pieces) + 1
    rows: dict[int, dict[int, str]] = {}
    for piece, xml in zip(pieces, written, strict=True):
        row, column = _place(piece)
        cells = rows.setdefault(row, {})
        cells[column] = cells.get(column, "") + xml
    width = TEXT_WIDTH // columns
    empty = paragraph("TextCell", "")
    body = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{cells.get(n, empty)}</w:tc>"
            for n in range(columns)
        )
        + "</w:tr>"
        for cells in rows.values()
    )
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="GridTable"/>'
        f'<w:tblW w:w="{width * columns}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(tr("A table of the text under check"))}"/></w:tblPr>'
        "<w:tblGrid>" + f'<w:gridCol w:w="{width}"/>' * columns + f"</w:tblGrid>{body}</w:tbl>"
    )


def _table_of(piece: Paragraph) -> int | None:
    data = piece.block.data
    known = piece.block.kind == CELL and {"table", "row", "col"} <= data.keys()
    return int(data["table"]) if known else None


def _place(piece: Paragraph) -> tuple[int, int]:
    return int(piece.block.data["row"]), int(piece.block.data["col"])


def _is_grid(pieces: Sequence[Paragraph]) -> bool:
    """Cells in reading order, not too many side by side."""
    places = [_place(piece) for piece in pieces]
    return places == sorted(places) and 0 <= max(place[1] for place in places) < MOST_COLUMNS


def _is_crossed(pieces: Sequence[Paragraph], ends: Iterable[tuple[int, int]]) -> bool:
    """Whether a passage lies partly in a cell and partly elsewhere."""
    first, last = pieces[0].start, pieces[-1].stop
    for start, stop in ends:
        if start > last:
            break
        if stop >= first and not any(p.start <= start and stop <= p.stop for p in pieces):
            return True
    return False
