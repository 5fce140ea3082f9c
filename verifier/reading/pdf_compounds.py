"""Whether a hyphen at a line's end belongs to the word: "well-known" against "exam-ple".

The document knows best: a word that stands elsewhere with its hyphen, or without, is taken so.
Else a few beginnings of compounds tell, and addresses, in which no typesetter divides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_UNITS = (
    "one two three four five six seven eight nine first second third fourth fifth sixth seventh"
)
_COMPOUNDS = {
    **dict.fromkeys(_TENS, re.compile(rf"(?:{'|'.join(_UNITS.split())}|eighth|ninth)")),
    "self": re.compile(r"(?!ish|less|hood)"),
    "well": re.compile(r"(?!ness|ington)"),
    "cross": re.compile(r"(?!ing|ed\b|es\b|word|road)"),
    "so": re.compile(r"called"),
}
"""First parts of compounds with what may follow them."""
_ADDRESS = re.compile(r"://|www\.|@|\w/\w")
_INNER = frozenset({"in", "of", "the", "to", "and", "by", "up", "a"})
"""Words inside compounds such as "mother-in-law"."""


def keeps_hyphen(first: str, rest: str, texts: Iterable[str]) -> bool:
    """Whether `first` at a line's end and `rest` below are a compound; `texts` stand around it."""
    if _ADDRESS.search(first):
        return True
    beginning, ending = _letters_at_end(first), _letters_at_start(rest)
    joined, parted = beginning + ending, f"{beginning}-{ending}"
    wholes = compounds = 0
    for text in texts:
        wholes += _is_word_of(text, joined)
        compounds += _is_word_of(text, parted)
    if wholes or compounds:
        return compounds > wholes
    *earlier, last = beginning.lower().split("-")
    if earlier and last in _INNER:
        return True
    known = _COMPOUNDS.get(last)
    return len(last) == 1 or (known is not None and known.match(ending.lower()) is not None)


def _is_word_of(text: str, word: str) -> bool:
    return any(_stands_alone(text, one) for one in {word, word.lower(), word.capitalize()})


def _stands_alone(text: str, word: str) -> bool:
    at = text.find(word)
    while at >= 0:
        stop = at + len(word)
        if not text[at - 1 : at].isalpha() and not text[stop : stop + 1].isalpha():
            return True
        at = text.find(word, at + 1)
    return False


def _letters_at_end(word: str) -> str:
    return re.split(r"[^\w-]", word)[-1]


def _letters_at_start(word: str) -> str:
    return re.split(r"[^\w-]", word)[0]
