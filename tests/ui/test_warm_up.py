"""What is rehearsed beside the start view is put together by the time a case is opened."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from factories import OWNER, add_document
from sqlalchemy.util import LRUCache

from verifier import database
from verifier.queries.case import case_row
from verifier.queries.claims import count
from verifier.queries.documents import documents
from verifier.ui.pages_of import read_content
from verifier.ui.warm_up import warm_up
from verifier.workspace import Workspace


def test_opening_a_case_at_its_first_document_compiles_nothing_new(
    case_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Workspace.open(case_file, person=OWNER) as workspace:
        add_document(workspace)
    compiled: LRUCache[Any, Any] = LRUCache(1000)
    monkeypatch.setattr(database, "_compiled", compiled)
    warm_up(lambda *_: None, lambda: False)
    known = set(compiled)
    assert known
    with Workspace.open(case_file, person=OWNER) as workspace, workspace.reading() as session:
        case_id = workspace.case_id
        case_row(session, case_id)
        count(session, case_id)
        (row,) = documents(session, case_id)
        assert read_content(session, case_id, row.id).text
    assert set(compiled) == known
