"""The lines of the claims table as a file for spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from verifier.errors import VerifierError
from verifier.export.csv_tables import csv_bytes
from verifier.export.files import replacing
from verifier.export.flat import FlatTable
from verifier.queries.claims import ClaimSummary
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.shell import Shell
from verifier.ui.table.columns import Column, Names


def write_lines(
    shell: Shell,
    target: Path,
    lines: Sequence[ClaimSummary],
    columns: Sequence[Column],
    names: Names,
) -> bool:
    """Write claims as CSV and say so; whether that was possible."""
    table = FlatTable(
        "claims",
        tuple(column.title for column in columns),
        tuple(column.width for column in columns),
        tuple(tuple(column.text(line, names) for column in columns) for line in lines),
    )
    try:
        with replacing(target) as file:
            file.write(csv_bytes(table))
    except VerifierError as error:
        shell.tell_error(error)
        return False
    words = QCoreApplication.translate("TableEdits", "%1 claims are written: %2")
    words = words.replace("%1", str(len(lines))).replace("%2", str(target))
    shell.tell(Notice(NoticeKind.DONE, words))
    return True
