"""A long beginning of a word, spelled out: the words of a file's index that begin so.

For a beginning that has no index of its own FTS5 gathers every place of all words that begin so,
before it tells the first one. Of the words themselves it tells one place after the other, and
stops where enough are found.
"""

from __future__ import annotations

import re
import unicodedata

from sqlalchemy import text
from sqlalchemy.orm import Session

from verifier.models.search import BEGINNINGS
from verifier.queries.rows import run

MOST = 24
"""Words that are spelled out; more of them take as long as their places do together."""
NEXT = text("SELECT term FROM temp.search_terms WHERE term >= :least LIMIT 1")
_KNOWN = re.compile(r"[\x01-\x7fÀ-ÖØ-öø-žЀ-ѿҐґ\s]*")
"""Texts in which it is known what FTS5 makes of each letter."""
_LAST = re.compile(r"[^\W_]+$")
_BEHIND = "\x01"
"""Behind a word and before whatever follows it in the index."""


def as_indexed(word: str) -> str | None:
    """A word as FTS5 keeps it: lower case, Latin letters without accents; `None`: not known."""
    if not _KNOWN.fullmatch(word):
        return None
    return "".join(_letter(each) for each in word.lower() if not unicodedata.combining(each))


def _letter(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0] if letter <= "ž" else letter


class Endings:
    """What beginnings go on to in the index; each is looked up once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._found: dict[str, tuple[str, ...]] = {}

    def of(self, phrase: str) -> tuple[str, ...]:
        """The phrase with each word that its last one may be; nothing where that is no gain."""
        if phrase not in self._found:
            self._found[phrase] = self._look_up(phrase)
        return self._found[phrase]

    def _look_up(self, phrase: str) -> tuple[str, ...]:
        last = _LAST.search(phrase)
        beginning = as_indexed(last[0]) if last and as_indexed(phrase) is not None else None
        if last is None or beginning is None or len(beginning) <= BEGINNINGS:
            return ()
        before = phrase[: last.start()]
        words: list[str] = []
        least = beginning
        while (word := self._next(least)) is not None and word.startswith(beginning):
            if len(words) == MOST:
                return ()
            words.append(before + word)
            least = word + _BEHIND
        return tuple(words)

    def _next(self, least: str) -> str | None:
        return run(self._session, NEXT, {"least": least}).scalar()
