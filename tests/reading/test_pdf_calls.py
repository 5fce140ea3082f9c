"""The loop over a page's characters, built or not, and carets for what has no glyph."""

from __future__ import annotations

import ctypes
import shutil
import sys
from pathlib import Path

import native_loop
import numpy as np
import pypdfium2.raw as pdfium_c
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from pdf_making import line, lines, pdf_of, with_unicode

from verifier.reading import pdf_calls
from verifier.reading.pdf_text import place_carets
from verifier.reading.pdfium import PdfFile

ROOT = Path(__file__).resolve().parents[2]
PAGES = {
    "lines": pdf_of([lines(100, 700, ["The ministry said", "that seven-", "teen sites fell."])]),
    "astral": with_unicode(pdf_of([line(100, 700, "Abc")]), {"A": "\U0001f600"}),
    "turned": pdf_of([line(100, 700, "Up")], page_keys="/MediaBox [0 0 612 792] /Rotate 90"),
    "more than a batch": pdf_of([lines(20, 780, ["long " * 60] * 60, 3, 8)]),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> pdf_calls.Loop:
    if native_loop.compiler() is None:
        pytest.skip("there is no C compiler")
    environment = tmp_path_factory.mktemp("environment")
    assert native_loop.build(ROOT, environment)
    loop = pdf_calls.load_loop(pdf_calls.built_loop(environment))
    assert loop is not None
    return loop


@pytest.mark.parametrize("name", PAGES)
def test_the_built_loop_and_python_read_the_same(name: str, built: pdf_calls.Loop) -> None:
    with PdfFile(PAGES[name]) as file, file.page(1) as page:
        text_page = pdfium_c.FPDFText_LoadPage(page)
        count = pdfium_c.FPDFText_CountChars(text_page)
        handle = ctypes.cast(text_page, ctypes.c_void_p).value or 0
        units, boxes = pdf_calls.by_built_loop(built, handle, count)
        same_units, same_boxes = pdf_calls.by_python(handle, count)
        pdfium_c.FPDFText_ClosePage(text_page)
    assert count > 1
    assert np.array_equal(units, same_units)
    assert np.array_equal(boxes, same_boxes)


def test_a_loop_of_another_version_is_not_loaded(tmp_path: Path) -> None:
    path = pdf_calls.built_loop(tmp_path)
    assert pdf_calls.load_loop(path) is None
    path.parent.mkdir()
    path.write_bytes(b"no library")
    assert pdf_calls.load_loop(path) is None


def test_a_compiler_that_refuses_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(native_loop, "compiler", lambda: shutil.which("false"))
    assert not native_loop.build(ROOT, tmp_path)
    assert not list((tmp_path / "native").iterdir())


def test_a_machine_without_a_compiler_is_set_up_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(native_loop, "compiler", lambda: None)
    assert not native_loop.build(ROOT, tmp_path)


def test_on_macos_no_window_offers_developer_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(native_loop, "has_developer_tools", lambda: False)
    assert native_loop.compiler() is None


@given(
    arrays.arrays(
        np.float32,
        st.tuples(st.just(4), st.integers(1, 12)),
        elements=st.sampled_from([0.0, 1.0, 2.0, 5.0]),
    )
)
def test_a_character_without_a_glyph_stands_at_the_end_of_the_one_before(
    columns: np.ndarray,
) -> None:
    given_boxes = columns.T.tolist()
    solid = [box[2] > box[0] and box[3] > box[1] for box in given_boxes]
    place_carets(columns)
    last = None
    for box, given_box, is_solid in zip(columns.T.tolist(), given_boxes, solid, strict=True):
        if is_solid:
            assert box == given_box
            last = given_box
        elif last is not None:
            assert box == [last[2], last[1], last[2], last[3]]
        elif any(solid):
            first = given_boxes[solid.index(True)]
            assert box == [first[0], first[1], first[0], first[3]]
        else:
            assert box == given_box
