"""A passage that goes over a page's end is reported without the heads and feet in between."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from docx_reading import Docx, W
from factories import Imported, claim_at
from pdf_making import lines, pdf_of
from pdf_pages import BEGINS, ENDS, HEAD, WHOLE, over_pages, said_over_pages
from sample_case import EXPORTED

from verifier.actions.documents import ImportDocument
from verifier.actions.evidence import Cite
from verifier.exchange import editions
from verifier.exchange.locker import attaching
from verifier.exchange.places import Places
from verifier.export.flat import tables
from verifier.export.html_page import html_page
from verifier.export.original_pdf import annotate_pdf
from verifier.export.report import write_report
from verifier.queries.originals import original
from verifier.queries.report import ReportData, report_data
from verifier.reading.evidence import examine
from verifier.reading.limits import Limits
from verifier.reading.parts import document_of
from verifier.reading.pdf import read_pdf
from verifier.states import Stance
from verifier.text.ranges import TextRange
from verifier.workspace import Workspace

MARKED = ("TextPara", "TextNote")


@pytest.fixture
def data(workspace: Workspace, tmp_path: Path) -> ReportData:
    """A claim of a passage over a page's end, and the same passage cited for it."""
    path = over_pages(tmp_path)
    read = document_of(read_pdf(path, path.name, Limits()))
    document = ImportDocument(read, path.read_bytes(), path.name)
    workspace.do(document)
    quote = said_over_pages(read.text)
    assert HEAD in quote
    claim = claim_at(Imported(document.id, document.edition_id, read.text), quote)
    workspace.do(claim)
    item = attaching(examine(path), claim_id=claim.id)
    workspace.do(item)
    workspace.do(Cite(claim.id, item.id, Stance.SUPPORTS, {"quote": quote}))
    with workspace.reading() as session:
        return report_data(session, workspace.case_id)


def test_the_quote_is_said_without_them_and_kept_with_them(data: ReportData) -> None:
    (claim,) = data.claims
    (passage,) = claim.highlights
    (citation,) = (each for each in claim.citations if each.quote)
    assert data.said(passage) == data.said(citation) == WHOLE
    assert HEAD in passage.quote
    assert HEAD in citation.quote


def test_the_report_shows_it_whole(data: ReportData, tmp_path: Path) -> None:
    target = tmp_path / "report.docx"
    write_report(data, target, exported_at=EXPORTED)
    words = "\n".join("".join(t.text or "" for t in p.iter(f"{W}t"))
                      for p in Docx(target).document.iter(f"{W}p"))  # fmt: skip
    assert words.count(f"“{WHOLE}”") >= 2


def test_the_page_for_the_web_shows_it_whole(data: ReportData) -> None:
    assert html_page(data, EXPORTED).decode().count(f"<blockquote>{WHOLE}</blockquote>") == 2


def test_tables_have_it_in_its_lines_without_them(data: ReportData) -> None:
    claims, _, citations = tables(data)
    passage = claims.rows[0][claims.heads.index("Passage")]
    quotes = [str(row[citations.heads.index("Quote")]) for row in citations.rows]
    assert passage in quotes
    assert str(passage).split("\n") == [*ENDS, *BEGINS]
    assert claims.rows[0][claims.heads.index("End")] == data.claims[0].highlights[0].stop


def test_the_text_in_the_report_has_them_unmarked(data: ReportData, tmp_path: Path) -> None:
    target = tmp_path / "report.docx"
    write_report(data, target, exported_at=EXPORTED)
    shaded = [
        "".join(t.text or "" for t in run.iter(f"{W}t"))
        for paragraph in Docx(target).document.iter(f"{W}p")
        if any(style.get(f"{W}val") in MARKED for style in paragraph.iter(f"{W}pStyle"))
        for run in paragraph.iter(f"{W}r")
        if any(True for _ in run.iter(f"{W}shd"))
    ]
    assert shaded == ["".join(ENDS), "".join(BEGINS)]


def test_the_text_in_the_page_for_the_web_has_them_unmarked(data: ReportData) -> None:
    marked = re.findall("<mark[^>]*>(.*?)</mark>", html_page(data, EXPORTED).decode())
    assert [line for words in marked for line in words.split("<br>")] == [*ENDS, *BEGINS]


@pytest.mark.parametrize("is_drawn", [False, True], ids=["measured", "drawn over them earlier"])
def test_the_pdf_with_highlights_has_them_unmarked(
    data: ReportData, workspace: Workspace, is_drawn: bool
) -> None:
    if is_drawn:
        data = with_rectangles(data, [[1, 90, 20, 400, 700], [2, 90, 150, 400, 200]])
    with workspace.reading() as session:
        wanted = original(session, workspace.case_id)
    file = io.BytesIO()
    annotate_pdf(data, wanted, EXPORTED, file)
    with pikepdf.open(file) as pdf:
        quads = [len(page.Annots[0].QuadPoints) // 8 for page in pdf.pages]
    assert quads == [len(ENDS), len(BEGINS)]


def with_rectangles(data: ReportData, rectangles: list[list[float]]) -> ReportData:
    """The data with a passage whose rectangles were kept when they covered everything."""
    (document,) = data.documents
    drawn = tuple(replace(each, rectangles=rectangles) for each in document.highlights)
    return replace(data, documents=(replace(document, highlights=drawn),))


def test_rectangles_are_measured_without_them(workspace: Workspace, tmp_path: Path) -> None:
    path = over_pages(tmp_path)
    read = document_of(read_pdf(path, path.name, Limits()))
    quote = said_over_pages(read.text)
    start = read.text.index(quote)
    measured = Places.of_read(read).rectangles(TextRange(start, start + len(quote)))
    assert [rectangle[0] for rectangle in measured] == [1, 1, 2, 2]


def test_a_quote_of_an_earlier_edition_is_said_without_them(
    data: ReportData, workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "second.pdf"
    path.write_bytes(pdf_of([lines(100, 600, ["Nothing is left of it."])]))
    read = document_of(read_pdf(path, path.name, Limits()))
    plan = editions.plan(workspace, "1", read.text)
    batch, _ = editions.replacing(plan, read, path.read_bytes(), path.name, accept_changed=False)
    workspace.do(batch)
    with workspace.reading() as session:
        later = report_data(session, workspace.case_id)
    (passage,) = later.claims[0].highlights
    assert later.is_earlier(passage)
    assert not data.is_earlier(passage)
    assert later.said(passage) == WHOLE
