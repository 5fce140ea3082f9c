"""The history of one claim in words."""

from __future__ import annotations

from factories import add_claim, add_document, join

from verifier.actions.assessments import Assess
from verifier.actions.claims import EditClaim, WithdrawClaim
from verifier.actions.evidence import AddEvidence, Cite, EditCitation
from verifier.actions.reviews import AddComment, ReviewClaim
from verifier.actions.splitting import MergeClaims
from verifier.queries.history import HistoryEntry, claim_history
from verifier.states import Decision, EvidenceKind, Role, Stance
from verifier.workspace import Workspace


def history(workspace: Workspace, claim_id: str) -> tuple[HistoryEntry, ...]:
    with workspace.reading() as session:
        return claim_history(session, workspace.case_id, claim_id)


def test_a_claims_history_says_who_did_what_and_why(workspace: Workspace) -> None:
    claim_id = add_claim(workspace, add_document(workspace), "70 sites")
    item = AddEvidence(EvidenceKind.LINK, {"title": "The bulletin"})
    citing = Cite(claim_id, item.id, Stance.SUPPORTS, {"credibility": "2"})
    for action in (
        EditClaim(claim_id, {"assignee_id": workspace.actor.id, "tags": ["cyber"]}),
        item,
        citing,
        EditCitation(citing.id, {"stance": "refutes"}),
        Assess(claim_id, verdict="supported", reason="The bulletin says so."),
        Assess(claim_id, verdict="refuted", confidence="high", reason="It was 22."),
        AddComment(claim_id, "Sure?"),
    ):
        workspace.do(action)
    with join(workspace, "Ben", Role.EDITOR) as editor:
        editor.do(ReviewClaim(claim_id, Decision.REQUEST_CHANGES, "Find the list."))
    me = workspace.actor.name
    assert [str(entry) for entry in history(workspace, claim_id)] == [
        "Ben added review (decision: request changes), "
        "changed claim (status: in progress → changes requested). Why: Find the list.",
        f"{me} added comment (text: Sure?)",
        f"{me} revised rating (verdict: Supported → Refuted; confidence: High). Why: It was 22.",
        f"{me} added rating (verdict: Supported), "
        "changed claim (status: unstarted → in progress). Why: The bulletin says so.",
        f"{me} changed citation (stance: supports → refutes)",
        f"{me} added citation (evidence: The bulletin; stance: supports; "
        "credibility: Probably true)",
        f"{me} changed claim (tags: cyber; assignee: {me})",
        f"{me} added claim (statement: 70 sites; status: unstarted), "
        "added passage (quote: 70 sites; page: 1; anchoring: exact)",
    ]


def test_undoing_and_merging_are_told(workspace: Workspace) -> None:
    document = add_document(workspace)
    first = add_claim(workspace, document, "70 sites", 1)
    second = add_claim(workspace, document, "70 sites", 2)
    workspace.undo(workspace.do(WithdrawClaim(first)))
    workspace.do(MergeClaims(first, (second,)))
    me = workspace.actor.name
    merged, restored, withdrawn, *_ = map(str, history(workspace, first))
    assert merged == f"{me} moved passage"
    assert restored == f"{me} undid or redid: restored claim"
    assert withdrawn == f"{me} withdrew claim"
    assert str(history(workspace, second)[0]) == f"{me} withdrew claim"


def test_another_claims_history_is_not_told(workspace: Workspace) -> None:
    document = add_document(workspace)
    first = add_claim(workspace, document, "70 sites", 1)
    before = history(workspace, first)
    second = add_claim(workspace, document, "70 sites", 2)
    workspace.do(Assess(second, verdict="refuted"))
    assert history(workspace, first) == before
