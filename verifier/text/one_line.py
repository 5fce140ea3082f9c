"""Words of a passage in one line, as they are said: for a statement, a card, a table."""

from __future__ import annotations

import re

_CUT = re.compile(r"\u00ad\s*\n\s*|\u00ad|(?<=\w[-\u2010])[^\S\n]*\n\s*(?=\w)")
"""A hyphen that only stands at a line's end; and the line end after one that belongs there."""


def in_one_line(text: str) -> str:
    """Without line ends and soft hyphens; each stretch of white space becomes one space.

    It is for reading only: offsets into `text` do not hold in what comes back.
    """
    return " ".join(_CUT.sub("", text).split())
