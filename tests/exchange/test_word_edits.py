"""Tracked edits come back as changes to the very fields that they were made in."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from factories import OWNER, add_claim, add_document
from lxml import etree
from test_taking_back import Word, planned, proposed

from verifier.actions.assessments import Assess
from verifier.actions.proposals import AcceptProposal
from verifier.cli import main
from verifier.exchange import taking_back
from verifier.export import libreoffice
from verifier.export.report import write_report
from verifier.queries import claims, proposals
from verifier.queries.report import report_data
from verifier.workspace import Workspace

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def rated(workspace: Workspace) -> Workspace:
    """A case of two claims, the first with every part of a rating."""
    shown = add_document(workspace)
    first = add_claim(workspace, shown, "the web sites were defaced")
    add_claim(workspace, shown, "70 sites", 2)
    workspace.do(
        Assess(
            first,
            "supported",
            "high",
            reason="Two sources.\nBoth are official.",
            findings=("Not all sites", "The date is vague"),
            correction="The sites were shut.",
        )
    )
    return workspace


@pytest.fixture
def word(rated: Workspace, tmp_path: Path) -> Word:
    with rated.reading() as session:
        data = report_data(session, rated.case_id)
    path = tmp_path / "report.docx"
    write_report(data, path, exported_at=datetime.now(UTC))
    return Word(path)


def replace(word: Word, words: str, new: str, occurrence: int = -1, author: str = "R. Haas") -> Any:
    """Replace a run's words as somebody with tracked changes would."""
    run = word.run(words, occurrence)
    word.inserted(run, new)
    word.track(run, "del", author)
    return run


def take(workspace: Workspace, word: Word) -> list[tuple[str, str, str, str, str]]:
    workspace.do(planned(workspace, word).action)
    return proposed(workspace)


def test_the_statement_is_proposed_from_the_table_and_from_the_card(
    rated: Workspace, word: Word
) -> None:
    occurrences = [r for r in word.trees["document"].iter(f"{W}r") if word.said(r) == "70 sites"]
    assert len(occurrences) >= 2
    table = next(r for r in occurrences if next(r.iterancestors(f"{W}tc"), None) is not None)
    word.inserted(table, " and more")
    assert take(rated, word) == [("C2", "R. Haas", "statement", "70 sites", "70 sites and more")]


def test_the_heading_of_a_card_gives_the_statement_without_its_number(
    rated: Workspace, word: Word
) -> None:
    heading = word.run("C2. 70 sites", -1)
    word.inserted(heading, " or so")
    assert take(rated, word) == [("C2", "R. Haas", "statement", "70 sites", "70 sites or so")]


def test_a_new_entry_typed_after_the_last_of_a_list_belongs_to_it(
    rated: Workspace, word: Word
) -> None:
    last = next(word.run("The date is vague", -1).iterancestors(f"{W}p"))
    made = etree.fromstring(etree.tostring(last))
    for old in made.findall(f"{W}r") + made.findall(f"{W}bookmarkEnd"):
        made.remove(old)
    last.addnext(made)
    inserted = etree.SubElement(made, f"{W}ins")
    inserted.set(f"{W}author", "R. Haas")
    inserted.set(f"{W}date", "2026-05-04T09:30:00Z")
    etree.SubElement(etree.SubElement(inserted, f"{W}r"), f"{W}t").text = "Nobody is named"
    mark = etree.SubElement(etree.SubElement(last.find(f"{W}pPr"), f"{W}rPr"), f"{W}ins")
    mark.set(f"{W}author", "R. Haas")
    mark.set(f"{W}date", "2026-05-04T09:30:00Z")
    was = "Not all sites\nThe date is vague"
    assert take(rated, word) == [("C1", "R. Haas", "findings", was, f"{was}\nNobody is named")]
    with rated.reading() as session:
        (row,) = proposals.proposals(session, rated.case_id)
    rated.do(AcceptProposal(row.id))
    with rated.reading() as session:
        rating = claims.current_assessment(claims.assessments(session, rated.case_id))
    assert rating is not None
    assert rating.findings == ["Not all sites", "The date is vague", "Nobody is named"]


