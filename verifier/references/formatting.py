"""References in words, by citeproc: in the house's own style or one that is chosen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from typing import Any

from verifier.errors import Invalid
from verifier.references.csl import DATES, NAMES, Item, clean, details_of
from verifier.references.styles import faults, opened_style

_STOPS = re.compile(r"([.?!])((?:</\w+>)+)\.")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a reference in one look."""

    words: str
    italic: bool = False
    bold: bool = False
    raised: bool = False


def formatted(items: Iterable[Item], language: str = "en", style: str = "") -> tuple[str, ...]:
    """Each publication as one line of a list of references, in the order given."""
    return tuple("".join(p.words for p in line) for line in references(items, language, style))


def references(
    items: Iterable[Item], language: str = "en", style: str = ""
) -> tuple[tuple[Piece, ...], ...]:
    """The same with italics and bold. A line is empty where the style has nothing to say."""
    opened = opened_style(style, language)
    try:
        return tuple(_line(opened, _known(item)) for item in items)
    except faults() as error:
        if not style:
            raise
        raise Invalid(
            f"The citation style “{style}” cannot be followed ({type(error).__name__}).",
            "Choose another one.",
        ) from error


def _line(style: Any, item: dict[str, Any]) -> tuple[Piece, ...]:
    from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
    from citeproc.source.json import CiteProcJSON

    source = CiteProcJSON([item])
    bibliography = CitationStylesBibliography(style, source, formatter.html)
    bibliography.register(Citation([CitationItem(item["id"])]))
    reader = _Pieces()
    for line in bibliography.bibliography():
        reader.feed(_tidy(str(line)))
    reader.close()
    return tuple(reader.found)


@cache
def _understood() -> frozenset[str]:
    """What citeproc can handle: it warns of what it does not know."""
    from citeproc import VARIABLES

    return frozenset(name.replace("_", "-") for name in VARIABLES) | {"type"} | NAMES | DATES


def _known(item: Item) -> dict[str, Any]:
    kept = {name: value for name, value in clean(item).items() if name in _understood()}
    publisher = kept.get("publisher")
    if publisher and [name.get("literal") for name in kept.get("author", ())] == [publisher]:
        del kept["publisher"]  # who publishes their own words is named once
    ends = kept.get("issued", {}).get("date-parts", [])
    if len(ends) > 1:
        # citeproc spells ranges out in the order of its locales; ours are ISO 8601.
        kept["issued"] = {"literal": "–".join(details_of(kept)["published"].split("/"))}
    return {**kept, "id": "1"}


def _tidy(line: str) -> str:
    """No double full stops where a title brings its own, no space before the end."""
    line = _STOPS.sub(r"\1\2", " ".join(line.split()))
    return line.replace("..", ".").replace("?.", "?").replace("!.", "!")


class _Pieces(HTMLParser):
    """citeproc's little HTML as pieces."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Piece] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """A look begins."""
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """A look ends."""
        if tag in self._open:
            self._open.reverse()
            self._open.remove(tag)
            self._open.reverse()

    def handle_data(self, data: str) -> None:
        """Words."""
        on = self._open
        self.found.append(Piece(data, "i" in on, "b" in on, "sup" in on))
