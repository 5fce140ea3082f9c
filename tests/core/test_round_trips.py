"""What a server is asked, and how often somebody waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from factories import OWNER, join
from slow_network import Network
from sqlalchemy import text

from verifier import database
from verifier.actions.assessments import Assess
from verifier.actions.base import Ledger
from verifier.actions.claims import AddClaim, EditClaim
from verifier.errors import Conflict, NotFound
from verifier.queries import audit, case, claims
from verifier.queries.integrity import problems
from verifier.queries.rows import together
from verifier.ui.inspector.data import read_claim
from verifier.workspace import Workspace


@pytest.fixture
def far(network: Network) -> Iterator[Workspace]:
    """A case with a claim on a server, over the network that counts."""
    with Workspace.create(network.address, title="Prices", person=OWNER) as made:
        made.do(AddClaim("Prices doubled."))
        yield made


@pytest.fixture
def claim_id(far: Workspace) -> str:
    """The claim of the case."""
    with far.reading() as session:
        return claims.claim(session, far.case_id, "C1").id


def trips(network: Network, step: Callable[[], object]) -> int:
    """How often a step waits for the server.

    That is so far off that its answer to the first half of what is sent at once cannot come before
    the second half has gone: it would look like another question.
    """
    network.slow(100)
    before = network.round_trips
    step()
    made = network.round_trips - before
    network.slow(0)
    return made


def test_a_question_takes_one_round_trip(far: Workspace, network: Network) -> None:
    def ask() -> None:
        with far.reading() as session:
            case.case_row(session, far.case_id)

    ask()
    # The end of the reading is sent off and not waited for: it is another word on the line.
    assert trips(network, ask) <= 3


def test_questions_that_do_not_build_on_each_other_take_one_round_trip(
    far: Workspace, network: Network
) -> None:
    with far.reading() as session:
        case.case_row(session, far.case_id)
        asks: list[Callable[[], Any]] = [
            partial(ask, session, far.case_id)
            for ask in (case.people, claims.claim_rows, claims.assessments, audit.trail)
        ]
        assert trips(network, lambda: together(session, *asks)) == 1


def test_a_claim_is_read_in_two_round_trips(
    far: Workspace, claim_id: str, network: Network
) -> None:
    with far.reading() as session:
        case.case_row(session, far.case_id)
        assert trips(network, lambda: read_claim(session, far.case_id, claim_id)) == 2


def test_together_is_answered_what_is_answered_one_by_one(far: Workspace, claim_id: str) -> None:
    far.do(Assess(claim_id, "supported", "high", reason="It says so."))
    with far.reading() as session:
        asks: list[Callable[[], Any]] = [
            partial(ask, session, far.case_id)
            for ask in (case.people, claims.summaries, claims.assessments, audit.trail)
        ]
        assert together(session, *asks) == [ask() for ask in asks]
        assert together(session, *asks[:2], partial(together, session, *asks[2:]))[2] == [
            ask() for ask in asks[2:]
        ]


def test_what_one_of_several_questions_stumbles_over_is_raised(far: Workspace) -> None:
    with far.reading() as session:
        asks: list[Callable[[], Any]] = [
            partial(case.people, session, far.case_id),
            partial(claims.claim, session, far.case_id, "C99"),
        ]
        with pytest.raises(NotFound):
            together(session, *asks)
        assert len(case.people(session, far.case_id)) == 1


def test_a_rating_is_written_in_three_round_trips(
    far: Workspace, claim_id: str, network: Network
) -> None:
    far.do(Assess(claim_id, "supported", "high", reason="It says so."))
    with far.reading() as session:
        case.case_row(session, far.case_id)
    rating = Assess(claim_id, "refuted", "high", reason="It says otherwise.")
    ended = 1
    """The reading's end, whose answer is taken first."""
    assert trips(network, lambda: far.do(rating)) <= 3 + ended
    with far.reading() as session:
        assert not list(problems(session, far.case_id))


def test_one_moment_shows_nothing_of_others_until_one_changes_something(far: Workspace) -> None:
    def lines() -> int:
        with far.reading() as session:
            return len(claims.claim_rows(session, far.case_id))

    with join(far, "Ben Okoye") as ben, far.one_moment():
        assert lines() == 1
        ben.do(AddClaim("Wages rose."))
        assert lines() == 1
        far.do(AddClaim("Rents fell."))
        assert lines() == 3
    assert lines() == 3


def test_what_was_read_ahead_is_not_asked_again(
    far: Workspace, claim_id: str, network: Network
) -> None:
    def read() -> None:
        with far.reading() as session:
            read_claim(session, far.case_id, claim_id)

    with far.one_moment():
        far.read_ahead([partial(read_claim, claim_id=claim_id), case.people])
        assert trips(network, read) == 0


def test_a_row_that_is_not_as_it_was_read_is_not_written_over(
    far: Workspace, claim_id: str
) -> None:
    """Nobody should get past the lock of a case; if somebody does, the server refuses."""

    class Overtaken(EditClaim):
        def do(self, ledger: Ledger) -> None:
            super().do(ledger)
            with engine.begin() as other:
                other.execute(text("UPDATE claims SET version = version + 1"))

    engine = database.engine_for(far.location)
    before = len(_trail(far))
    with pytest.raises(Conflict, match="changed the same thing"):
        far.do(Overtaken(claim_id, {"statement": "Prices fell."}))
    engine.dispose()
    assert len(_trail(far)) == before
    with far.reading() as session:
        assert claims.claim(session, far.case_id, claim_id).statement == "Prices doubled."


def _trail(workspace: Workspace) -> tuple[object, ...]:
    with workspace.reading() as session:
        return tuple(audit.trail(session, workspace.case_id))
