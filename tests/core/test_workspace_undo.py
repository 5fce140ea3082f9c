"""Doing, undoing and redoing in an open case."""

from __future__ import annotations

import pytest
from factories import Imported, add_claim, add_document, claim_at, join, read_text, state_of

from verifier.actions.assessments import Assess
from verifier.actions.base import Batch
from verifier.actions.claims import AddHighlight, EditClaim, RelateClaims, WithdrawClaim
from verifier.actions.documents import ImportDocument
from verifier.actions.evidence import (
    AddEvidence,
    AddSource,
    Cite,
    CiteSource,
    WithdrawEvidence,
)
from verifier.actions.people import SetRole
from verifier.actions.reviews import ReviewClaim
from verifier.actions.splitting import MergeClaims
from verifier.errors import Conflict, Invalid, NotAllowed
from verifier.queries import audit, claims
from verifier.queries.integrity import problems
from verifier.states import Decision, EvidenceKind, Relation, Role, Stance
from verifier.workspace import Workspace


def test_undoing_several_changes_of_one_claim_goes_back_step_by_step(anywhere: Workspace) -> None:
    document = add_document(anywhere)
    states = [state_of(anywhere)]
    done = []
    adding = claim_at(document, "70 sites")
    for action in (
        adding,
        EditClaim(adding.id, {"statement": "once"}),
        EditClaim(adding.id, {"statement": "twice", "tags": ("a", "b")}),
        Assess(adding.id, verdict="refuted"),
    ):
        done.append(anywhere.do(action))
        states.append(state_of(anywhere))
    undone = []
    for number in (3, 2, 1, 0):
        undone.append(anywhere.undo(done[number]))
        assert state_of(anywhere) == states[number]
    for number, entry in enumerate(reversed(undone), 1):
        anywhere.undo(entry)
        assert state_of(anywhere) == states[number]


def test_undoing_a_removal_brings_back_the_same_rows(workspace: Workspace) -> None:
    document = add_document(workspace)
    claim_id = add_claim(workspace, document, "70 sites")
    before = state_of(workspace)
    removed = workspace.do(WithdrawClaim(claim_id))
    with workspace.reading() as session:
        assert claims.highlights(session, workspace.case_id) == ()
    workspace.undo(removed)
    assert state_of(workspace) == before


def test_undo_refuses_when_another_editor_changed_the_claim(anywhere: Workspace) -> None:
    document = add_document(anywhere)
    adding = claim_at(document, "70 sites")
    added = anywhere.do(adding)
    with join(anywhere, "Ben") as other:
        other.do(EditClaim(adding.id, {"note": "mine"}))
    before = state_of(anywhere)
    with pytest.raises(Conflict, match="changed since"):
        anywhere.undo(added)
    assert state_of(anywhere) == before


def test_an_item_and_a_source_that_somebody_else_stands_on_are_not_undone(
    anywhere: Workspace,
) -> None:
    claim_id = add_claim(anywhere, add_document(anywhere), "70 sites")
    source, item = AddSource({"title": "The agency"}), AddEvidence(EvidenceKind.FILE)
    sourced, added = anywhere.do(source), anywhere.do(item)
    with join(anywhere, "Ben") as other:
        other.do(Cite(claim_id, item.id, Stance.SUPPORTS))
        other.do(CiteSource(claim_id, source.id, Stance.REFUTES))
    before = state_of(anywhere)
    with pytest.raises(Invalid, match="a claim rests on this item"):
        anywhere.undo(added)
    with pytest.raises(Invalid, match="This source has evidence in the case"):
        anywhere.undo(sourced)
    assert state_of(anywhere) == before


def test_a_document_in_which_somebody_else_has_marked_a_passage_is_not_undone(
    anywhere: Workspace,
) -> None:
    text = "Officials spoke of 70 sites.\n"
    action = ImportDocument(read_text(text), text.encode(), "report.txt")
    imported = anywhere.do(action)
    document = Imported(action.id, action.edition_id, text)
    with join(anywhere, "Ben") as other:
        marked = claim_at(document, "70 sites")
        other.do(marked)
        with pytest.raises(Conflict, match="C1 has a passage in this edition"):
            anywhere.undo(imported)
        other.do(WithdrawClaim(marked.id))
    anywhere.undo(imported)


