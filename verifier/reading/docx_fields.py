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
