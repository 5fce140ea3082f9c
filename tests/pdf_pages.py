"""Pages of running text for tests of the reading order, and what they read as."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pdf_making import HELVETICA, line, lines, pdf_of

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


ENDS = ["The ministry said on Friday", "that the websites had been"]
BEGINS = ["defaced within a few hours", "and that no data was taken."]
WHOLE = " ".join([*ENDS, *BEGINS])
HEAD = "Report of the committee"
NOTE = "1 See the register, page 4."


def over_pages(folder: Path) -> Path:
    """A file of two pages with a sentence that goes over the first one's end and its note."""
    path = folder / "report.pdf"
    pages = [
        line(100, 760, HEAD) + lines(100, 600, texts) + note + line(300, 30, f"{n}")
        for n, (texts, note) in enumerate([(ENDS, line(100, 100, NOTE, 9)), (BEGINS, "")], 1)
    ]
    path.write_bytes(pdf_of(pages))
    return path


def said_over_pages(text: str) -> str:
    """That sentence as it stands in the text of the file, with what stands between its pages."""
    return text[text.index(ENDS[0]) : text.index(BEGINS[-1]) + len(BEGINS[-1])]


def reading_in(folder: Path) -> Reading:
    """Reads what a page draws, as a file in this folder."""

    def reading(page: str, font: str = HELVETICA) -> ReadDocument:
        path = folder / "report.pdf"
        path.write_bytes(pdf_of([page], fonts=f"/F1 {font}"))
        return document_of(read_pdf(path, path.name, Limits()))

    return reading
