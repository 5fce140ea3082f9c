"""What a report shows, in which order, and of which claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from verifier.errors import Invalid, NotFound
from verifier.export.words import NAMES
from verifier.references.styles import check_style
from verifier.scales import scale


class Part(StrEnum):
    """A part of the report; the value is how settings and commands name it."""

    COVER = "cover"
    CONTENTS = "contents"
    SUMMARY = "summary"
    CLAIMS = "claims"
    TEXT = "text"
    CARDS = "cards"
    ATTRIBUTION = "attribution"
    SOURCES = "sources"
    CHANGES = "changes"
    NOTES = "notes"
    METHOD = "method"
    AUDIT = "audit"


ALL_PARTS = tuple(Part)


@dataclass(frozen=True, slots=True)
class ReportSettings:
    """How one report is made. `parts` are shown in their order; what is not named is left out."""

    parts: tuple[Part, ...] = ALL_PARTS
    only_published: bool = False
    """Leave out claims that no editor has published."""
    minimum_confidence: str = ""
    """Code of the case's confidence scale: leave out claims rated lower, and unrated ones."""
    exact_pages: bool = True
    """Ask LibreOffice, where it is installed, on which page things are."""
    charts: bool = True
    comments: bool = True
    bottom_line: str = ""
    """The sentence on the cover; empty: made from the counts."""
    report_number: str = ""
    language: str = ""
    """Code of the language of the report's own words; empty: the case's, where it is spoken."""
    citation_style: str = ""
    """Id of a citation style or path of a CSL file; empty: the house's own."""
    template: str = ""
    """Path of a house's own template; empty: the one that ships with the program."""

    def to_json(self) -> dict[str, Any]:
        """As the case keeps them."""
        return {**asdict(self), "parts": [part.value for part in self.parts]}


def settings_from_json(stored: Mapping[str, Any]) -> ReportSettings:
    """The settings that a case keeps; names that this version does not know are passed over."""
    known = {field.name for field in fields(ReportSettings)}
    values = {name: value for name, value in stored.items() if name in known}
    if "parts" in values:
        values["parts"] = tuple(_part(name) for name in values["parts"])
    return ReportSettings(**values)


def _part(name: str) -> Part:
    try:
        return Part(name)
    except ValueError:
        raise Invalid(
            f"A report has no part “{name}”.", f"Its parts are: {', '.join(ALL_PARTS)}."
        ) from None


YES = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}


def changed(
    settings: ReportSettings, changes: Iterable[str], confidence_scale: str
) -> ReportSettings:
    """The settings with changes written as NAME=VALUE; parts are separated by commas."""
    kinds = {field.name: field.type for field in fields(ReportSettings)}
    values: dict[str, Any] = {}
    for change in changes:
        name, equals, words = change.partition("=")
        name, words = name.strip().replace("-", "_"), words.strip()
        if not equals or name not in kinds:
            raise Invalid(
                f"“{change}” is no setting of the report.", f"There are: {', '.join(kinds)}."
            )
        values[name] = _value(name, str(kinds[name]), words)
    made = replace(settings, **values)
    check(made, confidence_scale)
    return made


def _value(name: str, kind: str, words: str) -> object:
    if name == "parts":
        return tuple(_part(part.strip()) for part in words.split(",") if part.strip())
    if kind != "bool":
        return words
    if words.lower() not in YES:
        raise Invalid(f"{name} is yes or no, not “{words}”.", f"Write {name}=yes or {name}=no.")
    return YES[words.lower()]


def check(settings: ReportSettings, confidence_scale: str) -> None:
    """Stop at what could not be written later."""
    if settings.language and settings.language not in NAMES:
        raise Invalid(
            f"The report does not speak “{settings.language}”.", f"It speaks {', '.join(NAMES)}."
        )
    if settings.minimum_confidence:
        scale(confidence_scale).level(settings.minimum_confidence)
    check_style(settings.citation_style)
    if settings.template and not Path(settings.template).is_file():
        raise NotFound(f"The template {settings.template} is not there.", "Check the name.")
