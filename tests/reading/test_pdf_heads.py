"""Running heads are told from what stands on one page only, also at the side of the text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pdf_making import line, lines, pdf_of

from verifier.reading.document import ReadDocument
from verifier.reading.limits import Limits
from verifier.reading.parts import document_of
from verifier.reading.pdf import read_pdf

BODY = [
    "The ministry said on Friday that the number of people without work had",
    "fallen by four per cent in the quarter that ended in May of that year and",
]


def read(folder: Path, pages: Sequence[str]) -> ReadDocument:
    path = folder / "report.pdf"
    path.write_bytes(pdf_of(pages))
    return document_of(read_pdf(path, path.name, Limits()))


def kinds(document: ReadDocument) -> list[tuple[str, str]]:
    return [(one.kind, document.text[one.start : one.stop]) for one in document.blocks]


def test_heads_at_the_side_of_the_text_part_no_sentence(tmp_path: Path) -> None:
    pages = [lines(130, 700, BODY) + line(40, 715, "ER", 16) + line(40, 640, str(n), 16)
             for n in (162, 163)]  # fmt: skip
    document = read(tmp_path, pages)
    body = ("paragraph", "\n".join(BODY))
    expected = [
        body,
        ("header", "ER"),
        ("header", "162"),
        body,
        ("header", "ER"),
        ("header", "163"),
    ]
    assert kinds(document) == expected
    assert document.blocks[3].data == {"continued": True}


def test_a_note_at_the_side_of_one_page_is_no_head(tmp_path: Path) -> None:
    pages = [lines(130, 700, BODY) + line(40, 690, note, 16) for note in ("Prices", "Wages")]
    assert not [kind for kind, _ in kinds(read(tmp_path, pages)) if kind == "header"]


def test_labels_of_a_form_that_is_filled_in_twice_stay_beside_their_answers(tmp_path: Path) -> None:
    pages = [
        "".join(
            line(40, y, label) + line(130, y, f"{answer} {name}")
            for y, label, answer in ((690, "Name:", BODY[0]), (660, "Work:", BODY[1]))
        )
        for name in ("A", "B")
    ]
    assert "header" not in [kind for kind, _ in kinds(read(tmp_path, pages))]


def test_the_head_of_a_table_below_the_title_of_a_page_stays_there(tmp_path: Path) -> None:
    pages = [line(60, 765, title, 18) + line(60, 735, "Region and year") + lines(60, 600, BODY)
             for title in ("Rates for homes", "Rates for rented homes")]  # fmt: skip
    texts = [text for _, text in kinds(read(tmp_path, pages))]
    assert texts[:2] == ["Rates for homes", "Region and year"]
