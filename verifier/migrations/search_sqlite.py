"""The search index in a case file: FTS5 without content, kept true by a list of what changed.

Triggers may not write to FTS5 where the schema is not trusted, and a case file comes from
anywhere. So they write down, in a plain table, which rows changed and what the index holds of
them; `index_changes` brings the index up to date before each commit. A row that is changed often
in one transaction is indexed once. Edits by other programs are written down as well, and indexed
when the case is next written to.

Beginnings of words have an index of their own, up to four letters: otherwise FTS5 gathers the
places of all words that begin so, for each letter that is typed. What is longer begins few words,
which a search looks up and names (`queries/search_terms.py`).

FTS5 keeps no copy of the text. To take words out it must be told the old ones: that is why the
list holds them. It takes the vowel signs of Arabic and Hebrew for what parts words; so they are
left out of all that it is told, by a function of this program: nothing else tells it anything.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection

from verifier.models.search import (
    BEGINNINGS,
    KINDS,
    OVERLAP,
    PASSAGE,
    SQLITE,
    Kind,
    all_texts,
    texts_of,
    texts_of_pages,
)
from verifier.text.vowels import without_vowels

FOLDED = "search_folded(body), search_folded(tags)"
"""The words of an item as the index has them."""
NEW = "INSERT OR IGNORE INTO search_changes (id)"
HELD = "INSERT OR IGNORE INTO search_changes (id, body, tags, facets)"
CHANGED = """SELECT DISTINCT i.kind, s.body IS NOT NULL
    FROM search_changes s LEFT JOIN search_items i ON i.id = s.id"""
TAKE_OUT = f"""INSERT INTO search_index (search_index, rowid, body, tags, facets)
    SELECT 'delete', id, {FOLDED}, facets FROM search_changes WHERE body IS NOT NULL"""
PUT_IN = {
    name: f"INSERT INTO search_index (rowid, body, tags, facets) SELECT id, {FOLDED}, facets"
    f" FROM ({texts} AND i.id IN (SELECT id FROM search_changes))"
    for name, texts in (
        *((kind.name, texts_of(kind, SQLITE)) for kind in KINDS),
        ("page", texts_of_pages(SQLITE)),
    )
}
"""What puts the changed rows of each kind into the index."""
TERMS = "CREATE VIRTUAL TABLE temp.search_terms USING fts5vocab('main', 'search_index', 'instance')"
"""The words of the index, in their order: to be told once to each connection."""
VOCABULARY = (
    "CREATE VIRTUAL TABLE temp.search_vocabulary USING fts5vocab('main', 'search_index', 'col')"
)
"""The same with the number of items that have each, by column."""
PAGE_ITEMS = f"""INSERT INTO search_items (kind, subject_id, number, start, length)
    WITH RECURSIVE cut(at) AS (
        SELECT 0 UNION ALL SELECT at + {PASSAGE} FROM cut WHERE at + {PASSAGE} < {{length}})
    SELECT 'page', {{layer}}, {{number}}, at, {PASSAGE + OVERLAP} FROM {{pages}}cut"""


def prepare(connection: sqlite3.Connection) -> None:
    """Make a connection able to write the index, and to tell its words."""
    connection.create_function("search_folded", 1, _folded, deterministic=True)
    connection.execute(TERMS)
    connection.execute(VOCABULARY)


def _folded(words: str | None) -> str:
    return without_vowels(words or "")


def install(connection: Connection) -> None:
    """Make the index anew, with everything that is in the case.

    To be called again by a migration that re-creates an indexed table: its triggers go with it.
    """
    remove(connection)
    for statement in _schema():
        connection.exec_driver_sql(statement)
    for statement in _items():
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(
        "INSERT INTO search_index (rowid, body, tags, facets)"
        f" SELECT id, {FOLDED}, facets FROM search_texts"
    )
    for _, statement in triggers():
        connection.exec_driver_sql(statement)


def remove(connection: Connection) -> None:
    """Take the index out of the case."""
    for name, _ in triggers():
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
    connection.exec_driver_sql("DROP TABLE IF EXISTS search_index")
    connection.exec_driver_sql("DROP VIEW IF EXISTS search_texts")
    connection.exec_driver_sql("DROP TABLE IF EXISTS search_changes")
    connection.exec_driver_sql("DROP TABLE IF EXISTS search_items")


def index_changes(connection: Connection) -> None:
    """Bring the index up to date with what was changed, inside the connection's transaction."""
    # The driver itself: this runs before every commit, and SQLAlchemy doubles its cost.
    driver: Any = connection.connection.driver_connection
    changed = driver.execute(CHANGED).fetchall()
    if not changed:
        return
    if any(held for _, held in changed):
        driver.execute(TAKE_OUT)
    for name in {kind for kind, _ in changed if kind is not None}:
        driver.execute(PUT_IN[name])
    driver.execute("DELETE FROM search_changes")


