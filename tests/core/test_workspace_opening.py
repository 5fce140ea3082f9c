"""Opening a case: what one has cost the next need not pay."""

from __future__ import annotations

from pathlib import Path

from factories import copy_of

from verifier import database
from verifier.queries import claims


def test_what_was_compiled_for_one_case_serves_the_next(ready_case: Path, tmp_path: Path) -> None:
    with copy_of(ready_case, tmp_path / "one.vcase") as one, one.reading() as session:
        assert claims.summaries(session, one.case_id) == ()
    before = set(database._compiled)
    with copy_of(ready_case, tmp_path / "two.vcase") as two, two.reading() as session:
        assert claims.summaries(session, two.case_id) == ()
    assert set(database._compiled) == before
