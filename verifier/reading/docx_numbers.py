"""The numbers that Word puts before list items and headings, counted as Word counts them.

They are no text of the document and take no offset: a view paints them before the paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from verifier.reading.docx_package import attribute, local
from verifier.reading.docx_styles import child, is_on, number
from verifier.reading.docx_symbols import bullet
from verifier.reading.figures import BULLET, written

_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    pattern: str
    style: str
    is_legal: bool
    """All numbers in it are Arabic ones."""
    bullet: str
    """The sign before items that are not counted."""
    restart: int | None = None
    """The number of levels whose use starts it anew, 0 for none; left out: all above it."""

    def begins_anew(self, own: int, used: int) -> bool:
        """Whether this level, at depth `own`, starts anew once one at depth `used` was used."""
        return used < (own if self.restart is None else min(self.restart, own))


@dataclass(frozen=True, slots=True)
class _List:
    """What a `num` says: whose counters it uses, and where it starts them anew."""

    counters: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbers:
    """Counts the numbered paragraphs of a document, in its order."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._of_styles = _styles(styles)
        self._lists = _lists(numbering, self._of_styles)
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
            known = found.levels.get(deeper)
            if known is None or known.begins_anew(deeper, level):
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


def _lists(numbering: Any, of_styles: dict[str, tuple[str, int | None]]) -> dict[str, _List]:
    if numbering is None:
        return {}
    shared = {
        attribute(one, "abstractNumId") or "": one
        for one in numbering
        if local(one) == "abstractNum"
    }
    links = {attribute(one, "numId") or "": _value(one, "abstractNumId") for one in numbering}
    found = {}
    for one in numbering:
        counters = _value(one, "abstractNumId") if local(one) == "num" else ""
        if not counters:
            continue
        if style := _value(shared.get(counters), "numStyleLink"):
            counters = links.get(of_styles.get(style, ("", None))[0]) or counters
        levels = _levels(shared.get(counters, ()))
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
            restart = child(one, "lvlRestart")
            found[_whole(one, "ilvl")] = _Level(
                number(child(one, "start"), 0),
                _value(one, "numFmt") or "decimal",
                _value(one, "lvlText"),
                _value(one, "pStyle"),
                is_on(one, "isLgl"),
                _bullet(one),
                None if restart is None else number(restart, 0),
            )
    return found


def _bullet(level: Any) -> str:
    """The sign of a level; a picture that serves as one is not shown, a bullet is."""
    is_picture = child(level, "lvlPicBulletId") is not None or child(level, "lvlText") is None
    return BULLET if is_picture else bullet(_value(level, "lvlText"), child(level, "rPr"))


def _value(element: Any, name: str) -> str:
    """The `val` of an element's child; empty where it has none."""
    found = child(element, name)
    return "" if found is None else attribute(found, "val") or ""


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
        return own.bullet
    if own.format == "none":
        return ""

    def counted(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        known = levels.get(place)
        value = counts.get(place, known.start if known else 1)
        return written(value, "decimal" if own.is_legal or known is None else known.format)

    return _PLACE.sub(counted, own.pattern).strip()
