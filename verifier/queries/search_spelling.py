"""What was meant by a search that finds nothing: its words as texts of the case have them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from unicodedata import normalize
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from verifier.models.search import CASE, id_facet
from verifier.queries.rows import run
from verifier.queries.search import Hit, search
from verifier.queries.search_best import is_sqlite
from verifier.text.search_query import WORD, folded_word
from verifier.text.spelling import nearest, respelled, slips_of

IN_FILE = text(
    "SELECT term, sum(doc) FROM temp.search_vocabulary WHERE col IN ('body', 'tags')"
    " AND length(term) BETWEEN :least AND :most GROUP BY term"
)
ON_SERVER = text(
    "SELECT word, ndoc FROM ts_stat(:vectors, 'ab') WHERE length(word) BETWEEN :least AND :most"
)
VECTORS = """SELECT words FROM search_items WHERE words @@ '{facet}:C'::tsquery
    OR kind = 'page' AND subject_id IN (
        SELECT e.text_layer_id FROM editions e JOIN documents d ON d.id = e.document_id
        WHERE d.case_id = '{case}'
        UNION SELECT v.text_layer_id FROM evidence v WHERE v.case_id = '{case}')"""
"""The items of a case on a server, where others may have what is not for everybody's eyes."""


def meant(session: Session, case_id: str, query: str) -> str:
    """The search with words of the case for those that no text of it has.

    Empty where nothing is near enough, or where it would find nothing either.
    """

    @cache
    def better(word: str) -> str:
        slips = slips_of(word)
        return nearest(word, _known(session, case_id, len(word), slips)) if slips else ""

    found = respelled(query, better)
    hits = search(session, case_id, found, limit=1) if found != query else ()
    written = {folded_word(word): word for hit in hits for word in _matched(hit)}
    return respelled(query, lambda word: _as_in(written, better(word))) if hits else ""


def _matched(hit: Hit) -> Iterator[str]:
    """The words that were found as they stand in the text, in small letters."""
    for match in hit.snippet.matches:
        yield from WORD.findall(normalize("NFKC", match.of(hit.snippet.text)).lower())


def _as_in(written: Mapping[str, str], word: str) -> str:
    """A word of the index, with its accents where a text that was found has it."""
    return written.get(folded_word(word), word)


def _known(session: Session, case_id: str, length: int, slips: int) -> Mapping[str, int]:
    """The words of the case that are about as long, with the number of items that have them."""
    given = {"least": length - slips, "most": length + slips}
    if is_sqlite(session):
        return {row[0]: row[1] for row in run(session, IN_FILE, given)}
    case = str(UUID(case_id))
    vectors = VECTORS.format(facet=id_facet(CASE, case), case=case)
    found = run(session, ON_SERVER, {**given, "vectors": vectors})
    return {row[0]: row[1] for row in found}
