"""Scanned pages read by Tesseract: a new edition of the same file, with everything taken over."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pikepdf
import pytest
from pdf_making import line, pdf_of
from scan_making import SAID, said_page, scan_of

from verifier.actions.claims import AddClaim, Passage
from verifier.actions.documents import ImportDocument
from verifier.errors import Conflict, Invalid
from verifier.exchange import ocr
from verifier.queries import claims, documents
from verifier.queries.integrity import problems
from verifier.queries.seen_text import ocr_pages, scanned_pages
from verifier.reading import tesseract
from verifier.reading.here import read_here
from verifier.text.ranges import TextRange
from verifier.text.regions import Region
from verifier.workspace import Workspace

pytestmark = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="Tesseract is not installed"
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A PDF whose second page is a scan."""
    path = tmp_path / "report.pdf"
    with (
        pikepdf.open(io.BytesIO(pdf_of([line(100, 700, "First page, with text.")]))) as whole,
        pikepdf.open(io.BytesIO(scan_of(said_page()))) as scan,
        pikepdf.open(io.BytesIO(pdf_of([line(100, 700, "Last page, too.")]))) as last,
    ):
        whole.pages.append(scan.pages[0])
        whole.pages.append(last.pages[0])
        whole.save(path)
    return path


def test_the_scan_gets_text_and_nothing_is_lost(workspace: Workspace, report: Path) -> None:
    document = ImportDocument(read_here(report), report.read_bytes(), "report.pdf")
    workspace.do(document)
    text = document.read.text
    start = text.index("Last page")
    at = document.read.pages[1].start
    drawn = Region(2, 90, 150, 400, 220)
    where = TextRange(start, start + 9)
    workspace.do(
        AddClaim(
            "Seventy.",
            (
                Passage(document.edition_id, where, "Last page"),
                Passage(document.edition_id, TextRange(at, at), "",
                        rectangles=(drawn.as_rectangle,), page=2),
            ),
        )
    )  # fmt: skip
    program = tesseract.find()
    told: list[tuple[int, int]] = []
    found = ocr.read_again(
        workspace, document.id, program, ["eng"], progress=lambda *at: told.append(at)
    )
    assert told == [(0, 1)]
    assert [each.fate.value for each in found.plan.found] == ["same", "same"]
    done = workspace.do(found.batch())
    with workspace.reading() as session:
        row = documents.document(session, workspace.case_id, document.id)
        assert row.edition == 2
        words = documents.text(session, row.text_layer_id)
        heirs = claims.highlights(session, workspace.case_id, edition_id=row.edition_id)
        assert list(problems(session, workspace.case_id)) == []
        assert ocr_pages(row.notices) == {2}
        assert scanned_pages(row.notices) == ()
    assert " ".join(SAID) in " ".join(words.split())
    assert row.properties["ocr"].startswith("Tesseract ")
    assert {heir.region for heir in heirs} == {None, drawn}
    passage = next(heir for heir in heirs if heir.region is None)
    assert passage.range.of(words) == "Last page"
    assert passage.rectangles[0][0] == 3
    with pytest.raises(Invalid, match="has text"):
        ocr.read_again(workspace, document.id, program, ["eng"])
    again = ocr.read_again(workspace, document.id, program, ["eng"], pages=[2])
    assert again.read.reader == found.read.reader
    with pytest.raises(Conflict, match="Nothing was added"):
        workspace.do(again.batch())
    workspace.undo(done)
    with workspace.reading() as session:
        assert documents.document(session, workspace.case_id, document.id).edition == 1
