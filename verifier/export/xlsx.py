"""The three tables as one workbook: a sheet each, with a frozen head row and filters.

Every text is written as a text cell, so nothing in it is ever calculated. The same tables give
the same bytes.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import IO

from verifier.export.flat import Cell, FlatTable
from verifier.export.opc import DECLARATION, EPOCH
from verifier.export.wml import escape

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_LONGEST = 32767
"""Characters (UTF-16 units) that a cell may hold."""
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_HEAD, _TEXT, _NUMBER = 1, 2, 3
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}">'
    '<fonts count="2"><font><sz val="10"/><name val="Calibri"/><family val="2"/></font>'
    '<font><b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font>'
    '</fonts><fills count="3"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid">'
    '<fgColor rgb="FF1F3A5F"/><bgColor indexed="64"/></patternFill></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" '
    'applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" '
    'applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" '
    'applyAlignment="1"><alignment vertical="top"/></xf></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)


def write_workbook(tables: Sequence[FlatTable], file: IO[bytes]) -> None:
    """Write the workbook's zip."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in _members(tables):
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, (DECLARATION + xml).encode())


def _members(tables: Sequence[FlatTable]) -> Iterator[tuple[str, str]]:
    numbers = range(1, len(tables) + 1)
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        for n in numbers
    )
    yield (
        "[Content_Types].xml",
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>{sheets}'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>',
    )
    yield "_rels/.rels", _relationships([("officeDocument", "xl/workbook.xml")])
    yield "xl/workbook.xml", _workbook(tables)
    targets = [("worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    yield "xl/_rels/workbook.xml.rels", _relationships([*targets, ("styles", "styles.xml")])
    yield "xl/styles.xml", _STYLES
    for number, table in zip(numbers, tables, strict=True):
        yield f"xl/worksheets/sheet{number}.xml", _sheet(table)


def _relationships(targets: Sequence[tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _workbook(tables: Sequence[FlatTable]) -> str:
    sheets = "".join(
        f'<sheet name="{escape(table.name)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, table in enumerate(tables, 1)
    )
    names = "".join(
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{n}" hidden="1">'
        f"{escape(table.name)}!$A$1:${_column(len(table.heads))}${len(table.rows) + 1}"
        "</definedName>"
        for n, table in enumerate(tables)
    )
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets>'
        f"<definedNames>{names}</definedNames></workbook>"
    )


def _sheet(table: FlatTable) -> str:
    last = f"{_column(len(table.heads))}{len(table.rows) + 1}"
    widths = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
        for n, width in enumerate(table.widths, 1)
    )
    rows = "".join(_row(number, row, 0) for number, row in enumerate(table.rows, 2))
    return (
        f'<worksheet xmlns="{_MAIN}"><dimension ref="A1:{last}"/>'
        '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" '
        'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{widths}</cols><sheetData>{_row(1, table.heads, _HEAD)}{rows}</sheetData>"
        f'<autoFilter ref="A1:{last}"/></worksheet>'
    )


def _row(number: int, cells: Sequence[Cell], style: int) -> str:
    written = "".join(
        _cell(f"{_column(column)}{number}", cell, style) for column, cell in enumerate(cells, 1)
    )
    return f'<row r="{number}">{written}</row>'


def _cell(place: str, cell: Cell, style: int) -> str:
    if isinstance(cell, int):
        return f'<c r="{place}" s="{style or _NUMBER}"><v>{cell}</v></c>'
    if not cell:
        return ""
    text = escape(_ESCAPED.sub("_x005F_", _held(cell)))
    return (
        f'<c r="{place}" s="{style or _TEXT}" t="inlineStr"><is>'
        f'<t xml:space="preserve">{text}</t></is></c>'
    )


def _held(text: str) -> str:
    """The text, cut with an ellipsis where a cell cannot hold it."""
    units = len(text.encode("utf-16-le", "replace")) // 2
    if units <= _LONGEST:
        return text
    kept = text.encode("utf-16-le", "replace")[: 2 * (_LONGEST - 1)]
    return kept.decode("utf-16-le", "ignore") + "…"


def _column(number: int) -> str:
    """The letters of a column, from 1: A, Z, AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
