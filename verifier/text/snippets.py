"""Where the words of a search stand in a text, as they are written there; a line around them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from verifier.text.ranges import TextRange
from verifier.text.search_query import Term, words
from verifier.text.vowels import SIGNS

BEFORE = 60
WIDTH = 200
"""Code points of a snippet."""
_MARKS = f"[\u0300-\u036f\u00ad{SIGNS}]*"
_LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ", "st": "ﬅﬆ"}
_SPACE = re.compile(r"[^\S ]")
_PARTS = re.compile("|".join([*_LIGATURES, "."]), re.DOTALL)


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a text on one line; `matches` are ranges of `text`."""

    text: str
    matches: tuple[TextRange, ...] = ()


def pattern(terms: Iterable[Term]) -> re.Pattern[str] | None:
    """What finds any of the terms in a text as it is written; `None` where there is none."""
    parts = [
        re.escape(term.text) if term.is_undivided else _term(_bare_words(term), term.prefix)
        for term in terms
        if not term.negated
    ]
    parts = [part for part in parts if part]
    return re.compile("|".join(parts), re.IGNORECASE) if parts else None


def first_match(text: str, wanted: re.Pattern[str] | None) -> TextRange | None:
    """The first place of any of the words."""
    found = wanted.search(text) if wanted else None
    return TextRange(*found.span()) if found else None


def snippet(text: str, wanted: re.Pattern[str] | None, width: int = WIDTH) -> Snippet:
    """The text around the first match, cut at words, white space made even."""
    first = first_match(text, wanted)
    start = max(0, first.start - BEFORE) if first and len(text) > width else 0
    if start:
        space = text.find(" ", start, first.start if first else None)
        start = space + 1 if space >= 0 else start
    stop = min(len(text), start + width)
    line = _SPACE.sub(" ", text[start:stop])
    lead, tail = ("… " if start else ""), (" …" if stop < len(text) else "")
    shift = len(lead)
    matches = tuple(
        TextRange(found.start() + shift, found.end() + shift)
        for found in (wanted.finditer(line) if wanted else ())
    )
    return Snippet(f"{lead}{line}{tail}", matches)


def _bare_words(term: Term) -> list[str]:
    """Its words without accents and vowel signs."""
    return words(term.text)


def _term(folded: list[str], prefix: bool) -> str:
    if not folded:
        return ""
    body = r"[\W_]+".join(map(_word, folded))
    end = "" if prefix else r"(?![^\W_])"
    return rf"(?<![^\W_]){body}{end}"


def _word(word: str) -> str:
    pieces = []
    for part in _PARTS.findall(word):
        letters = "".join(map(_letter, part))
        pieces.append(f"(?:{letters}|[{_LIGATURES[part]}])" if part in _LIGATURES else letters)
    return "".join(pieces)


def _letter(letter: str) -> str:
    return f"[{re.escape(letter)}{_accented().get(letter, '')}]{_MARKS}"


@cache
def _accented() -> dict[str, str]:
    """For each letter the composed ones that are it with an accent."""
    found: dict[str, str] = defaultdict(str)
    for code in (*range(0xC0, 0x530), *range(0x1E00, 0x2000), *range(0x622, 0x627)):
        character = chr(code)
        base = unicodedata.normalize("NFD", character)[0]
        if base != character:
            found[base.lower()] += character
    return dict(found)
