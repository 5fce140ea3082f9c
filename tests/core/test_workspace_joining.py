"""Who opens a case only to read it leaves no trace in it."""

from __future__ import annotations

from pathlib import Path

from factories import add_document

from verifier.queries import case
from verifier.workspace import Workspace


def people(workspace: Workspace) -> list[str]:
    with workspace.reading() as session:
        return [person.name for person in case.people(session, workspace.case_id)]


def test_reading_a_case_changes_nothing_in_it(workspace: Workspace) -> None:
    before = Path(workspace.location).read_bytes()
    with Workspace.open(workspace.location, person="A passer-by") as reader:
        assert "A passer-by" not in people(reader)
    assert Path(workspace.location).read_bytes() == before


def test_the_first_change_lets_a_newcomer_join(workspace: Workspace) -> None:
    with Workspace.open(workspace.location, person="Ben") as newcomer:
        add_document(newcomer)
        assert "Ben" in people(newcomer)


def test_two_newcomers_of_one_name_are_one_person(workspace: Workspace) -> None:
    with (
        Workspace.open(workspace.location, person="Ben") as first,
        Workspace.open(workspace.location, person="Ben") as second,
    ):
        first.join()
        second.join()
        assert first.actor == second.actor
        assert people(first).count("Ben") == 1
