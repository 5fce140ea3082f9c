"""Text seen in pictures: Tesseract's table becomes text with boxes, and says what it is.

The table in tests/data is what Tesseract 5.3.0 (eng) said of a page drawn at 300 dots an inch with
the lines below.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from pdf_making import line, lines, pdf_of

from verifier.errors import Cancelled, NotFound
from verifier.reading import tesseract
from verifier.reading.boxes import unpack_boxes
from verifier.reading.here import read_here
from verifier.reading.ocr import SeenWord, page_of, picture_of, with_seen, words_of
from verifier.reading.render import PdfView
from verifier.reading.tesseract import Tesseract
from verifier.text.document import Block

TABLE = Path(__file__).parents[1] / "data" / "tesseract-5.3.0-eng.tsv"
LINES = [
    "The ministry said on Friday that seventy",
    "websites had been defaced within hours,",
    "and that no data were lost.",
]
SECOND = "A second paragraph stands here."
SCALE = 300 / 72


def seen_page() -> list[SeenWord]:
    return words_of(TABLE.read_text(encoding="utf-8"))


def test_the_table_becomes_lines_and_paragraphs() -> None:
    page = page_of(seen_page(), SCALE)
    assert page.text == "\n".join([*LINES, SECOND]) + "\n"
    assert [page.text[start:stop] for start, stop in page.paragraphs] == ["\n".join(LINES), SECOND]
    assert 90 < page.confidence < 100


def test_each_character_has_a_box_inside_its_word() -> None:
    page = page_of(seen_page(), SCALE)
    assert len(page.boxes) == len(page.text)
    at = page.text.index("ministry")
    x0, y0, x1, y1 = page.boxes[at : at + 8].T
    # Drawn at (100, 700) from the bottom left corner, 12 points high.
    assert 120 < x0[0] < 130
    assert 792 - 712 < y0.min() < y1.max() < 792 - 690
    assert np.all(np.diff(x0) > 0)
    assert np.allclose(x0[1:], x1[:-1])


def test_a_hyphen_that_parts_a_word_is_a_soft_one() -> None:
    words = [
        SeenWord("govern-", 0, 0, 70, 10, 90, (1, 1, 1)),
        SeenWord("ment", 0, 12, 40, 22, 90, (1, 1, 2)),
        SeenWord("1914-", 0, 24, 50, 34, 90, (1, 1, 3)),
        SeenWord("Kyiv-", 0, 36, 50, 46, 90, (1, 1, 4)),
        SeenWord("Boryspil", 0, 48, 50, 58, 90, (1, 1, 5)),
    ]
    assert page_of(words, 1).text == "govern\u00ad\nment\n1914-\nKyiv-\nBoryspil\n"


def test_nothing_seen_is_nothing() -> None:
    page = page_of([], 1)
    assert (page.text, len(page.boxes), page.confidence) == ("", 0, 0.0)


def test_pages_with_text_stay_as_they_are_and_seen_ones_are_labelled(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    box = "0.8 g 100 400 200 150 re f\n"
    path.write_bytes(pdf_of([line(100, 700, "First page."), box, line(100, 700, "Third page.")]))
    before = read_here(path)
    read = with_seen(before, {2: page_of(seen_page(), SCALE)}, "Tesseract 5.3.0 (eng)")
    first, second, third = read.pages
    assert read.text[first.start : first.stop] == "First page.\n"
    assert read.text[second.start : second.stop].startswith("The ministry")
    assert read.text[third.start : third.stop] == "Third page.\n"
    assert third.boxes == before.pages[2].boxes
    assert len(unpack_boxes(second.boxes, 612, 792)) == second.stop - second.start
    (notice,) = second.notices
    assert notice.code == "ocr"
    assert "% sure" in notice.text
    assert read.properties["ocr pages"] == "2"
    assert read.reader.endswith("Tesseract 5.3.0 (eng)")
    last = read.blocks[-1]
    assert read.text[last.start : last.stop] == "Third page."
    assert Block(second.start, second.start + len("\n".join(LINES))) in read.blocks


def test_without_the_program_it_is_said_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(tesseract, "_WINDOWS", str(tmp_path / "none"))
    with pytest.raises(NotFound, match="not installed") as told:
        tesseract.find()
    assert "Install it with" in str(told.value)


def test_a_language_that_is_not_installed_is_named() -> None:
    with pytest.raises(NotFound, match="ukr"):
        Tesseract("tesseract", "5", ("eng",)).check(["ukr"])


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
def test_the_program_reads_a_page_and_can_be_stopped() -> None:
    program = tesseract.find()
    with PdfView(pdf_of([lines(100, 700, LINES)])) as view:
        picture, scale = picture_of(view, 1)
    page = page_of(words_of(program.table(picture, program.languages[:1], dots=300)), scale)
    assert page.text.splitlines() == LINES
    with pytest.raises(Cancelled):
        program.table(picture, program.languages[:1], dots=300, cancelled=lambda: True)
