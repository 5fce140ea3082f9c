"""Finding sentences that mix how likely something is with how sure one is of it.

ICD 203 forbids it: a reader cannot tell which of the two words says what. Words come from scales,
so the rule holds for a house's own words as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from verifier.text.ranges import TextRange

_SENTENCE = re.compile(r"[^.!?…\n]+(?:[.!?…](?!\s|$)[^.!?…\n]*)*[.!?…]*")
_CONFIDENCE = r"(?:confidence|confident(?:ly)?)"
_BETWEEN = r"(?:[\s,-]+\w+){0,2}?[\s,-]+"
_ADVERBS = {"high": "highly", "moderate": "moderately"}


def sentences(text: str) -> tuple[TextRange, ...]:
    """The sentences of a plain text, without the space around them."""
    found = []
    for match in _SENTENCE.finditer(text):
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip())
        stop = match.start() + len(words.rstrip())
        if start < stop:
            found.append(TextRange(start, stop))
    return tuple(found)


def mixed_sentences(
    text: str, likelihoods: Iterable[str], confidences: Iterable[str]
) -> tuple[TextRange, ...]:
    """Sentences that hold a word of likelihood and a level of confidence.

    `likelihoods` are phrases such as "very likely"; `confidences` are levels such as "High", which
    count beside the word confidence only.
    """
    likely, sure = _phrases(likelihoods), _levels(confidences)
    if likely is None or sure is None:
        return ()
    return tuple(
        sentence
        for sentence in sentences(text)
        if sure.search(words := text[sentence.start : sentence.stop])
        and likely.search(sure.sub(" ", words))
    )


def _phrases(words: Iterable[str]) -> re.Pattern[str] | None:
    """Any of the phrases as whole words; variants stand behind a slash, "or", or in brackets."""
    variants = {
        variant.strip()
        for phrase in words
        for variant in re.split(r"[/()]|\bor\b", phrase)
        if variant.strip()
    }
    if not variants:
        return None
    longest_first = sorted(variants, key=lambda variant: (-len(variant), variant))
    either = "|".join(r"\s+".join(map(re.escape, each.split())) for each in longest_first)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def _levels(labels: Iterable[str]) -> re.Pattern[str] | None:
    """A level beside the word confidence: "with high confidence", "our confidence is low"."""
    levels = {re.sub(_CONFIDENCE, "", label, flags=re.IGNORECASE).strip() for label in labels}
    levels |= {_ADVERBS[level.lower()] for level in levels if level.lower() in _ADVERBS}
    levels.discard("")
    if not levels:
        return None
    either = "|".join(map(re.escape, sorted(levels)))
    before = rf"(?<!\w)(?:{either}){_BETWEEN}{_CONFIDENCE}(?!\w)"
    after = rf"(?<!\w){_CONFIDENCE}(?:[\s:,]+\w+){{0,2}}?[\s:,]+(?:{either})(?!\w)"
    return re.compile(f"{before}|{after}", re.IGNORECASE)
