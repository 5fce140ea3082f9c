"""Words of a passage in one line, as they are said: for a statement, a card, a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.text.ranges import TextRange
from verifier.text.running import LINE_END, parts_of, passed_over

_CUT = re.compile(r"\u00ad\s*\n\s*|\u00ad|(?<=\w[-\u2010])[^\S\n]*\n\s*(?=\w)")
"""A hyphen that only stands at a line's end; and the line end after one that belongs there."""

_BEFORE = re.compile(
    r"""(?:\s|[,;:)\]}…،؛、。，；：）】」』]|\.\.+         # what never begins a sentence
    |[.!?–—•·*-]+(?=\s|["'”’»)]|$)                        # the end of the one before, a list's sign
    |["'“”‘’«»‹›]+(?=[\s,;:.!?)]|$))+                     # a quotation that ends
    """,
    re.VERBOSE,
)
"""What a selection takes in before its first word."""


def in_one_line(text: str) -> str:
    """Without line ends and soft hyphens; each stretch of white space becomes one space.

    It is for reading only: offsets into `text` do not hold in what comes back.
    """
    return " ".join(_CUT.sub("", text).split())


def as_statement(text: str) -> str:
    """Words of a passage as a statement: from the first word on, with what opens before it."""
    said = in_one_line(text)
    found = _BEFORE.match(said)
    return said[found.end() :] or said if found else said


def without(text: str, start: int, left_out: Sequence[TextRange]) -> str:
    """A passage that begins at `start` without the stretches that its words go over.

    They are lines, such as the heads and feet of the pages it goes over, and come in order; their
    ends go with them. What it begins or ends with was meant, and stays.
    """
    words = TextRange(start, start + len(text))
    passed = passed_over(words, left_out)
    whole = (TextRange(each.start, each.stop + LINE_END) for each in passed)
    return "".join(part.shifted(-start).of(text) for part in parts_of(words, whole))
