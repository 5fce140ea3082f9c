"""Search across a case: documents, claims, ratings, comments, sources, evidence.

The best come first while there are no more matches than can be weighed in a moment; of words that
stand everywhere the newest come first instead.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, text
from sqlalchemy.orm import Session

from verifier.queries.rows import run
from verifier.queries.search_best import Item, best, is_sqlite
from verifier.queries.search_match import (
    ANNOTATIONS,
    Fts5,
    Grammar,
    TsQuery,
    annotation_match,
    conditions_of,
    page_match,
    rooms,
    unknown_filters,
)
from verifier.queries.search_places import FoundPlace, claim_places, layers, names, page_texts
from verifier.queries.search_terms import Endings
from verifier.text.one_line import in_one_line
from verifier.text.ranges import TextRange
from verifier.text.search_query import parse
from verifier.text.snippets import Snippet, first_match, pattern, snippet

BODIES = text("SELECT id, body FROM search_texts WHERE id IN :ids").bindparams(
    bindparam("ids", expanding=True)
)


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found, and where to go for it.

    `kind`: document, claim, assessment, comment, citation, source or evidence. `id` is that row's
    (of a document or of evidence also where its text was found). Page and range, in code points of
    the text layer, are those of the words found, or of the claim's first passage; `None` where
    there is no place to go to.
    """

    kind: str
    id: str
    title: str
    snippet: Snippet
    claim_id: str | None = None
    document_id: str | None = None
    edition_id: str | None = None
    evidence_id: str | None = None
    page: int | None = None
    range: TextRange | None = None


def search(
    session: Session, case_id: str, query: str, *, limit: int = 100, as_typed: bool = False
) -> tuple[Hit, ...]:
    """What is found: texts first, then annotations, each the best first, `limit` at most of each.

    `as_typed`: the last word is still being written. Any text may be asked for; what has no
    meaning as a search finds nothing.
    """
    asked = parse(query, as_typed=as_typed)
    if not asked or limit < 1:
        return ()
    as_written = parse(query)
    steps = [asked] if as_written == asked else [as_written, asked]
    grammar = _grammar(session)
    chosen = rooms(asked)
    places = layers(session, case_id, chosen) if asked.terms else {}
    wanted, undivided = pattern(asked.terms), asked.undivided
    found: list[Hit] = []
    if places:
        pages = [match for step in steps if (match := page_match(step, grammar))]
        items = best(session, pages, limit, list(places), undivided)
        found += _text_hits(session, items, places, wanted)
    kinds = tuple(room for room in chosen if room in ANNOTATIONS)
    if kinds:
        conditions = conditions_of(session, case_id, asked, kinds)
        matches = [annotation_match(step, conditions, grammar) for step in steps]
        items = best(session, matches, limit, undivided=undivided)
        found += _annotation_hits(session, items, wanted)
    return tuple(found)


def misnamed(session: Session, case_id: str, query: str) -> tuple[str, ...]:
    """The filters of a search that name nothing there is, as one writes them."""
    unknown = unknown_filters(session, case_id, parse(query))
    return tuple(f"{each.field}:{each.value}" for each in unknown)


def _grammar(session: Session) -> Grammar:
    return Fts5(Endings(session).of) if is_sqlite(session) else TsQuery()


def _text_hits(
    session: Session,
    items: Sequence[Item],
    places: Mapping[str, FoundPlace],
    wanted: re.Pattern[str] | None,
) -> list[Hit]:
    texts = page_texts(session, items)
    hits = []
    seen = set()
    for item in items:
        place, (start, words) = places[item.subject_id], texts[item.subject_id, item.number or 0]
        offset = item.start or 0
        found = first_match(words[offset:], wanted)
        at = found.shifted(start + offset) if found else TextRange(start + offset, start + offset)
        if (item.subject_id, at) in seen:
            continue  # the overlap of two stretches of one long page
        seen.add((item.subject_id, at))
        near = max(0, at.start - start - 500)
        hits.append(
            Hit(
                kind="document" if place.document_id else "evidence",
                id=place.document_id or place.evidence_id or "",
                title=place.title,
                snippet=snippet(words[near : at.stop - start + 500], wanted),
                document_id=place.document_id,
                edition_id=place.edition_id,
                evidence_id=place.evidence_id,
                page=item.number,
                range=at,
            )
        )
    return hits


def _annotation_hits(
    session: Session, items: Sequence[Item], wanted: re.Pattern[str] | None
) -> list[Hit]:
    if not items:
        return []
    bodies = {
        row.id: row.body for row in run(session, BODIES, {"ids": [item.id for item in items]})
    }
    places = claim_places(session, {item.claim_id for item in items if item.claim_id})
    named = names(session, items)
    hits = []
    for item in items:
        if item.id not in bodies:
            continue
        line = in_one_line(bodies[item.id])
        place = places.get(item.claim_id or "", FoundPlace(named.get(item.subject_id, "")))
        if item.kind == "claim":
            line = line.removeprefix(place.title).lstrip()
        hits.append(
            Hit(
                kind=item.kind,
                id=item.subject_id,
                title=place.title,
                snippet=snippet(line, wanted),
                claim_id=item.claim_id,
                document_id=place.document_id,
                edition_id=place.edition_id,
                evidence_id=item.subject_id if item.kind == "evidence" else None,
                page=place.page,
                range=place.range,
            )
        )
    return hits
