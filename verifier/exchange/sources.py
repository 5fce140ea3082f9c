"""Taking references from other tools into the case as sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from verifier.actions.base import Batch
from verifier.actions.evidence import AddSource
from verifier.queries import evidence
from verifier.queries.duplicates import identities
from verifier.references.csl import Item, details_of
from verifier.text.likeness import same_page
from verifier.workspace import Workspace


@dataclass(frozen=True)
class SourcePlan:
    """What an import would add, and what is in the case already."""

    action: Batch
    added: tuple[Item, ...]
    known: tuple[Item, ...]


def plan_sources(workspace: Workspace, items: Iterable[Item]) -> SourcePlan:
    """Add every publication that no source of the case is yet, by DOI or link."""
    with workspace.reading() as session:
        rows = evidence.sources(session, workspace.case_id)
    seen = {pair for row in rows for pair in identities(row).items()}
    added: list[Item] = []
    known: list[Item] = []
    for item in items:
        own = _identities(item)
        (known if own & seen else added).append(item)
        seen |= own
    actions = tuple(AddSource(details_of(item)) for item in added)
    return SourcePlan(Batch("import sources", actions), tuple(added), tuple(known))


def _identities(item: Item) -> set[tuple[str, str]]:
    found = set()
    if doi := item.get("DOI"):
        found.add(("doi", str(doi).lower()))
    if url := details_of(item)["url"]:
        found.add(("url", same_page(url)))
    return found
