"""Tables and pictures on the sheet that text without pages is set on."""

from __future__ import annotations

import io
import itertools
from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot
from reading_samples import WAIT, own_fonts, shown

from verifier.reading.worker import SafePicture
from verifier.text.document import Block
from verifier.ui.reader.flow import FlowProvider
from verifier.ui.reader.flow_setting import MARK_GAP, SetPage, absent_words, set_page
from verifier.ui.reader.flow_style import INK, RULE, SHADE, font_of, note_room
from verifier.ui.reader.flow_table import Place, Rows, column_edges, columns_of, letters, lines
from verifier.ui.reader.flow_text import FlowText
from verifier.ui.reader.sheet import USUAL, Sheet

GREEN, RED = "#1d7f76", "#771a36"


def picture(colour: str) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (8, 4), colour).save(made, "PNG")
    return made.getvalue()


def colours(provider: FlowProvider) -> set[str]:
    provider.settle(0)
    height = round(provider.page_sizes()[0][1])
    image = provider.render(0, 1.0, QRect(0, 0, round(USUAL.width), height))
    x = round(USUAL.left) + 20
    return {image.pixelColor(x, y).name() for y in range(height)}


def test_a_chart_leaves_a_frame_that_says_what_is_missing(qtbot: QtBot) -> None:
    own_fonts()
    size = {"width": 200.0, "height": 100.0}
    blocks = [
        Block(0, 7),
        Block(8, 8, "chart", 0, {"drawn": "chart", "alt": "Prices", **size}),
        Block(8, 8, "picture", 0, {"part": "a", **size}),
        Block(8, 14),
    ]
    provider = FlowProvider("Before.\nAfter.\n", blocks)
    assert provider.picture_keys == ["a"]
    assert SHADE in colours(provider)
    geometry = provider.geometry(0)
    assert geometry.boxes[8][1] - geometry.boxes[0][3] > 200
    assert list(geometry.pictures) == [1], "a region of the picture counts no chart"
    assert absent_words("chart", "Prices").startswith("Prices\nA chart stands here.")
    frame = "A frame of https://example.org/map is not in this file."
    assert absent_words("frame", "https://example.org/map") == frame
    provider.close()


def test_pictures_stand_at_their_place_and_in_their_cell(qtbot: QtBot) -> None:
    own_fonts()
    text = "Before.\nAfter.\nCell\n"
    blocks = [
        Block(0, 7),
        Block(8, 8, "picture", 0, {"part": "a", "width": 200.0, "height": 100.0}),
        Block(8, 14),
        Block(15, 19, "table-cell", 0, {"table": 1, "row": 0, "col": 0}),
        Block(15, 15, "picture", 0, {"picture": "2", "table": 1, "row": 0, "col": 0}),
        Block(20, 20, "picture", 0, {"src": "https://example.org/far.png", "alt": ""}),
        Block(20, 20, "picture", 0, {"part": "dot", "width": 0.75, "height": 0.75}),
    ]
    provider = FlowProvider(text, blocks)
    assert provider.picture_keys == ["a", "2"]
    assert not {GREEN, RED} & colours(provider)
    provider.take_pictures(
        {"a": SafePicture(picture(GREEN), "1"), "2": SafePicture(picture(RED), "2")}
    )
    assert {GREEN, RED} <= colours(provider)
    first, second = (provider.geometry(0).boxes[at] for at in (0, 8))
    assert second[1] - first[3] > 100
    provider.close()


def test_a_picture_that_cannot_be_opened_leaves_its_frame(qtbot: QtBot) -> None:
    blocks = [Block(0, 0, "picture", 0, {"part": "a", "width": 80.0, "height": 60.0}), Block(0, 4)]
    provider = FlowProvider("Text\n", blocks)
    view = shown(qtbot, provider)
    pictures = view.pictures
    assert pictures is not None
    qtbot.waitUntil(lambda: pictures.is_idle, timeout=WAIT)
    provider.take_pictures({"a": SafePicture(b"nothing", "3")})
    with qtbot.waitSignal(pictures.arrived, timeout=WAIT):
        view.renew_pictures()


def test_columns_are_as_wide_as_their_words_need() -> None:
    cells = [
        (Place(0, 0), "Year"),
        (Place(0, 1), "A remark that is quite long"),
        (Place(1, 0), "9"),
    ]
    edges = column_edges(cells, 400)
    assert edges[0] == 0
    assert edges[-1] == 400
    assert edges[2] - edges[1] > 2 * (edges[1] - edges[0])
    crowded = column_edges([(Place(0, n), "unbreakable-word") for n in range(30)], 400)
    assert crowded[-1] == 400
    assert sorted(crowded) == crowded


