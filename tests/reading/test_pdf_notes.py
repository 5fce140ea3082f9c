"""Footnotes below a sentence that goes on over the page's end are told apart from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_making import line, lines, pdf_of

from verifier.reading.limits import Limits
from verifier.reading.parts import document_of
from verifier.reading.pdf import read_pdf

OPEN = ["The ministry said on Friday", "that the websites had been"]
ENDED = ["The ministry said on Friday", "that the websites had been down."]
NOTES = ["1 See the register, page 4.", "* Figures of the agency."]


def kinds(folder: Path, body: list[str], notes: str) -> list[tuple[str, object]]:
    """The kinds of the blocks of two pages, and whether they go on from the page before."""
    path = folder / "report.pdf"
    path.write_bytes(
        pdf_of([lines(100, 600, body) + notes, lines(100, 700, ["defaced within hours."])])
    )
    document = document_of(read_pdf(path, path.name, Limits()))
    return [(block.kind, block.data.get("continued")) for block in document.blocks]


def test_notes_below_an_open_sentence_are_notes_of_the_page(tmp_path: Path) -> None:
    notes = lines(100, 120, NOTES, size=9, step=30)
    expected = [("paragraph", None), ("page-note", None), ("page-note", None), ("paragraph", True)]
    assert kinds(tmp_path, OPEN, notes) == expected


@pytest.mark.parametrize(
    ("body", "size", "note"),
    [
        (ENDED, 9, NOTES[0]),
        (OPEN, 12, NOTES[0]),
        (OPEN, 9, "12 345 678"),
        (OPEN, 9, "See the register, page 4."),
    ],
    ids=["the sentence has ended", "as large as the text", "figures", "no mark"],
)
def test_other_small_or_numbered_lines_are_none(
    tmp_path: Path, body: list[str], size: int, note: str
) -> None:
    found = kinds(tmp_path, body, line(100, 120, note, size))
    assert "page-note" not in [kind for kind, _ in found]
