"""The built loops over a page's characters give what Python gives, to the bit."""

from __future__ import annotations

import ctypes
import shutil
import struct
import subprocess
import sys
import zlib
from array import array
from pathlib import Path
from typing import Any

import native_loops
import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from pdf_making import line, lines, pdf_of, with_form, with_unicode

from verifier.reading import built, pdf_lines, pdf_objects, pdf_survey, pdf_text
from verifier.reading.boxes import pack_boxes, split_steps, unpack_boxes
from verifier.reading.built import address
from verifier.reading.pdf_characters import Characters
from verifier.reading.pdf_codes import NEWLINE
from verifier.reading.pdf_layout import with_last
from verifier.reading.pdf_paragraphs import paragraphs
from verifier.reading.pdfium import PdfFile, geometry

ROOT = Path(__file__).resolve().parents[2]
PAGES = {
    "lines": pdf_of([lines(100, 700, ["The ministry said", "that seven-", "teen sites fell."])]),
    "astral": with_unicode(pdf_of([line(100, 700, "Abc")]), {"A": "\U0001f600"}),
    "turned": pdf_of([line(100, 700, "Up")], page_keys="/MediaBox [0 0 612 792] /Rotate 90"),
    "more than a batch": pdf_of([lines(20, 780, ["long " * 60] * 60, 3, 8)]),
}
WORDS = ["The ministry said", "nothing at all"]
DRAWN = {
    "white": pdf_of([lines(9, 700, WORDS) + "1 g " + lines(9, 500, WORDS)]),
    "invisible": pdf_of(["3 Tr " + lines(9, 500, WORDS)]),
    "tiny": pdf_of([lines(9, 500, WORDS, 0.5)]),
    "under a box": pdf_of([lines(9, 500, WORDS) + "0 450 300 90 re f"]),
    "in a form": with_form(pdf_of([lines(9, 700, WORDS)]), "1 g " + lines(9, 9, WORDS)),
    "in a small form": with_form(pdf_of([""]), lines(9, 9, WORDS), (0.02, 0, 0, 0.03, 9, 9)),
    "under a turned form": with_form(
        pdf_of([lines(9, 500, WORDS)]), "0 g 0 0 90 90 re f", (0, 5, -5, 0, 450, 300)
    ),
}
FLAGS = [st.integers(0, most) for most in (1, 3, 1, 1)]
SIDES = st.sampled_from([0.0, 0.5, 1.0, 10.0, 20.0])
WIDTH, HEIGHT = 612.0, 792.0
UNITS = st.sampled_from([*b"ab \n\r\x00", 0x02, 0xD83D, 0xDE00, 0xFFFE, 0x10000, 0x4E00])
EDGES = st.one_of(
    st.sampled_from([-1.0, 0.0, 1.0, 2.0, 300.0, WIDTH, HEIGHT, 1500.0]),
    st.floats(-10, 1000, width=32),
)
PLAIN = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Any:
    if native_loops.compiler() is None:
        pytest.skip("there is no C compiler")
    environment = tmp_path_factory.mktemp("environment")
    assert native_loops.build(ROOT, environment)
    loaded = built.load(built.library_in(environment))
    assert loaded is not None
    return loaded


