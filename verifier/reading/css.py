"""As much of style sheets as it takes to know what they hide: rules on `display`, and selectors.

A sheet is a stranger's text: it is cut into rules in one pass, and nothing in it is followed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

SCREEN = 1280
"""Pixels of the window that a page is thought to be read in."""
EM = 16
MOST_DEPTH = 12
"""Of blocks within blocks."""
_TOKEN = re.compile(r"""[{};]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'""", re.DOTALL)
_SIMPLE = re.compile(
    r"""(?P<id>\#[\w-]+)|(?P<class>\.[\w-]+)|(?P<any>\*)|(?P<tag>[a-zA-Z][\w-]*)
    |\[\s*(?P<attr>[\w-]+)\s*(?:(?P<how>[~^$*|]?=)\s*(?P<quote>["']?)(?P<value>.*?)(?P=quote)\s*)?\]
    |:not\((?P<not>[^()]*)\)|(?P<part>::[\w-]+(?:\([^)]*\))?|:(?:before|after)\b)
    |(?P<moved>:(?:hover|focus|active|visited|target|checked|focus-within|focus-visible)\b)
    |(?P<other>:[\w-]+(?:\([^)]*\))?)""",
    re.VERBOSE,
)
_COMBINATOR = re.compile(r"\s*([>+~])\s*|\s+")
_FEATURE = re.compile(r"\(\s*(min|max)-width\s*:\s*([\d.]+)(px|em|rem)\s*\)")
_INSIDE = ("@media", "@supports", "@layer", "@container")
_TESTS: dict[str, Callable[[str, str], bool]] = {
    "=": lambda has, value: has == value,
    "~=": lambda has, value: value in has.split(),
    "^=": lambda has, value: has.startswith(value),
    "$=": lambda has, value: has.endswith(value),
    "*=": lambda has, value: value in has,
    "|=": lambda has, value: has == value or has.startswith(f"{value}-"),
}


@dataclass(frozen=True, slots=True)
class Compound:
    """What one element must be: the simple selectors that stand together."""

    tag: str = ""
    id: str = ""
    classes: frozenset[str] = frozenset()
    attributes: tuple[tuple[str, str, str], ...] = ()
    """Name, comparison, value."""
    without: tuple[Compound, ...] = ()

    def fits(self, element: Any) -> bool:
        """Whether an element is so."""
        if self.tag and element.tag.lower() != self.tag:
            return False
        if self.id and element.get("id") != self.id:
            return False
        if self.classes and not self.classes <= set((element.get("class") or "").split()):
            return False
        for name, how, value in self.attributes:
            has = element.get(name)
            if has is None or (how and not _TESTS[how](has, value)):
                return False
        return not any(one.fits(element) for one in self.without)

    @property
    def weight(self) -> tuple[int, int, int]:
        """Ids; classes and attributes; tags."""
        inner = [one.weight for one in self.without]
        own = (bool(self.id), len(self.classes) + len(self.attributes), bool(self.tag))
        ids, classes, tags = (sum(each) for each in zip(own, *inner, strict=True))
        return ids, classes, tags


@dataclass(frozen=True, slots=True)
class Selector:
    """Compounds with what stands between them, the element's own one last."""

    compounds: tuple[Compound, ...]
    between: tuple[str, ...]
    """A blank, >, + or ~."""
    is_understood: bool

    @property
    def specificity(self) -> tuple[int, int, int]:
        """What the cascade compares."""
        ids, classes, tags = (sum(n) for n in zip(*(c.weight for c in self.compounds), strict=True))
        return ids, classes, tags

    @property
    def key(self) -> str:
        """Something that every element it fits has: the id, a class or the tag."""
        last = self.compounds[-1]
        if last.id:
            return f"#{last.id}"
        if last.classes:
            return f".{min(last.classes)}"
        return last.tag or "*"

    def fits(self, element: Any) -> bool:
        """Whether it selects an element."""
        return self._fits(element, len(self.compounds) - 1)

    def _fits(self, element: Any, at: int) -> bool:
        if not isinstance(element.tag, str) or not self.compounds[at].fits(element):
            return False
        if at == 0:
            return True
        how = self.between[at - 1]
        if how == ">":
            parent = element.getparent()
            return parent is not None and self._fits(parent, at - 1)
        if how == " ":
            return any(self._fits(each, at - 1) for each in element.iterancestors())
        before = (e for e in element.itersiblings(preceding=True) if isinstance(e.tag, str))
        if how == "+":
            first = next(before, None)
            return first is not None and self._fits(first, at - 1)
        return any(self._fits(each, at - 1) for each in before)


@dataclass(frozen=True, slots=True)
class Rule:
    """Elements, and whether they are hidden or shown in some way."""

    selectors: tuple[Selector, ...]
    hides: bool
    is_important: bool


