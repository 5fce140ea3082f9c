"""Tables that read well aloud: a repeated header row, rows that do not break, a spoken summary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verifier.export.wml import KEEP_NEXT, escape, paragraph

TEXT_WIDTH = 9412
"""Width of the text on the page in twentieths of a point: A4 less two margins of 2.2 cm."""
KEPT_TOGETHER = 14
"""Tables up to this many rows stay on one page."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `lines` are runs, a paragraph each; colours are RRGGBB, empty for none."""

    lines: tuple[str, ...]
    style: str = "TableText"
    shade: str = ""
    bar: str = ""
    """Colour of a thick line at the left edge."""
    top: str = ""
    """Colour of a thick line at the top edge."""
    centred: bool = False


def cell(*lines: str, style: str = "TableText", shade: str = "", bar: str = "") -> Cell:
    """A cell with a paragraph for each line of runs."""
    return Cell(lines or ("",), style, shade, bar)


def table(
    widths: Sequence[int],
    rows: Iterable[Sequence[Cell]],
    *,
    heads: Sequence[Cell] = (),
    style: str = "ReportTable",
    title: str = "",
    summary: str = "",
    keep: bool | None = None,
    keep_last: bool = False,
) -> str:
    """A table of fixed column widths (twentieths of a point).

    Short tables are kept on one page; `keep_last` keeps the last row with what follows, too.
    """
    body = list(rows)
    keep = len(body) <= KEPT_TOGETHER if keep is None else keep
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    written = [_row(widths, heads, header=True, keep=True)] if heads else []
    for number, row in enumerate(body, start=1):
        written.append(_row(widths, row, keep=keep and (number < len(body) or keep_last)))
    look = f'<w:tblLook w:val="{"0020" if heads else "0000"}" w:firstRow="{1 if heads else 0}"'
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        f'{look} w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(title)}"/><w:tblDescription w:val="{escape(summary)}"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(written)}</w:tbl>"
    )


def _row(widths: Sequence[int], cells: Sequence[Cell], *, header: bool = False, keep: bool) -> str:
    head = "<w:tblHeader/>" if header else ""
    inside = "".join(_cell(w, c, keep=keep) for w, c in zip(widths, cells, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{inside}</w:tr>"


def _cell(width: int, content: Cell, *, keep: bool) -> str:
    borders = _border("top", content.top) + _border("left", content.bar)
    properties = (
        f'<w:tcW w:w="{width}" w:type="dxa"/>'
        + (f"<w:tcBorders>{borders}</w:tcBorders>" if borders else "")
        + (
            f'<w:shd w:val="clear" w:color="auto" w:fill="{content.shade}"/>'
            if content.shade
            else ""
        )
    )
    kept = KEEP_NEXT if keep else ""
    aligned = kept + ('<w:jc w:val="center"/>' if content.centred else "")
    lines = "".join(paragraph(content.style, line, aligned) for line in content.lines)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{lines}</w:tc>"


def _border(side: str, color: str) -> str:
    return f'<w:{side} w:val="single" w:sz="36" w:space="0" w:color="{color}"/>' if color else ""
