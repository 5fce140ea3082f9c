"""The numbers that Word puts before list items and headings, counted as Word counts them.

They are no text of the document and take no offset: a view paints them before the paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from verifier.reading.docx_package import attribute, local
from verifier.reading.docx_styles import child, is_on, number

BULLET = "•"
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    pattern: str
    style: str
    is_legal: bool
    """All numbers in it are Arabic ones."""


@dataclass(frozen=True, slots=True)
class _List:
    """What a `num` says: whose counters it uses, and where it starts them anew."""

    counters: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbers:
    """Counts the numbered paragraphs of a document, in its order."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._lists = _lists(numbering)
        self._of_styles = _styles(styles)
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, properties: Any) -> str:
        """The number or bullet of the next paragraph, "" where it has none."""
        key, level = self._place(properties)
        found = self._lists.get(key)
        if found is None or level not in found.levels:
            return ""
        counts = self._counts.setdefault(found.counters, {})
        if level in found.starts and (key, level) not in self._begun:
            self._begun.add((key, level))
            counts[level] = found.starts[level]
        else:
            counts[level] = counts.get(level, found.levels[level].start - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        return _label(found.levels, level, counts)

    def _place(self, properties: Any) -> tuple[str, int]:
        """The list's id and the level from 0; the paragraph's own word goes before its style's."""
        style = child(properties, "pStyle")
        named = attribute(style, "val") or "" if style is not None else ""
        key, level = self._of_styles.get(named, ("", None))
        own = child(properties, "numPr")
        if own is not None:
            identity = child(own, "numId")
            key = (attribute(identity, "val") or "") if identity is not None else key
            level = number(child(own, "ilvl"), level or 0)
        if level is None and key in self._lists:
            levels = self._lists[key].levels
            level = next((n for n, one in levels.items() if named and one.style == named), 0)
        return key, level or 0


def _lists(numbering: Any) -> dict[str, _List]:
    if numbering is None:
        return {}
    shared = {
        attribute(one, "abstractNumId") or "": _levels(one)
        for one in numbering
        if local(one) == "abstractNum"
    }
    found = {}
    for one in numbering:
        link = child(one, "abstractNumId") if local(one) == "num" else None
        if link is None:
            continue
        counters = attribute(link, "val") or ""
        levels = dict(shared.get(counters, {}))
        starts = {}
        for change in one:
            if local(change) == "lvlOverride":
                levels |= _levels(change)
                start = child(change, "startOverride")
                if start is not None:
                    starts[_whole(change, "ilvl")] = number(start, 1)
        found[attribute(one, "numId") or ""] = _List(counters, levels, starts)
    return found


def _levels(parent: Any) -> dict[int, _Level]:
    found = {}
    for one in parent:
        if local(one) == "lvl":
            texts = {name: child(one, name) for name in ("numFmt", "lvlText", "pStyle")}
            values = {
                name: (attribute(element, "val") or "") if element is not None else ""
                for name, element in texts.items()
            }
            found[_whole(one, "ilvl")] = _Level(
                number(child(one, "start"), 0),
                values["numFmt"] or "decimal",
                values["lvlText"],
                values["pStyle"],
                is_on(one, "isLgl"),
            )
    return found


def _styles(root: Any) -> dict[str, tuple[str, int | None]]:
    """The list and level that each paragraph style asks for, its own or its parents'."""
    if root is None:
        return {}
    styles = {attribute(one, "styleId") or "": one for one in root if local(one) == "style"}
    found: dict[str, tuple[str, int | None]] = {}
    for name in styles:
        key, seen = name, set[str]()
        while key in styles and key not in seen:
            seen.add(key)
            own = child(child(styles[key], "pPr"), "numPr")
            identity = child(own, "numId")
            if identity is not None:
                level = child(own, "ilvl")
                asked = number(level, 0) if level is not None else None
                found[name] = (attribute(identity, "val") or "", asked)
                break
            based = child(styles[key], "basedOn")
            key = (attribute(based, "val") or "") if based is not None else ""
    return found


def _whole(element: Any, name: str) -> int:
    value = attribute(element, name) or ""
    return int(value) if value.isascii() and value.isdigit() else 0


def _label(levels: dict[int, _Level], level: int, counts: dict[int, int]) -> str:
    own = levels[level]
    if own.format == "bullet":
        return BULLET
    if own.format == "none":
        return ""

    def counted(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        known = levels.get(place)
        value = counts.get(place, known.start if known else 1)
        return written(value, "decimal" if own.is_legal or known is None else known.format)

    return _PLACE.sub(counted, own.pattern).strip()


def note_formats(*roots: Any) -> dict[str, str]:
    """How foot- and endnotes are numbered, as the first of these parts to say so has it.

    Word numbers footnotes 1, 2, 3 and endnotes i, ii, iii by itself.
    """
    formats: dict[str, str] = {}
    for root in roots:
        named = root.iter("{*}footnotePr", "{*}endnotePr") if root is not None else ()
        for element in named:
            style = child(element, "numFmt")
            if style is not None:
                kind = local(element).removesuffix("Pr")
                formats.setdefault(kind, attribute(style, "val") or "decimal")
    return {"footnote": "decimal", "endnote": "lowerRoman", **formats}


def written(value: int, style: str) -> str:
    """A number as a list writes it; in a style not known here, in Arabic figures."""
    if style in ("lowerLetter", "upperLetter") and 0 < value <= 26 * 30:
        letters = chr(97 + (value - 1) % 26) * (1 + (value - 1) // 26)
        return letters if style == "lowerLetter" else letters.upper()
    if style in ("lowerRoman", "upperRoman") and 0 < value < 4000:
        letters = ""
        for worth, sign in _ROMAN:
            letters += sign * (value // worth)
            value %= worth
        return letters if style == "lowerRoman" else letters.upper()
    return f"{value:02}" if style == "decimalZero" else str(value)
