"""The outline at the side: bookmarks of a PDF, headings of a text."""

from __future__ import annotations

from pathlib import Path

import pikepdf
from pdf_making import link_first_page
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem
from reading_samples import make_pdf
from window_driving import CTRL_SHIFT, LEFT, NONE, Bench

from verifier.text.document import Block
from verifier.ui.panels.outline import bookmarks_of, headings_of


def with_bookmarks(path: Path) -> Path:
    """A PDF of three pages: a chapter with a section in it, on the last two."""
    make_pdf(path, [["Cover"], ["First chapter"], ["A section"]]).close()
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        with file.open_outline() as outline:
            chapter = pikepdf.OutlineItem("First chapter", 1)
            chapter.children.append(pikepdf.OutlineItem("A section", 2))
            outline.root.append(chapter)
        file.save(path)
    return path


def lines(bench: Bench) -> tuple[QTreeWidgetItem, QTreeWidgetItem]:
    """The first line and the one below it, once they are there."""
    tree = bench.window.desk.outline.tree
    bench.until(lambda: tree.topLevelItemCount())
    top = tree.topLevelItem(0)
    assert top is not None
    below = top.child(0)
    assert below is not None
    return top, below


def test_the_bookmarks_of_a_pdf_lead_to_their_pages(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(with_bookmarks(bench.folder / "report.pdf"))
    bench.key(Qt.Key.Key_O, CTRL_SHIFT)
    chapter, section = lines(bench)
    assert (chapter.text(0), section.text(0)) == ("First chapter", "A section")
    tree = bench.window.desk.outline.tree
    tree.itemClicked.emit(chapter, 0)
    assert bench.view.current_page() == 2
    bench.key(Qt.Key.Key_O, CTRL_SHIFT)
    assert bench.window.desk.outline.isHidden()


def test_headings_of_a_text_are_its_outline_and_another_document_has_another(bench: Bench) -> None:
    bench.new_case()
    text = "# Report\n\n" + "words\n\n" * 300 + "## Method\n\nhow\n"
    bench.import_file(bench.write("report.md", text))
    bench.key(Qt.Key.Key_O, CTRL_SHIFT)
    top, below = lines(bench)
    assert (top.text(0), below.text(0)) == ("Report", "Method")
    bench.window.desk.outline.tree.itemClicked.emit(below, 0)
    assert bench.view.verticalScrollBar().value() > 0
    bench.import_file(bench.write())
    bench.jobs_are_done()
    assert not bench.window.desk.outline.tree.topLevelItemCount()


def test_headings_without_words_are_left_out() -> None:
    blocks = [Block(0, 3, "heading", 1), Block(4, 5, "heading", 2), Block(6, 9)]
    found = headings_of("One\n \nTwo", blocks)
    assert [(heading.title, heading.level) for heading in found] == [("One", 1)]


def test_a_file_that_is_no_pdf_has_no_bookmarks() -> None:
    assert bookmarks_of(b"no pdf", "x.pdf") == ()


def test_a_link_to_a_page_of_a_pdf_is_followed_by_a_click(bench: Bench) -> None:
    path = with_bookmarks(bench.folder / "report.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        target = pikepdf.Array([file.pages[2].obj, pikepdf.Name.Fit])
        link_first_page(file, top=840, Dest=target)
        file.save(path)
    bench.new_case()
    bench.import_file(path)
    view = bench.view
    provider = view.provider
    assert provider is not None
    bench.until(lambda: provider.links(0))
    place = view.to_viewport(0, provider.links(0)[0].rect).center().toPoint()
    QTest.mouseClick(view.viewport(), LEFT, NONE, place)
    assert view.current_page() == 3
