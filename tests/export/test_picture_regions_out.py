"""A region of a picture in a text without pages goes out with all that has a place for it."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.shared import Pt
from docx_reading import W, region_picture
from factories import OWNER
from factories_report import data_of
from lxml import etree
from PIL import Image

from verifier.actions.claims import AddClaim, Passage
from verifier.actions.documents import ImportDocument
from verifier.export.html_page import html_page
from verifier.export.original_docx import annotate_docx
from verifier.export.qdpx import project
from verifier.export.report import build_report
from verifier.export.settings import ReportSettings
from verifier.export.web_annotations import annotation_collection
from verifier.queries.originals import original
from verifier.reading.docx import read_docx
from verifier.reading.here import read_here
from verifier.reading.limits import Limits
from verifier.text.document import pictures_of
from verifier.text.ranges import TextRange
from verifier.text.regions import PictureRegion
from verifier.workspace import Workspace

AT = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
BLUE, ORANGE = (51, 102, 230), (230, 140, 30)


def png(left: tuple[int, int, int], right: tuple[int, int, int]) -> bytes:
    image = Image.new("RGB", (400, 200), left)
    image.paste(right, (200, 0, 400, 200))
    made = io.BytesIO()
    image.save(made, "PNG")
    return made.getvalue()


CHART = png(BLUE, ORANGE)
REGION = PictureRegion(2, 60, 10, 90, 50, hashlib.sha256(CHART).hexdigest())
"""Of the right half of the second picture."""


def word_file(folder: Path) -> Path:
    made = docx.Document()
    made.add_paragraph("Prices doubled.")
    made.add_picture(io.BytesIO(png(BLUE, BLUE)), width=Pt(60))
    paragraph = made.add_paragraph("Before the chart ")
    paragraph.add_run().add_picture(io.BytesIO(CHART), width=Pt(300), height=Pt(150))
    paragraph.add_run(" and after it.")
    path = folder / "report.docx"
    made.save(str(path))
    return path


def page(folder: Path) -> Path:
    addresses = [
        "data:image/png;base64," + base64.b64encode(data).decode()
        for data in (png(BLUE, BLUE), CHART)
    ]
    path = folder / "report.html"
    images = "".join(f"<p>Words.<img src='{address}'></p>" for address in addresses)
    path.write_text(images, encoding="utf-8")
    return path


def with_claim(workspace: Workspace, path: Path) -> None:
    """A claim on the region of the second picture of a file."""
    document = ImportDocument(read_here(path), path.read_bytes(), path.name)
    workspace.do(document)
    at = pictures_of(document.read.blocks)[1].start
    passage = Passage(
        document.edition_id,
        TextRange(at, at),
        "",
        rectangles=(REGION.as_rectangle,),
        picture=REGION.picture,
    )
    workspace.do(AddClaim("Orange won.", (passage,)))


@pytest.fixture(params=[word_file, page])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "a.vcase", title="Case", person=OWNER) as workspace:
        with_claim(workspace, request.param(tmp_path))
        yield workspace


@pytest.fixture
def word_case(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "a.vcase", title="Case", person=OWNER) as workspace:
        with_claim(workspace, word_file(tmp_path))
        yield workspace


def test_the_word_report_shows_the_part_of_the_picture(case: Workspace) -> None:
    file = io.BytesIO()
    build_report(data_of(case), exported_at=AT, settings=ReportSettings()).save(file)
    picture, words = region_picture(file)
    assert picture.size == (120, 80)
    assert picture.getcolors() == [(120 * 80, ORANGE)]
    assert 'descr="Region of picture 2"' in words
    assert 'w:name="passage_1"' in words


def test_a_picture_that_is_not_the_marked_one_is_not_shown(word_case: Workspace) -> None:
    data = data_of(word_case)
    (claim,) = data.claims
    (passage,) = claim.highlights
    other = replace(passage, picture="0" * 64)
    data = replace(
        data,
        claims=(replace(claim, highlights=(other,)),),
        documents=(replace(data.documents[0], highlights=(other,)),),
    )
    file = io.BytesIO()
    build_report(data, exported_at=AT, settings=ReportSettings()).save(file)
    with zipfile.ZipFile(file) as package:
        assert not [name for name in package.namelist() if "media/region" in name]
        assert "Region of picture 2" in package.read("word/document.xml").decode()


def test_a_web_annotation_targets_the_picture_in_its_document(case: Workspace) -> None:
    data = data_of(case)
    (item,) = json.loads(annotation_collection(data, AT))["first"]["items"]
    target = item["target"]
    assert target["source"] == f"urn:sha256:{REGION.picture}"
    assert target["scope"] == f"urn:sha256:{data.documents[0].row.sha256}"
    (selector,) = target["selector"]
    assert selector == {
        "type": "FragmentSelector",
        "conformsTo": "http://www.w3.org/TR/media-frags/",
        "value": "xywh=pixel:240,20,120,80",
    }


def test_the_word_file_comes_back_with_the_comment_on_the_pictures_run(
    word_case: Workspace, tmp_path: Path
) -> None:
    with word_case.reading() as session:
        found = original(session, word_case.case_id, "1")
    file = io.BytesIO()
    assert annotate_docx(data_of(word_case), found, AT, file) == []
    with zipfile.ZipFile(file) as package:
        root: Any = etree.fromstring(package.read("word/document.xml"))
        comments = package.read("word/comments.xml").decode()
    (start,) = root.iter(f"{W}commentRangeStart")
    (stop,) = root.iter(f"{W}commentRangeEnd")
    run = start.getnext()
    assert run.getnext() is stop
    assert len(list(run.iter(f"{W}drawing"))) == 1
    assert not list(run.iter(f"{W}t"))
    assert "60 to 90 % from its left, 10 to 50 % from its top" in comments
    path = tmp_path / "marked.docx"
    path.write_bytes(file.getvalue())
    assert read_docx(path, path.name, Limits()).text == data_of(word_case).documents[0].text


def test_a_picture_that_is_not_in_the_word_file_is_said_to_be_missing(
    word_case: Workspace,
) -> None:
    with word_case.reading() as session:
        found = original(session, word_case.case_id, "1")
    data = data_of(word_case)
    (passage,) = data.documents[0].highlights
    lost = replace(data.documents[0], highlights=(replace(passage, picture="0" * 64),))
    notices = annotate_docx(replace(data, documents=(lost,)), found, AT, io.BytesIO())
    assert notices == ["C1 was not found: [region of picture 2]."]


def test_a_page_says_which_picture_and_has_the_tag_at_its_place(case: Workspace) -> None:
    told = html_page(data_of(case), AT).decode()
    assert "[region of picture 2]" in told
    assert told.count('<a class="tag" href="#claim-1"') == 1


def test_a_qda_project_has_a_selection_at_the_place_of_the_picture(case: Workspace) -> None:
    data = data_of(case)
    (passage,) = data.documents[0].highlights
    assert f'startPosition="{passage.start}" endPosition="{passage.start}"' in project(data, AT)
