"""Highlights and comments that came with a file stand on the words they were put on."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pikepdf
import pytest
from pdf_making import line, lines, pdf_of, with_annotations

from verifier.reading.document import ReadDocument, Remark
from verifier.reading.here import read_here
from verifier.reading.worker import Worker
from verifier.text.structure import pack_structure, unpack_remarks, unpack_structure

TEXTS = ["The ministry said on Friday that seventy", "websites had been defaced within hours,"]
HIGHLIGHT = {
    "Subtype": pikepdf.Name.Highlight,
    "Rect": [100, 680, 400, 712],
    # “that seventy / websites had”: the end of one line and the start of the next.
    "QuadPoints": [244, 712, 400, 712, 244, 697, 400, 697, 100, 696, 170, 696, 100, 681, 170, 681],
    "C": [1, 0.5, 0],
    "Contents": pikepdf.String("Who counted? – é"),
    "T": pikepdf.String("Anna Nowak"),
    "M": pikepdf.String("D:20220114093000+02'00'"),
}
NOTE = {
    "Subtype": pikepdf.Name.Text,
    "Rect": [90, 680, 98, 695],
    "Contents": pikepdf.String("Ask them"),
}
EMPTY_NOTE = {**NOTE, "Contents": pikepdf.String("")}
LINK = {"Subtype": pikepdf.Name.Link, "Rect": [100, 600, 200, 620]}


def kept(folder: Path, data: bytes, name: str = "report.pdf") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def codes(document: ReadDocument) -> list[str]:
    return [notice.code for notice in document.notices]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_highlight_in_a_pdf_covers_its_words_and_keeps_what_was_said(
    tmp_path: Path, rotation: int
) -> None:
    keys = f"/MediaBox [0 0 612 792] /CropBox [50 300 600 780] /Rotate {rotation}"
    page = pdf_of([lines(100, 700, TEXTS)], page_keys=keys)
    path = kept(tmp_path, with_annotations(page, NOTE, HIGHLIGHT, LINK, EMPTY_NOTE))
    with Worker() as worker:
        document = worker.read(path)
    highlight, note = document.remarks
    assert document.text[highlight.start : highlight.stop] == "that seventy\nwebsites had"
    assert highlight.text == "Who counted? – é"
    assert highlight.author == "Anna Nowak"
    assert highlight.date == "2022-01-14T09:30:00+02:00"
    assert (highlight.kind, highlight.color) == ("highlight", "#ff7f00")
    assert (note.kind, note.text) == ("comment", "Ask them")
    assert note.start == note.stop == document.text.index("websites")
    assert codes(document) == ["remarks"]


def test_answers_stand_on_the_words_they_are_about_and_set_states_are_no_remarks(
    tmp_path: Path,
) -> None:
    data = with_annotations(pdf_of([lines(100, 700, TEXTS)]), HIGHLIGHT, NOTE, NOTE, NOTE)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        mark, answer, further, state = pdf.pages[0].Annots
        answer.IRT, answer.Contents = mark, pikepdf.String("The ministry")
        further.IRT, further.Contents = answer, pikepdf.String("Thanks")
        state.IRT, state.StateModel, state.State = mark, "Review", "Accepted"
        out = io.BytesIO()
        pdf.save(out)
    document = read_here(kept(tmp_path, out.getvalue()))
    found = [(document.text[r.start : r.stop], r.kind, r.text) for r in document.remarks]
    words = "that seventy\nwebsites had"
    assert found == [
        (words, "highlight", "Who counted? – é"),
        (words, "reply", "The ministry"),
        (words, "reply", "Thanks"),
    ]


def test_answers_in_a_ring_are_read_all_the_same(tmp_path: Path) -> None:
    data = with_annotations(pdf_of([lines(100, 700, TEXTS)]), NOTE, NOTE)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        one, other = pdf.pages[0].Annots
        one.IRT, other.IRT = other, one
        out = io.BytesIO()
        pdf.save(out)
    document = read_here(kept(tmp_path, out.getvalue()))
    assert [remark.kind for remark in document.remarks] == ["comment", "comment"]


def test_offsets_of_remarks_count_in_the_whole_document(tmp_path: Path) -> None:
    data = with_annotations(pdf_of([lines(100, 700, TEXTS)]), HIGHLIGHT)
    with (
        pikepdf.open(io.BytesIO(data)) as pdf,
        pikepdf.open(io.BytesIO(pdf_of([line(100, 700, "First")]))) as first,
    ):
        pdf.pages.insert(0, first.pages[0])
        out = io.BytesIO()
        pdf.save(out)
    document = read_here(kept(tmp_path, out.getvalue()))
    (remark,) = document.remarks
    assert document.text[remark.start : remark.stop] == "that seventy\nwebsites had"


def test_comments_in_a_word_file_stand_on_their_passages(tmp_path: Path) -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("The dam ")
    commented = paragraph.add_run("failed at dawn")
    paragraph.add_run(".")
    made.add_comment(commented, text="Says who?", author="Jan", initials="J")
    table = made.add_table(1, 1)
    inside = table.cell(0, 0).paragraphs[0].add_run("2,040 houses")
    made.add_comment(inside, text="Source?", author="Jan", initials="J")
    out = io.BytesIO()
    made.save(out)
    with Worker() as worker:
        document = worker.read(kept(tmp_path, out.getvalue(), "report.docx"))
    assert document.text == "The dam failed at dawn.\n2,040 houses\n"
    found = [(document.text[r.start : r.stop], r.text, r.author) for r in document.remarks]
    assert found == [("failed at dawn", "Says who?", "Jan"), ("2,040 houses", "Source?", "Jan")]
    assert codes(document) == ["remarks"]


def test_a_document_without_remarks_has_no_word_on_them(tmp_path: Path) -> None:
    document = read_here(kept(tmp_path, pdf_of([line(100, 700, "Nothing")])))
    assert document.remarks == ()
    assert codes(document) == []


def test_remarks_are_kept_with_the_structure_and_older_layers_have_none() -> None:
    remark = Remark(3, 9, "Why?", "Jan", "2022-01-14", "highlight", "#ffff00")
    packed = pack_structure((), (), (remark,))
    assert unpack_remarks(packed) == (remark,)
    assert unpack_structure(packed) == ((), ())
    assert unpack_remarks(pack_structure((), ())) == unpack_remarks(b"") == ()