def test_what_was_taken_away_is_not_taken_away_again_once_it_is_used(anywhere: Workspace) -> None:
    claim_id = add_claim(anywhere, add_document(anywhere), "70 sites")
    item = AddEvidence(EvidenceKind.FILE)
    anywhere.do(item)
    brought_back = anywhere.undo(anywhere.do(WithdrawEvidence(item.id)))
    cited = anywhere.do(Cite(claim_id, item.id, Stance.SUPPORTS))
    with pytest.raises(Invalid, match="a claim rests on this item"):
        anywhere.undo(brought_back)
    anywhere.undo(cited)
    anywhere.undo(brought_back)


def test_an_item_goes_with_its_only_citation_when_both_were_one_step(anywhere: Workspace) -> None:
    claim_id = add_claim(anywhere, add_document(anywhere), "70 sites")
    source = AddSource({"title": "The agency"})
    before = state_of(anywhere)
    both = Batch("cite", (source, CiteSource(claim_id, source.id, Stance.SUPPORTS)))
    undone = anywhere.undo(anywhere.do(both))
    assert state_of(anywhere) == before
    anywhere.undo(undone)


def test_redo_refuses_when_another_editor_changed_the_claim(anywhere: Workspace) -> None:
    document = add_document(anywhere)
    claim_id = add_claim(anywhere, document, "70 sites")
    undone = anywhere.undo(anywhere.do(EditClaim(claim_id, {"statement": "mine"})))
    with join(anywhere, "Ben") as other:
        other.do(EditClaim(claim_id, {"statement": "theirs"}))
    with pytest.raises(Conflict):
        anywhere.undo(undone)


def test_a_relation_of_an_approved_claim_can_be_undone_as_it_can_be_made(
    workspace: Workspace,
) -> None:
    document = add_document(workspace)
    approved, other = (add_claim(workspace, document, "70 sites") for _ in range(2))
    workspace.do(ReviewClaim(approved, Decision.APPROVE))
    before = state_of(workspace)
    undone = workspace.undo(workspace.do(RelateClaims(approved, other, Relation.REPEATS)))
    assert state_of(workspace) == before
    assert workspace.undo(undone).steps


def test_undo_does_not_get_round_an_approval(anywhere: Workspace) -> None:
    document = add_document(anywhere)
    with join(anywhere, "Ben") as checker:
        claim_id = add_claim(checker, document, "70 sites")
        rated = checker.do(Assess(claim_id, verdict="refuted"))
        another = claim_at(document, "70 sites", 2).passages[0]
        marked = checker.do(AddHighlight(claim_id, another))
        anywhere.do(ReviewClaim(claim_id, Decision.APPROVE))
        with pytest.raises(NotAllowed, match="locked"):
            checker.undo(marked)
        with pytest.raises(Conflict):
            checker.undo(rated)
        with pytest.raises(NotAllowed, match="locked"):
            checker.do(ReviewClaim(claim_id, Decision.SUBMIT))


def test_undo_does_not_get_round_a_role_that_was_taken_away(anywhere: Workspace) -> None:
    claim_id = add_claim(anywhere, add_document(anywhere), "70 sites")
    with join(anywhere, "Ben", Role.OWNER) as other:
        with join(anywhere, "Carla") as carla:
            carla.do(Assess(claim_id, verdict="refuted"))
            promoted = anywhere.do(SetRole(carla.actor.id, Role.EDITOR))
        approved = anywhere.do(ReviewClaim(claim_id, Decision.APPROVE))
        other.do(SetRole(anywhere.actor.id, Role.CHECKER))
        before = state_of(anywhere)
        for done in (promoted, approved):
            with pytest.raises(NotAllowed, match="is a checker in this case"):
                anywhere.undo(done)
        assert state_of(anywhere) == before
        other.do(SetRole(anywhere.actor.id, Role.EDITOR))
    anywhere.undo(approved)


def test_an_approval_can_itself_be_undone(workspace: Workspace) -> None:
    document = add_document(workspace)
    claim_id = add_claim(workspace, document, "70 sites")
    before = state_of(workspace)
    both = Batch(
        "rate and approve",
        (Assess(claim_id, verdict="refuted"), ReviewClaim(claim_id, Decision.APPROVE)),
    )
    done = workspace.do(both)
    after = state_of(workspace)
    undone = workspace.undo(done)
    assert state_of(workspace) == before
    workspace.undo(undone)
    assert state_of(workspace) == after


