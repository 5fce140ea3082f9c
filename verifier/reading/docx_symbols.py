"""Signs that Word sets from a symbol font, as the characters they look like.

Word keeps them as a font with a number, often one of the private codes U+F020 to U+F0FF. The signs
of Symbol are Adobe's published encoding of it; of Wingdings these are the arrows and faces that
Word itself puts in as one types, and what is ticked, crossed and listed with.
"""

from __future__ import annotations

_PRIVATE = 0xF000
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
    0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒",
    0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑",
    0xE2: "↓", 0xE8: "➔", 0xF3: "⇔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def sign(font: str, code: int) -> str:
    """The character that a symbol font's sign looks like; the code's own where nobody knows it."""
    known = _FONTS.get(font.strip().lower(), {})
    return known.get(code - _PRIVATE if code >= _PRIVATE else code) or chr(code)


def with_signs(words: str, font: str) -> str:
    """Words in which private codes of a symbol font are the characters they look like."""
    if font.strip().lower() not in _FONTS:
        return words
    return "".join(sign(font, ord(one)) if has_private(one) else one for one in words)


def has_private(words: str) -> bool:
    """Whether there are codes in the words that only a symbol font gives a meaning."""
    return any(_PRIVATE + 0x20 <= ord(one) <= _PRIVATE + 0xFF for one in words)
