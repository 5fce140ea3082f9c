"""Selected text as it goes to the clipboard: as it reads, not as it was set."""

from __future__ import annotations

from verifier.text.ranges import TextRange
from verifier.ui.reader.boundaries import SOFT_HYPHEN
from verifier.ui.reader.provider import PageProvider


def copied_text(provider: PageProvider, span: TextRange) -> str:
    """The passage with words joined that a line end cut, and the lines of a paragraph in one."""
    text = span.of(provider.text)
    text = text.replace(SOFT_HYPHEN + "\n", "").replace(SOFT_HYPHEN, "")
    if not provider.paged:
        return text
    lines = text.split("\n")
    made, offset = lines[0], span.start + len(lines[0])
    for line in lines[1:]:
        offset += 1
        made += ("\n" if provider.starts_paragraph(offset) else " ") + line
        offset += len(line)
    return made
