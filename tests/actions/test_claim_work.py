"""Splitting, merging and moving claims through their statuses."""

from __future__ import annotations

from typing import Any

import pytest
from factories import Imported, add_claim, add_document, join, passage, state_of

from verifier.actions.assessments import Assess
from verifier.actions.attributions import AddIncident, RecordAttribution
from verifier.actions.claims import (
    AddClaim,
    AddHighlight,
    EditClaim,
    RelateClaims,
    WithdrawClaim,
)
from verifier.actions.evidence import AddEvidence, Cite
from verifier.actions.reviews import AddComment, ReviewClaim
from verifier.actions.splitting import MergeClaims, SplitClaim
from verifier.actions.triage import EditClaims, RestoreClaim, SetStatus
from verifier.errors import Invalid, NotAllowed, NotFound
from verifier.queries import claims, evidence, reviews, triage
from verifier.queries.integrity import problems
from verifier.states import ClaimStatus, Decision, EvidenceKind, Relation, Role, Stance
from verifier.workspace import Workspace


@pytest.fixture
def document(workspace: Workspace) -> Imported:
    """A document in the case."""
    return add_document(workspace)


def claim_of(workspace: Workspace, claim_id: str) -> claims.ClaimRow:
    with workspace.reading() as session:
        return claims.claim(session, workspace.case_id, claim_id)


def quotes(workspace: Workspace, claim_id: str) -> list[str]:
    with workspace.reading() as session:
        found = claims.highlights(session, workspace.case_id, claim_id=claim_id)
    return [row.quote for row in found]


def cite(workspace: Workspace, claim_id: str) -> str:
    item = AddEvidence(EvidenceKind.LINK, {"title": "A page"})
    citing = Cite(claim_id, item.id, Stance.SUPPORTS)
    workspace.do(item)
    workspace.do(citing)
    return citing.id


def is_whole(workspace: Workspace) -> bool:
    with workspace.reading() as session:
        return list(problems(session, workspace.case_id)) == []


def test_a_claim_may_stand_in_several_passages(workspace: Workspace, document: Imported) -> None:
    claim_id = add_claim(workspace, document, "70 sites")
    workspace.do(AddHighlight(claim_id, passage(document, "70 sites", 3)))
    assert quotes(workspace, claim_id) == ["70 sites", "70 sites"]


def test_splitting_gives_the_new_claim_its_passages_and_details(
    workspace: Workspace, document: Imported
) -> None:
    adding = AddClaim(
        "Sites were defaced, 70 of them.",
        (passage(document, "defaced"), passage(document, "70 sites")),
        {"claimant": "Officials", "date": "2022-01-13", "tags": ["cyber"]},
    )
    workspace.do(adding)
    citation_id = cite(workspace, adding.id)
    splitting = SplitClaim(adding.id, "It was 70 sites.", (adding.passages[1].id,), (citation_id,))
    before = state_of(workspace)
    done = workspace.do(splitting)
    assert quotes(workspace, adding.id) == ["defaced"]
    assert quotes(workspace, splitting.id) == ["70 sites"]
    new = claim_of(workspace, splitting.id)
    assert (new.claimant, new.date, new.tags) == ("Officials", "2022-01-13", ["cyber"])
    with workspace.reading() as session:
        (citation,) = evidence.citations(session, workspace.case_id, claim_id=splitting.id)
    assert citation.id == citation_id
    assert is_whole(workspace)
    workspace.undo(done)
    assert state_of(workspace) == before


def test_a_split_takes_nothing_from_other_claims(workspace: Workspace, document: Imported) -> None:
    claim_id = add_claim(workspace, document, "70 sites")
    other = AddClaim("Another", (passage(document, "defaced"),))
    workspace.do(other)
    with pytest.raises(Invalid, match="another claim's"):
        workspace.do(SplitClaim(claim_id, "More", (other.passages[0].id,)))