def test_a_table_with_little_room_gets_smaller_type_and_then_more_room() -> None:
    cells = [(Place(0, n), "Photovoltaics") for n in range(4)]
    assert columns_of(cells, 440).size == 10
    narrow = columns_of(cells, 300)
    assert narrow.size < 10
    assert narrow.edges[-1] == 300
    narrowest = columns_of(cells, 150)
    assert narrowest.size == 8
    assert narrowest.edges[-1] > 4 * 13 * 4


def test_no_column_is_squeezed_to_nothing_beside_long_words() -> None:
    cells = [(Place(0, n), "GW" if n % 2 else "hydroelectricity") for n in range(14)]
    edges = columns_of(cells, 200).edges
    widths = [right - left for left, right in itertools.pairwise(edges)]
    assert sum(widths) == pytest.approx(440), "as wide as on the usual sheet, and no wider"
    assert min(widths) > 16


def test_a_sheet_is_wider_where_a_table_has_no_room_on_it(qtbot: QtBot) -> None:
    own_fonts()
    text = "Photovoltaics\n" * 8
    blocks = [
        Block(14 * n, 14 * n + 13, "table-cell", 0, {"table": 1, "row": 0, "col": n})
        for n in range(8)
    ]
    provider = FlowProvider(text, blocks)
    narrow = provider.set_on(Sheet(240.0))
    narrow.settle(0)
    width = narrow.page_sizes()[0][0]
    assert 240 < width < USUAL.width
    assert narrow.geometry(0).boxes[:, 2].max() < width - 12
    provider.close()


def test_no_line_goes_through_a_merged_cell() -> None:
    wide, tall, one, two = Place(0, 0, 1, 2), Place(1, 1, 2, 1), Place(1, 0), Place(2, 0)
    rows = Rows([(wide, 20), (tall, 50), (one, 20), (two, 20)])
    assert rows.edges == [0, 20, 40, 70]
    found = lines([wide, tall, one, two], [0, 100, 200], rows)
    assert (0, 40, 100, 40) in found, "below the first of two rows beside the tall cell"
    assert (100, 20, 100, 70) in found, "beside the tall cell, not through the wide one"
    assert not [line for line in found if line[1] == line[3] == 40 and line[2] > 100]


def test_rows_without_cells_take_no_room() -> None:
    rows = Rows([(Place(3, 0, 5, 1), 30), (Place(3, 1), 10), (Place(7, 1), 10)])
    assert rows.edges == [0, 10, 30]
    assert rows.last(Place(3, 0, 5, 1)) == 2


SENTENCE = "قال الوزير إن المحطات أغلقت"


def set_alone(kind: str, **data: object) -> FlowProvider:
    own_fonts()
    return FlowProvider(SENTENCE + "\n", [Block(0, len(SENTENCE), kind, 0, data)])


def inked(provider: FlowProvider, colour: str) -> list[int]:
    """The columns of pixels in which something of this colour stands."""
    provider.settle(0)
    width, height = (round(float(side)) for side in provider.page_sizes()[0])
    image = provider.render(0, 1.0, QRect(0, 0, width, height))
    return [
        x
        for x in range(width)
        if any(image.pixelColor(x, y).name() == colour for y in range(height))
    ]


def test_a_paragraph_from_right_to_left_begins_at_the_right(qtbot: QtBot) -> None:
    provider = set_alone("paragraph")
    boxes = provider.geometry(0).boxes
    assert boxes[0, 2] == pytest.approx(USUAL.left + USUAL.measure, abs=0.5)
    assert boxes[len(SENTENCE) - 1, 0] > USUAL.left + 50
    provider.close()


def test_the_bar_of_a_quotation_stands_where_its_lines_begin(qtbot: QtBot) -> None:
    provider = set_alone("quote")
    assert min(inked(provider, RULE)) > USUAL.left + USUAL.measure - 5
    assert provider.geometry(0).boxes[0, 2] < USUAL.left + USUAL.measure - 5
    provider.close()


def test_the_number_of_an_item_stands_right_of_words_from_right_to_left(qtbot: QtBot) -> None:
    provider = set_alone("list-item", number="1.")
    words = provider.geometry(0).boxes[: len(SENTENCE), 2].max()
    assert max(inked(provider, INK)) > words + 2
    provider.close()


