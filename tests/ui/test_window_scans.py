"""Scanned pages in the window: offered after the import, read by Tesseract, labelled."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from pdf_making import lines, pdf_of
from PIL import Image
from PySide6.QtWidgets import QLabel, QPushButton
from window_driving import Bench

from verifier.reading import tesseract
from verifier.reading.render import PdfView
from verifier.ui.inspector.head import PassageCard

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the plugin without a screen
SAID = ["Officials counted seventy websites", "that had been defaced on Friday."]


def scan(folder: Path) -> Path:
    """A page as a scanner makes it: a picture, no text."""
    with PdfView(pdf_of([lines(100, 600, SAID, size=14)])) as view:
        drawn = view.render(1, 200 / 72)
    size = (drawn.width, drawn.height)
    image = Image.frombuffer("RGB", size, bytes(drawn.pixels), "raw", "BGRX", drawn.stride, 1)
    out = io.BytesIO()
    image.convert("L").save(out, "PDF", resolution=200)
    path = folder / "scan.pdf"
    path.write_bytes(out.getvalue())
    return path


def press_offer(bench: Bench) -> None:
    """Press the button of the notice that offers to read the pages."""
    buttons = bench.window.notices.waiting.findChildren(QPushButton)
    [button for button in buttons if button.text().startswith("Read their text")][-1].click()


def test_without_tesseract_it_is_said_how_to_install_it(bench: Bench) -> None:
    bench.monkeypatch.setenv("PATH", str(bench.folder))
    bench.monkeypatch.setattr(tesseract, "_WINDOWS", "")
    bench.new_case()
    bench.import_file(scan(bench.folder))
    assert "pictures without text: 1" in bench.told
    press_offer(bench)
    assert "not installed" in bench.told
    assert "Install it with" in bench.told


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
def test_a_scan_is_read_and_its_words_can_be_claimed(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(scan(bench.folder))
    press_offer(bench)
    scans = bench.window.controllers.documents.scans
    dialog = scans.dialog
    assert dialog is not None
    assert dialog.pages.currentText() == "Pages without text: 1"
    assert dialog.chosen == ["eng"]
    dialog.read_button.click()
    bench.until(lambda: "% sure" in bench.told)
    bench.jobs_are_done()
    assert bench.shell.documents[0].edition == 2
    bench.drag_over("seventy websites")
    bench.window.actions_of.run("claim.add")
    (line,) = bench.claims
    assert line.highlights[0].quote == "seventy websites"
    (card,) = bench.inspector.findChildren(PassageCard)
    assert any("OCR" in label.text() for label in card.findChildren(QLabel))
    bench.window.actions_of.run("document.ocr")
    assert scans.dialog is not None
    assert scans.dialog.pages.currentText() == "Page 1"
    scans.dialog.reject()
