"""What became of each passage in a new edition of its text.

A passage is the same where its words stand, unchanged, between what stood around it; moved where
they stand elsewhere in the order of the text; changed, ambiguous or gone as the anchoring says. The
order is told by the lines that both texts have once: those of them that kept their order are
landmarks, and a passage that stands between other landmarks than before has moved.
"""

from __future__ import annotations

import difflib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from verifier.text.anchoring import Anchor, Anchorer, AnchorStatus
from verifier.text.ranges import TextRange
from verifier.text.selectors import Selectors

LANDMARK = 12
"""Code points from which a line is told from others."""
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")


class Fate(StrEnum):
    """What became of a passage."""

    SAME = "same"
    MOVED = "moved"
    CHANGED = "changed"
    AMBIGUOUS = "ambiguous"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage of the old text: whose it is, and how it is remembered."""

    id: str
    selectors: Selectors
    range: TextRange


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mark. `new` is where it stands now, or may stand (changed)."""

    id: str
    fate: Fate
    old: TextRange
    old_words: str
    new: TextRange | None = None
    new_words: str = ""
    score: float = 0.0
    candidates: tuple[TextRange, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of two wordings: `kind` is equal, replace, delete or insert."""

    kind: str
    old: str
    new: str


def outcomes(old: str, new: str, marks: Iterable[Mark]) -> tuple[Outcome, ...]:
    """What became of the marks of one text in another, in the order they came."""
    anchorer = Anchorer(new, before=old)
    landmarks = Landmarks(old, new)
    found = []
    for mark in marks:
        if not len(mark.range):
            found.append(Outcome(mark.id, Fate.GONE, mark.range, ""))
            continue
        anchor = anchorer.locate(mark.selectors)
        found.append(_outcome(mark, anchor, old, new, landmarks))
    return tuple(found)


def differences(old: str, new: str) -> tuple[Difference, ...]:
    """What was changed from one wording to the other, word by word."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    return tuple(
        Difference(kind, "".join(before[i:j]), "".join(after[k:m]))
        for kind, i, j, k, m in matcher.get_opcodes()
    )


class Landmarks:
    """The lines that two texts share and that kept their order."""

    def __init__(self, old: str, new: str) -> None:
        before, after = _lines_once(old), _lines_once(new)
        shared = sorted((before[line], after[line]) for line in before.keys() & after.keys())
        kept = _longest_rising([at for _, at in shared])
        self._old = [shared[index][0] for index in kept]
        self._new = [shared[index][1] for index in kept]

    def same_place(self, old: int, new: int) -> bool:
        """Whether an offset stands between the landmarks that it stood between."""
        index = bisect_right(self._old, old)
        after_last = index == 0 or self._new[index - 1] <= new
        before_next = index == len(self._new) or new < self._new[index]
        return after_last and before_next


def _outcome(mark: Mark, anchor: Anchor, old: str, new: str, landmarks: Landmarks) -> Outcome:
    words = mark.range.of(old)
    if anchor.range is None:
        fate = Fate.AMBIGUOUS if anchor.status is AnchorStatus.AMBIGUOUS else Fate.GONE
        return Outcome(mark.id, fate, mark.range, words, candidates=anchor.candidates)
    if anchor.status is AnchorStatus.FUZZY:
        fate = Fate.CHANGED
    elif landmarks.same_place(mark.range.start, anchor.range.start):
        fate = Fate.SAME
    else:
        fate = Fate.MOVED
    return Outcome(
        mark.id,
        fate,
        mark.range,
        words,
        anchor.range,
        anchor.range.of(new),
        anchor.score,
        anchor.candidates,
    )


def _lines_once(text: str) -> dict[str, int]:
    """The longer lines that occur once, with their offsets."""
    found: dict[str, int] = {}
    often: set[str] = set()
    at = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if len(words) >= LANDMARK:
            if words in found:
                often.add(words)
            found[words] = at
        at += len(line)
    return {words: at for words, at in found.items() if words not in often}


def _longest_rising(values: list[int]) -> list[int]:
    """Indices of the longest rising subsequence."""
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for index, value in enumerate(values):
        place = bisect_left(tails, value)
        previous.append(ends[place - 1] if place else -1)
        if place == len(tails):
            tails.append(value)
            ends.append(index)
        else:
            tails[place], ends[place] = value, index
    rising = []
    index = ends[-1] if ends else -1
    while index >= 0:
        rising.append(index)
        index = previous[index]
    return rising[::-1]
