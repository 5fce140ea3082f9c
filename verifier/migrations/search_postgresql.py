"""The search index on a server: text search vectors beside each item, kept true by triggers.

The words are folded before PostgreSQL's parser sees them: lower case, no accents, no vowel signs of
Arabic and Hebrew, punctuation as spaces. It then tells words apart as SQLite does, rather than
looking for addresses and paths.
Words of the body have weight A, of tags B, facets C; a search names the weights it means.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from verifier.models.search import (
    KINDS,
    OVERLAP,
    PASSAGE,
    POSTGRESQL,
    Kind,
    all_texts,
)
from verifier.text.vowels import SIGNS

MARKS = "!\"#$%&''()*+,-./:;<=>?@[\\]^_`{|}~«»‘’‚‛“”„‟‐‑‒–—―−…·•′″"
LONGEST = 200_000
"""Characters of an item that are indexed: a vector holds one megabyte at most."""
PAGE_ITEMS = f"""INSERT INTO search_items (kind, subject_id, number, start, length)
    SELECT 'page', {{row}}.text_layer_id, {{row}}.number, at, {PASSAGE + OVERLAP}
    FROM {{pages}} generate_series(0, greatest(length({{row}}.text) - 1, 0), {PASSAGE}) AS at"""


def install(connection: Connection) -> None:
    """Make the index anew, with everything that is in the database."""
    remove(connection)
    icu = connection.exec_driver_sql(
        "SELECT 1 FROM pg_collation WHERE collname = 'und-x-icu'"
    ).first()
    for statement in _schema('lower(s COLLATE "und-x-icu")' if icu else "lower(s)"):
        connection.exec_driver_sql(statement.replace("%", "%%"))
    for kind in KINDS:
        connection.exec_driver_sql(
            "INSERT INTO search_items (kind, subject_id, claim_id)"
            f" SELECT '{kind.name}', t.id, {kind.claim or 'NULL'} FROM {kind.table} t"
        )
    connection.exec_driver_sql(PAGE_ITEMS.format(row="p", pages="pages p,"))
    connection.exec_driver_sql(
        "UPDATE search_items i SET words = v.words FROM search_words v WHERE v.id = i.id"
    )
    for _, statement in triggers():
        connection.exec_driver_sql(statement)


def remove(connection: Connection) -> None:
    """Take the index out of the database."""
    for statement in (
        "DROP VIEW IF EXISTS search_words, search_texts CASCADE",
        "DROP TABLE IF EXISTS search_items CASCADE",
        *(f"DROP FUNCTION IF EXISTS {name} CASCADE" for name in _functions()),
    ):
        connection.exec_driver_sql(statement)


def _functions() -> list[str]:
    names = [f"search_{table}_changed()" for table in (*(k.table for k in KINDS), "pages")]
    return ["search_fold(text)", *names]


def _schema(lower: str) -> Iterator[str]:
    yield f"""CREATE TABLE search_items (
        id {POSTGRESQL.integer},
        kind TEXT NOT NULL,
        subject_id TEXT NOT NULL,
        claim_id TEXT,
        number INTEGER,
        start INTEGER,
        length INTEGER,
        words TSVECTOR)"""
    yield "CREATE INDEX ix_search_items_subject_id ON search_items (subject_id, number)"
    yield "CREATE INDEX ix_search_items_claim_id ON search_items (claim_id)"
    yield "CREATE INDEX ix_search_items_words ON search_items USING gin (words)"
    yield (
        "CREATE FUNCTION search_fold(s TEXT) RETURNS TEXT LANGUAGE sql STABLE AS $$"
        " SELECT regexp_replace(normalize(translate("
        f"{lower}, '{MARKS}', repeat(' ', {len(MARKS) - 1})), NFKD),"
        f" '[\u0300-\u036f\u00ad{SIGNS}]', '', 'g') $$"
    )
    yield f"CREATE VIEW search_texts AS {all_texts(POSTGRESQL)}"
    yield f"""CREATE VIEW search_words AS SELECT id,
        setweight(to_tsvector('simple', search_fold(left(body, {LONGEST}))), 'A') ||
        setweight(to_tsvector('simple', search_fold(tags)), 'B') ||
        setweight(to_tsvector('simple', facets), 'C') AS words
        FROM search_texts"""


def triggers() -> Iterator[tuple[str, str]]:
    """Name and statement of every trigger, each after the function that it calls."""
    for kind in KINDS:
        yield from _trigger(kind.table, _changes_of(kind))
    yield from _trigger("pages", _changes_of_pages())


def _changes_of(kind: Kind) -> str:
    if kind.table in ("claims", "assessments"):
        column = (kind.claim or "").removeprefix("t.")
        touched = f"claim_id = touched.{column}"
    else:
        touched = "subject_id = touched.id"
    claim = (kind.claim or "NULL").replace("t.", "NEW.")
    return f"""
        IF TG_OP = 'INSERT' THEN
            INSERT INTO search_items (kind, subject_id, claim_id)
            VALUES ('{kind.name}', NEW.id, {claim});
        ELSIF TG_OP = 'DELETE' THEN
            DELETE FROM search_items WHERE subject_id = OLD.id;
            touched := OLD;
        END IF;
        {_refresh(touched)}"""


def _changes_of_pages() -> str:
    items = PAGE_ITEMS.format(row="NEW", pages="")
    return f"""
        IF TG_OP <> 'INSERT' THEN
            DELETE FROM search_items WHERE kind = 'page'
            AND subject_id = OLD.text_layer_id AND number = OLD.number;
            touched := OLD;
        END IF;
        IF TG_OP <> 'DELETE' THEN
            {items};
            touched := NEW;
        END IF;
        {
        _refresh("kind = 'page' AND subject_id = touched.text_layer_id AND number = touched.number")
    }"""


def _refresh(which: str) -> str:
    return f"""UPDATE search_items i
        SET words = (SELECT v.words FROM search_words v WHERE v.id = i.id)
        WHERE {which};
        RETURN NULL;"""


def _trigger(table: str, body: str) -> Iterator[tuple[str, str]]:
    name = f"search_{table}_changed"
    yield (
        name,
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$"
        f" DECLARE touched RECORD; BEGIN touched := NEW; {body} END $$",
    )
    yield (
        name,
        f"CREATE TRIGGER {name} AFTER INSERT OR UPDATE OR DELETE ON {table}"
        f" FOR EACH ROW EXECUTE FUNCTION {name}()",
    )
