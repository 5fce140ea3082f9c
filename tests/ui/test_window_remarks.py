"""Highlights and comments that came with a file are taken over in the window, or left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pikepdf
from pdf_making import line, pdf_of, with_annotations
from PySide6.QtWidgets import QPushButton
from window_driving import Bench

from verifier.actions.documents import RemoveDocument


def marked_report(folder: Path) -> Path:
    """A PDF with a highlight that says something, and one without words."""
    data = pdf_of([line(100, 700, "Prices doubled in a year."), line(100, 700, "Wages rose.")])
    author = {"T": "Reader", "Subtype": pikepdf.Name.Highlight}
    path = folder / "marked.pdf"
    path.write_bytes(
        with_annotations(
            data,
            {**author, "Contents": "Says who?", "Rect": [100, 695, 140, 712],
             "QuadPoints": [100, 712, 137, 712, 100, 696, 137, 696]},
            {**author, "Rect": [140, 695, 200, 712],
             "QuadPoints": [138, 712, 184, 712, 138, 696, 184, 696]},
        )
    )  # fmt: skip
    return path


def press(bench: Bench, words: str) -> None:
    """Press a button of the newest notice that has it."""
    buttons = bench.window.notices.waiting.findChildren(QPushButton)
    [button for button in buttons if button.text() == words][-1].click()


def test_remarks_of_a_file_become_claims_or_a_note_when_somebody_says_so(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(marked_report(bench.folder))
    assert "somebody put into marked.pdf: 2" in bench.told
    assert not bench.claims
    press(bench, "As claims")
    assert [line.claim.statement for line in bench.claims] == ["Prices", "doubled"]
    assert bench.claims[0].claim.note.startswith("Says who?")
    bench.window.actions_of.run("document.remarks")
    assert "no highlights or comments" in bench.told
    bench.undo()
    assert not bench.claims
    bench.window.actions_of.run("document.remarks")
    press(bench, "As a note of the document")
    (document,) = bench.shell.documents
    assert "p. 1, highlight, Reader: “Prices”: Says who?" in document.note
    bench.undo()
    assert not bench.shell.documents[0].note


def test_a_remark_beside_the_text_is_taken_over_once_and_answers_join_their_claim(
    bench: Bench,
) -> None:
    made = docx.Document()
    said = made.add_paragraph("The dam ").add_run("failed at dawn")
    for author, words in (("Jan", "Says who?"), ("Anna", "The mayor.")):
        made.add_comment(said, text=words, author=author)
    blank = made.add_paragraph().add_run(" ")
    made.add_comment(blank, text="Name the river", author="Jan")
    path = bench.folder / "commented.docx"
    made.save(str(path))
    bench.new_case()
    bench.import_file(path)

    def taken_once_by(button: str, notes: Callable[[], list[str]]) -> None:
        press(bench, button)
        bench.jobs_are_done()
        for words in ("Says who?", "The mayor.", "Name the river"):
            assert "\n".join(notes()).count(words) == 1
        bench.window.actions_of.run("document.remarks")
        assert "no highlights or comments" in bench.told
        bench.undo()
        bench.window.actions_of.run("document.remarks")

    taken_once_by("As claims", lambda: [claim.claim.note for claim in bench.claims])
    taken_once_by("As a note of the document", lambda: [bench.shell.documents[0].note])


def test_an_offer_whose_document_was_removed_says_so(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(marked_report(bench.folder))
    bench.shell.do(RemoveDocument(bench.shell.documents[0].id))
    press(bench, "As claims")
    assert "no longer in the case" in bench.told
    assert not bench.claims
