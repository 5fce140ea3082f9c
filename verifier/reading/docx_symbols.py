"""Signs that Word sets from a symbol font, as the characters they look like.

Word keeps them as a font with a number, often one of the private codes U+F020 to U+F0FF. The signs
of Symbol are Adobe's published encoding of it; of the Wingdings these are the arrows and faces that
Word itself puts in as one types, and what is ticked, crossed and listed with.
"""

from __future__ import annotations

import re
from typing import Any

from verifier.reading.docx_package import attribute
from verifier.reading.docx_styles import child
from verifier.reading.figures import BULLET

_PRIVATE = 0xF000
_CODES = re.compile("[\uf020-\uf0ff]")
_GREEK = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾"
    "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_SIGNS = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"
_SYMBOL = {
    **dict(enumerate(_GREEK, 0x20)),
    **dict(enumerate(_SIGNS, 0xA0)),
    **dict(enumerate("〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭", 0xF1)),
}
_WINGDINGS = {
    0x46: "☞", 0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□",
    0x70: "❐", 0x71: "❑", 0x72: "❒", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x78: "☒",
    0x9F: "•", 0xA1: "○", 0xA4: "◉", 0xA5: "◎", 0xA7: "▪", 0xA8: "☐", 0xAA: "✦", 0xAB: "★",
    0xAC: "✶", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦",
    0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xF3: "⇔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x97: "●"},
    "wingdings 3": {0x7D: "▶"},
}


def symbol(element: Any) -> str:
    """The character of a `w:sym`; its own code where nobody knows what it looks like."""
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return ""
    if not (0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE):
        return ""
    return _sign(attribute(element, "font") or "", code)


def as_shown(element: Any, words: str) -> str:
    """The words of a run's `w:t`; private codes in them by the run's font."""
    if _CODES.search(words) is None:
        return words
    font = _font(child(element.getparent(), "rPr"))
    return _CODES.sub(lambda found: _sign(font, ord(found[0])), words)


def bullet(words: str, properties: Any) -> str:
    """What Word paints before an item for the words of its list's level, set as these say.

    A sign that nobody knows is shown as any bullet: its code alone says nothing.
    """
    font = _font(properties)
    shown = "".join(_sign(font, ord(character)) for character in words).strip()
    return BULLET if _CODES.search(shown) else shown


def _font(properties: Any) -> str:
    fonts = child(properties, "rFonts")
    named = None if fonts is None else attribute(fonts, "ascii") or attribute(fonts, "hAnsi")
    return named or ""


def _sign(font: str, code: int) -> str:
    known = _FONTS.get(font.strip().lower(), {})
    return known.get(code - _PRIVATE if code >= _PRIVATE else code) or chr(code)
