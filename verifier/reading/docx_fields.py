"""Fields of a Word document: codes whose results are read, and fields of forms without a result."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from verifier.reading.docx_package import attribute, local
from verifier.reading.docx_styles import child, is_on, number

TICKED, UNTICKED = "☒", "☐"
_LINK = re.compile(r'\s*HYPERLINK\s+(?:\\l\s+)?"([^"]+)"', re.IGNORECASE)


@dataclass(slots=True)
class Field:
    """A field that has begun: its code, its marks, and where its result starts once known."""

    begin: Any = None
    """The `fldChar` elements; None where the file does not close what it opens."""
    end: Any = None
    code: str = ""
    start: int | None = None


class Fields:
    """The fields that the reading is in, the outermost first."""

    def __init__(self) -> None:
        self._open: list[Field] = []

    def mark(self, element: Any, at: int) -> None:
        """A field begins, or its code ends and its result stands at this place of the text."""
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._open.append(Field(begin=element))
        elif kind == "separate" and self._open:
            self._open[-1].start = at

    def add_code(self, code: str) -> None:
        """A piece of the innermost field's code."""
        if self._open:
            self._open[-1].code += code

    def end(self, element: Any) -> Field | None:
        """The field that ends here; None where none has begun."""
        if not self._open:
            return None
        ended = self._open.pop()
        ended.end = element
        return ended

    @property
    def in_code(self) -> bool:
        """Whether what stands here is a code and no result."""
        return any(one.start is None for one in self._open)

    @property
    def outermost(self) -> Field | None:
        """The outermost field that is no link."""
        return next((one for one in self._open if not link_of_field(one.code)), None)


def link_of_field(code: str) -> str:
    """The address that a field leads to; empty where it is no link."""
    match = _LINK.match(code)
    if match is None:
        return ""
    return f"#{match[1]}" if "\\l" in code[: match.start(1)] else match[1]


def shown_by_form(begin: Any) -> str:
    """What Word draws for a tick box or a choice of a form, which have no words of their own."""
    told = child(begin, "ffData")
    box, choice = child(told, "checkBox"), child(told, "ddList")
    if box is not None:
        is_ticked = is_on(box, "checked" if child(box, "checked") is not None else "default")
        return TICKED if is_ticked else UNTICKED
    if choice is None:
        return ""
    entries = [attribute(one, "val") or "" for one in choice if local(one) == "listEntry"]
    chosen = number(child(choice, "result"), number(child(choice, "default"), 0))
    return entries[chosen] if 0 <= chosen < len(entries) else ""
