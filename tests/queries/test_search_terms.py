"""A long beginning that is spelled out finds what it finds as it is."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

import pytest

from verifier.actions.base import Batch
from verifier.actions.claims import AddClaim, EditClaim
from verifier.queries import search_terms
from verifier.queries.search import search
from verifier.queries.search_terms import MOST, Endings, as_indexed
from verifier.workspace import Workspace

STATEMENTS = (
    "The government governs, said the governor.",
    "Governments of today; a government-wide survey.",
    "A café in Zürich, cafés in GENÈVE, the cafeteria",
    "Україна, України і Українська; їжаківський",
    "Straße, strassen, naïveté, naively",
    "interim _internal_ inter-national internationally",
)
QUERIES = (
    "gover", "govern", "GOVERNM", "government", "governmental", "said the gover", "survey gover",
    "gover -survey", '"the gover*"', "cafet", "caféte", "zurich", "Züric", "genev", "украї",
    "їжакі", "strass", "straß", "naivet", "naïvel", "interna", "inter-nat", "_inter", "tag:offic*",
    "in:claims gover", "gov'ernm", 'a"gover',
)  # fmt: skip


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    """A case whose statements have words that begin alike; one was reworded."""
    claims = [AddClaim(each, (), {"tags": ["official data"]}) for each in STATEMENTS]
    gone = AddClaim("governess")
    workspace.do(Batch("fill", (*claims, gone)))
    workspace.do(EditClaim(gone.id, {"statement": "A nanny."}))
    return workspace


def found(workspace: Workspace, query: str) -> list[str]:
    """What is found while the last word is typed, in order."""
    with workspace.reading() as session:
        hits = search(session, workspace.case_id, query, as_typed=True)
        return [hit.snippet.text for hit in hits]


def endings(workspace: Workspace, phrase: str) -> tuple[str, ...]:
    """The phrase spelled out."""
    with workspace.reading() as session:
        return Endings(session).of(phrase)


@pytest.mark.parametrize("query", QUERIES)
def test_a_beginning_finds_the_same_in_the_same_order_whether_spelled_out_or_not(
    filled: Workspace, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    spelled = found(filled, query)
    monkeypatch.setattr(search_terms, "BEGINNINGS", 1000)
    assert spelled == found(filled, query)


def test_a_beginning_is_spelled_out_by_the_words_that_the_case_has(filled: Workspace) -> None:
    spelled = ("government", "governments", "governor", "governs")
    assert endings(filled, "Govern") == spelled
    assert endings(filled, "the govern") == tuple(f"the {word}" for word in spelled)
    assert endings(filled, "україн") == ("україна", "україни", "українська")


@pytest.mark.parametrize("phrase", ["gove", "governess", "", "govern.", "ἀρχήν", "x\u0332yzzy"])
def test_nothing_is_spelled_out_where_that_is_no_gain_or_not_sure(
    filled: Workspace, phrase: str
) -> None:
    assert endings(filled, phrase) == ()


def test_very_many_words_that_begin_so_are_not_spelled_out(workspace: Workspace) -> None:
    words = [f"sample{number:03}" for number in range(MOST + 1)]
    workspace.do(AddClaim(" ".join(words[:-1])))
    assert endings(workspace, "sample") == tuple(words[:-1])
    workspace.do(AddClaim(words[-1]))
    assert endings(workspace, "sample") == ()
    assert len(found(workspace, "sample")) == 2


def test_letters_are_folded_as_the_index_folds_them() -> None:
    known = search_terms._KNOWN
    letters = [chr(code) for code in range(1, 0x3000) if known.fullmatch(chr(code))]
    letters = [letter for letter in letters if re.fullmatch(r"[^\W_]", letter)]
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(
            "CREATE VIRTUAL TABLE f USING fts5(t, tokenize='unicode61 remove_diacritics 2')"
        )
        connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab('f', 'instance')")
        rows = ((number, f"a{letter}b") for number, letter in enumerate(letters))
        connection.executemany("INSERT INTO f (rowid, t) VALUES (?, ?)", rows)
        indexed = dict(connection.execute("SELECT doc, term FROM v"))
    assert len(letters) > 250
    wrong = {
        letter: (indexed[number], as_indexed(f"a{letter}b"))
        for number, letter in enumerate(letters)
        if indexed[number] != as_indexed(f"a{letter}b")
    }
    assert wrong == {}