def test_an_edit_in_the_marked_text_proposes_how_the_passage_should_read(
    rated: Workspace, word: Word
) -> None:
    starts = word.trees["document"].iter(f"{W}commentRangeStart")
    first = next(starts)
    run = next(one for one in first.itersiblings(f"{W}r") if word.said(one))
    word.inserted(run, " and two were shut")
    old = "the web sites were defaced"
    assert take(rated, word) == [("C1", "R. Haas", "passage", old, f"{old} and two were shut")]


def test_each_author_proposes_for_themselves(rated: Workspace, word: Word) -> None:
    replace(word, "Two sources.", "Three sources.")
    replace(word, "Both are official.", "All are official.", author="M. Okafor")
    for insertion in word.trees["document"].iter(f"{W}ins"):
        if "All are" in "".join(map(str, insertion.itertext())):
            insertion.set(f"{W}author", "M. Okafor")
    old = "Two sources.\nBoth are official."
    assert sorted(take(rated, word)) == [
        ("C1", "M. Okafor", "reason", old, "Two sources.\nAll are official."),
        ("C1", "R. Haas", "reason", old, "Three sources.\nBoth are official."),
    ]
    with rated.reading() as session:
        both = proposals.proposals(session, rated.case_id)
    for row in both:
        rated.do(AcceptProposal(row.id))
    with rated.reading() as session:
        rating = claims.current_assessment(claims.assessments(session, rated.case_id))
    assert rating is not None
    assert rating.reason == "Three sources.\nAll are official."


def test_an_edit_of_words_that_are_no_field_is_told_with_what_stands_around_it(
    rated: Workspace, word: Word
) -> None:
    run = word.run("No evidence has been cited", -1)
    word.inserted(run, " Why?")
    assert take(rated, word) == [("C2", "R. Haas", "elsewhere", "", " Why?")]


def test_the_commands_list_accept_and_reject(
    rated: Workspace, word: Word, capsys: pytest.CaptureFixture[str]
) -> None:
    word.inserted(word.run("Two sources.", -1), " Or more.")
    word.inserted(word.run("C2. 70 sites", -1), " or so")
    case = ["--as", OWNER]
    assert main([*case, "take-back", rated.location, str(word.save()), "--dry-run", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["changes"]
    assert [(one["claim"], one["field"], one["new"]) for one in told] == [
        ("C1", "reason", "Two sources. Or more.\nBoth are official."),
        ("C2", "statement", "70 sites or so"),
    ]
    assert proposed(rated) == []
    assert main([*case, "take-back", rated.location, str(word.path)]) == 0
    capsys.readouterr()
    assert main([*case, "proposals", rated.location]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "70 sites{+ or so+}" in lines[1]
    assert main([*case, "accept", rated.location, lines[1].split("\t")[0]]) == 0
    assert main([*case, "reject", rated.location, lines[0].split("\t")[0]]) == 0
    capsys.readouterr()
    assert main([*case, "proposals", rated.location]) == 0
    assert "Nothing is proposed." in capsys.readouterr().out
    with rated.reading() as session:
        statements = [row.statement for row in claims.claim_rows(session, rated.case_id)]
    assert statements == ["the web sites were defaced", "70 sites or so"]


def test_edits_come_back_the_same_after_a_round_through_libreoffice(
    rated: Workspace, word: Word, tmp_path: Path
) -> None:
    if libreoffice.find() is None:
        pytest.skip("LibreOffice is not on this machine")
    replace(word, "Two sources.", "Three sources.")
    word.inserted(word.run("C2. 70 sites", -1), " or so")
    word.inserted(word.run("The sites were shut.", -1), " For a day.")
    before = {(one.claim, one.field, one.old, one.new) for one in planned(rated, word).taken}
    assert len(before) == 3
    path = tmp_path / "round.docx"
    path.write_bytes(libreoffice.convert(word.path, "docx"))
    after = taking_back.plan(rated, path).taken
    assert {(one.claim, one.field, one.old, one.new) for one in after} == before
