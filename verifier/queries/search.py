"""Search across a case: documents, claims, ratings, comments, sources, evidence.

The best come first while there are no more matches than can be weighed in a moment; of words that
stand everywhere the newest come first instead.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import bindparam, select, text
from sqlalchemy.orm import Session

from verifier.models import Claim, Document, Edition, Evidence, Highlight, Page, Source
from verifier.queries.search_match import (
    ANNOTATIONS,
    Fts5,
    Grammar,
    TsQuery,
    annotation_match,
    page_match,
    rooms,
    unknown_filters,
)
from verifier.text.one_line import in_one_line
from verifier.text.ranges import TextRange
from verifier.text.search_query import Term, parse
from verifier.text.snippets import Snippet, first_match, pattern, snippet

RANKED = 4_000
"""Annotations up to which matches are weighed."""
RANKED_PAGES = 500
"""The same for pages, which take longer each; more come in the order of the text."""
SQLITE = (
    "search_index f",
    "f.rowid",
    "search_index MATCH :match",
    "bm25(search_index, 1.0, 1.0, 0.0)",
)
POSTGRESQL = (
    "search_items f",
    "f.id",
    "f.words @@ to_tsquery('simple', :match)",
    "-ts_rank('{0,0.01,1,1}', f.words, to_tsquery('simple', :match))",
)
"""Where to look, the item's id there, the condition, and what is the least for the best."""
ITEMS = text(
    "SELECT id, kind, subject_id, claim_id, number, start FROM search_items WHERE id IN :ids"
).bindparams(bindparam("ids", expanding=True))
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


@dataclass(frozen=True, slots=True)
class _Item:
    id: int
    kind: str
    subject_id: str
    claim_id: str | None
    number: int | None
    start: int | None


@dataclass(frozen=True, slots=True)
class _Place:
    """The first passage of a claim, or the text layer's owner."""

    title: str
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
    places = _layers(session, case_id, set(chosen)) if asked.terms else {}
    found: list[Hit] = []
    wanted = pattern(asked.terms)
    if places:
        matches = [page_match(step, grammar) for step in steps]
        items = _best(
            session, [each for each in matches if each], limit, list(places), asked.undivided
        )
        found += _text_hits(session, items, places, wanted)
    kinds = tuple(room for room in chosen if room in ANNOTATIONS)
    if kinds:
        matches = [annotation_match(session, case_id, step, kinds, grammar) for step in steps]
        found += _annotation_hits(
            session, _best(session, matches, limit, undivided=asked.undivided), wanted
        )
    return tuple(found)


def misnamed(session: Session, case_id: str, query: str) -> tuple[str, ...]:
    """The filters of a search that name nothing there is, as one writes them."""
    unknown = unknown_filters(session, case_id, parse(query))
    return tuple(f"{each.field}:{each.value}" for each in unknown)


def _grammar(session: Session) -> Grammar:
    return Fts5() if _is_sqlite(session) else TsQuery()


def _is_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"


def _best(
    session: Session,
    matches: Sequence[str],
    limit: int,
    layers: Sequence[str] | None = None,
    undivided: Sequence[Term] = (),
) -> list[_Item]:
    """The items that match; of pages only those of the text layers.

    Of several expressions each finds more than the one before, and takes longer: the first that
    finds enough will do.
    """
    ids: list[int] = []
    for match in matches:
        ids = _best_ids(session, match, limit, layers, undivided)
        if len(ids) >= limit:
            break
    if not ids:
        return []
    rows = session.execute(ITEMS, {"ids": ids})
    items = {row.id: _Item(*row) for row in rows}
    return [items[each] for each in ids if each in items]


def _best_ids(
    session: Session,
    match: str,
    limit: int,
    layers: Sequence[str] | None,
    undivided: Sequence[Term],
) -> list[int]:
    """Ids of the best matches; where there are too many to weigh, the newest, or the first pages.

    One statement finds the ids, as many as can be weighed and one more; another weighs them.
    """
    most = RANKED if layers is None else RANKED_PAGES
    source, key, condition, score = SQLITE if _is_sqlite(session) else POSTGRESQL
    if layers is not None:
        source = f"{source} JOIN search_items p ON p.id = {key}"
        condition = f"{condition} AND p.subject_id IN :layers"
    for number, term in enumerate(undivided):
        inside = f"SELECT id FROM search_texts WHERE body LIKE :inside{number} ESCAPE '!'"
        condition += f" AND {key} {'NOT ' if term.negated else ''}IN ({inside})"
    select_ids = f"SELECT {key} FROM {source} WHERE {condition} ORDER BY"
    values: dict[str, object] = {"match": match, "limit": max(limit, most + 1)}
    for number, term in enumerate(undivided):
        escaped = re.sub("([!%_])", r"!\1", term.text)
        values[f"inside{number}"] = f"%{escaped}%"
    direction = "DESC" if layers is None else "ASC"
    statement = text(f"{select_ids} {key} {direction} LIMIT :limit")
    weighed = text(f"{select_ids} {score}, {key} LIMIT :limit")
    if layers is not None:
        values["layers"] = list(layers)
        statement, weighed = (
            each.bindparams(bindparam("layers", expanding=True)) for each in (statement, weighed)
        )
    ids = session.scalars(statement, values).all()
    if 1 < len(ids) <= most:
        ids = session.scalars(weighed, values | {"limit": limit}).all()
    return list(ids[:limit])


