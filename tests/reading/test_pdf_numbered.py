"""Numbers of lines in the margin stay out of the sentences; lists, tables and poems keep theirs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from textwrap import wrap

import pytest
from pdf_making import HELVETICA, line, pdf_of

from verifier.reading.boxes import rectangles, unpack_boxes
from verifier.reading.document import RUNNING, ReadDocument
from verifier.reading.limits import Limits
from verifier.reading.parts import document_of
from verifier.reading.pdf import read_pdf

EVEN = HELVETICA.replace("Helvetica", "Courier")
TOP, LEFT, MARGIN, STEP = 700, 110, 70, 24
SAID = (
    "The committee examined records that were kept by the agency and found that several had been "
    "altered before they were released to the public in March of that year. Witnesses told the "
    "court on Monday that nobody had seen the register since it was moved to the second floor of "
    "the old building, where it was kept in a box with the minutes of the board. Others had not "
    "been filed at all, and the chairman said in 2017 that 12 of them could not be found by those "
    "who looked for them in the cellar, in the attic and in the offices of the company that had "
    "moved them. He did not know when they had been seen there for the last time, nor by whom, and "
    "he had never asked. The register itself was found in April, behind a shelf on the second "
    "floor, by a painter who took it for a ledger and gave it to the porter of the building. "
)
WRAPPED = wrap(2 * SAID, 60)[:25]
CAPTION = ["Anna Smith", "Smith and Jones", "12 Main Street", "Attorneys for the plaintiff", "",
           "DISTRICT COURT OF THE NORTH", "", "Anna Smith, plaintiff", "against",
           "the Company, defendant"]  # fmt: skip


def numbers(
    last: int, *, first: int = 1, x: float = MARGIN, step: float = STEP, top: float = TOP
) -> list[str]:
    """What draws each number of a column that ends there at the right."""
    return [
        line(x - 7.2 * len(str(n)), top - (n - first) * step, str(n))
        for n in range(first, first + last)
    ]


def body(lines: Sequence[str], *, step: float = STEP, top: float = TOP) -> list[str]:
    return [line(LEFT, top - n * step, words) for n, words in enumerate(lines) if words]


def woven(lines: Sequence[str], first: int = 1) -> str:
    """Each number drawn before its line."""
    pairs = zip(numbers(len(lines), first=first), lines, strict=True)
    return "".join(
        number + (line(LEFT, TOP - n * STEP, words) if words else "")
        for n, (number, words) in enumerate(pairs)
    )


def read(folder: Path, *pages: str) -> ReadDocument:
    path = folder / "filing.pdf"
    path.write_bytes(pdf_of(pages, fonts=f"/F1 {EVEN}"))
    return document_of(read_pdf(path, path.name, Limits()))


def said(document: ReadDocument, page: int = 1) -> list[str]:
    """The lines of a page that are no running ones."""
    where = document.pages[page - 1]
    return [
        words
        for block in document.blocks
        if block.kind not in RUNNING and where.start <= block.start < where.stop
        for words in document.text[block.start : block.stop].split("\n")
    ]


PAPERS = {
    "each number drawn before its line": woven(WRAPPED),
    "each number drawn behind its line": "".join(
        part for pair in zip(body(WRAPPED), numbers(25), strict=True) for part in pair
    ),
    "numbers drawn first": "".join([*numbers(25), *body(WRAPPED)]),
    "numbers drawn last": "".join([*body(WRAPPED), *numbers(25)]),
    "lines at a spacing of their own": "".join(
        [*numbers(28, step=23), *body(WRAPPED, step=14.5, top=697)]
    ),
    "two lines to a number": "".join([*numbers(14), *body(WRAPPED, step=STEP / 2)]),
    "numbers at the right": "".join(
        line(LEFT, TOP - n * STEP, words) + number
        for n, (words, number) in enumerate(zip(WRAPPED, numbers(25, x=590), strict=True))
    ),
    "numbers that began on another page": woven(WRAPPED, first=412),
    "more white between paragraphs": "".join(
        line(MARGIN, down, str(n)) + line(LEFT, down, words)
        for n, words in enumerate(WRAPPED, 1)
        for down in [TOP - 16 * n - 9 * (n // 4)]
    ),
    "each fifth line numbered at the right": "".join(
        line(LEFT, TOP - 16 * n, words) + (line(580, TOP - 16 * n, str(n)) if n % 5 == 0 else "")
        for n, words in enumerate(WRAPPED, 1)
    ),
}


@pytest.mark.parametrize("paper", PAPERS)
def test_sentences_go_on_without_the_numbers_of_their_lines(tmp_path: Path, paper: str) -> None:
    document = read(tmp_path, PAPERS[paper])
    assert said(document) == WRAPPED
    (numbers,) = (block for block in document.blocks if block.kind == "line-number")
    first = {"numbers that": "412\n413\n", "each fifth l": "5\n10\n15\n"}.get(
        paper[:12], "1\n2\n3\n"
    )
    assert document.text[numbers.start :].startswith(first)
    assert document.pages[0].notices == ()


@pytest.mark.parametrize("paper", PAPERS)
def test_a_box_lies_on_each_letter_where_numbers_were_taken_out(tmp_path: Path, paper: str) -> None:
    document = read(tmp_path, PAPERS[paper])
    (page,) = document.pages
    boxes = unpack_boxes(page.boxes, page.width, page.height)
    at = document.text.index("kept by")
    (place,) = rectangles(boxes, at, at + len("kept"))
    row = next(words for words in WRAPPED if "kept by" in words)
    assert place[0] == pytest.approx(LEFT + 7.2 * row.index("kept by"), abs=0.1)
    assert place[2] - place[0] == pytest.approx(4 * 7.2, abs=0.1)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["behind", "before"])
def test_pages_of_few_sentences_are_told_by_their_neighbours(
    tmp_path: Path, order: tuple[int, int]
) -> None:
    pages = [woven(WRAPPED), woven([*CAPTION, *[""] * 15])]
    document = read(tmp_path, *(pages[n] for n in order))
    assert said(document, 1 + order.index(1)) == [words for words in CAPTION if words]


def test_a_last_page_with_a_few_lines_is_told_by_the_page_before(tmp_path: Path) -> None:
    rest = ["The court finds for the plaintiff.", "Given in April", "A. Judge"]
    document = read(tmp_path, woven(WRAPPED), woven(rest))
    assert said(document, 2) == rest


def test_a_divided_word_is_whole_behind_its_number(tmp_path: Path) -> None:
    lines = [*WRAPPED]
    lines[3] = "the register was kept by the porter of the old build-"
    lines[4] = "ing, " + lines[4][8:]
    assert "the old building, " in read(tmp_path, woven(lines)).text.replace("\xad\n", "")


ROWS = ["Anna Smith, the clerk", "the painter of the old building", "porter", "a company",
        "offices of the agency", "cellar", "the chairman of the committee", "Board", "second floor",
        "the attic"]  # fmt: skip
POEM = [words.capitalize() for words in wrap(2 * SAID, 38)[:20]]


def in_rows(rows: Sequence[Sequence[str]], step: float = 16) -> str:
    """A number, then the lines of its row."""
    drawn, y = "", float(TOP)
    for n, row in enumerate(rows, 1):
        drawn += line(MARGIN - 7.2 * len(str(n)), y, str(n))
        for words in row:
            drawn += line(LEFT, y, words)
            y -= step
    return drawn


KEPT = {
    "a list of short items": in_rows([[row] for row in ROWS]),
    "a list of sentences": in_rows([[f"{words}."] for words in POEM]),
    "rows of two lines": in_rows(
        [[WRAPPED[n].capitalize(), WRAPPED[n + 1]] for n in range(0, 24, 2)]
    ),
    "a table with figures": in_rows([[f"{row.lower():34} 12   {n}"] for n, row in enumerate(ROWS)]),
    "years": in_rows([[row] for row in ROWS]).replace("(1)", "(2011)"),
    "every fifth line of a poem": "".join(
        line(LEFT, TOP - 16 * n, words) + (line(430, TOP - 16 * n, str(n)) if n % 5 == 0 else "")
        for n, words in enumerate(POEM, 1)
    ),
    "chapters and their pages": in_rows(
        [[f"{row.lower():40} {3 * n + 1}"] for n, row in enumerate(ROWS)]
    ),
    "notes at the foot": "".join(body(WRAPPED[:15])) + "".join(
        line(LEFT - 12, 300 - 12 * n, str(n + 1), 7) + line(LEFT, 298 - 12 * n, f"See {row}.", 9)
        for n, row in enumerate(ROWS)
    ),
}  # fmt: skip


@pytest.mark.parametrize("page", KEPT)
def test_numbers_that_belong_to_what_stands_beside_them_stay(
    tmp_path: Path, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = read(tmp_path, KEPT[page])
    monkeypatch.setattr("verifier.reading.pdf_draft.without_numbers", lambda *_: None)
    assert document.text == read(tmp_path, KEPT[page]).text


def test_a_table_in_a_numbered_document_keeps_its_numbers(tmp_path: Path) -> None:
    table = in_rows([[row] for row in ROWS])
    alone, beside = read(tmp_path, table), read(tmp_path, woven(WRAPPED), table)
    assert said(beside, 2) == said(alone)