def test_the_first_column_of_a_table_from_right_to_left_is_the_right_one(qtbot: QtBot) -> None:
    own_fonts()
    text = "السنة\nالمحطات\n7\n"
    blocks = [
        Block(0, 5, "table-cell", 0, {"table": 1, "row": 0, "col": 0}),
        Block(6, 13, "table-cell", 0, {"table": 1, "row": 0, "col": 1}),
        Block(14, 15, "table-cell", 0, {"table": 1, "row": 1, "col": 1}),
    ]
    provider = FlowProvider(text, blocks)
    first, second, below = (provider.geometry(0).boxes[at] for at in (0, 6, 14))
    assert second[2] < first[0]
    assert below[2] < first[0]
    assert below[1] > second[3]
    provider.close()


def test_a_wide_sign_needs_more_of_a_column_than_a_letter() -> None:
    assert letters("word") == 4
    assert letters("漢字") > 3.5
    assert letters("المحطات") > 7


@pytest.mark.parametrize("words", ["Twelve plants closed", SENTENCE])
def test_the_mark_of_a_footnote_has_room_of_its_own(words: str, qtbot: QtBot) -> None:
    own_fonts()
    at = words.index(" ")
    text = f"{words}\nA note\n"
    note = Block(len(words) + 1, len(text) - 1, "footnote", 0, {"mark": "1", "at": at})
    noted = FlowProvider(text, [Block(0, len(words)), note])
    plain = FlowProvider(text, [Block(0, len(words)), replace(note, data={})])
    widths = []
    for provider in (noted, plain):
        boxes = provider.geometry(0).boxes[: len(words)]
        widths.append(float(boxes[:, 2].max() - boxes[:, 0].min()))
        provider.close()
    assert widths[0] - widths[1] == pytest.approx(note_room("1"), abs=0.6)


def page_of(text: str, blocks: list[Block], width: float = USUAL.width) -> SetPage:
    return set_page(FlowText(text, blocks), 0, [], Sheet(width))


def cell(start: int, stop: int, row: int, col: int, **more: object) -> Block:
    return Block(start, stop, "table-cell", 0, {"table": 1, "row": row, "col": col, **more})


def test_numbers_of_cells_stand_in_their_cells(qtbot: QtBot) -> None:
    own_fonts()
    blocks = [
        *(cell(0, 0, 0, 0, number="1."), cell(0, 4, 0, 1)),
        *(cell(5, 8, 1, 0, number="2."), cell(9, 13, 1, 1)),
    ]
    page = page_of("Kyiv\nown\nLviv\n", blocks)
    first, second = page.marks
    assert [first.words, second.words] == ["1.", "2."]
    own = next(one for one in page.paragraphs if one.text == "own")
    assert second.place.x() + MARK_GAP == pytest.approx(own.x)
    assert own.y < second.place.y() < own.y + own.height
    beside = next(one for one in page.paragraphs if one.text == "Kyiv")
    assert beside.y < first.place.y() < beside.y + beside.height
    assert first.place.x() < beside.x


def test_the_marks_of_notes_stand_in_cells_too(qtbot: QtBot) -> None:
    own_fonts()
    note = Block(12, 16, "footnote", 0, {"mark": "1", "at": 6})
    page = page_of("Twelve\nmany\nnote\n", [cell(0, 6, 0, 0), cell(7, 11, 1, 0), note])
    (raised, _) = page.marks
    twelve = page.paragraphs[0]
    assert twelve.text == "Twelve"
    assert twelve.y < raised.place.y() < twelve.y + twelve.height


@pytest.mark.parametrize("words", ["Words\n", "מילים\n"])
@pytest.mark.parametrize(
    ("width", "is_beside"), [(USUAL.width, True), (320.0, True), (130.0, False)]
)
def test_a_long_number_pushes_its_words_aside_and_never_leaves_the_sheet(
    qtbot: QtBot, words: str, width: float, is_beside: bool
) -> None:
    own_fonts()
    blocks = [Block(0, 5, "list-item", 1, {"number": "Chapter XXVIII"})]
    page = page_of(words, blocks, width)
    (mark,), (made,) = page.marks, page.paragraphs
    long = QFontMetricsF(font_of(mark.style)).horizontalAdvance(mark.words)
    left = mark.place.x() - (long if mark.ends_there else 0)
    assert left >= 0
    assert left + long <= width
    is_line = made.y <= mark.place.y() <= made.y + made.height
    assert is_line is is_beside
    assert made.layout.lineCount() == 1
