"""A long report in a new edition: every unchanged passage found, none laid on wrong words.

The edition is made here, so the right answer is known: paragraphs moved, sentences added, deleted
and reworded, one sentence standing many times.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate

import pytest

from verifier.text.anchoring import Anchor, Anchorer, AnchorStatus
from verifier.text.ranges import TextRange, overlap
from verifier.text.selectors import describe

REFRAIN = "The ministry declined to comment."
PARAGRAPHS = 400


@dataclass(frozen=True)
class Passage:
    """A sentence of the old edition, and where it went."""

    old: TextRange
    new: TextRange | None
    reworded: bool


@dataclass(frozen=True)
class Editions:
    old: str
    new: str
    passages: tuple[Passage, ...]


class _Writer:
    """Sentences of made-up words, as frequent as words are."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        letters = "etaoinshrdlucmfwypvbgk"
        self.words = [
            "".join(self.random.choices(letters, k=self.random.randint(2, 10))) for _ in range(3000)
        ]
        self.weights = tuple(accumulate(1 / (rank + 1) for rank in range(len(self.words))))

    def sentence(self) -> str:
        count = self.random.randint(6, 25)
        words = self.random.choices(self.words, cum_weights=self.weights, k=count)
        return f"{' '.join(words).capitalize()} {self.random.randint(1, 999)}."

    def reworded(self, sentence: str) -> str:
        words = sentence.split()
        for _ in range(max(1, len(words) // 8)):
            words[self.random.randrange(len(words))] = self.random.choice(self.words)
        return " ".join(words)


def _write(seed: int) -> Editions:
    writer = _Writer(seed)
    chance = writer.random
    paragraphs = [
        [writer.sentence() for _ in range(chance.randint(2, 7))] for _ in range(PARAGRAPHS)
    ]
    for paragraph in paragraphs[::20]:
        paragraph.append(REFRAIN)
    order = list(range(PARAGRAPHS))
    for _ in range(PARAGRAPHS // 20):
        order.insert(chance.randrange(PARAGRAPHS - 1), order.pop(chance.randrange(PARAGRAPHS)))
    went: dict[tuple[int, int], tuple[TextRange, bool]] = {}
    new = ""
    for number in order:
        if chance.random() < 0.05:
            new += writer.sentence() + "\n"
        for place, sentence in enumerate(paragraphs[number]):
            fate = chance.random()
            if fate < 0.05:
                continue
            words = writer.reworded(sentence) if fate < 0.15 else sentence
            went[number, place] = (TextRange(len(new), len(new) + len(words)), words != sentence)
            new += words + " "
        new += "\n"
    old, passages = "", []
    for number, paragraph in enumerate(paragraphs):
        for place, sentence in enumerate(paragraph):
            to, reworded = went.get((number, place), (None, False))
            passages.append(Passage(TextRange(len(old), len(old) + len(sentence)), to, reworded))
            old += sentence + " "
        old += "\n"
    return Editions(old, new, tuple(passages))


@pytest.fixture(scope="module", params=[1, 2, 3])
def editions(request: pytest.FixtureRequest) -> Editions:
    return _write(request.param)


@pytest.fixture(scope="module")
def anchors(editions: Editions) -> list[Anchor]:
    anchorer = Anchorer(editions.new, before=editions.old)
    return [anchorer.locate(describe(editions.old, each.old)) for each in editions.passages]


def test_every_unchanged_passage_is_found_where_it_went(
    editions: Editions, anchors: list[Anchor]
) -> None:
    for passage, anchor in zip(editions.passages, anchors, strict=True):
        if passage.new is None or passage.reworded:
            continue
        if passage.old.of(editions.old) == REFRAIN and anchor.status is AnchorStatus.AMBIGUOUS:
            continue  # both neighbours are gone too: nobody could tell
        assert anchor.range == passage.new
        assert anchor.status in (AnchorStatus.EXACT, AnchorStatus.MOVED)


def test_no_passage_is_laid_on_the_words_of_another(
    editions: Editions, anchors: list[Anchor]
) -> None:
    for passage, anchor in zip(editions.passages, anchors, strict=True):
        if anchor.range is not None:
            assert passage.new is not None
            assert overlap(anchor.range, passage.new) > len(passage.new) / 2


def test_most_reworded_passages_are_found_as_reworded(
    editions: Editions, anchors: list[Anchor]
) -> None:
    found = Counter(
        anchor.status
        for passage, anchor in zip(editions.passages, anchors, strict=True)
        if passage.new is not None and passage.reworded
    )
    assert found[AnchorStatus.FUZZY] >= 0.85 * found.total()
    assert not found[AnchorStatus.EXACT]