def rules_of(sheet: str) -> Iterator[Rule]:
    """The rules of a sheet that say something of `display`, on a screen, in their order."""
    for prelude, body in _blocks(_without_comments(sheet)):
        told = display_of(body)
        if told is not None:
            selectors = tuple(filter(None, map(selector, _listed(prelude))))
            if selectors:
                yield Rule(selectors, *told)


def display_of(declarations: str) -> tuple[bool, bool] | None:
    """Whether they hide, and whether that is important; None where they say nothing of it."""
    found = None
    for each in declarations.split(";"):
        name, _, value = each.partition(":")
        if name.strip().lower() == "display":
            words = value.lower().replace("!", " ! ").split()
            is_important = words[-2:] == ["!", "important"]
            if found is None or is_important or not found[1]:
                found = words[:1] == ["none"], is_important
    return found


def _without_comments(sheet: str) -> str:
    parts, at = [], 0
    while (start := sheet.find("/*", at)) >= 0:
        parts.append(sheet[at:start])
        stop = sheet.find("*/", start + 2)
        at = len(sheet) if stop < 0 else stop + 2
    return " ".join([*parts, sheet[at:]])


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations, those inside fitting conditions too."""
    waiting = [""]
    """Of each open block what stands before it; of the sheet nothing."""
    start = skipped = 0
    for token in _TOKEN.finditer(text):
        mark = token[0]
        if mark == "{":
            prelude = text[start : token.start()].strip()
            waiting.append(prelude)
            skipped += _is_skipped(prelude, len(waiting))
            start = token.end()
        elif mark == "}" and len(waiting) > 1:
            prelude = waiting.pop()
            if skipped:
                skipped -= _is_skipped(prelude, len(waiting) + 1)
            elif prelude and not prelude.startswith("@"):
                yield prelude, text[start : token.start()].strip()
            start = token.end()
        elif mark == ";" and (len(waiting) == 1 or waiting[-1].startswith("@")):
            start = token.end()


def _is_skipped(prelude: str, depth: int) -> bool:
    """Whether what stands in a block counts for nothing."""
    if depth > MOST_DEPTH:
        return True
    if not prelude.startswith("@"):
        return False
    name, _, condition = prelude.partition(" ")
    if name.lower() == "@media":
        return not applies(condition)
    return name.lower() not in _INSIDE


def applies(media: str) -> bool:
    """Whether a list of media queries holds for a page on a usual screen."""
    return not media.strip() or any(map(_holds, media.lower().split(",")))


def _holds(query: str) -> bool:
    for part in (each.strip() for each in re.split(r"\band\b", query)):
        found = _FEATURE.fullmatch(part)
        if found is not None:
            width = float(found[2]) * (1 if found[3] == "px" else EM)
            if (width > SCREEN) if found[1] == "min" else (width < SCREEN):
                return False
        elif part.removeprefix("only ") not in ("all", "screen"):
            return False
    return True


def _listed(prelude: str) -> list[str]:
    """The selectors of a list; a comma in brackets parts nothing."""
    parts, depth = [""], 0
    for letter in prelude:
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def selector(text: str) -> Selector | None:
    """What selects an element itself; None for what selects a part of one, or nothing yet."""
    text, at = text.strip(), 0
    compounds: list[Compound] = []
    between: list[str] = []
    is_understood = True
    while at < len(text):
        found = _compound(text, at)
        if found is None:
            return None
        compound, at, is_clear = found
        compounds.append(compound)
        is_understood = is_understood and is_clear
        gap = _COMBINATOR.match(text, at)
        if gap is not None and gap.end() < len(text):
            between.append(gap[1] or " ")
            at = gap.end()
        elif at < len(text):
            return None
    if not compounds or len(between) != len(compounds) - 1:
        return None
    return Selector(tuple(compounds), tuple(between), is_understood)


def _compound(text: str, at: int) -> tuple[Compound, int, bool] | None:
    """What stands together from here on, where it ends, and whether all of it was understood."""
    start, is_clear = at, True
    tag = own_id = ""
    classes: set[str] = set()
    attributes: list[tuple[str, str, str]] = []
    without: list[Compound] = []
    while (found := _SIMPLE.match(text, at)) is not None:
        kind = found.lastgroup
        if found["part"] or found["moved"]:
            return None
        if found["id"]:
            own_id = found["id"][1:]
        elif found["class"]:
            classes.add(found["class"][1:])
        elif found["tag"]:
            tag = found["tag"].lower()
        elif found["attr"]:
            attributes.append((found["attr"].lower(), found["how"] or "", found["value"] or ""))
        elif found["not"] is not None:
            inner = _compound(found["not"].strip(), 0)
            if inner is None or inner[1] != len(found["not"].strip()) or not inner[2]:
                is_clear = False
            else:
                without.append(inner[0])
        elif kind == "other":
            is_clear = False
        at = found.end()
    if at == start:
        return None
    made = Compound(tag, own_id, frozenset(classes), tuple(attributes), tuple(without))
    return made, at, is_clear
