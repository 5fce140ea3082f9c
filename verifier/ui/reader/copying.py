"""What goes to the clipboard: text as it reads, not as it was set; a region as a picture."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from verifier.text.ranges import TextRange
from verifier.text.regions import Region
from verifier.ui.reader.boundaries import SOFT_HYPHEN
from verifier.ui.reader.provider import PageProvider

_CUT = re.compile(r"\w[-\u2010]$")
COPIED_SCALE = 200 / 72
"""Pixels a point of a copied picture: 200 dots an inch."""


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
        is_cut = bool(_CUT.search(made[-2:])) and line[:1].isalnum()
        made += ("\n" if provider.starts_paragraph(offset) else "" if is_cut else " ") + line
        offset += len(line)
    return made


def picture_of(provider: PageProvider, region: Region, scale: float = COPIED_SCALE) -> QImage:
    """What a region shows, at `scale` pixels a point."""
    x0, y0, x1, y1 = (round(side * scale) for side in region.rect)
    clip = QRect(x0, y0, max(1, x1 - x0), max(1, y1 - y0))
    return provider.render(region.page - 1, scale, clip)
