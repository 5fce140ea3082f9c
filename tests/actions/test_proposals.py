"""Changes that are proposed to words of the case, and what accepting them does."""

from __future__ import annotations

import pytest
from factories import add_claim, add_document, state_of

from verifier.actions.assessments import Assess
from verifier.actions.base import Actor
from verifier.actions.claims import EditClaim
from verifier.actions.people import JoinCase
from verifier.actions.proposals import AcceptProposal, ProposeChange, RejectProposal
from verifier.actions.reviews import ReviewClaim
from verifier.errors import Conflict, Invalid, NotAllowed
from verifier.ids import new_id
from verifier.queries import case, claims, proposals
from verifier.queries.claims import AssessmentRow
from verifier.states import Decision, ProposedField, Role
from verifier.workspace import Workspace


@pytest.fixture
def claim(anywhere: Workspace) -> str:
    """A claim that somebody else than the actor has rated."""
    shown = add_document(anywhere)
    claim_id = add_claim(anywhere, shown, "70 sites")
    editor = Actor(new_id(), "R. Haas", Role.EDITOR)
    anywhere.do(JoinCase(editor, "RH"))
    rating = Assess(
        claim_id,
        "supported",
        "high",
        reason="Two sources say so.",
        findings=("Not all were hit", "Nobody counted"),
        person_id=editor.id,
    )
    anywhere.do(rating)
    return claim_id


def rating_of(workspace: Workspace, claim_id: str) -> AssessmentRow:
    with workspace.reading() as session:
        history = claims.assessments(session, workspace.case_id, claim_id=claim_id)
    found = claims.current_assessment(history)
    assert found is not None
    return found


def propose(workspace: Workspace, claim_id: str, field: ProposedField, old: str, new: str) -> str:
    with workspace.reading() as session:
        people = {row.name: row.id for row in case.people(session, workspace.case_id)}
    action = ProposeChange(claim_id, field, old, new, person_id=people["R. Haas"])
    workspace.do(action)
    return action.id


def test_accepting_a_statement_changes_the_claim_and_can_be_undone(
    anywhere: Workspace, claim: str
) -> None:
    proposal = propose(anywhere, claim, ProposedField.STATEMENT, "70 sites", "Seventy sites")
    before = state_of(anywhere)
    done = anywhere.do(AcceptProposal(proposal))
    with anywhere.reading() as session:
        assert claims.claim(session, anywhere.case_id, claim).statement == "Seventy sites"
        (row,) = proposals.proposals(session, anywhere.case_id)
        assert (row.claim, row.person, row.decision) == ("C1", "R. Haas", "accepted")
        assert row.decided_by == anywhere.actor.name
    anywhere.undo(done)
    assert state_of(anywhere) == before


@pytest.mark.parametrize(
    ("field", "old", "new", "kept"),
    [
        (ProposedField.REASON, "Two sources say so.", "Three sources say so.", ""),
        (
            ProposedField.FINDINGS,
            "Not all were hit\nNobody counted",
            "Not all were hit\nNobody counted them\nNor will",
            "",
        ),
        (ProposedField.CORRECTION, "", "About 70 sites", ""),
        (ProposedField.PASSAGE, "70 sites", "About 70 sites", "correction"),
    ],
)
def test_accepting_words_of_a_rating_supersedes_it_in_the_raters_name(
    anywhere: Workspace, claim: str, field: ProposedField, old: str, new: str, kept: str
) -> None:
    before = rating_of(anywhere, claim)
    anywhere.do(AcceptProposal(propose(anywhere, claim, field, old, new)))
    after = rating_of(anywhere, claim)
    value = getattr(after, kept or field.value)
    assert (value if isinstance(value, str) else "\n".join(value)) == new
    assert after.supersedes_id == before.id
    assert (after.person, after.verdict, after.confidence) == ("R. Haas", "supported", "high")


def test_a_change_finds_its_place_where_other_words_were_edited_since(
    anywhere: Workspace, claim: str
) -> None:
    proposal = propose(anywhere, claim, ProposedField.STATEMENT, "70 sites", "70 web sites")
    anywhere.do(EditClaim(claim, {"statement": "Officials spoke of 70 sites"}))
    anywhere.do(AcceptProposal(proposal))
    with anywhere.reading() as session:
        row = claims.claim(session, anywhere.case_id, claim)
    assert row.statement == "Officials spoke of 70 web sites"


def test_a_change_to_words_that_are_gone_is_refused_and_changes_nothing(
    anywhere: Workspace, claim: str
) -> None:
    proposal = propose(anywhere, claim, ProposedField.STATEMENT, "70 sites", "70 web sites")
    anywhere.do(EditClaim(claim, {"statement": "Many were defaced"}))
    before = state_of(anywhere)
    with pytest.raises(Conflict, match="since the file was given out"):
        anywhere.do(AcceptProposal(proposal))
    assert state_of(anywhere) == before


def test_rejecting_leaves_the_words_and_nobody_decides_twice(
    anywhere: Workspace, claim: str
) -> None:
    proposal = propose(anywhere, claim, ProposedField.STATEMENT, "70 sites", "No sites")
    anywhere.do(RejectProposal(proposal))
    with anywhere.reading() as session:
        assert claims.claim(session, anywhere.case_id, claim).statement == "70 sites"
        assert proposals.proposals(session, anywhere.case_id, only_open=True) == ()
    with pytest.raises(Conflict, match="rejected already"):
        anywhere.do(AcceptProposal(proposal))


def test_a_locked_claim_takes_proposals_but_accepts_none(anywhere: Workspace, claim: str) -> None:
    anywhere.do(ReviewClaim(claim, Decision.APPROVE))
    proposal = propose(anywhere, claim, ProposedField.STATEMENT, "70 sites", "No sites")
    with pytest.raises(NotAllowed, match="locked"):
        anywhere.do(AcceptProposal(proposal))
    anywhere.do(RejectProposal(proposal))


def test_what_stands_elsewhere_is_only_noted_as_done(anywhere: Workspace, claim: str) -> None:
    action = ProposeChange(claim, ProposedField.ELSEWHERE, "so", "thus", "they say ", ".")
    anywhere.do(action)
    before = rating_of(anywhere, claim)
    anywhere.do(AcceptProposal(action.id))
    assert rating_of(anywhere, claim) == before


def test_a_proposal_without_a_difference_is_refused(anywhere: Workspace, claim: str) -> None:
    with pytest.raises(Invalid, match="Nothing is different"):
        anywhere.do(ProposeChange(claim, ProposedField.REASON, "a", "a"))
