"""Sources that may be one and the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sqlalchemy.orm import Session

from verifier.queries.evidence import SourceRow, sources
from verifier.text.likeness import alike, same_page


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Two sources that may be duplicates; the older one is first. Likeness is 0 to 100."""

    first: SourceRow
    second: SourceRow
    why: str
    """doi, url or title."""
    likeness: float


def source_duplicates(session: Session, case_id: str) -> tuple[Suspicion, ...]:
    """Pairs of sources to look at, the surest first; each pair once."""
    rows = sources(session, case_id)
    found: dict[tuple[str, str], Suspicion] = {}
    for suspicion in (*_same(rows, "doi"), *_same(rows, "url"), *_alike(rows)):
        found.setdefault((suspicion.first.id, suspicion.second.id), suspicion)
    return tuple(sorted(found.values(), key=lambda each: -each.likeness))


def identities(row: SourceRow) -> dict[str, str]:
    """What identifies a publication: its DOI and the page it is on, where known."""
    known = {"doi": str(row.csl.get("DOI", "")).lower(), "url": same_page(row.url)}
    return {kind: value for kind, value in known.items() if value}


def _same(rows: tuple[SourceRow, ...], kind: str) -> Iterator[Suspicion]:
    groups: dict[str, list[SourceRow]] = defaultdict(list)
    for row in rows:
        if value := identities(row).get(kind):
            groups[value].append(row)
    for group in groups.values():
        for first, second in pairwise(group):
            yield Suspicion(first, second, kind, 100.0)


def _alike(rows: tuple[SourceRow, ...]) -> Iterator[Suspicion]:
    """Alike titles, where nothing speaks against it: another author or another date."""
    titled = [row for row in rows if row.title]
    for first, second, likeness in alike([row.title for row in titled]):
        pair = titled[first], titled[second]
        if not any(_differ(getattr(pair[0], n), getattr(pair[1], n)) for n in CONTRARY):
            yield Suspicion(*pair, "title", likeness)


CONTRARY = ("author", "publisher", "published")


def _differ(first: str, second: str) -> bool:
    return bool(first and second and first.casefold() != second.casefold())
