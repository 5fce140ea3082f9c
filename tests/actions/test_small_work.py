"""What is done to one claim reads that claim's rows, however many there are of others."""

from __future__ import annotations

from typing import Any

from factories import add_claim, add_document
from sqlalchemy import event

from verifier.actions.assessments import Assess
from verifier.actions.base import Action
from verifier.actions.claims import EditClaim
from verifier.actions.reviews import AddComment
from verifier.workspace import Workspace


def ways(workspace: Workspace, action: Action) -> dict[str, list[str]]:
    """How SQLite finds the rows of each statement that an action runs."""
    found: dict[str, list[str]] = {}

    def look(connection: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
        if statement.startswith(("SELECT", "UPDATE")):
            driver = connection.connection.driver_connection
            plan = driver.execute(f"EXPLAIN QUERY PLAN {statement}", values).fetchall()
            found[statement] = [step for *_, step in plan]

    event.listen(workspace._engine, "before_cursor_execute", look)
    try:
        workspace.do(action)
    finally:
        event.remove(workspace._engine, "before_cursor_execute", look)
    return found


def test_nothing_done_to_a_claim_looks_through_what_its_person_did_to_others(
    workspace: Workspace,
) -> None:
    claim_id = add_claim(workspace, add_document(workspace), "70 sites")
    workspace.do(Assess(claim_id, "mixed"))
    for action in (
        Assess(claim_id, "supported", reason="Both agree."),
        AddComment(claim_id, "Well?"),
        EditClaim(claim_id, {"note": "Look again."}),
    ):
        for statement, steps in ways(workspace, action).items():
            wide = [s for s in steps if s.startswith("SCAN ") or "person_id" in s]
            assert not wide, statement
