"""What somebody filled into a form, stamped or typed onto a page is read where it stands."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from pdf_making import HELVETICA, line, pdf_of

from verifier.reading.boxes import unpack_boxes
from verifier.reading.document import ReadDocument
from verifier.reading.limits import Limits
from verifier.reading.parts import document_of
from verifier.reading.pdf import read_pdf
from verifier.reading.render import PdfView

Reading = Callable[[bytes], ReadDocument]
Field = tuple[float, float, str]


@pytest.fixture
def read(tmp_path: Path) -> Reading:
    def reading(data: bytes) -> ReadDocument:
        path = tmp_path / "form.pdf"
        path.write_bytes(data)
        return document_of(read_pdf(path, path.name, Limits()))

    return reading


def with_fields(data: bytes, *fields: Field, kind: str = "Widget", flags: int = 4) -> bytes:
    """The same file with these words on its first page, each in a field of 20 by 150 points."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.pages[0].Annots = pikepdf.Array([_field(pdf, field, kind, flags) for field in fields])
        if kind == "Widget":
            pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pdf.pages[0].Annots)
        pdf.save(out)
    return out.getvalue()


def _field(pdf: pikepdf.Pdf, field: Field, kind: str, flags: int) -> pikepdf.Object:
    x, y, words = field
    look = pdf.make_stream(line(2, 5, words, 10).encode())
    look.Type, look.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    look.BBox = pikepdf.Array([0, 0, 150, 20])
    look.Resources = pikepdf.Object.parse(f"<< /Font << /F1 {HELVETICA} >> >>".encode())
    made = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, FT=pikepdf.Name.Tx, T=words,
        Subtype=pikepdf.Name(f"/{kind}"), F=flags,
        Rect=pikepdf.Array([x, y, x + 150, y + 20]), AP=pikepdf.Dictionary(N=look),
    )  # fmt: skip
    return pdf.make_indirect(made)


FORM = line(60, 700, "Name of the applicant:") + line(60, 650, "Place:") + line(60, 600, "Signed.")


def test_a_value_is_read_behind_its_label(read: Reading) -> None:
    data = with_fields(pdf_of([FORM]), (200, 645, "Lviv"), (200, 695, "Olena Kovalenko"))
    assert read(data).text.splitlines() == [
        "Name of the applicant: Olena Kovalenko", "Place: Lviv", "Signed.",
    ]  # fmt: skip


def test_a_value_inside_a_sentence_and_one_beside_nothing_are_read_at_their_place(
    read: Reading,
) -> None:
    page = line(60, 700, "I,") + line(240, 700, "was born in Kyiv.") + line(60, 600, "Signed.")
    data = with_fields(pdf_of([page]), (80, 695, "Olena Kovalenko"), (80, 650, "Alone"))
    found = read(data).text.splitlines()
    assert found == ["I, Olena Kovalenko was born in Kyiv.", "Alone", "Signed."]


@pytest.mark.parametrize("kind", ["FreeText", "Stamp"])
def test_words_put_onto_a_page_are_read(read: Reading, kind: str) -> None:
    document = read(with_fields(pdf_of([FORM]), (300, 600, "APPROVED in May"), kind=kind))
    assert document.text.splitlines()[-1] == "Signed. APPROVED in May"


def test_words_that_the_page_shows_below_a_field_are_read_once(read: Reading) -> None:
    assert (
        read(with_fields(pdf_of([line(202, 650, "Lviv", 10)]), (200, 645, "Lviv"))).text == "Lviv\n"
    )


def test_a_watermark_is_not_torn_by_what_is_filled_in(read: Reading) -> None:
    mark = "BT /F1 60 Tf .707 .707 -.707 .707 150 450 Tm (DRAFT COPY) Tj ET "
    found = read(with_fields(pdf_of([mark]), (300, 600, "Lviv"))).text.splitlines()
    assert found == ["DRAFT COPY", "Lviv"]


def test_a_form_over_an_empty_page_is_no_picture_without_text(read: Reading) -> None:
    document = read(with_fields(pdf_of(["0 0 0 rg 10 10 9 9 re f"]), (200, 645, "Lviv")))
    assert document.text == "Lviv\n"
    assert document.pages[0].notices == ()


def test_a_field_that_is_hidden_is_not_read(read: Reading) -> None:
    assert "Lviv" not in read(with_fields(pdf_of([FORM]), (200, 645, "Lviv"), flags=2)).text


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_boxes_of_values_lie_on_them_on_a_cropped_and_turned_page(
    read: Reading, rotation: int
) -> None:
    keys = f"/MediaBox [-100 -50 612 792] /CropBox [40 400 500 760] /Rotate {rotation}"
    data = with_fields(pdf_of([FORM], page_keys=keys), (200, 645, "Lviv"))
    document = read(data)
    (page,) = document.pages
    with PdfView(data) as view:
        picture = view.render(1, 4.0)
    shape = (picture.height, picture.width, 4)
    dark = np.frombuffer(picture.pixels, np.uint8).reshape(shape)[..., 1] < 160
    boxes = unpack_boxes(page.boxes, page.width, page.height)
    at = document.text.index("Lviv")
    for x0, y0, x1, y1 in np.rint(boxes[at : at + 4] * 4).astype(int):
        assert dark[y0:y1, x0:x1].any()
