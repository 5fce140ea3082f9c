"""Signs of Arabic and Hebrew that say how a word is spoken: most writers leave them out.

They are vowels, doubled letters, accents of recitation, and the line that only makes an Arabic
word longer. Words with and without them are the same words.
"""

from __future__ import annotations

import re

SIGNS = (
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
)
"""As a class of a regular expression has them."""
_SIGNS = re.compile(f"[{SIGNS}]+")


def without_vowels(text: str) -> str:
    """The text as most would write it."""
    return text if text.isascii() else _SIGNS.sub("", text)
