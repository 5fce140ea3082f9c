"""Many claims by single keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from window_driving import Bench

from verifier.actions.base import Batch
from verifier.actions.claims import AddClaim
from verifier.queries.claims import ClaimRow
from verifier.workspace import Workspace

ALT = Qt.KeyboardModifier.AltModifier


def with_claims(bench: Bench) -> None:
    bench.new_case()
    claims = tuple(AddClaim(words, details={"priority": at}) for at, words in enumerate("ABC"))
    assert bench.shell.do(Batch("add claims", claims))
    bench.window.setFocus()


def chosen(bench: Bench) -> ClaimRow:
    line = bench.shell.claims.get(bench.shell.selection)
    assert line is not None
    return line.claim


def test_n_goes_through_what_is_left_by_priority(bench: Bench) -> None:
    with_claims(bench)
    seen = []
    for verdict in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_4):
        bench.key(Qt.Key.Key_N)
        seen.append(chosen(bench).statement)
        bench.key(verdict)
    assert seen == ["C", "B", "A"]
    verdicts = [line.assessment.verdict for line in bench.claims if line.assessment]
    assert verdicts == ["refuted", "supported_imprecise", "supported"]
    bench.key(Qt.Key.Key_N)
    assert "Nothing is left" in bench.told


def test_each_field_has_its_key(bench: Bench) -> None:
    with_claims(bench)
    bench.key(Qt.Key.Key_N)
    bench.key(Qt.Key.Key_3, ALT)
    bench.key(Qt.Key.Key_W)
    bench.key(Qt.Key.Key_W)
    bench.key(Qt.Key.Key_P)
    bench.key(Qt.Key.Key_A)
    claim = chosen(bench)
    assert (claim.worth, claim.priority, claim.assignee_id) == ("partly", 3, bench.shell.actor.id)
    line = bench.shell.claims.get(claim.id)
    assert line is not None
    assert line.assessment is not None
    assert line.assessment.confidence == "high"
    bench.key(Qt.Key.Key_X)
    assert chosen(bench).status == "dropped"
    bench.key(Qt.Key.Key_X)
    assert chosen(bench).status == "in_progress"


def test_the_menu_names_the_levels_of_the_scale(bench: Bench) -> None:
    with_claims(bench)
    assert bench.window.actions_of["rate.verdict1"].text() == "Verdict: Supported"
    assert not bench.window.actions_of["rate.verdict9"].isVisible()


def test_the_first_thing_a_newcomer_does_may_be_to_take_a_claim(bench: Bench) -> None:
    path = bench.folder / "prices.vcase"
    with Workspace.create(path, title="Prices", person="Ben Okoye") as made:
        claim = AddClaim("Prices doubled.")
        made.do(claim)
    assert bench.shell.open(path)
    bench.shell.select(claim.id)
    bench.window.controllers.rating.turn_assignee()
    assert bench.told == ""
    assert bench.claims[0].claim.assignee_id == bench.shell.actor.id
    assert bench.shell.actor.id
    names = bench.window.desk.table.model.names.people
    assert names[bench.shell.actor.id] == bench.shell.actor.name


def test_a_newcomer_is_among_the_people_with_their_first_change(bench: Bench) -> None:
    path = bench.folder / "prices.vcase"
    with Workspace.create(path, title="Prices", person="Ben Okoye"):
        pass
    assert bench.shell.open(path)
    assert bench.shell.do(AddClaim("Prices doubled."))
    names = bench.window.desk.table.model.names.people
    assert names[bench.shell.actor.id] == bench.shell.actor.name
