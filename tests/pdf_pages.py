"""Pages of running text for tests of the reading order, and what they read as."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pdf_making import HELVETICA, pdf_of

from verifier.reading.document import ReadDocument
from verifier.reading.limits import Limits
from verifier.reading.parts import document_of
from verifier.reading.pdf import read_pdf

Reading = Callable[..., ReadDocument]

LEFT = ["The committee examined records kept", "by the agency and found that several",
        "had been altered before they were", "released to the public in March of",
        "that year while others were never", "filed at all."]  # fmt: skip
RIGHT = ["Witnesses told the court on Monday", "that nobody had seen the register",
         "since it was moved to the second", "floor of the old building where it",
         "was kept in a box with the minutes", "of the board."]  # fmt: skip


def reading_in(folder: Path) -> Reading:
    """Reads what a page draws, as a file in this folder."""

    def reading(page: str, font: str = HELVETICA) -> ReadDocument:
        path = folder / "report.pdf"
        path.write_bytes(pdf_of([page], fonts=f"/F1 {font}"))
        return document_of(read_pdf(path, path.name, Limits()))

    return reading