@pytest.fixture
def loops(library: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The loops are built, whatever the environment has."""
    monkeypatch.setattr(built, "LOOPS", library)


@st.composite
def listed(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray]:
    """Characters as PDFium lists them, with boxes by sides; ordinary ones or not."""
    units = draw(st.lists(draw(st.sampled_from([UNITS, st.sampled_from(b"a7 \n\r")])), min_size=1))
    shape = (4, len(units))
    return np.array(units, np.uint32), draw(arrays.arrays(np.float32, shape, elements=EDGES))


@st.composite
def written(draw: st.DrawFn) -> Characters:
    """A page of some lines, as files write them and as they do not."""
    texts = st.text(st.sampled_from("abIx 1.)(•é:”"), min_size=1, max_size=30)
    codes: list[int] = []
    boxes: list[tuple[float, float, float, float]] = []
    top = 0.0
    for text in draw(st.lists(texts, min_size=1, max_size=12)):
        top += draw(st.sampled_from([-30.0, 0.0, 10.0, 12.0, 20.0]))
        left, size = draw(st.sampled_from([0.0, 5.0, 30.0])), draw(st.sampled_from([8.0, 9.5, 14]))
        codes += [*map(ord, text), NEWLINE]
        sides = [(left + 5 * at, top, left + 5 * at + 5, top + size) for at in range(len(text))]
        boxes += [*sides, (sides[-1][2], top, sides[-1][2], top + size)]
    return Characters(np.array(codes, np.uint32), np.asfortranarray(boxes, np.float32))


@st.composite
def set_in_paragraphs(draw: st.DrawFn) -> Characters:
    """A page of lines as programs set them: flush or indented, full or short, with raised signs."""
    words = st.text(st.sampled_from("ab A(1).;"), min_size=1, max_size=40)
    marked = st.sampled_from(["A. Ab a", "B. Ba", "a) b", "1.1 A", "1.2 Ba", "1. Ab", "ii. A"])
    full = st.sampled_from(["A" + "ab " * 13, "ab " * 12 + "ab."])
    codes: list[int] = []
    boxes: list[tuple[float, float, float, float]] = []
    top = 0.0
    for text in draw(st.lists(words | marked | full, min_size=2, max_size=12)):
        top += draw(st.sampled_from([12.0, 12.0, 12.0, 12.0, 12.0, 17.0, 20.0, 90.0, -80.0]))
        left, rise = draw(st.sampled_from([0.0, 0.0, 15.0])), draw(st.sampled_from([0, 0, -4, 6]))
        sides = [(left + 5 * at, top, left + 5 * at + 5, top + 10) for at in range(len(text))]
        sides[-1] = (sides[-1][0], top + rise, sides[-1][2], top + rise + 6)
        codes += [*map(ord, text), NEWLINE]
        boxes += [*sides, (sides[-1][2], top, sides[-1][2], top + 10)]
    return Characters(np.array(codes, np.uint32), np.asfortranarray(boxes, np.float32))


def seen(survey: pdf_survey.Survey) -> tuple[Any, ...]:
    """A survey with its lines written out."""
    return *survey[:-1], list(survey.lines), survey.lines.items()


@pytest.mark.usefixtures("loops")
@pytest.mark.parametrize("name", PAGES)
def test_the_same_characters_are_read(name: str) -> None:
    with PdfFile(PAGES[name]) as file, file.page(1) as page:
        shape = geometry(page)
        found, undecoded = pdf_text.characters(page, shape)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(built, "LOOPS", None)
            expected, expected_undecoded = pdf_text.characters(page, shape)
            assert seen(found.survey) == seen(expected.survey)
    assert len(found) > 1
    assert np.array_equal(found.codes, expected.codes)
    assert np.array_equal(found.boxes, expected.boxes)
    assert undecoded == expected_undecoded


@pytest.mark.usefixtures("loops")
@pytest.mark.parametrize("name", DRAWN)
def test_the_same_texts_are_lost(name: str) -> None:
    with PdfFile(DRAWN[name]) as file, file.page(1) as page:
        handle = ctypes.cast(page, ctypes.c_void_p).value
        found = pdf_objects.lost_texts(handle)
        expected = pdf_objects.lost_among(list(pdf_objects.drawn_on(handle)))
    assert found == expected
    assert len(found) == 2


@pytest.mark.usefixtures("loops")
@PLAIN
@given(st.lists(st.builds(pdf_objects.Drawn, *(SIDES,) * 4, *FLAGS)))
def test_the_same_is_lost_among_any_objects(objects: list[pdf_objects.Drawn]) -> None:
    rows = bytearray(b"".join(struct.pack("=4d4i", *one) for one in objects) or b" ")
    lost = array("i", [0]) * (len(objects) + 1)
    found = built.LOOPS.find_lost(address(rows), len(objects), address(lost))
    assert [objects[at] for at in lost[:found]] == pdf_objects.lost_among(objects)


@pytest.mark.usefixtures("loops")
def test_a_page_keeps_its_characters_when_the_next_one_is_read() -> None:
    kept = []
    for name in ("lines", "turned"):
        with PdfFile(PAGES[name]) as file, file.page(1) as page:
            kept.append(pdf_text.characters(page, geometry(page))[0])
    assert kept[0].text().startswith("The ministry said\n")
    assert kept[0].lines[0].stop == len("The ministry said")


@pytest.mark.usefixtures("loops")
@PLAIN
@given(listed())
@example((np.array([*b" a \n\n b"], np.uint32), np.ones((4, 7), np.float32)))
@example((np.array([97, 2, 98, 2, 10, 2], np.uint32), np.ones((4, 6), np.float32)))
def test_the_same_is_cleaned_away(found: tuple[np.ndarray, np.ndarray]) -> None:
    units, columns = found
    cleaned, undecoded = pdf_text.clean(units, columns.T, WIDTH, HEIGHT)
    expected, expected_undecoded = pdf_text.clean_any(units, columns.T, WIDTH, HEIGHT)
    assert np.array_equal(cleaned.codes, expected.codes)
    assert np.array_equal(cleaned.boxes, expected.boxes)
    assert undecoded == expected_undecoded


@pytest.mark.usefixtures("loops")
@PLAIN
@given(listed())
@example((np.array([*b"a b c d e"], np.uint32), np.ones((4, 9), np.float32)))
@example((np.array([*b"12\n3 a\n 4\na 5\n6a\n7 8\n"], np.uint32), np.ones((4, 21), np.float32)))
@example((np.array([0xE000, 0xF8FF, 0xFFFD, 0x5D0], np.uint32), np.ones((4, 4), np.float32)))
def test_the_same_is_seen_on_the_whole(found: tuple[np.ndarray, np.ndarray]) -> None:
    units, columns = found
    units[-1] = NEWLINE
    expected = pdf_survey.by_numpy(units, columns.T)
    assert seen(Characters(units, columns.T).survey) == seen(expected)


@pytest.mark.usefixtures("loops")
@PLAIN
@given(set_in_paragraphs())
def test_the_same_heights_are_told_of_lines_with_raised_signs(found: Characters) -> None:
    expected = pdf_survey.by_numpy(found.codes, found.boxes)
    assert seen(found.survey) == seen(expected)


@pytest.mark.usefixtures("loops")
@PLAIN
@given(written() | set_in_paragraphs(), st.integers(0, 2))
def test_the_same_paragraphs_are_found(found: Characters, edges: int) -> None:
    lines, text = found.lines, found.text()
    kinds = dict.fromkeys((line.start for line in lines[len(lines) - edges :]), "footer")
    made = paragraphs(found, text, lines, kinds, 7)
    assert made == paragraphs(found, text, list(lines), kinds, 7)


@PLAIN
@given(written(), st.data())
def test_lines_that_are_put_last_are_the_same_however_they_are_held(
    found: Characters, data: st.DataObject
) -> None:
    last = data.draw(st.lists(st.sampled_from(list(found.lines)), min_size=1, unique=True))
    made, text, moved = with_last(found, found.text(), found.lines, last)
    assert list(moved) == list(with_last(found, found.text(), list(found.lines), last)[2])
    assert [line.start for line in moved] == [line.start for line in made.lines]
    assert made.text() == text


def test_lines_are_told_by_number_and_in_stretches() -> None:
    found = Characters(np.array([*b"a\nb\nc\n"], np.uint32), np.ones((6, 4), np.float32))
    assert [line.start for line in found.lines] == [0, 2, 4]
    for made in (found.lines, pdf_lines.by_numpy(found.codes, found.boxes)):
        assert (made[0].start, made[-1].start) == (0, 4)
        assert [line.start for line in made[1:]] == [2, 4]
        assert made[5:] == []
        with pytest.raises(IndexError):
            made[3]


@pytest.mark.usefixtures("loops")
@PLAIN
@given(
    arrays.arrays(np.float32, st.tuples(st.just(4), st.integers(1, 9)), elements=EDGES),
    st.sampled_from([0.0, 1.0, WIDTH, 65535.0]),
)
@example(np.array([[0.5, 1.5], [2.5, 3.5], [4.5, 5.5], [6.5, 70000.0]], np.float32), 65535.0)
def test_the_same_boxes_are_packed(columns: np.ndarray, width: float) -> None:
    packed = pack_boxes(columns.T, width, HEIGHT)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(built, "LOOPS", None)
        expected = pack_boxes(columns.T, width, HEIGHT)
    # isal packs the same bytes in one of several ways.
    assert zlib.decompress(packed[1:]) == zlib.decompress(expected[1:])
    assert unpack_boxes(packed, width, HEIGHT).shape == columns.T.shape
    assert split_steps(columns, width, HEIGHT).shape == (2, columns.size)


def test_loops_of_another_version_are_not_loaded(tmp_path: Path) -> None:
    path = built.library_in(tmp_path)
    assert built.load(path) is None
    path.parent.mkdir()
    path.write_bytes(b"no library")
    assert built.load(path) is None


def test_a_compiler_that_refuses_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(native_loops, "compiler", lambda: shutil.which("false"))
    assert not native_loops.build(ROOT, tmp_path)
    assert not list((tmp_path / "native").iterdir())


def test_a_machine_without_a_compiler_is_set_up_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(native_loops, "compiler", lambda: None)
    assert not native_loops.build(ROOT, tmp_path)


def test_on_macos_no_window_offers_developer_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(native_loops, "has_developer_tools", lambda: False)
    assert native_loops.compiler() is None


READ_IN_A_PROCESS = """
import sys
from pathlib import Path
from verifier.reading.limits import Limits
from verifier.reading.pdf import read_pdf
print(len(list(read_pdf(Path(sys.argv[1]), "report.pdf", Limits()))), "numpy" in sys.modules)
"""


@pytest.mark.skipif(built.LOOPS is None, reason="the set-up built no loops")
def test_pages_with_heads_feet_and_cut_words_are_read_without_numpy(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    body = ["The ministry said on Monday that a cam-", "paign had begun against several", "banks."]
    path.write_bytes(
        pdf_of(
            lines(72, 700, body) + lines(72, 770, ["Report"]) + lines(300, 20, [f"{number}"])
            for number in range(1, 4)
        )
    )
    reading = [sys.executable, "-c", READ_IN_A_PROCESS, str(path)]
    told = subprocess.run(reading, cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["5", "False"]
