"""WordprocessingML as text: the few pieces that a report is made of.

Text is written, not built as a tree: it is ten times faster and grows linearly. What goes in as
plain words is escaped here; what is called `content`, `runs` or `xml` is markup already.
"""

from __future__ import annotations

import re
from functools import lru_cache

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:w14="{W14}" xmlns:mc="{MC}" mc:Ignorable="w14"'
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"

_ILLEGAL = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SPECIAL = re.compile("([\n\t\x0b\x0c])")
_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>", "\x0b": "<w:br/>", "\x0c": "<w:br/>"}


def escape(words: str) -> str:
    """Words as XML text and attribute value; what XML cannot hold becomes U+FFFD, one for one."""
    words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    words = words.replace('"', "&quot;").replace("\r", "&#13;")
    return _ILLEGAL.sub("\ufffd", words)


def text(words: str) -> str:
    """The inside of a run: line breaks and tabs are elements of their own."""
    if _SPECIAL.search(words) is None:
        return f'<w:t xml:space="preserve">{escape(words)}</w:t>'
    pieces = _SPECIAL.split(words)
    return "".join(
        _BREAKS.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        for piece in pieces
        if piece
    )


@lru_cache(maxsize=4096)
def look(
    *,
    style: str = "",
    font: str = "",
    bold: bool = False,
    italic: bool = False,
    color: str = "",
    size: float = 0,
    underline: str = "",
    underline_color: str = "",
    shade: str = "",
    raised: bool = False,
    rtl: bool = False,
    language: str = "",
) -> str:
    """Run properties in the order that Word wants. Sizes in points, colours RRGGBB."""
    half = round(size * 2)
    rows = (
        f'<w:rStyle w:val="{style}"/>' if style else "",
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>' if font else "",
        "<w:b/><w:bCs/>" if bold else "",
        "<w:i/><w:iCs/>" if italic else "",
        f'<w:color w:val="{color}"/>' if color else "",
        f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>' if half else "",
        f'<w:u w:val="{underline}" w:color="{underline_color or "auto"}"/>' if underline else "",
        f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else "",
        '<w:vertAlign w:val="superscript"/>' if raised else "",
        "<w:rtl/>" if rtl else "",
        f'<w:lang w:val="{language}" w:bidi="{language}"/>' if language else "",
    )
    inside = "".join(rows)
    return f"<w:rPr>{inside}</w:rPr>" if inside else ""


def run(words: str, properties: str = "") -> str:
    """Words in one look."""
    return f"<w:r>{properties}{text(words)}</w:r>" if words else ""


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph; `properties` follow the style in the schema's order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


KEEP_NEXT = "<w:keepNext/>"


def spacing(*, before: float | None = None, after: float | None = None) -> str:
    """Space above and below, in points."""
    above = "" if before is None else f' w:before="{round(before * 20)}"'
    below = "" if after is None else f' w:after="{round(after * 20)}"'
    return f"<w:spacing{above}{below}/>"


def field(instruction: str, cached: str, properties: str = "") -> str:
    """A field with the result that it had when written; Word renews it on demand."""
    return field_of(instruction, run(cached, properties), properties)


def field_of(instruction: str, result: str, properties: str = "") -> str:
    """A field whose result is runs."""
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {escape(instruction)} '
        "</w:instrText></w:r>"
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{result}"
        f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def jump(bookmark: str, runs: str, tip: str = "") -> str:
    """A link to a bookmark of this document."""
    tooltip = f' w:tooltip="{escape(tip)}"' if tip else ""
    return f'<w:hyperlink w:anchor="{bookmark}" w:history="1"{tooltip}>{runs}</w:hyperlink>'


def external(relationship: str, runs: str) -> str:
    """A link to an address outside."""
    return f'<w:hyperlink r:id="{relationship}" w:history="1">{runs}</w:hyperlink>'


LINK = look(style="Hyperlink", color="0B5394", underline="single", underline_color="0B5394")
BOLD = look(bold=True)
