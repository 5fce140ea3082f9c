"""A region of a page goes out with everything: as a picture, a rectangle, a note on the file."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from docx_reading import region_picture
from factories import OWNER
from factories_report import data_of
from pdf_making import line, pdf_of

from verifier.actions.claims import AddClaim, Passage
from verifier.actions.documents import ImportDocument
from verifier.export.html_page import html_page
from verifier.export.original_pdf import annotate_pdf
from verifier.export.region_pictures import region_png
from verifier.export.report import build_report
from verifier.export.settings import ReportSettings
from verifier.export.web_annotations import annotation_collection
from verifier.queries.originals import original
from verifier.reading.here import read_here
from verifier.text.ranges import TextRange
from verifier.text.regions import Region
from verifier.workspace import Workspace

AT = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
REGION = Region(2, 90, 230, 320, 400)
BLUE = (51, 102, 230)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Workspace]:
    """A claim on a blue box of the second page, which holds no words."""
    path = tmp_path / "scan.pdf"
    box = "0.2 0.4 0.9 rg 100 400 200 150 re f\n"
    path.write_bytes(pdf_of([line(100, 700, "First page"), box, line(100, 700, "Third page")]))
    with Workspace.create(tmp_path / "a.vcase", title="Case", person=OWNER) as workspace:
        document = ImportDocument(read_here(path), path.read_bytes(), "scan.pdf")
        workspace.do(document)
        at = document.read.pages[1].start
        passage = Passage(
            document.edition_id, TextRange(at, at), "", rectangles=(REGION.as_rectangle,), page=2
        )
        workspace.do(AddClaim("A blue box.", (passage,)))
        yield workspace


def test_the_word_report_shows_what_was_marked(case: Workspace) -> None:
    file = io.BytesIO()
    build_report(data_of(case), exported_at=AT, settings=ReportSettings()).save(file)
    picture, words = region_picture(file)
    assert picture.getpixel((picture.width // 2, picture.height // 2)) == BLUE
    assert picture.getpixel((3, 3)) == (255, 255, 255)
    assert 'descr="Region on page 2"' in words
    assert 'w:name="passage_1"' in words


def test_a_web_annotation_holds_the_rectangle_and_no_words(case: Workspace) -> None:
    (item,) = json.loads(annotation_collection(data_of(case), AT))["first"]["items"]
    (selector,) = item["target"]["selector"]
    assert selector["type"] == "FragmentSelector"
    assert selector["value"] == "page=2&viewrect=90,230,230,170"


def test_the_pdf_itself_comes_back_with_a_frame_around_it(case: Workspace) -> None:
    with case.reading() as session:
        found = original(session, case.case_id, "1")
    file = io.BytesIO()
    assert annotate_pdf(data_of(case), found, AT, file) == []
    with pikepdf.open(file) as pdf:
        mark = pdf.pages[1].Annots[0]
        assert mark.Subtype == pikepdf.Name.Square
        assert [float(side) for side in mark.Rect] == [90, 392, 320, 562]
        assert "/QuadPoints" not in mark


def test_a_page_says_where_it_is(case: Workspace) -> None:
    assert "[region on page 2]" in html_page(data_of(case), AT).decode()


def test_a_page_that_cannot_be_drawn_has_no_picture() -> None:
    assert region_png(b"no pdf", REGION) is None
    assert region_png(pdf_of([""]), REGION) is None
