"""What a document is called when it is taken in."""

from __future__ import annotations

import pytest

from verifier.actions.documents import title_of


@pytest.mark.parametrize(
    "title", ["", "  ", "88300 162..177", "Untitled", "Microsoft Word - draft3.doc", "-"]
)
def test_a_title_that_nobody_wrote_gives_way_to_the_file_name(title: str) -> None:
    assert title_of({"title": title}, "shift-work.pdf") == "shift-work.pdf"


@pytest.mark.parametrize("title", ["Shift work  interventions", "Звіт", "رقم واحد"])
def test_a_title_somebody_wrote_is_the_document_s(title: str) -> None:
    assert title_of({"title": title}, "a.pdf") == " ".join(title.split())
