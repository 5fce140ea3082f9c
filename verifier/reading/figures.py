"""Numbers as lists and notes write them: letters, Roman figures, signs of other scripts."""

from __future__ import annotations

BULLET = "•"
"""What stands before the items of a list without numbers."""
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LETTERS = {
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
    "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "russianLower": "абвгдежзиклмнопрстуфхцчшщыэюя",
    "russianUpper": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ",
    "lowerGreek": "αβγδεζηθικλμνξοπρστυφχψω",
    "arabicAlpha": "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "arabicAbjad": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
}
"""Alphabets: behind the last letter they begin again with every letter twice."""
_MOST_ROUNDS = 30
_SIGNS = {
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "chicago": "*†‡§",
}
"""Series that end: what comes behind is written in Arabic figures."""
_CHINESE = frozenset(
    """chineseCounting chineseCountingThousand taiwaneseCounting taiwaneseCountingThousand
    japaneseCounting ideographDigital japaneseDigitalTenThousand""".split()
)
_IDEOGRAPHS = "〇一二三四五六七八九"
_HEBREW_ONES, _HEBREW_TENS = "אבגדהוזחט", "יכלמנסעפצ"


def written(value: int, style: str) -> str:
    """A number as a list writes it; in a style not known here, in Arabic figures.

    The styles are named as Word names them.
    """
    letters = _LETTERS.get(style)
    if letters and 0 < value <= len(letters) * _MOST_ROUNDS:
        return letters[(value - 1) % len(letters)] * (1 + (value - 1) // len(letters))
    if style in ("lowerRoman", "upperRoman") and 0 < value < 4000:
        return _roman(value).upper() if style == "upperRoman" else _roman(value)
    if style in _SIGNS and 0 < value <= len(_SIGNS[style]):
        return _SIGNS[style][value - 1]
    if style in _CHINESE and 0 <= value < 100:
        return _ideographs(value)
    if style == "hebrew1" and 0 < value < 100:
        return _hebrew(value)
    if style == "ordinal":
        return f"{value}{_ending(value)}"
    if style == "decimalFullWidth":
        return "".join(chr(ord(digit) - ord("0") + ord("０")) for digit in str(value))
    return f"{value:02}" if style == "decimalZero" else str(value)


def _roman(value: int) -> str:
    letters = ""
    for worth, sign in _ROMAN:
        letters += sign * (value // worth)
        value %= worth
    return letters


def _ideographs(value: int) -> str:
    tens, ones = divmod(value, 10)
    if not tens:
        return _IDEOGRAPHS[ones]
    return (_IDEOGRAPHS[tens] if tens > 1 else "") + "十" + (_IDEOGRAPHS[ones] if ones else "")


def _hebrew(value: int) -> str:
    """Fifteen and sixteen are written 9 + 6 and 9 + 7: otherwise they would begin God's name."""
    if value in (15, 16):
        return "ט" + _HEBREW_ONES[value - 10]
    tens, ones = divmod(value, 10)
    return (_HEBREW_TENS[tens - 1] if tens else "") + (_HEBREW_ONES[ones - 1] if ones else "")


def _ending(value: int) -> str:
    if value % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
