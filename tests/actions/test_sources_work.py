"""Merging duplicate sources, finding them, and importing references."""

from __future__ import annotations

import pytest
from factories import state_of

from verifier.actions.base import Batch
from verifier.actions.evidence import AddEvidence, AddSource, EditSource, WithdrawSource
from verifier.actions.merging import MergeSources
from verifier.errors import Invalid
from verifier.exchange.sources import plan_sources
from verifier.queries import evidence
from verifier.queries.duplicates import source_duplicates
from verifier.queries.evidence import SourceRow
from verifier.references.parsing import parse_references
from verifier.states import EvidenceKind
from verifier.text.likeness import alike, same_page
from verifier.workspace import Workspace


def add(workspace: Workspace, **details: str) -> str:
    action = AddSource(details)
    workspace.do(action)
    return action.id


def sources(workspace: Workspace) -> dict[str, SourceRow]:
    with workspace.reading() as session:
        return {row.id: row for row in evidence.sources(session, workspace.case_id)}


def test_merging_keeps_evidence_and_fills_gaps(workspace: Workspace) -> None:
    publisher = add(workspace, publisher="The agency")
    kept = add(workspace, title="Sites down", reliability="B")
    double = add(
        workspace,
        title="Sites down!",
        url="https://e.org/x",
        reliability="A",
        reliability_reason="Always right",
        parent_id=publisher,
    )
    item = AddEvidence(EvidenceKind.LINK, {"title": "x"}, double)
    workspace.do(item)
    before = state_of(workspace)
    done = workspace.do(MergeSources(kept, (double,)))
    assert set(sources(workspace)) == {publisher, kept}
    row = sources(workspace)[kept]
    assert (row.title, row.url) == ("Sites down", "https://e.org/x")
    assert (row.reliability, row.reliability_reason) == ("B", "")
    with workspace.reading() as session:
        (found,) = evidence.evidence(session, workspace.case_id)
    assert found.source_id == kept
    workspace.undo(done)
    assert state_of(workspace) == before


def test_a_publication_may_be_merged_with_its_own_parent(workspace: Workspace) -> None:
    parent = add(workspace, publisher="The agency")
    child = add(workspace, publisher="Agency, The", parent_id=parent)
    workspace.do(MergeSources(child, (parent,)))
    assert sources(workspace)[child].parent_id is None


def test_a_publication_merged_with_what_its_parent_belongs_to_leaves_no_circle(
    workspace: Workspace,
) -> None:
    holding = add(workspace, publisher="The holding")
    agency = add(workspace, publisher="The agency", parent_id=holding)
    other = add(workspace, publisher="Another agency", parent_id=holding)
    bulletin = add(workspace, title="Bulletin", parent_id=agency)
    before = state_of(workspace)
    done = workspace.do(MergeSources(bulletin, (holding,)))
    merged = sources(workspace)
    assert [merged[each].parent_id for each in (bulletin, agency, other)] == [
        agency,
        None,
        bulletin,
    ]
    workspace.undo(done)
    assert state_of(workspace) == before
    workspace.do(MergeSources(bulletin, (holding,)))
    add(workspace, title="Issue 3", parent_id=bulletin)


def test_a_merged_source_is_not_merged_again(workspace: Workspace) -> None:
    first, second = add(workspace, title="One"), add(workspace, title="Two")
    workspace.do(MergeSources(first, (second,)))
    with pytest.raises(Invalid, match="merged already"):
        workspace.do(MergeSources(first, (second,)))
    with pytest.raises(Invalid, match="merged with others"):
        workspace.do(MergeSources(first, (first,)))


def test_duplicates_are_suspected_by_link_and_title(workspace: Workspace) -> None:
    url = add(workspace, title="One", url="https://www.example.org/a/?utm_source=x")
    same_url = add(workspace, title="Another", url="http://example.org/a")
    title = add(workspace, title="Ukraine websites down after cyberattack", published="2022-01-14")
    same_title = add(workspace, title="Ukraine: websites down after cyber attack")
    add(workspace, title="Ukraine websites down after cyberattack", published="2021-01-14")
    with workspace.reading() as session:
        found = source_duplicates(session, workspace.case_id)
    pairs = {(each.first.id, each.second.id): each.why for each in found}
    assert pairs[url, same_url] == "url"
    assert pairs[title, same_title] == "title"
    assert found[0].likeness == 100
    assert all(len({row.published for row in (f.first, f.second)} - {""}) < 2 for f in found)


def test_imported_references_become_sources_once(workspace: Workspace) -> None:
    items = parse_references(
        b"A page https://example.org/a\nhttps://www.example.org/a/\n10.1234/x\n10.1234/X", "x"
    )
    plan = plan_sources(workspace, items)
    assert (len(plan.added), len(plan.known)) == (2, 2)
    done = workspace.do(plan.action)
    assert {row.url for row in sources(workspace).values()} == {
        "https://example.org/a",
        "https://doi.org/10.1234/x",
    }
    assert plan_sources(workspace, items).added == ()
    workspace.undo(done)
    assert sources(workspace) == {}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("https://www.example.org/a/", "http://EXAMPLE.org/a"),
        ("https://example.org/a?id=1&fbclid=2", "https://example.org:443/a?id=1#top"),
    ],
)
def test_links_to_one_page_are_the_same(first: str, second: str) -> None:
    assert same_page(first) == same_page(second)


def test_links_to_other_pages_are_not(workspace: Workspace) -> None:
    links = ["https://e.org/a?id=1", "https://e.org/a?id=2", "https://e.org/b", "http://[bad", ""]
    assert len({same_page(link) for link in links}) == len(links)


def test_short_titles_are_alike_only_when_equal() -> None:
    assert alike(["Report 1", "Report 2", "report 1.", ""]) == [(0, 2, 100.0)]


def test_a_source_belongs_to_a_publisher_but_never_to_itself(workspace: Workspace) -> None:
    house, page = AddSource({"title": "House", "kind": "publisher"}), AddSource({"title": "Page"})
    workspace.do(Batch("add", (house, page)))
    workspace.do(EditSource(page.id, {"parent_id": house.id}))
    with pytest.raises(Invalid, match="belong to itself"):
        workspace.do(EditSource(house.id, {"parent_id": page.id}))
    with pytest.raises(Invalid, match="has publications"):
        workspace.do(WithdrawSource(house.id))
    workspace.do(WithdrawSource(page.id))
    workspace.do(WithdrawSource(house.id))


def test_a_kind_of_source_that_there_is_not_is_refused(workspace: Workspace) -> None:
    with pytest.raises(Invalid, match="no kind of source"):
        workspace.do(AddSource({"title": "Page", "kind": "rumour"}))
