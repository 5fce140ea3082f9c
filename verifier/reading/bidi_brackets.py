"""Brackets in lines that run to the left: which opens and which closes.

A file may store a bracket as it looks or as it is meant, and PDFium's mirroring fits only one of
them. So it is told by where it stands: an opening one has white before it and none behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_OPENING, _CLOSING = "([{«", ")]}»"
_AFTER_CLOSING = ".,;:!?،؛؟…\"'”"


def _kind(sign: str) -> int | None:
    """Which kind of bracket a sign is, None for what is none."""
    at = max(_OPENING.find(sign), _CLOSING.find(sign))
    return at if at >= 0 and len(sign) == 1 else None


def spans(signs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and last place of neighbouring brackets of one kind, however they look."""
    last: dict[int, int] = {}
    for place, sign in enumerate(signs):
        kind = _kind(sign)
        if kind is None:
            continue
        if kind in last:
            yield last.pop(kind), place
        else:
            last[kind] = place


def as_read(words: str) -> str:
    """The same words, each bracket opening or closing as it stands."""
    signs = list(words)
    open_ones = [0] * len(_OPENING)
    for place, sign in enumerate(words):
        kind = _kind(sign)
        if kind is None:
            continue
        opens = _opens(words, place, is_open=open_ones[kind] > 0)
        signs[place] = (_OPENING if opens else _CLOSING)[kind]
        open_ones[kind] = max(0, open_ones[kind] + (1 if opens else -1))
    return "".join(signs)


def _opens(words: str, place: int, *, is_open: bool) -> bool:
    before, after = words[max(0, place - 1) : place], words[place + 1 : place + 2]
    starts = not before.strip() or before in _OPENING
    ends = not after.strip() or after in _AFTER_CLOSING or after in _CLOSING
    return starts if starts != ends else not is_open
