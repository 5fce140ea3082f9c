"""Highlights and comments that came with a file are taken over in the window, or left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
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


def commented(path: Path, *paragraphs: tuple[str, str, str]) -> Path:
    """A Word file in which parts of paragraphs have comments: before, the words, the comment."""
    made = docx.Document()
    for before, words, comment in paragraphs:
        said = made.add_paragraph(before).add_run(words)
        added = made.add_comment(said, text=comment, author="Jan")
        added._comment_elm.set(qn("w:date"), "2026-05-01T10:00:00Z")
    made.save(str(path))
    return path


def replace_by(bench: Bench, file: Path) -> None:
    bench.window.notices.clear()
    bench.window.controllers.documents.replacer.replace(bench.shell.documents[0].id, file)
    bench.until(lambda: "is the new edition" in bench.told)


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the plugin without a screen
def test_remarks_of_a_new_edition_are_offered_but_for_those_taken_over_before(
    bench: Bench,
) -> None:
    dam = ("The dam ", "failed at dawn", "Says who?")
    mayor = ("The mayor ", "left the town", "When?")
    bench.new_case()
    bench.import_file(commented(bench.folder / "first.docx", dam, mayor))
    press(bench, "As claims")
    assert len(bench.claims) == 2
    worded_anew = ("The mayor, asked twice, ", "abandoned her burning town", "When?")
    bridge = ("The bridge ", "was mined", "By whom?")
    replace_by(bench, commented(bench.folder / "second.docx", bridge, dam, worded_anew))
    assert "somebody put into second.docx: 1" in bench.told
    replacer = bench.window.controllers.documents.replacer
    bench.until(lambda: replacer.dialog is not None)
    assert replacer.dialog is not None
    replacer.dialog.reject()
    press(bench, "As claims")
    assert [line.claim.statement for line in bench.claims].count("was mined") == 1
    assert len(bench.claims) == 3


def test_a_new_edition_without_remarks_of_its_own_offers_none(bench: Bench) -> None:
    dam = ("The dam ", "failed at dawn", "Says who?")
    bench.new_case()
    bench.import_file(commented(bench.folder / "first.docx", dam))
    press(bench, "As a note of the document")
    added = bench.folder / "second.docx"
    made = docx.Document(str(commented(added, dam)))
    made.add_paragraph("One more.")
    made.save(str(added))
    replace_by(bench, added)
    bench.jobs_are_done()
    assert "somebody put into" not in bench.told