def test_a_role_counts_as_it_is_now_not_as_it_was_at_opening(anywhere: Workspace) -> None:
    document = add_document(anywhere)
    claim_id = add_claim(anywhere, document, "70 sites")
    with join(anywhere, "Ben", Role.EDITOR) as editor:
        anywhere.do(SetRole(editor.actor.id, Role.CHECKER))
        with pytest.raises(NotAllowed, match="checker"):
            editor.do(ReviewClaim(claim_id, Decision.APPROVE))


def test_a_batch_that_fails_in_the_middle_leaves_nothing(anywhere: Workspace) -> None:
    document = add_document(anywhere)
    before = state_of(anywhere)
    with pytest.raises(Exception, match="needs a statement"):
        anywhere.do(
            Batch("two", (claim_at(document, "70 sites"), EditClaim("x", {"statement": " "})))
        )
    assert state_of(anywhere) == before


def test_the_change_names_the_kinds_and_the_rows(workspace: Workspace) -> None:
    document = add_document(workspace)
    action = claim_at(document, "70 sites")
    change = workspace.do(action).change
    assert change.kinds == {"Claim", "Highlight"}
    assert change.ids == {action.id, action.passages[0].id}


def test_both_claims_are_told_of_what_moves_between_them_and_back(workspace: Workspace) -> None:
    document = add_document(workspace)
    kept, gone = claim_at(document, "70 sites"), claim_at(document, "70 sites")
    workspace.do(kept)
    workspace.do(gone)
    merged = workspace.do(MergeClaims(kept.id, (gone.id,)))
    assert {kept.id, gone.id} <= merged.change.ids | merged.change.claims
    undone = workspace.undo(merged)
    assert {kept.id, gone.id} <= undone.change.ids | undone.change.claims


def test_what_changes_nothing_leaves_no_entry(workspace: Workspace) -> None:
    document = add_document(workspace)
    claim_id = add_claim(workspace, document, "70 sites")
    with workspace.reading() as session:
        before = len(audit.trail(session, workspace.case_id))
    done = workspace.do(EditClaim(claim_id, {"statement": "70 sites", "tags": ()}))
    assert done.steps == ()
    workspace.undo(done)
    with workspace.reading() as session:
        assert len(audit.trail(session, workspace.case_id)) == before
        assert list(problems(session, workspace.case_id)) == []


def test_what_was_typed_in_several_breaths_is_undone_and_done_again_as_one(
    anywhere: Workspace,
) -> None:
    claim_id = add_claim(anywhere, add_document(anywhere), "70 sites")
    before = state_of(anywhere)
    typed = anywhere.do(EditClaim(claim_id, {"statement": "once"}))
    for words in ("once upon", "once upon a time"):
        later = typed.with_later(anywhere.do(EditClaim(claim_id, {"statement": words})))
        assert later is not None
        typed = later
    after = state_of(anywhere)
    assert not typed.is_nothing
    undone = anywhere.undo(typed)
    assert state_of(anywhere) == before
    anywhere.undo(undone)
    assert state_of(anywhere) == after


def test_a_rating_and_its_first_words_are_undone_as_one(workspace: Workspace) -> None:
    claim_id = add_claim(workspace, add_document(workspace), "70 sites")
    before = state_of(workspace)
    rated = workspace.do(Assess(claim_id, reason="The"))
    typed = rated.with_later(workspace.do(Assess(claim_id, reason="The log says 7.")))
    assert typed is not None
    assert not typed.is_nothing
    workspace.undo(typed)
    assert state_of(workspace) == before


def test_typing_that_is_taken_back_comes_to_nothing(workspace: Workspace) -> None:
    claim_id = add_claim(workspace, add_document(workspace), "70 sites")
    typed = workspace.do(EditClaim(claim_id, {"statement": "once", "note": "why"}))
    back = workspace.do(EditClaim(claim_id, {"statement": "70 sites", "note": ""}))
    both = typed.with_later(back)
    assert both is not None
    assert both.is_nothing
    assert not typed.is_nothing


def test_typing_is_not_one_with_what_somebody_else_changed_in_between(anywhere: Workspace) -> None:
    claim_id = add_claim(anywhere, add_document(anywhere), "70 sites")
    mine = anywhere.do(EditClaim(claim_id, {"statement": "once"}))
    with join(anywhere, "Ben") as other:
        other.do(EditClaim(claim_id, {"statement": "his"}))
    later = anywhere.do(EditClaim(claim_id, {"statement": "once more"}))
    assert mine.with_later(later) is None
    anywhere.undo(later)
    with pytest.raises(Conflict, match="changed since"):
        anywhere.undo(mine)
