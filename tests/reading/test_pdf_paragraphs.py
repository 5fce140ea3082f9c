"""Paragraphs, headings and items of lists are found as a person sees them on the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from pdf_making import line, lines, pdf_of

from verifier.reading import built
from verifier.reading.limits import Limits
from verifier.reading.parts import document_of
from verifier.reading.pdf import read_pdf
from verifier.reading.pdf_characters import NO_CHARACTERS, Characters
from verifier.reading.pdf_lines import Line
from verifier.reading.pdf_paragraphs import paragraphs

FULL = "the number of people without work fell by four per cent in the quarter that"
"""A line of running text that reaches the right margin."""
SHORT = "wages rose."


@pytest.fixture(params=["built loops", "Python"])
def blocks(
    tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], list[tuple[str, str]]]:
    """Reads the kinds and the words of a page's blocks."""
    if request.param == "Python":
        monkeypatch.setattr(built, "LOOPS", None)

    def reading(page: str) -> list[tuple[str, str]]:
        path = tmp_path / "report.pdf"
        path.write_bytes(pdf_of([page]))
        document = document_of(read_pdf(path, path.name, Limits()))
        return [(one.kind, document.text[one.start : one.stop]) for one in document.blocks]

    return reading


def written(*texts: str) -> tuple[str, str]:
    """A paragraph of these lines."""
    return "paragraph", "\n".join(texts)


def test_a_heading_of_the_texts_own_size_stands_apart(blocks) -> None:  # type: ignore[no-untyped-def]
    texts = ["Findings of the committee", f"In May {FULL}", FULL, SHORT]
    assert blocks(lines(60, 700, texts)) == [written(texts[0]), written(*texts[1:])]


def test_a_heading_of_two_lines_stands_apart(blocks) -> None:  # type: ignore[no-untyped-def]
    texts = [f"What {FULL}", "was said on the fourth of March", f"In May {FULL}", FULL, SHORT]
    assert blocks(lines(60, 700, texts)) == [written(*texts[:2]), written(*texts[2:])]


def test_a_heading_at_the_end_of_a_column_stands_apart(blocks) -> None:  # type: ignore[no-untyped-def]
    left = ["The ministry was asked about the", "number of people without work and", SHORT]
    right = ["The number fell by four per cent in the quarter", "that ended in May."]
    page = lines(60, 300, [*left, "Findings"]) + lines(330, 700, right)
    assert blocks(page) == [written(*left), written("Findings"), written(*right)]


def test_a_paragraph_ends_where_the_next_word_would_have_stood_in_its_line(blocks) -> None:  # type: ignore[no-untyped-def]
    almost = FULL.removesuffix("in the quarter that") + "in May."
    texts = [FULL, FULL, almost, f"Wages {FULL[4:]}", SHORT]
    assert blocks(lines(60, 700, texts)) == [written(*texts[:3]), written(*texts[3:])]


def test_a_sentence_that_ends_with_its_line_does_not_end_the_paragraph(blocks) -> None:  # type: ignore[no-untyped-def]
    texts = [FULL, FULL.removesuffix(" that") + " year.", "Unemployment of women rose."]
    assert blocks(lines(60, 700, texts)) == [written(*texts)]


def test_entries_with_hanging_lines_are_whole_and_apart(blocks) -> None:  # type: ignore[no-untyped-def]
    entries = [
        ["Bohle, P. (1998), Early experience of shift work and what it does to those who",
         "do it in the region of the north, Journal of Psychology, Vol. 71, pp. 61-79."],
        ["Barling, J. (1990), Employment and Stress, Chichester."],
        ["Costa, G. (1996), The impact of shift and night work on the health of people in",
         "the region of the north and on the wages that they are paid for it, and on the",
         "prices of food."],
        ["Zedeck, S. (1992), Work and families, San Francisco."],
    ]  # fmt: skip
    page, y = "", 700
    for entry in entries:
        for n, text in enumerate(entry):
            page, y = page + line(75 if n else 60, y, text), y - 15
    assert blocks(page) == [written(*entry) for entry in entries]


def test_a_heading_above_an_indented_paragraph_stands_apart(blocks) -> None:  # type: ignore[no-untyped-def]
    page = line(60, 700, "Findings") + line(75, 685, f"In May {FULL}") + line(60, 670, SHORT)
    assert blocks(page) == [("heading", "Findings"), written(f"In May {FULL}", SHORT)]


def test_lines_beside_a_large_initial_are_no_hanging_ones(blocks) -> None:  # type: ignore[no-untyped-def]
    page = line(60, 670, "T", 40) + lines(88, 686, [f"he ministry said {FULL[:60]}", FULL[:70]])
    page += lines(60, 656, [FULL, FULL, SHORT])
    assert len(blocks(page)) == 1


def test_numbers_in_brackets_begin_items_whose_lines_are_indented(blocks) -> None:  # type: ignore[no-untyped-def]
    page = line(60, 700, f"(1) {FULL}") + line(80, 685, "wages rose")
    page += line(60, 670, "(2) prices fell")
    expected = [("list-item", f"(1) {FULL}\nwages rose"), ("list-item", "(2) prices fell")]
    assert blocks(page) == expected


def test_a_number_in_brackets_within_a_sentence_begins_no_item(blocks) -> None:  # type: ignore[no-untyped-def]
    texts = [f"In May (1) {FULL} is;", f"(2) {FULL} is so;", "(3) wages rose."]
    assert blocks(lines(60, 700, texts)) == [written(*texts)]


