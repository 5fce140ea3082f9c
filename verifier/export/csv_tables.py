"""Tables as CSV files that spreadsheets open without asking and without running them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from verifier.export.flat import Cell, FlatTable

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the system's old encoding."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

_NUMBER = re.compile(r"[-+–]?\s*[\d][\d.,'\s\u00a0\u202f]*%?")


def csv_bytes(table: FlatTable) -> bytes:
    """The table as RFC 4180 wants it: every text quoted, lines ended by CR LF."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(table.heads)
    writer.writerows([harmless(cell) for cell in row] for row in table.rows)
    return (BYTE_ORDER_MARK + text.getvalue()).encode("utf-8", "replace")


def harmless(cell: Cell) -> Cell:
    """A text that a spreadsheet would calculate gets an apostrophe before it, as OWASP advises."""
    if isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA):
        return f"'{cell}"
    return cell


def grid_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows of words as they were found in a document, numbers among them."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(
        [harmless_words(cell) for cell in row] for row in rows
    )
    return (BYTE_ORDER_MARK + text.getvalue()).encode("utf-8", "replace")


def harmless_words(text: str) -> str:
    """Words of a document for a spreadsheet: a number stays one, a formula becomes words."""
    return text if _NUMBER.fullmatch(text.strip()) else str(harmless(text))
