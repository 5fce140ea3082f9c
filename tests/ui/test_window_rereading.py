"""Reading the document in front again, as a later version reads it."""

from __future__ import annotations

from dataclasses import replace

from pdf_making import lines, pdf_of
from PySide6.QtCore import Qt
from window_driving import Bench

from verifier.actions.documents import ImportDocument
from verifier.reading.here import read_here

SAID = ["The ministry said on Friday that seventy", "websites had been defaced."]


def with_report(bench: Bench, *, as_before: bool) -> None:
    """A case with a document that an earlier version read, its lines exchanged, or this one."""
    bench.new_case()
    file = bench.folder / "report.pdf"
    file.write_bytes(pdf_of([lines(100, 700, SAID)]))
    read = read_here(file)
    if as_before:
        first, second, rest = read.text.split("\n", 2)
        read = replace(read, text=f"{second}\n{first}\n{rest}")
    bench.do(ImportDocument(read, file.read_bytes(), file.name))
    bench.window.desk.show_document(bench.shell.documents[0].id)


def test_passages_go_with_the_document_that_is_read_again_and_it_can_be_undone(
    bench: Bench,
) -> None:
    with_report(bench, as_before=True)
    assert bench.view.provider is not None
    assert bench.view.provider.text.startswith("websites")
    bench.window.actions_of["document.again"].trigger()
    bench.until(lambda: "report.pdf was read again." in bench.told)
    assert bench.view.provider.text.startswith("The ministry")
    bench.drag_over("on Friday")
    bench.view.setFocus()
    bench.key(Qt.Key.Key_H)
    assert bench.claims[0].highlights[0].quote == "on Friday"
    bench.undo()
    bench.undo()
    bench.until(lambda: bench.view.provider and bench.view.provider.text.startswith("websites"))


def test_a_document_that_reads_as_it_did_says_so_and_stays(bench: Bench) -> None:
    with_report(bench, as_before=False)
    bench.window.actions_of["document.again"].trigger()
    bench.until(lambda: "report.pdf reads as it did" in bench.told)
    assert bench.shell.documents[0].edition == 1
