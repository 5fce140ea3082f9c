"""Regular expressions that would take the memory of the whole machine are refused before use.

An expression is unfolded when it is made ready: `((a{1000}){1000}){1000}` is a thousand million
parts, and no limit on time holds then. One that contains itself piles up calls in the same way.
"""

from __future__ import annotations

import regex

MOST_PARTS = 20_000
"""Of an expression unfolded; each takes some 400 bytes and a microsecond or two."""

_TOKEN = regex.compile(
    r"\\.|\[(?:\\.|[^\]\\])*\]|\{(?P<least>\d*)(?P<most>,\d*)?\}|.", regex.DOTALL
)
_CALL = regex.compile(r"\(\?(?:R|\d|&|P>)")
_DIGITS = 6
"""Of a count; more are too many, whatever is repeated."""


def problem_of(expression: str) -> str:
    """Why an expression cannot be used, in words; empty where nothing speaks against it.

    Whether it makes sense is not asked.
    """
    if _CALL.search(expression):
        return "An expression cannot contain itself."
    if parts_of(expression) > MOST_PARTS:
        return "The expression is too large."
    return ""


def parts_of(expression: str) -> int:
    """How many parts an expression has when its counted repeats are unfolded; rather too many."""
    open_groups: list[int] = [0]
    last: int = 0
    for token in _TOKEN.finditer(expression):
        words = token.group()
        if words == "(":
            open_groups.append(0)
            continue
        if words == ")":
            last = open_groups.pop() if len(open_groups) > 1 else 1
        elif words[0] == "{" and len(words) > 2:
            times = _times(token)
            open_groups[-1] += last * (times - 1)
            last *= times
            continue
        else:
            last = 1
        open_groups[-1] += last
    return sum(open_groups)


def _times(token: regex.Match[str]) -> int:
    counts: list[str] = [token["least"], (token["most"] or "").lstrip(",")]
    if max(map(len, counts)) > _DIGITS:
        return MOST_PARTS + 1
    return max(1, int(counts[0] or 0), int(counts[1] or 0))
