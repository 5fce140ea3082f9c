"""Notes and captions that stand inside a sentence are told apart from it."""

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


COLUMN = [
    "The committee examined records",
    "that were kept by the agency and",
    "found that several of them",
]
REST = ["had been altered before they were", "released to the public in March."]
SMALL = ["This work may be copied without fee", "as long as nobody earns by it."]


def blocks_of(folder: Path, page: str) -> list[tuple[str, object]]:
    """The kinds of a page's blocks, and whether they go on behind what stands between."""
    path = folder / "report.pdf"
    path.write_bytes(pdf_of([page]))
    document = document_of(read_pdf(path, path.name, Limits()))
    return [(block.kind, block.data.get("continued")) for block in document.blocks]


@pytest.mark.parametrize("note", [SMALL, ["1 See the register, page 4."]], ids=["without", "with"])
def test_notes_at_the_end_of_a_column_are_notes_with_a_mark_or_without(
    tmp_path: Path, note: list[str]
) -> None:
    page = lines(60, 200, COLUMN) + lines(60, 120, note, 8, 10) + lines(330, 700, REST)
    expected = [("paragraph", None), ("page-note", None), ("paragraph", True)]
    assert blocks_of(tmp_path, page) == expected


def test_small_print_below_a_sentence_that_has_ended_is_no_note(tmp_path: Path) -> None:
    ended = [*COLUMN[:2], "found nothing."]
    page = lines(60, 200, ended) + lines(60, 120, SMALL, 8, 10) + lines(330, 700, REST)
    assert "page-note" not in [kind for kind, _ in blocks_of(tmp_path, page)]


@pytest.mark.parametrize("caption", ["Figure 3: The register in May", "Abb. 3 Das Register im Mai"])
def test_a_caption_inside_a_sentence_is_told_apart(tmp_path: Path, caption: str) -> None:
    page = lines(60, 600, COLUMN) + line(60, 400, caption, 9) + lines(60, 360, REST)
    expected = [("paragraph", None), ("page-note", None), ("paragraph", True)]
    assert blocks_of(tmp_path, page) == expected


def test_a_caption_between_two_paragraphs_is_none(tmp_path: Path) -> None:
    rest = ["Nothing was released to the public", "in March."]
    page = lines(60, 600, COLUMN) + line(60, 400, "Figure 3: The register", 9)
    assert "page-note" not in [kind for kind, _ in blocks_of(tmp_path, page + lines(60, 360, rest))]


def test_each_of_some_notes_is_one(tmp_path: Path) -> None:
    notes = ["1 See the register, page 4.", "2 Figures of the agency,", "which are from May."]
    page = lines(60, 600, COLUMN * 2) + lines(60, 120, notes, 9, 11)
    expected = [("paragraph", None), ("page-note", None), ("page-note", None)]
    assert blocks_of(tmp_path, page) == expected


def test_a_box_drawn_behind_a_sentence_that_goes_on_over_the_page_is_told_apart(
    tmp_path: Path,
) -> None:
    full = "The committee examined records that were kept by the agency and found"
    box = ["Nobody saw it", "before May"]
    page = lines(60, 700, [full] * 8) + lines(300, 660, box, 16, 18)
    assert blocks_of(tmp_path, page) == [("paragraph", None), ("page-note", None)]
    ended = lines(60, 700, [*[full] * 7, "that nothing was left."]) + lines(300, 660, box, 16, 18)
    assert "page-note" not in [kind for kind, _ in blocks_of(tmp_path, ended)]


def test_a_caption_above_the_end_of_a_sentence_from_the_page_before_is_told_apart(
    tmp_path: Path,
) -> None:
    path = tmp_path / "report.pdf"
    second = line(60, 690, "Figure 3: The register", 9) + lines(60, 660, REST)
    path.write_bytes(pdf_of([lines(60, 600, COLUMN), second]))
    document = document_of(read_pdf(path, path.name, Limits()))
    found = [(block.kind, block.data.get("continued")) for block in document.blocks]
    assert found == [("paragraph", None), ("page-note", None), ("paragraph", True)]
