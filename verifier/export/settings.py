"""What a report shows, in which order, and of which claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

from verifier.errors import Invalid


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
    charts: bool = True
    comments: bool = True
    bottom_line: str = ""
    """The sentence on the cover; empty: made from the counts."""
    report_number: str = ""
    language: str = ""
    """Code of the language of the report's own words; empty: the case's, where it is spoken."""
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
