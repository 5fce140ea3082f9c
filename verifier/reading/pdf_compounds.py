"""Whether a hyphen at a line's end belongs to the word: "well-known" against "exam-ple".

The document knows best: a word that stands elsewhere with its hyphen, or without, is taken so.
Else a few beginnings of compounds tell, and addresses, in which no typesetter divides.
"""

from __future__ import annotations

import re

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
_SITE = re.compile(r"[\w-]+\.(?:com|org|net|info|gov|edu|int|eu)\b")
_INNER = frozenset({"in", "of", "the", "to", "and", "by", "up", "a"})
"""Words inside compounds such as "mother-in-law"."""


def keeps_hyphen(first: str, rest: str, around: str) -> bool:
    """Whether `first` at a line's end and `rest` below are a compound.

    `around` is the text of this page and those near it, in small letters.
    """
    if _ADDRESS.search(first) or _SITE.match(rest):
        return True
    beginning = re.split(r"[^\w-]", first.lower())[-1]
    ending = re.split(r"[^\w-]", rest.lower())[0]
    wholes, compounds = _count(around, beginning + ending), _count(around, f"{beginning}-{ending}")
    if wholes or compounds:
        return compounds > wholes
    *earlier, last = beginning.split("-")
    if earlier and last in _INNER:
        return True
    known = _COMPOUNDS.get(last)
    return len(last) == 1 or (known is not None and known.match(ending) is not None)


def _count(text: str, word: str) -> int:
    """How often a word stands in a text by itself."""
    count = 0
    at = text.find(word)
    while at >= 0:
        stop = at + len(word)
        count += not (text[at - 1 : at].isalpha() or text[stop : stop + 1].isalpha())
        at = text.find(word, stop)
    return count
