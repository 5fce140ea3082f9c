"""Search across a case: documents, claims, ratings, comments, sources, evidence.

The best come first while there are fewer matches than RANKED; of words that stand everywhere the
newest come first instead, because weighing every match would take longer than reading on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
)
from verifier.text.ranges import TextRange
from verifier.text.search_query import SearchQuery, parse
from verifier.text.snippets import Snippet, first_match, pattern, snippet

RANKED = 20_000
"""Matches up to which they are weighed."""


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
    chosen = rooms(asked)
    found = _in_texts(session, case_id, asked, chosen, limit)
    kinds = tuple(room for room in chosen if room in ANNOTATIONS)
    if kinds:
        match = annotation_match(session, case_id, asked, kinds, _grammar(session))
        found += _annotation_hits(session, asked, _best(session, match, limit))
    return tuple(found)


def _grammar(session: Session) -> Grammar:
    return Fts5() if _is_sqlite(session) else TsQuery()


def _is_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"


def _best(
    session: Session, match: str, limit: int, layers: Sequence[str] | None = None
) -> list[_Item]:
    """The items that match; of pages only those of the text layers."""
    sqlite = _is_sqlite(session)
    source, condition, score = (
        ("search_index f", "search_index MATCH :match", "bm25(search_index, 1.0, 1.0, 0.0)")
        if sqlite
        else (
            "search_items f",
            "f.words @@ to_tsquery('simple', :match)",
            "-ts_rank('{0,0.01,1,1}', f.words, to_tsquery('simple', :match))",
        )
    )
    key = "f.rowid" if sqlite else "f.id"
    counted = text(
        f"SELECT count(*) FROM (SELECT 1 FROM {source} WHERE {condition} LIMIT :most) AS n"
    )
    count = session.scalar(counted, {"match": match, "most": RANKED + 1}) or 0
    if not count:
        return []
    order = f"{score}, {key}" if count <= RANKED else f"{key} DESC"
    values: dict[str, object] = {"match": match, "limit": limit}
    if layers is None:
        inner = f"SELECT {key} AS id FROM {source} WHERE {condition} ORDER BY {order} LIMIT :limit"
    else:
        inner = (
            f"SELECT {key} AS id FROM {source} JOIN search_items p ON p.id = {key}"
            f" WHERE {condition} AND p.subject_id IN :layers ORDER BY {order} LIMIT :limit"
        )
        values["layers"] = list(layers)
    ids_statement = text(inner)
    if layers is not None:
        ids_statement = ids_statement.bindparams(bindparam("layers", expanding=True))
    ids = list(session.scalars(ids_statement, values))
    rows = session.execute(
        text(
            "SELECT id, kind, subject_id, claim_id, number, start FROM search_items"
            " WHERE id IN :ids"
        ).bindparams(bindparam("ids", expanding=True)),
        {"ids": ids},
    )
    items = {row.id: _Item(*row) for row in rows}
    return [items[each] for each in ids if each in items]


def _in_texts(
    session: Session, case_id: str, asked: SearchQuery, chosen: Iterable[str], limit: int
) -> list[Hit]:
    match = page_match(asked, _grammar(session))
    places = _layers(session, case_id, set(chosen)) if match else {}
    if not places:
        return []
    items = _best(session, match, limit, list(places))
    texts = _page_texts(session, items)
    wanted = pattern(asked.terms)
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


def _annotation_hits(session: Session, asked: SearchQuery, items: Sequence[_Item]) -> list[Hit]:
    if not items:
        return []
    bodies = {
        row.id: row.body
        for row in session.execute(
            text("SELECT id, body FROM search_texts WHERE id IN :ids").bindparams(
                bindparam("ids", expanding=True)
            ),
            {"ids": [item.id for item in items]},
        )
    }
    places = _claim_places(session, {item.claim_id for item in items if item.claim_id})
    names = _names(session, items)
    wanted = pattern(asked.terms)
    hits = []
    for item in items:
        if item.id not in bodies:
            continue
        line = " ".join(bodies[item.id].split())
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
