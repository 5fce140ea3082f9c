"""A quote that goes over a page's end is reported without the heads and feet in between."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx_reading import Docx, W
from factories import Imported, claim_at
from pdf_making import line, lines, pdf_of
from sample_case import EXPORTED

from verifier.actions.documents import ImportDocument
from verifier.actions.evidence import Cite
from verifier.exchange.locker import attaching
from verifier.export.html_page import html_page
from verifier.export.report import write_report
from verifier.queries.report import ReportData, report_data
from verifier.reading.evidence import examine
from verifier.reading.limits import Limits
from verifier.reading.parts import document_of
from verifier.reading.pdf import read_pdf
from verifier.states import Stance
from verifier.workspace import Workspace

ENDS = ["The ministry said on Friday", "that the websites had been"]
BEGINS = ["defaced within a few hours", "and that no data was taken."]
WHOLE = " ".join([*ENDS, *BEGINS])


@pytest.fixture
def data(workspace: Workspace, tmp_path: Path) -> ReportData:
    """A claim of a passage over a page's end, and the same passage cited for it."""
    path = tmp_path / "report.pdf"
    pages = [
        line(100, 760, "Report of the committee") + lines(100, 600, texts) + line(300, 30, f"{n}")
        for n, texts in enumerate((ENDS, BEGINS), 1)
    ]
    path.write_bytes(pdf_of(pages))
    read = document_of(read_pdf(path, path.name, Limits()))
    document = ImportDocument(read, path.read_bytes(), path.name)
    workspace.do(document)
    start, stop = read.text.index(ENDS[0]), read.text.index(BEGINS[-1]) + len(BEGINS[-1])
    quote = read.text[start:stop]
    assert "Report of the committee" in quote
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
    assert "Report of the committee" in passage.quote
    assert "Report of the committee" in citation.quote


def test_the_report_shows_it_whole(data: ReportData, tmp_path: Path) -> None:
    target = tmp_path / "report.docx"
    write_report(data, target, exported_at=EXPORTED)
    words = "\n".join("".join(t.text or "" for t in p.iter(f"{W}t"))
                      for p in Docx(target).document.iter(f"{W}p"))  # fmt: skip
    assert words.count(f"“{WHOLE}”") >= 2


def test_the_page_for_the_web_shows_it_whole(data: ReportData) -> None:
    assert html_page(data, EXPORTED).decode().count(f"<blockquote>{WHOLE}</blockquote>") == 2
