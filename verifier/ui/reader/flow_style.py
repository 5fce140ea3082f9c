"""How text without pages is set: one row of a table for each kind of paragraph.

Lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QColor, QFont, QTextCharFormat

from verifier.text.document import Span
from verifier.ui.theme import CODE_FONTS, READING_FONT, WINDOW_FONT

TOP_MARGIN = 64.0
BODY = 12
"""The size of plain paragraphs."""
ROOMY = 240.0
"""On a measure of this and more all is set in its usual size."""
LEAST_HEADING = 0.7
"""Of its usual size."""
INDENT = 20.0
"""Of one level of a list."""
CELL_PADDING = 4.0
TALLEST = 620.0
"""Of a picture: it is to be seen at a glance."""
TAB = 32.0

INK = "#1b1f24"
MUTED = "#57606a"
LINK = "#0a5fb4"
RULE = "#c5cbd3"
SHADE = "#f2f4f6"
PAPER_EDGE = "#c5cbd3"
NOTE_SIZE = 8
"""Of the raised mark of a footnote."""


@dataclass(frozen=True, slots=True)
class Style:
    """A kind of paragraph."""

    size: int = BODY
    leading: float = 1.5
    """Height of a line, of the size."""
    family: str = READING_FONT
    bold: bool = False
    italic: bool = False
    colour: str = INK
    before: float = 0.0
    after: float = 8.0
    indent: float = 0.0
    bar: bool = False
    """A rule at the left, as beside a quotation."""
    shaded: bool = False

    @property
    def line(self) -> float:
        """Height of a line."""
        return self.size * self.leading


_CODE = "code"
_STYLES = {
    "paragraph": Style(),
    "line": Style(after=0.0),
    "list-item": Style(after=4.0),
    "quote": Style(before=4.0, after=12.0, indent=16.0, bar=True, colour="#3c444d"),
    "code": Style(size=10, leading=1.45, family=_CODE, before=6.0, after=14.0, shaded=True),
    "table-cell": Style(size=10, leading=1.4, family=WINDOW_FONT, after=0.0),
    "footnote": Style(size=10, leading=1.45, after=4.0, indent=16.0),
    "caption": Style(size=10, leading=1.45, italic=True, colour=MUTED),
    "header": Style(size=10, leading=1.4, colour=MUTED),
    "footer": Style(size=10, leading=1.4, colour=MUTED),
}
_HEADINGS = tuple(
    Style(size, 1.3, WINDOW_FONT, bold=True, before=before, after=after)
    for size, before, after in ((22, 18.0, 10.0), (17, 16.0, 7.0), (14, 14.0, 5.0), (12, 10.0, 4.0))
)


def style_of(kind: str, level: int) -> Style:
    """The style of a paragraph; an unknown kind is set as body text."""
    if kind == "heading":
        return _HEADINGS[min(max(level, 1), len(_HEADINGS)) - 1]
    style = _STYLES.get(kind, _STYLES["paragraph"])
    # What is within a list stands below the words of its item.
    depth = max(level, 1) if kind == "list-item" else level
    return replace(style, indent=style.indent + INDENT * depth) if depth else style


def style_on(kind: str, level: int, measure: float) -> Style:
    """The same where lines are so long: short ones have smaller indents and headings."""
    style = style_of(kind, level)
    by = min(1.0, measure / ROOMY)
    size = style.size
    if size > BODY:
        size = max(BODY, round(size * max(LEAST_HEADING, by)))
    return replace(style, size=size, indent=style.indent * by)


def font_of(style: Style) -> QFont:
    """The font of a style, for a painter whose unit is a point."""
    font = QFont()
    if style.family == _CODE:
        font.setFamilies(list(CODE_FONTS))
        font.setStyleHint(QFont.StyleHint.Monospace)
    else:
        font.setFamily(style.family)
    font.setPixelSize(style.size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setBold(style.bold)
    font.setItalic(style.italic)
    return font


def note_room(mark: str) -> float:
    """How much of a line the raised mark of a footnote takes."""
    return 0.6 * NOTE_SIZE * len(mark) + 1.0


def span_format(span: Span, style: Style) -> QTextCharFormat:
    """The look of an inline span; an unknown kind changes nothing."""
    made = QTextCharFormat()
    if span.kind == "bold":
        made.setFontWeight(QFont.Weight.Bold)
    elif span.kind == "italic":
        made.setFontItalic(True)
    elif span.kind == "underline":
        made.setFontUnderline(True)
    elif span.kind in ("strike", "deleted"):
        made.setFontStrikeOut(True)
    elif span.kind == "code":
        made.setFontFamilies(list(CODE_FONTS))
        made.setBackground(QColor(SHADE))
    elif span.kind == "superscript":
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    elif span.kind == "subscript":
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
    elif span.kind == "link":
        made.setForeground(QColor(LINK))
        made.setFontUnderline(True)
    elif span.kind == "small-caps":
        made.setFontCapitalization(QFont.Capitalization.SmallCaps)
    if style.shaded:
        made.clearBackground()
    return made
