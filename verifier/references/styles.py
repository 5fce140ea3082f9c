"""The citation styles that ship with the program, and a person's own: any file in CSL 1.0.

The styles in `resources/citation` are ours, written after what they are named for. Others are at
home in the Zotero Style Repository, under a licence (CC BY-SA) that a person accepts by using them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from lxml import etree

from verifier import paths
from verifier.errors import Invalid, NotFound

HOUSE = "verifier"
SHIPPED = (HOUSE, "author-date", "bibliography", "numbered", "dstu-8302")
"""In the order in which a person chooses."""
LOCALES: Mapping[str, str] = {"en": "en-US", "uk": "uk-UA", "de": "de-DE", "fr": "fr-FR"}
"""The locale of each language; English where there is none."""
_CSL = "{http://purl.org/net/xbiblio/csl}"
_FAULTS = (
    *(AttributeError, IndexError, KeyError, LookupError, NotImplementedError, OSError),
    *(RecursionError, TypeError, ValueError, etree.LxmlError),
)
"""What citeproc raises at a style that it cannot follow."""
LARGEST = 2_000_000
"""Bytes of a person's own style at most."""


@dataclass(frozen=True, slots=True)
class StyleName:
    """A shipped style: its id, and what it calls itself."""

    id: str
    title: str


def shipped_styles() -> tuple[StyleName, ...]:
    """The styles to choose from."""
    return tuple(StyleName(one, _title(_path(one))) for one in SHIPPED)


def check_style(style: str) -> None:
    """Stop, in words, where a style cannot be used."""
    opened_style(style, "en")


def opened_style(style: str, language: str) -> Any:
    """The style, ready for citeproc: empty for the house's own, an id, or the path of a file."""
    path = _path(style or HOUSE)
    try:
        stamp = path.stat().st_mtime_ns
        size = path.stat().st_size
    except OSError as error:
        raise NotFound(
            f"There is no citation style “{style}”.",
            f"Name a file that ends in .csl, or one of: {', '.join(SHIPPED)}.",
        ) from error
    if size > LARGEST:
        raise _useless(path)
    return _opened(path, stamp, LOCALES.get(language.split("-")[0], "en-US"))


@lru_cache(maxsize=16)
def _opened(path: Path, _stamp: int, locale: str) -> Any:
    from citeproc import CitationStylesStyle

    try:
        tree = etree.parse(str(path), _parser())
        if tree.getroot().tag != f"{_CSL}style" or tree.find(f"{_CSL}bibliography") is None:
            raise _useless(path)
        style = CitationStylesStyle(str(path), validate=False, locale=locale)
        _drop_numbers(style)
    except _FAULTS as error:
        raise _useless(path) from error
    return style


def faults() -> tuple[type[Exception], ...]:
    """What may go wrong when a reference is put into words by a person's own style."""
    return _FAULTS


def _drop_numbers(style: Any) -> None:
    """The report numbers its sources itself; a style's own number would always be 1."""
    for element in style.root.iter(f"{_CSL}text"):
        if element.get("variable") == "citation-number":
            element.set("variable", "citation-label")
            for decoration in ("prefix", "suffix"):
                element.attrib.pop(decoration, None)


def _path(style: str) -> Path:
    return paths.resources() / "citation" / f"{style}.csl" if style in SHIPPED else Path(style)


def _title(path: Path) -> str:
    title = etree.parse(str(path), _parser()).find(f"{_CSL}info/{_CSL}title")
    return str(title.text) if title is not None else path.stem


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def _useless(path: Path) -> Invalid:
    return Invalid(
        f"{path.name} is no citation style that can be used.",
        "Choose an independent CSL 1.0 style with a bibliography, such as those of Zotero.",
    )
