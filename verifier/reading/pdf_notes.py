"""Footnotes of a PDF page that stand between a sentence and its end on the next page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from verifier.reading.document import RUNNING, Block
from verifier.reading.pdf_lines import Line
from verifier.reading.pdf_paragraphs import continues

SMALLER = 0.93
"""A note is at most so tall as the text above it, in heights of that one's lines."""
_MARK = re.compile(r"(?:\d{1,3}|\[\d{1,3}\]|[*†‡§]{1,3})\s?(?=[^\W\d_]|[\"“„«‘(])")


def with_notes_apart(
    text: str, lines: Sequence[Line], blocks: list[Block], shift: int
) -> list[Block]:
    """The blocks of a page whose text starts at `shift`, notes below an open sentence named so.

    Notes are what begins with a mark, is smaller than the text, and comes last on the page.
    """
    body = [place for place, block in enumerate(blocks) if block.kind not in RUNNING]
    notes: list[int] = []
    while body and _MARK.match(text, blocks[body[-1]].start - shift):
        notes.append(body.pop())
    if not (notes and body and continues(text, blocks[body[-1]], shift)):
        return blocks
    sizes = {line.start + shift: line.size for line in lines}
    tall = sizes[blocks[body[-1]].start]
    if any(sizes[blocks[place].start] > SMALLER * tall for place in notes):
        return blocks
    made = list(blocks)
    for place in notes:
        made[place] = replace(blocks[place], kind="page-note", level=0)
    return made