def _text_hits(
    session: Session,
    items: Sequence[_Item],
    places: Mapping[str, _Place],
    wanted: re.Pattern[str] | None,
) -> list[Hit]:
    texts = _page_texts(session, items)
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


def _layers(session: Session, case_id: str, chosen: set[str]) -> dict[str, _Place]:
    """The text layers of each document's latest edition and of the locker, with their owners."""
    found: dict[str, _Place] = {}
    if "evidence text" in chosen:
        for row in session.execute(
            select(Evidence.text_layer_id, Evidence.id, Evidence.title, Evidence.file_name).where(
                Evidence.case_id == case_id,
                Evidence.withdrawn_at.is_(None),
                Evidence.text_layer_id.is_not(None),
            )
        ):
            found[row.text_layer_id or ""] = _Place(row.title or row.file_name, evidence_id=row.id)
    if "document text" in chosen:
        latest = {}
        for row in session.execute(
            select(Document.id, Document.title, Edition.id.label("edition"), Edition.text_layer_id)
            .join(Edition, Edition.document_id == Document.id)
            .where(
                Document.case_id == case_id,
                Document.withdrawn_at.is_(None),
                Edition.withdrawn_at.is_(None),
            )
            .order_by(Document.number, Edition.number)
        ):
            latest[row.id] = row
        for row in latest.values():
            found[row.text_layer_id] = _Place(row.title, row.id, row.edition)
    return found


def _page_texts(session: Session, items: Sequence[_Item]) -> dict[tuple[str, int], tuple[int, str]]:
    numbers: dict[str, list[int]] = {}
    for item in items:
        numbers.setdefault(item.subject_id, []).append(item.number or 0)
    return {
        (row.text_layer_id, row.number): (row.start, row.text)
        for layer, wanted in numbers.items()
        for row in session.execute(
            select(Page.text_layer_id, Page.number, Page.start, Page.text).where(
                Page.text_layer_id == layer, Page.number.in_(wanted)
            )
        )
    }


def _annotation_hits(
    session: Session, items: Sequence[_Item], wanted: re.Pattern[str] | None
) -> list[Hit]:
    if not items:
        return []
    bodies = {
        row.id: row.body for row in session.execute(BODIES, {"ids": [item.id for item in items]})
    }
    places = _claim_places(session, {item.claim_id for item in items if item.claim_id})
    names = _names(session, items)
    hits = []
    for item in items:
        if item.id not in bodies:
            continue
        line = in_one_line(bodies[item.id])
        place = places.get(item.claim_id or "", _Place(names.get(item.subject_id, "")))
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


def _claim_places(session: Session, claim_ids: set[str]) -> dict[str, _Place]:
    """Each claim's label, and its first passage on the latest edition that it stands in."""
    if not claim_ids:
        return {}
    found = {
        row.id: _Place(f"C{row.number}")
        for row in session.execute(select(Claim.id, Claim.number).where(Claim.id.in_(claim_ids)))
    }
    rows = session.execute(
        select(
            Highlight.claim_id,
            Highlight.start,
            Highlight.stop,
            Highlight.page,
            Edition.id,
            Edition.document_id,
        )
        .join(Edition, Edition.id == Highlight.edition_id)
        .where(
            Highlight.claim_id.in_(claim_ids),
            Highlight.withdrawn_at.is_(None),
            Edition.withdrawn_at.is_(None),
        )
        .order_by(Edition.number, Highlight.start.desc())
    )
    for claim_id, start, stop, page, edition_id, document_id in rows:
        found[claim_id] = replace(
            found[claim_id],
            document_id=document_id,
            edition_id=edition_id,
            page=page,
            range=TextRange(start, stop),
        )
    return found


def _names(session: Session, items: Sequence[_Item]) -> dict[str, str]:
    """What sources and evidence among the items are called."""
    names: dict[str, str] = {}
    for kind, columns in (
        ("source", (Source.id, Source.title, Source.publisher, Source.label, Source.url)),
        ("evidence", (Evidence.id, Evidence.title, Evidence.file_name, Evidence.url)),
    ):
        ids = [item.subject_id for item in items if item.kind == kind]
        if ids:
            for row in session.execute(select(*columns).where(columns[0].in_(ids))):
                names[row[0]] = next((str(name) for name in row[1:] if name), "")
    return names
