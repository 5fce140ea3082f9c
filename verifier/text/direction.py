"""Which way words run: scripts such as Arabic and Hebrew are written from right to left."""

from __future__ import annotations

import re
import unicodedata

_RTL = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def is_rtl(words: str) -> bool:
    """Whether any letter of the words is written from right to left."""
    return _RTL.search(words) is not None


def runs_rtl(words: str) -> bool:
    """Whether a paragraph of these words runs from right to left: its first strong letter says.

    So Unicode has it for text that tells nothing of its direction (UAX #9, rules P2 and P3).
    """
    if not is_rtl(words):
        return False
    for character in words:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False
