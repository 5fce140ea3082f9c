"""Which items of the search index match, the best first.

Weighing costs more than finding: each word, and each filter among the words, is counted through the
whole index first. So what was found is weighed by its words alone, and only while these stand in no
more items than can be weighed in a moment; otherwise the newest come first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import TextClause, bindparam, text
from sqlalchemy.orm import Session

from verifier.queries.rows import run
from verifier.queries.search_match import Match
from verifier.text.search_query import Term

RANKED = 4_000
"""Annotations up to which matches are weighed."""
RANKED_PAGES = 500
"""The same for pages, which take longer each; more come in the order of the text."""


@dataclass(frozen=True, slots=True)
class _Index:
    """Where a database looks for words."""

    table: str
    key: str
    """The item's id there."""
    condition: str
    score: str
    """Of the words; the least for the best."""


SQLITE = _Index(
    "search_index f",
    "f.rowid",
    "search_index MATCH :{}",
    "bm25(search_index, 1.0, 1.0, 0.0)",
)
POSTGRESQL = _Index(
    "search_items f",
    "f.id",
    "f.words @@ to_tsquery('simple', :{})",
    "-ts_rank('{0,0.01,1,1}', f.words, to_tsquery('simple', :words))",
)
ITEMS = text(
    "SELECT id, kind, subject_id, claim_id, number, start FROM search_items WHERE id IN :ids"
).bindparams(bindparam("ids", expanding=True))


@dataclass(frozen=True, slots=True)
class Item:
    """A row that is indexed, or a stretch of a page."""

    id: int
    kind: str
    subject_id: str
    claim_id: str | None
    number: int | None
    start: int | None


def is_sqlite(session: Session) -> bool:
    """Whether the case is a file."""
    return session.get_bind().dialect.name == "sqlite"


def best(
    session: Session,
    matches: Sequence[Match],
    limit: int,
    layers: Sequence[str] | None = None,
    undivided: Sequence[Term] = (),
) -> list[Item]:
    """The items that match; of pages only those of the text layers.

    Of several expressions each finds more than the one before, and takes longer: the first that
    finds enough will do.
    """
    ids: list[int] = []
    for match in dict.fromkeys(matches):
        ids = _best_ids(session, match, limit, _Found.of(session, match, layers, undivided))
        if len(ids) >= limit:
            break
    if not ids:
        return []
    items = {row.id: Item(*row) for row in run(session, ITEMS, {"ids": ids})}
    return [items[each] for each in ids if each in items]


@dataclass(frozen=True, slots=True)
class _Found:
    """What is found, as a part of a statement."""

    index: _Index
    rows: str
    values: dict[str, object]
    order: str
    """The newest first; pages as in the text."""
    most: int
    """That can be weighed."""

    @classmethod
    def of(
        cls,
        session: Session,
        match: Match,
        layers: Sequence[str] | None,
        undivided: Sequence[Term],
    ) -> _Found:
        """Matches of an expression, in texts of the layers, with the undivided terms."""
        index = SQLITE if is_sqlite(session) else POSTGRESQL
        values: dict[str, object] = {"match": match.found}
        rows = f"FROM {index.table} WHERE {index.condition.format('match')}"
        if layers is not None:
            among = f"SELECT id FROM search_items WHERE id = {index.key} AND subject_id IN :layers"
            rows, values["layers"] = f"{rows} AND EXISTS ({among})", list(layers)
        for number, term in enumerate(undivided):
            inside = f"SELECT id FROM search_texts WHERE body LIKE :inside{number} ESCAPE '!'"
            rows += f" AND {index.key} {'NOT ' if term.negated else ''}IN ({inside})"
            escaped = re.sub("([!%_])", r"!\1", term.text)
            values[f"inside{number}"] = f"%{escaped}%"
        order, most = ("DESC", RANKED) if layers is None else ("ASC", RANKED_PAGES)
        return cls(index, rows, values, order, most)

    def statement(self, words: str) -> TextClause:
        """One that holds the part."""
        return _statement(words, of_layers="layers" in self.values)


@lru_cache(64)
def _statement(words: str, *, of_layers: bool) -> TextClause:
    """Made once: taking the words apart is a tenth of a search."""
    made = text(words)
    return made.bindparams(bindparam("layers", expanding=True)) if of_layers else made


def _best_ids(session: Session, match: Match, limit: int, found: _Found) -> list[int]:
    """Ids of the best matches; where there are too many to weigh, the newest, or the first pages.

    One statement finds them and tells how many there are, up to one more than can be weighed.
    """
    key, most = found.index.key, found.most
    asked = f"SELECT {key} AS id {found.rows} ORDER BY {key} {found.order} LIMIT :most"
    first = found.statement(
        f"SELECT id, count(*) OVER () FROM ({asked}) items ORDER BY id {found.order} LIMIT :limit"
    )
    enough = max(limit, most + 1) if match.words else limit
    rows = run(session, first, {**found.values, "limit": limit, "most": enough}).all()
    if match.words and rows and 1 < rows[0][1] <= most and _is_rare(session, match, found):
        return _weighed(session, match, limit, found)
    return [row[0] for row in rows]


def _is_rare(session: Session, match: Match, found: _Found) -> bool:
    """Whether the words alone stand in no more items than can be weighed."""
    if match.words == match.found:
        return True
    index = found.index
    places = f"SELECT 1 FROM {index.table} WHERE {index.condition.format('words')} LIMIT :most"
    counted = _statement(f"SELECT count(*) FROM ({places}) places", of_layers=False)
    number = run(session, counted, {"words": match.words, "most": found.most + 1}).scalar_one()
    return bool(number <= found.most)


def _weighed(session: Session, match: Match, limit: int, found: _Found) -> list[int]:
    """Ids of what is found, by how well the words fit."""
    index, rows = found.index, found.rows
    if match.weighed != match.found:
        # The sign keeps SQLite from looking each id up in the index of words, all of it each time.
        rows = f"FROM {index.table} WHERE {index.condition.format('words')}"
        rows += f" AND +{index.key} IN (SELECT {index.key} {found.rows})"
    ranked = f"SELECT {index.key} {rows} ORDER BY {index.score}, {index.key} LIMIT :limit"
    values = {**found.values, "limit": limit}
    if ":words" in ranked:
        values["words"] = match.weighed
    return list(run(session, found.statement(ranked), values).scalars())
