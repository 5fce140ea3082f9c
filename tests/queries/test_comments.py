"""What is told of remarks: whether they say what they said at first."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from verifier.actions.claims import AddClaim
from verifier.actions.reviews import AddComment, EditComment, ResolveComment, WithdrawComment
from verifier.errors import Conflict
from verifier.queries import reviews
from verifier.workspace import Workspace


def remark(workspace: Workspace) -> AddComment:
    claim = AddClaim("Prices doubled.")
    workspace.do(claim)
    action = AddComment(claim.id, "Which year?")
    workspace.do(action)
    return action


def is_edited(workspace: Workspace) -> bool:
    with workspace.reading() as session:
        return reviews.comments(session, workspace.case_id)[0].edited


def test_a_remark_is_edited_from_its_first_change_until_it_says_the_same_again(
    anywhere: Workspace,
) -> None:
    first = remark(anywhere)
    anywhere.do(ResolveComment(first.id))
    assert not is_edited(anywhere)
    anywhere.do(EditComment(first.id, "Which month?"))
    again = anywhere.do(EditComment(first.id, "Which week?"))
    assert is_edited(anywhere)
    anywhere.undo(again)
    assert is_edited(anywhere)
    anywhere.do(EditComment(first.id, "Which year?"))
    assert not is_edited(anywhere)
    with anywhere.reading() as session:
        former = reviews.former_words(session, anywhere.case_id)
    assert former == {first.id: {"Which year?", "Which month?", "Which week?"}}


def test_an_answered_remark_is_withdrawn_after_its_answer(anywhere: Workspace) -> None:
    first = remark(anywhere)
    answer = AddComment(first.claim_id, "2026.", parent_id=first.id)
    anywhere.do(answer)
    with pytest.raises(Conflict, match="has been answered"):
        anywhere.do(WithdrawComment(first.id))
    anywhere.do(WithdrawComment(answer.id))
    anywhere.do(WithdrawComment(first.id))
    with anywhere.reading() as session:
        assert reviews.comments(session, anywhere.case_id) == ()
        gone = reviews.withdrawn_comments(session, anywhere.case_id)
    assert [row.text for row in gone] == ["Which year?", "2026."]


def test_each_remark_is_looked_up_in_the_trail_by_its_id(workspace: Workspace) -> None:
    """To walk the trail for each took twenty seconds for five thousand remarks."""
    remark(workspace)
    with workspace.reading() as session:
        statement = reviews._comments._make(case_id=workspace.case_id, claim_id=None)
        bind = session.connection()
        asked = statement.compile(bind, compile_kwargs={"literal_binds": True})
        plan = [row.detail for row in session.execute(text(f"EXPLAIN QUERY PLAN {asked}"))]
    assert any("audit_events" in step and "entity_id=?" in step for step in plan), plan
