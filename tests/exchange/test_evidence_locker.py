"""Files in the locker: attached with what they say, cited where they say it, checked again."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import pytest
from factories import add_claim, add_document, read_text, state_of

from verifier.actions.evidence import AddEvidence, Cite, EditCitation
from verifier.errors import NotFound
from verifier.exchange.locker import attaching, open_evidence, verify_evidence
from verifier.queries import evidence, locker
from verifier.queries.evidence import CitationRow, EvidenceRow
from verifier.queries.integrity import problems
from verifier.reading.evidence import Examined
from verifier.states import EvidenceKind, Stance
from verifier.workspace import Workspace

TEXT = "On 14 January the ministry\nspoke of “70 sites”. It named no one.\nIt named no one.\n"
DATA = TEXT.encode()
EXAMINED = Examined(
    DATA,
    "page.warc.gz",
    "page",
    "application/warc",
    {
        "title": "News",
        "address": "https://example.org/news",
        "captured": "2022-01-14T09:30:00Z",
        "language": "en",
    },
    read_text(TEXT),
)


@pytest.fixture
def claim_id(workspace: Workspace) -> str:
    """A claim without evidence."""
    return add_claim(workspace, add_document(workspace), "70 sites")


def attach(workspace: Workspace, claim_id: str, examined: Examined = EXAMINED, **more: Any) -> str:
    action = attaching(examined, claim_id=claim_id, stance=Stance.SUPPORTS, **more)
    workspace.do(action)
    return action.id


def item(workspace: Workspace) -> EvidenceRow:
    with workspace.reading() as session:
        (row,) = evidence.evidence(session, workspace.case_id)
    return row


def citation(workspace: Workspace) -> CitationRow:
    with workspace.reading() as session:
        (row,) = evidence.citations(session, workspace.case_id)
    return row


def custody(workspace: Workspace) -> list[str]:
    with workspace.reading() as session:
        return [row.action for row in evidence.custody(session, workspace.case_id)]


def spoil(workspace: Workspace, statement: str) -> None:
    """Change the case file past the program."""
    with closing(sqlite3.connect(workspace.location)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute(statement)
        connection.commit()


def test_an_attached_file_keeps_what_it_says_of_itself(workspace: Workspace, claim_id: str) -> None:
    attach(workspace, claim_id)
    row = item(workspace)
    assert (row.title, row.url, row.kind) == ("News", "https://example.org/news", "page")
    assert row.captured_at == datetime(2022, 1, 14, 9, 30, tzinfo=UTC)
    assert (row.collector, row.blob_sha256) == (workspace.actor.name, sha256(DATA).hexdigest())
    assert row.properties["captured"] == "2022-01-14T09:30:00Z"
    assert custody(workspace) == ["imported"]


def test_what_the_person_says_goes_before_what_the_file_says(
    workspace: Workspace, claim_id: str
) -> None:
    at = datetime(2022, 1, 15, tzinfo=UTC)
    attach(workspace, claim_id, details={"title": "Mine", "url": ""}, captured_at=at)
    row = item(workspace)
    assert (row.title, row.url, row.captured_at) == ("Mine", "https://example.org/news", at)


def test_a_quote_is_located_in_the_files_text(workspace: Workspace, claim_id: str) -> None:
    attach(workspace, claim_id, citation={"quote": "70 sites"})
    row = citation(workspace)
    assert row.start is not None
    assert TEXT[row.start : row.stop] == row.quote == "70 sites"
    assert TEXT[: row.start].endswith(row.prefix)
    assert TEXT[row.stop :].startswith(row.suffix)


def test_a_quote_with_other_spaces_takes_the_words_of_the_text(
    workspace: Workspace, claim_id: str
) -> None:
    attach(workspace, claim_id, citation={"quote": 'the ministry spoke of "70 sites"'})
    assert citation(workspace).quote == "the ministry\nspoke of “70 sites”"
    with workspace.reading() as session:
        assert list(problems(session, workspace.case_id)) == []


@pytest.mark.parametrize("quote", ["the minister spoke of 71 sites", "It named no one.", " "])
def test_a_quote_that_is_not_there_or_there_twice_has_no_place(
    workspace: Workspace, claim_id: str, quote: str
) -> None:
    attach(workspace, claim_id, citation={"quote": quote})
    row = citation(workspace)
    assert (row.quote, row.start, row.stop) == (quote, None, None)


def test_a_reworded_quote_is_located_anew(workspace: Workspace, claim_id: str) -> None:
    attach(workspace, claim_id, citation={"quote": "70 sites"})
    cited = citation(workspace)
    workspace.do(EditCitation(cited.id, {"quote": "14 January"}))
    assert citation(workspace).start == TEXT.index("14 January")
    workspace.do(EditCitation(cited.id, {"quote": "something else"}))
    assert citation(workspace).start is None
    workspace.do(EditCitation(cited.id, {"note": "why"}))
    assert citation(workspace).quote == "something else"


def test_a_place_that_was_selected_is_kept(workspace: Workspace, claim_id: str) -> None:
    evidence_id = attach(workspace, claim_id)
    at = TEXT.rindex("It named no one.")
    selected = {"quote": "It named no one.", "start": at, "stop": at + 16}
    citing = Cite(claim_id, evidence_id, Stance.REFUTES, selected)
    workspace.do(citing)
    with workspace.reading() as session:
        rows = evidence.citations(session, workspace.case_id)
    assert next(row.start for row in rows if row.id == citing.id) == at


def test_attaching_is_one_step_of_undo(workspace: Workspace, claim_id: str) -> None:
    before = state_of(workspace)
    action = attaching(EXAMINED, claim_id=claim_id, citation={"quote": "70 sites"})
    done = workspace.do(action)
    workspace.undo(done)
    assert state_of(workspace) == before


def test_a_file_without_text_is_kept(workspace: Workspace, claim_id: str) -> None:
    bare = replace(EXAMINED, kind="file", read=None, properties={})
    attach(workspace, claim_id, bare, citation={"quote": "70 sites"})
    row = item(workspace)
    assert (row.title, row.captured_at, row.text_layer_id) == ("page.warc.gz", None, None)


def test_a_locker_that_is_whole_is_left_alone(workspace: Workspace, claim_id: str) -> None:
    attach(workspace, claim_id)
    before = state_of(workspace)
    report = verify_evidence(workspace)
    assert (report.checked, report.faulty) == (1, ())
    assert state_of(workspace) == before


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE blobs SET data = x'00' WHERE media_type = 'application/warc'", "was changed"),
        ("DELETE FROM blobs WHERE media_type = 'application/warc'", "is missing"),
    ],
)
def test_a_fault_is_flagged_once_and_never_mended_silently(
    workspace: Workspace, claim_id: str, statement: str, words: str
) -> None:
    evidence_id = attach(workspace, claim_id)
    spoil(workspace, statement)
    for _ in range(2):
        (faulty,) = verify_evidence(workspace).faulty
        assert words in str(faulty)
    assert custody(workspace) == ["imported", "hash_failed"]
    with workspace.reading() as session:
        assert set(locker.flagged(session, workspace.case_id)) == {evidence_id}


def test_a_file_that_is_right_again_is_logged(workspace: Workspace, claim_id: str) -> None:
    attach(workspace, claim_id)
    hexadecimal = DATA.hex()
    where = "WHERE media_type = 'application/warc'"
    spoil(workspace, f"UPDATE blobs SET data = x'00' {where}")
    verify_evidence(workspace)
    spoil(workspace, f"UPDATE blobs SET data = x'{hexadecimal}' {where}")
    assert verify_evidence(workspace).faulty == ()
    assert custody(workspace) == ["imported", "hash_failed", "verified"]
    with workspace.reading() as session:
        assert locker.flagged(session, workspace.case_id) == {}


def test_opening_an_item_checks_it(workspace: Workspace, claim_id: str) -> None:
    evidence_id = attach(workspace, claim_id)
    assert open_evidence(workspace, evidence_id).data == DATA
    spoil(workspace, "UPDATE blobs SET data = x'00' WHERE media_type = 'application/warc'")
    for _ in range(2):
        assert not open_evidence(workspace, evidence_id).is_intact
    assert custody(workspace) == ["imported", "hash_failed"]


def test_a_link_has_no_file_to_open(workspace: Workspace) -> None:
    link = AddEvidence(EvidenceKind.LINK, {"url": "https://example.org"})
    workspace.do(link)
    with pytest.raises(NotFound, match="no file"):
        open_evidence(workspace, link.id)
