"""Questions that are asked with more ids than a database takes parameters."""

from __future__ import annotations

from factories import add_claim, add_document

from verifier.ids import new_id
from verifier.queries import claims
from verifier.workspace import Workspace


def test_the_claims_of_any_number_of_rows_are_found(workspace: Workspace) -> None:
    document = add_document(workspace, "Prices rose.")
    claim_id = add_claim(workspace, document, "Prices rose.")
    others = [new_id() for _ in range(33_000)]
    with workspace.reading() as session:
        highlight = claims.highlights(session, workspace.case_id, claim_id=claim_id)[0]
        found = claims.claims_of(session, workspace.case_id, [*others, highlight.id])
    assert found == {claim_id}