def test_merging_moves_everything_and_deletes_nothing(
    workspace: Workspace, document: Imported
) -> None:
    survivor = add_claim(workspace, document, "70 sites", 1)
    other = add_claim(workspace, document, "70 sites", 2)
    third = add_claim(workspace, document, "defaced")
    incident = AddIncident({"name": "The defacement"})
    for action in (
        EditClaim(survivor, {"tags": ["a"]}),
        EditClaim(other, {"tags": ["a", "b"], "claimant": "Officials", "priority": 3}),
        AddComment(other, "Same thing?"),
        RelateClaims(survivor, other, Relation.REPEATS),
        RelateClaims(third, other, Relation.DEPENDS_ON),
        Assess(other, verdict="refuted"),
        incident,
        RecordAttribution({"party": "A ministry", "actor": "A group"}, other, incident.id),
    ):
        workspace.do(action)
    cite(workspace, other)
    before = state_of(workspace)
    done = workspace.do(MergeClaims(survivor, (other,)))
    assert quotes(workspace, survivor) == ["70 sites", "70 sites"]
    merged = claim_of(workspace, survivor)
    assert (merged.tags, merged.claimant, merged.priority) == (["a", "b"], "Officials", 3)
    with workspace.reading() as session:
        case_id = workspace.case_id
        assert len(evidence.citations(session, case_id, claim_id=survivor)) == 1
        (comment,) = reviews.comments(session, case_id)
        (relation,) = claims.relations(session, case_id)
        assert [row.id for row in triage.withdrawn(session, case_id)] == [other]
    assert (comment.claim_id, comment.subject_id) == (survivor, survivor)
    assert (relation.claim_id, relation.other_id) == (third, survivor)
    assert is_whole(workspace)
    redone = workspace.undo(done)
    assert state_of(workspace) == before
    workspace.undo(redone)
    assert quotes(workspace, survivor) == ["70 sites", "70 sites"]


def test_a_locked_claim_is_not_merged(workspace: Workspace, document: Imported) -> None:
    survivor = add_claim(workspace, document, "70 sites", 1)
    other = add_claim(workspace, document, "70 sites", 2)
    workspace.do(ReviewClaim(other, Decision.APPROVE))
    with pytest.raises(NotAllowed, match="locked"):
        workspace.do(MergeClaims(survivor, (other,)))


@pytest.mark.parametrize("others", [(), ("itself",)])
def test_a_claim_is_not_merged_with_itself_or_with_nothing(
    workspace: Workspace, document: Imported, others: tuple[str, ...]
) -> None:
    claim_id = add_claim(workspace, document, "70 sites")
    with pytest.raises(Invalid, match="merged with others"):
        workspace.do(MergeClaims(claim_id, tuple(claim_id for _ in others)))


def test_a_withdrawn_claim_comes_back_whole(workspace: Workspace, document: Imported) -> None:
    claim_id = add_claim(workspace, document, "70 sites")
    before = state_of(workspace)
    workspace.do(WithdrawClaim(claim_id))
    workspace.do(RestoreClaim(claim_id))
    assert state_of(workspace) == before
    with pytest.raises(NotFound):
        workspace.do(RestoreClaim("nobody's"))


def test_several_claims_are_edited_as_one_step(workspace: Workspace, document: Imported) -> None:
    ids = tuple(add_claim(workspace, document, "70 sites", number) for number in (1, 2, 3))
    workspace.do(EditClaim(ids[0], {"tags": ["old", "kept"]}))
    before = state_of(workspace)
    done = workspace.do(EditClaims(ids, {"priority": 3}, ("new", " "), ("old",)))
    found = [claim_of(workspace, claim_id) for claim_id in ids]
    assert [row.priority for row in found] == [3, 3, 3]
    assert [row.tags for row in found] == [["kept", "new"], ["new"], ["new"]]
    workspace.undo(done)
    assert state_of(workspace) == before


