"""What a Word document's paragraph styles say about structure: headings and lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from verifier.reading.docx_package import attribute, local

_HEADING = re.compile(r"heading\s+([1-9])$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Role:
    """What a paragraph is: heading of a level, list item of a level, quote, or nothing special."""

    kind: str = "paragraph"
    level: int = 0


def child(element: Any, name: str) -> Any:
    """The first child of this local name, or None."""
    if element is None:
        return None
    return next((one for one in element if local(one) == name), None)


def is_on(properties: Any, name: str) -> bool:
    """Whether a toggle such as bold is there and not switched off."""
    found = child(properties, name)
    return found is not None and attribute(found, "val") not in ("0", "false", "off", "none")


def is_mark_gone(properties: Any) -> bool:
    """Whether a tracked change deletes a paragraph's mark, or moves it elsewhere."""
    looks = child(properties, "rPr")
    return child(looks, "del") is not None or child(looks, "moveFrom") is not None


def number(element: Any, otherwise: int) -> int:
    """The whole number in an element's `val`."""
    value = attribute(element, "val") if element is not None else None
    try:
        return int(value) if value is not None else otherwise
    except ValueError:
        return otherwise


def own_role(properties: Any) -> Role | None:
    """The role that paragraph properties give directly."""
    outline = child(properties, "outlineLvl")
    if outline is not None and 0 <= number(outline, 9) < 9:
        return Role("heading", number(outline, 0) + 1)
    numbering = child(properties, "numPr")
    if numbering is not None and number(child(numbering, "numId"), 1) != 0:
        return Role("list-item", min(max(number(child(numbering, "ilvl"), 0), 0), 8) + 1)
    return None


def roles_of_styles(root: Any) -> dict[str, Role]:
    """The role of each paragraph style, by its id."""
    if root is None:
        return {}
    styles = {attribute(style, "styleId") or "": style for style in root if local(style) == "style"}
    return {key: _role(key, styles) for key in styles}


def _role(key: str, styles: dict[str, Any]) -> Role:
    seen = set()
    while key in styles and key not in seen:
        seen.add(key)
        style = styles[key]
        name = attribute(child(style, "name"), "val") if child(style, "name") is not None else ""
        heading = _HEADING.match(name or "")
        if heading:
            return Role("heading", int(heading[1]))
        if (name or "").lower() == "title":
            return Role("heading", 1)
        if (name or "").lower() in ("quote", "intense quote"):
            return Role("quote")
        if (name or "").lower() == "caption":
            return Role("caption")
        own = own_role(child(style, "pPr"))
        if own:
            return own
        based = child(style, "basedOn")
        key = (attribute(based, "val") or "") if based is not None else ""
    return Role()
