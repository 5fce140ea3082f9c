"""The PDF itself, marked: highlights on the words, whatever the page's crop and turn."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from factories_report import EXPORTED
from originals import case_of
from pdf_making import encrypted, lines, pdf_of

from verifier.errors import Encrypted, Unreadable
from verifier.export.original_pdf import PageFrame, annotate_pdf, frame_of
from verifier.reading.here import read_here
from verifier.text.ranges import TextRange

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("VERIFIER_SHARED") or ROOT.parent / "shared")
CORPUS = sorted((SHARED / "corpus" / "pdf").rglob("*.pdf"))[::7]
LETTER = "/MediaBox [0 0 612 792]"


def file_of(tmp_path: Path, page_keys: str = LETTER, pages: int = 1) -> Path:
    path = tmp_path / "report.pdf"
    text = lines(100, 600, ["The dam failed at dawn,", "nobody was hurt."])
    path.write_bytes(pdf_of([text] * pages, page_keys=page_keys))
    return path


def marked(path: Path, *quotes: str, talk: bool = False) -> tuple[io.BytesIO, list[str]]:
    read = read_here(path)
    ranges = [TextRange(read.text.index(q), read.text.index(q) + len(q)) for q in quotes]
    data, original = case_of(path, ranges, read, talk=talk)
    file = io.BytesIO()
    return file, annotate_pdf(data, original, EXPORTED, file)


def notes(path: Path, *quotes: str, talk: bool = False) -> list[dict[str, Any]]:
    file, _ = marked(path, *quotes, talk=talk)
    with pikepdf.open(file) as pdf:
        return [
            {str(key): value for key, value in _plain(note).items()}
            for page in pdf.pages
            for note in page.obj.get("/Annots", [])
        ]


def _plain(note: Any) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for key, value in note.items():
        if key in ("/QuadPoints", "/Rect", "/C"):
            kept[key] = [float(v) for v in value]
        elif key in ("/Contents", "/T", "/Subtype", "/NM", "/Subj", "/RT"):
            kept[key] = str(value)
        elif key in ("/IRT", "/Popup", "/Parent"):
            kept[key] = str(value.get("/NM", value.get("/Subtype")))
    return kept


def test_a_highlight_carries_author_words_and_an_appearance(tmp_path: Path) -> None:
    file, notices = marked(file_of(tmp_path), "dam failed")
    assert notices == []
    with pikepdf.open(file) as pdf:
        mark, pop_up = pdf.pages[0].Annots
        assert (str(mark.Subtype), str(pop_up.Subtype)) == ("/Highlight", "/Popup")
        assert str(mark.T) == "A. Novak"
        assert "Reason 1" in str(mark.Contents)
        state = mark.AP.N.Resources.ExtGState.Marked
        assert state.BM == "/Multiply"
        assert float(state.ca) == pytest.approx(0.45)
        assert pop_up.Parent.NM == mark.NM


def test_a_passage_over_two_lines_has_two_quads_on_its_words(tmp_path: Path) -> None:
    mark, _ = notes(file_of(tmp_path), "at dawn,\nnobody")
    quads = mark["/QuadPoints"]
    assert len(quads) == 16
    first, second = quads[:8], quads[8:]
    assert first[1] == first[3] > first[5] == first[7]
    assert min(first[0::2]) > 180
    assert min(second[0::2]) == pytest.approx(100, abs=2)
    assert 596 < first[5] < 602
    assert 580 < second[5] < 586


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("boxes", [LETTER, "/MediaBox [50 60 650 790] /CropBox [80 70 600 700]"])
def test_the_marked_words_are_under_the_quads_on_turned_and_cropped_pages(
    tmp_path: Path, rotation: int, boxes: str
) -> None:
    path = file_of(tmp_path, f"{boxes} /Rotate {rotation}")
    mark, _ = notes(path, "dam failed")
    left, bottom, right, top = mark["/Rect"]
    with pypdfium2.PdfDocument(path) as pdf:
        words = pdf[0].get_textpage().get_text_bounded(left - 1, bottom - 1, right + 1, top + 1)
    assert words.strip() == "dam failed"


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_point_goes_to_the_file_and_back(rotation: int) -> None:
    frame = PageFrame(10, 20, 110, 220, rotation)
    wide = 200 if rotation in (90, 270) else 100
    corners = [frame.in_file(x, y) for x, y in ((0, 0), (wide, 300 - wide))]
    assert {v for x, _ in corners for v in (x,)} == {10, 110}
    assert {v for _, y in corners for v in (y,)} == {20, 220}


def test_remarks_are_replies_to_the_highlight(tmp_path: Path) -> None:
    mark, _, remark, answer = notes(file_of(tmp_path), "dam", talk=True)
    assert [n["/Contents"] for n in (remark, answer)] == ["Is it?", "It is."]
    assert remark["/IRT"] == answer["/IRT"] == mark["/NM"]
    assert remark["/T"] == "R. Haas"


def test_every_page_keeps_its_content_and_every_note_has_a_name_of_its_own(tmp_path: Path) -> None:
    path = file_of(tmp_path, pages=3)
    file, _ = marked(path, "dam", "hurt", talk=True)
    with pikepdf.open(path) as before, pikepdf.open(file) as after:
        for old, new in zip(before.pages, after.pages, strict=True):
            assert old.Contents.read_bytes() == new.Contents.read_bytes()
    names = [note["/NM"] for note in notes(path, "dam", "hurt", talk=True) if "/NM" in note]
    assert len(names) == len(set(names)) == 6


def test_the_same_case_gives_the_same_file(tmp_path: Path) -> None:
    path = file_of(tmp_path)
    first, second = (marked(path, "dam")[0].getvalue() for _ in range(2))
    assert first == second


def test_a_file_behind_a_password_is_refused_in_words(tmp_path: Path) -> None:
    path = file_of(tmp_path)
    data, original = case_of(path, [TextRange(0, 3)])
    locked = type(original)(original.row, encrypted(original.data), original.boxes)
    with pytest.raises(Encrypted, match=r"report\.pdf"):
        annotate_pdf(data, locked, EXPORTED, io.BytesIO())


def test_a_damaged_box_or_a_missing_one_has_a_frame_all_the_same() -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 300))
        page.obj.CropBox = pikepdf.Array([500, 500, 600, 600])
        assert frame_of(page) == PageFrame(0, 0, 200, 300, 0)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_a_real_file_is_marked_on_its_words(path: Path) -> None:
    try:
        read = read_here(path)
    except Unreadable:
        pytest.skip("refused by the reader")
    page = next((p for p in read.pages if len(read.text[p.start : p.stop].strip()) > 20), None)
    if page is None:
        pytest.skip("no text")
    middle = (page.start + page.stop) // 2
    where = TextRange(middle, min(page.stop, middle + 30))
    data, original = case_of(path, [where], read)
    file = io.BytesIO()
    try:
        notices = annotate_pdf(data, original, EXPORTED, file)
    except Unreadable:
        pytest.skip("refused in words: too damaged to be copied")
    with pikepdf.open(file) as pdf:
        found = [
            note
            for note in pdf.pages[page.number - 1].obj.get("/Annots", [])
            if note.get("/Subtype") == "/Highlight"
            and note.get("/Subj", "").__str__().startswith("C1")
        ]
    assert len(found) == 1 or notices
