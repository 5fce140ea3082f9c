"""UTF-16 without a byte order mark: told from binary data, and which byte of two comes first.

Read the wrong way round, or where the bytes are none, the pairs make characters that nobody has
assigned, codes of control, or halves of characters; and next to no blanks, line ends, figures and
stops, without which no text of any script is written.
"""

from __future__ import annotations

import codecs
import unicodedata

ORDERS = ("utf-16-le", "utf-16-be")
LOOKED_AT = 8192
"""Bytes."""
SHORTEST = 4
"""Bytes that can be told."""
MOST_FAULTS = 0.002
"""Share of characters that cannot stand in a text."""
LEAST_PLAIN = 0.02
"""Share of blanks, stops and whatever else is ASCII in a text of any script."""
_FULL_WIDTH = "\u3000\u3001\u3002\uff0c"
"""The blank and the stops of Chinese and Japanese."""
_LAYOUT = "\t\n\f\r\x1b"
_NO_TEXT = frozenset(["Cc", "Cn", "Co", "Cs"])


def utf16_order(head: bytes) -> str:
    """Python's name of the UTF-16 that a file's first bytes are, "" where they are none."""
    head = head[:LOOKED_AT]
    if len(head) < SHORTEST or b"\x00" not in head:
        return ""
    return next((order for order in ORDERS if _is_text(head, order)), "")


def _is_text(head: bytes, order: str) -> bool:
    try:
        text = codecs.getincrementaldecoder(order)().decode(head)
    except UnicodeDecodeError:
        return False
    faults = sum(
        unicodedata.category(character) in _NO_TEXT and character not in _LAYOUT
        for character in text
    )
    plain = sum(character < "\x7f" or character in _FULL_WIDTH for character in text)
    return faults <= MOST_FAULTS * len(text) and plain >= LEAST_PLAIN * len(text)
