"""The running heads and feet of a Word document: which of its parts Word shows on a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from verifier.reading.docx_package import Relation, attribute, local
from verifier.reading.docx_styles import is_on

_KINDS = {"headerReference": "header", "footerReference": "footer"}


@dataclass(frozen=True, slots=True)
class Head:
    """A running head or foot."""

    kind: str
    """header or footer."""
    part: str
    root: Any
    beside: Any
    """The first paragraph of the section that has it; None where that has none."""


def shown_heads(
    root: Any, relations: Mapping[str, Relation], settings: Any, part_of: Callable[[str], Any]
) -> Iterator[Head]:
    """Each head or foot with other words than those before.

    Word keeps those of the first page, and of even ones, also where it does not show them.
    """
    has_even = settings is not None and is_on(settings, "evenAndOddHeaders")
    seen = set[str]()
    for section in root.iter("{*}sectPr"):
        for element in section:
            kind = _KINDS.get(local(element))
            relation = relations.get(attribute(element, "id") or "") if kind else None
            if kind is None or relation is None or relation.external:
                continue
            page = attribute(element, "type") or "default"
            if (page == "first" and not is_on(section, "titlePg")) or (
                page == "even" and not has_even
            ):
                continue
            part = part_of(relation.target)
            words = _words(part) if part is not None else ""
            if words and words not in seen:
                seen.add(words)
                yield Head(kind, relation.target, part, _first_paragraph(root, section))


def _first_paragraph(root: Any, section: Any) -> Any:
    """The first paragraph of a section: what says how it looks stands at its last one."""
    first = None
    for paragraph in root.iterfind("{*}body/{*}p"):
        first = paragraph if first is None else first
        ends = paragraph.find("{*}pPr/{*}sectPr")
        if ends is section:
            return first
        first = None if ends is not None else first
    return first


def is_page_number(paragraph: Any) -> bool:
    """Whether nothing but a number stands in a paragraph: that of the page it was saved on."""
    words = "".join(one.text or "" for one in paragraph.iter("{*}t"))
    return any(map(str.isdigit, words)) and not any(map(str.isalpha, words))


def _words(part: Any) -> str:
    """The words of a part but for the results of its fields, such as the number of the page."""
    found, depth = [], 0
    for element in part.iter():
        if local(element) == "fldChar":
            depth += {"begin": 1, "end": -1}.get(attribute(element, "fldCharType") or "", 0)
        elif local(element) == "t" and depth <= 0:
            simple = next(element.iterancestors("{*}fldSimple"), None)
            found.append(element.text or "" if simple is None else "")
    return " ".join("".join(found).split()) if any(map(str.isalnum, "".join(found))) else ""
