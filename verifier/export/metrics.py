"""How tall paragraphs of each style are, read from the template: enough to guess at pages."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from lxml import etree

from verifier.export.wml import W

TWIPS = 20.0
_WIDTHS = {"Cambria": 0.409, "Calibri": 0.409, "Consolas": 0.55}
"""Average width of a letter of running English, as a share of the size; of others 0.45."""
_HEIGHTS = {"Cambria": 1.172, "Calibri": 1.221, "Consolas": 1.17}
"""Height of a line set solid, as a share of the size; of others 1.2."""
_BOLD_IS_WIDER = 1.025
_RAGGED = 2.5
"""Letters that a line loses on average because words do not break."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """A style in points."""

    size: float = 10.5
    font: str = "Calibri"
    bold: bool = False
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    """A multiple of the solid line; negative: exactly so many points."""
    indent: float = 0.0
    """What the sides take from the width of the text."""
    keep_next: bool = False

    @property
    def line_height(self) -> float:
        """One line with its leading."""
        if self.line < 0:
            return -self.line
        return self.size * _HEIGHTS.get(self.font, 1.2) * self.line

    def lines(self, letters: int, width: float) -> int:
        """Lines that so many letters take in a column of this width in points."""
        letter = self.size * _WIDTHS.get(self.font, 0.45) * (_BOLD_IS_WIDER if self.bold else 1)
        room = max(width - self.indent, letter * 5)
        if letters * letter <= room:
            return 1
        return max(2, math.ceil(letters * letter / (room - _RAGGED * letter)))


@dataclass(frozen=True, slots=True)
class Page:
    """The place for text on a page, in points."""

    width: float
    height: float


@lru_cache(maxsize=4)
def read_metrics(styles: bytes) -> dict[str, Metrics]:
    """Every paragraph style's metrics by id; "" holds the document's defaults."""
    root = etree.fromstring(styles)
    defaults = Metrics()
    for element in root.iterfind(f"{{{W}}}docDefaults"):
        defaults = _changed(defaults, element)
    rows = {
        row.get(f"{{{W}}}styleId", ""): row
        for row in root.iterfind(f"{{{W}}}style")
        if row.get(f"{{{W}}}type") == "paragraph"
    }
    found: dict[str, Metrics] = {"": defaults}

    def metrics(style_id: str, depth: int = 0) -> Metrics:
        if style_id not in found:
            row = rows.get(style_id)
            if row is None or depth > 10:
                return defaults
            based = row.find(f"{{{W}}}basedOn")
            parent = based.get(f"{{{W}}}val", "") if based is not None else ""
            found[style_id] = _changed(metrics(parent, depth + 1), row)
        return found[style_id]

    for style_id in rows:
        metrics(style_id)
    return found


def _changed(base: Metrics, element: etree._Element) -> Metrics:
    """The metrics after what an element's own properties say."""
    changes: dict[str, float | str | bool] = {}
    for row in element.iter():
        name = str(row.tag).rpartition("}")[2]
        if name == "sz":
            changes["size"] = float(row.get(f"{{{W}}}val", "21")) / 2
        elif name == "rFonts" and row.get(f"{{{W}}}ascii"):
            changes["font"] = str(row.get(f"{{{W}}}ascii"))
        elif name == "b":
            changes["bold"] = row.get(f"{{{W}}}val", "1") not in ("0", "false")
        elif name == "keepNext":
            changes["keep_next"] = True
        elif name == "spacing" and row.get(f"{{{W}}}val") is None:
            changes |= _spacing(row)
        elif name == "ind":
            sides = (row.get(f"{{{W}}}left", "0"), row.get(f"{{{W}}}right", "0"))
            changes["indent"] = sum(float(side) for side in sides) / TWIPS
    return replace(base, **changes)  # type: ignore[arg-type]


def _spacing(row: etree._Element) -> dict[str, float | str | bool]:
    found: dict[str, float | str | bool] = {}
    for name in ("before", "after"):
        value = row.get(f"{{{W}}}{name}")
        if value is not None:
            found[name] = float(value) / TWIPS
    line = row.get(f"{{{W}}}line")
    if line is not None:
        exact = row.get(f"{{{W}}}lineRule", "auto") != "auto"
        found["line"] = -float(line) / TWIPS if exact else float(line) / 240
    return found


def read_page(section: str) -> Page:
    """The text area of a section's properties; A4 with the margins of the template by default."""

    def number(name: str, default: float) -> float:
        found = re.search(rf'w:{name}="(-?\d+)"', section)
        return float(found.group(1)) / TWIPS if found else default

    return Page(
        number("w", 595.3) - number("left", 62.35) - number("right", 62.35),
        number("h", 841.9) - number("top", 85) - number("bottom", 68),
    )
