"""What a person types to search: words, "a phrase", -not, prefix*, filters as in verdict:false.

Whatever is typed means something: an unknown filter is words, a quote that is never closed closes
at the end. Nothing here raises.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from verifier.text.vowels import without_vowels

FIELDS = frozenset("verdict confidence likelihood by assignee kind status tag stance in".split())
LONGEST = 1000
MOST = 32
"""Words and filters that count; the rest of a pasted page is not a question."""
LEAST_AS_TYPED = 3
"""Letters from which the word being typed stands for all that begin so."""
_QUOTES = dict.fromkeys(map(ord, "“”„‟″«»"), '"')
PIECE = re.compile(
    r'(?P<no>-)?(?:(?P<field>[A-Za-z]+):)?(?:"(?P<phrase>[^"]*)(?:"|$)|(?P<word>[^\s"]+))'
)
WORD = re.compile(r"[^\W_]+")
_LOOSE = {"е": "ё", "ا": "أإآ"}
"""Letters, and what careful writers put instead: no index takes these for accents."""
_BARE = {ord(careful): plain for plain, others in _LOOSE.items() for careful in others}
MOST_SPELLINGS = 24
_UNDIVIDED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand side by side; `prefix`: the last may go on."""

    text: str
    prefix: bool = False
    negated: bool = False

    @property
    def is_undivided(self) -> bool:
        """Whether it is in a script that has no spaces: then it may stand inside any run."""
        return _UNDIVIDED.search(self.text) is not None


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on what is found: `field` is one of FIELDS."""

    field: str
    value: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A search: all terms and all filters must hold."""

    terms: tuple[Term, ...] = ()
    filters: tuple[Filter, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms or self.filters)

    @property
    def undivided(self) -> tuple[Term, ...]:
        """The terms that no index of words can find."""
        return tuple(term for term in self.terms if term.is_undivided)

    def of(self, field: str) -> tuple[Filter, ...]:
        """The filters on a field."""
        return tuple(each for each in self.filters if each.field == field)


def parse(text: str, *, as_typed: bool = False) -> SearchQuery:
    """Read a search. `as_typed`: the last word is still being written, and matches as a prefix."""
    text = _plain(text)
    terms: list[Term] = []
    filters: list[Filter] = []
    for match in PIECE.finditer(text):
        if len(terms) + len(filters) == MOST:
            break
        field = (match["field"] or "").lower()
        value = match["phrase"] if match["phrase"] is not None else match["word"]
        if field in FIELDS:
            if value.strip():
                filters.append(Filter(field, value.strip(), bool(match["no"])))
            continue
        if match["field"]:
            value = f"{match['field']} {value}"
        if not WORD.search(without_vowels(value)):
            continue
        typing = as_typed and match.end() == len(text) and match["phrase"] is None
        letters = sum(character.isalnum() for character in value)
        prefix = value.endswith("*") or (typing and letters >= LEAST_AS_TYPED)
        terms.append(Term(value.rstrip("*"), prefix, bool(match["no"])))
    return SearchQuery(tuple(terms), tuple(filters))


def is_plain_word(piece: re.Match[str]) -> bool:
    """Whether a piece of a search is words to be found: no filter, and nothing that must not be."""
    return not piece["no"] and (piece["field"] or "").lower() not in FIELDS


def words(text: str) -> list[str]:
    """The words of a text as they are compared: lower case, without accents."""
    return WORD.findall(folded_word(text))


def marked_words(text: str) -> list[str]:
    """The same with the marks that other scripts have inside words, such as a vowel of Hindi."""
    letters = (
        each if each.isalnum() or unicodedata.category(each).startswith("M") else " "
        for each in folded_word(text)
    )
    return "".join(letters).split()


def spellings(text: str) -> tuple[str, ...]:
    """Words as they are written, in small letters, and as others write them: елка, ёлка."""
    small = without_vowels(text.lower())
    bare = small.translate(_BARE)
    found = {small: None, bare: None}
    for at, letter in enumerate(bare):
        for careful in _LOOSE.get(letter, ""):
            found[f"{bare[:at]}{careful}{bare[at + 1 :]}"] = None
    return tuple(found)[:MOST_SPELLINGS]


def folded_word(text: str) -> str:
    """Lower case without accents, vowel signs and ligatures; lengths may change."""
    plain = without_vowels(unicodedata.normalize("NFKD", text.lower()))
    return "".join(each for each in plain if not "\u0300" <= each <= "\u036f")


def _plain(text: str) -> str:
    """What can be stored and asked for: no NUL, no half of a surrogate pair."""
    kept = "".join(
        " " if each == "\0" or "\ud800" <= each <= "\udfff" else each for each in text[:LONGEST]
    )
    return unicodedata.normalize("NFC", kept).translate(_QUOTES)
