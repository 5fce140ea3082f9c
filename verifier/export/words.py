"""The words of a report in its language: a table for each language but English, the source.

`tr` stands around every text of a report, as `self.tr` does in the window; this side of the house
has no Qt. Which language is spoken is set for the time of writing by `speaking`, for each thread
by itself. What a table lacks, such as a house's own scale, stays as it is.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache

from verifier import paths

ENGLISH = "en"
NAMES: Mapping[str, str] = {"en": "English", "uk": "Українська"}
"""The languages that a report can be in, each by its own name."""


def _one_few_many(number: int) -> int:
    """Which form a Slavic noun has beside a number: 1, 2 to 4, or the rest."""
    if number % 10 == 1 and number % 100 != 11:
        return 0
    return 1 if 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14 else 2


_FORMS: Mapping[str, Callable[[int], int]] = {"uk": _one_few_many}


@dataclass(frozen=True, slots=True)
class Words:
    """The table of a language."""

    language: str = ENGLISH
    texts: Mapping[str, str] = field(default_factory=dict)
    nouns: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """English noun -> its forms beside numbers."""
    thousands: str = ","


_ENGLISH = Words()
_spoken: ContextVar[Words | None] = ContextVar("spoken", default=None)


def language_of(wanted: str, case_language: str) -> str:
    """The language that is chosen, else the case's where there is a table of it, else English."""
    for language in (wanted, case_language):
        code = language.split("-")[0].lower()
        if code in NAMES:
            return code
    return ENGLISH


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Everything written inside is in this language."""
    token = _spoken.set(table(language))
    try:
        yield
    finally:
        _spoken.reset(token)


@lru_cache(maxsize=8)
def table(language: str) -> Words:
    """The words of a language; English has no table, for the program is written in it."""
    if language == ENGLISH:
        return _ENGLISH
    path = paths.resources() / "report" / f"{language}.toml"
    found = tomllib.loads(path.read_text("utf-8"))
    return Words(language, found["texts"], found["nouns"], found["thousands"])


def _words() -> Words:
    return _spoken.get() or _ENGLISH


def spoken() -> str:
    """The language that is being written in."""
    return _words().language


def tr(english: str, **values: object) -> str:
    """A text in the language of the report, with its values put in."""
    told = _words().texts.get(english, english)
    return told.format(**values) if values else told


def figure(number: int) -> str:
    """A number with its thousands apart."""
    return f"{number:,}".replace(",", _words().thousands)


def noun(number: int, english: str) -> str:
    """A noun as it stands beside a number: "claim", "claims"."""
    words = _words()
    forms = words.nouns.get(english)
    if forms is None:
        return english if number == 1 else f"{english}s"
    return forms[_FORMS[words.language](number)]