def _schema() -> Iterator[str]:
    yield """CREATE TABLE search_items (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        subject_id TEXT NOT NULL,
        claim_id TEXT,
        number INTEGER,
        start INTEGER,
        length INTEGER)"""
    yield "CREATE INDEX ix_search_items_subject_id ON search_items (subject_id, number)"
    yield (
        "CREATE INDEX ix_search_items_claim_id ON search_items (claim_id)"
        " WHERE claim_id IS NOT NULL"
    )
    yield """CREATE TABLE search_changes (
        id INTEGER PRIMARY KEY, body TEXT, tags TEXT, facets TEXT)"""
    yield f"CREATE VIEW search_texts AS {all_texts(SQLITE)}"
    yield f"""CREATE VIRTUAL TABLE search_index USING fts5(
        body, tags, facets, content='',
        tokenize='unicode61 remove_diacritics 2',
        prefix='{" ".join(map(str, range(1, BEGINNINGS + 1)))}')"""


def _items() -> Iterator[str]:
    """An item for each row that is there already."""
    for kind in KINDS:
        yield (
            "INSERT INTO search_items (kind, subject_id, claim_id)"
            f" SELECT '{kind.name}', t.id, {kind.claim or 'NULL'} FROM {kind.table} t"
        )
    yield (
        PAGE_ITEMS.format(
            length="(SELECT max(length(text)) FROM pages)",
            layer="p.text_layer_id",
            number="p.number",
            pages="pages p JOIN ",
        )
        + " ON at < max(length(p.text), 1)"
    )


def triggers() -> Iterator[tuple[str, str]]:
    """Name and statement of every trigger."""
    for kind in KINDS:
        yield from _triggers_of(kind)
    layer, number = "NEW.text_layer_id", "NEW.number"
    items = PAGE_ITEMS.format(length="length(NEW.text)", layer=layer, number=number, pages="")
    listed = (
        f"{NEW} SELECT id FROM search_items"
        f" WHERE kind = 'page' AND subject_id = {layer} AND number = {number};"
    )
    of_old = "i.subject_id = OLD.text_layer_id AND i.number = OLD.number"
    held = f"{HELD} {texts_of_pages(SQLITE)} AND {of_old};"
    gone = (
        "DELETE FROM search_items WHERE kind = 'page'"
        " AND subject_id = OLD.text_layer_id AND number = OLD.number;"
    )
    yield _trigger("AFTER INSERT", "pages", f"{items}; {listed}")
    yield _trigger("BEFORE UPDATE", "pages", f"{held} {gone}")
    yield _trigger("AFTER UPDATE", "pages", f"{items}; {listed}")
    yield _trigger("BEFORE DELETE", "pages", f"{held} {gone}")


def _triggers_of(kind: Kind) -> Iterator[tuple[str, str]]:
    claim = (kind.claim or "NULL").replace("t.", "NEW.")
    made = (
        "INSERT INTO search_items (kind, subject_id, claim_id)"
        f" VALUES ('{kind.name}', NEW.id, {claim});"
    )
    held, listed = _marks(kind, "OLD"), _listed(kind, "NEW")
    rates = kind.table == "assessments"
    if rates:
        yield _trigger("BEFORE INSERT", kind.table, _marks(kind, "NEW"))
    yield _trigger("AFTER INSERT", kind.table, f"{made} {listed}")
    yield _trigger("BEFORE UPDATE", kind.table, held)
    yield _trigger("AFTER UPDATE", kind.table, listed)
    yield _trigger(
        "BEFORE DELETE",
        kind.table,
        f"{held} {_listed(kind, 'OLD')} DELETE FROM search_items WHERE subject_id = OLD.id;",
    )


def _spreads(kind: Kind) -> bool:
    """Whether a change of such a row changes what is indexed of all that hangs on the claim."""
    return kind.table in ("claims", "assessments")


def _of(kind: Kind, row: str) -> str:
    if _spreads(kind):
        return f"i.claim_id = {(kind.claim or '').replace('t.', f'{row}.')}"
    return f"i.subject_id = {row}.id"


def _marks(kind: Kind, row: str) -> str:
    """Write down what the index holds before the change."""
    kinds = [each for each in KINDS if each.claim] if _spreads(kind) else [kind]
    return " ".join(f"{HELD} {texts_of(each, SQLITE)} AND {_of(kind, row)};" for each in kinds)


def _listed(kind: Kind, row: str) -> str:
    """Write down what the index did not hold: it may have to from now on."""
    return f"{NEW} SELECT i.id FROM search_items i WHERE {_of(kind, row)};"


def _trigger(when: str, table: str, body: str) -> tuple[str, str]:
    name = f"search_{table}_{when.lower().replace(' ', '_')}"
    return name, f"CREATE TRIGGER {name} {when} ON {table} BEGIN {body} END"
