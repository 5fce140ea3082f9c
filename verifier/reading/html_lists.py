"""The numbers of a web page's lists, as a browser puts them before the items."""

from __future__ import annotations

import re
from typing import Any

from verifier.reading.figures import written

_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,6}")
_TYPES = {
    "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
    "lower-greek": "lowerGreek", "decimal-leading-zero": "decimalZero", "hebrew": "hebrew1",
    "cjk-decimal": "ideographDigital", "cjk-ideographic": "chineseCounting",
}  # fmt: skip
"""What `type` and `list-style-type` say, as numbers are written here."""
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)


class ListNumbers:
    """Counts the items of one numbered list."""

    def __init__(self, element: Any) -> None:
        self._step = -1 if element.get("reversed") is not None else 1
        first = 1 if self._step > 0 else sum(one.tag == "li" for one in element)
        self._next = _number(element.get("start"), first)
        self._type = _type_of(element) or "decimal"

    def next(self, item: Any) -> str:
        """What stands before the next item."""
        number = _number(item.get("value"), self._next)
        self._next = number + self._step
        return f"{written(number, _type_of(item) or self._type)}."


def _type_of(element: Any) -> str:
    """How an element's own style, or else its attribute, has numbers written; empty: not told."""
    found = _STYLE.search(element.get("style") or "")
    named = found[1].lower() if found else ""
    return _TYPES.get(named) or _TYPES.get(element.get("type") or "", "")


def _number(value: Any, otherwise: int) -> int:
    text = str(value or "").strip()
    return int(text) if _WHOLE_NUMBER.fullmatch(text) else otherwise
