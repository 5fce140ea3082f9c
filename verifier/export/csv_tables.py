"""The three tables as CSV files that spreadsheets open without asking and without running them."""

from __future__ import annotations

import csv
import io

from verifier.export.flat import Cell, FlatTable

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the system's old encoding."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


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
