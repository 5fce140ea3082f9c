"""Which encoding of a Latin alphabet a text is in that is no Unicode.

Statistics of characters cannot tell Western from Central European text: a French à is a letter of
Slovak one code page on. But no language uses all letters: the right encoding is the one in which
the letters with accents are those of one language.
"""

from __future__ import annotations

import re
from collections import Counter

ALPHABETS = {
    "cp1252": (
        "àâæçéèêëîïôœùûüÿ", "äöüß", "áéíóúüñ", "áâãàçéêíóôõú", "àèéìíîòóùú", "åäöé", "æøåéòó",
        "éèëïóöüáí", "áðéíóúýþæö", "àçèéíïóòúü·",
    ),
    "cp1250": (
        "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţ", "čćđšž",
    ),
    "cp1254": ("çğıöşüâîû",),
    "cp1257": ("ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž"),
    "iso8859_2": ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž"),
    "iso8859_9": ("çğıöşüâîû",),
}  # fmt: skip
"""By encoding, likelier ones first: the small letters beyond a to z of the languages in it."""
_LATIN = re.compile(
    r"cp(?:125[02478]|437|85\d|86\d|775)|iso8859_(?:[2349]|1[03456])|latin_1|hp_roman8|"
    r"mac_(?:roman|latin2|iceland|turkish|croatian|romanian)"
)
_SIGN = r"[^\x00-\x7f\w\s“”‘’„»«–—…€£§°¿¡·]"
_INSIDE = re.compile(rf"[a-z]{_SIGN}|{_SIGN}[a-z]", re.IGNORECASE)
FITTING = 0.8
"""So many of a text's letters with accents are those of one language; the rest may be names."""


def is_latin(encoding: str) -> bool:
    """Whether an encoding is one of a Latin alphabet's, which are easily taken for each other."""
    return _LATIN.fullmatch(encoding) is not None


def likeliest(data: bytes) -> str | None:
    """The encoding in which a text uses letters as one language does; None where none fits."""
    best, most = None, 0.0
    for encoding, alphabets in ALPHABETS.items():
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        share = _fit(text, alphabets)
        if share > most:
            best, most = encoding, share
    return best if most >= FITTING else None


def _fit(text: str, alphabets: tuple[str, ...]) -> float:
    """The share of letters with accents, and of signs inside words, that one language has."""
    signs = Counter(text)
    counts: Counter[str] = Counter()
    for sign, count in signs.items():
        if sign > "\x7f" and sign.isalpha():
            counts[sign.lower()[:1]] += count
    counts.pop("i", None)
    total = counts.total() + len(_INSIDE.findall(text))
    if not counts:
        return 0.0
    return max(sum(counts[letter] for letter in alphabet) for alphabet in alphabets) / total