@pytest.mark.parametrize("rise", [8, -5])
def test_raised_and_lowered_figures_change_neither_paragraph_nor_heading(  # type: ignore[no-untyped-def]
    blocks, rise: int
) -> None:
    formula = f"BT 60 685 Td /F1 12 Tf (emissions of CO) Tj /F1 7 Tf {rise} Ts (2) Tj 0 Ts ET\n"
    page = line(60, 700, FULL) + formula + lines(60, 670, [FULL, SHORT])
    assert blocks(page) == [written(FULL, "emissions of CO2", FULL, SHORT)]


def test_a_first_letter_from_a_taller_font_makes_no_heading(blocks) -> None:  # type: ignore[no-untyped-def]
    mixed = "BT 60 700 Td /F1 16 Tf (T) Tj /F1 12 Tf (he quarter that ended in May) Tj ET\n"
    page = mixed + lines(60, 685, [FULL, SHORT])
    expected = ["The quarter that ended in May", FULL, SHORT]
    assert blocks(page) == [written(*expected)]


def test_what_ends_as_a_sentence_is_no_heading_however_large(blocks) -> None:  # type: ignore[no-untyped-def]
    page = line(60, 700, "The number of people without work fell by four per cent in May.", 16)
    page += line(60, 660, "Wages rose", 16) + lines(60, 600, [FULL] * 6)
    assert [kind for kind, _ in blocks(page)] == ["paragraph", "heading", "paragraph"]


def test_lines_that_stand_beside_each_other_are_no_paragraph(blocks) -> None:  # type: ignore[no-untyped-def]
    page = line(60, 700, "Region of the north") + line(330, 690, "fell by a tenth")
    assert blocks(page) == [written("Region of the north"), written("fell by a tenth")]


def test_a_long_heading_with_white_below_stands_apart(blocks) -> None:  # type: ignore[no-untyped-def]
    head = f"What {FULL}"
    page = line(60, 700, head) + lines(60, 680, [f"In May {FULL}", FULL, SHORT], step=14)
    assert blocks(page) == [written(head), written(f"In May {FULL}", FULL, SHORT)]


def test_a_long_heading_above_an_indented_paragraph_stands_apart(blocks) -> None:  # type: ignore[no-untyped-def]
    head = f"What {FULL}"
    page = line(60, 700, head) + line(75, 685, f"In {FULL}") + lines(60, 670, [FULL, SHORT])
    assert blocks(page) == [written(head), written(f"In {FULL}", FULL, SHORT)]


def test_a_row_that_goes_on_in_its_last_column_is_one_with_that_line(blocks) -> None:  # type: ignore[no-untyped-def]
    row = "DHAW20190027 05/02 Bank of the state, travel of staff in May 349.60"
    rest = "Airfare from one town to the other"
    page = "".join(line(60, 700 - 30 * n, row) + line(240, 685 - 30 * n, rest) for n in range(3))
    assert blocks(page)[0][1].startswith(f"{row}\n{rest}")


def test_a_sentence_that_goes_on_below_a_figure_is_one_paragraph(blocks) -> None:  # type: ignore[no-untyped-def]
    page = lines(60, 700, [FULL, FULL]) + lines(60, 400, [FULL, SHORT])
    assert blocks(page) == [written(FULL, FULL, FULL, SHORT)]


def test_a_line_of_which_most_is_set_smaller_stays_in_its_paragraph(blocks) -> None:  # type: ignore[no-untyped-def]
    mixed = "BT 60 685 Td /F1 12 Tf (in May ) Tj /F1 9 Tf (as the agency told the ministry) Tj ET\n"
    page = line(60, 700, FULL) + mixed + lines(60, 670, [FULL, SHORT])
    said = "in May as the agency told the ministry"
    assert blocks(page) == [written(FULL, said, FULL, SHORT)]


def test_cells_side_by_side_are_apart(blocks) -> None:  # type: ignore[no-untyped-def]
    left, right = ["The state agency", "for the networks", "of the north"], ["Fell by a", "tenth"]
    page = lines(60, 700, left) + lines(200, 700, right)
    assert blocks(page) == [written(*left), written(*right)]


def test_paragraphs_written_to_the_left_are_whole_among_others() -> None:
    texts = ["In May the number of people", "fell.", "משרד החוץ הודיע כי אתרי הממשלה", "הותקפו."]
    places = [(60, 300), (60, 90), (60, 300), (250, 300)]
    text, made = "", []
    for number, (words, (x0, x1)) in enumerate(zip(texts, places, strict=True)):
        top = 100.0 + 12 * number
        made.append(Line(len(text), len(text) + len(words), x0, top, x1, top + 10, 10))
        text += words + "\n"
    found = paragraphs(NO_CHARACTERS, text, made, {}, 0, leftward=False)
    assert [text[one.start : one.stop] for one in found] == [
        "\n".join(texts[:2]),
        "\n".join(texts[2:]),
    ]


@pytest.mark.usefixtures("blocks")
def test_a_line_is_as_tall_as_most_of_its_characters_whichever_are_first() -> None:
    heights = [11.0 if place in (0, 8) else 8.0 for place in range(16)]
    boxes = [(5.0 * n, 20 - tall, 5.0 * n + 5, 20.0) for n, tall in enumerate(heights)]
    codes = np.array([*b"It was so Told  ", 10], np.uint32)
    found = Characters(codes, np.asfortranarray([*boxes, boxes[-1]], np.float32))
    assert found.lines[0].size == 8
