"""Scanned pages and pictures in the window: offered where they are read, labelled when they are."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import pytest
from PIL import Image
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QWidget
from scan_making import RECORDED, said_page, scan_of
from test_window_beside import drag_over
from test_window_places import drop_on, with_claim
from window_driving import Bench

from verifier.queries.evidence import CitationRow, citations, custody, evidence
from verifier.reading import tesseract
from verifier.text.page_names import PageNames
from verifier.text.regions import Region
from verifier.ui.evidence_tab import EvidenceTab
from verifier.ui.inspector.citation_card import CitationCard
from verifier.ui.inspector.head import PassageCard
from verifier.ui.picture_strip import PictureStrip, listed
from verifier.ui.places.locker import Locker
from verifier.ui.reader.image import ImageProvider
from verifier.ui.scans import ScansDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the plugin without a screen
needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="Tesseract is not installed"
)
QUOTE = "defaced within hours"


def scan(folder: Path) -> Path:
    """A page as a scanner makes it: a picture, no text."""
    path = folder / "scan.pdf"
    path.write_bytes(scan_of(said_page()))
    return path


def photo(folder: Path) -> Path:
    """A picture as large as a page at 200 dots an inch."""
    path = folder / "photo.png"
    Image.new("L", (567, 734), "white").save(path)
    return path


def strip_of(bench: Bench) -> PictureStrip:
    """The line above the document in front."""
    tab = bench.window.desk.current
    assert tab is not None
    return tab.strip


def dialog_of(bench: Bench) -> ScansDialog:
    dialog = bench.window.controllers.documents.scans.dialog
    assert dialog is not None
    return dialog


def with_item(bench: Bench, file: Path) -> tuple[Locker, str]:
    """The locker with a file in it that is chosen."""
    view = cast(Locker, bench.window.desk.show_place("evidence"))
    drop_on(view, file)
    bench.until(lambda: view.model.rows)
    bench.jobs_are_done()
    view.table.selectRow(0)
    return view, view.model.rows[0].id


def beside(bench: Bench) -> EvidenceTab:
    """The item that is open beside the report."""
    tab = bench.window.desk.beside.current
    assert isinstance(tab, EvidenceTab)
    return tab


def enlarge(tab: EvidenceTab) -> None:
    """Zoom in where a whole photograph is shown in a narrow pane, letters smaller than a pixel."""
    tab.view.set_zoom(max(0.25, tab.view.zoom()))


def see(bench: Bench) -> None:
    """Press "Read" in the dialog, and wait until the text is there."""
    dialog_of(bench).read_button.click()
    bench.until(lambda: "% sure" in bench.told)
    bench.jobs_are_done()


def words_of(widget: QWidget) -> list[str]:
    return [found.text() for found in widget.findChildren(QLabel) if not found.isHidden()]


def cited(bench: Bench) -> Sequence[CitationRow]:
    return bench.shell.read(citations)


def without_tesseract(bench: Bench) -> None:
    bench.monkeypatch.setenv("PATH", str(bench.folder))
    bench.monkeypatch.setattr(tesseract, "_WINDOWS", "")


def recorded(bench: Bench) -> None:
    bench.monkeypatch.setattr(tesseract, "find", lambda: RECORDED)


def test_without_tesseract_it_is_said_how_to_install_it(bench: Bench) -> None:
    without_tesseract(bench)
    bench.new_case()
    bench.import_file(scan(bench.folder))
    assert "pictures without text: 1." in strip_of(bench).words.text()
    bench.click(strip_of(bench).read_button)
    assert "not installed" in bench.told
    assert "Install it with" in bench.told


@needs_tesseract
def test_a_scan_is_read_and_its_words_can_be_claimed(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(scan(bench.folder))
    bench.click(strip_of(bench).read_button)
    dialog = dialog_of(bench)
    assert dialog.pages.currentText() == "Pages without text: 1"
    assert dialog.chosen == ["eng"]
    see(bench)
    assert bench.shell.documents[0].edition == 2
    assert "Pages read by OCR (Tesseract" in strip_of(bench).words.text()
    assert strip_of(bench).read_button.isHidden()
    bench.drag_over("seventy websites")
    bench.window.actions_of.run("claim.add")
    (line,) = bench.claims
    assert line.highlights[0].quote == "seventy websites"
    (card,) = bench.inspector.findChildren(PassageCard)
    assert any("OCR" in label.text() for label in card.findChildren(QLabel))
    bench.window.actions_of.run("document.ocr")
    assert dialog_of(bench).pages.currentText() == "Page 1"
    dialog_of(bench).reject()


def test_a_scan_that_is_opened_again_says_so_again(bench: Bench) -> None:
    path = bench.new_case()
    bench.import_file(scan(bench.folder))
    strip = strip_of(bench)
    bench.click(strip._away)
    assert strip.isHidden()
    bench.shell.close()
    assert bench.shell.open(path)
    assert "pictures without text" in strip_of(bench).words.text()
    assert not strip_of(bench).isHidden()
    bench.import_file(bench.write())
    assert strip_of(bench).isHidden()


@pytest.mark.parametrize("make", [scan, photo])
def test_evidence_is_read_where_it_is_looked_at_and_its_words_are_quoted(
    bench: Bench, make: object
) -> None:
    recorded(bench)
    claim_id = with_claim(bench)
    bench.import_file(bench.write("other.txt", "Another report.\n"))
    view, item_id = with_item(bench, make(bench.folder))  # type: ignore[operator]
    bench.shell.select(claim_id)
    bench.click(view.details.read)
    assert "without text" in beside(bench).strip.words.text()
    assert bench.window.actions_of["evidence.ocr"].isEnabled()
    bench.click(beside(bench).strip.read_button)
    see(bench)
    tab = beside(bench)
    assert "OCR (Tesseract 5.3.0 (eng), 96 % sure)" in tab.strip.words.text()
    assert "read by OCR" in view.details.seen.text()
    assert [entry.action for entry in bench.shell.read(custody)] == ["imported", "annotated"]
    enlarge(tab)
    drag_over(tab, QUOTE)
    bench.window.actions_of.run("claim.quote")
    (quoted,) = cited(bench)
    assert (quoted.quote, quoted.evidence_id) == (QUOTE, item_id)
    assert tab.content.text[quoted.start : quoted.stop] == QUOTE
    bench.until(lambda: len(bench.inspector.findChildren(CitationCard)) == 1)
    (card,) = bench.inspector.findChildren(CitationCard)
    assert "Read by OCR: compare with the picture." in words_of(card)
    bench.undo()
    bench.undo()
    assert "without text" in beside(bench).strip.words.text()
    assert bench.shell.read(evidence)[0].text_layer_id is None
    bench.redo()
    assert QUOTE in beside(bench).content.text


def test_evidence_is_read_from_the_locker_and_by_the_command(bench: Bench) -> None:
    recorded(bench)
    bench.new_case()
    view, item_id = with_item(bench, photo(bench.folder))
    bench.click(view.details.see_button)
    assert dialog_of(bench).pages.isHidden()
    see(bench)
    bench.window.desk.show_evidence(item_id)
    assert QUOTE in beside(bench).content.text
    bench.window.notices.clear()
    bench.window.actions_of.run("evidence.ocr")
    dialog_of(bench).read_button.click()
    bench.until(lambda: "this very text already" in bench.told)
    note, _ = with_item(bench, bench.write("note.txt", "A note.\n"))
    bench.until(lambda: len(note.model.rows) == 2)
    note.table.selectRow(1)
    assert not note.details.see_button.isEnabled()
    bench.window.desk.show_evidence(note.model.rows[1].id)
    assert beside(bench).strip.isHidden()
    assert not bench.window.actions_of["evidence.ocr"].isEnabled()


def test_quotes_whose_words_are_read_otherwise_are_counted(bench: Bench) -> None:
    recorded(bench)
    claim_id = with_claim(bench)
    view, item_id = with_item(bench, photo(bench.folder))
    bench.shell.select(claim_id)
    bench.click(view.details.see_button)
    see(bench)
    bench.window.desk.show_evidence(item_id)
    enlarge(beside(bench))
    drag_over(beside(bench), "ministry said")
    bench.window.actions_of.run("claim.quote")
    assert cited(bench)[0].start is not None
    bench.window.actions_of.run("evidence.ocr")
    languages = dialog_of(bench).languages
    for at in range(languages.count()):
        item = languages.item(at)
        state = item.checkState()
        item.setCheckState(type(state).Unchecked if state.value else type(state).Checked)
    assert dialog_of(bench).chosen == ["ukr"]
    dialog_of(bench).read_button.click()
    bench.until(lambda: "no longer in the text" in bench.told)
    assert cited(bench)[0].start is None
    bench.until(lambda: len(bench.inspector.findChildren(CitationCard)) == 1)
    (card,) = bench.inspector.findChildren(CitationCard)
    assert "Read by OCR: compare with the picture." not in words_of(card)


def test_nothing_is_read_from_a_file_that_was_changed(bench: Bench) -> None:
    recorded(bench)
    path = bench.new_case()
    view, item_id = with_item(bench, photo(bench.folder))
    bench.window.desk.show_evidence(item_id)
    bench.jobs_are_done()
    with sqlite3.connect(path) as other:
        other.execute("UPDATE blobs SET data = x'00'")
    other.close()
    bench.click(beside(bench).strip.read_button)
    assert "was changed" in bench.told
    assert bench.window.controllers.documents.scans.dialog is None
    assert not view.details.see_button.isEnabled()


def test_reading_stops_when_the_case_is_closed_and_when_it_is_cancelled(bench: Bench) -> None:
    recorded(bench)
    path = bench.new_case()
    view, _ = with_item(bench, photo(bench.folder))
    bench.click(view.details.see_button)
    dialog_of(bench).read_button.click()
    (job,) = bench.shell.jobs.running
    job.cancel()
    bench.jobs_are_done()
    assert bench.shell.read(evidence)[0].text_layer_id is None
    bench.click(view.details.see_button)
    dialog_of(bench).read_button.click()
    assert not bench.shell.close()
    leaving = bench.window.leaving.dialog
    assert leaving is not None
    bench.click(leaving.stop)
    bench.jobs_are_done()
    assert bench.shell.open(path)
    assert bench.shell.read(evidence)[0].text_layer_id is None


def test_without_tesseract_the_locker_says_what_to_install(bench: Bench) -> None:
    without_tesseract(bench)
    bench.new_case()
    view, _ = with_item(bench, photo(bench.folder))
    bench.click(view.details.see_button)
    assert "Install it with" in bench.told


def test_pages_are_listed_in_few_words() -> None:
    assert listed([1, 2, 3, 7], PageNames()) == "1–3, 7"
    assert listed([1, 2, 3, 7], PageNames({1: "i", 2: "ii", 3: "iii", 7: "4"})) == "i–iii, 4"
    assert listed(list(range(1, 40, 2)), PageNames()) == "1, 3, 5, 7, 9, 11, …"


def fax(folder: Path, *sizes: tuple[int, int]) -> Path:
    """A scan of pages in these sizes, each in another grey."""
    path = folder / "fax.tif"
    pages = [Image.new("L", size, 250 - 60 * at) for at, size in enumerate(sizes)]
    pages[0].save(path, save_all=True, append_images=pages[1:])
    return path


@pytest.mark.parametrize("at_a_time", [8, 2])
def test_all_pages_of_a_fax_are_shown_and_regions_of_each_are_quoted(
    bench: Bench, at_a_time: int
) -> None:
    bench.monkeypatch.setattr("verifier.ui.inner_pictures.AT_A_TIME", at_a_time)
    claim_id = with_claim(bench)
    view, _ = with_item(bench, fax(bench.folder, (560, 720), (560, 720), (720, 400)))
    bench.shell.select(claim_id)
    bench.click(view.details.read)
    tab = beside(bench)
    assert "pictures without text: 1–3." in tab.strip.words.text()
    assert tab.view.page_count == 3
    provider = tab.view.provider
    assert isinstance(provider, ImageProvider)
    assert provider.sizes == [(420, 540), (420, 540), (540, 300)]

    def grey(page: int) -> int:
        return provider.render(page, 1.0, QRect(0, 0, 100, 100)).pixelColor(50, 50).lightness()

    bench.until(lambda: grey(0) == pytest.approx(250, abs=3))
    bench.until(lambda: grey(2) == pytest.approx(130, abs=3))
    assert grey(1) == pytest.approx(190, abs=3)
    tab.quote(Region(3, 10, 20, 200, 90))
    (quoted,) = cited(bench)
    assert (quoted.region, quoted.locator) == (Region(3, 10, 20, 200, 90), "p. 3, marked region")


def test_pages_of_a_fax_are_read_one_after_the_other(bench: Bench) -> None:
    recorded(bench)
    claim_id = with_claim(bench)
    view, _ = with_item(bench, fax(bench.folder, (560, 720), (720, 400)))
    bench.shell.select(claim_id)
    bench.click(view.details.read)
    bench.click(beside(bench).strip.read_button)
    dialog = dialog_of(bench)
    assert dialog.pages.currentText() == "Pages without text: 2"
    front = dialog.pages.itemText(1)
    dialog.pages.setCurrentIndex(1)
    see(bench)
    first = beside(bench).content
    assert first.scanned == ((2,) if front == "Page 1" else (1,))
    assert QUOTE in first.text
    bench.click(beside(bench).strip.read_button)
    assert dialog_of(bench).pages.currentText() == "Pages without text: 1"
    see(bench)
    both = beside(bench).content
    assert both.scanned == ()
    assert both.text == 2 * first.text
    assert [page.width for page in both.pages] == [420, 540]


def test_of_a_very_long_scan_the_first_pages_are_shown(bench: Bench) -> None:
    with_claim(bench)
    view, _ = with_item(bench, fax(bench.folder, *[(20, 30)] * 3))
    bench.monkeypatch.setattr("verifier.ui.pages_of.MOST_PAGES", 2)
    bench.click(view.details.read)
    words = beside(bench).strip.words.text()
    assert "has 3 pages, of which the first 2 are shown" in words
    assert beside(bench).view.page_count == 2
