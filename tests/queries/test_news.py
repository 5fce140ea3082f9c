"""What others did since one looked last: theirs and nothing of one's own."""

from __future__ import annotations

from factories import OWNER, join

from verifier.actions.claims import AddClaim, EditClaim, WithdrawClaim
from verifier.queries.news import News, news
from verifier.workspace import Workspace, cases_on


def since(workspace: Workspace, after: int) -> News:
    """The news of a workspace."""
    with workspace.reading() as session:
        return news(session, workspace.case_id, after=after, own=workspace.own_events)


def test_one_hears_of_others_and_not_of_oneself(anywhere: Workspace) -> None:
    with join(anywhere, "Ann") as ann:
        ann.do(AddClaim("Hers, before one looks"))
        before = since(anywhere, 0).upto
        anywhere.do(AddClaim("Mine"))
        theirs = AddClaim("Hers")
        ann.do(theirs)
        anywhere.undo(anywhere.do(AddClaim("Mine again")))
        heard = since(anywhere, before)
        assert heard.kinds == {"Claim"}
        assert heard.ids == {theirs.id}
        assert heard.people == ("Ann",)
        assert since(anywhere, heard.upto) == News(heard.upto)


def test_who_came_last_stands_at_the_end(anywhere: Workspace) -> None:
    with join(anywhere, "Ann") as ann, join(anywhere, "Ben") as ben:
        claim = AddClaim("Theirs")
        ann.do(claim)
        before = since(anywhere, 0).upto
        ben.do(EditClaim(claim.id, {"statement": "Theirs."}))
        ann.do(EditClaim(claim.id, {"statement": "Theirs, both."}))
        ben.do(WithdrawClaim(claim.id))
        assert since(anywhere, before).people == ("Ann", "Ben")


def test_a_case_knows_with_which_event_it_was_opened(anywhere: Workspace) -> None:
    anywhere.do(AddClaim("Before"))
    with Workspace.open(anywhere.address, person=OWNER) as again:
        assert again.case_id == anywhere.case_id
        assert since(again, again.began_after).ids == frozenset()
        anywhere.do(AddClaim("After"))
        assert len(since(again, again.began_after).ids) == 1


def test_the_cases_of_a_server_are_listed(postgresql: str) -> None:
    with Workspace.create(postgresql, title="Z last of all", person=OWNER) as made:
        assert (made.case_id, "Z last of all") in cases_on(postgresql)
