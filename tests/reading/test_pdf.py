"""PDF pages read as a person reads them, and every box lies on its glyph."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from pdf_making import encrypted, line, lines, pdf_of, with_named_characters, with_unicode

from verifier.errors import Encrypted, Unreadable
from verifier.reading.boxes import has_area, rectangles, unpack_boxes
from verifier.reading.document import ReadDocument
from verifier.reading.limits import Limits
from verifier.reading.parts import PagePart, document_of
from verifier.reading.pdf import iso_date, read_pdf
from verifier.reading.pdf_second import SecondReader
from verifier.reading.pdfium import Geometry
from verifier.reading.render import PdfView


@pytest.fixture
def read(tmp_path: Path):  # type: ignore[no-untyped-def]
    def reading(data: bytes) -> ReadDocument:
        path = tmp_path / "report.pdf"
        path.write_bytes(data)
        return document_of(read_pdf(path, path.name, Limits()))

    return reading


SENTENCES = [
    "The ministry said on Friday that seventy", "websites had been defaced within hours,",
    "and that no personal data was taken.",
]  # fmt: skip


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize(
    "box",
    [
        "/MediaBox [0 0 612 792]",
        "/MediaBox [0 0 612 792] /CropBox [60 400 500 760]",
        "/MediaBox [-100 -50 512 742]",
        "/MediaBox [-100 -50 512 742] /CropBox [60 400 500 730]",
        "/MediaBox [0 0 612 792] /UserUnit 2",
        "/MediaBox [0 0 612 792] /CropBox [60 400 500 760] /UserUnit 2",
        "/MediaBox [-100 -50 512 742] /UserUnit 2",
        "/MediaBox [-100 -50 512 742] /CropBox [60 400 500 730] /UserUnit 2",
    ],
)
def test_every_box_holds_the_ink_of_its_glyph(read, rotation: int, box: str) -> None:  # type: ignore[no-untyped-def]
    data = pdf_of([lines(100, 700, SENTENCES, 14, 40)], page_keys=f"{box} /Rotate {rotation}")
    document = read(data)
    (page,) = document.pages
    with PdfView(data) as view:
        picture = view.render(1, 4.0)
        assert view.page_size(1) == pytest.approx((page.width, page.height))
    shape = (picture.height, picture.width, 4)
    dark = np.frombuffer(picture.pixels, np.uint8).reshape(shape)[..., 1] < 160
    boxes = unpack_boxes(page.boxes, page.width, page.height)
    assert len(boxes) == len(document.text)
    for character, row in zip(document.text, boxes, strict=True):
        if not character.isspace():
            x0, y0, x1, y1 = np.rint(row * 4).astype(int)
            assert dark[y0:y1, x0:x1].any(), f"{character!r} has no ink in {row}"
    assert [" ".join(part.split()) for part in document.text.splitlines()] == SENTENCES


def test_a_line_end_is_one_character_and_has_no_box_to_hit(read) -> None:  # type: ignore[no-untyped-def]
    document = read(pdf_of([lines(100, 700, SENTENCES)]))
    page = document.pages[0]
    boxes = unpack_boxes(page.boxes, page.width, page.height)
    ends = [place for place, character in enumerate(document.text) if character == "\n"]
    assert len(ends) == 3
    assert not has_area(boxes)[ends].any()
    assert len(rectangles(boxes, 0, len(boxes))) == 3


def test_two_columns_are_read_one_after_the_other(read) -> None:  # type: ignore[no-untyped-def]
    left = [f"left column line {n} of the text" for n in range(12)]
    right = [f"right column line {n} of the text" for n in range(12)]
    document = read(pdf_of([lines(60, 650, left) + lines(330, 650, right)]))
    assert document.text.splitlines() == left + right


def test_lines_in_a_shuffled_stream_are_put_in_order(read) -> None:  # type: ignore[no-untyped-def]
    texts = [f"line number {n} of a single column that is wide" for n in range(12)]
    shuffled = "".join(line(60, 650 - 15 * n, texts[n]) for n in (5, 2, 9, 0, 7, 1, 11, 3, 4, 10,
                                                                  6, 8))  # fmt: skip
    document = read(pdf_of([shuffled]))
    assert document.text.splitlines() == texts
    assert [notice.code for notice in document.pages[0].notices] == ["reordered"]


def test_a_box_drawn_last_at_the_top_leaves_the_text_before_it_whole(read) -> None:  # type: ignore[no-untyped-def]
    body = [f"line number {n} of a single column that is wide" for n in range(12)]
    box = ["Received in May", "Accepted in June"]
    document = read(pdf_of([lines(160, 650, body) + lines(40, 660, box)]))
    assert document.text.splitlines() == body + box
    assert document.pages[0].notices == ()


def test_rows_of_a_table_stay_whole_when_lines_are_put_in_order(read) -> None:  # type: ignore[no-untyped-def]
    rows = [f"Country {n}" for n in range(12)]
    order = (5, 2, 9, 0, 7, 1, 11, 3, 4, 10, 6, 8)
    page = "".join(
        line(60, 650 - 15 * n, rows[n]) + line(300, 650 - 15 * n, f"{n},000") for n in order
    )
    found = [" ".join(one.split()) for one in read(pdf_of([page])).text.splitlines()]
    assert found == [f"{row} {n},000" for n, row in enumerate(rows)]


@pytest.mark.parametrize(
    ("drawn", "read_as"),
    [
        (["the whole exam-", "ple was wrong"], "the whole example\nwas wrong\n"),
        (["a long exam-", "ple", "ends"], "a long example\nends\n"),
        (["an inter-", "na-", "tional pact"], "an international\npact\n"),
        (["the years 1914-", "1918 and on"], "the years 1914-\n1918 and on\n"),
        (["flew from Kyiv-", "Boryspil at noon"], "flew from Kyiv-Boryspil\nat noon\n"),
        (["both pre-", "and post-war"], "both pre-\nand post-war\n"),
        (["of twenty-", "five self-", "employed"], "of twenty-five\nself-employed\n"),
        (["the mother-in-", "law, an X-", "ray"], "the mother-in-law,\nan X-ray\n"),
        (
            ["as well-known as the cross-", "border one; a well-", "known and a cross-border"],
            "as well-known as the cross-border\none; a well-known\nand a cross-border\n",
        ),
        (
            ["see www.example.org/first-", "page for more"],
            "see www.example.org/first-page\nfor more\n",
        ),
        (
            ["to find one see parent-", "info.net for more"],
            "to find one see parent-info.net\nfor more\n",
        ),
    ],
)
def test_a_word_that_a_lines_end_cut_is_whole(
    read: Callable[[bytes], ReadDocument], drawn: list[str], read_as: str
) -> None:
    document = read(pdf_of([lines(100, 700, drawn)]))
    assert document.text == read_as
    page = document.pages[0]
    assert len(unpack_boxes(page.boxes, page.width, page.height)) == len(document.text)


def test_a_joined_word_is_marked_on_both_lines(read: Callable[[bytes], ReadDocument]) -> None:
    document = read(pdf_of([lines(100, 700, ["the whole exam-", "ple was wrong"])]))
    page = document.pages[0]
    boxes = unpack_boxes(page.boxes, page.width, page.height)
    at = document.text.index("example")
    upper, lower = rectangles(boxes, at, at + len("example"))
    whole = rectangles(boxes, 0, at + len("exam"))
    assert upper[2] == whole[0][2] > boxes[at + 3][0]
    assert lower[1] > upper[3] - 1
    assert lower[0] < upper[0]


def test_a_hyphen_as_browsers_draw_it_is_taken_like_any_other(read) -> None:  # type: ignore[no-untyped-def]
    letters = {letter: letter for letter in "the xamplwsrong-"} | {"~": "\u2010", "+": "\u00ad"}
    drawn = pdf_of([lines(100, 700, ["the exam~", "ple was wrong"])])
    assert read(with_unicode(drawn, letters)).text == "the example\nwas wrong\n"
    drawn = pdf_of([line(100, 700, "ex+ample")])
    assert read(with_unicode(drawn, letters)).text == "ex-ample\n"


def test_a_word_known_from_another_page_keeps_its_hyphen(read) -> None:  # type: ignore[no-untyped-def]
    document = read(pdf_of([line(100, 700, "an acido-basic fault"),
                            lines(100, 700, ["the acido-", "basic balance"])]))  # fmt: skip
    assert document.text.splitlines()[1:] == ["the acido-basic", "balance"]


def test_a_footnote_below_a_divided_word_is_no_rest_of_it(read) -> None:  # type: ignore[no-untyped-def]
    page = lines(100, 700, ["the whole of the inter-"]) + line(100, 600, "1 See the report.", 8)
    assert read(pdf_of([page])).text == "the whole of the inter-\n1 See the report.\n"


def test_text_drawn_twice_is_read_once(read) -> None:  # type: ignore[no-untyped-def]
    document = read(pdf_of([line(100, 700, "Bold claim") + line(100.2, 700, "Bold claim")]))
    assert document.text == "Bold claim\n"


def test_text_outside_the_visible_box_is_not_read(read) -> None:  # type: ignore[no-untyped-def]
    keys = "/MediaBox [0 0 612 792] /CropBox [50 50 562 742]"
    page = line(100, 700, "Seen") + line(100, 20, "printer slug")
    assert read(pdf_of([page], page_keys=keys)).text == "Seen\n"


def test_an_emoji_is_one_code_point_with_one_box(read) -> None:  # type: ignore[no-untyped-def]
    data = with_unicode(pdf_of([line(100, 700, "aXb")]), {"a": "a", "X": "\U0001f600", "b": "b"})
    document = read(data)
    assert document.text == "a\U0001f600b\n"
    page = document.pages[0]
    assert len(unpack_boxes(page.boxes, page.width, page.height)) == 4


def test_hebrew_is_read_in_the_order_of_reading(read) -> None:  # type: ignore[no-untyped-def]
    letters = dict(zip("abcd", "שלום", strict=True))
    drawn = line(100, 700, "dcba")
    assert read(with_unicode(pdf_of([drawn]), letters)).text == "שלום\n"


def test_running_heads_and_page_numbers_stand_last_on_their_page(read) -> None:  # type: ignore[no-untyped-def]
    pages = [
        line(60, 770, "Annual report") + lines(60, 650, SENTENCES) + line(300, 20, str(n))
        for n in range(1, 5)
    ]
    document = read(pdf_of(pages))
    for number, page in enumerate(document.pages, 1):
        own = document.text[page.start : page.stop].splitlines()
        assert own == [*SENTENCES, "Annual report", str(number)]
    kinds = [block.kind for block in document.blocks[:3]]
    assert kinds == ["paragraph", "header", "footer"]


def test_paragraphs_and_headings_become_blocks(read) -> None:  # type: ignore[no-untyped-def]
    page = line(60, 700, "Findings", 20) + lines(60, 650, SENTENCES) + lines(60, 580, SENTENCES)
    document = read(pdf_of([page]))
    found = [(block.kind, document.text[block.start : block.stop]) for block in document.blocks]
    assert found == [
        ("heading", "Findings"),
        ("paragraph", "\n".join(SENTENCES)),
        ("paragraph", "\n".join(SENTENCES)),
    ]


@pytest.mark.parametrize(
    ("initial", "rest", "words"),
    [
        ("T", "he ministry said that a man", "The ministry said that a man"),
        ("A", "man was seen there, said the", "A man was seen there, said the"),
        ("A", "ll were seen there, said the", "All were seen there, said the"),
    ],
)
def test_a_large_initial_begins_its_word(read, initial: str, rest: str, words: str) -> None:  # type: ignore[no-untyped-def]
    page = line(60, 664, initial, 48) + lines(97, 690, [rest, "man who was in charge of it"])
    document = read(pdf_of([page + lines(60, 645, ["and then it went on below that", "again."])]))
    assert document.text.splitlines()[:2] == [words, "man who was in charge of it"]
    assert document.blocks[0].kind == "paragraph"
    page_ = document.pages[0]
    boxes = unpack_boxes(page_.boxes, page_.width, page_.height)
    assert len(boxes) == len(document.text)
    assert boxes[0][3] - boxes[0][1] > 2 * (boxes[4][3] - boxes[4][1])


def test_a_large_initial_drawn_behind_its_paragraph_begins_it(read) -> None:  # type: ignore[no-untyped-def]
    rest = ["he ministry said that a man", "who was in charge of it knew"]
    page = lines(97, 690, rest) + lines(60, 645, ["and then it went on below that", "again."])
    document = read(pdf_of([page + line(60, 664, "T", 48)]))
    assert document.text.splitlines()[:2] == ["The ministry said that a man", rest[1]]


def test_a_page_without_text_is_said_to_be_a_picture(read) -> None:  # type: ignore[no-untyped-def]
    document = read(pdf_of(["0 0 0 rg 100 100 200 200 re f", line(100, 700, "Text"), ""]))
    codes = [[notice.code for notice in page.notices] for page in document.pages]
    assert codes == [["no-text"], [], []]


def test_pages_come_while_the_rest_is_unread(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    path.write_bytes(pdf_of([line(100, 700, f"Page {n}") for n in range(50)]))
    parts = read_pdf(path, path.name, Limits())
    next(parts)
    first = next(parts)
    assert isinstance(first, PagePart)
    assert first.text == "Page 0\n"
    parts.close()  # type: ignore[attr-defined]


def test_junk_before_the_file_or_a_lost_end_is_repaired_and_said(read) -> None:  # type: ignore[no-untyped-def]
    whole = pdf_of([line(100, 700, "Still here")])
    for damaged in (b"junk " * 600 + whole, whole[:-40]):
        document = read(damaged)
        assert document.text == "Still here\n"
        assert [notice.code for notice in document.notices] == ["repaired"]


def test_what_pdfium_drops_is_read_by_the_second_reader(read) -> None:  # type: ignore[no-untyped-def]
    keys = "/MediaBox [0 0 612 792] /CropBox [60 400 500 760] /Rotate 90"
    data = pdf_of([lines(100, 700, SENTENCES)], page_keys=keys)
    second = SecondReader(data)
    opinion = second.read(1, Geometry(60, 400, 500, 760, 90))
    second.close()
    first = read(data)
    assert opinion is not None
    assert opinion.characters.text() == first.text
    page = first.pages[0]
    mine = unpack_boxes(page.boxes, page.width, page.height)
    inked = has_area(mine) & has_area(opinion.characters.boxes)
    middle = (mine[inked][:, :2] + mine[inked][:, 2:]) / 2
    other = opinion.characters.boxes[inked]
    assert np.abs(middle - (other[:, :2] + other[:, 2:]) / 2).max() < 2


def test_undecodable_text_is_marked_and_told(read) -> None:  # type: ignore[no-untyped-def]
    letters = dict.fromkeys("abcdefgh", "\x01")
    document = read(with_unicode(pdf_of([line(100, 700, "abcdefgh")]), letters))
    assert "\x01" not in document.text
    assert [notice.code for notice in document.pages[0].notices] in (
        ["suspect-text"],
        ["second-opinion"],
    )


def test_blanks_drawn_by_themselves_are_no_lost_text(read) -> None:  # type: ignore[no-untyped-def]
    words = "I do a b c as we do"
    glyphs = (line(100 + 9 * at, 700, glyph) for at, glyph in enumerate(words))
    document = read(pdf_of(["".join(glyphs)]))
    assert "".join(document.text.split()) == "Idoabcaswedo"
    assert not document.pages[0].notices


def test_what_only_pdfplumber_can_decode_is_taken_from_it_and_told(read) -> None:  # type: ignore[no-untyped-def]
    document = read(with_named_characters("Seventy websites had been defaced."))
    assert document.text == "Seventy websites had been defaced.\n"
    (page,) = document.pages
    assert [notice.code for notice in page.notices] == ["second-opinion"]
    boxes = unpack_boxes(page.boxes, page.width, page.height)
    assert len(boxes) == len(document.text)
    (around,) = rectangles(boxes, 0, len("Seventy"))
    assert around[0] == pytest.approx(100, abs=1)
    assert around[1] < 792 - 700 < around[3] + 1


def test_properties_and_page_labels_are_kept(read) -> None:  # type: ignore[no-untyped-def]
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_of([line(100, 700, "One"), line(100, 700, "Two")]))) as pdf:
        pdf.docinfo["/Title"] = "Who did it – and why"
        pdf.docinfo["/CreationDate"] = "D:20220114093000+02'00'"
        pdf.Root.PageLabels = pikepdf.Dictionary(
            Nums=pikepdf.Array([0, pikepdf.Dictionary(S=pikepdf.Name.r)])
        )
        pdf.save(out)
    document = read(out.getvalue())
    assert document.properties["title"] == "Who did it – and why"
    assert document.properties["created"] == "2022-01-14T09:30:00+02:00"
    assert [page.label for page in document.pages] == ["i", "ii"]


def test_a_password_is_told_apart_from_damage(read) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(Encrypted, match="password"):
        read(encrypted(pdf_of([line(100, 700, "Secret")])))
    with pytest.raises(Unreadable, match="damaged or incomplete"):
        read(b"%PDF-1.7\n" + b"garbage " * 50)


def test_pdf_dates_become_iso_dates() -> None:
    assert iso_date("D:2022") == "2022-01-01"
    assert iso_date("D:20220114093000Z") == "2022-01-14T09:30:00Z"
    assert iso_date("yesterday") == "yesterday"
