"""References in words, by citeproc with the house's own style (`resources/citation`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON

from verifier import paths
from verifier.references.csl import DATES, NAMES, Item, clean, details_of

STYLE = "verifier.csl"
LOCALES: Mapping[str, str] = {"en": "en-US", "uk": "uk-UA", "de": "de-DE", "fr": "fr-FR"}
"""The locale of each language; English where there is none."""
FORMATTED = frozenset(
    "type title container-title publisher publisher-place volume issue page number edition DOI "
    "URL genre".split()
)
"""What the style speaks of: citeproc warns of what it does not know."""


def formatted(items: Iterable[Item], language: str = "en") -> tuple[str, ...]:
    """Each publication as one line of a list of references, in the order given."""
    return tuple(_line(_known(item), language) for item in items)


def _line(item: dict[str, Any], language: str) -> str:
    """One reference; empty where nothing is known that the style speaks of."""
    source = CiteProcJSON([item])
    bibliography = CitationStylesBibliography(_style(language), source, formatter.plain)
    bibliography.register(Citation([CitationItem(item["id"])]))
    return "".join(_tidy(str(line)) for line in bibliography.bibliography())


@lru_cache(maxsize=4)
def _style(language: str) -> Any:
    locale = LOCALES.get(language.split("-")[0], "en-US")
    path = paths.resources() / "citation" / STYLE
    return CitationStylesStyle(str(path), validate=False, locale=locale)


def _known(item: Item) -> dict[str, Any]:
    kept = {
        name: value
        for name, value in clean(item).items()
        if name in FORMATTED or name in NAMES & {"author", "editor"} or name in DATES & {"issued"}
    }
    ends = kept.get("issued", {}).get("date-parts", [])
    if len(ends) > 1:
        # citeproc spells ranges out in the order of its locales; ours are ISO 8601.
        kept["issued"] = {"literal": "–".join(details_of(kept)["published"].split("/"))}
    return {**kept, "id": "1"}


def _tidy(line: str) -> str:
    """No double full stops where a title brings its own, no space before the end."""
    return " ".join(line.split()).replace("..", ".").replace("?.", "?").replace("!.", "!")
