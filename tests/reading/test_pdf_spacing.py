"""A line that is one to the eye is one line of text, and spaced letters are a word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pdf_making import line, lines, pdf_of

from verifier.reading.boxes import unpack_boxes
from verifier.reading.limits import Limits
from verifier.reading.parts import document_of
from verifier.reading.pdf import read_pdf

Reading = Callable[[str], str]


@pytest.fixture
def read(tmp_path: Path) -> Reading:
    def reading(page: str) -> str:
        path = tmp_path / "report.pdf"
        path.write_bytes(pdf_of([page]))
        document = document_of(read_pdf(path, path.name, Limits()))
        (shape,) = document.pages
        assert len(unpack_boxes(shape.boxes, shape.width, shape.height)) == len(document.text)
        return document.text

    return reading


def shown(*pieces: tuple[str, float, float]) -> str:
    """Pieces (words, size, rise) one after the other on a line."""
    drawn = "".join(f"/F1 {size} Tf {rise} Ts ({words}) Tj " for words, size, rise in pieces)
    return f"BT 100 700 Td {drawn}ET\n"


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([("5 m", 12, 0), ("2", 7, 5), (", of which", 12, 0)], "5 m2, of which\n"),
        ([("5 m", 12, 0), ("2", 7, 5), (".", 12, 0)], "5 m2.\n"),
        ([("CO", 12, 0), ("2", 7, -3), (" ", 12, 0), ("]", 12, 0), (" fell", 12, 0)],
         "CO2 ] fell\n"),
        ([("HCO", 12, 0), ("3", 7, -3), ("-", 7, 5), (" fell", 12, 0)], "HCO3- fell\n"),
    ],
)  # fmt: skip
def test_a_sign_behind_a_raised_figure_stays_on_its_line(
    read: Reading, pieces: list[tuple[str, float, float]], text: str
) -> None:
    assert read(shown(*pieces)) == text


def test_the_cell_of_another_column_is_not_drawn_to_the_word_before_it(read: Reading) -> None:
    page = line(60, 700, "of whom women") + line(330, 700, "5") + line(60, 680, "and men")
    assert read(page).splitlines() == ["of whom women", "5", "and men"]


def test_a_heading_with_spaced_letters_is_read_in_words(read: Reading) -> None:
    letters = "FINDINGS OF FACT"
    spaced = " ".join("-600" if letter == " " else f"({letter}) -300" for letter in letters)
    page = f"BT /F1 12 Tf 100 700 Td [{spaced}] TJ ET " + lines(100, 680, ["What was found"])
    assert read(page).splitlines() == ["FINDINGS OF FACT", "What was found"]


def test_letters_that_are_no_word_keep_their_blanks(read: Reading) -> None:
    assert read(line(100, 700, "answers A B C D E F")) == "answers A B C D E F\n"
    columns = "".join(line(100 + 40 * n, 700, letter) for n, letter in enumerate("ABCDEF"))
    assert read(columns).split() == list("ABCDEF")


@pytest.mark.parametrize(("back", "text"), [(278, "definir\n"), (0, "defi nir\n")])
def test_a_blank_behind_a_ligature_is_one_only_where_white_is_left(
    tmp_path: Path, back: int, text: str
) -> None:
    encoding = "<< /BaseEncoding /WinAnsiEncoding /Differences [128 /fi] >>"
    font = f"/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding {encoding} >>"
    path = tmp_path / "report.pdf"
    path.write_bytes(
        pdf_of([f"BT /F1 12 Tf 100 700 Td [(de\x80 ) {back} (nir)] TJ ET"], fonts=font)
    )
    document = document_of(read_pdf(path, path.name, Limits()))
    (page,) = document.pages
    assert document.text == text
    assert len(unpack_boxes(page.boxes, page.width, page.height)) == len(text)
