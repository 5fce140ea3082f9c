"""Documents leave the case and come back; nothing that stands on them is lost or shown half."""

from __future__ import annotations

import pytest
from factories import add_claim, add_document

from verifier.actions.assessments import Assess
from verifier.actions.documents import RemoveDocument, RestoreDocument
from verifier.actions.reviews import ReviewClaim
from verifier.errors import Conflict, NotAllowed, NotFound
from verifier.queries import claims, documents
from verifier.queries.removed import claims_in, removed
from verifier.states import Decision
from verifier.workspace import Workspace


def quotes(workspace: Workspace) -> list[str]:
    with workspace.reading() as session:
        found = claims.summaries(session, workspace.case_id)
    return [each.quote for line in found for each in line.highlights]


def test_the_passages_of_a_removed_document_go_and_come_with_it(anywhere: Workspace) -> None:
    document = add_document(anywhere)
    add_claim(anywhere, document, "70 sites")
    done = anywhere.do(RemoveDocument(document.id))
    assert quotes(anywhere) == []
    with anywhere.reading() as session:
        (row,) = removed(session, anywhere.case_id)
        assert claims_in(session, anywhere.case_id, document.id) == 1
    assert (row.number, row.title, row.claims) == (1, "report.txt", 1)
    anywhere.do(RestoreDocument(document.id))
    assert quotes(anywhere) == ["70 sites"]
    with pytest.raises(Conflict):
        anywhere.undo(done)


def test_an_approved_claim_keeps_its_document(workspace: Workspace) -> None:
    document = add_document(workspace)
    claim_id = add_claim(workspace, document, "70 sites")
    workspace.do(Assess(claim_id, "supported", "high", reason="Two sources."))
    workspace.do(ReviewClaim(claim_id, Decision.SUBMIT))
    workspace.do(ReviewClaim(claim_id, Decision.APPROVE))
    with pytest.raises(NotAllowed, match="C1 is approved"):
        workspace.do(RemoveDocument(document.id))
    workspace.do(ReviewClaim(claim_id, Decision.REOPEN))
    workspace.do(RemoveDocument(document.id))


def test_a_document_that_was_imported_anew_is_not_restored_beside_its_twin(
    workspace: Workspace,
) -> None:
    first = add_document(workspace)
    workspace.do(RemoveDocument(first.id))
    again = add_document(workspace)
    with pytest.raises(Conflict, match="is in this case again"):
        workspace.do(RestoreDocument(first.id))
    workspace.do(RemoveDocument(again.id))
    workspace.do(RestoreDocument(first.id))
    with workspace.reading() as session:
        (row,) = documents.documents(session, workspace.case_id)
    assert row.id == first.id
    with pytest.raises(NotFound):
        workspace.do(RestoreDocument("nothing"))
