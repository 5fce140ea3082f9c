"""A document's file read again by a version that reads it truer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pdf_making import lines, pdf_of
from sqlalchemy import update

from verifier.actions.claims import AddClaim, Passage
from verifier.actions.documents import ImportDocument
from verifier.cli import main
from verifier.errors import Conflict, Invalid
from verifier.exchange.rereading import ReadAgain, ReadsTheSame, read_again
from verifier.models import Blob
from verifier.queries import claims, documents
from verifier.queries.integrity import problems
from verifier.reading.here import read_here
from verifier.reading.worker import Worker
from verifier.text.document import Block, Notice, ReadDocument
from verifier.text.ranges import TextRange
from verifier.text.regions import Region
from verifier.workspace import Workspace

pytestmark = pytest.mark.usefixtures("files_are_read_once")

SAID = ["The ministry said on Friday that seventy", "websites had been defaced."]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf_of([lines(100, 700, SAID)]))
    return path


def imported(workspace: Workspace, file: Path, read: ReadDocument) -> ImportDocument:
    """The file's document in a case, read so by an earlier version."""
    document = ImportDocument(read, file.read_bytes(), file.name)
    workspace.do(document)
    return document


def with_lines_exchanged(read: ReadDocument) -> ReadDocument:
    """As a version reads that does not know the order of lines."""
    first, second, rest = read.text.split("\n", 2)
    return replace(read, text=f"{second}\n{first}\n{rest}")


def again(workspace: Workspace, document: ImportDocument) -> ReadAgain:
    with Worker() as worker:
        return read_again(workspace, document.id, worker)


def test_a_file_that_reads_truer_is_an_edition_of_the_same_bytes(
    anywhere: Workspace, file: Path
) -> None:
    true = read_here(file)
    document = imported(anywhere, file, with_lines_exchanged(true))
    words = TextRange(0, len(SAID[1]))
    drawn = Region(1, 100, 100, 200, 150)
    region = Passage(
        document.edition_id, TextRange(0, 0), "", rectangles=(drawn.as_rectangle,), page=1
    )
    passage = Passage(document.edition_id, words, SAID[1])
    anywhere.do(AddClaim("Seventy websites were defaced.", (passage, region)))
    done = anywhere.do(again(anywhere, document).batch())
    with anywhere.reading() as session:
        row = documents.document(session, anywhere.case_id, document.id)
        heirs = claims.highlights(session, anywhere.case_id, edition_id=row.edition_id)
        assert row.edition == 2
        assert row.file_name == "report.pdf"
        assert documents.text(session, row.text_layer_id) == true.text
        assert {each.sha256 for each in documents.editions(session, anywhere.case_id)} == {
            row.sha256
        }
        assert list(problems(session, anywhere.case_id)) == []
    assert sorted(heir.quote for heir in heirs) == ["", SAID[1]]
    assert {heir.region for heir in heirs} == {None, drawn}
    assert anywhere.undo(done).change.kinds
    with anywhere.reading() as session:
        assert documents.document(session, anywhere.case_id, document.id).edition == 1


def test_the_same_words_divided_another_way_are_taken_in(workspace: Workspace, file: Path) -> None:
    true = read_here(file)
    torn = tuple(
        Block(block.start + at, block.start + at + len(line))
        for block in true.blocks
        for at, line in ((0, SAID[0]), (len(SAID[0]) + 1, SAID[1]))
    )
    document = imported(workspace, file, replace(true, blocks=torn))
    workspace.do(again(workspace, document).batch())
    with workspace.reading() as session:
        row = documents.document(session, workspace.case_id, document.id)
        assert documents.structure(session, row.text_layer_id)[0] == true.blocks
        assert row.reader.startswith(f"{true.reader}, 2")
        assert list(problems(session, workspace.case_id)) == []
    with pytest.raises(ReadsTheSame):
        again(workspace, document)


def test_a_file_that_reads_as_it_did_is_left_as_it_is(workspace: Workspace, file: Path) -> None:
    document = imported(workspace, file, read_here(file))
    with pytest.raises(ReadsTheSame, match=r"report\.pdf reads as it did"):
        again(workspace, document)


def test_pages_that_were_read_from_their_pictures_are_not_lost(
    workspace: Workspace, file: Path
) -> None:
    seen = Notice("ocr", "The text of page 1 was read from its picture.", 1)
    true = read_here(file)
    document = imported(workspace, file, replace(true, notices=(*true.notices, seen)))
    with pytest.raises(Invalid, match="were read from their pictures"):
        again(workspace, document)


def test_bytes_that_were_spoilt_in_the_case_become_no_edition(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "report.txt"
    path.write_text("The dam failed at dawn.\n", encoding="utf-8")
    document = imported(workspace, path, read_here(path))
    with workspace._engine.begin() as connection:
        connection.execute(update(Blob).values(data=b"The dam held at dawn.\n"))
    with pytest.raises(Conflict, match="is not the file of the latest edition"):
        workspace.do(again(workspace, document).batch())


def test_the_command_says_what_became_of_each_passage(
    case_file: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Workspace.open(case_file, person="Anna") as workspace:
        document = imported(workspace, file, with_lines_exchanged(read_here(file)))
        passage = Passage(document.edition_id, TextRange(0, len(SAID[1])), SAID[1])
        workspace.do(AddClaim("Seventy.", (passage,)))
    assert main(["read-again", str(case_file), "report.pdf"]) == 0
    told = capsys.readouterr().out
    assert "C1" in told
    assert "Edition 2 of “report.pdf” was added." in told
    assert main(["verify", str(case_file)]) == 0
    assert main(["read-again", str(case_file), "report.pdf"]) == 1
    assert "reads as it did" in capsys.readouterr().err
