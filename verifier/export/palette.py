"""Scales as the report shows them: word, sign and colours of every code; unknown codes stay codes.

A case may come from somebody with scales of their own. What is not known here is shown as it was
stored, in grey, and never fails an export.
"""

from __future__ import annotations

from dataclasses import dataclass

from verifier.errors import Invalid
from verifier.export.words import tr
from verifier.scales import Level, Look, Scale, scale

UNRATED = Look(
    tint="#e6e9ee",
    line="#4a5568",
    chip="#eef0f3",
    ink="#4a5568",
    dark_chip="#30363d",
    dark_ink="#c3cad2",
    sign="–",
    pattern="dotted",
    icon="circle",
)
UNDERLINES = {
    "solid": "single",
    "double": "double",
    "dashed": "dash",
    "dotted": "dotted",
    "wavy": "wave",
    "dash-dot": "dotDash",
    "dash-dot-dot": "dotDotDash",
    "double-dashed": "dashLong",
    "dotted-wide": "dottedHeavy",
    "double-wavy": "wavyDouble",
}
RELIABILITY = "nato-reliability"
CREDIBILITY = "nato-credibility"
_DOT, _RING = "●", "○"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict ready to be written; colours are RRGGBB."""

    code: str
    label: str
    sign: str
    tint: str
    chip: str
    ink: str
    line: str
    underline: str
    rank: int | None
    description: str = ""

    @property
    def name(self) -> str:
        """Sign and word together, so that colour is never the only sign."""
        return f"{self.sign} {self.label}"


def known_scale(scale_id: str) -> Scale | None:
    """The scale, or None where this program does not have it."""
    try:
        return scale(scale_id)
    except Invalid:
        return None


def known_level(scale_id: str, code: str) -> Level | None:
    """The level of a code, or None where the scale or the code is not known."""
    found = known_scale(scale_id)
    return next((level for level in found.levels if level.code == code), None) if found else None


def verdict(scale_id: str, code: str) -> Verdict:
    """A verdict's word and look; an empty code is "Not rated"."""
    level = known_level(scale_id, code) if code else None
    if level is None:
        return _verdict(Level(code, code or "Not rated"), UNRATED)
    return _verdict(level, level.look or UNRATED)


def verdicts(scale_id: str) -> tuple[Verdict, ...]:
    """Every verdict of a scale in its order."""
    found = known_scale(scale_id)
    return tuple(_verdict(level, level.look or UNRATED) for level in found.levels) if found else ()


def label(scale_id: str, code: str) -> str:
    """The word for a code of any scale."""
    level = known_level(scale_id, code)
    return tr(level.label) if level else code


def rank(scale_id: str, code: str) -> int | None:
    """A code's place in its scale's order; None for what is not rated."""
    level = known_level(scale_id, code)
    return level.rank if level else None


def dots(scale_id: str, code: str) -> str:
    """A rank as filled and empty dots (●●○), empty where there is no rank."""
    found, level = known_scale(scale_id), known_level(scale_id, code)
    if not found or not level or level.rank is None:
        return ""
    highest = max(other.rank or 0 for other in found.levels)
    return _DOT * level.rank + _RING * (highest - level.rank)


def likelihood(scale_id: str, code: str) -> str:
    """The term with its band: "very likely (80-95%)"."""
    level = known_level(scale_id, code)
    if level is None:
        return code
    name = tr(level.label)
    return f"{name} ({level.band})" if level.band else name


def grade(reliability: str, credibility: str) -> str:
    """Both letters of the Admiralty code as one: "B2"; a dash for what is not graded."""
    return f"{reliability or '–'}{credibility or '–'}" if reliability or credibility else "–"


def grade_in_words(reliability: str, credibility: str) -> str:
    """The grade spelled out: "usually reliable; probably true"."""
    words = (
        label(RELIABILITY, reliability).lower() if reliability else "",
        label(CREDIBILITY, credibility).lower() if credibility else "",
    )
    return "; ".join(word for word in words if word)


def _verdict(level: Level, seen: Look) -> Verdict:
    return Verdict(
        code=level.code,
        label=tr(level.label),
        sign=seen.sign,
        tint=_rgb(seen.tint),
        chip=_rgb(seen.chip),
        ink=_rgb(seen.ink),
        line=_rgb(seen.line),
        underline=UNDERLINES.get(seen.pattern, "single"),
        rank=level.rank,
        description=tr(level.description),
    )


def _rgb(colour: str) -> str:
    return colour.removeprefix("#").upper()
