"""Which elements of a page its style sheets hide: what a reader of the page never saw.

Only `display` is looked at, with the cascade that decides it: importance, specificity, order. A
selector that is not understood hides nothing; where it may show something, it does. So words are
rather read in excess than lost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from verifier.reading.css import Rule, Selector, applies, display_of, rules_of

Sheets = Callable[[str], str | None]
"""The style sheet behind an address, where the file holds it."""
MOST_RULES = 50_000
"""Of a page: what has more was not made for a browser."""
WHOLE = ("html", "body")
"""What is hidden until a script shows it: the page is read all the same."""
UNREAD = ("head", "script", "style", "noscript", "template")
LEFT_OUT = "What the page's style sheets hide was left out, as in a browser."
MOST_IS_HIDDEN = (
    "The page's style sheets hide most of its words, until a script shows them: all were read."
)
MOST_HIDDEN = 0.5
"""Share of a page's words. Where more are hidden a script was to show them, and they are read."""


def no_sheets(_address: str) -> str | None:
    """Only what stands in the page itself counts."""
    return None


@dataclass(frozen=True, slots=True)
class _Weighed:
    selector: Selector
    hides: bool
    weight: tuple[bool, tuple[int, int, int], int]
    """Importance, specificity, order: the heaviest decides."""


def hidden_by_styles(root: Any, sheets: Sheets = no_sheets) -> tuple[frozenset[Any], str]:
    """The elements of a page that its style sheets hide, each with all that is in it.

    And a word on that, where there are words in them.
    """
    rules = list(islice(_rules(root, sheets), MOST_RULES))
    if not any(rule.hides for rule in rules):
        return frozenset(), ""
    found = frozenset(_hidden(root, _weighed(rules)))
    share = _share(root, found) if found else 0.0
    if share > MOST_HIDDEN:
        return frozenset(), MOST_IS_HIDDEN
    return found, LEFT_OUT if share else ""


def _weighed(rules: Iterable[Rule]) -> dict[str, list[_Weighed]]:
    """What the rules say, by something that every element has that they are about."""
    found: dict[str, list[_Weighed]] = defaultdict(list)
    for order, rule in enumerate(rules):
        for each in rule.selectors:
            if each.is_understood or not rule.hides:
                weight = (rule.is_important, each.specificity, order)
                found[each.key].append(_Weighed(each, rule.hides, weight))
    return found


def _hidden(root: Any, weighed: dict[str, list[_Weighed]]) -> Iterator[Any]:
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag not in WHOLE:
            names = [f".{name}" for name in (element.get("class") or "").split()]
            keys = {f"#{element.get('id')}", *names, element.tag.lower(), "*"}
            said = [each for key in keys for each in weighed.get(key, ())]
            found = [each for each in said if each.selector.fits(element)]
            top = max(found, key=lambda each: each.weight, default=None)
            if top is not None and top.hides and not _is_shown(element, top):
                yield element


def _is_shown(element: Any, by: _Weighed) -> bool:
    """Whether the element's own style shows it against the rule that hides it."""
    style = element.get("style")
    own = display_of(style) if style else None
    return own is not None and not own[0] and (own[1] or not by.weight[0])


def _rules(root: Any, sheets: Sheets) -> Iterator[Rule]:
    """The rules of the page's sheets in their order."""
    for element in root.iter("style", "link"):
        if not applies(element.get("media") or ""):
            continue
        if element.tag == "style":
            text: str | None = element.text_content()
        elif "stylesheet" in (element.get("rel") or "").lower().split():
            text = sheets(str(element.get("href") or ""))
        else:
            continue
        yield from rules_of(text or "")


def _share(root: Any, hidden: Iterable[Any]) -> float:
    """Which part of the page's letters stands in hidden elements."""
    gone = set(hidden)
    total = lost = 0
    waiting = [(root, False)]
    while waiting:
        element, is_lost = waiting.pop()
        is_lost = is_lost or element in gone
        if isinstance(element.tag, str) and element.tag not in UNREAD:
            size = len((element.text or "").strip())
            total, lost = total + size, lost + size * is_lost
            for child in element:
                tail = len((child.tail or "").strip())
                total, lost = total + tail, lost + tail * is_lost
                waiting.append((child, is_lost))
    return lost / total if total else 0.0
