"""One publication as CSL JSON, and as the fields of a source.

What comes from outside is cut down to what CSL defines: texts, names, dates and nothing else, so
that what a case stores can always be formatted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Protocol

from verifier.text.dates import date_span

Item = dict[str, Any]
"""A publication in CSL JSON."""
NAMES = frozenset("author editor translator director interviewer recipient".split())
DATES = frozenset({"issued", "accessed", "original-date"})
TEXTS = frozenset(
    "type title container-title collection-title publisher publisher-place volume issue page "
    "number edition DOI URL ISBN ISSN language abstract note genre medium event-title section "
    "archive title-short".split()
)
NAME_PARTS = ("family", "given", "literal", "suffix", "non-dropping-particle")
TYPE = re.compile(r"[a-z][a-z_-]*")
DOI = re.compile(r"\b(10\.\d{4,9}/[^\s\"<>]*[^\s\"<>.,;:)\]])", re.IGNORECASE)
URL = re.compile(r"\bhttps?://[^\s\"<>]*[^\s\"<>.,;:)\]]", re.IGNORECASE)


class Described(Protocol):
    """What a source says of itself."""

    @property
    def title(self) -> str: ...
    @property
    def publisher(self) -> str: ...
    @property
    def author(self) -> str: ...
    @property
    def published(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def description(self) -> str: ...
    @property
    def csl(self) -> dict[str, Any]: ...


def clean(item: Mapping[str, Any]) -> Item:
    """The parts of an item that CSL defines and that are what they should be."""
    found: Item = {}
    for key, value in item.items():
        if key in TEXTS and isinstance(value, str | int | float):
            text = " ".join(str(value).split())
            if text:
                found[key] = text
        elif key in NAMES and isinstance(value, list):
            if names := [name for each in value if (name := _name(each))]:
                found[key] = names
        elif key in DATES and isinstance(value, Mapping) and (date := _date(value)):
            found[key] = date
    if match := DOI.search(found.get("DOI", "")):
        found["DOI"] = match.group(1)
    if not TYPE.fullmatch(found.get("type", "")):
        found["type"] = "webpage" if "URL" in found else "document"
    return found


def details_of(item: Item) -> dict[str, Any]:
    """The fields of a source for a publication."""
    doi = item.get("DOI", "")
    return {
        "title": item.get("title", ""),
        "publisher": item.get("publisher") or item.get("container-title", ""),
        "author": "; ".join(map(_shown, item.get("author") or item.get("editor") or ())),
        "published": _published(item.get("issued", {})),
        "url": item.get("URL") or (f"https://doi.org/{doi}" if doi else ""),
        "language": item.get("language", ""),
        "csl": item,
    }


def item_of(source: Described) -> Item:
    """The publication of a source: its citation data, with what its own fields say first."""
    item = clean(source.csl)
    if source.title or source.description:
        item["title"] = source.title or source.description
    if source.author and "; ".join(map(_shown, item.get("author", ()))) != source.author:
        item["author"] = [{"literal": name.strip()} for name in source.author.split(";")]
    if source.publisher and source.publisher != item.get("container-title"):
        item["publisher"] = source.publisher
    if source.url and "DOI" not in item:
        item["URL"] = source.url
    if source.language:
        item["language"] = source.language
    if source.published != _published(item.get("issued", {})):
        item["issued"] = issued(source.published)
    if not source.csl:
        item["type"] = "webpage" if source.url else "document"
    return item


def issued(text: str) -> dict[str, Any]:
    """A date of ours as CSL has it; words that are no date stay words."""
    try:
        known = date_span(text) is not None
    except ValueError:
        return {"literal": text}
    if not known:
        return {}
    return {"date-parts": [[int(part) for part in end.split("-")] for end in text.split("/")]}


def _name(value: object) -> dict[str, str] | None:
    if not isinstance(value, Mapping):
        return None
    parts = {
        part: " ".join(value[part].split())
        for part in NAME_PARTS
        if isinstance(value.get(part), str) and value[part].strip()
    }
    return parts if "family" in parts or "literal" in parts else None


def _date(value: Mapping[str, Any]) -> dict[str, Any]:
    parts = value.get("date-parts")
    if isinstance(parts, list):
        try:
            ends = [[int(part) for part in end][:3] for end in parts[:2] if end]
        except (TypeError, ValueError):
            return {}
        text = "/".join("-".join(_padded(end)) for end in ends)
        try:
            return issued(text)
        except ValueError:
            return {}
    for name in ("literal", "raw"):
        if isinstance(value.get(name), str) and value[name].strip():
            return issued(value[name].strip())
    return {}


def _padded(end: list[int]) -> list[str]:
    return [f"{number:0{4 if place == 0 else 2}}" for place, number in enumerate(end)]


def _published(date: Mapping[str, Any]) -> str:
    """A date of CSL as ours."""
    if "date-parts" in date:
        return "/".join("-".join(_padded(end)) for end in date["date-parts"])
    return str(date.get("literal", ""))


def _shown(name: Mapping[str, str]) -> str:
    """A name as it is sorted: "Doe, Jane"."""
    if "literal" in name:
        return name["literal"]
    family = " ".join(part for part in (name.get("non-dropping-particle"), name["family"]) if part)
    return ", ".join(part for part in (family, name.get("given")) if part)
