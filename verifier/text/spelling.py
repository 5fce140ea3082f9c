"""Which of the words there are was meant by one that is none of them: a slip of the hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from verifier.text.search_query import PIECE, WORD, folded_word, is_plain_word

SHORTEST = 3
"""Letters of a word that can be told misspelt."""
LONG = 6
"""Letters from which two slips are forgiven: a letter too much, too few, another, or two turned."""


def slips_of(word: str) -> int:
    """How many slips may lie between a word and the one that was meant; 0: it stays as it is."""
    if len(word) < SHORTEST or not word.isalpha():
        return 0
    return 2 if len(word) >= LONG else 1


def nearest(word: str, known: Mapping[str, int]) -> str:
    """The known word that is nearest, of those as near the commonest.

    Empty where none is near, and where the word is known itself. `known` says how often each
    stands in the texts.
    """
    wanted = folded_word(word)
    choices = {each: each if each.isascii() else folded_word(each) for each in known}
    found = process.extract(
        wanted, choices, scorer=OSA.distance, score_cutoff=slips_of(wanted), limit=None
    )
    if not found or any(distance == 0 for _, distance, _ in found):
        return ""
    # A first letter is seldom wrong.
    return min(found, key=lambda each: (each[1], each[0][0] != wanted[0], -known[each[2]]))[2]


def respelled(query: str, better: Callable[[str], str]) -> str:
    """A search with better words for some of its own.

    Filters, words that are not wanted, and beginnings of words stay.
    """
    made, done = "", 0
    for piece in PIECE.finditer(query):
        if not is_plain_word(piece):
            continue
        for word in WORD.finditer(query, *piece.span()):
            if query[word.end() : word.end() + 1] != "*":
                made += query[done : word.start()] + (better(word[0]) or word[0])
                done = word.end()
    return made + query[done:]
