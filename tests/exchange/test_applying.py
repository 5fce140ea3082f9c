"""A file of annotations becomes one batch: found, matched, and nothing in between."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from factories import REPORT, add_document, join, state_of

from verifier.actions.reviews import ReviewClaim
from verifier.errors import Invalid
from verifier.exchange import applying
from verifier.exchange.annotations import parse
from verifier.exchange.applying import Plan
from verifier.queries import case, claims, documents, evidence
from verifier.states import Decision
from verifier.workspace import Workspace


def plan(workspace: Workspace, base: Path | None = None, **content: Any) -> Plan:
    """The plan for a file with this content."""
    file = {"format": "verifier-annotations", "version": 1, **content}
    return applying.plan(workspace, parse(json.dumps(file)), base)


def claim(quote: str, claim_id: str = "C1", **highlight: Any) -> dict[str, Any]:
    """A claim with one passage."""
    return {
        "id": claim_id,
        "statement": f"{claim_id} says so",
        "highlights": [{"quote": quote, **highlight}],
    }


def test_a_sentence_that_stands_three_times_is_not_guessed(workspace: Workspace) -> None:
    add_document(workspace)
    planned = plan(workspace, claims=[claim("Officials spoke of 70 sites.")])
    [unlocated] = planned.unlocated
    assert "several places" in unlocated.why


def test_the_context_tells_equal_sentences_apart(workspace: Workspace) -> None:
    add_document(workspace)
    quote = "Officials spoke of 70 sites."
    planned = plan(workspace, claims=[claim(quote, prefix="was shut too. ")])
    workspace.do(planned.action)
    with workspace.reading() as session:
        [highlight] = claims.highlights(session, workspace.case_id)
    assert highlight.start == REPORT.rindex(quote)


def test_wording_that_differs_is_found_and_said(workspace: Workspace) -> None:
    add_document(workspace, "The minister said that the dam would hold until the spring flood.")
    planned = plan(
        workspace, claims=[claim("The minister said that the dam will hold until the spring flood")]
    )
    assert not planned.unlocated
    assert any("wording differs" in notice for notice in planned.notices)


def test_the_document_is_chosen_by_its_hash_before_its_name(workspace: Workspace) -> None:
    add_document(workspace, "The dam held.", name="a.txt")
    second = add_document(workspace, "The dam held. So they say.", name="b.txt")
    with workspace.reading() as session:
        row = documents.document(session, workspace.case_id, second.id)
    planned = plan(
        workspace,
        document={"id": "D1", "file": "a.txt", "sha256": row.sha256},
        claims=[claim("The dam held.")],
    )
    workspace.do(planned.action)
    with workspace.reading() as session:
        [highlight] = claims.highlights(session, workspace.case_id)
    assert highlight.document_id == second.id


def test_an_item_of_evidence_comes_with_its_bytes(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_bytes(b"Dear minister")
    entry = {"id": "E1", "title": "Letter", "kind": "file", "file": "letter.txt"}
    workspace.do(plan(workspace, tmp_path, evidence=[entry]).action)
    with workspace.reading() as session:
        [item] = evidence.evidence(session, workspace.case_id)
        assert documents.blob(session, item.blob_sha256 or "") == b"Dear minister"


@pytest.mark.parametrize("name", ["../secret.txt", "/etc/hostname", "sub/../../secret.txt"])
def test_nothing_outside_the_annotations_folder_is_read(
    workspace: Workspace, tmp_path: Path, name: str
) -> None:
    entry = {"id": "E1", "title": "Letter", "kind": "file", "file": name}
    with pytest.raises(Invalid, match="not below"):
        plan(workspace, tmp_path, evidence=[entry])


def test_a_checker_cannot_make_owners_by_a_file(workspace: Workspace) -> None:
    people = [{"id": "P1", "name": "Eve", "role": "owner"}]
    with join(workspace, "Ben") as checker:
        checker.do(plan(checker, people=people).action)
        with checker.reading() as session:
            roles = {p.name: p.role for p in case.people(session, checker.case_id)}
    assert roles["Eve"] == "checker"


def test_a_rating_keeps_who_gave_it_and_when(workspace: Workspace) -> None:
    add_document(workspace)
    entry = claim("On 13 January the web sites were defaced.")
    entry["assessment"] = {"verdict": "supported", "by": "P1", "at": "2022-02-01T08:00:00Z"}
    people = [{"id": "P1", "name": "Eve"}]
    workspace.do(plan(workspace, people=people, claims=[entry]).action)
    with workspace.reading() as session:
        [rating] = claims.assessments(session, workspace.case_id)
    assert (rating.person, rating.at.isoformat()) == ("Eve", "2022-02-01T08:00:00+00:00")


def test_undoing_takes_the_whole_file_back(workspace: Workspace) -> None:
    add_document(workspace)
    before = state_of(workspace)
    done = workspace.do(
        plan(
            workspace,
            sources=[{"id": "S1", "title": "A paper", "url": "https://example.org/a"}],
            claims=[
                claim("On 13 January the web sites were defaced.")
                | {"citations": [{"source": "S1", "stance": "supports"}]}
            ],
        ).action
    )
    assert state_of(workspace) != before
    workspace.undo(done)
    assert state_of(workspace) == before


QUOTE = "Officials spoke of 70 sites."


def rated(verdict: str, **more: str) -> dict[str, Any]:
    """A claim of a file, with its rating."""
    return {**claim(QUOTE, prefix="was shut too. "), "assessment": {"verdict": verdict, **more}}


def verdicts(workspace: Workspace) -> list[str]:
    """Every verdict that was ever given, oldest first."""
    with workspace.reading() as session:
        return [row.verdict for row in claims.assessments(session, workspace.case_id)]


def test_of_a_claim_the_case_has_only_a_new_rating_is_taken(workspace: Workspace) -> None:
    add_document(workspace)
    workspace.do(plan(workspace, claims=[rated("supported")]).action)
    assert not plan(workspace, claims=[rated("supported")]).action.actions
    planned = plan(workspace, claims=[rated("refuted", reason="The log says 62.")])
    assert planned.counts == {"assessments": 1}
    assert any("only new ratings" in notice and "C1" in notice for notice in planned.notices)
    workspace.do(planned.action)
    assert verdicts(workspace) == ["supported", "refuted"]
    with workspace.reading() as session:
        first, second = claims.assessments(session, workspace.case_id)
    assert second.supersedes_id == first.id
    again = plan(workspace, claims=[rated("refuted", reason="The log says 62.")])
    assert not again.action.actions


def test_a_rating_of_then_does_not_supersede_a_later_one(workspace: Workspace) -> None:
    add_document(workspace)
    old = rated("supported", at="2022-01-16T12:00:00Z")
    workspace.do(plan(workspace, claims=[old]).action)
    workspace.do(plan(workspace, claims=[rated("refuted")]).action)
    assert not plan(workspace, claims=[old]).action.actions
    older = plan(workspace, claims=[rated("mixed", at="2022-01-15T12:00:00Z")])
    assert not older.action.actions
    assert any("rated since" in notice for notice in older.notices)


def test_an_approved_claim_keeps_its_rating_and_that_is_said(workspace: Workspace) -> None:
    add_document(workspace)
    workspace.do(plan(workspace, claims=[rated("supported", reason="The log says 70.")]).action)
    with workspace.reading() as session:
        (row,) = claims.claim_rows(session, workspace.case_id)
    workspace.do(ReviewClaim(row.id, Decision.APPROVE))
    planned = plan(workspace, claims=[rated("refuted")])
    assert not planned.action.actions
    assert any("approved" in notice for notice in planned.notices)
