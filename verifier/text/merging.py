"""Two people's changes to the same words, brought together word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")
CONTEXT = 2
"""Words, spaces and signs on either side of a change that the other must have left alone."""


def merge(base: str, mine: str, theirs: str) -> str | None:
    """`theirs` with the changes that lead from `base` to `mine`; `None` where they clash."""
    if theirs == base:
        return mine
    old, new, other = (_TOKENS.findall(words) for words in (base, mine, theirs))
    same = [
        (i1, i2, j1)
        for tag, i1, i2, j1, _ in SequenceMatcher(None, old, other, autojunk=False).get_opcodes()
        if tag == "equal"
    ]
    made = list(other)
    changes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for tag, i1, i2, j1, j2 in reversed(changes):
        if tag == "equal":
            continue
        first, last = max(0, i1 - CONTEXT), min(len(old), i2 + CONTEXT)
        block = next((b for b in same if b[0] <= first and last <= b[1]), None)
        if block is None:
            return None
        shift = block[2] - block[0]
        made[i1 + shift : i2 + shift] = new[j1:j2]
    return "".join(made)


def changes(old: str, new: str) -> list[tuple[str, str]]:
    """How `old` became `new`, as stretches in order: "same", "out" or "in", and the words."""
    before, after = _TOKENS.findall(old), _TOKENS.findall(new)
    found: list[tuple[str, str]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(("same", "".join(before[i1:i2])))
            continue
        if i2 > i1:
            found.append(("out", "".join(before[i1:i2])))
        if j2 > j1:
            found.append(("in", "".join(after[j1:j2])))
    return found
