"""Evidence whose text was seen in its pictures is labelled so in reports."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx_reading import Docx, W
from factories import add_claim, add_document
from PIL import Image
from sample_case import EXPORTED
from scan_making import RECORDED

from verifier.actions.evidence import Cite
from verifier.exchange.evidence_ocr import read_evidence
from verifier.exchange.locker import attaching, open_evidence
from verifier.export.html_page import html_page
from verifier.export.report import write_report
from verifier.export.settings import ReportSettings
from verifier.queries.report import ReportData, report_data
from verifier.reading.evidence import examine
from verifier.reading.worker import Worker
from verifier.states import Stance
from verifier.workspace import Workspace


@pytest.fixture
def data(workspace: Workspace, tmp_path: Path) -> ReportData:
    """A claim that is cited for by a quote of a picture, and by the picture without one."""
    claim_id = add_claim(workspace, add_document(workspace), "70 sites")
    path = tmp_path / "photo.png"
    Image.new("L", (567, 734), "white").save(path)
    item = attaching(examine(path), claim_id=claim_id)
    workspace.do(item)
    original = open_evidence(workspace, item.id)
    with Worker() as worker:
        found = read_evidence(workspace, original, RECORDED, ["eng"], worker=worker)
    workspace.do(found.action())
    workspace.do(Cite(claim_id, item.id, Stance.SUPPORTS, {"quote": "defaced within hours"}))
    with workspace.reading() as session:
        return report_data(session, workspace.case_id)


def words_of(path: Path) -> str:
    paragraphs = Docx(path).document.iter(f"{W}p")
    return "\n".join("".join(t.text or "" for t in each.iter(f"{W}t")) for each in paragraphs)


def test_the_quote_and_the_appendix_say_what_read_it(data: ReportData, tmp_path: Path) -> None:
    target = tmp_path / "report.docx"
    write_report(data, target, exported_at=EXPORTED)
    words = words_of(target)
    assert words.count("read by OCR\n") == 1
    assert "Its text was read by OCR: Tesseract 5.3.0 (eng), 96 % sure." in words
    assert "The text of page 1 was read from its picture by Tesseract 5.3.0 (eng)" in words
    assert data.evidence[0].blob_sha256 is not None
    assert data.evidence[0].blob_sha256 in words
    write_report(data, target, exported_at=EXPORTED, settings=ReportSettings(language="uk"))
    assert "розпізнано (OCR)" in words_of(target)


def test_the_page_for_the_web_says_so_too(data: ReportData) -> None:
    assert html_page(data, EXPORTED).decode().count("<small>read by OCR</small>") == 1