def test_one_locked_claim_stops_the_edit_of_all(workspace: Workspace, document: Imported) -> None:
    ids = tuple(add_claim(workspace, document, "70 sites", number) for number in (1, 2))
    workspace.do(ReviewClaim(ids[1], Decision.APPROVE))
    before = state_of(workspace)
    with pytest.raises(NotAllowed):
        workspace.do(EditClaims(ids, {"priority": 3}))
    assert state_of(workspace) == before


@pytest.mark.parametrize(
    "details",
    [
        {"date": "2022-13"},
        {"date": "last week"},
        {"due": "2022-01"},
        {"due": "unknown"},
        {"worth": "maybe"},
        {"kind": "gossip"},
        {"priority": 4},
    ],
)
def test_details_that_mean_nothing_are_refused(
    workspace: Workspace, document: Imported, details: dict[str, Any]
) -> None:
    claim_id = add_claim(workspace, document, "70 sites")
    for action in (
        EditClaim(claim_id, details),
        EditClaims((claim_id,), details),
        AddClaim("Another", (), details),
    ):
        with pytest.raises(Invalid):
            workspace.do(action)


@pytest.mark.parametrize(
    ("path", "refused"),
    [
        (["in_progress", "unstarted", "dropped", "in_progress"], "ready_for_review"),
        (["dropped"], "published"),
        (["in_progress"], "approved"),
        ([], "corrected"),
    ],
)
def test_a_status_is_set_where_no_review_is_needed(
    workspace: Workspace, document: Imported, path: list[str], refused: str
) -> None:
    claim_id = add_claim(workspace, document, "70 sites")
    for status in path:
        workspace.do(SetStatus(claim_id, ClaimStatus(status)))
        assert claim_of(workspace, claim_id).status == status
    with pytest.raises(NotAllowed):
        workspace.do(SetStatus(claim_id, ClaimStatus(refused)))


def test_an_approved_claim_is_published_by_an_editor_and_corrected(
    workspace: Workspace, document: Imported
) -> None:
    claim_id = add_claim(workspace, document, "70 sites")
    workspace.do(ReviewClaim(claim_id, Decision.APPROVE))
    with pytest.raises(NotAllowed, match="locked"):
        workspace.do(SetStatus(claim_id, ClaimStatus.IN_PROGRESS))
    with (
        join(workspace, "Ben", Role.CHECKER) as checker,
        pytest.raises(NotAllowed, match="checker"),
    ):
        checker.do(SetStatus(claim_id, ClaimStatus.PUBLISHED))
    for status in (ClaimStatus.PUBLISHED, ClaimStatus.CORRECTED, ClaimStatus.IN_PROGRESS):
        workspace.do(SetStatus(claim_id, status))
        assert claim_of(workspace, claim_id).status == status


def test_triage_asks_for_what_matters_first(workspace: Workspace) -> None:
    for statement, details in (
        ("settled", {"worth": "yes", "priority": 3}),
        ("opinion", {"worth": "no", "priority": 3}),
        ("not looked at", {}),
        ("partly", {"worth": "partly"}),
        ("later", {"worth": "yes", "priority": 3, "due": "2022-02-01"}),
        ("soon", {"worth": "yes", "priority": 3, "due": "2022-01-20"}),
        ("some day", {"worth": "yes", "priority": 3}),
        ("small", {"worth": "yes", "priority": 1, "due": "2022-01-01"}),
    ):
        workspace.do(AddClaim(statement, (), {**details, "tags": ["all", statement]}))
    workspace.do(ReviewClaim(claim_of(workspace, "C1").id, Decision.APPROVE))
    with workspace.reading() as session:
        ordered = [row.statement for row in triage.triage(session, workspace.case_id)]
        first, *others = triage.tags(session, workspace.case_id)
    assert ordered == [
        *("soon", "later", "some day", "small", "partly", "not looked at", "opinion"),
    ]
    assert first == ("all", 8)
    assert [tag for tag, _ in others] == sorted(tag for tag, _ in others)
