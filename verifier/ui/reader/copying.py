"""What goes to the clipboard: text as it reads, not as it was set; a region as a picture."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from verifier.reading.pdf_compounds import keeps_hyphen
from verifier.reading.pdf_hyphens import JOINING
from verifier.text.ranges import TextRange
from verifier.text.regions import Region
from verifier.ui.reader.boundaries import SOFT_HYPHEN
from verifier.ui.reader.provider import PageProvider

_CUT = re.compile(r"\w[-\u2010]$")
COPIED_SCALE = 200 / 72
"""Pixels a point of a copied picture: 200 dots an inch."""


def copied_text(provider: PageProvider, span: TextRange) -> str:
    """The passage with words joined that a line end cut, and the lines of a paragraph in one.

    Heads and feet of the pages that it goes over are left out.
    """
    text = span.of(provider.text)
    if not provider.paged:
        return text.replace(SOFT_HYPHEN + "\n", "").replace(SOFT_HYPHEN, "")
    running = {one.start for one in provider.running_lines(span)}
    made, offset = "", span.start
    for line in text.split("\n"):
        if offset not in running:
            gap = "\n" if provider.starts_paragraph(offset) else " "
            made = _continued(provider, made, gap, line) if made else line
        offset += len(line) + 1
    return made.replace(SOFT_HYPHEN, "")


def _continued(provider: PageProvider, made: str, gap: str, line: str) -> str:
    """Some words and the next line; a word that was cut between them is whole."""
    if made.endswith(SOFT_HYPHEN) or gap == "\n" or not line[:1].isalnum():
        return made + ("" if made.endswith(SOFT_HYPHEN) else gap) + line
    first, rest = made.split()[-1][:-1], line.split()[0]
    if not _CUT.search(made[-2:]) or rest in JOINING:
        return made + gap + line
    # The text layer leaves a word in two that the end of a page cuts.
    is_set = first[-1:].isalpha() and rest[0].islower()
    if is_set and not keeps_hyphen(first, rest, provider.text.lower()):
        return made[:-1] + line
    return made + line


def picture_of(provider: PageProvider, region: Region, scale: float = COPIED_SCALE) -> QImage:
    """What a region shows, at `scale` pixels a point."""
    x0, y0, x1, y1 = (round(side * scale) for side in region.rect)
    clip = QRect(x0, y0, max(1, x1 - x0), max(1, y1 - y0))
    return provider.render(region.page - 1, scale, clip)
