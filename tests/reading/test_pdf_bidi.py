"""Lines with Hebrew or Arabic on a PDF page read as they are meant, whatever stands inside them."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_making import line, pdf_of, with_unicode

from verifier.reading.bidi_brackets import as_read
from verifier.reading.bidi_order import Glyph, leftward, rightward
from verifier.reading.boxes import rectangles, unpack_boxes
from verifier.reading.document import ReadDocument
from verifier.reading.limits import Limits
from verifier.reading.parts import document_of
from verifier.reading.pdf import read_pdf


def seen(*parts: str) -> list[Glyph]:
    """What stands on a line from left to right; each part is written in its own direction here."""
    signs = [sign for part in parts for sign in _as_seen(part)]
    return [Glyph(sign, (n,), float(n), n + 1.0) for n, sign in enumerate(signs)]


def _as_seen(part: str) -> str:
    return part[::-1] if part[0] >= "\u0590" else part


def words(order: list[Glyph]) -> str:
    return as_read("".join(glyph.text for glyph in order))


@pytest.mark.parametrize(
    ("parts", "read_as"),
    [
        ((".", "פליטים", " ", "12,345", " ", "היו"), "היו 12,345 פליטים."),
        ((".", ")", "7%", " ", "של", "("), "(של 7%)."),
        ((".", "שילמו", " ", "$50"), "$50 שילמו."),
        (("מעלות", " ", "-5", " ", "היו"), "היו -5 מעלות"),
        (("الناخبين", " ", "%", "45", " ", "إن"), "إن 45% الناخبين"),
        (("كانت", " ", "2020", "-", "2019", " ", "بين"), "بين 2019-2020 كانت"),
        (("פקס", " ", "03-1234567", " ", "טלפון"), "טלפון 03-1234567 פקס"),
        (("היום", " ", "12/05/2020", " ", "ב"), "ב 12/05/2020 היום"),
        (("טעתה", " ", '"', "Reuters", '"', " ", "כי"), 'כי "Reuters" טעתה'),
        (("פרסם", " ", ")", "UNHCR", "(", " ", "הארגון"), "הארגון (UNHCR) פרסם"),
        (("באתר", " ", "COVID-19 Report (2020)", " ", "את"), "את COVID-19 Report (2020) באתר"),
        (("טסו", " ", "F-16", " ", "מטוסי"), "מטוסי F-16 טסו"),
        ((".", "1990"), "1990."),
    ],
)  # fmt: skip
def test_what_runs_to_the_right_keeps_its_order_inside_leftward_text(
    parts: tuple[str, ...], read_as: str
) -> None:
    assert words(leftward(seen(*parts))) == read_as


@pytest.mark.parametrize(
    ("parts", "read_as"),
    [
        (("peace (", "שלום עליכם", ") and"), "peace (שלום עליכם) and"),
        (("In 2019 the group ", "أنصار", " (Ansar) had 500"),
         "In 2019 the group أنصار (Ansar) had 500"),
    ],
)  # fmt: skip
def test_leftward_words_inside_a_line_that_runs_to_the_right_keep_theirs(
    parts: tuple[str, ...], read_as: str
) -> None:
    assert words(rightward(seen(*parts))) == read_as


@pytest.mark.parametrize("stored", ["(א) ו(ב)", ")א( ו)ב(", "(א) ו)ב("])
def test_brackets_open_and_close_as_they_stand_however_the_file_stores_them(stored: str) -> None:
    assert as_read(stored) == "(א) ו(ב)"
    assert as_read("1( א") == "1) א"


def test_a_page_of_hebrew_is_read_from_right_to_left(tmp_path: Path) -> None:
    letters = dict(zip("abcdefghijkl", "שלוםעיכבתחדק", strict=True))
    document = _read(tmp_path, "(7%) " + "dcba", letters)
    assert document.text == "שלום (7%)\n"
    page = document.pages[0]
    boxes = unpack_boxes(page.boxes, page.width, page.height)
    (number,) = rectangles(boxes, 6, 8)
    (word,) = rectangles(boxes, 0, 4)
    assert number[2] < word[0]


def test_a_ligature_of_lam_and_alef_begins_with_lam(tmp_path: Path) -> None:
    letters = {"a": "ا", "b": "ب", "x": "لا"}
    assert _read(tmp_path, "bxa", letters).text == "الاب\n"


@pytest.mark.parametrize("glyph", ["ل\u0651ا", "ل\u064e\u0651ا"])
def test_marks_in_a_ligature_of_lam_and_alef_stand_behind_the_lam(
    tmp_path: Path, glyph: str
) -> None:
    letters = {"k": "ك", "b": "ب", "x": glyph}
    assert _read(tmp_path, "bxk", letters).text == f"ك{glyph}ب\n"


def test_a_mark_on_the_lam_of_a_ligature_stays_there_beside_a_narrow_letter(tmp_path: Path) -> None:
    letters = {"i": "إ", "b": "ب", "x": "لا", "j": "\u0651"}
    path = tmp_path / "report.pdf"
    drawn = line(100, 700, "bxi") + line(111, 700, "j")
    path.write_bytes(with_unicode(pdf_of([drawn]), letters))
    assert document_of(read_pdf(path, path.name, Limits())).text == "إلّاب\n"


def _read(folder: Path, drawn: str, letters: dict[str, str]) -> ReadDocument:
    path = folder / "report.pdf"
    same = {sign: sign for sign in "() 0123456789%."}
    path.write_bytes(with_unicode(pdf_of([line(100, 700, drawn)]), {**same, **letters}))
    return document_of(read_pdf(path, path.name, Limits()))
